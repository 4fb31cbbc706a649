"""Who has opened the Home tab."""

from datetime import datetime

from sqlalchemy import bindparam, select

from bot.ledger.door import Door, insertion_once
from bot.ledger.schema import homes

OF_PERSON = select(homes.c.user_id).where(
    homes.c.team_id == bindparam("team"), homes.c.user_id == bindparam("user")
)


class SqlHomes:
    """The HomeLedger of `use_cases.home_ledger`."""

    _door: Door

    def home_opened(self, *, team_id: str, user_id: str, at: datetime) -> None:
        """Remember somebody, once."""
        if self.has_home(team_id=team_id, user_id=user_id):
            return
        with self._door.writing("home") as connection:
            values = {"team_id": team_id, "user_id": user_id, "opened_at": at}
            connection.execute(insertion_once(connection.dialect.name, homes), values)

    def has_home(self, *, team_id: str, user_id: str) -> bool:
        """Look somebody up."""
        with self._door.reading() as connection:
            found = connection.scalar(OF_PERSON, {"team": team_id, "user": user_id})
            return found is not None
