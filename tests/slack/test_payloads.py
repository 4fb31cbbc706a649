"""Slack's JSON: what is missing or of another type never stops the bot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.payloads import read_button, read_command, read_profile, read_submission, team_of
from bot.slack.web_api import RESPONSE_HOST, leads_to
from tests.sample import NOW

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["text", "user_id", "team_id", "trigger_id"]), JSON))
def test_reads_any_command(payload: dict[str, object]) -> None:
    command = read_command(payload)

    assert isinstance(command.text, str)
    assert isinstance(command.team_id, str)


def test_reads_who_pressed_what_and_where() -> None:
    button = read_button(
        {
            "team": {"id": "T1"},
            "user": {"id": "U1", "team_id": "T9"},
            "channel": {"id": "C1"},
            "trigger_id": "t",
            "response_url": "https://hooks.slack.com/actions/1",
            "actions": [{"action_id": "undo_call", "value": "42", "action_ts": "1.2"}],
        }
    )

    assert (button.team_id, button.user_id, button.channel_id) == ("T1", "U1", "C1")
    assert (button.action_id, button.value) == ("undo_call", "42")


@pytest.mark.parametrize(
    ("message", "thread"),
    [
        pytest.param({"ts": "1.2", "thread_ts": "1.1"}, "1.1", id="a reply"),
        pytest.param({"ts": "1.1", "thread_ts": "1.1"}, "", id="what it answers"),
        pytest.param(
            {"ts": "1.2", "thread_ts": "1.1", "subtype": "thread_broadcast"},
            "",
            id="a reply that is shown in the channel too",
        ),
        pytest.param({"ts": "1.2"}, "", id="no thread"),
    ],
)
def test_knows_a_message_that_is_only_seen_in_its_thread(
    message: dict[str, str], thread: str
) -> None:
    container = {"message_ts": message["ts"], "thread_ts": message.get("thread_ts")}

    assert read_button({"container": container, "message": message}).thread_ts == thread


def test_reads_an_empty_submission() -> None:
    assert read_submission({}).state == {}


@pytest.mark.parametrize(
    ("payload", "team"),
    [
        ({"team_id": "T1"}, "T1"),
        ({"team": {"id": "T1"}, "user": {"team_id": "T2"}}, "T1"),
        ({"team": None, "user": {"team_id": "T2"}}, "T2"),
        ({}, ""),
    ],
)
def test_finds_the_workspace_wherever_it_stands(payload: dict[str, object], team: str) -> None:
    assert team_of(payload) == team


@pytest.mark.parametrize(
    ("user", "is_guest"),
    [
        pytest.param({"team_id": "T1"}, False, id="a member"),
        pytest.param({"is_restricted": True}, True, id="a guest"),
        pytest.param({"is_ultra_restricted": True}, True, id="a guest of one channel"),
        pytest.param({"is_stranger": True}, True, id="a stranger"),
        pytest.param({"team_id": "T2"}, True, id="of another workspace"),
        pytest.param(
            {"team_id": "T2", "enterprise_user": {"enterprise_id": "E1"}}, False, id="of our grid"
        ),
        pytest.param(
            {"team_id": "T2", "enterprise_user": {"enterprise_id": "E2"}},
            True,
            id="of another",
        ),
        pytest.param({"team_id": "T2", "enterprise_user": {}}, True, id="of an unknown one"),
    ],
)
def test_knows_who_belongs_to_the_team(user: dict[str, object], *, is_guest: bool) -> None:
    read = read_profile(user, team_id="T1", user_id="U1", read_at=NOW, enterprise_id="E1")

    assert read.is_guest == is_guest


def test_whoever_is_in_a_grid_is_a_guest_of_a_workspace_that_is_in_none() -> None:
    user = {"team_id": "T2", "enterprise_user": {"enterprise_id": "E2"}}

    assert read_profile(user, team_id="T1", user_id="U1", read_at=NOW).is_guest


@pytest.mark.parametrize("zone", ["", "Berlin", "../etc/passwd", "Europe", None, 3600])
def test_a_zone_that_is_none_counts_as_unknown(zone: object) -> None:
    read = read_profile({"tz": zone}, team_id="T1", user_id="U1", read_at=NOW)

    assert read.zone is None


@pytest.mark.parametrize(
    ("url", "is_followed"),
    [
        ("https://hooks.slack.com/commands/T1/1/x", True),
        ("http://hooks.slack.com/commands/T1/1/x", False),
        ("https://hooks.slack.com.evil.example/commands", False),
        ("https://hooks.slack.com@evil.example/commands", False),
        ("https://evil.example/?hooks.slack.com", False),
        ("file:///etc/passwd", False),
        ("http://169.254.169.254/latest", False),
    ],
)
def test_follows_urls_out_of_payloads_only_to_slack(url: str, *, is_followed: bool) -> None:
    assert leads_to(url, RESPONSE_HOST, base_url="https://slack.com/api/") == is_followed
