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

NOT_NOW = TOKEN_TROUBLE | {
    "ratelimited",
    "rate_limited",
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "team_added_to_org",
    "rollup_error",
}
"""Slack's error names that may be gone at the next try."""

TIMEOUT = aiohttp.ClientTimeout(total=10)

RESPONSE_HOST = "hooks.slack.com"


async def asked(answer: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    """
    Await a Web API call. Raises SlackRefusedError or SlackUnavailableError, by Slack's own name.
    """
    try:
        return await answer
    except SlackApiError as error:
        raise _named(error) from error
    except (TimeoutError, SlackClientError, aiohttp.ClientError, OSError) as error:
        raise SlackUnavailableError("unreachable") from error


def _named(error: SlackApiError) -> SlackRefusedError | SlackUnavailableError:
    response = error.response
    status = getattr(response, "status_code", 0)
    code = str(response.get("error") or f"http_{status}")
    if status == 429 or code in NOT_NOW or status >= 500:
        return SlackUnavailableError(code, seconds=_retry_after(response))
    return SlackRefusedError(code)


def _retry_after(response: AsyncSlackResponse) -> float | None:
    headers = {str(name).lower(): value for name, value in (response.headers or {}).items()}
    value = str(headers.get("retry-after", ""))
    return float(value) if value.isdigit() else None


async def respond(
    client: AsyncWebClient, response_url: str, *, text: str, blocks: list[Block]
) -> None:
    """
    Say something that only its reader sees, by a response_url: good for 30 minutes and 5 times.

    Only Slack's own hosts are followed, and no redirect, since the URL came in a payload.
    """
    if not follows(response_url, client.base_url) or client.session is None:
        raise SlackRefusedError("invalid_response_url")
    body = {
        "response_type": "ephemeral",
        "replace_original": False,
        "text": text,
        "blocks": blocks,
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


def follows(url: str, base_url: str) -> bool:
    """Whether a URL out of a payload leads to Slack, or to where SLACK_API_URL leads."""
    parts, base = urlsplit(url), urlsplit(base_url)
    if (parts.scheme, parts.hostname) == ("https", RESPONSE_HOST):
        return True
    return (parts.scheme, parts.netloc) == (base.scheme, base.netloc)
