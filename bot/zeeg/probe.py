"""Asks Zeeg whether it would place calls, without placing one."""

import httpx

from bot.calls.failure import Failure, FailureKind
from bot.errors import CallRefusedError, ZeegError
from bot.zeeg.answers import placed
from bot.zeeg.client import SECONDS, outbound_calls_path
from bot.zeeg.post import post
from bot.zeeg.wire import NO_CALL


async def probe(
    http: httpx.AsyncClient, agent_uuid: str, *, seconds: float = SECONDS
) -> Failure | None:
    """
    Ask for a call to what is no number: None if that is all that Zeeg finds wrong.

    Then token, scope and agent are fine; otherwise the failure says what is not.
    """
    try:
        call = placed(await post(http, outbound_calls_path(agent_uuid), NO_CALL, seconds=seconds))
    except CallRefusedError as error:
        return None if error.failure.code == "422" else error.failure
    except ZeegError as error:
        return error.failure
    return Failure(
        kind=FailureKind.ANSWER_UNREADABLE,
        detail=f"it took a call to what is no number, as call {call.zeeg_id}",
    )
