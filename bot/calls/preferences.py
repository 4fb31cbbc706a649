"""What a person or a channel prefers where a request does not say it."""

from dataclasses import dataclass
from enum import StrEnum


class Results(StrEnum):
    """Where it is told how a call ended."""

    THREAD = "thread"
    CHANNEL = "channel"  # in the thread, and in the channel too


LANGUAGES = ("en", "de", "fr", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """
    Each is None if nothing is preferred. `region` is the ISO 3166 code whose national numbers
    are understood, `language` one of LANGUAGES; without it Slack's own is spoken.
    """

    region: str | None = None
    language: str | None = None
    agent_uuid: str | None = None
    results: Results | None = None

    def before(self, other: "Preferences") -> "Preferences":
        """Give what holds where these are looked at first, and the other ones after them."""
        return Preferences(
            region=self.region or other.region,
            language=self.language or other.language,
            agent_uuid=self.agent_uuid or other.agent_uuid,
            results=self.results or other.results,
        )


NONE = Preferences()


def locale_in(language: str | None, slacks: str | None) -> str | None:
    """Give the locale of somebody who prefers a language; Slack's own knows the country too."""
    if language is None or (slacks or "").partition("-")[0] == language:
        return slacks
    return language
