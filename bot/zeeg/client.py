"""Zeeg, as the verbs know it: a telephone that places one call per request."""

from datetime import tzinfo
from urllib.parse import quote

import httpx

from bot.calls.failure import Failure, FailureKind
from bot.calls.request import CallRequest
from bot.errors import CallRefusedError
from bot.ports import Placed
from bot.zeeg.answers import placed
from bot.zeeg.post import post
from bot.zeeg.wire import outbound_call_body

SECONDS = 20.0
"""
The longest that a call may take to be placed. A lease of 30 s outlives it as a rule; one that
began late may not, and then the answer overrules what was told meanwhile.
"""


def outbound_calls_path(agent_uuid: str) -> str:
    """Name where calls by this agent are created, below the API's address."""
    return f"agents/{quote(agent_uuid, safe='')}/outbound-calls"


class ZeegClient:
    """
    Places calls through Zeeg's API; a `ports.Telephone`.

    `http` comes from `zeeg_http` and stays its owner's to close. `zone` is the one in which Zeeg
    reads `scheduledTime`.
    """

    def __init__(self, http: httpx.AsyncClient, *, zone: tzinfo, seconds: float = SECONDS) -> None:
        self._http = http
        self._zone = zone
        self._seconds = seconds

    async def create_outbound_call(self, request: CallRequest) -> Placed:
        """
        Ask Zeeg's agent to call, once.

        Raises CallRefusedError (nobody is called), ZeegUnavailableError (nobody is called, may be
        tried again) or CallUncertainError (somebody may be ringing).
        """
        try:
            body = outbound_call_body(request, self._zone)
        except ValueError as error:
            raise CallRefusedError(Failure(kind=FailureKind.TIME_TWICE)) from error
        path = outbound_calls_path(request.agent.uuid)
        return placed(await post(self._http, path, body, seconds=self._seconds))
