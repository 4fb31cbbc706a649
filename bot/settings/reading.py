"""Reads every setting out of the environment's variables."""

import re
from collections.abc import Mapping
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from bot.calls.calling_hours import CallingHours, CallingHoursBy
from bot.calls.preferences import LANGUAGES
from bot.calls.request import Agent
from bot.calls.sharing import ShareResults
from bot.errors import SettingsError
from bot.settings.credentials import (
    data_key,
    database_url,
    not_slacks_token,
    slack_app_token,
    slack_bot_token,
    webhook_token,
    zeeg_token,
)
from bot.settings.values import Settings
from bot.settings.variables import (
    MalformedError,
    Variables,
    duration,
    region,
    several,
    slack_ids,
    url,
    whole_number,
    word,
    yes_or_no,
    zone,
)

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])\s*[-–]\s*([01]?[0-9]|2[0-4]):([0-5][0-9])")
PREFIX = re.compile(r"\+[1-9][0-9]{0,14}")
LONGEST_NAME = 50
DATABASE = "sqlite:///zeegcall.db"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """
    Read the settings out of the variables; an empty variable counts as one that is not set.

    Raises SettingsError, which names all that is missing or malformed and repeats no value.
    """
    variables = Variables(environ)
    read = variables.read
    hours = read("CALLING_HOURS", calling_hours, CallingHoursBy.COUNTRY)
    settings = Settings(
        slack_bot_token=variables.need(
            "SLACK_BOT_TOKEN",
            slack_bot_token,
            "copy the Bot User OAuth Token (xoxb-…) from the app's OAuth & Permissions",
        ),
        slack_signing_secret=read("SLACK_SIGNING_SECRET", not_slacks_token, None),
        slack_app_token=read("SLACK_APP_TOKEN", slack_app_token, None),
        slack_api_url=read("SLACK_API_URL", url, "https://slack.com/api") + "/",
        zeeg_api_token=variables.need(
            "ZEEG_API_TOKEN",
            zeeg_token,
            "create a token with the scope outbound-calls:write in Zeeg's developer settings",
        ),
        agents=_agents(variables),
        zeeg_api_url=read("ZEEG_API_URL", url, "https://api.zeeg.me/v2"),
        zeeg_timezone=read("ZEEG_TIMEZONE", zone, ZoneInfo("UTC")),
        zeeg_webhook_token=read("ZEEG_WEBHOOK_TOKEN", webhook_token, None),
        database_url=read("DATABASE_URL", database_url, DATABASE),
        host=read("HOST", word, "0.0.0.0"),  # noqa: S104 - the door of a server
        port=read("PORT", whole_number(1, 65535), 3000),
        default_region=read("DEFAULT_REGION", region, None),
        undo_seconds=read("UNDO_SECONDS", whole_number(0, 600), 5),
        calling_hours=hours,
        call_stale_seconds=read("CALL_STALE_SECONDS", whole_number(1, 86400), 300),
        outcome_timeout=read("OUTCOME_TIMEOUT", duration, timedelta(hours=2)),
        hold_scheduled_calls=read("HOLD_SCHEDULED_CALLS", yes_or_no, default=False),
        hold_lead_seconds=read("HOLD_LEAD_SECONDS", whole_number(5, 86400), 300),
        allowed_countries=read("ALLOWED_COUNTRIES", several(region), frozenset[str]()),
        ask_new_countries=read("ASK_NEW_COUNTRIES", yes_or_no, default=hours is not None),
        deny_prefixes=read("DENY_PREFIXES", several(prefix), frozenset[str]()),
        allowed_channels=read("ALLOWED_CHANNELS", slack_ids("CGD", "channel"), frozenset[str]()),
        allowed_usergroups=read(
            "ALLOWED_USERGROUPS", slack_ids("S", "user group"), frozenset[str]()
        ),
        daily_calls_per_user=read("DAILY_CALLS_PER_USER", whole_number(1, 100_000), None),
        admins=read("ADMINS", slack_ids("UW", "member"), frozenset[str]()),
        retention_days=read("RETENTION_DAYS", whole_number(1, 3650), 90),
        data_key=read("DATA_KEY", data_key, None),
        default_language=read("DEFAULT_LANGUAGE", language, "en"),
        share_results=read("SHARE_RESULTS", share_results, ShareResults.SUMMARY),
    )
    _fit_together(settings, variables)
    if variables.mistakes:
        raise SettingsError(variables.mistakes)
    return settings


def read_database(environ: Mapping[str, str]) -> tuple[str, bytes | None]:
    """
    Read the database's address and the key of its hashes, which is all that it takes to migrate.

    Raises SettingsError.
    """
    variables = Variables(environ)
    address = variables.read("DATABASE_URL", database_url, DATABASE)
    key = variables.read("DATA_KEY", data_key, None)
    if variables.mistakes:
        raise SettingsError(variables.mistakes)
    return address, key.encode() if key else None


def calling_hours(text: str) -> CallingHours | None:
    """Read `08:00-21:00`, or `off` for no hours at all; 24:00 is the end of the day."""
    if text.lower() == "off":
        return None
    match = CLOCK.fullmatch(text)
    if match is None:
        raise MalformedError("must be a span like 08:00-21:00, or off")
    hour, minute, last_hour, last_minute = (int(part) for part in match.groups())
    closes = time.max if last_hour == 24 else time(last_hour, last_minute)
    if time(hour, minute) >= closes or (last_hour == 24 and last_minute):
        raise MalformedError("must open before it closes, on one day, like 08:00-21:00")
    return CallingHours(opens=time(hour, minute), closes=closes)


def prefix(text: str) -> str:
    """Read how a number begins, as E.164 has it."""
    if not PREFIX.fullmatch(text):
        raise MalformedError("must list how numbers begin, like +4990 or +1900: + and digits only")
    return text


def language(text: str) -> str:
    """Read one of the languages that are spoken."""
    code = text.lower()
    if code not in LANGUAGES:
        raise MalformedError(f"must be one of {', '.join(LANGUAGES)}")
    return code


def share_results(text: str) -> ShareResults:
    """Read one of three words."""
    if text.lower() not in set(ShareResults):
        raise MalformedError(f"must be one of {', '.join(ShareResults)}")
    return ShareResults(text.lower())


def agent_uuid(text: str) -> str:
    """Read an agent's UUID, in small letters as Zeeg writes it."""
    if not UUID.fullmatch(text.lower()):
        raise MalformedError(
            "must hold the agent's UUID (8-4-4-4-12 signs of 0-9 and a-f): copy it from the "
            "agent's settings in Zeeg"
        )
    return text.lower()


def agents(text: str) -> tuple[Agent, ...]:
    """Read `Sales=UUID,Support=UUID`; the first is the default."""
    found: list[Agent] = []
    for part in text.strip(" ,").split(","):
        name, equals, uuid = (piece.strip() for piece in part.rpartition("="))
        if not equals or not name or len(name) > LONGEST_NAME or not name.isprintable():
            raise MalformedError(
                f"must be written Sales=UUID,Support=UUID, names of up to {LONGEST_NAME} signs"
            )
        found.append(Agent(name=name, uuid=agent_uuid(uuid)))
    names, uuids = {agent.name.casefold() for agent in found}, {agent.uuid for agent in found}
    if min(len(names), len(uuids)) < len(found):
        raise MalformedError("names an agent twice")
    return tuple(found)


def _agents(variables: Variables) -> tuple[Agent, ...]:
    several_agents = variables.read("ZEEG_AGENTS", agents, ())
    one = variables.read("ZEEG_AGENT_UUID", agent_uuid, None)
    if not (variables.text("ZEEG_AGENTS") or variables.text("ZEEG_AGENT_UUID")):
        variables.mistakes.append(
            "ZEEG_AGENT_UUID is missing: copy the UUID from the agent's settings in Zeeg "
            "(or set ZEEG_AGENTS for several)"
        )
    if one and several_agents and one not in {agent.uuid for agent in several_agents}:
        variables.mistakes.append(
            "ZEEG_AGENT_UUID names an agent that ZEEG_AGENTS does not: set only one of the two"
        )
    return several_agents or ((Agent(name="Zeeg", uuid=one),) if one else ())


def _fit_together(settings: Settings, variables: Variables) -> None:
    if not (variables.text("SLACK_SIGNING_SECRET") or variables.text("SLACK_APP_TOKEN")):
        variables.mistakes.append(
            "SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are both missing: set the Signing Secret "
            "(Basic Information in the app's settings) for HTTP, or an App-Level Token (xapp-…, "
            "scope connections:write) for Socket Mode"
        )
    if settings.undo_seconds >= settings.call_stale_seconds:
        variables.mistakes.append(
            "UNDO_SECONDS must be less than CALL_STALE_SECONDS, or every call would be too late"
        )
    if settings.outcome_timeout >= timedelta(days=settings.retention_days):
        variables.mistakes.append(
            "OUTCOME_TIMEOUT must be less than RETENTION_DAYS, or calls of which nothing is heard "
            "would be erased before anybody is told"
        )
