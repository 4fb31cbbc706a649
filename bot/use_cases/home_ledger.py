"""Who has opened the Home tab, so that it is kept up to date for them and for nobody else."""

from datetime import datetime
from typing import Protocol


class HomeLedger(Protocol):
    """Remembers whose Home is open to be seen. It blocks."""

    def home_opened(self, *, team_id: str, user_id: str, at: datetime) -> None:
        """Remember that somebody has opened their Home."""
        ...

    def has_home(self, *, team_id: str, user_id: str) -> bool:
        """Whether somebody has ever opened their Home."""
        ...
