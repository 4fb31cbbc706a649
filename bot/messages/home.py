"""The Home tab: what the threads show, for one person."""

from datetime import datetime

from bot.calls.listing import Listing
from bot.messages.blocks import Block, actions, button, context, section
from bot.messages.lists import list_parts
from bot.messages.permission import FOR_MEMBERS
from bot.messages.usage import show_everything
from bot.messages.welcome import WELCOME, call_someone
from bot.messages.words import Words, sentence

SETTINGS = "open_settings"

AS_ANYWHERE = sentence(
    "Your calls, as far as they are kept. The buttons do what those in the threads do."
)


def home_view(listing: Listing, *, words: Words, now: datetime) -> Block:
    """Show somebody their calls, and where to begin."""
    parts = list(list_parts(listing, words=words, now=now, is_home=True))
    head = context(words.mrkdwn(AS_ANYWHERE)) if parts else section(words.mrkdwn(WELCOME))
    settings = button(words.plain("Settings"), action_id=SETTINGS, value="mine")
    helping = show_everything(words.plain("Help"))  # "everything" would be all of one's calls here
    blocks: list[Block] = [head, actions(call_someone(words), settings, helping)]
    for text, buttons in parts:
        blocks.append(section(text))
        if buttons:
            blocks.append(actions(*buttons))
    return _home(*blocks)


def home_of_guest(words: Words) -> Block:
    """Tell somebody who may not call why there is nothing to see."""
    return _home(section(words.mrkdwn(FOR_MEMBERS)))


def _home(*blocks: Block) -> Block:
    return {"type": "home", "blocks": list(blocks)}
