"""Looks whether Slack is set up: token, scopes, the way in, the clock, a channel."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.calls.finding import Finding, Health, Part
from bot.errors import SlackError, SlackUnavailableError
from bot.ports import Clock
from bot.slack.web_api import TOKEN_TROUBLE, asked

NEEDED = frozenset({"commands", "chat:write", "users:read"})
"""The scopes without which no call is made; the manifest asks for them."""

USERGROUPS = "usergroups:read"
"""Without it nobody may call where ALLOWED_USERGROUPS is set."""

WITHOUT: Mapping[str, str] = {
    "users:read.email": "a colleague who is picked in the form comes without their address",
    "chat:write.public": "cards of channels to which the bot is not invited go to direct messages",
    "channels:history": "in channels a message may be said twice whose answer was lost",
    "groups:history": "in private channels a message may be said twice whose answer was lost",
    "im:history": "in direct messages one may be said twice whose answer was lost",
    "mpim:history": "in group messages one may be said twice whose answer was lost",
    "im:write": "no file can be sent to anybody",
    "files:read": "a list for /zeegcall bulk can only be pasted",
    "files:write": "no result of a list and no export can be sent",
}
"""What does not work without a scope that whoever installs the app may leave out."""

MOST_OFF = 60
"""Seconds: Slack's signatures are good for five minutes, and a call is due to the minute."""

TIMEOUT = 15

HTTP = "HTTP, POST /slack/events (type /zeegcall help in Slack to see that it gets here)"
"""Whether it does depends on proxies and on Slack's settings, which nothing here can see."""


async def check_slack(
    *,
    token: str,
    app_token: str | None,
    api_url: str,
    channel_id: str | None,
    clock: Clock,
    asks_usergroups: bool = False,
) -> list[Finding]:
    """
    Ask Slack what can be asked without anybody noticing; `asks_usergroups` tells whether
    user groups say who may call.
    """
    client = AsyncWebClient(token=token, base_url=api_url, timeout=TIMEOUT, retry_handlers=[])
    try:
        who = await asked(client.auth_test())
    except SlackError as error:
        return [_no_token(error), *await _door(client, app_token)]
    name = str(who.get("user") or "?")
    return [
        _found(Part.SLACK_TOKEN, Health.GOOD, bot=f"@{name}", team=str(who.get("team") or "?")),
        *_scopes(who, NEEDED | ({USERGROUPS} if asks_usergroups else frozenset())),
        _clock(who, clock.now()),
        *await _door(client, app_token),
        *([await _channel(client, who, channel_id, name)] if channel_id else []),
    ]


def _no_token(error: SlackError) -> Finding:
    is_away = isinstance(error, SlackUnavailableError) and error.code not in TOKEN_TROUBLE
    return _found(Part.SLACK_TOKEN, Health.LOOK if is_away else Health.BAD, code=error.code)


def _scopes(answer: AsyncSlackResponse, needed: frozenset[str]) -> Iterator[Finding]:
    said = _headers(answer).get("x-oauth-scopes")
    if said is None:
        yield _found(Part.SLACK_SCOPES, Health.LOOK)
        return
    there = {scope.strip() for scope in said.split(",")}
    missing = ", ".join(sorted(needed - there))
    if missing:
        yield _found(Part.SLACK_SCOPES, Health.BAD, missing=missing)
    else:
        yield _found(Part.SLACK_SCOPES, Health.GOOD)
    for scope, without in WITHOUT.items():
        if scope not in there:
            yield _found(Part.OPTIONAL_SCOPES, Health.LOOK, scope=scope, without=without)


def _clock(answer: AsyncSlackResponse, now: datetime) -> Finding:
    try:
        theirs = parsedate_to_datetime(_headers(answer).get("date", ""))
        off = abs((now - theirs).total_seconds())
    except (TypeError, ValueError):  # no date, or one without a zone
        return _found(Part.CLOCK, Health.LOOK)
    if off > MOST_OFF:
        return _found(Part.CLOCK, Health.BAD, seconds=f"{off:.0f}")
    return _found(Part.CLOCK, Health.GOOD)


async def _door(client: AsyncWebClient, app_token: str | None) -> list[Finding]:
    if app_token is None:
        return [_found(Part.SLACK_DOOR, Health.GOOD, way=HTTP)]
    try:
        await asked(client.apps_connections_open(app_token=app_token))
    except SlackError as error:
        is_away = isinstance(error, SlackUnavailableError) and error.code not in TOKEN_TROUBLE
        health = Health.LOOK if is_away else Health.BAD
        return [_found(Part.SLACK_DOOR, health, code=error.code)]
    return [_found(Part.SLACK_DOOR, Health.GOOD, way="Socket Mode")]


async def _channel(
    client: AsyncWebClient, who: AsyncSlackResponse, channel_id: str, name: str
) -> Finding:
    """Write what only the bot itself could see, which is nobody."""
    try:
        await asked(
            client.chat_postEphemeral(
                channel=channel_id, user=str(who.get("user_id")), text="check-up"
            )
        )
    except SlackUnavailableError as error:
        return _found(Part.CHANNEL, Health.LOOK, channel=channel_id, code=error.code)
    except SlackError as error:
        return _found(Part.CHANNEL, Health.BAD, channel=channel_id, code=error.code, bot=name)
    return _found(Part.CHANNEL, Health.GOOD, channel=channel_id)


def _headers(answer: AsyncSlackResponse) -> Mapping[str, str]:
    return {str(name).lower(): str(value) for name, value in (answer.headers or {}).items()}


def _found(part: Part, health: Health, **facts: str) -> Finding:
    return Finding(part=part, health=health, facts=facts)
