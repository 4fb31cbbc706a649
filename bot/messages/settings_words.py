"""The words of the settings."""

from collections.abc import Mapping

from bot.calls.preferences import Results

TITLE = "Settings"
SAVE = "Save"
CLOSE = "Cancel"
FOR_YOU = "*For you.* What you say in a request still wins over it."
FOR_CHANNEL = "*For everybody in {channel}* who has set nothing else. Only admins see this part."
ONLY_ADMINS = "Only admins can set what holds for a channel. Nothing was changed."
NOT_KEPT = "My records cannot be reached, so nothing was changed. Please try again in a minute."
NOT_OPENED = "Slack did not let me open your settings in time. Please type it again."
ZONE = "I read times in *{place}* time: that comes from your Slack profile."
NO_ZONE = "Slack did not tell me your time zone; I ask it again when you call."

REGION = "Numbers without a country code are from"
LANGUAGE = "Language"
AGENT = "Agent, if none is named"
RESULTS = "How a call ended is told"

NOT_SET = "Not set: {then}"
NOT_SET_AT_HOME = "Not set: as the channel has it, else {then}"
"""At Home no channel is known."""

ASKED = "I ask each time"
AS_IN_SLACK = "as in Slack"

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
}
"""Each by its own name, whichever language is spoken."""

WHERE: Mapping[Results, str] = {
    Results.THREAD: "in the call's thread",
    Results.CHANNEL: "in the thread and in the channel",
}
