"""What may differ from one deployment to another, as the rest of the bot sees it."""

from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.calls.calling_hours import HoursRule
from bot.calls.permission import CallerRules
from bot.calls.request import Agent
from bot.calls.review import Policy
from bot.calls.sharing import ShareResults


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    Everything that may differ from one deployment to another. The repr keeps the secrets.

    An empty `allowed_countries`, `allowed_channels`, `allowed_usergroups` allows all; empty
    `admins` means the workspace's owners and admins; `daily_calls_per_user` None is no limit.
    """

    slack_bot_token: str = field(repr=False)
    slack_signing_secret: str | None = field(repr=False)
    slack_app_token: str | None = field(repr=False)
    slack_api_url: str
    zeeg_api_token: str = field(repr=False)
    agents: tuple[Agent, ...]
    zeeg_api_url: str
    zeeg_timezone: ZoneInfo
    zeeg_webhook_token: str | None = field(repr=False)
    database_url: str = field(repr=False)
    host: str
    port: int
    default_region: str | None
    undo_seconds: int
    calling_hours: HoursRule | None
    call_stale_seconds: int
    outcome_timeout: timedelta
    hold_scheduled_calls: bool
    hold_lead_seconds: int
    allowed_countries: frozenset[str]
    ask_new_countries: bool
    deny_prefixes: frozenset[str]
    allowed_channels: frozenset[str]
    allowed_usergroups: frozenset[str]
    daily_calls_per_user: int | None
    admins: frozenset[str]
    retention_days: int
    data_key: str | None = field(repr=False)
    share_results: ShareResults
    default_language: str

    @property
    def callers(self) -> CallerRules:
        """Who may ask for calls."""
        return CallerRules(
            channels=self.allowed_channels,
            usergroups=self.allowed_usergroups,
            daily_calls=self.daily_calls_per_user,
            admins=self.admins,
        )

    @property
    def hashing_key(self) -> bytes | None:
        """What telephone numbers are hashed with, None if the ledger is to make and keep one."""
        return self.data_key.encode() if self.data_key else None

    @property
    def policy(self) -> Policy:
        """The rules that a call must pass."""
        hold_lead = timedelta(seconds=self.hold_lead_seconds)
        return Policy(
            calling_hours=self.calling_hours,
            allowed_countries=self.allowed_countries,
            asks_new_countries=self.ask_new_countries,
            deny_prefixes=self.deny_prefixes,
            undo=timedelta(seconds=self.undo_seconds),
            stale=timedelta(seconds=self.call_stale_seconds),
            hold_lead=hold_lead if self.hold_scheduled_calls else None,
            zeeg_zone=self.zeeg_timezone,
        )
