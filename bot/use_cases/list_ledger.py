"""What lists of calls need of the ledger."""

from typing import Protocol

from bot.calls.listing import Listing


class ListLedger(Protocol):
    """Reads calls by whose they are. It blocks."""

    def listed(self, *, team_id: str, requester_id: str | None, most: int) -> Listing:
        """
        Read up to `most` calls that are to come or under way, and as many others; everybody's if
        no requester is named. What was erased is left out.
        """
        ...
