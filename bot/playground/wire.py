"""Answers a request, as usual or as a fault has it, and writes down what was said."""

from collections.abc import Callable

from aiohttp import web

from bot.playground.faults import Answer, Fault, Faults, Torn, tear
from bot.playground.traffic import Exchange, Traffic


class Wire:
    """What the doors of Slack and Zeeg have in common."""

    def __init__(self, traffic: Traffic, faults: Faults) -> None:
        self.traffic = traffic
        self.faults = faults

    async def answer(
        self,
        request: web.Request,
        exchange: Exchange,
        fault: Fault | None,
        do: Callable[[], Answer],
    ) -> web.Response:
        """Answer with what `do` gives, or let `fault` have its way."""
        exchange.headers = dict(request.headers)
        try:
            answer = await self.faults.answer(fault, do)
        except Torn:
            self.traffic.answered(exchange, 0, None)
            return tear(request)
        self.traffic.answered(exchange, answer.status, answer.body)
        return answer.response()
