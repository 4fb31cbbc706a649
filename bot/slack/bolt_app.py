"""The Bolt app: who is let in, and when the ack leaves."""

import logging
from collections.abc import Awaitable, Callable
from typing import cast

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.logger.messages import warning_client_prioritized_and_token_skipped
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.identity import Identity

FOREIGN = (
    "I work for another workspace only, so nothing was done. To call from here, this workspace "
    "needs an app of its own."
)
"""Slack shows it to people of other workspaces, as plain text."""


def bolt_app(identity: Identity, *, api_url: str) -> AsyncApp:
    """
    Make the Bolt app. Its own client has no token: listeners use the one that all share.

    It checks no signature: `web` does before Bolt sees a request, and Socket Mode has none.
    """

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        return await identity.authorize(enterprise_id=enterprise_id, team_id=team_id)

    logging.getLogger("slack_bolt.AsyncApp").addFilter(_is_news)
    return AsyncApp(
        name="zeegcall",  # else Bolt looks through all source files for one
        client=AsyncWebClient(base_url=api_url),
        signing_secret="",
        request_verification_enabled=False,
        # Bolt takes None for "not ours", though its type does not say so.
        authorize=cast("Callable[..., Awaitable[AuthorizeResult]]", authorize),
        user_facing_authorize_error_message=FOREIGN,
        # The ack leaves when a listener returns, not when Bolt next looks for it 10 ms later.
        process_before_response=True,
    )


def _is_news(record: logging.LogRecord) -> bool:
    """Whether it is more than that Bolt saw SLACK_BOT_TOKEN, which frightens and means nothing."""
    return record.msg != warning_client_prioritized_and_token_skipped()
