"""What a person did to a call, as it is written down."""

from dataclasses import dataclass

from bot.calls.draft import Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Who did what to a call, and where in Slack they did it."""

    user_id: str
    name: str
    surface: Surface
