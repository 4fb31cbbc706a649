"""What is preferred by whom, and where: the person comes first, then the channel."""

from collections.abc import Mapping
from typing import Protocol

from bot.calls.call import Call
from bot.calls.preferences import NONE, Preferences, Results
from bot.ports import Ledger


class PreferenceLedger(Protocol):
    """Keeps preferences of people and channels. It blocks."""

    def preferences(self, *places: str, team_id: str) -> Mapping[str, Preferences]:
        """Read what these people and channels prefer, those who prefer something."""
        ...

    def prefer(self, wishes: Mapping[str, Preferences], *, team_id: str, by: str) -> None:
        """Keep what people and channels prefer from now on, all or nothing, and who said so."""
        ...


class IntakeLedger(Ledger, PreferenceLedger, Protocol):
    """Everything that survives a crash, with what is preferred."""


class Asker(Protocol):
    """Somebody who asks for something somewhere."""

    @property
    def team_id(self) -> str:
        """Give the workspace."""
        ...

    @property
    def channel_id(self) -> str:
        """Give the channel."""
        ...

    @property
    def user_id(self) -> str:
        """Give the person."""
        ...


def wished(ledger: PreferenceLedger, who: Asker) -> Preferences:
    """Give what holds for a person in a channel."""
    return wished_by(ledger, team_id=who.team_id, user_id=who.user_id, channel_id=who.channel_id)


def results_of(ledger: PreferenceLedger, call: Call) -> Results:
    """Say where it is told how a call ended."""
    new = call.new
    if call.card is None or call.card.is_direct:
        return Results.THREAD
    wishes = wished_by(
        ledger, team_id=new.team_id, user_id=new.requester_id, channel_id=new.channel_id
    )
    return wishes.results or Results.THREAD


def wished_by(
    ledger: PreferenceLedger, *, team_id: str, user_id: str, channel_id: str
) -> Preferences:
    """Give what holds for a person in a channel."""
    found = ledger.preferences(user_id, channel_id, team_id=team_id)
    return found.get(user_id, NONE).before(found.get(channel_id, NONE))
