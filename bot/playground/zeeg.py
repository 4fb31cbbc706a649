"""A stand-in for Zeeg: takes calls as its guide says, rings nobody, tells how they ended."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.playground.faults import Answer
from bot.playground.traffic import Exchange, Traffic
from bot.playground.zeeg_outcomes import Call, Outcome, completed_event
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
from bot.playground.zeeg_webhooks import Webhooks

FIRST_ID: Final = 42


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
    """
    The agents and tokens of one account, the calls it took, and its webhooks.

    `zone` is where `scheduledTime` is read. With `ends_by_itself` a call ends so many
    real seconds after it was due, with that outcome.
    """

    def __init__(self, clock: Callable[[], float], traffic: Traffic, zone: str = "UTC") -> None:
        self.clock = clock
        self.zone = zone
        self.agents: dict[str, Agent] = {}
        self.tokens: dict[str, Token] = {}
        self.posts: list[Post] = []
        self.calls: list[Call] = []
        self.webhooks = Webhooks(traffic)
        self.ends_by_itself: tuple[float, Outcome] | None = None
        self._ending: set[asyncio.Task[list[int]]] = set()

    @property
    def maybe_accepted(self) -> list[Post]:
        """Give the POSTs after which somebody may be ringing."""
        return [post for post in self.posts if post.may_have_been_accepted]

    def token_refusal(self, token: str, scope: str) -> Answer | None:
        """Say what is wrong with a token; None if it may do what it is used for."""
        known = self.tokens.get(token)
        if known is None:
            return UNAUTHENTICATED
        return None if scope in known.scopes else MISSING_SCOPE

    def place(self, post: Post, token: str) -> Answer:
        """Take a call, or refuse it: token first, then scope, agent and fields."""
        now, body = self.clock(), post.exchange.body
        refusal = (
            self.token_refusal(token, "outbound-calls:write")
            or self._agent_refusal(post.agent_uuid)
            or fields_refusal(body, now, self.zone)
        )
        if refusal is not None:
            return refusal
        call = Call(
            id=FIRST_ID + len(self.calls),
            agent_uuid=post.agent_uuid,
            agent_name=self.agents[post.agent_uuid].name,
            body=body,
            due_at=scheduled_at(body.get("scheduledTime"), self.zone) or now,
        )
        post.call = call
        self.calls.append(call)
        if self.ends_by_itself is not None:
            self._end_later(call, *self.ends_by_itself)
        given = {name: body.get(name) for name in KNOWN_FIELDS}
        accepted = {"id": call.id, "status": "pending", "agentId": call.agent_uuid, **given}
        return Answer(status=201, body=accepted)

    def _agent_refusal(self, agent_uuid: str) -> Answer | None:
        agent = self.agents.get(agent_uuid)
        if agent is None:
            return AGENT_NOT_FOUND
        return None if agent.is_active else AGENT_NOT_ACTIVE

    async def complete(
        self, call: Call, outcome: Outcome = Outcome.ANSWERED, **changes: object
    ) -> list[int]:
        """
        End a call and tell every subscriber; gives the HTTP statuses of their answers.

        `changes` replace fields of the event by their names in Zeeg's table; the same
        `conversationId` again is a repeated delivery.
        """
        call.ends += 1
        event = completed_event(call, outcome)
        return await self.webhooks.tell({**event, **changes})

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
        await self.webhooks.close()
