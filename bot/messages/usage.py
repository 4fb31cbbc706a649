"""How to use the bot: the first three lines, and what else there is."""

from collections.abc import Sequence

from bot.calls.request import Agent
from bot.messages.blocks import Block, Rendered, actions, button, section
from bot.messages.permission import FOR_MEMBERS
from bot.messages.words import Mrkdwn, Words, sentence

OPEN_FORM = "open_form"
MEANT = "meant_subcommand"
SHOW_EVERYTHING = "show_everything"
OPEN_THE_FORM = sentence("Open the form")

EXAMPLE = sentence(
    "`/zeegcall Alex Mueller +49 30 23125001 alex.mueller@example.com tomorrow 2pm follow up on "
    "the demo`"
)
USAGE = sentence(
    "Type a name, a phone number, an email and, if you like, a time and what it is about, in any "
    "order:\n{example}\n`/zeegcall` alone opens a form. Whatever I am not sure of, I ask."
)

EVERYTHING = (
    sentence(
        "*When*: without a time I call now. `tomorrow 2pm`, `in 45 minutes`, `9am Berlin time`, "
        "in English, German, French or Spanish; without a zone it is yours."
    ),
    sentence(
        "*What is what*: `name:`, `phone:`, `email:` and `when:` say it. Everything after `note:` "
        "or ` -- ` is what the call is about, word for word."
    ),
    sentence(
        "*Stop it*: before I call, the card has an *Undo* button for a few seconds. `/zeegcall "
        "cancel 42` stops call #42 if it is not at Zeeg yet, and says what to do if it is."
    ),
    sentence(
        "*Your calls*: `/zeegcall list` shows them, `/zeegcall again 42` opens the form of call "
        "#42 again; the *Home* tab has them too."
    ),
    sentence(
        "*What you prefer*: `/zeegcall settings`. `/zeegcall agents` tells which agents there are."
    ),
    sentence(
        "*Do not call*: `/zeegcall block +49 …` puts a number on the list, `/zeegcall blocked` "
        "shows it."
    ),
    sentence(
        "*From a message*: *Call with Zeeg* in its menu opens the form filled in from it, and the "
        "call stays in its thread. `/zeegcall @jane tomorrow 10am` calls a member."
    ),
    sentence(
        "*Many at once*: `/zeegcall bulk` calls a list, pasted or as a CSV file, once you have "
        "seen it and said yes."
    ),
    sentence(
        "*For admins*: `/zeegcall list all` shows everybody's calls, `/zeegcall unblock +49 …` "
        "takes a number off the do-not-call list, `/zeegcall forget +49 …` erases what is kept "
        "of it, `/zeegcall export` sends who asked for which call."
    ),
)
"""A paragraph each."""


def usage(words: Words) -> Rendered:
    """Answer `/zeegcall help`: three lines, and everything by a button."""
    text = words.mrkdwn(USAGE, example=words.mrkdwn(EXAMPLE))
    rest = show_everything(words.plain("Show everything"))
    return Rendered(text=text, blocks=[section(text), actions(rest)])


def usage_for_guests(words: Words) -> Rendered:
    """Answer `/zeegcall help` of somebody who may not ask for calls."""
    text = words.mrkdwn(FOR_MEMBERS)
    return Rendered(text=text, blocks=[section(text)])


def show_everything(label: str) -> Block:
    """Make the button that shows all that can be typed."""
    return button(label, action_id=SHOW_EVERYTHING, value="help")


def everything(words: Words) -> list[Block]:
    """Tell all that can be typed."""
    first = words.mrkdwn(USAGE, example=words.mrkdwn(EXAMPLE))
    return [section(first), *(section(words.mrkdwn(paragraph)) for paragraph in EVERYTHING)]


def offer_form(words: Words) -> Mrkdwn:
    """Bring a form back that could not be opened, or that nobody saw."""
    return words.mrkdwn(
        "I could not open the form in time. All that belongs in it is kept. Nobody was called yet."
    )


def configured_agents(agents: Sequence[Agent], words: Words) -> Rendered:
    """Name the agents, the one first that calls if none is chosen."""
    if len(agents) == 1:
        text = words.mrkdwn("One agent calls: *{agent}*.", agent=agents[0].name)
    else:
        others = Mrkdwn(", ".join(words.mrkdwn("*{agent}*", agent=a.name) for a in agents[1:]))
        text = words.mrkdwn(
            "*{agent}* calls if you choose no other. The form offers these too: {others}.",
            agent=agents[0].name,
            others=others,
        )
    return Rendered(text=text, blocks=[section(text)])


def did_you_mean(meant: str, *, draft_id: str, words: Words) -> Rendered:
    """Ask about a line that looks like a subcommand; what was typed is kept as a draft."""
    text = words.mrkdwn(
        "Did you mean `/zeegcall {meant}`? I kept what you typed, and nobody was called.",
        meant=meant,
    )
    yes = button(
        words.plain("Yes: {meant}", meant=meant),
        action_id=MEANT,
        value=draft_id,
        style="primary",
    )
    form = button(words.plain("No, open the form"), action_id=OPEN_FORM, value=draft_id)
    return Rendered(text=text, blocks=[section(text), actions(yes, form)])
