"""Says what can be done about a call that somebody wants stopped, and what cannot."""

from datetime import datetime

from bot.calls.call import Call
from bot.calls.status import Status
from bot.messages.cards import standing
from bot.messages.problems import too_late
from bot.messages.times import for_reader
from bot.messages.words import Mrkdwn, Words, sentence

AT_ZEEG = sentence(
    "I can't stop call #{call_id}: Zeeg has it. *It will ring* ({at}) unless somebody cancels it "
    "in Zeeg's dashboard: it is Zeeg call {zeeg_id}, under the calls of the agent *{agent}*."
)
RINGING = sentence(
    "I can't stop call #{call_id}: Zeeg has it, and it may be ringing or over. In Zeeg's "
    "dashboard it is Zeeg call {zeeg_id}, under the calls of the agent *{agent}*."
)
BEING_SENT = sentence(
    "I can't stop call #{call_id} now: it is being sent to Zeeg at this moment. Its thread tells "
    "in a moment what became of it."
)
UNCERTAIN = sentence(
    "Nobody knows whether call #{call_id} reached Zeeg, so I cannot stop it. Look in Zeeg's "
    "dashboard, under the calls of the agent *{agent}*, and cancel it there if it is there; then "
    "press the button in its thread that says what you found."
)


def not_cancelled(call: Call, words: Words, *, now: datetime) -> Mrkdwn:
    """Say honestly why a call was not stopped, and who can do what about it."""
    facts = {
        "call_id": call.call_id,
        "at": for_reader(call.due, zone=call.new.requester_zone, words=words),
        "zeeg_id": call.zeeg_id or "?",
        "agent": call.request.agent.name,
    }
    match call.status:
        case Status.PENDING if call.due > now:
            return words.mrkdwn(AT_ZEEG, **facts)
        case Status.PENDING:
            return words.mrkdwn(RINGING, **facts)
        case Status.SENDING:
            return words.mrkdwn(BEING_SENT, **facts)
        case Status.UNCERTAIN:
            return words.mrkdwn(UNCERTAIN, **facts)
        case _:
            return too_late(call, words)


def not_replaced(call: Call, words: Words, *, now: datetime) -> Mrkdwn:
    """Say why a form did not take the place of a call."""
    why = not_cancelled(call, words, now=now)
    return words.mrkdwn("{why} This form made no new call.", why=why)


def done(call: Call, words: Words) -> Mrkdwn:
    """Say elsewhere than on its card where a call stands after what somebody did to it."""
    if call.status is Status.CANCELLED:
        return words.mrkdwn(
            "Call #{call_id} is cancelled. Nobody was called.", call_id=call.call_id
        )
    return words.mrkdwn(
        "Done. Call #{call_id} stands at: {standing}.",
        call_id=call.call_id,
        standing=standing(call, words),
    )
