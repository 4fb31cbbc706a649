"""What is done to drafts and messages, beside the model."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from bot.calls.call import Card
from bot.calls.say import Saying
from bot.ports import Message
from tests.ledger.beside_model import (
    CRASHES,
    DRAFTS,
    HELD_FOR,
    LEASE,
    TOLD,
    WHICH,
    WORDS,
    LedgerBesideModel,
)
from tests.ledger.model import Model
from tests.ledger.samples import EDIT, MINUTE, NOW, a_draft


class MessagesBesideModel(LedgerBesideModel):
    """Types, says, puts off, gives up."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[tuple[Message, str, str]] = []

    @rule(crash=CRASHES, draft=DRAFTS, after=st.sampled_from([0.0, HELD_FOR]))
    def record_draft(self, crash: str | None, draft: str, after: float) -> None:
        self.both(
            crash,
            lambda: self.ledger.record_draft(a_draft(draft), offer_after=after),
            lambda model: model.record_draft(draft, after=after),
        )

    @rule(crash=CRASHES, draft=DRAFTS)
    def show_draft(self, crash: str | None, draft: str) -> None:
        self.both(
            crash,
            lambda: self.ledger.draft_shown(draft),
            lambda model: model.draft_shown(draft),
        )

    @rule(crash=CRASHES, draft=DRAFTS)
    def offer_form_now(self, crash: str | None, draft: str) -> None:
        self.both(
            crash,
            lambda: self.ledger.offer_form_now(draft),
            lambda model: model.offer_form_now(draft),
        )

    @rule(crash=CRASHES, limit=st.integers(1, 3))
    def claim_messages(self, crash: str | None, limit: int) -> None:
        found: list[Message] = []
        told: list[tuple[str, str]] = []

        def real() -> list[str]:
            found.extend(self.ledger.claim_messages(limit=limit, lease=LEASE))
            return [_key(message) for message in found]

        def pretend(model: Model) -> list[str]:
            told.extend(model.claim_messages(limit=limit, lease=LEASE))
            return [key for key, _ in told]

        if self.both(crash, real, pretend):
            self.messages += [(message, *pair) for message, pair in zip(found, told, strict=True)]

    @rule(crash=CRASHES, which=WHICH, wait=st.integers(0, 3))
    def say(self, crash: str | None, which: int, wait: int) -> None:
        if not self.messages:
            return
        message, key, token = self.messages[which % len(self.messages)]
        if message.saying is Saying.CARD:
            send_at = self.model.now + wait
            card = Card(channel_id="C1", ts="1.1")
            self.both(
                crash,
                lambda: self.ledger.card_said(
                    message, card=card, send_at=NOW + send_at * MINUTE, say=TOLD
                ),
                lambda model: model.card_said(key, token, send_at=send_at, say=WORDS),
            )
        else:
            self.both(
                crash,
                lambda: self.ledger.said(message, ts="1.2"),
                lambda model: model.said(key, token),
            )

    @rule(
        crash=CRASHES,
        which=WHICH,
        seconds=st.sampled_from([0.0, HELD_FOR]),
        tried=st.booleans(),
    )
    def put_off(self, crash: str | None, which: int, seconds: float, *, tried: bool) -> None:
        if self.messages:
            message, key, token = self.messages[which % len(self.messages)]
            self.both(
                crash,
                lambda: self.ledger.put_off(message, seconds=seconds, tried=tried),
                lambda model: model.put_off(key, token, seconds=seconds, tried=tried),
            )

    @rule(crash=CRASHES, which=WHICH)
    def give_up(self, crash: str | None, which: int) -> None:
        if self.messages:
            message, key, token = self.messages[which % len(self.messages)]
            say = [EDIT] if message.call else []
            self.both(
                crash,
                lambda: self.ledger.give_up(message, why="is_archived", say=say),
                lambda model: model.give_up(key, token, say=tuple(one.what for one in say)),
            )

    @rule()
    def everything_is_said_in_the_end(self) -> None:
        for _ in range(200):
            if not any(message.state == "waiting" for message in self.model.outbox):
                break
            self.time_passes(3, 0)
            begun = len(self.messages)
            self.claim_messages(None, 9)
            for which in range(begun, len(self.messages)):
                self.say(None, which, 0)
        assert all(message.state != "waiting" for message in self.model.outbox)


def _key(message: Message) -> str:
    """Give the message's key by the click instead of the number of its call."""
    if message.call is None:
        return message.key
    return message.key.replace(f"call:{message.call.call_id}", f"call:{message.call.new.key}", 1)
