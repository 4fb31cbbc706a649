"""Fetches a file that somebody put into a form: from Slack's hosts only, and not without end."""

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.slack.web_api import TIMEOUT, asked, leads_to

HOST = "files.slack.com"
LARGEST = 2_000_000
"""Bytes; a list of five hundred contacts has a tenth of that."""


async def download(client: AsyncWebClient, file_id: str) -> bytes:
    """
    Fetch a file's bytes. It needs the scope files:read.

    Raises SlackRefusedError, "too_large" beyond LARGEST, or SlackUnavailableError. The token is
    sent to Slack's own hosts alone, or to where SLACK_API_URL leads; redirects are not followed.
    """
    answer = await asked(client.files_info(file=file_id))
    file = answer.get("file")
    url = str(file.get("url_private_download") or "") if isinstance(file, dict) else ""
    if not leads_to(url, HOST, base_url=client.base_url) or client.session is None:
        raise SlackRefusedError("invalid_file_url")
    headers = {"Authorization": f"Bearer {client.token}"}
    try:
        async with client.session.get(
            url, headers=headers, allow_redirects=False, timeout=TIMEOUT
        ) as got:
            status, content = got.status, await got.content.read(LARGEST + 1)
            while len(content) <= LARGEST and (more := await got.content.read(LARGEST)):
                content += more
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        raise SlackUnavailableError("unreachable") from error
    if status == 429 or status >= 500:
        raise SlackUnavailableError(f"http_{status}")
    if status != 200:
        raise SlackRefusedError(f"http_{status}")
    if len(content) > LARGEST:
        raise SlackRefusedError("too_large")
    return content


def is_workbook(content: bytes) -> bool:
    """Whether this is a spreadsheet program's own file, new or old, whatever it is called."""
    return content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
