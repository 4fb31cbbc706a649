"""Looking up channels and reading back what was said in them."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.playground import Playground
from bot.playground.records import User
from bot.playground.workspace import UserGroup
from tests.playground.refusals import refusal
from tests.playground.scenes import everything_granted

BOT = "U0ZEEGCALL"


async def test_a_thread_is_read_back_with_its_metadata(
    slack: AsyncWebClient, playground: Playground
) -> None:
    everything_granted(playground)
    metadata = {"event_type": "call", "event_payload": {"id": "7"}}
    card = await slack.chat_postMessage(channel="C_SALES", text="card", metadata=metadata)
    reply = await slack.chat_postMessage(channel="C_SALES", text="reply", thread_ts=card["ts"])
    await slack.chat_postMessage(channel="C_SALES", text="deeper", thread_ts=reply["ts"])

    thread = await slack.conversations_replies(
        channel="C_SALES", ts=card["ts"], include_all_metadata=True
    )
    history = await slack.conversations_history(channel="C_SALES")

    messages: list[dict[str, Any]] = thread["messages"]
    assert [each["text"] for each in messages] == ["card", "reply", "deeper"]
    assert messages[0]["metadata"] == metadata
    assert messages[0]["reply_count"] == 2
    assert [each["text"] for each in history["messages"]] == ["card"]
    assert "metadata" not in history["messages"][0]


async def test_history_comes_newest_first_and_page_by_page(
    slack: AsyncWebClient, playground: Playground
) -> None:
    everything_granted(playground)
    times = [
        (await slack.chat_postMessage(channel="C_SALES", text=str(n)))["ts"] for n in range(5)
    ]

    pages = [
        [each["text"] for each in page["messages"]]
        async for page in await slack.conversations_history(channel="C_SALES", limit=2)
    ]
    since = await slack.conversations_history(channel="C_SALES", oldest=times[2], inclusive=True)

    assert pages == [["4", "3"], ["2", "1"], ["0"]]
    assert [each["text"] for each in since["messages"]] == ["4", "3", "2"]


async def test_an_ephemeral_message_is_seen_by_one_and_by_no_history(
    slack: AsyncWebClient, playground: Playground
) -> None:
    everything_granted(playground)
    await slack.chat_postEphemeral(channel="C_SALES", user="U_JANE", text="psst")

    assert [each.text for each in playground.person("U_JANE").sees("C_SALES")] == ["psst"]
    assert playground.person("U_OMAR").sees("C_SALES") == []
    assert (await slack.conversations_history(channel="C_SALES"))["messages"] == []
    playground.workspace.add_user(User(id="U_FAR", name="far", real_name="Far"))
    outside = slack.chat_postEphemeral(channel="C_SALES", user="U_FAR", text="psst")
    assert await refusal(outside) == "user_not_in_channel"


async def test_channels_groups_and_the_workspace_can_be_looked_up(
    slack: AsyncWebClient, playground: Playground
) -> None:
    everything_granted(playground)
    playground.workspace.groups["S1"] = UserGroup(id="S1", handle="sales", members=["U_JANE"])

    info = await slack.conversations_info(channel="C_OTHER")
    listed = await slack.conversations_list(types="public_channel,private_channel")
    members = await slack.conversations_members(channel="C_SALES")
    groups = await slack.usergroups_list(include_users=True)
    without = await slack.usergroups_list()

    assert info["channel"]["is_member"] is False
    assert [each["id"] for each in listed["channels"]] == ["C_SALES", "C_OTHER"]
    assert members["members"] == [BOT, "U_JANE", "U_OMAR"]
    assert groups["usergroups"][0]["users"] == ["U_JANE"]
    assert "users" not in without["usergroups"][0]
    assert (await slack.usergroups_users_list(usergroup="S1"))["users"] == ["U_JANE"]
    assert (await slack.team_info())["team"]["id"] == "T0PLAYGRND"
    assert (await slack.bots_info())["bot"]["user_id"] == BOT
    assert len((await slack.users_list())["members"]) == 3


async def test_reading_needs_the_scope_of_the_kind_of_channel(
    slack: AsyncWebClient, playground: Playground
) -> None:
    dm = (await slack.conversations_open(users="U_JANE"))["channel"]["id"]
    assert await refusal(slack.conversations_info(channel="C_SALES")) == "missing_scope"
    assert await refusal(slack.conversations_info(channel=dm)) == "missing_scope"
    assert await refusal(slack.conversations_list()) == "missing_scope"

    everything_granted(playground)
    info = await slack.conversations_info(channel=dm)
    assert (info["channel"]["is_im"], info["channel"]["user"]) == (True, "U_JANE")


async def test_what_cannot_be_read_or_opened_is_refused(
    slack: AsyncWebClient, playground: Playground
) -> None:
    everything_granted(playground)
    refused = [
        (slack.conversations_history(channel="C_OTHER"), "not_in_channel"),
        (slack.conversations_replies(channel="C_SALES", ts="1.000000"), "thread_not_found"),
        (slack.conversations_open(users=["U_JANE", "U_OMAR"]), "missing_scope"),
        (slack.conversations_open(users="U_GONE"), "user_not_found"),
    ]
    for call, error in refused:
        assert await refusal(call) == error
