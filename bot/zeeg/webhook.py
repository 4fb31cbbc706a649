"""Zeeg's deliveries: whether they are Zeeg's, and what they say."""

import hashlib
import hmac
import re
from collections.abc import Mapping

from bot.calls.event import CallEnded, Delivery, NotOurs, Unreadable
from bot.calls.request import E164
from bot.calls.status import Outcome
from bot.zeeg import loose
from bot.zeeg.complaints import read_json
from bot.zeeg.loose import Json
from bot.zeeg.results import result
from bot.zeeg.wire import CALL_COMPLETED

CONVERSATION = ("conversationId", "conversation_id", "conversationUuid", "callId")
AGENT = ("agentId", "agentUuid", "agent_id")
CONTACT = ("contactPhoneNumber", "contactPhone", "contact_phone_number")
DIRECTION = "direction"
IS_CALL = ("isCall", "is_call")
ENVELOPES = ("data", "payload")
LONGEST_ID = 200

OUTCOMES: Mapping[str, Outcome] = {
    **{outcome.value: outcome for outcome in Outcome},
    "no_answer": Outcome.NOT_ANSWERED,
    "unanswered": Outcome.NOT_ANSWERED,
}
"""What Zeeg documents, and how others write the same."""


def is_zeegs(token: str | None, *, expected: str | None) -> bool:
    """
    Whether a delivery carries the token that Zeeg was given. Without one, nothing is Zeeg's.

    It takes the same time however much of the token is right.
    """
    if expected is None or token is None:
        return False
    return hmac.compare_digest(token.encode(), expected.encode())


def read_delivery(body: bytes) -> Delivery:
    """Read what was delivered; never raises."""
    if not body.strip():
        return NotOurs(what="nothing")
    value = read_json(body)
    if value in ({}, []) or body.strip() == b"null":
        return NotOurs(what="nothing")
    event = _opened(loose.part(value))
    kind = _word(event, "event") or _word(event, "type")
    if kind not in {"", CALL_COMPLETED}:
        return NotOurs(what=kind)
    if _word(event, DIRECTION) not in {"", "outbound"}:
        return NotOurs(what="an inbound call")
    if loose.flag(event, *IS_CALL) is False:
        return NotOurs(what="a chat")
    conversation_id = loose.text(event, *CONVERSATION, longest=LONGEST_ID)
    if not conversation_id:
        text = body.decode("utf-8", "replace")
        return Unreadable(text=text, digest=hashlib.sha256(body).hexdigest())
    return CallEnded(
        conversation_id=conversation_id,
        agent_uuid=_agent(event),
        agent_name=loose.text(event, "agentName", longest=100),
        phone_number=_number(event),
        outcome=_outcome(event),
        result=result(event),
    )


def _word(event: Json, name: str) -> str:
    """Read a word in small letters; what is no string says nothing, rather than something else."""
    value = event.get(name)
    return loose.words(value).lower() if isinstance(value, str) else ""


def _opened(event: Json) -> Json:
    """Take an event out of an envelope, should Zeeg begin to use one."""
    if loose.text(event, *CONVERSATION):
        return event
    inner = next((loose.part(event[name]) for name in ENVELOPES if name in event), {})
    is_told = any(name in inner for name in (*CONVERSATION, DIRECTION, *IS_CALL))
    return {**event, **inner} if is_told else event


def _agent(event: Json) -> str | None:
    agent = loose.text(event, *AGENT) or loose.text(loose.part(event.get("agent")), "uuid", "id")
    return agent.lower() or None


def _number(event: Json) -> str | None:
    written = re.sub(r"[\s().\-/]", "", loose.text(event, *CONTACT))
    number = "+" + written.removeprefix("+").removeprefix("00")
    return number if number.isascii() and E164.fullmatch(number) else None


def _outcome(event: Json) -> Outcome:
    said = loose.text(event, "callOutcome", "outcome", "call_outcome")
    return OUTCOMES.get(re.sub(r"[\s-]", "_", said.lower()), Outcome.UNKNOWN)
