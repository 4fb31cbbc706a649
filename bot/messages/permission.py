"""Says which rule turns somebody away, and who can change it."""

from collections.abc import Mapping

from bot.calls.permission import NotAllowed, Rule
from bot.messages.problems import give_back
from bot.messages.words import Mrkdwn, Words, sentence

SENTENCES: Mapping[Rule, str] = {
    Rule.MEMBERS_ONLY: sentence(
        "Nobody was called: only full members of this workspace may ask for calls, not guests or "
        "people of other organisations. An admin of this workspace can make you a full member."
    ),
    Rule.CHANNEL: sentence(
        "Nobody was called: calls may not be asked for in this channel. Please ask in "
        "one that is allowed; whoever runs this bot can add this one (ALLOWED_CHANNELS)."
    ),
    Rule.USERGROUP: sentence(
        "Nobody was called: only members of certain user groups may ask for calls. Whoever runs "
        "this bot can tell which (ALLOWED_USERGROUPS), and an admin of this workspace can add you."
    ),
    Rule.DAILY_CAP: sentence(
        "Nobody was called: you have reached {limit}, the most that one person may ask for in a "
        "day. Please ask again tomorrow; whoever runs this bot can change it "
        "(DAILY_CALLS_PER_USER)."
    ),
    Rule.UNKNOWN: sentence(
        "Nobody was called: Slack did not tell me in time whether you may ask for "
        "calls. Please try again in a minute."
    ),
}

FOR_MEMBERS = sentence(
    "I have telephone calls placed for the full members of this workspace. Guests and people of "
    "other organisations may not ask for calls, so there is nothing here for you. An admin of "
    "this workspace can make you a full member."
)
"""Where nobody asked for a call, and there is nothing to see for a guest."""


def turned_away(barred: NotAllowed, typed: str, words: Words) -> Mrkdwn:
    """Tell somebody who typed a line or pressed a button, and give the line back."""
    why = words.mrkdwn(SENTENCES[barred.rule], limit=barred.limit)
    return give_back(typed, why, words)


def not_from_the_form(barred: NotAllowed, words: Words) -> str:
    """Say it at a field of the form, which stays open with everything in it."""
    return words.plain(SENTENCES[barred.rule], limit=barred.limit)
