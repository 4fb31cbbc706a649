"""Sends a file to one person, in the direct messages of the bot."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefusedError
from bot.slack.finding import direct_channel
from bot.slack.web_api import asked


async def send_file(
    client: AsyncWebClient, *, user_id: str, name: str, content: bytes, comment: str
) -> None:
    """
    Upload a file into a direct message. It needs the scopes files:write and im:write.

    Raises SlackRefusedError or SlackUnavailableError.
    """
    channel_id = await direct_channel(client, user_id)
    if channel_id is None:
        raise SlackRefusedError("missing_scope")
    await asked(
        client.files_upload_v2(
            channel=channel_id, filename=name, content=content, initial_comment=comment
        )
    )
