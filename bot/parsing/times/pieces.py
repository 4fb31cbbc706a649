"""Reads the best piece that begins at a token: every rule is asked, the longest reading wins."""

from collections.abc import Iterator

from bot.parsing.times.clocks import read_clocks
from bot.parsing.times.components import Piece, Strength
from bot.parsing.times.dates import read_dates
from bot.parsing.times.day_parts import read_parts
from bot.parsing.times.line import Line
from bot.parsing.times.marks import read_marks, read_open_range, read_ranges
from bot.parsing.times.offsets import read_offsets
from bot.parsing.times.spoken_clocks import read_clocks_after_preposition, read_spoken_clocks
from bot.parsing.times.tokens import Shape
from bot.parsing.times.weekdays import read_days
from bot.parsing.times.zones import read_zones

_RULES = (
    read_dates,
    read_clocks,
    read_spoken_clocks,
    read_clocks_after_preposition,
    read_offsets,
    read_days,
    read_parts,
    read_zones,
    read_marks,
)
_ORDER = {Strength.STRONG: 2, Strength.WEAK: 1, Strength.LOOSE: 0}


def read_piece(line: Line, start: int) -> Piece | None:
    """Return the longest piece that begins at `start`, ranges included."""
    if not 0 <= start < len(line.tokens) or start in line.dead:
        return None
    found = [
        piece
        for piece in (
            *read_ranges(line, start, read_point),
            *read_open_range(line, start, read_point),
            *_points(line, start),
        )
        if _stands_alone(line, piece)
    ]
    return _best(found)


def read_point(line: Line, start: int) -> Piece | None:
    """Return the longest piece that begins at `start` and is no range."""
    if not 0 <= start < len(line.tokens) or start in line.dead:
        return None
    return _best([piece for piece in _points(line, start) if _stands_alone(line, piece)])


def _points(line: Line, start: int) -> Iterator[Piece]:
    for rule in _RULES:
        yield from rule(line, start)


def _best(found: list[Piece]) -> Piece | None:
    return max(found, key=lambda one: (one.end, _ORDER[one.strength]), default=None)


def _stands_alone(line: Line, piece: Piece) -> bool:
    """Whether neither edge cuts through a word, a longer number, a price or a name like A4."""
    if any(at in line.dead for at in range(piece.start, piece.end)):
        return False
    return _begins(line, piece.start) and _ends(line, piece.end)


def _begins(line: Line, at: int) -> bool:
    if not line.shape(at, Shape.NUMBER) or not line.joined(at):
        return True
    before = line.text(at - 1)
    if line.shape(at - 1, Shape.WORD):
        return before in ("t", "um", "at", "le", "a") and at > 1
    return not (before in "#$€£.,:/" or (before in "+-" and _number_before(line, at - 1)))


def _number_before(line: Line, at: int) -> bool:
    return line.joined(at) and line.shape(at - 1, Shape.NUMBER)


def _ends(line: Line, end: int) -> bool:
    number = line.shape(end - 1, Shape.NUMBER)
    if not line.joined(end):
        return not (number and line.text(end) in ("%", "€", "$", "£", "eur", "usd"))
    if line.shape(end, Shape.WORD):
        return number and line.text(end) in ("t", "z")
    if number and line.text(end) in "%€$£":
        return False
    if number and line.text(end) in ".,:/":
        return not (line.joined(end + 1) and line.shape(end + 1, Shape.NUMBER)) or (
            line.text(end) in ".," and _clock_follows(line, end + 1)
        )
    return True


def _clock_follows(line: Line, at: int) -> bool:
    """05/31/2024.14:15"""
    return line.sign(at + 1, ":") and line.shape(at + 2, Shape.NUMBER)
