"""Reads a whole request: cleans the text, runs the finders, settles what each field gets."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from zoneinfo import ZoneInfo

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.choices import Choice
from bot.parsing.choosing import settle_email, settle_name, settle_phone, torn_address
from bot.parsing.choosing_time import settle_time
from bot.parsing.context import join_pieces, leftovers
from bot.parsing.found import Found, Span
from bot.parsing.layout import Layout, lay_out
from bot.parsing.lead_ins import find_lead_in
from bot.parsing.leading_words import lead_to_call
from bot.parsing.line import Line, read_line
from bot.parsing.links import mask
from bot.parsing.missed_times import ask_about_missed_time, perhaps
from bot.parsing.names import CELL, find_corroborated
from bot.parsing.parsed_request import ParsedRequest
from bot.parsing.phone_checks import by_address, by_name, checked_for_reversal
from bot.parsing.phone_guesses import FoundPhone
from bot.parsing.phones import known_region
from bot.parsing.said import name_to_protect
from bot.parsing.slack_text import MASK, LinkKind
from bot.parsing.time_roles import words_beside
from bot.parsing.times import find_beginning, find_times, parse_time
from bot.parsing.whose import ask_whose

LONGEST = 4000
_UNMASKED = re.compile(rf"[^{MASK}]+")
_WORD = re.compile(r"\w")
_IS = re.compile(r"\s*(?:is|are|ist|sind|est|sont|es|son|está)\s*", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|jetzt|gerade|maintenant|ahora)\b", re.IGNORECASE)
"""Driving now: that says when not to call, while "fix it asap" and "is now a customer" do not."""


def parse(
    text: str, *, now: datetime, tz: str, region: str | None, locale: str | None
) -> ParsedRequest:
    """
    Read one request, as Slack sends it, into a call or into what must be asked.

    `tz` is the requester's IANA zone, `region` the ISO 3166 code of their national numbers.
    """
    if len(text) > LONGEST:
        return _too_long(text)
    now = now.replace(microsecond=0)  # as a time is read, so that "now" is known for what it is

    @cache
    def times_in(stretch: str, theirs: str | None) -> tuple[Found[datetime], ...]:
        return tuple(find_times(stretch, now=now, tz=tz, locale=locale, theirs=theirs))

    def times_between_masks(piece: str, theirs: str | None = None) -> list[Found[datetime]]:
        return [
            replace(time, start=at.start() + time.start, end=at.start() + time.end)
            for at in _UNMASKED.finditer(piece)
            if _WORD.search(at.group())
            for time in times_in(at.group(), theirs)
        ]

    line = read_line(
        text,
        region=region,
        now=now,
        find_times=times_between_masks,
        find_beginning=partial(find_beginning, now=now, tz=tz, locale=locale),
    )

    def reads_as_time(segment: str) -> bool:
        return parse_time(segment, now=now, tz=tz, locale=locale) is not None

    return _settle(line, lay_out(line), reads_as_time, region=known_region(region))


def _too_long(text: str) -> ParsedRequest:
    required = (Field.PHONE_NUMBER, Field.EMAIL, Field.FULL_NAME)
    doubts = [Doubt(field=field, reason=Reason.MISSING) for field in required]
    unread = (Field.SCHEDULED_TIME, Field.ADDITIONAL_DATA)
    doubts += [Doubt(field=field, reason=Reason.TOO_LONG, read=text[:100]) for field in unread]
    return ParsedRequest(doubts=tuple(doubts))


def _settle(
    line: Line, layout: Layout, reads_as_time: Callable[[str], bool], *, region: str | None
) -> ParsedRequest:
    """Settle one field after the other; each hides from the next what it took."""
    email = settle_email(line, layout)
    phone = by_address(line, settle_phone(line, layout), region=region, email=email.value)
    phone = checked_for_reversal(line, phone)
    hidden = [*layout.covers, *layout.notes, *line.strong_phones, *line.emails]
    text = mask(line.text, [*hidden, *phone.taken, *email.taken])
    protected = _names_before_times(line, layout, _with_cells(line, text))
    time = settle_time(line, layout, text, protected)
    if theirs := _zone_to_ask_about(time, phone, line.now):
        time = settle_time(_by_clock_in(line, theirs), layout, text, protected)
    lead_ins = _lead_ins(line.text, hidden)
    spoken = mask(text, time.taken)
    text = mask(spoken, lead_ins)
    name = settle_name(line, layout, _with_cells(line, text), protected[-1] if protected else None)
    phone = by_name(line, phone, name.span)
    if time.value is None and not time.doubts and time.span is None:
        texts = (mask(text, name.taken), mask(spoken, name.taken))
        time = ask_about_missed_time(line, *texts, reads_as_time)
    fields = [each.span for each in (phone, email, name) if each.span is not None]
    time = _unless_something_else(line, time, [*hidden, *time.taken, *name.taken, *fields])
    sure_name = None if name.doubts else name.span
    taken = [*layout.covers, *phone.taken, *email.taken, *time.taken, *name.taken]
    taken += [each for each in lead_ins if _leads_to(line.text, each, name.span)]
    pieces = leftovers(line.plain, taken, layout.notes)
    spans = _spans(line, (phone.span, email.span, name.span, time.span), pieces)
    return ParsedRequest(
        phone=phone.value.value if phone.value else None,
        email=email.value,
        full_name=_as_typed(line, name),
        additional_data=join_pieces(line.plain, pieces, layout.notes, _extension(phone)),
        scheduled_time=None if time.value == line.now else time.value,
        doubts=(
            *ask_whose(line, layout, Field.PHONE_NUMBER, phone, sure_name).doubts,
            *torn_address(line, ask_whose(line, layout, Field.EMAIL, email, name.span), name),
            *ask_whose(line, layout, Field.FULL_NAME, name).doubts,
            *(time.doubts or _day_or_surname(line, name, time)),
            *_near(layout, line),
        ),
        spans=spans,
    )


def _with_cells(line: Line, text: str) -> str:
    """Mark where the cells of a table end, which tabs part: a name is not in two of them."""
    chars = list(text) if line.plain.tabs else []
    for tab in line.plain.tabs:
        chars[tab] = CELL if chars[tab] == " " else chars[tab]
    return "".join(chars) or text


def _names_before_times(line: Line, layout: Layout, text: str) -> list[Span]:
    """Find the words that are surely a name even if a day or month is called so."""
    said = [name_to_protect(text, each) for each in layout.said_of(Field.FULL_NAME)]
    names = [name for name in said if name is not None]
    if layout.quoted_name is not None:
        names.append(layout.quoted_name)
    if names:
        return names
    corroborated = find_corroborated(text, addresses=line.addresses)
    return [] if corroborated is None else [corroborated]


def _lead_ins(text: str, hidden: Sequence[Span]) -> list[Span]:
    """Find "please call" and the like, where the line or what follows a value begins."""
    starts = [0, *(span.end for span in hidden)]
    found = [find_lead_in(text, start, len(text)) for start in starts]
    return [each for each in found if each is not None]


def _zone_to_ask_about(
    time: Choice[datetime], phone: Choice[FoundPhone], now: datetime
) -> str | None:
    """Give the zone of a sure number for a time of which the zone is unclear: "4pm his time"."""
    if [doubt.reason for doubt in time.doubts] != [Reason.TIME_ZONE_UNCLEAR]:
        return None
    if phone.doubts or phone.value is None or phone.value.value is None:
        return None
    zones = phone.value.value.zones
    clocks = {now.astimezone(ZoneInfo(zone)).utcoffset() for zone in zones}
    return zones[0] if len(clocks) == 1 else None


def _by_clock_in(line: Line, zone: str) -> Line:
    return replace(line, find_times=partial(line.find_times, theirs=zone))


def _unless_something_else(
    line: Line, time: Choice[datetime], taken: Sequence[Span]
) -> Choice[datetime]:
    """Ask about a time behind words that are not about calling: it may be when those happen."""
    if time.doubts or time.span is None or time.value is None:
        return time
    before, behind = words_beside(mask(line.text, taken), time.span)
    if lead_to_call(before, behind):
        return time
    said = line.text[time.span.start : time.span.end]
    if time.value == line.now and (_IS.fullmatch(before) or not _NOW.search(said)):
        return time
    found = Found(start=time.span.start, end=time.span.end, value=time.value)
    return perhaps(line, found, since=time.span.start - len(before.lstrip()))


def _leads_to(text: str, lead_in: Span, name: Span | None) -> bool:
    if name is None or name.start < lead_in.end:
        return False
    return not text[lead_in.end : name.start].strip(" *_\"'(")


def _extension(choice: Choice[FoundPhone]) -> str:
    """Give what Zeeg takes no field for, and the context keeps."""
    extension = choice.value.extension if choice.value else ""
    return f"ext. {extension}" if extension else ""


def _near(layout: Layout, line: Line) -> list[Doubt]:
    """Ask whether words that are nearly labels were meant as such."""
    near = [label for label in line.labels if label.near and label in layout.covers]
    return [
        Doubt(
            field=label.field,
            reason=Reason.LABEL_UNCLEAR,
            read=line.text[label.start : label.end].strip(),
            options=(label.near,),
        )
        for label in near
        if label.field is not None
    ]


def _day_or_surname(line: Line, name: Choice[str], time: Choice[datetime]) -> list[Doubt]:
    """
    Ask about "Maik Freitag 14 Uhr" and "Noon Abdi" where nothing tells that the one word is not
    the name's other half.
    """
    if name.span is None or time.span is None or time.value is None:
        return []
    first, second = sorted((name.span, time.span), key=lambda span: span.start)
    at_once = first.end < second.start and not line.text[first.end : second.start].strip()
    words = line.text[name.span.start : name.span.end], line.text[time.span.start : time.span.end]
    one_word = " " not in words[0] and (first is name.span or words[1].isalpha())
    if not at_once or not one_word or not words[1][0].isupper():
        return []
    read = line.text[first.start : second.end]
    options = (time.value.isoformat(),)
    reason = Reason.TIME_DAY_UNCLEAR
    return [Doubt(field=Field.SCHEDULED_TIME, reason=reason, read=read, options=options)]


def _as_typed(line: Line, name: Choice[str]) -> str | None:
    """Give the name with the characters that were typed, its spaces made one, and no page."""
    if name.value is None or name.span is None or len(name.taken) > 1:
        return name.value
    if any(link.kind is LinkKind.PAGE and link.overlaps(name.span) for link in line.plain.links):
        return name.value
    return " ".join(line.plain.quote(name.span.start, name.span.end).split())


def _spans(
    line: Line, chosen: Sequence[Span | None], pieces: Sequence[Span]
) -> dict[Field, tuple[int, int]]:
    """Tell where each field was read; a stretch that holds another field's is told of none."""
    fields = (Field.PHONE_NUMBER, Field.EMAIL, Field.FULL_NAME, Field.SCHEDULED_TIME)
    found = dict(zip(fields, chosen, strict=True))
    if pieces:
        found[Field.ADDITIONAL_DATA] = max(pieces, key=lambda piece: piece.end - piece.start)
    told: dict[Field, Span] = {}
    for field, span in found.items():
        if span is None or span.end == span.start:
            continue
        if not any(span.overlaps(other) for other in told.values()):
            told[field] = span
    return {field: line.plain.given(span) for field, span in told.items()}
