"""The words of the settings."""

from collections.abc import Mapping

from bot.calls.preferences import Results
from bot.messages.words import sentence

TITLE = sentence("Settings")
SAVE = sentence("Save")
CLOSE = sentence("Close")
FOR_YOU = sentence("*For you.* What you say in a request still wins over it.")
FOR_CHANNEL = sentence(
    "*For everybody in {channel}* who has set nothing else. Only admins see this part."
)
ONLY_ADMINS = sentence("Only admins can set what holds for a channel. Nothing was changed.")
NOT_KEPT = sentence(
    "My records cannot be reached, so nothing was changed. Please try again in a minute."
)
SAVED = sentence("Saved. It holds from now on.")
ZONE = sentence("I read times in *{place}* time: that comes from your Slack profile.")
NO_ZONE = sentence("Slack did not tell me your time zone; I ask it again when you call.")

REGION = sentence("Numbers without a country code are from")
LANGUAGE = sentence("Language")
AGENT = sentence("Agent, if none is named")
RESULTS = sentence("How a call ended is told")

NOT_SET = sentence("Not set: {then}")
NOT_SET_AT_HOME = sentence("Not set: as the channel has it, else {then}")
"""At Home no channel is known."""

ASKED = sentence("I ask each time")
AS_IN_SLACK = sentence("as in Slack")

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
}
"""Each by its own name, whichever language is spoken."""

WHERE: Mapping[Results, str] = {
    Results.THREAD: sentence("in the call's thread"),
    Results.CHANNEL: sentence("in the thread and in the channel"),
}
