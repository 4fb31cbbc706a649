"""Finds a message of ours again by the key in its metadata, where the bot may read."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefusedError
from bot.slack.pacing import Pace
from bot.slack.web_api import asked

EVENT_TYPE = "zeegcall"
"""Marks our messages with their key, so that one whose answer was lost can be found again."""

WhoWeAre = Callable[[], Awaitable[str | None]]
"""Tells by which id of a bot Slack marks what we say. Raises as whatever is asked of Slack."""

PAGE, PAGES = 200, 5
"""Where more than a thousand messages came since, it is not searched for any longer."""


def marked(key: str) -> dict[str, Any]:
    """Give the metadata of a message. The whole workspace may read it: a key, nothing else."""
    return {"event_type": EVENT_TYPE, "event_payload": {"key": key}}


async def find_message(
    client: AsyncWebClient,
    pace: Pace,
    *,
    who: WhoWeAre,
    channel_id: str,
    thread_ts: str | None,
    key: str,
    since: float,
) -> str | None:
    """
    Give the `ts` of our message with this key, None if there is none or the bot may not look.

    Another app may mark its messages so too, and a second zeegcall in the workspace does.
    `since` is in seconds since 1970. Raises SlackUnavailableError if Slack cannot tell now.
    """
    cursor = ""
    try:
        us = await who()
        for _ in range(PAGES):
            page = await _page(client, pace, channel_id, thread_ts, since=since, cursor=cursor)
            for message in page.get("messages") or []:
                if message.get("bot_id") == us and _key_of(message) == key:
                    return str(message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
    except SlackRefusedError:
        return None
    return None


async def direct_channel(client: AsyncWebClient, user_id: str) -> str | None:
    """Give the conversation of the bot and a person, None if the bot may not ask for it."""
    try:
        answer = await asked(client.conversations_open(users=user_id))
    except SlackRefusedError:
        return None
    return str(answer["channel"]["id"])


async def _page(
    client: AsyncWebClient,
    pace: Pace,
    channel_id: str,
    thread_ts: str | None,
    *,
    since: float,
    cursor: str,
) -> Mapping[str, Any]:
    async def read() -> Mapping[str, Any]:
        where: dict[str, Any] = {"channel": channel_id, "oldest": f"{since:.6f}", "limit": PAGE}
        if cursor:
            where["cursor"] = cursor
        if thread_ts is None:
            reading = client.conversations_history(include_all_metadata=True, **where)
        else:
            reading = client.conversations_replies(
                ts=thread_ts, include_all_metadata=True, **where
            )
        answer = await asked(reading)
        return answer.data if isinstance(answer.data, dict) else {}

    return await pace.look(read)


def _key_of(message: Mapping[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    key = (metadata.get("event_payload") or {}).get("key")
    return key if isinstance(key, str) else None
