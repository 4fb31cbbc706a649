"""Settings: what is read, what is refused, and that every mistake is named at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls.calling_hours import CallingHoursBy
from bot.calls.request import Agent
from bot.errors import SettingsError
from bot.settings import Settings, ShareResults, read_settings

ROOT = Path(__file__).parent.parent

SALES = "5b2c7d1e-9f3a-4c8b-a1d2-3e4f5a6b7c8d"
SUPPORT = "00000000-0000-0000-0000-0000000000aa"

ENOUGH = {
    "SLACK_BOT_TOKEN": "xoxb-1-abc",
    "SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99yyyzzz85a5",
    "ZEEG_API_TOKEN": "zeeg-token-1",
    "ZEEG_AGENT_UUID": SALES,
}


class Watched(Mapping[str, str]):
    """Variables that remember which names were asked for."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def names_that_are_read() -> set[str]:
    watched = Watched()
    assert (len(watched), list(watched)) == (0, [])
    with pytest.raises(SettingsError):
        read_settings(watched)
    return watched.asked


def mistakes_of(**variables: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        read_settings({**ENOUGH, **variables})
    return caught.value.mistakes


def test_what_is_required_is_enough() -> None:
    assert read_settings(ENOUGH) == Settings(
        slack_bot_token="xoxb-1-abc",
        slack_signing_secret="8f742231b10e8888abcd99yyyzzz85a5",
        slack_app_token=None,
        slack_api_url="https://slack.com/api/",
        zeeg_api_token="zeeg-token-1",
        agents=(Agent(name="Zeeg", uuid=SALES),),
        zeeg_api_url="https://api.zeeg.me/v2",
        zeeg_timezone=ZoneInfo("UTC"),
        zeeg_webhook_token=None,
        database_url="sqlite:///zeegcall.db",
        host="0.0.0.0",  # noqa: S104 - the default is the promise
        port=3000,
        default_region=None,
        undo_seconds=5,
        calling_hours=CallingHoursBy.COUNTRY,
        call_stale_seconds=300,
        outcome_timeout=timedelta(hours=2),
        hold_scheduled_calls=False,
        hold_lead_seconds=300,
        ask_new_countries=True,
        allowed_countries=frozenset(),
        deny_prefixes=frozenset(),
        allowed_channels=frozenset(),
        allowed_usergroups=frozenset(),
        daily_calls_per_user=None,
        admins=frozenset(),
        retention_days=90,
        data_key=None,
        share_results=ShareResults.SUMMARY,
        default_language="en",
    )


def test_reads_several_agents_in_their_order() -> None:
    settings = read_settings(
        {**ENOUGH, "ZEEG_AGENT_UUID": "", "ZEEG_AGENTS": f"Sales EU={SALES} , Support={SUPPORT},"}
    )

    assert settings.agents == (
        Agent(name="Sales EU", uuid=SALES),
        Agent(name="Support", uuid=SUPPORT),
    )


def test_one_agent_named_in_both_places_is_no_mistake() -> None:
    settings = read_settings({**ENOUGH, "ZEEG_AGENTS": f"Support={SUPPORT},Sales={SALES}"})

    assert settings.agents[0].name == "Support"


def test_socket_mode_needs_no_signing_secret() -> None:
    settings = read_settings(
        {**ENOUGH, "SLACK_SIGNING_SECRET": "", "SLACK_APP_TOKEN": "xapp-1-A-b"}
    )

    assert settings.slack_signing_secret is None


def test_names_all_that_is_missing_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({})

    assert [mistake.split(" is missing")[0] for mistake in caught.value.mistakes][:3] == [
        "SLACK_BOT_TOKEN",
        "ZEEG_API_TOKEN",
        "ZEEG_AGENT_UUID",
    ]
    assert "SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are both missing" in caught.value.mistakes[3]
    assert len(caught.value.mistakes) == 4


def test_names_what_is_malformed_together_with_what_is_missing() -> None:
    mistakes = mistakes_of(SLACK_BOT_TOKEN="", PORT="http", ZEEG_TIMEZONE="home")

    assert [mistake.split()[0] for mistake in mistakes] == [
        "SLACK_BOT_TOKEN",
        "ZEEG_TIMEZONE",
        "PORT",
    ]


@given(
    variables=st.dictionaries(
        st.sampled_from(sorted(names_that_are_read())),
        st.text("0123456789abcfxyzSU-:/@=. ,…", min_size=7, max_size=30),
    )
)
def test_any_value_is_read_or_named_and_never_repeated(variables: dict[str, str]) -> None:
    given_values = {**ENOUGH, **variables}
    try:
        settings = read_settings(given_values)
    except SettingsError as error:
        sentences = error.mistakes
    else:
        sentences = (repr(settings),)
        variables = {name: ENOUGH[name] for name in ENOUGH if name != "ZEEG_AGENT_UUID"}

    assert sentences
    assert not [
        name
        for name, value in variables.items()
        if len(value.strip()) > 6 and any(value.strip() in sentence for sentence in sentences)
    ]


def test_the_repr_keeps_every_secret() -> None:
    secrets = {
        "SLACK_BOT_TOKEN": "xoxb-hush-1",
        "SLACK_SIGNING_SECRET": "hush-2",
        "SLACK_APP_TOKEN": "xapp-hush-3",
        "ZEEG_API_TOKEN": "hush-4",
        "ZEEG_WEBHOOK_TOKEN": "hush-hush-5",
        "DATABASE_URL": "postgresql://u:hush-6@h/d",
        "DATA_KEY": "hush-hush-hush-hush-7",
    }

    assert "hush" not in repr(read_settings({**ENOUGH, **secrets}))


def test_calls_are_held_only_if_it_is_wished() -> None:
    assert read_settings(ENOUGH).policy.hold_lead is None
    held = read_settings({**ENOUGH, "HOLD_SCHEDULED_CALLS": "yes", "HOLD_LEAD_SECONDS": "60"})
    assert held.policy.hold_lead == timedelta(minutes=1)


def test_the_policy_is_made_of_the_settings() -> None:
    policy = read_settings({**ENOUGH, "ALLOWED_COUNTRIES": "DE", "UNDO_SECONDS": "7"}).policy

    assert policy.allowed_countries == {"DE"}
    assert policy.undo == timedelta(seconds=7)
    assert policy.stale == timedelta(minutes=5)
    assert policy.calling_hours is CallingHoursBy.COUNTRY


def test_every_setting_has_a_variable_of_its_name() -> None:
    settings = {field.name.upper() for field in fields(Settings)} - {"AGENTS"}

    assert settings | {"ZEEG_AGENTS", "ZEEG_AGENT_UUID"} == names_that_are_read()


def named_in_example() -> dict[str, str]:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    return dict(re.findall(r"^(?:# )?([A-Z_]+)=(.*)$", text, flags=re.MULTILINE))


def test_the_example_names_every_variable_and_no_other() -> None:
    assert set(named_in_example()) == names_that_are_read()


def test_the_example_shows_values_that_can_be_read() -> None:
    shown = {name: value for name, value in named_in_example().items() if value}

    read_settings({**ENOUGH, "ZEEG_AGENT_UUID": "", **shown})


def test_the_example_shows_the_defaults() -> None:
    examples = {
        "ZEEG_AGENTS",
        "DEFAULT_REGION",
        "CALLING_HOURS",
        "ALLOWED_COUNTRIES",
        "DENY_PREFIXES",
        "ALLOWED_CHANNELS",
        "ALLOWED_USERGROUPS",
        "DAILY_CALLS_PER_USER",
        "ADMINS",
    }
    shown = {name: value for name, value in named_in_example().items() if name not in examples}

    given_defaults = {**shown, **ENOUGH}
    assert read_settings(given_defaults) == read_settings(ENOUGH)


def test_the_readme_if_it_has_a_table_names_every_variable() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|(.*?)\|", text, flags=re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([A-Z][A-Z_]{3,})`", row)}

    assert named in (set(), names_that_are_read())
