"""The workspace of `try` has the app as its manifest has it, and a good hour to call at."""

import datetime as dt
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.playground import cast
from bot.playground.clock import MovableClock
from bot.playground.workspace import Workspace

ROOT = Path(__file__).parents[2]

KEPT_FOR_STORIES = ("+49 30 23125", "+49 89 99998", "+1 212 555 01", "+33 1 99 00 ")
"""Berlin, Munich, New York and Paris: Bundesnetzagentur, NANPA and Arcep give them to nobody."""


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text())
    return loaded


def test_the_command_is_the_manifests(manifest: dict[str, Any]) -> None:
    (command,) = manifest["features"]["slash_commands"]
    app = cast.installed_app()

    assert app.commands == {command["command"]}
    assert app.usage_hint == command["usage_hint"]
    assert app.description == command["description"]
    assert app.should_escape is command["should_escape"]


def test_the_shortcuts_are_the_manifests(manifest: dict[str, Any]) -> None:
    names = ("name", "type", "callback_id")
    shortcuts = manifest["features"].get("shortcuts", [])

    assert [{name: each[name] for name in names} for each in shortcuts] == (
        cast.installed_app().shortcuts
    )


def test_the_apps_tabs_are_the_manifests(manifest: dict[str, Any]) -> None:
    app, tabs = cast.installed_app(), manifest["features"]["app_home"]

    assert tabs["home_tab_enabled"] is app.has_home
    assert tabs["messages_tab_read_only_enabled"] is app.is_read_only


def test_the_app_may_what_it_needs_and_of_the_rest_what_shows_in_use(
    manifest: dict[str, Any],
) -> None:
    scopes = manifest["oauth_config"]["scopes"]

    needed = set(scopes["bot"]) - set(scopes["bot_optional"])
    shown_in_use = {"users:read.email", "files:read", "files:write", "im:write"}
    assert cast.installed_app().scopes == needed | shown_in_use
    assert shown_in_use < set(scopes["bot_optional"])


def test_no_two_trials_have_the_same_secrets() -> None:
    one, other = cast.installed_app(), cast.installed_app()

    assert one.bot_token != other.bot_token
    assert one.signing_secret != other.signing_secret


def test_all_but_one_can_be_called_at_a_number_that_is_kept_for_stories() -> None:
    workspace = Workspace(MovableClock())
    cast.fill(workspace)

    phones = {user.name: user.phone for user in workspace.users.values() if not user.is_bot}

    assert [name for name, phone in phones.items() if not phone] == ["lucia"]
    assert all(phone.startswith(KEPT_FOR_STORIES) for phone in phones.values() if phone)


@given(st.floats(1_700_000_000, 2_000_000_000))
def test_it_starts_on_the_morning_of_a_working_day_that_is_near(now: float) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    start = dt.datetime.fromtimestamp(cast.friendly_morning(now), tz=berlin)

    assert (start.hour, start.minute) == (10, 24)
    assert start.weekday() < 5
    assert abs(start.timestamp() - now) < 3.1 * 86400
