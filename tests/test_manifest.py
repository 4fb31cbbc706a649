"""Slack takes the manifest, which asks for no more than is used and agrees with the code."""

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource

from bot.messages.slack_refusals import INVITE
from bot.slack.check_up import USERGROUPS, WITHOUT

ROOT = Path(__file__).parent.parent
SLACK_SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "bot" / "slack").glob("*.py"))
)

Json = dict[str, Any]

PUBLISHED = os.environ.get("SLACK_MANIFEST_SCHEMA")
"""A copy of github.com/slackapi/manifest-schema, if there is one."""

FIELDS: dict[str, set[str]] = {
    "": {"_metadata", "display_information", "features", "oauth_config", "settings"},
    "_metadata": {"major_version", "minor_version"},
    "display_information": {"name", "description", "long_description", "background_color"},
    "features": {"app_home", "bot_user", "shortcuts", "slash_commands"},
    "features.app_home": {
        "home_tab_enabled",
        "messages_tab_enabled",
        "messages_tab_read_only_enabled",
    },
    "features.bot_user": {"display_name", "always_online"},
    "features.slash_commands": {"command", "url", "description", "usage_hint", "should_escape"},
    "features.shortcuts": {"name", "type", "callback_id", "description"},
    "oauth_config": {"scopes"},
    "oauth_config.scopes": {"bot", "bot_optional"},
    "settings": {
        "event_subscriptions",
        "interactivity",
        "socket_mode_enabled",
        "org_deploy_enabled",
        "token_rotation_enabled",
    },
    "settings.event_subscriptions": {"request_url", "bot_events"},
    "settings.interactivity": {"is_enabled", "request_url"},
}
"""Which fields Slack documents, as far as a bot like this may want them."""

LENGTHS: dict[str, tuple[int, int]] = {
    "display_information.name": (1, 35),
    "display_information.description": (1, 140),
    "display_information.long_description": (175, 4000),
    "features.bot_user.display_name": (1, 80),
    "features.slash_commands.command": (2, 32),
    "features.slash_commands.url": (1, 3000),
    "features.slash_commands.description": (1, 2000),
    "features.slash_commands.usage_hint": (1, 1000),
    "features.shortcuts.name": (1, 24),
    "features.shortcuts.callback_id": (1, 255),
    "features.shortcuts.description": (1, 150),
    "settings.interactivity.request_url": (1, 3500),
    "settings.event_subscriptions.request_url": (1, 3500),
}

SCOPE_OF_METHOD = {
    "apps_connections_open": None,  # the app-level token's own
    "auth_test": None,
    "chat_delete": "chat:write",
    "chat_postEphemeral": "chat:write",
    "chat_postMessage": "chat:write",
    "chat_update": "chat:write",
    "conversations_history": "channels:history",
    "conversations_open": "im:write",
    "conversations_replies": "channels:history",
    "files_info": "files:read",
    "usergroups_users_list": "usergroups:read",
    "users_info": "users:read",
    "users_list": "users:read",
    "views_open": None,
    "views_publish": None,
    "views_push": None,
    "views_update": None,
}
"""What each Web API method needs, as its page says. A new method is to be looked up there."""


OPTIONAL = {
    "users:read.email",
    "files:read",
    "files:write",
    "usergroups:read",  # only where ALLOWED_USERGROUPS is set
    "chat:write.public",
    "channels:history",  # and its kin for the other kinds of conversation
    "groups:history",
    "im:history",
    "mpim:history",
    "im:write",
}


def manifest() -> Json:
    read = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def mistakes_in(node: object, path: str = "") -> list[str]:
    """Name what Slack would refuse, by the documented fields and lengths."""
    if isinstance(node, list):
        return [mistake for part in node for mistake in mistakes_in(part, path)]
    if isinstance(node, dict):
        known = FIELDS.get(path, set())
        unknown = [f"{path}: unknown {key}" for key in node if key not in known]
        below = [
            mistake
            for key, value in node.items()
            for mistake in mistakes_in(value, f"{path}.{key}".lstrip("."))
        ]
        return unknown + below
    least, most = LENGTHS.get(path, (0, 4000))
    if isinstance(node, str) and not least <= len(node) <= most:
        return [f"{path}: {len(node)} signs, not {least} to {most}"]
    return []


def methods_that_are_called() -> set[str]:
    return set(re.findall(r"client\.([a-z]+(?:_[A-Za-z]+)+)\(", SLACK_SOURCES))


def test_slack_takes_every_field() -> None:
    assert mistakes_in(manifest()) == []


BROKEN = [
    pytest.param("display_information", "name", "x" * 36, id="name too long"),
    pytest.param("display_information", "long_description", "x" * 174, id="description too short"),
    pytest.param("settings", "socket_mode", True, id="no such field"),
    pytest.param("features", "slash_commands", [{"command": "/"}], id="command without a name"),
    pytest.param("features", "slash_commands", [{"text": "/x"}], id="no such field in a list"),
]


@pytest.mark.parametrize(("part", "key", "value"), BROKEN)
def test_the_check_sees_what_slack_would_refuse(part: str, key: str, value: object) -> None:
    broken = manifest()
    broken[part][key] = value

    assert len(mistakes_in(broken)) == 1


@pytest.mark.may_skip
@pytest.mark.skipif(PUBLISHED is None, reason="SLACK_MANIFEST_SCHEMA names no copy of the schema")
def test_slacks_own_schema_takes_it() -> None:
    folder = Path(PUBLISHED or "")
    whole = json.loads((folder / "manifest.schema.json").read_text(encoding="utf-8"))
    parts = {
        path.name: Resource.from_contents(json.loads(path.read_text(encoding="utf-8")))
        for path in (folder / "schemas").glob("*.json")
    }

    def retrieve(uri: str) -> Resource[Any]:
        return parts[uri.rsplit("/", 1)[-1]]

    registry: Registry[Any] = Registry(retrieve=retrieve)  # type: ignore[call-arg]
    jsonschema.Draft7Validator(whole, registry=registry).validate(manifest())


def test_the_command_is_the_one_that_is_listened_to() -> None:
    (command,) = manifest()["features"]["slash_commands"]

    assert re.findall(r'^COMMAND = "(.+)"$', SLACK_SOURCES, re.MULTILINE) == [command["command"]]


def test_people_and_channels_come_as_ids() -> None:
    (command,) = manifest()["features"]["slash_commands"]

    assert command["should_escape"] is True


def test_every_url_leads_to_the_one_door() -> None:
    (command,) = manifest()["features"]["slash_commands"]
    settings = manifest()["settings"]
    parts = ["interactivity", "event_subscriptions"]
    urls = [command["url"], *(settings[part]["request_url"] for part in parts)]

    assert {urlsplit(url).scheme for url in urls} == {"https"}
    assert {urlsplit(url).path for url in urls} == {"/slack/events"}
    assert "/slack/events" in (ROOT / "bot" / "web.py").read_text(encoding="utf-8")


def test_asks_for_the_scopes_that_its_methods_need_and_no_more() -> None:
    scopes = manifest()["oauth_config"]["scopes"]
    needed = {SCOPE_OF_METHOD[method] for method in methods_that_are_called()} - {None} - OPTIONAL

    assert methods_that_are_called()
    assert set(scopes["bot"]) - set(scopes["bot_optional"]) == {"commands"} | needed
    assert set(scopes["bot_optional"]) == {USERGROUPS, *WITHOUT}


def test_optional_scopes_are_asked_for_too() -> None:
    scopes = manifest()["oauth_config"]["scopes"]

    assert set(scopes["bot_optional"]) == OPTIONAL
    assert set(scopes["bot_optional"]) < set(scopes["bot"])
    assert len(set(scopes["bot"])) == len(scopes["bot"])


@pytest.mark.parametrize(
    ("registered", "part", "field"),
    [
        pytest.param("app.message_shortcut(", "features", "shortcuts", id="shortcuts"),
        pytest.param("app.event(", "settings", "event_subscriptions", id="events"),
    ],
)
def test_offers_what_is_listened_to_and_nothing_else(
    registered: str, part: str, field: str
) -> None:
    assert (registered in SLACK_SOURCES) == (field in manifest()[part])


def test_subscribes_to_the_events_that_are_listened_to() -> None:
    listened = set(re.findall(r'app\.event\("(\w+)"\)', SLACK_SOURCES))

    assert set(manifest()["settings"]["event_subscriptions"]["bot_events"]) == listened


def test_the_home_tab_is_shown_only_if_it_is_filled() -> None:
    home = manifest()["features"]["app_home"]["home_tab_enabled"]

    assert home == ("views_publish" in methods_that_are_called())


def test_the_bot_can_write_to_a_requester_directly() -> None:
    assert manifest()["features"]["app_home"]["messages_tab_enabled"] is True


def test_people_are_told_to_invite_the_bot_by_its_name() -> None:
    name = manifest()["features"]["bot_user"]["display_name"]

    assert f"/invite @{name}`" in INVITE


def test_forms_and_buttons_are_switched_on() -> None:
    assert manifest()["settings"]["interactivity"]["is_enabled"] is True


def test_tokens_do_not_rotate_since_the_setting_is_one_token() -> None:
    assert manifest()["settings"]["token_rotation_enabled"] is False


def test_the_procfile_starts_what_the_package_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    web = dict(
        line.split(": ", 1)
        for line in (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
    )["web"]

    assert project["scripts"]["zeegcall"] == f"{web.removeprefix('python -m ')}.__main__:main"
