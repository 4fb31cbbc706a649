"""What lists of calls need of the ledger."""

from typing import Protocol

from bot.calls.listing import Listing, Page


class ListLedger(Protocol):
    """Reads calls by whose they are. It blocks."""

    def listed(
        self, *, team_id: str, requester_id: str | None, most: int, page: Page | None = None
    ) -> Listing:
        """
        Read up to `most` calls that are to come or under way, and as many others; everybody's if
        no requester is named. What was erased is left out, and what is not of the page, if one is
        named.
        """
        ...
