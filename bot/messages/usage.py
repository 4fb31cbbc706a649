"""How to use the bot: the first three lines, and what else there is."""

from bot.messages.blocks import Rendered, section
from bot.messages.words import Mrkdwn, Words

OPEN_FORM = "open_form"
OPEN_THE_FORM = "Open the form"

USAGE = """\
Type a name, a phone number, an email and, if you like, a time and what it is about, in any order:
`/zeegcall Alex Mueller +49 151 12345678 alex.mueller@example.com tomorrow 2pm follow up on the \
demo`
`/zeegcall` alone opens a form. Without a time I call now. Whatever I am not sure of, I ask.
Everything after `note:` or ` -- ` is what it is about, word for word; `name:`, `phone:`, \
`email:` and `when:` say which is which.
`/zeegcall block +49 …` puts a number on the do-not-call list, `/zeegcall blocked` shows it.
Before I call, the card has an *Undo* button for a few seconds."""


def usage(words: Words) -> Rendered:
    """Answer `/zeegcall help`."""
    text = words.mrkdwn(USAGE)
    return Rendered(text=text, blocks=[section(text)])


def offer_form(words: Words) -> Mrkdwn:
    """Bring a form back that could not be opened, or that nobody saw."""
    return words.mrkdwn(
        "I kept what you typed, but could not open the form in time. Nobody was called yet."
    )
