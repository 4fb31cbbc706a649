"""Says by Slack's own name for it what Slack did not let us do, and who can change that."""

import re
from collections.abc import Mapping

from bot.messages.words import Mrkdwn, Words, sentence

INVITE = sentence("To have it there, type `/invite @zeegcall` in the channel.")
HOW_TO_POST: Mapping[str, str] = {
    "not_in_channel": INVITE,
    "channel_not_found": INVITE,
    "is_archived": sentence("That channel is archived: ask in another one."),
}
RESTRICTED = sentence("Whoever manages that channel decides who may post there.")
OTHERWISE = sentence("Whoever runs this bot can look that name up in Slack's documentation.")


def named(code: str) -> Mrkdwn | str:
    """Show Slack's name for an error so that it can be searched for."""
    return Mrkdwn(f"`{code}`") if re.fullmatch(r"[a-z0-9_]+", code) else code


def how_to_post(code: str, words: Words) -> Mrkdwn:
    """
    Say what lets the bot post where Slack refused it, and who can do it.

    https://docs.slack.dev/reference/methods/chat.postMessage#errors
    """
    if code.startswith("restricted_action"):
        return words.mrkdwn(RESTRICTED)
    return words.mrkdwn(HOW_TO_POST.get(code, OTHERWISE))
