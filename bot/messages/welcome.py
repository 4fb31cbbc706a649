"""What people read of the bot first: one line of value, two examples, one button."""

from bot.messages.blocks import Block, Rendered, actions, button, section
from bot.messages.words import Words, sentence

CALL_SOMEONE = "call_someone"

WELCOME = sentence(
    "*Type one line, and an AI agent makes the phone call and tells you here how it went.*\n"
    "For example `/zeegcall Alex Mueller +49 30 23125001 alex.mueller@example.com tomorrow 2pm "
    "follow up on the demo`, or `/zeegcall` alone for a form."
)


def welcome(words: Words) -> Rendered:
    """Say it where the bot is new."""
    text = words.mrkdwn(WELCOME)
    return Rendered(text=text, blocks=[section(text), actions(call_someone(words))])


def call_someone(words: Words) -> Block:
    """Make the button that opens an empty form."""
    label = words.plain("Call someone")
    return button(label, action_id=CALL_SOMEONE, value="form", style="primary")
