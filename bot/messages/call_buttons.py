"""The buttons of a call wherever it is shown on its own: they do what its thread's do."""

from datetime import datetime

from bot.calls.call import Call
from bot.calls.status import OPEN
from bot.messages.blocks import Block, button
from bot.messages.cards import stopping_buttons
from bot.messages.outcomes import details_button
from bot.messages.replies import CALL_AGAIN
from bot.messages.uncertain import uncertain_buttons
from bot.messages.words import Words


def call_buttons(call: Call, *, words: Words, now: datetime) -> list[Block]:
    """Give what may be pressed where a call stands now."""
    return [*_what_can_be_done(call, words=words, now=now), details_button(call, words)]


def _what_can_be_done(call: Call, *, words: Words, now: datetime) -> list[Block]:
    if call.is_unknown:
        return uncertain_buttons(call, words=words, now=now)
    if call.status in OPEN:
        return stopping_buttons(call, words=words, now=now)
    return [button(words.plain("Call again"), action_id=CALL_AGAIN, value=str(call.call_id))]
