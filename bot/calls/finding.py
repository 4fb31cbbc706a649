"""What a check-up finds: one thing that works, needs a look, or does not work."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Health(StrEnum):
    """How a thing is."""

    GOOD = "good"
    LOOK = "look"  # works, or could not be found out: somebody may want to know
    BAD = "bad"


class Part(StrEnum):
    """What is looked at."""

    SLACK_TOKEN = "slack_token"  # noqa: S105 - the name of a part, no secret
    SLACK_SCOPES = "slack_scopes"
    OPTIONAL_SCOPES = "optional_scopes"
    SLACK_DOOR = "slack_door"
    CLOCK = "clock"
    CHANNEL = "channel"
    AGENT = "agent"
    DATABASE = "database"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of a check-up. `facts` go into its sentence, and hold no secret."""

    part: Part
    health: Health
    facts: Mapping[str, str] = field(default_factory=dict)
