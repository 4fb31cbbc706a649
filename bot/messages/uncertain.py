"""What a person is asked about a call of which nobody knows whether Zeeg has it, or it rang."""

from datetime import datetime

from bot.calls.call import Call
from bot.calls.status import Status
from bot.messages.blocks import Block, Rendered, actions, button, clip, question, section
from bot.messages.words import Words

IT_RANG = "it_rang"
ZEEG_HAS_IT = "zeeg_has_it"
NOBODY_CALLED = "nobody_called"
NOT_AT_ZEEG = "not_at_zeeg"


def uncertain_buttons(call: Call, *, words: Words, now: datetime) -> list[Block]:
    """Let a person say what became of it: of one that is due later, whether Zeeg has it."""
    if call.status is Status.UNCERTAIN and call.due > now:
        return _is_it_at_zeeg(call, words)
    value = str(call.call_id)
    asks = question(
        words.plain("Did it really not ring?"),
        words.plain(
            "Look in Zeeg's dashboard first, under the calls of the agent {agent}. If it did "
            "ring, a new call would ring the same person again.",
            agent=clip(call.request.agent.name, 60),
        ),
        yes=words.plain("Nobody was called"),
        no=words.plain("Not sure"),
    )
    return [
        button(words.plain("It rang"), action_id=IT_RANG, value=value),
        button(
            words.plain("Nobody was called, try again"),
            action_id=NOBODY_CALLED,
            value=value,
            asks=asks,
        ),
    ]


def _is_it_at_zeeg(call: Call, words: Words) -> list[Block]:
    value = str(call.call_id)
    asks = question(
        words.plain("Is it really not at Zeeg?"),
        words.plain(
            "Look in Zeeg's dashboard first, under the calls of the agent {agent}. If it is "
            "there, a new call would ring the same person twice.",
            agent=clip(call.request.agent.name, 60),
        ),
        yes=words.plain("It is not there"),
        no=words.plain("Not sure"),
    )
    return [
        button(words.plain("Zeeg has it"), action_id=ZEEG_HAS_IT, value=value),
        button(
            words.plain("Zeeg does not have it, try again"),
            action_id=NOT_AT_ZEEG,
            value=value,
            asks=asks,
        ),
    ]


def was_due_since(call: Call, *, words: Words, now: datetime) -> Rendered:
    """Answer "Zeeg does not have it" of a call that was due meanwhile: it may have rung."""
    text = words.mrkdwn(
        "Call #{call_id} was due since you were asked that, so nobody knows whether it rang. Look "
        "in Zeeg's dashboard, under the calls of the agent *{agent}*, and say what you found. "
        "Nothing was changed.",
        call_id=call.call_id,
        agent=call.request.agent.name,
    )
    buttons = uncertain_buttons(call, words=words, now=now)
    return Rendered(text=text, blocks=[section(text), actions(*buttons)])
