"""What is done to calls, beside the model."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.stateful import rule

from bot.calls.deed import Deed
from bot.calls.draft import Surface
from bot.calls.replacing import Replacing
from bot.calls.standing import Standing
from bot.calls.status import MOVES, NOT_SENT, Status
from bot.errors import CallMovedError, OpenCallError
from bot.ports import Claim
from bot.use_cases.place_call import AHEAD
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
from tests.ledger.model import Model, ModelCall
from tests.ledger.samples import (
    ADA,
    BEN,
    BUSY_ZEEG,
    CARD,
    EDIT,
    MINUTE,
    NOW,
    STOPPED,
    UNCERTAIN,
    a_call,
)

CLICKS = st.sampled_from(["a", "b", "c", "d", "e"])
SETTLED = sorted(MOVES[Status.SENDING] - {Status.ANNOUNCED})


class CallsBesideModel(LedgerBesideModel):
    """Records, claims, settles, gives back, moves, reaps."""

    def __init__(self) -> None:
        super().__init__()
        self.claims: list[tuple[Claim, str, str]] = []
        self.out: set[str] = set()

    @rule(
        crash=CRASHES,
        call=st.builds(
            ModelCall, CLICKS, st.sampled_from([ADA, BEN]), not_after=st.integers(1, 9)
        ),
        draft=DRAFTS,
        repeat=st.booleans(),
        replaces=st.none() | CLICKS,
    )
    def record_call(
        self,
        crash: str | None,
        call: ModelCall,
        draft: str,
        *,
        repeat: bool,
        replaces: str | None,
    ) -> None:
        call.not_after += self.model.now
        new = a_call(
            call.click,
            phone=call.phone,
            not_after=NOW + call.not_after * MINUTE,
            replacing=self._replacing(replaces),
        )

        def real() -> object:
            try:
                return self.ledger.record_call(
                    new, draft_id=draft, may_repeat=repeat, say=[CARD]
                ).is_new
            except OpenCallError:
                return "open"
            except CallMovedError:
                return "moved"

        def told(model: Model) -> object:
            return model.record_call(
                call,
                draft=draft,
                may_repeat=repeat,
                say=(CARD.what,),
                replaces=replaces,
                tell=WORDS,
            )

        self.both(crash, real, told)

    @rule(crash=CRASHES, limit=st.integers(1, 3))
    def claim_calls(self, crash: str | None, limit: int) -> None:
        found: list[Claim] = []
        told: list[tuple[str, str]] = []

        def real() -> list[str]:
            now = NOW + self.model.now * MINUTE
            found.extend(self.ledger.claim_calls(now=now, limit=limit, lease=LEASE))
            return [claim.call.new.key for claim in found]

        def pretend(model: Model) -> list[str]:
            told.extend(model.claim_calls(limit=limit, lease=LEASE))
            return [click for click, _ in told]

        done = self.both(crash, real, pretend)
        sending = {c for c, _ in told if self.model.calls[c].status is Status.SENDING}
        assert self.out.isdisjoint(sending), "a call was claimed that may have been sent"
        self.out |= sending
        if done:
            self.claims += [(claim, *pair) for claim, pair in zip(found, told, strict=True)]

    @rule(crash=CRASHES, which=WHICH, to=st.sampled_from(SETTLED))
    def settle(self, crash: str | None, which: int, to: Status) -> None:
        if self.claims:
            claim, click, token = self.claims[which % len(self.claims)]
            is_fresh = self.ledger.standing(claim, lease=LEASE) is not Standing.LOST
            assert is_fresh == self.model.still_fresh(click, token, lease=LEASE)
            self.both(
                crash,
                lambda: self.ledger.settle(claim, to=to, failure=STOPPED, say=TOLD),
                lambda model: model.settle(click, token, to=to, say=WORDS),
            )

    @rule(crash=CRASHES, which=WHICH, counts=st.booleans())
    def put_back(self, crash: str | None, which: int, *, counts: bool) -> None:
        if self.claims:
            claim, click, token = self.claims[which % len(self.claims)]
            failure = BUSY_ZEEG if counts else None
            self.both(
                crash,
                lambda: self.ledger.put_back(claim, failure=failure, seconds=HELD_FOR),
                lambda model: model.put_back(click, token, counts=counts, seconds=HELD_FOR),
            )
            if self.model.calls[click].status is Status.ANNOUNCED:
                self.out.discard(click)

    @rule(
        crash=CRASHES,
        click=CLICKS,
        move=st.sampled_from(
            [
                (Status.CANCELLED, NOT_SENT),
                (Status.COMPLETED, frozenset({Status.PENDING, Status.UNCERTAIN})),
            ]
        ),
    )
    def move(self, crash: str | None, click: str, move: tuple[Status, frozenset[Status]]) -> None:
        to, out_of = move
        call = self.ledger.call_with_key(click)
        call_id = call.call_id if call else 0
        self.both(
            crash,
            lambda: self.ledger.move(call_id, to=to, out_of=out_of, say=TOLD) is not None,
            lambda model: model.move(click, to=to, out_of=out_of, say=WORDS),
        )

    @rule(crash=CRASHES)
    def reap_and_expire(self, crash: str | None) -> None:
        now = NOW + self.model.now * MINUTE
        self.both(
            crash,
            lambda: self._clicks(self.ledger.reap_calls(say=[UNCERTAIN], failure=STOPPED)),
            lambda model: model.reap_calls((UNCERTAIN.what,)),
        )
        self.both(
            crash,
            lambda: self._clicks(
                self.ledger.expire_calls(now=now, ahead=AHEAD, say=[EDIT], failure=STOPPED)
            ),
            lambda model: model.expire_calls((EDIT.what,)),
        )

    def _replacing(self, click: str | None) -> Replacing | None:
        if click is None:
            return None
        old = self.ledger.call_with_key(click)
        deed = Deed(user_id="U1", name="reschedule", surface=Surface.BUTTON)
        return Replacing(call_id=old.call_id if old else 0, deed=deed, say=TOLD)

    def _clicks(self, ids: Sequence[int]) -> list[str]:
        found = [self.ledger.call(call_id) for call_id in ids]
        return sorted(call.new.key for call in found if call)
