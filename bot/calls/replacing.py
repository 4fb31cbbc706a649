"""A call that takes the place of another."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.calls.deed import Deed
from bot.calls.say import Say

INSTEAD = "instead"
"""The fact under which the earlier call's messages name the one that takes its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """The earlier call, who replaces it, and what its thread then says."""

    call_id: int
    deed: Deed
    say: Sequence[Say]
