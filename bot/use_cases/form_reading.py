"""From what stands in the form's fields to a request, or to every mistake at its field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, FormField
from bot.calls.form import SHOWN_AT
from bot.calls.phone_number import PhoneNumber
from bot.calls.request import Agent, CallRequest
from bot.parsing import read_email, read_name, read_phone
from bot.parsing.times import read_time
from bot.use_cases.reader import Reader
from bot.use_cases.when import FAR, FAR_APART, far_away, in_which_zone, unless_now

ANOTHER_DAY = timedelta(hours=12)
"""Words that moved by so much while a form was open mean another day than when they were typed."""

EPOCH = re.compile(r"[0-9]{9,10}")
"""What Slack's date-time picker gives."""

NO_MISTAKES = frozenset({Reason.NAME_UNCLEAR, Reason.NUMBER_KIND_UNUSUAL, Reason.EXTENSION})
"""
Asked about by showing the value in a field of its own, or by the form's warnings; an extension is
told in the context.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormReading:
    """The form, understood: a request, or every mistake at its field and what is none."""

    request: CallRequest | None
    mistakes: Mapping[FormField, Doubt]
    phone: PhoneNumber | None = None
    at: datetime | None = None


def read_form(fields: Mapping[FormField, str], reader: Reader) -> FormReading:
    """Read the form's fields with the finders that read a line, each on a field of its own."""
    mistakes: dict[FormField, Doubt] = {}
    name = read_name(fields.get(FormField.FULL_NAME, ""))
    email = read_email(fields.get(FormField.EMAIL, ""))
    typed = fields.get(FormField.PHONE_NUMBER, "")
    phone = read_phone(typed, region=reader.region, email=email.value)
    for doubt in (name.doubt, phone.doubt, email.doubt):
        if doubt is not None and doubt.reason not in NO_MISTAKES:
            at = SHOWN_AT[doubt.field]
            is_typed = bool(fields.get(at, "").strip())
            mistakes[at] = doubt if is_typed else Doubt(field=doubt.field, reason=Reason.MISSING)
    scheduled_time = _read_when(fields, reader, mistakes)
    agent = _read_agent(fields, reader.agents, mistakes)
    if mistakes or name.value is None or phone.value is None or email.value is None:
        return FormReading(request=None, mistakes=mistakes, phone=phone.value, at=scheduled_time)
    request = CallRequest(
        phone=phone.value,
        email=email.value,
        full_name=name.value,
        additional_data=_about(fields, phone.doubt),
        scheduled_time=scheduled_time,
        agent=agent,
    )
    return FormReading(request=request, mistakes={})


def _about(fields: Mapping[FormField, str], of_number: Doubt | None) -> str | None:
    """Give the context, before it the extension of the number, as in a line."""
    about = fields.get(FormField.ADDITIONAL_DATA, "").strip()
    if of_number is None or of_number.reason is not Reason.EXTENSION:
        return about or None
    extension = f"ext. {of_number.options[0]}"
    return f"{extension}, {about}" if about else extension


def read_form_again(draft: Draft, fields: Mapping[FormField, str], reader: Reader) -> FormReading:
    """Read a draft's form, and ask about words of before that mean another day by now."""
    reading = read_form(fields, reader)
    moved = _moved(draft, fields.get(FormField.WHEN_WORDS, "").strip(), reader)
    if moved is None or FormField.WHEN_WORDS in reading.mistakes:
        return reading
    mistakes = {**reading.mistakes, FormField.WHEN_WORDS: moved}
    return replace(reading, request=None, mistakes=mistakes)


def _moved(draft: Draft, words: str, reader: Reader) -> Doubt | None:
    """Ask about "tomorrow 2pm" that stands in a form since yesterday: which day was meant?"""
    line = draft.fields.get(FormField.REQUEST_TEXT, "")
    if not words or not (words == draft.fields.get(FormField.WHEN_WORDS) or words in line):
        return None
    then, now = (
        read_time(words, now=moment, tz=reader.zone, locale=reader.reads_as).at
        for moment in (draft.words_from, reader.now)
    )
    if then is None or now is None or now <= reader.now or abs(now - then) < ANOTHER_DAY:
        return None
    options = tuple(at.isoformat() for at in (then, now) if at > reader.now)
    return Doubt(
        field=Field.SCHEDULED_TIME, reason=Reason.TIME_DAY_UNCLEAR, read=words, options=options
    )


def _read_agent(
    fields: Mapping[FormField, str], agents: Sequence[Agent], mistakes: dict[FormField, Doubt]
) -> Agent:
    uuid = fields.get(FormField.AGENT) or agents[0].uuid
    for agent in agents:
        if agent.uuid == uuid:
            return agent
    mistakes[FormField.AGENT] = Doubt(field=Field.AGENT, reason=Reason.UNREADABLE)
    return agents[0]


def _read_when(
    fields: Mapping[FormField, str], reader: Reader, mistakes: dict[FormField, Doubt]
) -> datetime | None:
    """Words win over the picker; neither means now."""
    words = fields.get(FormField.WHEN_WORDS, "").strip()
    if words:
        return _read_words(words, reader, mistakes)
    epoch = fields.get(FormField.WHEN_PICKED, "")
    if not epoch:
        return None
    if not EPOCH.fullmatch(epoch):
        mistakes[FormField.WHEN_PICKED] = Doubt(
            field=Field.SCHEDULED_TIME, reason=Reason.UNREADABLE, read=epoch
        )
        return None
    at = datetime.fromtimestamp(int(epoch), UTC)
    if at <= reader.now:
        mistakes[FormField.WHEN_PICKED] = Doubt(
            field=Field.SCHEDULED_TIME, reason=Reason.TIME_PAST, read=reader.written(at)
        )
        return None
    return at


def _read_words(words: str, reader: Reader, mistakes: dict[FormField, Doubt]) -> datetime | None:
    reading = read_time(words, now=reader.now, tz=reader.zone, locale=reader.reads_as)
    if reading.at is not None and reading.at > reader.now + FAR:
        mistakes[FormField.WHEN_WORDS] = far_away(reading.at, words)
        return None
    if reading.doubt is not None or reading.at is None:
        mistakes[FormField.WHEN_WORDS] = reading.doubt or Doubt(
            field=Field.SCHEDULED_TIME, reason=Reason.UNREADABLE, read=words
        )
        return None
    if not reader.knows_zone:
        ats = {
            read_time(words, now=reader.now, tz=zone, locale=reader.reads_as).at
            for zone in FAR_APART
        }
        if len(ats) > 1:
            mistakes[FormField.WHEN_WORDS] = in_which_zone(words)
    return unless_now(reading.at, reader)
