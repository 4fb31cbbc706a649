"""Creates the webhook by which Zeeg tells how calls ended."""

import httpx

from bot.zeeg.answers import error_for
from bot.zeeg.client import SECONDS
from bot.zeeg.complaints import read_json
from bot.zeeg.post import post
from bot.zeeg.wire import Subscription, subscription, subscription_body


async def subscribe(
    http: httpx.AsyncClient,
    *,
    callback_url: str,
    token: str,
    scope: str = "user",
    seconds: float = SECONDS,
) -> Subscription:
    """
    Subscribe to the outcomes of calls; Zeeg sends `token` back with each.

    Needs a token with the scope webhooks:write. Raises ZeegError if Zeeg did not do it, or if
    nobody knows: its dashboard shows the webhooks that there are.
    """
    body = subscription_body(callback_url=callback_url, token=token, scope=scope)
    answer = await post(http, "webhooks", body, seconds=seconds)
    if 200 <= answer.status < 300:
        created = subscription(read_json(answer.body))
        if created is not None:
            return created
    raise error_for(answer)
