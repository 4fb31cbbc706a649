"""What the do-not-call list needs of the ledger, told as a Protocol."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.calls.block import Block, Blocked, TakenOff
from bot.calls.failure import Failure
from bot.calls.say import Say


class BlockLedger(Protocol):
    """The do-not-call list."""

    def block_number(
        self,
        phone_number: str,
        block: Block,
        *,
        failure: Failure,
        say: Sequence[Say],
        tell: Sequence[Say],
    ) -> Blocked:
        """
        Put a number on the list, and refuse its calls that are not sent yet, each with the
        messages `say`, in one transaction; those that Zeeg may have get the messages `tell`. An
        entry that stands already is kept as it is.
        """
        ...

    def unblock_number(self, phone_number: str, *, by: str, at: datetime) -> Block | None:
        """
        Take a number off the list, and write down who did when; give the entry that stood
        there, None if none did.
        """
        ...

    def blocks(self, *, limit: int) -> Sequence[Block]:
        """Read the newest entries."""
        ...

    def taken_off(self, *, limit: int) -> Sequence[TakenOff]:
        """Read what was taken off the list last."""
        ...
