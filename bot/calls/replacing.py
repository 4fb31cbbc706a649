"""A call that takes the place of another."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.calls.deed import Deed
from bot.calls.draft import Draft
from bot.calls.say import Say, Saying, Topic

INSTEAD = "instead"
"""The fact under which the earlier call's messages name the one that takes its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """The earlier call, who replaces it, and what its thread then says."""

    call_id: int
    deed: Deed
    say: Sequence[Say]


def replacing_of(draft: Draft) -> Replacing | None:
    """Give the call that a draft's call takes the place of, None if it takes none."""
    if draft.replaces is None:
        return None
    say = [
        Say(saying=Saying.CARD_EDIT),
        Say(saying=Saying.REPLY, topic=Topic.RESCHEDULED, facts={"by": draft.user_id}),
    ]
    deed = Deed(user_id=draft.user_id, name="reschedule", surface=draft.surface)
    return Replacing(call_id=draft.replaces, deed=deed, say=say)
