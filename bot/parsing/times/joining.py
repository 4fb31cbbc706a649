"""Joins neighbouring pieces to expressions: "tomorrow" and "2pm" and "Berlin time"."""

from dataclasses import dataclass, replace

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Piece, Strength, merge
from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line
from bot.parsing.times.marks import read_glue
from bot.parsing.times.pieces import Reader
from bot.parsing.times.tokens import Shape

_LONGEST_GLUE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Tokens `start` up to `end`, and the readings of them, best first."""

    start: int
    end: int
    readings: tuple[Components, ...]
    strong: bool

    @property
    def says(self) -> Components:
        """The best reading, doubted if another one is as good."""
        complete = [one for one in self.readings if one.has_clock and one.has_day]
        complete = complete or [one for one in self.readings if one.has_clock]
        best = (complete or list(self.readings))[0]
        rivals = [one for one in complete if one.clock != best.clock]
        return best.doubted(Reason.TIME_UNCLEAR) if rivals else best


def read_expressions(line: Line) -> list[Expression]:
    """All expressions of a line, left to right."""
    expressions: list[Expression] = []
    reader = Reader(line)
    at = 0
    while at < len(line.tokens):
        piece = reader.piece(at)
        if piece is None:
            at += 1
            continue
        expression = _grow(line, reader, _begin(piece))
        expressions.append(expression)
        at = max(expression.end, at + 1)
    return expressions


def _begin(piece: Piece) -> Expression:
    readings = (piece.says,) if piece.instead is None else (piece.says, piece.instead)
    strong = piece.strength is Strength.STRONG
    return Expression(start=piece.start, end=piece.end, readings=readings, strong=strong)


def _grow(line: Line, reader: Reader, expression: Expression) -> Expression:
    """Take in piece after piece, as long as only glue lies between and nothing contradicts."""
    while (following := _next_piece(line, reader, expression)) is not None:
        grown = _joined(expression, following)
        if grown is None:
            break
        expression = grown
    return expression


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
            if merged is not None and merged not in readings:
                readings.append(merged)
    if not readings:
        return None
    return replace(
        expression,
        end=piece.end,
        readings=tuple(readings[:4]),
        strong=expression.strong or piece.strength is Strength.STRONG,
    )


def _readings(piece: Piece, *, after_day: bool) -> tuple[Components, ...]:
    if piece.instead is None:
        return (piece.says,)
    return (piece.instead, piece.says) if after_day else (piece.says, piece.instead)


def _fits(reading: Components, says: Components, strength: Strength) -> bool:
    """Return a city that is not called a zone needs a clock; a loose word must fill a gap."""
    if says.zone is not None and not says.zone.sure:
        return reading.clock is not None
    if strength is Strength.LOOSE and says.part is not None and reading.clock is not None:
        return reading.clock.half is None and reading.clock.hour <= 12
    return True


def trimmed(line: Line, at: int, end: int, kinds: tuple[Kind, ...]) -> int:
    """Past all phrases of those kinds that lie before `end`."""
    while at < end and (found := line.phrase(at, *kinds)) is not None:
        if found.end > end:
            return at
        at = found.end
    return at
