"""Says what is unclear about a field, in plain text: its hint or its error in the form."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import assert_never

from bot.calls.doubts import Doubt, Field, Reason
from bot.messages.times import UTC, in_zone, one_of
from bot.messages.words import Mrkdwn, Words, one_line, sentence

MISSING: Mapping[Field, str] = {
    Field.PHONE_NUMBER: sentence(
        "Who should be called? Type a phone number, like +49 151 23456789."
    ),
    Field.EMAIL: sentence("Zeeg needs the contact's email address."),
    Field.FULL_NAME: sentence("Who is it? Type the contact's full name."),
    Field.SCHEDULED_TIME: sentence(
        "When? Type a time, like tomorrow 2pm, or leave it empty for now."
    ),
    Field.ADDITIONAL_DATA: sentence("What is it about?"),
    Field.AGENT: sentence("Which agent should call?"),
}

NOT_IN_PROFILE: Mapping[Field, str] = {
    **MISSING,
    Field.PHONE_NUMBER: sentence(
        "Their Slack profile shows no phone number. Type it, like +49 151 23456789."
    ),
    Field.EMAIL: sentence("Their Slack profile shows no email address, and Zeeg needs one."),
}

UNREADABLE: Mapping[Field, str] = {
    Field.PHONE_NUMBER: sentence(
        "I can't read “{read}” as a phone number. Type it like +49 151 23456789."
    ),
    Field.EMAIL: sentence(
        "I can't read “{read}” as an email address. Type it like alex@example.com."
    ),
    Field.FULL_NAME: sentence("I can't read “{read}” as a name."),
    Field.SCHEDULED_TIME: sentence("I can't read “{read}” as a time. Type it like tomorrow 2pm."),
    Field.ADDITIONAL_DATA: sentence("Please check what it is about: “{read}”."),
    Field.AGENT: sentence(
        "That agent is not set up here. Please pick another: /zeegcall agents tells which there "
        "are."
    ),
}

SENTENCES: Mapping[Reason, str] = {
    Reason.SEVERAL: sentence("I found several: {options}. Which one is it?"),
    Reason.HALVES_DISAGREE: sentence(
        "“{read}” shows one value and links to another. Which one is right?"
    ),
    Reason.TOO_LONG: sentence("That is too long for me to read. Please fill in the fields."),
    Reason.ZEEG_SAID: sentence("Zeeg said: “{read}”."),
    Reason.ZEEG_REFUSED: sentence("Zeeg said: “{read}”."),
    Reason.ASKS_FOR_NO_CALL: sentence(
        "“{read}” sounds as if nobody should be called. Send this only if somebody should."
    ),
    Reason.LABEL_UNCLEAR: sentence("I read “{read}” as “{best}:”. Please check."),
    Reason.WHOSE: sentence(
        "“{read}” sounds as if this is somebody else's. Keep it only if it is the contact's own."
    ),
    Reason.NOTHING_CHANGED: sentence(
        "Call {read} stands just like this already. Pick another time, or close this form."
    ),
    Reason.NUMBER_INVALID: sentence(
        "“{read}” is no number that a network has. Please check the digits."
    ),
    Reason.NUMBER_HAS_LETTERS: sentence("“{read}” has letters in it. Type the number in digits."),
    Reason.NUMBER_UNCLEAR: sentence(
        "“{read}”: I can't tell where the number starts or ends. Type it alone, without spaces."
    ),
    Reason.NUMBER_NEEDS_COUNTRY: sentence(
        "“{read}” names no country. Start with + and the country code, or choose your country in "
        "/zeegcall settings."
    ),
    Reason.NUMBER_COUNTRY_UNCLEAR: sentence(
        "“{read}” is a number in more than one country: {options}. Which one is it?"
    ),
    Reason.NUMBER_COUNTRY_PROPOSED: sentence(
        "“{read}” names no country. By the email address it is {best}: please check."
    ),
    Reason.NUMBER_WITHOUT_PLUS: sentence("Did you mean +{read}? It needs the + before it."),
    Reason.NUMBER_EMERGENCY: sentence(
        "I never call emergency or short numbers, such as “{read}”."
    ),
    Reason.NUMBER_KIND_REFUSED: sentence(
        "I don't call “{read}”: premium-rate, shared-cost, satellite "
        "and similar numbers are refused."
    ),
    Reason.NUMBER_KIND_UNUSUAL: sentence(
        "“{read}” is a freephone or company number. Is it the contact's?"
    ),
    Reason.NUMBER_COUNTRY_REFUSED: sentence(
        "Calls to this country ({options}) are not allowed here. Ask "
        "whoever runs this bot to add it to ALLOWED_COUNTRIES."
    ),
    Reason.NUMBER_PREFIX_REFUSED: sentence(
        "Numbers that begin with {options} are not called here. Ask "
        "whoever runs this bot about DENY_PREFIXES."
    ),
    Reason.NUMBER_BLOCKED: sentence(
        "“{read}” is on the do-not-call list. Type /zeegcall blocked to see by "
        "whom and why; an admin can take it off."
    ),
    Reason.EXTENSION: sentence(
        "Zeeg dials no extension: “{read}” would ring the switchboard. If that is meant, type the "
        "number without it here, and the extension into what it is about."
    ),
    Reason.EMAIL_INVALID: sentence(
        "“{read}” is no email address that can work. Type it like alex@example.com."
    ),
    Reason.EMAIL_LOOKALIKE: sentence(
        "“{read}” mixes letters of several alphabets. Please type it again."
    ),
    Reason.NAME_UNCLEAR: sentence(
        "I read “{read}” as the name. Change it if it is not all of it, or more."
    ),
    Reason.TIME_BARE_HOUR: sentence("I read “{read}” as {best}. Change it if you meant {other}."),
    Reason.TIME_WITHOUT_CLOCK: sentence("“{read}” names a day but no hour. Add one, like 2pm."),
    Reason.TIME_VAGUE: sentence("“{read}” is no exact time. Please pick one."),
    Reason.TIME_RANGE: sentence("“{read}” is a stretch of time. Please pick one point in it."),
    Reason.TIME_REPEATS: sentence(
        "I place one call at a time, and “{read}” repeats. Please pick one time."
    ),
    Reason.TIME_PAST: sentence("“{read}” has already passed. Please pick a later time."),
    Reason.TIME_TOO_SOON: sentence(
        "That is too soon: each call waits some seconds, in which it can be undone. To call at "
        "once, leave the time empty."
    ),
    Reason.TIME_NEVER: sentence("“{read}” does not exist on that day. Please pick another time."),
    Reason.TIME_TWICE: sentence(
        "The clocks go back that night, so “{read}” comes twice: {options}. Which one?"
    ),
    Reason.TIME_TWICE_AT_ZEEG: sentence(
        "The clocks go back at that hour in the time zone in which Zeeg reads times: it comes "
        "twice, and Zeeg can't be told which one. Pick a time before or after that hour."
    ),
    Reason.TIME_ZONE_UNCLEAR: sentence(
        "“{read}”: I'm not sure which time zone you mean. Name a city, like 3pm Berlin time."
    ),
    Reason.TIME_THEIRS: sentence(
        "I read “{read}” by the clock where the contact's number belongs: {best}. Change it if "
        "they are elsewhere."
    ),
    Reason.TIME_DAY_UNCLEAR: sentence(
        "I read “{read}” as {best}. Change it if you meant another day."
    ),
    Reason.TIME_ORDER_UNCLEAR: sentence(
        "I read “{read}” as {best}. Change it if day and month are the other way round."
    ),
    Reason.TIME_SPELLING: sentence(
        "I read “{read}” as {best}. Change it if you meant another time."
    ),
    Reason.TIME_OUTSIDE_HOURS: sentence(
        "That would be outside the usual hours at the contact's place. "
        "I put the next usual time instead: {options}."
    ),
    Reason.TIME_OF_WHAT: sentence("Is the call meant in “{read}”? Keep {best}, or change it."),
    Reason.TIME_UNCLEAR: sentence("I'm not sure about the time “{read}”. Please check."),
}
"""By reason; those that depend on the field stand above. A test holds that none is forgotten."""

SHORTENED = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+")
FROM_A_SPREADSHEET = sentence(
    "“{read}” is a number that a spreadsheet has shortened. Format its column as text, and type "
    "the number again."
)

ONE_OF_SEVERAL = sentence(
    "There is more than one here, and I can only read {best}. Is it that one?"
)

INEXACT = frozenset({Reason.TIME_WITHOUT_CLOCK, Reason.TIME_VAGUE, Reason.TIME_RANGE})
PROPOSED = sentence(
    "“{read}” is no exact time. I put {best}: change it if you meant another time."
)


def explain_doubt(doubt: Doubt, *, zone: str, words: Words, is_filled_in: bool = False) -> str:
    """
    Say what is unclear and what to type instead. Times are told in `zone`, which is named; where
    one `is_filled_in` that nobody typed, it is said which.
    """
    match doubt.reason:
        case Reason.MISSING:
            return words.plain(MISSING[doubt.field])
        case Reason.NOT_IN_PROFILE:
            return words.plain(NOT_IN_PROFILE[doubt.field])
        case Reason.UNREADABLE:
            return words.plain(UNREADABLE[doubt.field], read=_short(doubt.read))
        case _:
            proposes = is_filled_in and doubt.reason in INEXACT and doubt.options
            sentence = PROPOSED if proposes else SENTENCES[doubt.reason]
            return _about_what_was_read(doubt, sentence, zone=zone, words=words)


def nothing_changed(doubt: Doubt, words: Words) -> Mrkdwn:
    """Say in mrkdwn why a subcommand did nothing: the words of the form are plain text."""
    why = explain_doubt(doubt, zone=UTC, words=words)
    return words.mrkdwn("{why} Nothing was changed.", why=why)


def _about_what_was_read(doubt: Doubt, sentence: str, *, zone: str, words: Words) -> str:
    is_word = doubt.reason is Reason.LABEL_UNCLEAR
    options = [
        _short(option) if is_word else _option(doubt.field, option, zone, words)
        for option in doubt.options
    ]
    if doubt.reason is Reason.NUMBER_HAS_LETTERS and SHORTENED.fullmatch(doubt.read):
        sentence = FROM_A_SPREADSHEET
    if not options and "{best}" in sentence:
        sentence = SENTENCES[Reason.TIME_UNCLEAR]
    if doubt.reason is Reason.SEVERAL and len(options) == 1:
        sentence = ONE_OF_SEVERAL
    best, *others = options or ["?"]
    return words.plain(
        sentence,
        read=_short(doubt.read),
        options=one_of(options[:4], words) or best,
        best=best,
        other=others[0] if others else words.plain("another time"),
    )


def _short(read: str) -> str:
    line = one_line(read)
    return line if len(line) <= 60 else line[:59] + "\N{HORIZONTAL ELLIPSIS}"


def _option(field: Field, option: str, zone: str, words: Words) -> str:
    match field:
        case Field.SCHEDULED_TIME:
            return in_zone(datetime.fromisoformat(option), zone, words)
        case (
            Field.PHONE_NUMBER
            | Field.EMAIL
            | Field.FULL_NAME
            | Field.ADDITIONAL_DATA
            | Field.AGENT
        ):
            return _short(option)
        case _:
            assert_never(field)
