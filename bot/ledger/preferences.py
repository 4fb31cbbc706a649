"""What people and channels prefer."""

from collections.abc import Mapping

from sqlalchemy import Connection, RowMapping, bindparam, select

from bot.calls.preferences import Preferences, Results
from bot.ledger.columns import time_now
from bot.ledger.door import Door, insertion
from bot.ledger.schema import preferences

OF_PLACES = select(preferences).where(
    preferences.c.team_id == bindparam("team"),
    preferences.c.place.in_(bindparam("places", expanding=True)),
)


class SqlPreferences:
    """The PreferenceLedger of `use_cases.preferring`."""

    _door: Door

    def preferences(self, *places: str, team_id: str) -> Mapping[str, Preferences]:
        """Read what these people and channels prefer."""
        with self._door.reading() as connection:
            found = connection.execute(OF_PLACES, {"team": team_id, "places": places})
            return {row["place"]: _read(row) for row in found.mappings()}

    def prefer(self, wishes: Mapping[str, Preferences], *, team_id: str, by: str) -> None:
        """Keep or replace what people and channels prefer."""
        with self._door.writing("preferences") as connection:
            for place in sorted(wishes):  # in one order, so that no two wait for each other
                _prefer(connection, place, wishes[place], team_id=team_id, by=by)


def _prefer(
    connection: Connection, place: str, wishes: Preferences, *, team_id: str, by: str
) -> None:
    values = {
        "team_id": team_id,
        "place": place,
        "region": wishes.region,
        "language": wishes.language,
        "agent_uuid": wishes.agent_uuid,
        "results": None if wishes.results is None else wishes.results.value,
        "changed_by": by,
    }
    changing = insertion(connection.dialect.name, preferences).values(
        changed_at=time_now(), **values
    )
    changing = changing.on_conflict_do_update(
        index_elements=["team_id", "place"], set_={**values, "changed_at": time_now()}
    )
    connection.execute(changing)


def _read(row: RowMapping) -> Preferences:
    return Preferences(
        region=row["region"],
        language=row["language"],
        agent_uuid=row["agent_uuid"],
        results=None if row["results"] is None else Results(row["results"]),
    )
