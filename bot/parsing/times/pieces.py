"""Reads the best piece that begins at a token: every rule is asked, the longest reading wins."""

from collections.abc import Callable, Iterable, Iterator

from bot.parsing.times.clocks import read_clocks
from bot.parsing.times.components import Piece, Strength
from bot.parsing.times.dates import read_dates
from bot.parsing.times.day_parts import read_parts
from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line
from bot.parsing.times.marks import read_marks, read_open_range, read_ranges
from bot.parsing.times.offsets import read_offsets
from bot.parsing.times.spoken_clocks import read_clocks_after_preposition, read_spoken_clocks
from bot.parsing.times.tokens import Shape, is_other_script
from bot.parsing.times.weekdays import read_days
from bot.parsing.times.zones import may_begin_zone, read_zones

Rule = Callable[[Line, int], Iterable[Piece]]
_DAYS = {Kind.DAY_ELSEWHERE, Kind.WEEKDAY_ELSEWHERE} | {
    Kind.DAY,
    Kind.DAY_OR_PART,
    Kind.PAST,
    Kind.WEEKDAY,
    Kind.WEEKDAY_SHORT,
    Kind.WEEKDAYS,
}
_TURNS = {Kind.AFTER_NEXT, Kind.NEXT, Kind.COMING, Kind.THIS, Kind.LAST}
_RULES: tuple[tuple[Rule, set[Kind]], ...] = (
    (
        read_dates,
        {
            Kind.NUMBER,
            Kind.ORDINAL,
            Kind.MONTH,
            Kind.DAY_OF_MONTH,
            Kind.ON,
            Kind.FESTIVE,
            Kind.FEAST,
            Kind.LAST_DAY,
        }
        | _TURNS,
    ),
    (read_clocks, {Kind.AT_HOUR, Kind.AT_ELSEWHERE}),
    (
        read_spoken_clocks,
        {Kind.NUMBER, Kind.NOON, Kind.MIDNIGHT, Kind.HALF_PAST, Kind.HALF_TO, Kind.QUARTER}
        | {Kind.QUARTER_OF, Kind.HALF_HOUR, Kind.AT_HOUR, Kind.AT},
    ),
    (read_clocks_after_preposition, {Kind.AT_HOUR, Kind.AT}),
    (read_offsets, {Kind.NUMBER, Kind.IN, Kind.AGO_BEFORE, Kind.NOW, Kind.DURATION}),
    (
        read_days,
        {
            Kind.NEXT_WEEK,
            Kind.THIS_WEEK,
            Kind.MONTH_COUNTED,
            Kind.YEAR_COUNTED,
            Kind.WEEK_NUMBERED,
            Kind.ORDINAL,
        }
        | {Kind.DAY_OF_MONTH}
        | _DAYS
        | _TURNS,
    ),
    (read_parts, {Kind.PART, Kind.PART_TODAY, Kind.THIS}),
    (read_marks, {Kind.NOW, Kind.SAME_TIME, Kind.VAGUE, Kind.REPEATS, Kind.OPEN_AFTER}),
)
"""Every rule with the kinds of words that may begin it; a number may begin any of them."""
_PARTICLES = ("in", "on", "by", "at", "for", "to", "after")
_GLUED = (Kind.DAY, Kind.DAY_OR_PART, Kind.WEEKDAY)
_ORDER = {Strength.STRONG: 2, Strength.WEAK: 1, Strength.LOOSE: 0}


class Reader:
    """Reads the pieces of one line, each of them once."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._points: dict[int, Piece | None] = {}
        self._pieces: dict[int, Piece | None] = {}

    def piece(self, start: int) -> Piece | None:
        """Read the longest piece that begins at `start`, ranges included."""
        if start not in self._pieces:
            ranges = (read_ranges, read_open_range) if self._may_begin(start) else ()
            found = [
                piece
                for read in ranges
                for piece in read(self._line, start, self.point)
                if _stands_alone(self._line, piece)
            ]
            point = self.point(start)
            found = [one for one in found if not _is_whole_date(point, one)]
            self._pieces[start] = _best(found if point is None else [*found, point])
        return self._pieces[start]

    def point(self, start: int) -> Piece | None:
        """Read the longest piece that begins at `start` and is no range."""
        if start not in self._points:
            found = _points(self._line, start) if self._may_begin(start) else ()
            alone = [piece for piece in found if _stands_alone(self._line, piece)]
            self._points[start] = _best(alone)
        return self._points[start]

    def _may_begin(self, start: int) -> bool:
        line = self._line
        if not 0 <= start < len(line.tokens) or start in line.dead:
            return False
        if line.known(start):
            return True
        if line.shape(start, Shape.WORD):
            return may_begin_zone(line, start)
        return line.shape(start, Shape.NUMBER) or line.text(start) in "+-½"


def _points(line: Line, start: int) -> Iterator[Piece]:
    known = line.known(start)
    number = line.shape(start, Shape.NUMBER)
    if known or number or line.text(start) == "+":
        for rule, kinds in _RULES:
            if number or not kinds.isdisjoint(known) or line.text(start) in "+½":
                yield from rule(line, start)
    yield from read_zones(line, start)


def _is_whole_date(point: Piece | None, other: Piece) -> bool:
    """27-Nov-26, which is no range."""
    return point is not None and point.says.year is not None and point.end >= other.end


def _best(found: list[Piece]) -> Piece | None:
    return max(found, key=lambda one: (one.end, _ORDER[one.strength]), default=None)


def _stands_alone(line: Line, piece: Piece) -> bool:
    """Whether neither edge cuts through a word, a longer number, a price or a name like A4."""
    if line.dead and not line.dead.isdisjoint(range(piece.start, piece.end)):
        return False
    if _is_particle(line, piece.start):
        return False
    return _begins(line, piece.start) and _ends(line, piece.end)


def _is_particle(line: Line, at: int) -> bool:
    """Check-in 30.11.: the end of a word is no preposition."""
    hyphened = line.text(at) in _PARTICLES and line.joined(at) and line.sign(at - 1, "-")
    return hyphened and line.shape(at - 2, Shape.WORD)


def _begins(line: Line, at: int) -> bool:
    if not line.shape(at, Shape.NUMBER) or not line.joined(at):
        return True
    before = line.text(at - 1)
    if before in "([":
        return True
    if line.shape(at - 1, Shape.WORD):
        if is_other_script(before) or (line.phrase(at - 1, *_GLUED) and len(before) > 3):
            return True
        return before in ("t", "um", "at", "le", "a") and at > 1
    if before == "/" and (line.shape(at - 2, Shape.WORD) or line.phrase(at + 1, Kind.MERIDIEM)):
        return True
    if len(line.text(at - 2)) == 4 and line.shape(at - 2, Shape.NUMBER):
        return before in "-.:," and line.sign(at + 1, ":")
    if before == "," and not line.shape(at - 2, Shape.NUMBER):
        return True  # the cells of a table
    return before not in "#$€£.,:/+"


def _ends(line: Line, end: int) -> bool:
    number = line.shape(end - 1, Shape.NUMBER)
    if not line.joined(end):
        return not (number and line.text(end) in ("%", "€", "$", "£", "eur", "usd"))
    if line.shape(end, Shape.WORD):
        if is_other_script(line.text(end)):
            return True
        glued = line.phrase(end, *_GLUED) is not None and len(line.text(end)) > 3
        return number and (glued or line.text(end) in ("t", "z"))
    if number and line.text(end) in "%€$£":
        return False
    if number and line.text(end) in ".,:/":
        goes_on = line.joined(end + 1) and line.shape(end + 1, Shape.NUMBER)
        dated = line.text(end - 2) != ":" and _clock_follows(line, end + 1)
        return not goes_on or dated
    return True


def _clock_follows(line: Line, at: int) -> bool:
    """05/31/2024.14:15"""
    return line.sign(at + 1, ":") and line.shape(at + 2, Shape.NUMBER)
