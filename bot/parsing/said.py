"""Reads what stands behind labels; what cannot be read there is asked, never passed over."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.found import Found, Span
from bot.parsing.label_words import Part
from bot.parsing.layout import Said
from bot.parsing.line import TimesFinder
from bot.parsing.name_shapes import looks_like_person
from bot.parsing.slack_text import MASK

AnyFound = TypeVar("AnyFound", bound=Span)

_LEADING = re.compile(r"[\s\"'(<*_]*(?:(?:at|on|um|am|à|le|el|a las)\s+)?", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"(?<!\w)[^\W\d_]+\s?[:=](?:\s|$)")
_EDGE = " \t\n,;|/\"'()<>.-–—*_•·"
_EDGE_AFTER = _EDGE.replace(".", "").replace(")", "")
_ASIDE = re.compile(r"(?<=\S) [(\[][^()\[\]]*[)\]]?\Z")
"""Jordan Lee (Acme): what stands in brackets behind a name is none."""

_MOST_WORDS = 6
_LONGEST_QUOTE = 200


def pick_after(found: Sequence[AnyFound], text: str, said: Said) -> AnyFound | None:
    """Pick the finding with which a labelled value begins."""
    inside = (each for each in found if said.span.start <= each.start < said.span.end)
    first = next(inside, None)
    if first is None or not _LEADING.fullmatch(text, said.span.start, first.start):
        return None
    return first


def unreadable(text: str, said: Said, field: Field) -> tuple[Span, Doubt] | None:
    """Ask about a labelled value that is no such thing; nothing where nothing is written."""
    value = text[said.span.start : said.span.end].strip(_EDGE + MASK)
    if not value:
        return None
    end = said.span.end if said.is_delimited else said.span.start
    doubt = Doubt(field=field, reason=Reason.UNREADABLE, read=value[:_LONGEST_QUOTE])
    return Span(start=said.span.start, end=end), doubt


def read_said_times(
    text: str, said: Sequence[Said], find_times: TimesFinder
) -> list[Found[datetime]]:
    """Read the times behind labels; a date and a clock that were labelled apart are one time."""
    parts = {each.label.part for each in said}
    if {Part.DATE, Part.CLOCK} == parts and len(said) == 2:
        return _read_date_and_clock(text, said, find_times)
    return [time for each in said for time in _read_time(text, each, find_times)]


def _read_date_and_clock(
    text: str, said: Sequence[Said], find_times: TimesFinder
) -> list[Found[datetime]]:
    ordered = sorted(said, key=lambda each: each.label.part is Part.CLOCK)
    words = " ".join(text[each.span.start : each.span.end].strip(_EDGE) for each in ordered)
    times = find_times(words)
    whole = len(times) == 1 and not (words[: times[0].start] + words[times[0].end :]).strip()
    value = times[0].value if whole else None
    doubt = times[0].doubt if whole else _unreadable_time(words)
    return [
        Found(start=each.span.start, end=each.span.end, value=value, doubt=doubt)
        for each in ordered
    ]


def _read_time(text: str, said: Said, find_times: TimesFinder) -> list[Found[datetime]]:
    words = text[said.span.start : said.span.end]
    if not words.strip(_EDGE + MASK):
        return []
    start = said.span.start
    times = [
        Found(start=start + each.start, end=start + each.end, value=each.value, doubt=each.doubt)
        for each in find_times(words)
    ]
    first = pick_after(times, text, said)
    if first is None:
        value = times[0].value if len(times) == 1 else None
        end = said.span.end if said.is_delimited else start
        return [Found(start=start, end=end, value=value, doubt=_unreadable_time(words))]
    others = [each for each in times if each is not first]
    return [first, *(each for each in others if len(text[first.end : each.start].split()) <= 2)]


def _unreadable_time(words: str) -> Doubt:
    read = words.strip(_EDGE + MASK)[:_LONGEST_QUOTE]
    return Doubt(field=Field.SCHEDULED_TIME, reason=Reason.UNREADABLE, read=read)


_MENTIONS = ("@", "#", "<")
"""How somebody or something in Slack is named: it is nobody's name."""


def name_to_protect(text: str, said: Said) -> Span | None:
    """Find the labelled words that are surely a name, so that no day is read into "Mr. Friday"."""
    start, end = _trimmed(text, said.span.start, _end_before_mask(text, said))
    words = text[start:end].replace(",", " ").split()
    return Span(start=start, end=end) if looks_like_person(words) else None


def read_said_name(text: str, said: Said) -> Found[str] | None:
    """Read the name behind a label; `text` hides numbers, addresses and times."""
    end = _end_before_mask(text, said)
    delimited = said.is_delimited and end == said.span.end
    start = said.span.start
    if (other := _OTHER_LABEL.search(text, start, end)) is not None:
        end, delimited = other.start(), True
    start, end = _trimmed(text, start, end)
    comma = text.find(",", start, end)
    if comma >= 0 and not _is_family_given(text[start:comma], text[comma + 1 : end]):
        start, end = _trimmed(text, start, comma)
        delimited = True
    if (aside := _ASIDE.search(text, start, end)) is not None:
        start, end = _trimmed(text, start, aside.start())
        delimited = True
    words = text[start:end].split()
    if not words:
        return None
    sure = len(words) <= _MOST_WORDS and (delimited or _reads_as_name(words))
    sure = sure and not text[start:].startswith(_MENTIONS)
    if not sure:
        end = start + len(_name_at_start(text[start:end]))
    name = text[start:end]
    doubt = Doubt(field=Field.FULL_NAME, reason=Reason.NAME_UNCLEAR, read=name)
    return Found(start=start, end=end, value=name, doubt=None if sure else doubt)


def _end_before_mask(text: str, said: Said) -> int:
    cut = text.find(MASK, said.span.start, said.span.end)
    return said.span.end if cut < 0 else cut


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE_AFTER:
        end -= 1
    return start, end


def _is_family_given(family: str, given: str) -> bool:
    """Whether "Mueller, Alex" is one name, and not a name and what its owner does."""
    words = family.split()
    if not words or not (len(words) == 1 or words[0].islower()):
        return False
    return looks_like_person([*words, *given.split()]) and bool(given.strip())


def _reads_as_name(words: Sequence[str]) -> bool:
    small = all(word.islower() and word.isalpha() for word in words)
    return looks_like_person(words) or (small and len(words) <= 3)


def _name_at_start(text: str) -> str:
    """Take the longest beginning that looks like a person, else the first word."""
    words = re.findall(r"\S+\s*", text)[:_MOST_WORDS]
    beginnings = ([word.strip() for word in words[:count]] for count in range(len(words), 0, -1))
    longest = next((len(each) for each in beginnings if looks_like_person(each)), 1)
    return "".join(words[:longest]).rstrip()
