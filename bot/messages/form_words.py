"""The form's labels, placeholders and buttons."""

from collections.abc import Mapping

from bot.calls.draft import FormField

TITLE = "Call someone"
RESCHEDULE = "Reschedule call"
NAME = "zeegcall"
CALL = "Call now"
SCHEDULE = "Schedule call"
CLOSE = "Cancel"
OK = "OK"
REPLACES = (
    "This takes the place of call #{call_id}, which is cancelled in the moment in which you send "
    "this. If it goes to Zeeg before that, nothing is changed."
)
SURE = "Before I call"
YES = "Yes, call anyway"
USE_TIME = "Use {time}"
WHEN_HINT = "If you type a time, it wins over the picker. I read it in {place} time."
WHEN_HINT_ANYWHERE = "If you type a time, it wins over the picker. I read it in your time zone."
CONFIRM_TIME = "To confirm it, pick it above and empty this field, or type it with the date."
LOST = (
    "This form was sent already, or belongs to somebody else, so it placed nothing new. "
    "If you sent it, its card tells how the call went. Type `/zeegcall` for a new one."
)

LABELS: Mapping[FormField, str] = {
    FormField.FULL_NAME: "Who",
    FormField.PHONE_NUMBER: "Phone number",
    FormField.EMAIL: "Email",
    FormField.WHEN_PICKED: "When",
    FormField.WHEN_WORDS: "When, in words",
    FormField.AGENT: "Agent",
    FormField.ADDITIONAL_DATA: "What is it about",
}

PLACEHOLDERS: Mapping[FormField, str] = {
    FormField.FULL_NAME: "Alex Mueller",
    FormField.PHONE_NUMBER: "+49 151 23456789",
    FormField.EMAIL: "alex.mueller@example.com",
    FormField.WHEN_WORDS: "Now, if both are empty. Or: tomorrow 2pm",
    FormField.ADDITIONAL_DATA: "What the agent should know: why you call, what was said before",
}

OPTIONAL = frozenset({FormField.WHEN_PICKED, FormField.WHEN_WORDS, FormField.ADDITIONAL_DATA})
