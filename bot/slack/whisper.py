"""Says something to one person alone: by the click's response_url, else by direct message."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.spoken import Spoken
from bot.errors import SlackRefusedError
from bot.messages.blocks import Rendered
from bot.slack.web_api import asked, respond


async def whisper(
    client: AsyncWebClient,
    rendered: Rendered,
    *,
    response_url: str | None,
    channel_id: str,
    user_id: str,
    thread_ts: str = "",
) -> Spoken:
    """
    Say it where only this person sees it, in a thread if one is named.

    A response_url works in every channel, also where the bot is no member, but only for half an
    hour; a direct message works always. Raises SlackRefusedError or SlackUnavailableError.
    """
    blocks = list(rendered.blocks)
    if response_url is not None:
        try:
            await respond(
                client, response_url, text=rendered.text, blocks=blocks, thread_ts=thread_ts
            )
        except SlackRefusedError:
            response_url = None
    if response_url is not None:
        return Spoken(channel_id=channel_id, ts=None)
    answer = await asked(
        client.chat_postMessage(
            channel=user_id,
            text=rendered.text,
            blocks=blocks,
            unfurl_links=False,
            unfurl_media=False,
        )
    )
    return Spoken(channel_id=str(answer["channel"]), ts=str(answer["ts"]))
