"""Reads days that are counted or named: tomorrow, next friday, lundi prochain, nächste Woche."""

from collections.abc import Iterator
from dataclasses import replace

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Duration, Piece, Strength, Turn
from bot.parsing.times.kinds import Kind, Part
from bot.parsing.times.lexicon import Meaning
from bot.parsing.times.line import Line

_TURNS = {Kind.NEXT: Turn.NEXT, Kind.COMING: Turn.COMING, Kind.THIS: Turn.THIS}


def read_days(line: Line, start: int) -> Iterator[Piece]:
    """All days that begin at `start`."""
    yield from _counted(line, start)
    yield from _weeks(line, start)
    yield from _weekday(line, start)
    yield from _repeated(line, start)


def _counted(line: Line, start: int) -> Iterator[Piece]:
    """Today, morgen; and mañana, which is the morning after another day."""
    day = line.phrase(start, Kind.DAY, Kind.PAST)
    if day is not None:
        says = Components(days=day.value)
        past = day.kind is Kind.PAST
        yield Piece(
            start=start,
            end=day.end,
            says=says.refused(Reason.TIME_PAST) if past else says,
            strength=Strength.WEAK if past else Strength.STRONG,
        )
    either = line.phrase(start, Kind.DAY_OR_PART)
    if either is not None:
        yield Piece(
            start=start,
            end=either.end,
            says=Components(days=1),
            instead=Components(part=Part.MORNING),
        )


def _weeks(line: Line, start: int) -> Iterator[Piece]:
    week = line.phrase(start, Kind.NEXT_WEEK, Kind.THIS_WEEK)
    if week is not None:
        yield Piece(start=start, end=week.end, says=Components(weeks=week.value))
    last = line.phrase(start, Kind.LAST)
    if last is not None and (word := line.phrase(last.end, Kind.WEEK)) is not None:
        says = Components(weeks=-1).refused(Reason.TIME_PAST)
        yield Piece(start=start, end=word.end, says=says, strength=Strength.WEAK)


def _weekday_at(line: Line, at: int) -> Meaning | None:
    """Return a weekday; a short one only if nothing else is nearer to the reader's language."""
    full = line.phrase(at, Kind.WEEKDAY)
    short = line.phrase(at, Kind.WEEKDAY_SHORT)
    return full or short


def _weekday(line: Line, start: int) -> Iterator[Piece]:
    """Friday, next friday, vendredi prochain, el viernes que viene, friday week."""
    turn = line.phrase(start, Kind.NEXT, Kind.COMING, Kind.THIS, Kind.LAST)
    at = start if turn is None else turn.end
    at = line.skip(at, Kind.COMING) if turn is not None else at
    weekday = _weekday_at(line, at)
    if weekday is None:
        return
    end = weekday.end
    if turn is None or turn.kind is Kind.THIS:
        after = line.phrase(end, Kind.NEXT, Kind.COMING, Kind.LAST)
        if after is not None and line.phrase(after.end, Kind.WEEKDAY, Kind.WEEK) is None:
            turn, end = after, after.end
    says = _turned(Components(weekday=weekday.value), turn)
    later = line.phrase(end, Kind.WEEK_LATER)
    if later is not None and turn is None and line.phrase(end, Kind.NEXT_WEEK) is None:
        says = says.doubted(Reason.TIME_DAY_UNCLEAR)
        yield Piece(start=start, end=later.end, says=replace(says, duration=Duration(days=7)))
    piece = Piece(start=start, end=end, says=says)
    yield piece if turn is not None else _strengthened(line, piece, weekday)


def _turned(says: Components, turn: Meaning | None) -> Components:
    if turn is None:
        return says
    if turn.kind is Kind.LAST:
        return says.refused(Reason.TIME_PAST)
    return replace(says, turn=_TURNS[turn.kind])


def _strengthened(line: Line, piece: Piece, weekday: Meaning) -> Piece:
    """Return a short weekday is a word of another language more often than a day."""
    at = piece.end - 1
    if weekday.kind is Kind.WEEKDAY:
        strong = not _like_a_name(line, piece.start, piece.end)
        return replace(piece, strength=Strength.STRONG if strong else Strength.WEAK)
    foreign = weekday.language is not line.locale.language and len(line.text(at)) < 4
    if foreign and weekday.language.value != "en":
        piece = replace(piece, says=piece.says.doubted(Reason.TIME_DAY_UNCLEAR))
    return replace(piece, strength=Strength.WEAK)


def _like_a_name(line: Line, start: int, end: int) -> bool:
    """Mr. Friday, Maik Freitag, Domingo Pérez: capital letters touch on it."""
    if not line.tokens[start].capital:
        return False
    before = start - 2 if line.text(start - 1) == "." else start - 1
    named_before = before >= 0 and line.tokens[before].capital and not _is_glue(line, before)
    named_after = end < len(line.tokens) and line.tokens[end].capital and not _is_glue(line, end)
    return named_before or named_after


def _is_glue(line: Line, at: int) -> bool:
    return line.phrase(at, Kind.ON, Kind.AT, Kind.POLITE, Kind.NEXT, Kind.DAY) is not None


def _repeated(line: Line, start: int) -> Iterator[Piece]:
    """Mondays, montags, les lundis."""
    days = line.phrase(start, Kind.WEEKDAYS)
    if days is not None:
        says = Components(weekday=days.value).doubted(Reason.TIME_REPEATS)
        yield Piece(start=start, end=days.end, says=says, strength=Strength.WEAK)
