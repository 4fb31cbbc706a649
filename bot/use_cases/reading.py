"""From what was typed, in a line or in the form, to a request or to what must be asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.calls.call import Call
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, FormField
from bot.calls.form import SHOWN_AT
from bot.calls.phone_number import PhoneNumber
from bot.calls.request import Agent, CallRequest
from bot.parsing import (
    ParsedRequest,
    parse,
    read_email,
    read_name,
    read_phone,
    refusal_in,
)
from bot.parsing.slack_text import as_typed
from bot.parsing.times import read_time
from bot.use_cases.named_agent import named_agent
from bot.use_cases.reader import Reader

FAR_APART = ("Pacific/Kiritimati", "Pacific/Pago_Pago")
"""Words that mean the same instant in both mean it everywhere: "in 45 minutes", "9am Berlin"."""

FAR = timedelta(days=366)
"""Beyond this a time in words is asked about; the picker shows its year."""

ANOTHER_DAY = timedelta(hours=12)
"""Words that moved by so much while a form was open mean another day than when they were typed."""

EPOCH = re.compile(r"[0-9]{9,10}")
"""What Slack's date-time picker gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReading:
    """A line, understood: what the form would hold, what is unclear, and the request if it is."""

    fields: Mapping[FormField, str]
    doubts: tuple[Doubt, ...]
    request: CallRequest | None
    phone: PhoneNumber | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormReading:
    """The form, understood: a request, or every mistake at its field and what is none."""

    request: CallRequest | None
    mistakes: Mapping[FormField, Doubt]
    phone: PhoneNumber | None = None
    at: datetime | None = None


def read_line(draft: Draft, reader: Reader) -> LineReading:
    """
    Read a draft's line. Without the person's zone, a time that depends on it is asked about.

    What is relative counts from when it was typed: "tomorrow" stays that day after midnight. A
    time that has passed since is asked about.
    """
    text = draft.fields.get(FormField.REQUEST_TEXT, "")
    typist = replace(reader, now=draft.created_at)
    parsed = _parsed(text, typist, reader.zone)
    doubts = parsed.doubts
    if parsed.scheduled_time is not None and parsed.scheduled_time <= reader.now:
        parsed, past = _passed(text, parsed)
        doubts = (*doubts, past)
    keep_words = not reader.knows_zone and _depends_on_zone(text, typist)
    if keep_words:
        others = (doubt for doubt in doubts if doubt.field is not Field.SCHEDULED_TIME)
        doubts = (*others, _in_which_zone(_words_of(text, parsed)))
    at = parsed.scheduled_time
    if at is not None and at > reader.now + FAR:
        doubts = (*doubts, _far(at, _words_of(text, parsed)))
    refusal = refusal_in(text)
    if refusal is not None:
        field, reason = Field.ADDITIONAL_DATA, Reason.ASKS_FOR_NO_CALL
        doubts = (*doubts, Doubt(field=field, reason=reason, read=refusal.words))
    agent, which = named_agent(parsed.additional_data or "", reader.agents)
    doubts = (*doubts, *which)
    asked = {doubt.field for doubt in doubts} | {Field(name) for name in parsed.to_ask}
    return LineReading(
        fields=_filled_in(text, parsed, keep_words=keep_words) | {FormField.AGENT: agent.uuid},
        doubts=doubts,
        request=None if asked else _request(parsed, agent),
        phone=parsed.phone,
    )


def was_timed(draft: Draft, earlier: Call | None, reader: Reader) -> bool:
    """
    Whether a draft began with a time to call at, clear or not: in its line, where "now" is none,
    or in the `earlier` call that it was filled in from.
    """
    if FormField.REQUEST_TEXT not in draft.fields:
        at = earlier.request.scheduled_time if earlier is not None else None
        return at is not None and at > draft.created_at
    line = read_line(draft, reader)
    asked = any(doubt.field is Field.SCHEDULED_TIME for doubt in line.doubts)
    return asked or FormField.WHEN_PICKED in line.fields


def read_form(fields: Mapping[FormField, str], reader: Reader) -> FormReading:
    """Read the form's fields with the finders that read a line, each on a field of its own."""
    mistakes: dict[FormField, Doubt] = {}
    name = read_name(fields.get(FormField.FULL_NAME, ""))
    email = read_email(fields.get(FormField.EMAIL, ""))
    typed = fields.get(FormField.PHONE_NUMBER, "")
    phone = read_phone(typed, region=reader.region, email=email.value)
    for doubt in (name.doubt, phone.doubt, email.doubt):
        if doubt is not None and doubt.reason not in SEEN_IN_THE_FORM:
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
        additional_data=fields.get(FormField.ADDITIONAL_DATA, "").strip() or None,
        scheduled_time=scheduled_time,
        agent=agent,
    )
    return FormReading(request=request, mistakes={})


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
        for moment in (draft.created_at, reader.now)
    )
    if then is None or now is None or now <= reader.now or abs(now - then) < ANOTHER_DAY:
        return None
    options = tuple(at.isoformat() for at in (then, now) if at > reader.now)
    return Doubt(
        field=Field.SCHEDULED_TIME, reason=Reason.TIME_DAY_UNCLEAR, read=words, options=options
    )


SEEN_IN_THE_FORM = frozenset({Reason.NAME_UNCLEAR, Reason.NUMBER_KIND_UNUSUAL})
"""Asked about by showing the value in a field of its own, or by the form's warnings."""


def _passed(text: str, parsed: ParsedRequest) -> tuple[ParsedRequest, Doubt]:
    """Ask about a time that has passed since it was typed; as words it would mean another one."""
    read = _words_of(text, parsed)
    past = Doubt(field=Field.SCHEDULED_TIME, reason=Reason.TIME_PAST, read=read)
    return replace(parsed, scheduled_time=None), past


def _in_which_zone(read: str) -> Doubt:
    return Doubt(field=Field.SCHEDULED_TIME, reason=Reason.TIME_ZONE_UNCLEAR, read=read)


def _far(at: datetime, read: str) -> Doubt:
    """Ask about a time so far away that its year may be a slip of the finger."""
    options = (at.isoformat(),)
    return Doubt(
        field=Field.SCHEDULED_TIME, reason=Reason.TIME_DAY_UNCLEAR, read=read, options=options
    )


def _parsed(text: str, reader: Reader, zone: str) -> ParsedRequest:
    """Read a line; "now" is no time to wait for, and none that one can be late for."""
    parsed = parse(text, now=reader.now, tz=zone, region=reader.region, locale=reader.reads_as)
    at = parsed.scheduled_time
    return replace(parsed, scheduled_time=_unless_now(at, reader)) if at is not None else parsed


def _unless_now(at: datetime, reader: Reader) -> datetime | None:
    return at if at > reader.now else None


def _depends_on_zone(text: str, reader: Reader) -> bool:
    readings = [_parsed(text, reader, zone) for zone in FAR_APART]
    return len({(one.scheduled_time, "scheduled_time" in one.to_ask) for one in readings}) > 1


def _words_of(text: str, parsed: ParsedRequest) -> str:
    span = parsed.spans.get(Field.SCHEDULED_TIME)
    if span is not None:
        return text[span[0] : span[1]]
    return next((d.read for d in parsed.doubts if d.field is Field.SCHEDULED_TIME), "")


def _request(parsed: ParsedRequest, agent: Agent) -> CallRequest | None:
    if parsed.phone is None or parsed.email is None or parsed.full_name is None:
        return None
    return CallRequest(
        phone=parsed.phone,
        email=parsed.email,
        full_name=parsed.full_name,
        additional_data=parsed.additional_data,
        scheduled_time=parsed.scheduled_time,
        agent=agent,
    )


def _filled_in(text: str, parsed: ParsedRequest, *, keep_words: bool) -> dict[FormField, str]:
    """Fill in what was understood, and where nothing was, what was typed."""
    if any(doubt.reason is Reason.TOO_LONG for doubt in parsed.doubts):
        return {FormField.REQUEST_TEXT: text, FormField.ADDITIONAL_DATA: as_typed(text)}
    typed = {doubt.field: doubt.read for doubt in reversed(parsed.doubts)}
    fields = {
        FormField.REQUEST_TEXT: text,
        FormField.FULL_NAME: parsed.full_name or typed.get(Field.FULL_NAME, ""),
        FormField.PHONE_NUMBER: parsed.phone_number or typed.get(Field.PHONE_NUMBER, ""),
        FormField.EMAIL: parsed.email or typed.get(Field.EMAIL, ""),
        FormField.ADDITIONAL_DATA: parsed.additional_data or "",
    }
    if keep_words:
        fields[FormField.WHEN_WORDS] = _words_of(text, parsed)
    elif parsed.scheduled_time is not None:
        fields[FormField.WHEN_PICKED] = picked(parsed.scheduled_time)
    elif Field.SCHEDULED_TIME in typed:
        fields[FormField.WHEN_WORDS] = typed[Field.SCHEDULED_TIME]
    return {name: value for name, value in fields.items() if value}


def picked(at: datetime) -> str:
    """Write a time as Slack's date-time picker has it: epoch seconds of a whole minute."""
    return str(int(at.timestamp()) // 60 * 60)


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
    return at


def _read_words(words: str, reader: Reader, mistakes: dict[FormField, Doubt]) -> datetime | None:
    reading = read_time(words, now=reader.now, tz=reader.zone, locale=reader.reads_as)
    if reading.at is not None and reading.at > reader.now + FAR:
        mistakes[FormField.WHEN_WORDS] = _far(reading.at, words)
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
            mistakes[FormField.WHEN_WORDS] = _in_which_zone(words)
    return _unless_now(reading.at, reader)
