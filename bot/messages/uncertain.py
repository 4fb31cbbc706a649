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
        title, yes = words.plain("Is it really not at Zeeg?"), words.plain("It is not there")
        why = words.plain(
            "Look in Zeeg's dashboard first, under the calls of the agent {agent}. If it is "
            "there, a new call would ring the same person twice.",
            agent=clip(call.request.agent.name, 60),
        )
        is_so = (words.plain("Zeeg has it"), ZEEG_HAS_IT)
        is_not = (words.plain("Zeeg does not have it, try again"), NOT_AT_ZEEG)
    else:
        title, yes = words.plain("Did it really not ring?"), words.plain("Nobody was called")
        why = words.plain(
            "Look in Zeeg's dashboard first, under the calls of the agent {agent}. If it did "
            "ring, a new call would ring the same person again.",
            agent=clip(call.request.agent.name, 60),
        )
        is_so = (words.plain("It rang"), IT_RANG)
        is_not = (words.plain("Nobody was called, try again"), NOBODY_CALLED)
    asks = question(title, why, yes=yes, no=words.plain("Not sure"))
    value = str(call.call_id)
    return [
        button(is_so[0], action_id=is_so[1], value=value),
        button(is_not[0], action_id=is_not[1], value=value, asks=asks),
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
