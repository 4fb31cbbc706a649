"""Settings, one by one: what each may be, and what is said of anything else."""

import re
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calls.calling_hours import CallingHours
from bot.calls.request import Agent
from bot.errors import SettingsError
from bot.settings import ShareResults, read_settings

SALES = "5b2c7d1e-9f3a-4c8b-a1d2-3e4f5a6b7c8d"
SUPPORT = "00000000-0000-0000-0000-0000000000aa"

ENOUGH = {
    "SLACK_BOT_TOKEN": "xoxb-1-abc",
    "SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99yyyzzz85a5",
    "ZEEG_API_TOKEN": "zeeg-token-1",
    "ZEEG_AGENT_UUID": SALES,
}

GOOD = [
    pytest.param("SLACK_APP_TOKEN", "xapp-1-A-b", "slack_app_token", "xapp-1-A-b", id="app token"),
    pytest.param(
        "SLACK_API_URL",
        "http://127.0.0.1:9/api",
        "slack_api_url",
        "http://127.0.0.1:9/api/",
        id="Slack on this machine gets its slash",
    ),
    pytest.param(
        "SLACK_API_URL",
        "https://slack.test/api/",
        "slack_api_url",
        "https://slack.test/api/",
        id="Slack keeps its slash",
    ),
    pytest.param(
        "ZEEG_API_URL",
        "http://localhost:8/v2/",
        "zeeg_api_url",
        "http://localhost:8/v2",
        id="Zeeg",
    ),
    pytest.param("ZEEG_API_URL", "http://[::1]:8", "zeeg_api_url", "http://[::1]:8", id="IPv6"),
    pytest.param(
        "ZEEG_TIMEZONE", "Europe/Berlin", "zeeg_timezone", ZoneInfo("Europe/Berlin"), id="zone"
    ),
    pytest.param(
        "ZEEG_AGENT_UUID",
        SALES.upper(),
        "agents",
        (Agent(name="Zeeg", uuid=SALES),),
        id="capital UUID",
    ),
    pytest.param(
        "DATABASE_URL",
        "postgres://u:p@h/db",
        "database_url",
        "postgres://u:p@h/db",
        id="postgres",
    ),
    pytest.param(
        "DATABASE_URL", "postgresql:///db", "database_url", "postgresql:///db", id="postgresql"
    ),
    pytest.param("DATABASE_URL", "sqlite:////a.db", "database_url", "sqlite:////a.db", id="file"),
    pytest.param("PORT", " 8080 ", "port", 8080, id="spaces around"),
    pytest.param("PORT", "", "port", 3000, id="empty is not set"),
    pytest.param("DEFAULT_REGION", "de", "default_region", "DE", id="region in small letters"),
    pytest.param("UNDO_SECONDS", "0", "undo_seconds", 0, id="no undo"),
    pytest.param("CALLING_HOURS", "off", "calling_hours", None, id="no calling hours"),
    pytest.param("CALLING_HOURS", "Off", "ask_new_countries", False, id="a direct call"),
    pytest.param("CALLING_HOURS", "", "ask_new_countries", True, id="new countries are asked"),
    pytest.param("ASK_NEW_COUNTRIES", "no", "ask_new_countries", False, id="or not"),
    pytest.param(
        "CALLING_HOURS",
        "9:30 – 20:15",
        "calling_hours",
        CallingHours(opens=time(9, 30), closes=time(20, 15)),
        id="hours with a dash",
    ),
    pytest.param(
        "CALLING_HOURS",
        "00:00-24:00",
        "calling_hours",
        CallingHours(opens=time(0), closes=time.max),
        id="the whole day",
    ),
    pytest.param("OUTCOME_TIMEOUT", "90m", "outcome_timeout", timedelta(minutes=90), id="90m"),
    pytest.param("OUTCOME_TIMEOUT", "7200", "outcome_timeout", timedelta(hours=2), id="seconds"),
    pytest.param("OUTCOME_TIMEOUT", "2 Hours", "outcome_timeout", timedelta(hours=2), id="words"),
    pytest.param("HOLD_SCHEDULED_CALLS", "True", "hold_scheduled_calls", True, id="true"),
    pytest.param("HOLD_SCHEDULED_CALLS", "off", "hold_scheduled_calls", False, id="off"),
    pytest.param(
        "ALLOWED_COUNTRIES", "de, AT CH,", "allowed_countries", {"DE", "AT", "CH"}, id="countries"
    ),
    pytest.param(
        "DENY_PREFIXES", "+4990, +1876", "deny_prefixes", {"+4990", "+1876"}, id="prefixes"
    ),
    pytest.param("ALLOWED_CHANNELS", "C1,G2", "allowed_channels", {"C1", "G2"}, id="channels"),
    pytest.param("ALLOWED_USERGROUPS", "S1", "allowed_usergroups", {"S1"}, id="user groups"),
    pytest.param("ADMINS", "U1 W2", "admins", {"U1", "W2"}, id="admins"),
    pytest.param("DAILY_CALLS_PER_USER", "20", "daily_calls_per_user", 20, id="cap"),
    pytest.param("DATA_KEY", "0123456789abcdef", "data_key", "0123456789abcdef", id="key"),
    pytest.param("SHARE_RESULTS", "All", "share_results", ShareResults.ALL, id="share"),
    pytest.param("ZEEG_WEBHOOK_TOKEN", "s3cret-8", "zeeg_webhook_token", "s3cret-8", id="webhook"),
]


@pytest.mark.parametrize(("name", "value", "setting", "expected"), GOOD)
def test_reads(name: str, value: str, setting: str, expected: object) -> None:
    assert getattr(read_settings({**ENOUGH, name: value}), setting) == expected


BAD = [
    pytest.param("SLACK_BOT_TOKEN", "xapp-1-A-b", "belongs into SLACK_APP_TOKEN", id="xapp"),
    pytest.param("SLACK_BOT_TOKEN", "xoxp-1-b", "a user's token", id="user's token"),
    pytest.param("SLACK_BOT_TOKEN", "xoxe.xoxb-1-b", "rotation", id="rotating token"),
    pytest.param("SLACK_BOT_TOKEN", "bot-1234567", "must start with xoxb-", id="no prefix"),
    pytest.param("SLACK_BOT_TOKEN", "xoxb-…", "must start with xoxb-", id="placeholder"),
    pytest.param("SLACK_BOT_TOKEN", "xoxb-12 34", "space", id="space inside"),
    pytest.param("SLACK_BOT_TOKEN", "xoxb-12\n34", "must start with", id="line break inside"),
    pytest.param("SLACK_APP_TOKEN", "xoxb-1-b", "the bot's token", id="bot's token for the app"),
    pytest.param("SLACK_SIGNING_SECRET", "xoxb-1-b", "a token of Slack's", id="token as secret"),
    pytest.param("SLACK_API_URL", "http://slack.com/api/", "https://", id="plain http"),
    pytest.param("SLACK_API_URL", "slack.com/api", "https://", id="no scheme"),
    pytest.param("SLACK_API_URL", "https://", "https://", id="no host"),
    pytest.param("SLACK_API_URL", "https://[bad", "https://", id="broken IPv6"),
    pytest.param("SLACK_API_URL", "https://slack.com:x/", "https://", id="broken port"),
    pytest.param("ZEEG_API_URL", "https://user:hunter2@zeeg.me/", "password", id="password"),
    pytest.param("ZEEG_API_URL", "https://zeeg.me/v2?x=1", "question mark", id="query"),
    pytest.param("ZEEG_API_URL", f"https://{'a' * 64}.me", "https://", id="endless label"),
    pytest.param("ZEEG_API_URL", "http://127.0.0.1.evil.test/", "https://", id="near loopback"),
    pytest.param("ZEEG_API_TOKEN", "Bearer abcdefg", "without the word Bearer", id="Bearer"),
    pytest.param("ZEEG_API_TOKEN", "xoxb-1-abcdef", "a token of Slack's", id="Slack's for Zeeg"),
    pytest.param("ZEEG_API_TOKEN", "tökén-1234", "copy it again", id="no ASCII"),
    pytest.param("ZEEG_AGENT_UUID", "not-a-uuid", "agent's UUID", id="no UUID"),
    pytest.param("ZEEG_AGENTS", SALES, "Sales=UUID", id="agents without names"),
    pytest.param("ZEEG_AGENTS", f"={SALES}", "Sales=UUID", id="empty name"),
    pytest.param("ZEEG_AGENTS", f"A={SALES},,B={SUPPORT}", "Sales=UUID", id="empty part"),
    pytest.param("ZEEG_AGENTS", "Sales=12345678", "agent's UUID", id="agents without UUIDs"),
    pytest.param("ZEEG_AGENTS", f"A={SALES},a={SUPPORT}", "twice", id="name twice"),
    pytest.param("ZEEG_AGENTS", f"A={SALES},B={SALES}", "twice", id="UUID twice"),
    pytest.param("ZEEG_AGENTS", f"A={SUPPORT}", "only one of the two", id="both disagree"),
    pytest.param("ZEEG_TIMEZONE", "Berlin-Time", "IANA", id="no zone"),
    pytest.param("ZEEG_TIMEZONE", "../../etc/passwd", "IANA", id="a path"),
    pytest.param("ZEEG_TIMEZONE", "Europe", "IANA", id="a folder of zones"),
    pytest.param("ZEEG_WEBHOOK_TOKEN", "short12", "8 to 1000", id="short token"),
    pytest.param("ZEEG_WEBHOOK_TOKEN", "x" * 1001, "8 to 1000", id="long token"),
    pytest.param("DATABASE_URL", "mysql://h/database", "sqlite:///", id="mysql"),
    pytest.param("DATABASE_URL", "zeegcall.db", "sqlite:///", id="only a file's name"),
    pytest.param("DATABASE_URL", "sqlite:///:memory:", "memory keeps no call", id="memory"),
    pytest.param("DATABASE_URL", "sqlite:///", "must name a file", id="no file"),
    pytest.param("PORT", "0", "1 to 65535", id="port zero"),
    pytest.param("PORT", "65536", "1 to 65535", id="port too high"),
    pytest.param("PORT", "3000.0", "1 to 65535", id="no whole number"),
    pytest.param("PORT", "٣٠٠٠", "1 to 65535", id="other digits"),
    pytest.param("HOST", "my host", "HOST", id="host with a space"),
    pytest.param("DEFAULT_REGION", "Germany", "ISO 3166", id="country's name"),
    pytest.param("DEFAULT_REGION", "uk", "GB", id="UK"),
    pytest.param("ALLOWED_COUNTRIES", "DE,+49", "ISO 3166", id="country code"),
    pytest.param("ALLOWED_CHANNELS", "#sales-team", "IDs", id="channel's name"),
    pytest.param("ALLOWED_USERGROUPS", "@sales-team", "IDs", id="group's name"),
    pytest.param("ADMINS", "jane.doe", "IDs", id="member's name"),
    pytest.param("DENY_PREFIXES", "0900", "E.164|how numbers begin", id="national prefix"),
    pytest.param("CALLING_HOURS", "21:00-08:00", "opens? before|open before", id="over midnight"),
    pytest.param("CALLING_HOURS", "08:00-24:30", "open before", id="after the day's end"),
    pytest.param("CALLING_HOURS", "8 to 21 o'clock", "08:00-21:00", id="words"),
    pytest.param("UNDO_SECONDS", "-1 seconds", "0 to 600", id="negative"),
    pytest.param("UNDO_SECONDS", "300", "less than CALL_STALE_SECONDS", id="undo for ever"),
    pytest.param("OUTCOME_TIMEOUT", "2", "a minute", id="two of what"),
    pytest.param("OUTCOME_TIMEOUT", "forever", "2h", id="no span"),
    pytest.param("HOLD_SCHEDULED_CALLS", "maybe not", "true or false", id="maybe"),
    pytest.param("DATA_KEY", "short-key", "16 signs", id="short key"),
    pytest.param("SHARE_RESULTS", "everyone", "summary, all, requester", id="no such word"),
]


@pytest.mark.parametrize(("name", "value", "said"), BAD)
def test_refuses_and_says_what_to_write(name: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({**ENOUGH, name: value})

    (mistake,) = caught.value.mistakes

    assert name in mistake
    assert re.search(said, mistake)


def test_nothing_is_erased_before_it_is_told_as_overdue() -> None:
    with pytest.raises(SettingsError, match="OUTCOME_TIMEOUT must be less than RETENTION_DAYS"):
        read_settings({**ENOUGH, "OUTCOME_TIMEOUT": "3d", "RETENTION_DAYS": "3"})
