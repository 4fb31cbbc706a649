"""Zeeg's side of the wire: the routes under `/v2`."""

import json
from typing import Final

from aiohttp import web

from bot.playground.faults import Answer
from bot.playground.traffic import Way
from bot.playground.wire import Wire
from bot.playground.zeeg import Post, Zeeg
from bot.playground.zeeg_subscriptions import subscription_refusal

OUTBOUND_CALLS: Final = "outbound-calls"
WEBHOOKS: Final = "webhooks"


class ZeegDoor:
    """Takes requests for a Zeeg, as usual or as the faults have it."""

    def __init__(self, zeeg: Zeeg, wire: Wire) -> None:
        self.zeeg = zeeg
        self.wire = wire

    def application(self) -> web.Application:
        """Give the routes as an application that can be served."""
        application = web.Application()
        application.router.add_post("/v2/agents/{uuid}/outbound-calls", self.take_call)
        application.router.add_post("/v2/webhooks", self.take_subscription)
        return application

    async def take_call(self, request: web.Request) -> web.StreamResponse:
        """Answer `POST /agents/{uuid}/outbound-calls`."""
        fault = self.wire.faults.take(OUTBOUND_CALLS)
        is_unread = fault is not None and fault.unread
        body = None if is_unread else _json(await request.read())
        exchange = self.wire.traffic.asked(Way.ZEEG_METHOD, OUTBOUND_CALLS, body)
        post = Post(agent_uuid=request.match_info["uuid"], exchange=exchange)
        self.zeeg.posts.append(post)
        token = _bearer(request)
        return await self.wire.answer(
            request, exchange, fault, lambda: self.zeeg.place(post, token)
        )

    async def take_subscription(self, request: web.Request) -> web.StreamResponse:
        """Answer `POST /webhooks`: subscribe, and try the URL at once."""
        fault = self.wire.faults.take(WEBHOOKS)
        body = _json(await request.read())
        exchange = self.wire.traffic.asked(Way.ZEEG_METHOD, WEBHOOKS, body)
        answer = self.zeeg.token_refusal(_bearer(request), "webhooks:write")
        answer = answer or subscription_refusal(body)
        if answer is None and isinstance(body, dict):
            written = await self.zeeg.webhooks.subscribe_and_try(body)
            answer = Answer(status=201, body=written)
        return await self.wire.answer(
            request, exchange, fault, lambda: answer or Answer(status=500)
        )


def _bearer(request: web.Request) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ").strip()


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError:
        return None
