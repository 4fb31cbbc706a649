"""The settings of a person, before Slack's blocks, and what may be chosen in them."""

from dataclasses import dataclass

from bot.calls.preferences import Preferences
from bot.calls.request import Agent


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country that may be chosen: its ISO 3166 code, and the code that is dialled for it."""

    region: str
    name: str
    dialled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsForm:
    """
    `channel_id` is set where the channel's own settings are shown too, to an admin. `zone` is
    None if Slack did not tell it.
    """

    mine: Preferences
    channel: Preferences
    channel_id: str
    zone: str | None
    agents: tuple[Agent, ...]
    countries: tuple[Country, ...]
