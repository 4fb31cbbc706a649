"""The Web API as Slack's own client sees it: what works, and every refusal by its name."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.clock import MovableClock
from bot.playground.playground import Playground
from bot.playground.records import Channel, User
from tests.playground.blocks import plain, section
from tests.playground.refusals import refusal
from tests.playground.scenes import everything_granted

BOT = "U0ZEEGCALL"


async def test_a_token_says_who_it_is_and_what_it_may(slack: AsyncWebClient) -> None:
    answer = await slack.auth_test()

    assert answer["user_id"] == BOT
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


async def test_the_date_is_that_of_the_clock(slack: AsyncWebClient, clock: MovableClock) -> None:
    clock.now = 1_800_000_000

    answer = await slack.api_test()

    assert answer.headers["Date"] == "Fri, 15 Jan 2027 08:00:00 GMT"


@pytest.mark.parametrize(
    ("token", "error"),
    [("", "not_authed"), ("xoxb-wrong", "invalid_auth"), ("xapp-x", "not_allowed_token_type")],
)
async def test_a_wrong_token_is_refused(playground: Playground, token: str, error: str) -> None:
    client = AsyncWebClient(token=token or None, base_url=playground.slack_api_url)
    assert await refusal(client.auth_test()) == error


async def test_an_unknown_method_is_refused(slack: AsyncWebClient) -> None:
    assert await refusal(slack.api_call("calls.place")) == "unknown_method"


async def test_a_scope_that_is_not_granted_is_named(
    slack: AsyncWebClient, playground: Playground
) -> None:
    playground.workspace.app.scopes = {"commands"}

    with pytest.raises(SlackApiError) as refused:
        await slack.chat_postMessage(channel="C_SALES", text="x")

    assert refused.value.response["error"] == "missing_scope"
    assert refused.value.response["needed"] == "chat:write"
    assert refused.value.response["provided"] == "commands"


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        pytest.param("C_OTHER", "not_in_channel", id="public channel without the bot"),
        pytest.param("G_BOARD", "channel_not_found", id="private channel without the bot"),
        pytest.param("C_NOWHERE", "channel_not_found", id="no channel"),
        pytest.param("C_OLD", "is_archived", id="archived"),
        pytest.param("C_NEWS", "restricted_action_read_only_channel", id="read only"),
    ],
)
async def test_posting_where_one_may_not_is_refused(
    slack: AsyncWebClient, playground: Playground, channel: str, error: str
) -> None:
    workspace = playground.workspace
    workspace.add_channel(Channel(id="C_OLD", members={BOT}, is_archived=True))
    read_only = "restricted_action_read_only_channel"
    workspace.add_channel(Channel(id="C_NEWS", members={BOT}, posting_error=read_only))

    assert await refusal(slack.chat_postMessage(channel=channel, text="x")) == error
    assert all(not each.messages for each in workspace.channels.values())


async def test_with_the_public_scope_it_posts_in_every_public_channel(
    slack: AsyncWebClient, playground: Playground
) -> None:
    playground.workspace.app.scopes.add("chat:write.public")

    await slack.chat_postMessage(channel="C_OTHER", text="x")

    assert (
        await refusal(slack.chat_postMessage(channel="G_BOARD", text="x")) == "channel_not_found"
    )


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param({}, "no_text", id="nothing"),
        pytest.param({"text": "x" * 40_001}, "msg_too_long", id="long"),
        pytest.param({"blocks": [{"type": "header"}]}, "invalid_blocks", id="bad block"),
        pytest.param({"blocks": "[{"}, "invalid_blocks_format", id="no JSON"),
        pytest.param(
            {"text": "x", "metadata": {"event_type": "call"}},
            "invalid_metadata_format",
            id="half of the metadata",
        ),
        pytest.param({"text": "x", "markdown_text": "x"}, "markdown_text_conflict", id="both"),
    ],
)
async def test_content_that_slack_refuses_is_refused(
    slack: AsyncWebClient, content: dict[str, Any], error: str
) -> None:
    body = {"channel": "C_SALES", **content}
    assert await refusal(slack.api_call("chat.postMessage", json=body)) == error


async def test_what_is_wrong_in_a_block_is_said(slack: AsyncWebClient) -> None:
    blocks = [{"type": "header", "text": plain("x" * 151)}]

    with pytest.raises(SlackApiError) as refused:
        await slack.chat_postMessage(channel="C_SALES", text="x", blocks=blocks)

    (message,) = refused.value.response["response_metadata"]["messages"]
    assert message == "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"


async def test_a_message_to_a_person_arrives_in_the_direct_conversation(
    slack: AsyncWebClient, playground: Playground
) -> None:
    posted = await slack.chat_postMessage(channel="U_JANE", text="Hello")
    opened = await slack.conversations_open(users="U_JANE")

    assert posted["channel"] == opened["channel"]["id"]
    assert [each.text for each in playground.person("U_JANE").sees_from_app()] == ["Hello"]
    assert playground.person("U_OMAR").sees(posted["channel"]) == []


async def test_an_edit_keeps_the_blocks_unless_new_ones_are_given(
    slack: AsyncWebClient, playground: Playground
) -> None:
    posted = await slack.chat_postMessage(channel="C_SALES", text="one", blocks=[section()])
    (message,) = playground.workspace.channels["C_SALES"].messages

    await slack.chat_update(channel="C_SALES", ts=posted["ts"], text="two")
    assert message.text == "two"
    assert len(message.blocks) == 1
    assert message.edited_ts

    await slack.chat_update(channel="C_SALES", ts=posted["ts"], text="two", blocks=[])
    assert message.blocks == []


async def test_only_its_own_messages_can_be_edited_or_deleted(
    slack: AsyncWebClient, playground: Playground
) -> None:
    said = await playground.person("U_JANE").say("C_SALES", "mine")

    edit = slack.chat_update(channel="C_SALES", ts=said.ts, text="yours")
    assert await refusal(edit) == "cant_update_message"
    assert await refusal(slack.chat_delete(channel="C_SALES", ts=said.ts)) == "cant_delete_message"
    missing = slack.chat_update(channel="C_SALES", ts="1.000000", text="x")
    assert await refusal(missing) == "message_not_found"


async def test_a_deleted_message_is_gone(slack: AsyncWebClient, playground: Playground) -> None:
    posted = await slack.chat_postMessage(channel="C_SALES", text="x")
    await slack.chat_delete(channel="C_SALES", ts=posted["ts"])
    assert playground.person("U_JANE").sees("C_SALES") == []


async def test_a_person_has_a_zone_a_locale_and_an_email(slack: AsyncWebClient) -> None:
    answer = await slack.users_info(user="U_JANE", include_locale=True)

    user: dict[str, Any] = answer["user"]
    assert (user["tz"], user["tz_offset"], user["locale"]) == ("Europe/Berlin", 3600, "en-US")
    assert user["profile"]["email"] == "j@example.com"
    assert await refusal(slack.users_info(user="U_NOBODY")) == "user_not_found"


async def test_without_its_scope_no_email_is_shown(
    slack: AsyncWebClient, playground: Playground
) -> None:
    playground.workspace.app.scopes.remove("users:read.email")
    answer = await slack.users_info(user="U_JANE")
    assert "email" not in answer["user"]["profile"]
    assert "locale" not in answer["user"]


async def test_a_link_leads_to_a_message_in_its_thread(
    slack: AsyncWebClient, clock: MovableClock
) -> None:
    clock.now = 1_800_000_000
    card = await slack.chat_postMessage(channel="C_SALES", text="x")
    reply = await slack.chat_postMessage(channel="C_SALES", text="y", thread_ts=card["ts"])

    link = await slack.chat_getPermalink(channel="C_SALES", message_ts=reply["ts"])

    assert card["ts"] == "1800000000.000000"
    path = "archives/C_SALES/p1800000000000001?thread_ts=1800000000.000000&cid=C_SALES"
    assert link["permalink"] == f"https://playground.slack.com/{path}"
    top = await slack.chat_getPermalink(channel="C_SALES", message_ts=card["ts"])
    assert top["permalink"].endswith("/archives/C_SALES/p1800000000000000")


async def test_a_reaction_is_added_once(slack: AsyncWebClient, playground: Playground) -> None:
    everything_granted(playground)
    said = await playground.person("U_JANE").say("C_SALES", "Hello")
    await slack.reactions_add(channel="C_SALES", timestamp=said.ts, name="eyes")

    assert said.reactions == ["eyes"]
    again = slack.reactions_add(channel="C_SALES", timestamp=said.ts, name="eyes")
    assert await refusal(again) == "already_reacted"


async def test_a_call_that_lacks_something_is_refused(
    slack: AsyncWebClient, playground: Playground
) -> None:
    everything_granted(playground)
    lacking = [
        (slack.api_call("views.open"), "invalid_arguments"),
        (slack.api_call("views.publish", json={"user_id": "U_JANE"}), "invalid_arguments"),
        (slack.api_call("api.test", json={"error": "fatal_error"}), "fatal_error"),
        (slack.usergroups_users_list(usergroup="S_GONE"), "no_such_subteam"),
        (slack.bots_info(bot="B_GONE"), "bot_not_found"),
        (slack.users_list(cursor="%%%"), "invalid_cursor"),
        (slack.users_list(limit="many"), "invalid_arguments"),  # type: ignore[arg-type]
    ]
    for call, error in lacking:
        assert await refusal(call) == error


async def test_nothing_is_edited_in_an_archived_channel(
    slack: AsyncWebClient, playground: Playground
) -> None:
    posted = await slack.chat_postMessage(channel="C_SALES", text="x")
    playground.workspace.channels["C_SALES"].is_archived = True
    edit = slack.chat_update(channel="C_SALES", ts=posted["ts"], text="y")
    assert await refusal(edit) == "is_inactive"


async def test_somebody_of_another_organisation_shows_no_email(
    slack: AsyncWebClient, playground: Playground
) -> None:
    far = User(id="U_FAR", name="far", real_name="Far", team_id="T_FAR", email="far@example.com")
    far.is_stranger = True
    playground.workspace.add_user(far)
    user = (await slack.users_info(user="U_FAR"))["user"]
    assert (user["is_stranger"], user["team_id"]) == (True, "T_FAR")
    assert "email" not in user["profile"]
