"""What Slack says of a person, as far as calls need it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """
    A person in Slack. `zone` is their IANA zone, None if Slack told none; `locale` is like
    "en-US"; `is_guest` is anybody who is not a full member of the bot's own organisation.
    """

    team_id: str
    user_id: str
    zone: str | None
    locale: str | None
    is_guest: bool = False
    is_admin: bool = False
