"""The settings of a person, before Slack's blocks, and what may be chosen in them."""

from dataclasses import dataclass

from bot.calls.preferences import Preferences
from bot.calls.request import Agent


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country that may be chosen: its ISO 3166 code, and the code that is dialled for it."""

    region: str
    dialled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsForm:
    """
    `channel_id` is where the form was asked for, empty at Home; the settings of the channel are
    shown too if `for_channel`. `zone` is None if Slack did not tell it. `region` is the one that
    the bot is set up with, and `agents` are in its order. `language` is what a channel is spoken
    to in that has set none.
    """

    mine: Preferences
    channel: Preferences
    channel_id: str
    for_channel: bool
    region: str | None
    language: str
    zone: str | None
    agents: tuple[Agent, ...]
    countries: tuple[Country, ...]
