"""Where the parts of a line lie: labelled values, quoted words, and the note, word for word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.calls.doubts import Field
from bot.parsing.found import Span
from bot.parsing.labels import Label
from bot.parsing.line import Line
from bot.parsing.name_shapes import looks_like_person
from bot.parsing.note_marks import find_note_mark

_QUOTED = re.compile(r"(?:(?<=[\s,;:|(=<>])|^)\"(?P<inside>[^\"]*)(?:\"|$)")
_APART = re.compile(r"[,;\n|]\s|\s(?:--|—|–|-)\s")
_VALUE_END = re.compile(r"[;\n|]|\s(?:--|—)(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A labelled value, and whether something marks its end."""

    label: Label
    span: Span
    is_delimited: bool


@dataclass(slots=True)
class Layout:
    """
    The parts of a line.

    `notes` are written word for word. `covers` are keys and marks, which belong to no field.
    `note_mark` is the mark that opened a note where no word did.
    """

    labels: list[Label] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    notes: list[Span] = field(default_factory=list)
    covers: list[Span] = field(default_factory=list)
    note_mark: Span | None = None
    quoted_name: Span | None = None

    def is_note(self, span: Span) -> bool:
        """Whether a span lies in a note."""
        return any(span.overlaps(note) for note in self.notes)

    def said_of(self, wanted: Field) -> list[Said]:
        """List the values that are labelled as a field."""
        return [said for said in self.said if said.label.field is wanted]


def lay_out(line: Line) -> Layout:
    """Settle which labels count, where the notes are, and what is quoted."""
    mark = find_note_mark(line)
    layout = Layout()
    _take_labels(layout, line, len(line.text))
    if mark is not None and not layout.is_note(mark):
        layout = Layout()
        _take_labels(layout, line, mark.start)
        layout.note_mark = mark
        layout.covers.append(mark)
        layout.notes.append(_without_quotes(line.text, mark.end, len(line.text)))
    layout.said = [
        _said(layout, line.text, label) for label in layout.labels if label.field is not None
    ]
    _settle_quotes(layout, line)
    return layout


def _take_labels(layout: Layout, line: Line, end: int) -> None:
    """Go through the labels; one that opens a note closes it only for a field not yet said."""
    labels = [label for label in line.labels if label.start < end]
    until = 0
    for index, label in enumerate(labels):
        if label.start < until:
            continue
        if label.field is not None:
            layout.covers.append(label)
        if label.field is not Field.ADDITIONAL_DATA:
            layout.labels.append(label)
            continue
        quoted = _QUOTED.match(line.text, label.end, end)
        if quoted is not None and _ends_value(line, quoted.end(), end):
            until = quoted.end()
        else:
            until = _end_of_note(layout, line, labels[index + 1 :], label, end)
        stop = until
        while stop > label.end and until < end and line.text[stop - 1] in " ,;|\n":
            stop -= 1  # the mark between the note and the next label
        layout.notes.append(_without_quotes(line.text, label.end, stop))


def _ends_value(line: Line, at: int, end: int) -> bool:
    """Whether quoted words are a value of their own, and not the beginning of a sentence."""
    following = line.text[at:end].lstrip()
    begin = end - len(following)
    return following[:1] in {"", ",", ";", "|"} or any(
        label.start == begin for label in line.labels
    )


def _end_of_note(layout: Layout, line: Line, later: Sequence[Label], note: Label, end: int) -> int:
    subject = next((each for each in line.subjects if each.overlaps(note)), None)
    if subject is not None:
        return min(subject.end, end)
    said = {label.field for label in layout.labels}
    for label in later:
        if label.near or label.is_everyday or label.field in {None, Field.ADDITIONAL_DATA, *said}:
            continue
        if not _was_said_before(label, line, note.start):
            return label.start
    return _end_before_fields(line, note, end)


def _end_before_fields(line: Line, note: Label, end: int) -> int:
    """End a note that comes before number and address where a mark sets them apart."""
    entities = [*line.strong_phones, *line.emails]
    first = min((each.start for each in entities), default=0)
    if first < note.end:
        return end
    mark = _APART.search(line.text, note.end, first)
    return mark.start() if mark else end


def _was_said_before(label: Label, line: Line, before: int) -> bool:
    """Whether a field was said without a label before the note began."""
    match label.field:
        case Field.PHONE_NUMBER:
            return any(phone.end <= before for phone in line.strong_phones)
        case Field.EMAIL:
            return any(email.end <= before for email in line.emails)
        case Field.SCHEDULED_TIME:
            return bool(line.find_times(line.words[:before]))
        case _:
            first = min((each.start for each in line.labels), default=before)
            return bool(line.text[:first].strip())


def _said(layout: Layout, text: str, label: Label) -> Said:
    """Take what follows a label: its quoted value, or all up to the next label, `;` or line."""
    quoted = _QUOTED.match(text, label.end)
    if quoted is not None:
        inside = Span(start=quoted.start("inside"), end=quoted.end("inside"))
        return Said(label=label, span=inside, is_delimited=True)
    borders = [each.start for each in (*layout.labels, *layout.covers) if each.start > label.start]
    stop = min(borders, default=len(text))
    cut = _VALUE_END.search(text, label.end, stop)
    span = Span(start=label.end, end=cut.start() if cut else stop)
    return Said(label=label, span=span, is_delimited=cut is not None or bool(borders))


def _settle_quotes(layout: Layout, line: Line) -> None:
    """Quoted words after a number or address are note; before them they may be the name."""
    entities = [*line.strong_phones, *line.emails]
    first = min((each.start for each in entities), default=len(line.text))
    for match in _QUOTED.finditer(line.text):
        inside = Span(start=match.start("inside"), end=match.end("inside"))
        if layout.is_note(inside) or _is_value(inside, layout, line, entities):
            continue
        words = line.text[inside.start : inside.end].replace(",", " ").split()
        if inside.start > first:
            layout.notes.append(inside)
            layout.covers.append(Span(start=match.start(), end=match.end()))
        elif looks_like_person(words) and _stands_alone(match, line.text):
            layout.quoted_name = layout.quoted_name or inside


def _is_value(inside: Span, layout: Layout, line: Line, entities: Sequence[Span]) -> bool:
    if inside.start == inside.end or any(inside.overlaps(said.span) for said in layout.said):
        return True
    return any(
        inside.start <= each.start
        and each.end <= inside.end
        and not line.text[inside.start : each.start].strip()
        and not line.text[each.end : inside.end].strip()
        for each in entities
    ) or line.is_time(line.text[inside.start : inside.end])


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Whether quoted words are all that comes before, or just what an address follows."""
    return not text[: match.start()].strip() or text[match.end() :].lstrip().startswith("<")


def _without_quotes(text: str, start: int, end: int) -> Span:
    """Leave out space and one pair of quotation marks around a note."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and text[start] == '"' and '"' not in text[start + 1 : end - 1]:
        start += 1
        if end > start and text[end - 1] == '"':
            end -= 1
    return Span(start=start, end=end)
