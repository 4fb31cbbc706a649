"""Joins neighbouring pieces to expressions: "tomorrow" and "2pm" and "Berlin time"."""

from dataclasses import dataclass, replace

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Piece, Strength, merge
from bot.parsing.times.day_parts import contradicts
from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line
from bot.parsing.times.marks import read_glue
from bot.parsing.times.pieces import Reader
from bot.parsing.times.tokens import Shape

_LONGEST_GLUE = 5
_ADJECTIVES = frozenset(
    {"daily", "weekly", "biweekly", "monthly", "quarterly", "yearly", "hourly"}
)
_TO_OR_AT = frozenset({"a", "au", "al"})
_MOST = 32  # times in a line; with so many a person is asked anyway


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Tokens `start` up to `end`, and the readings of them, best first."""

    start: int
    end: int
    readings: tuple[Components, ...]
    strong: bool
    loose: bool = False  # nothing but a number, a length of time or one word

    @property
    def says(self) -> Components:
        """The best reading, doubted if another one is as good."""
        days = [one for one in self.readings if one.has_day]
        whole = [one for one in days if one.has_clock]
        if not whole:
            rest = days if self.dotted else self.readings
            whole = [one for one in rest if one.part and (self.dotted or one.has_clock)]
            whole = whole or [one for one in days if one.part]
        clocks = [one for one in self.readings if one.has_clock]
        if whole:
            others = [one for one in whole if one.clock != whole[0].clock]
            dates = [one for one in days if one.clock is None and one.month is not None]
            rivals = others or (whole[0].clock is not None and dates)
            return whole[0].doubted(Reason.TIME_UNCLEAR) if rivals else whole[0]
        best = self.readings[0] if self.dotted else (clocks or list(self.readings))[0]
        return best.doubted(Reason.TIME_UNCLEAR) if len(self.readings) > 1 else best

    @property
    def dotted(self) -> bool:
        """Whether a date or a year may be a clock as well: 22.04, 2027."""
        first = self.readings[0]
        return first.month is not None or first.year is not None


def read_expressions(line: Line) -> list[Expression]:
    """All expressions of a line, left to right."""
    expressions: list[Expression] = []
    reader = Reader(line)
    at = strong = 0
    while at < len(line.tokens) and strong < _MOST:
        greeting = line.phrase(at, Kind.GREETING)
        piece = None if greeting is not None else reader.piece(at)
        if piece is None:
            at = at + 1 if greeting is None else greeting.end
            continue
        expression = _ranged(line, _spelt(line, _grow(line, reader, _begin(piece))))
        expressions.append(expression)
        strong += expression.strong
        at = max(expression.end, at + 1)
    return expressions


def _spelt(line: Line, expression: Expression) -> Expression:
    """
    Ask about a mended word, which is a time only next to a clock.

    Bare digits are asked about, too, where the words around them are of an unknown language.
    """
    if line.locale.foreign and not _has_words(line, expression):
        readings = tuple(one.doubted(Reason.TIME_UNCLEAR) for one in expression.readings)
        return replace(expression, readings=readings)
    if line.misspelt.isdisjoint(range(expression.start, expression.end)):
        return expression
    readings = tuple(one.doubted(Reason.TIME_SPELLING) for one in expression.readings)
    strong = expression.strong and any(one.has_clock for one in readings)
    return replace(expression, readings=readings, strong=strong)


def _ranged(line: Line, expression: Expression) -> Expression:
    """Ask about "24 a 20", of which the second number may be an hour or the end of a range."""
    inner = range(expression.start + 1, expression.end - 1)
    if not any(line.text(at) in _TO_OR_AT and _is_between_numbers(line, at) for at in inner):
        return expression
    readings = tuple(one.doubted(Reason.TIME_RANGE) for one in expression.readings)
    return replace(expression, readings=readings)


def _is_between_numbers(line: Line, at: int) -> bool:
    numbers = line.digits(at - 1) is not None and line.digits(at + 1) is not None
    marked = line.phrase(at + 2, Kind.HOURS, Kind.MERIDIEM) is not None or line.sign(at + 2, ":.")
    return numbers and not marked and not line.sign(at - 2, ".:/-")


def _has_words(line: Line, expression: Expression) -> bool:
    words = (line.tokens[at] for at in range(expression.start, expression.end))
    return any(word.shape is Shape.WORD and len(word.text) > 2 for word in words)


def _begin(piece: Piece) -> Expression:
    readings = (piece.says,) if piece.instead is None else (piece.says, piece.instead)
    strong = piece.strength is Strength.STRONG
    loose = piece.strength is Strength.LOOSE or piece.instead is not None
    return Expression(
        start=piece.start, end=piece.end, readings=readings, strong=strong, loose=loose
    )


def _grow(line: Line, reader: Reader, expression: Expression) -> Expression:
    """Take in piece after piece, as long as only glue lies between and nothing contradicts."""
    while (following := _next_piece(line, reader, expression)) is not None:
        if _is_of_something_else(line, expression, following):
            break
        grown = _joined(expression, following)
        if grown is None:
            break
        expression = grown
    return _part_with_hour(line, expression)


def _is_of_something_else(line: Line, expression: Expression, piece: Piece) -> bool:
    return (
        _is_adjective(line, expression, piece)
        or _is_length(line, expression, piece)
        or _is_owner(line, expression, piece)
    )


def _is_owner(line: Line, expression: Expression, piece: Piece) -> bool:
    """Today 3pm, last Friday's demo went well: whose demo it was."""
    owns = line.text(piece.end) == "'" and line.text(piece.end + 1) == "s"
    return owns and line.joined(piece.end + 1) and expression.says.has_clock


def _part_with_hour(line: Line, expression: Expression) -> Expression:
    """Après-midi à 5, après midi sept: a part of the day and an hour of it, and nothing else."""
    if expression.strong:
        return expression
    readings = [one for one in expression.readings if one.part and one.clock]
    end = expression.end
    is_all = expression.start == 0 and end == len(line.tokens)
    if not readings or is_all:
        return expression
    leads = any(line.phrase(at, Kind.AT) for at in range(expression.start + 1, end))
    is_last = end == len(line.tokens) or line.shape(end, Shape.BREAK)
    if not leads and not is_last:
        return expression
    asked = readings if leads else [one.doubted(Reason.TIME_UNCLEAR) for one in readings]
    return replace(expression, readings=tuple(asked), strong=True)


def _is_adjective(line: Line, expression: Expression, piece: Piece) -> bool:
    """Tomorrow 2pm weekly sync: a word for repetition says what kind of talk it is, once."""
    if line.text(piece.start) not in _ADJECTIVES or piece.end != piece.start + 1:
        return False
    says = expression.says
    dated = says.clock is not None and (says.days is not None or says.month is not None)
    noun = line.shape(piece.end, Shape.WORD) and not line.known(piece.end)
    return dated and noun and line.text(piece.end) not in ("calls", "anrufe", "appels")


def _is_length(line: Line, expression: Expression, piece: Piece) -> bool:
    """3pm for 30 min: how long, and no time."""
    lasting = piece.says.duration is not None and line.text(piece.start - 1) == "for"
    return lasting and expression.says.clock is not None


def _next_piece(line: Line, reader: Reader, expression: Expression) -> Piece | None:
    at = expression.end
    for _ in range(_LONGEST_GLUE):
        piece = reader.piece(at)
        if piece is not None:
            return piece
        after = read_glue(line, at)
        if after == at or line.shape(at, Shape.BREAK):
            return None
        at = after
    return None


def _joined(expression: Expression, piece: Piece) -> Expression | None:
    readings: list[Components] = []
    for reading in expression.readings:
        for says in _readings(piece, after_day=reading.has_day):
            if not _fits(reading, says, piece.strength):
                continue
            merged = merge(reading, says)
            if merged is not None and _is_year_before(reading, says):
                merged = merged.doubted(Reason.TIME_DAY_UNCLEAR)
            if merged is not None and merged not in readings:
                readings.append(merged)
    if not readings:
        return None
    return replace(
        expression,
        end=piece.end,
        readings=tuple(readings[:4]),
        loose=expression.loose and piece.strength is Strength.LOOSE,
        strong=expression.strong
        or piece.strength is Strength.STRONG
        or _tell_more_together(expression, readings, piece),
    )


def _is_year_before(reading: Components, says: Components) -> bool:
    """Whether a year stands before a date, as that of another thing may: "plan 2027 3 May"."""
    alone = reading.day is None and reading.month is None
    return alone and reading.year is not None and says.day is not None


def _tell_more_together(expression: Expression, readings: list[Components], piece: Piece) -> bool:
    """Six in the evening, Fr 10.30, Do 3.12.: whoever says so much means a time."""
    if piece.strength is not Strength.WEAK:
        return False
    if piece.says.part is not None:
        return any(one.clock is not None for one in readings)
    firm = expression.dotted or not expression.loose
    return firm and all(one.has_day for one in readings)


def _readings(piece: Piece, *, after_day: bool) -> tuple[Components, ...]:
    if piece.instead is None:
        return (piece.says,)
    return (piece.instead, piece.says) if after_day else (piece.says, piece.instead)


def _fits(reading: Components, says: Components, strength: Strength) -> bool:
    """Let a mere city follow a clock only, and a loose word fill a gap only."""
    if says.zone is not None and not says.zone.sure:
        return reading.clock is not None
    clock = reading.clock
    if strength is Strength.LOOSE and says.part is not None and clock is not None:
        exact = clock.half is not None or clock.hour > 12
        hour = clock.hour % 12 + clock.half if clock.half is not None else clock.hour
        return not (exact and contradicts(hour, says.part))
    return True


def trimmed(line: Line, at: int, end: int, kinds: tuple[Kind, ...]) -> int:
    """Past all phrases of those kinds that lie before `end`."""
    fitting = [one.end for kind in kinds for one in line.all(at, kind) if one.end <= end]
    while fitting and at < end:
        at = max(fitting)
        fitting = [one.end for kind in kinds for one in line.all(at, kind) if one.end <= end]
    return at
