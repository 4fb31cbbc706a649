"""What the worker does in one transaction, beside the model."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from bot.calls.call import Card
from bot.calls.say import Saying
from bot.calls.status import Status
from bot.ports import Claim
from tests.ledger.beside_model import CRASHES, LEASE, TOLD, WHICH, WORDS
from tests.ledger.calls_beside_model import CallsBesideModel
from tests.ledger.messages_beside_model import MessagesBesideModel
from tests.ledger.model import Model
from tests.ledger.samples import MINUTE, NOW


class EverythingBesideModel(MessagesBesideModel, CallsBesideModel):
    """Does all of it, and writes that a card stands together with a claim of what is due."""

    @rule(crash=CRASHES, which=WHICH, limit=st.integers(1, 2))
    def say_card_and_claim(self, crash: str | None, which: int, limit: int) -> None:
        cards = [each for each in self.messages if each[0].saying is Saying.CARD]
        if not cards:
            return
        message, key, token = cards[which % len(cards)]
        now = self.model.now
        found: list[Claim] = []
        told: list[tuple[str, str]] = []

        def real() -> tuple[bool, list[str]]:
            with self.ledger.together():
                stands = self.ledger.card_said(
                    message,
                    card=Card(channel_id="C1", ts="1.1"),
                    send_at=NOW + now * MINUTE,
                    say=TOLD,
                )
                claims = self.ledger.claim_calls(now=NOW + now * MINUTE, limit=limit, lease=LEASE)
            found.extend(claims)
            return stands, [claim.call.new.key for claim in found]

        def pretend(model: Model) -> tuple[bool, list[str]]:
            stands = model.card_said(key, token, send_at=now, say=WORDS)
            told.extend(model.claim_calls(limit=limit, lease=LEASE))
            return stands, [click for click, _ in told]

        done = self.both(crash, real, pretend)
        sending = {c for c, _ in told if self.model.calls[c].status is Status.SENDING}
        assert self.out.isdisjoint(sending), "a call was claimed that may have been sent"
        self.out |= sending
        if done:
            self.claims += [(claim, *pair) for claim, pair in zip(found, told, strict=True)]
