"""From a line that was typed to a request, or to what must be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.calls.call import Call
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, FormField
from bot.calls.phone_number import PhoneNumber
from bot.calls.request import Agent, CallRequest
from bot.parsing import (
    ParsedRequest,
    parse,
    refusal_in,
)
from bot.parsing.slack_text import as_typed
from bot.use_cases.named_agent import named_agent
from bot.use_cases.reader import Reader
from bot.use_cases.when import FAR, FAR_APART, far_away, in_which_zone, picked, unless_now


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReading:
    """A line, understood: what the form would hold, what is unclear, and the request if it is."""

    fields: Mapping[FormField, str]
    doubts: tuple[Doubt, ...]
    request: CallRequest | None
    phone: PhoneNumber | None = None


def read_line(draft: Draft, reader: Reader) -> LineReading:
    """
    Read a draft's line. Without the person's zone, a time that depends on it is asked about.

    What is relative counts from when it was typed, in a message from when that was written:
    "tomorrow" stays that day after midnight. A time that has passed since is asked about.
    """
    text = draft.fields.get(FormField.REQUEST_TEXT, "")
    typist = replace(reader, now=draft.words_from)
    parsed = _parsed(text, typist, reader.zone)
    doubts = parsed.doubts
    if parsed.scheduled_time is not None and parsed.scheduled_time <= reader.now:
        parsed, past = _passed(text, parsed)
        doubts = (*doubts, past)
    keep_words = not reader.knows_zone and _depends_on_zone(text, typist)
    if keep_words:
        others = (doubt for doubt in doubts if doubt.field is not Field.SCHEDULED_TIME)
        doubts = (*others, in_which_zone(_words_of(text, parsed)))
    at = parsed.scheduled_time
    if at is not None and at > reader.now + FAR:
        doubts = (*doubts, far_away(at, _words_of(text, parsed)))
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


def _passed(text: str, parsed: ParsedRequest) -> tuple[ParsedRequest, Doubt]:
    """Ask about a time that has passed since it was typed; as words it would mean another one."""
    read = _words_of(text, parsed)
    past = Doubt(field=Field.SCHEDULED_TIME, reason=Reason.TIME_PAST, read=read)
    return replace(parsed, scheduled_time=None), past


def _parsed(text: str, reader: Reader, zone: str) -> ParsedRequest:
    """Read a line; "now" is no time to wait for, and none that one can be late for."""
    parsed = parse(text, now=reader.now, tz=zone, region=reader.region, locale=reader.reads_as)
    at = parsed.scheduled_time
    return replace(parsed, scheduled_time=unless_now(at, reader)) if at is not None else parsed


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
