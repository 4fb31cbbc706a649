"""A stand-in for Zeeg: takes calls as its guide says, rings nobody, tells how they ended."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import httpx
from aiohttp import web

from bot.playground.faults import Answer, Fault, Faults, Torn, tear
from bot.playground.traffic import Exchange, Traffic, Way
from bot.playground.zeeg_outcomes import EVENT, Call, Outcome, completed_event
from bot.playground.zeeg_rules import (
    AGENT_NOT_ACTIVE,
    AGENT_NOT_FOUND,
    KNOWN_FIELDS,
    MISSING_SCOPE,
    UNAUTHENTICATED,
    Agent,
    Token,
    fields_refusal,
    scheduled_at,
)
from bot.playground.zeeg_subscriptions import Subscription, subscription_refusal

OUTBOUND_CALLS: Final = "outbound-calls"
WEBHOOKS: Final = "webhooks"
_GONE: Final = frozenset({404, 410})


@dataclass(slots=True, kw_only=True)
class Post:
    """One POST that asked for a call; `call` is what became of it, `exchange` what was said."""

    agent_uuid: str
    exchange: Exchange
    call: Call | None = None

    @property
    def may_have_been_accepted(self) -> bool:
        """Say whether whoever asked must reckon with somebody's phone ringing."""
        return not 400 <= self.exchange.status < 500


class Zeeg:
    """The API under `/v2`, its agents and tokens, the calls it took, and its webhooks."""

    def __init__(
        self, clock: Callable[[], float], traffic: Traffic, faults: Faults, zone: str = "UTC"
    ) -> None:
        self.clock = clock
        self.traffic = traffic
        self.faults = faults
        self.zone = zone
        self.agents: dict[str, Agent] = {}
        self.tokens: dict[str, Token] = {}
        self.posts: list[Post] = []
        self.calls: list[Call] = []
        self.subscriptions: list[Subscription] = []
        self.ends_by_itself: tuple[float, Outcome] | None = None
        self._client: httpx.AsyncClient | None = None
        self._ending: set[asyncio.Task[list[int]]] = set()

    @property
    def maybe_accepted(self) -> list[Post]:
        """Give the POSTs after which somebody may be ringing."""
        return [post for post in self.posts if post.may_have_been_accepted]

    def application(self) -> web.Application:
        """Give the routes as an application that can be served."""
        application = web.Application()
        application.router.add_post("/v2/agents/{uuid}/outbound-calls", self.take_call)
        application.router.add_post("/v2/webhooks", self.take_subscription)
        return application

    async def take_call(self, request: web.Request) -> web.StreamResponse:
        """Answer `POST /agents/{uuid}/outbound-calls`."""
        fault = self.faults.take(OUTBOUND_CALLS)
        is_unread = fault is not None and fault.unread
        body = None if is_unread else _json(await request.read())
        exchange = self.traffic.asked(Way.ZEEG_METHOD, OUTBOUND_CALLS, body)
        post = Post(agent_uuid=request.match_info["uuid"], exchange=exchange)
        self.posts.append(post)
        token = _bearer(request)
        return await self._through(request, exchange, fault, lambda: self._place(post, token))

    async def _through(
        self,
        request: web.Request,
        exchange: Exchange,
        fault: Fault | None,
        do: Callable[[], Answer],
    ) -> web.StreamResponse:
        exchange.headers = dict(request.headers)
        try:
            answer = await self.faults.answer(fault, do)
        except Torn:
            self.traffic.answered(exchange, 0, None)
            return tear(request)
        self.traffic.answered(exchange, answer.status, answer.body)
        return answer.response()

    def _refusal(self, token: str, scope: str) -> Answer | None:
        known = self.tokens.get(token)
        if known is None:
            return UNAUTHENTICATED
        return None if scope in known.scopes else MISSING_SCOPE

    def _place(self, post: Post, token: str) -> Answer:
        refusal = self._refusal(token, "outbound-calls:write") or self._agent_refusal(post)
        now = self.clock()
        body = post.exchange.body
        refusal = refusal or fields_refusal(body, now, self.zone)
        if refusal is not None:
            return refusal
        call = Call(
            id=41 + len(self.calls) + 1,
            agent_uuid=post.agent_uuid,
            agent_name=self.agents[post.agent_uuid].name,
            body=body,
            due_at=scheduled_at(body.get("scheduledTime"), self.zone) or now,
        )
        post.call = call
        self.calls.append(call)
        if self.ends_by_itself is not None:
            self._end_later(call, *self.ends_by_itself)
        return Answer(status=201, body=_accepted(call))

    def _agent_refusal(self, post: Post) -> Answer | None:
        agent = self.agents.get(post.agent_uuid)
        if agent is None:
            return AGENT_NOT_FOUND
        return None if agent.is_active else AGENT_NOT_ACTIVE

    async def take_subscription(self, request: web.Request) -> web.StreamResponse:
        """Answer `POST /webhooks`: subscribe, and try the URL at once."""
        fault = self.faults.take(WEBHOOKS)
        body = _json(await request.read())
        exchange = self.traffic.asked(Way.ZEEG_METHOD, WEBHOOKS, body)
        refusal = self._refusal(_bearer(request), "webhooks:write")
        refusal = refusal or subscription_refusal(body)
        if refusal is not None:
            return await self._through(request, exchange, fault, lambda: refusal)
        subscription = Subscription.read(body)
        status = await self._send(subscription, {"event": "webhook.test"})
        if status not in _GONE:
            self.subscriptions.append(subscription)
        answer = Answer(status=201, body=subscription.answer(status))
        return await self._through(request, exchange, fault, lambda: answer)

    def subscribe(self, callback_url: str, token: str) -> None:
        """Subscribe a URL as the dashboard does, without trying it."""
        self.subscriptions.append(
            Subscription(callback_url=callback_url, token=token, events=[EVENT])
        )

    def use(self, client: httpx.AsyncClient) -> None:
        """Send webhooks with this client, which may carry an in-process transport."""
        self._client = client

    async def complete(
        self, call: Call, outcome: Outcome = Outcome.ANSWERED, **changes: object
    ) -> list[int]:
        """
        End a call and tell every subscriber; gives the HTTP statuses of their answers.

        `changes` replace fields of the event by their names in Zeeg's table; the same
        `conversationId` again is a repeated delivery.
        """
        call.is_completed = True
        given = changes.get("conversationId")
        conversation_id = str(given or f"conversation-{call.id}-{len(call.conversation_ids)}")
        call.conversation_ids.append(conversation_id)
        event = completed_event(call, outcome, conversation_id=conversation_id)
        return await self.tell({**event, **changes})

    async def tell(self, event: dict[str, Any]) -> list[int]:
        """Send an event to every subscriber; one that answers 404 or 410 is dropped."""
        statuses = []
        for subscription in list(self.subscriptions):
            status = await self._send(subscription, event)
            if status in _GONE:
                self.subscriptions.remove(subscription)
            statuses.append(status)
        return statuses

    async def _send(self, subscription: Subscription, event: dict[str, Any]) -> int:
        """Send an event, and give the status; 0 if nobody answered."""
        if self._client is None:
            self._client = httpx.AsyncClient(timeout=10, trust_env=False)
        exchange = self.traffic.asked(Way.ZEEG_WEBHOOK, str(event.get("event")), event)
        headers = {"Token": subscription.token} if subscription.token else {}
        try:
            response = await self._client.post(
                subscription.callback_url, json=event, headers=headers
            )
        except httpx.TransportError:
            self.traffic.answered(exchange, 0, None)
            return 0
        self.traffic.answered(exchange, response.status_code, response.text)
        return response.status_code

    def _end_later(self, call: Call, seconds: float, outcome: Outcome) -> None:
        async def end() -> list[int]:
            await asyncio.sleep(max(0.0, call.due_at - self.clock()) + seconds)
            return await self.complete(call, outcome)

        task = asyncio.ensure_future(end())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def close(self) -> None:
        """Let go of what has not ended yet, and of the connections."""
        for task in self._ending:
            task.cancel()
        await asyncio.gather(*self._ending, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()
            self._client = None


def _accepted(call: Call) -> dict[str, Any]:
    given = {name: call.body.get(name) for name in KNOWN_FIELDS}
    return {"id": call.id, "status": "pending", "agentId": call.agent_uuid, **given}


def _bearer(request: web.Request) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ").strip()


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError:
        return None
