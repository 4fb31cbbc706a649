"""One door to Slack's Web API and response_urls: what goes wrong there gets a name of ours."""

from collections.abc import Awaitable
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.messages.blocks import Block

TOKEN_TROUBLE = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}
)
"""A token can be mended while a message waits; a call that waits too long expires by itself."""

SURELY_NOT = TOKEN_TROUBLE | {"ratelimited", "rate_limited"}
"""Slack's error names that say that nothing was done, and may be gone at the next try."""

NOT_NOW = {
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "team_added_to_org",
    "rollup_error",
}
"""Slack's error names that may be gone at the next try; something may have been done."""

TIMEOUT = aiohttp.ClientTimeout(total=10)

LONGEST_WAIT = 3600.0
"""Seconds for which Slack's word to wait is taken: a slip in it keeps nobody quiet for ever."""

RESPONSE_HOST = "hooks.slack.com"


def slack_client(token: str, *, base_url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """Make a client that retries nothing by itself: what is said again is the outbox's to know."""
    return AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=[])


async def asked(answer: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    """
    Await a Web API call. Raises SlackRefusedError or SlackUnavailableError, by Slack's own name.
    """
    try:
        return await answer
    except SlackApiError as error:
        raise _named(error) from error
    except aiohttp.ClientConnectorError as error:
        raise SlackUnavailableError("unreachable", may_be_done=False) from error
    except (TimeoutError, SlackClientError, aiohttp.ClientError, OSError) as error:
        raise SlackUnavailableError("unreachable") from error
    except AttributeError as error:
        # slack_sdk takes for granted that every answer is an object in JSON
        raise SlackUnavailableError("unreadable") from error


def _named(error: SlackApiError) -> SlackRefusedError | SlackUnavailableError:
    response = error.response
    if not isinstance(response, AsyncSlackResponse):
        return SlackUnavailableError("unreadable")
    data = response.data if isinstance(response.data, dict) else {}
    status, code = response.status_code, data.get("error")
    if status == 429 or code in SURELY_NOT:
        return SlackUnavailableError(
            code or "ratelimited", seconds=_retry_after(response), may_be_done=False
        )
    if code is None or code in NOT_NOW or status >= 500:
        return SlackUnavailableError(code or f"http_{status}", seconds=_retry_after(response))
    return SlackRefusedError(code)


def _retry_after(response: AsyncSlackResponse) -> float | None:
    headers = {str(name).lower(): value for name, value in (response.headers or {}).items()}
    value = str(headers.get("retry-after", ""))
    return min(float(value), LONGEST_WAIT) if value.isdecimal() else None


async def respond(
    client: AsyncWebClient,
    response_url: str,
    *,
    text: str,
    blocks: list[Block],
    thread_ts: str = "",
) -> None:
    """
    Say something that only its reader sees, by a response_url: good for 30 minutes and 5 times.

    Only Slack's own hosts are followed, and no redirect, since the URL came in a payload.
    """
    is_slacks = leads_to(response_url, RESPONSE_HOST, base_url=client.base_url)
    if not is_slacks or client.session is None:
        raise SlackRefusedError("invalid_response_url")
    body = {
        "response_type": "ephemeral",
        "replace_original": False,
        "text": text,
        "blocks": blocks,
        **({"thread_ts": thread_ts} if thread_ts else {}),
    }
    try:
        async with client.session.post(
            response_url, json=body, allow_redirects=False, timeout=TIMEOUT
        ) as answer:
            status = answer.status
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        raise SlackUnavailableError("unreachable") from error
    if status == 429 or status >= 500:
        raise SlackUnavailableError(f"http_{status}")
    if status >= 300:
        raise SlackRefusedError(f"http_{status}")


def leads_to(url: str, host: str, *, base_url: str) -> bool:
    """Whether a URL that we were given leads to a host of Slack's, or where SLACK_API_URL does."""
    try:
        parts, base = urlsplit(url), urlsplit(base_url)
    except ValueError:
        return False
    if (parts.scheme, parts.hostname) == ("https", host):
        return True
    return (parts.scheme, parts.netloc) == (base.scheme, base.netloc)
