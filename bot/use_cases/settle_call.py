"""A person stops a call, or says what became of one of which nobody knows."""

from dataclasses import dataclass

from bot.calls.call import Call
from bot.calls.deed import Deed
from bot.calls.draft import Surface
from bot.calls.say import WORD, Say, Saying, Topic
from bot.calls.status import NOT_SENT, Status
from bot.ports import CallLedger


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleCall:
    """
    The verbs behind *Undo*, *Cancel*, *It rang*, *Zeeg has it*, *Nobody was called*. They block,
    shortly.
    """

    ledger: CallLedger

    def undo(self, call_id: int, *, by: str, surface: Surface) -> Call | None:
        """Stop a call that surely was not sent. None if it is too late, or was stopped before."""
        deed = Deed(user_id=by, name="undo", surface=surface)
        return self._move(call_id, Status.CANCELLED, NOT_SENT, topic=Topic.CANCELLED, deed=deed)

    def cancel(self, call_id: int, *, by: str, surface: Surface) -> Call | None:
        """Stop a call that waits here. None if it was sent, or was stopped before."""
        deed = Deed(user_id=by, name="cancel", surface=surface)
        return self._move(call_id, Status.CANCELLED, NOT_SENT, topic=Topic.CANCELLED, deed=deed)

    def it_rang(self, call_id: int, *, by: str, surface: Surface) -> Call | None:
        """Take a person's word that an unknown call was placed. None if it is settled."""
        deed = Deed(user_id=by, name="it rang", surface=surface)
        return self._settle(call_id, Status.COMPLETED, deed=deed)

    def zeeg_has_it(self, call_id: int, *, by: str, surface: Surface) -> Call | None:
        """Take a person's word that Zeeg has an unknown call. None if it is settled."""
        deed = Deed(user_id=by, name="zeeg has it", surface=surface)
        unknown = frozenset({Status.UNCERTAIN})
        return self._move(call_id, Status.PENDING, unknown, topic=Topic.SETTLED, deed=deed)

    def nobody_called(self, call_id: int, *, by: str, surface: Surface) -> Call | None:
        """Take a person's word that an unknown call was not placed. None if it is settled."""
        deed = Deed(user_id=by, name="nobody called", surface=surface)
        return self._settle(call_id, Status.FAILED, deed=deed)

    def _settle(self, call_id: int, to: Status, *, deed: Deed) -> Call | None:
        call = self.ledger.call(call_id)
        if call is None or not call.is_unknown:
            return None
        return self._move(call_id, to, frozenset({call.status}), topic=Topic.SETTLED, deed=deed)

    def _move(
        self,
        call_id: int,
        to: Status,
        out_of: frozenset[Status],
        *,
        topic: Topic,
        deed: Deed,
    ) -> Call | None:
        was_told = out_of == frozenset({Status.PENDING})  # perhaps somebody said that Zeeg has it
        say = [
            Say(saying=Saying.CARD_EDIT),
            Say(
                saying=Saying.REPLY,
                topic=topic,
                facts={"by": deed.user_id, WORD: to.value},
                nth=int(was_told),
            ),
        ]
        return self.ledger.move(call_id, to=to, out_of=out_of, deed=deed, say=say)
