"""What Slack says of a person, as far as calls need it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """
    A person in Slack. `zone` is their IANA zone, None if Slack told none. `locale` is like
    "en-US": what they are spoken to in. `slack_locale` is Slack's own where they prefer another
    language: it alone tells whether 3/4 is in March or in April. `is_guest` is anybody who is not
    a full member of the bot's own organisation. `usergroups` are those of the allowed user groups
    that they are in, None if Slack did not say. `read_at` is when Slack said so: people travel,
    and a zone that was true last week rings at the wrong hour.
    """

    team_id: str
    user_id: str
    zone: str | None
    locale: str | None
    is_guest: bool = False
    is_admin: bool = False
    usergroups: frozenset[str] | None = None
    read_at: datetime
    slack_locale: str | None = None
