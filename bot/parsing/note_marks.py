"""The mark after which everything is context: a dash or a bar that does not separate fields."""

import re
from collections.abc import Sequence

from bot.calls.doubts import Field
from bot.parsing.found import Span
from bot.parsing.label_words import LABELS, PLACES
from bot.parsing.labels import Label
from bot.parsing.line import Line
from bot.parsing.name_shapes import looks_like_person
from bot.parsing.names import find_corroborated, find_name

_MARK = re.compile(r"(?:(?<=\s)|^)(?:\||--|—)(?=\s|$)")
_ROW = re.compile(r"^\|[^\n]*\|$", re.MULTILINE)
"""| Nora Stein | 030 23125001 |: a row of a table, in which no bar opens a note."""

_WHICH = re.compile(r"\s*(?:[^\W_]+\.? ?){0,2}")
"""What may stand before a label to tell which: "2nd phone", "alt. phone"."""

_MOST = 40
_MOST_WORDS = 2


def find_note_mark(line: Line) -> Span | None:
    """
    Find the first ` -- `, ` — ` or ` | ` that opens a note.

    The same marks separate fields as well: a mark does so while a number or address stands behind
    it by itself, or comes only later.
    """
    marks = [Span(start=m.start(), end=m.end()) for m in _MARK.finditer(line.text)][:_MOST]
    if _ROW.search(line.text):
        marks = [mark for mark in marks if line.text[mark.start : mark.end] != "|"]
    separators: set[str] = set()
    for index, mark in enumerate(marks):
        sign = line.text[mark.start : mark.end]
        segments = _segments(line.text, marks[index:])
        if (
            _is_before_missing(line, mark, segments)
            or _is_before_another(line, segments[0])
            or _is_before_label(line, mark)
            or (
                sign in separators
                and (
                    _is_before_time(line, mark, segments)
                    or _is_before_name(line, mark, segments[0])
                )
            )
        ):
            separators.add(sign)
        else:
            return mark
    return None


def _segments(text: str, marks: Sequence[Span]) -> list[Span]:
    """List the stretches behind each mark, up to the next or to the end of its line."""
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    spans = []
    for mark, end in zip(marks, ends, strict=True):
        line_end = text.find("\n", mark.end, end)
        spans.append(Span(start=mark.end, end=end if line_end < 0 else line_end))
    return spans


def _is_before_missing(line: Line, mark: Span, segments: Sequence[Span]) -> bool:
    """Whether the number or the address comes only behind a mark."""
    missing = {
        field: found
        for field, found in (
            (Field.PHONE_NUMBER, line.strong_phones),
            (Field.EMAIL, line.emails),
        )
        if all(each.start > mark.start for each in found)
    }
    if len(missing) == 2 and any(missing.values()):
        return True
    line_end = line.text.find("\n", mark.end)
    if any(each.start > line_end >= 0 for found in missing.values() for each in found):
        return True
    labelled = {
        label.field for label in line.labels if label.start > mark.start and not label.near
    }
    return any(
        field in labelled or any(_is_named(line.text, each, s) for each in found for s in segments)
        for field, found in missing.items()
    )


def _is_before_another(line: Line, segment: Span) -> bool:
    """Whether one more number or address comes, and nothing else: it may be the one meant."""
    return any(_fills(line.text, each, segment) for each in (*line.strong_phones, *line.emails))


def _fills(text: str, value: Span, segment: Span) -> bool:
    """Whether a value is all that a segment holds."""
    return _words_beside(text, value, segment) == ""


def _is_named(text: str, value: Span, segment: Span) -> bool:
    """Whether a segment holds a value and no more than a word for what it is: "Mail a@b.de"."""
    words = _words_beside(text, value, segment)
    if words is None or len(words.split()) > _MOST_WORDS:
        return False
    field, _ = LABELS.get(words.casefold().rpartition(" ")[2], (None, None))
    return not words or field in {Field.PHONE_NUMBER, Field.EMAIL}


def _words_beside(text: str, value: Span, segment: Span) -> str | None:
    """Give what a segment holds besides a value, None if it does not hold that."""
    if not (segment.start <= value.start and value.end <= segment.end):
        return None
    around = text[segment.start : value.start] + text[value.end : segment.end]
    return around.strip(" \t,;:|-—<>().")


def _is_before_label(line: Line, mark: Span) -> bool:
    """Whether a label of something not yet said comes next, so that the mark parts labels."""
    at_once = (label for label in line.labels if label.start >= mark.end and not label.near)
    label = next(at_once, None)
    if label is None:
        return False
    if line.text[mark.end : label.start].strip():
        which = _WHICH.fullmatch(line.text, mark.end, label.start) is not None
        return which and _parts_values(line, mark, label)
    before = {each.field for each in line.labels if each.start < mark.start}
    match label.field:
        case Field.PHONE_NUMBER:
            return _is_another_telephone(line, mark, label) or _parts_values(line, mark, label)
        case Field.EMAIL | None:
            return _parts_values(line, mark, label)
        case Field.ADDITIONAL_DATA:
            return True
        case Field.SCHEDULED_TIME:
            return label.field not in before and not line.find_times(line.words[: mark.start])
        case _:
            return label.field not in before and bool(before)


def _parts_values(line: Line, mark: Span, label: Label) -> bool:
    return any(
        _is_between(line.text, values, mark, label) for values in (line.phones, line.emails)
    )


def _is_between(text: str, values: Sequence[Span], mark: Span, label: Span) -> bool:
    """Whether it parts "office: … | mobile: …": another one, to be asked about."""
    before = any(
        each.end <= mark.start and not text[each.end : mark.start].strip() for each in values
    )
    return before and any(each.start == label.end for each in values)


def _is_another_telephone(line: Line, mark: Span, label: Label) -> bool:
    """Whether a bar parts telephones by where they stand, as "O: … | M: …" does."""
    before = [
        each.word
        for each in line.labels
        if each.start < mark.start and each.field is Field.PHONE_NUMBER
    ]
    parts_places = any(word in PLACES for word in before)
    return parts_places and any(phone.start == label.end for phone in line.strong_phones)


def _is_before_time(line: Line, mark: Span, segments: Sequence[Span]) -> bool:
    """Whether the first time of the line is all that a later segment holds."""
    if not any(line.is_time(line.text[each.start : each.end]) for each in segments):
        return False
    return not line.find_times(line.words[: mark.start])


def _is_before_name(line: Line, mark: Span, segment: Span) -> bool:
    """Whether the name comes only now, as all that the next segment holds."""
    if any(label.field is Field.FULL_NAME for label in line.labels):
        return False
    text = line.words
    if not looks_like_person(text[segment.start : segment.end].split()):
        return False
    before = find_name(text[: mark.start], corroborated=None, addresses=())
    known = find_corroborated(text, addresses=line.addresses)
    return known.overlaps(segment) if known is not None else before is None
