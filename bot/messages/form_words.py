"""The form's labels, placeholders and buttons."""

from collections.abc import Mapping

from bot.calls.draft import FormField
from bot.messages.words import sentence

TITLE = sentence("Call someone")
RESCHEDULE = sentence("Reschedule call")
NAME = "zeegcall"
CALL = sentence("Call now")
SCHEDULE = sentence("Schedule call")
PLACE = sentence("Place call")
"""Where no number stands yet: whoever types one may type a time too."""
CUT = sentence(
    "No more than this fits here: the end of what was there is left out. Shorten it if that was "
    "needed."
)
CLOSE = sentence("Close")
OK = sentence("OK")
REPLACES = sentence(
    "Sending this cancels call #{call_id}, and this one takes the place of it. If call "
    "#{call_id} goes to Zeeg first, nothing is changed."
)
SURE = sentence("Before I call")
YES = sentence("Yes, call anyway")
SAY_YES = sentence("Tick this to call anyway, or change the form. Nobody was called yet.")
USE_TIME = sentence("Use {time}")
WHEN_HINT = sentence("If you type a time, it wins over the picker. I read it in {place} time.")
WHEN_HINT_ANYWHERE = sentence(
    "If you type a time, it wins over the picker. I read it in your time zone."
)
CONFIRM_TIME = sentence(
    "To be sure, type it with date and hour, or pick it above instead of what stands here."
)
LOST = sentence(
    "This form was sent already, or belongs to somebody else, so it placed nothing new. "
    "If you sent it, its card tells how the call went. Type `/zeegcall` for a new one."
)
SENT_BEFORE = sentence(
    "This was sent before you changed it, and is call #{call_id} as it stood then. What you "
    "changed is not called. If call #{call_id} is wrong, stop it at its card; for another call, "
    "type /zeegcall."
)

PERSON_HINT = sentence("Their name, number and email are filled in from their Slack profile.")

LABELS: Mapping[FormField, str] = {
    FormField.PERSON: sentence("Somebody in this workspace"),
    FormField.FULL_NAME: sentence("Who"),
    FormField.PHONE_NUMBER: sentence("Phone number"),
    FormField.EMAIL: sentence("Email"),
    FormField.WHEN_PICKED: sentence("When"),
    FormField.WHEN_WORDS: sentence("When, in words"),
    FormField.AGENT: sentence("Agent"),
    FormField.ADDITIONAL_DATA: sentence("What is it about"),
}

PLACEHOLDERS: Mapping[FormField, str] = {
    FormField.PERSON: sentence("Pick a person, or fill in below"),
    FormField.FULL_NAME: sentence("Alex Mueller"),
    FormField.PHONE_NUMBER: "+49 151 23456789",
    FormField.EMAIL: sentence("alex.mueller@example.com"),
    FormField.WHEN_WORDS: sentence("Now, if both are empty. Or: tomorrow 2pm"),
    FormField.ADDITIONAL_DATA: sentence(
        "What the agent should know: why you call, what was said before"
    ),
}

OPTIONAL = frozenset(
    {
        FormField.PERSON,
        FormField.WHEN_PICKED,
        FormField.WHEN_WORDS,
        FormField.ADDITIONAL_DATA,
    }
)
