"""Fetches a file that somebody put into a form: from Slack's hosts only, and not without end."""

import logging
from datetime import timedelta

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.parsing.encodings import decode
from bot.parsing.tables import TableProblem
from bot.slack.web_api import TIMEOUT, asked, leads_to

log = logging.getLogger(__name__)

HOST = "files.slack.com"
LARGEST = 2_000_000
"""Bytes; a list of five hundred contacts has a tenth of that."""


TOO_LARGE = "too_large"

LONGEST_FETCH = timedelta(minutes=5)
"""For so long a file is asked for that Slack does not hand over: somebody waits for its rows."""


async def read_file(client: AsyncWebClient, file_id: str, *, waited: timedelta) -> str:
    """
    Read a file's text that was waited for so long.

    Raises SlackUnavailableError, and SlackRefusedError with a code that `messages.bulk_words` has
    words for.
    """
    try:
        content = await download(client, file_id)
    except SlackUnavailableError as error:
        if waited < LONGEST_FETCH:
            raise
        raise SlackRefusedError("file_away") from error
    except SlackRefusedError as error:
        log.warning("file not read file=%s code=%s", file_id, error.code)
        raise SlackRefusedError(TOO_LARGE if error.code == TOO_LARGE else "no_file") from error
    if is_workbook(content):
        raise SlackRefusedError("workbook")
    text = decode(content)
    if text is None:
        raise SlackRefusedError(TableProblem.ENCODING.value)
    return text


async def download(client: AsyncWebClient, file_id: str) -> bytes:
    """
    Fetch a file's bytes. It needs the scope files:read.

    Raises SlackRefusedError, TOO_LARGE beyond LARGEST, or SlackUnavailableError. The token is
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
        raise SlackRefusedError(TOO_LARGE)
    return content


def is_workbook(content: bytes) -> bool:
    """Whether this is a spreadsheet program's own file, new or old, whatever it is called."""
    return content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
