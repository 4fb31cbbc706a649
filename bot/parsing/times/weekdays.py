"""Reads days that are counted or named: tomorrow, next friday, lundi prochain, nächste Woche."""

from collections.abc import Iterator
from dataclasses import replace

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Duration, Piece, Strength, Turn
from bot.parsing.times.counted_days import read_nth
from bot.parsing.times.kinds import Kind, Language, Part
from bot.parsing.times.lexicon import Meaning
from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape, is_other_script

_TURNS = {
    Kind.NEXT: Turn.NEXT,
    Kind.COMING: Turn.COMING,
    Kind.AFTER_NEXT: Turn.AFTER_NEXT,
    Kind.THIS: Turn.THIS,
}

_NAMES_TOO = frozenset(
    {"maine", "sutra", "bihar", "besok", "bukas", "kesho", "rytoj", "danes", "danas", "gaur"}
    | {"dema", "utre", "lusa", "rabu", "luni", "cuma", "sali", "kedd", "marti", "joi", "avui"}
)


def read_days(line: Line, start: int) -> Iterator[Piece]:
    """All days that begin at `start`."""
    yield from _elsewhere(line, start)
    yield from _counted(line, start)
    yield from _weeks(line, start)
    yield from _weekday(line, start)
    yield from _repeated(line, start)
    yield from read_nth(line, start)


def _elsewhere(line: Line, start: int) -> Iterator[Piece]:
    """Domani, завтра: a day in a language that is not read here, so it is asked about."""
    day = line.phrase(start, Kind.DAY_ELSEWHERE, Kind.WEEKDAY_ELSEWHERE)
    if day is None:
        return
    counted = day.kind is Kind.DAY_ELSEWHERE
    says = Components(days=day.value) if counted else Components(weekday=day.value)
    yield Piece(
        start=start,
        end=day.end,
        says=says.doubted(Reason.TIME_UNCLEAR),
        strength=Strength.STRONG if _certainly_a_day(line, start, day) else Strength.WEAK,
    )


def _certainly_a_day(line: Line, start: int, day: Meaning) -> bool:
    """Whether the word is no name: Maine, Sutra, Domenica."""
    text = line.text(start)
    if is_other_script(text):
        return True
    if day.kind is Kind.WEEKDAY_ELSEWHERE and line.tokens[start].capital:
        return False
    return text not in _NAMES_TOO and (len(text) > 3 or day.end > start + 1)


def _counted(line: Line, start: int) -> Iterator[Piece]:
    """Today, morgen; and mañana, which is the morning after another day."""
    day = line.phrase(start, Kind.DAY, Kind.PAST)
    if day is not None:
        says = Components(days=day.value)
        past = day.kind is Kind.PAST
        if line.text(start) == "hier" and line.locale.language is Language.GERMAN:
            return  # here, and not French yesterday
        later = line.phrase(day.end, Kind.WEEK_LATER)
        if later is not None and not past:
            counted = replace(says, duration=Duration(days=7 * later.value))
            yield Piece(start=start, end=later.end, says=counted)
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
    month = line.phrase(start, Kind.MONTH_COUNTED)
    if month is not None:
        yield Piece(start=start, end=month.end, says=Components(months=month.value))
    year = line.phrase(start, Kind.YEAR_COUNTED)
    if year is not None:
        says = Components(years=year.value)
        yield Piece(start=start, end=year.end, says=says, strength=Strength.WEAK)
    week = line.phrase(start, Kind.NEXT_WEEK, Kind.THIS_WEEK)
    if week is not None:
        yield Piece(start=start, end=week.end, says=Components(weeks=week.value))
    numbered = line.phrase(start, Kind.WEEK_NUMBERED)
    if numbered is not None and line.digits(numbered.end) is not None:
        says = Components().refused(Reason.TIME_VAGUE)
        yield Piece(start=start, end=numbered.end + 1, says=says, strength=Strength.WEAK)
    last = line.phrase(start, Kind.LAST)
    if last is not None and (word := line.phrase(last.end, Kind.WEEK)) is not None:
        says = Components(weeks=-1).refused(Reason.TIME_PAST)
        yield Piece(start=start, end=word.end, says=says, strength=Strength.WEAK)


def _weekday_at(line: Line, at: int) -> Meaning | None:
    """Find a weekday; a short one of another language only if a number follows."""
    full = line.phrase(at, Kind.WEEKDAY)
    short = line.phrase(at, Kind.WEEKDAY_SHORT)
    if full is not None or short is None or _approximates(line, at):
        return full
    own = short.language in (line.locale.language, Language.ENGLISH)
    following = at + 2 if line.text(at + 1) == "," else at + 1
    marked = short.end > at + 1 or line.shape(following, Shape.NUMBER)
    return short if own or marked else None


def _weekday(line: Line, start: int) -> Iterator[Piece]:
    """Friday, next friday, vendredi prochain, el viernes que viene, friday week."""
    turn = line.phrase(start, *_TURNS, Kind.LAST)
    at = start if turn is None else turn.end
    at = line.skip(at, Kind.COMING) if turn is not None else at
    weekday = _weekday_at(line, at)
    if weekday is None:
        return
    end = weekday.end
    if turn is None or turn.kind is Kind.THIS:
        after = line.phrase(end, Kind.NEXT, Kind.COMING, Kind.AFTER_NEXT, Kind.LAST)
        if after is not None and not _turns_another(line, end, after.end):
            turn, end = after, after.end
    says = _turned(Components(weekday=weekday.value), turn)
    later = line.phrase(end, Kind.WEEK_LATER)
    if later is not None and turn is None and line.phrase(end, Kind.NEXT_WEEK) is None:
        # "Montag in einer Woche" may be the Monday that comes in a week from now
        idiom = None if later.language is Language.GERMAN else True
        counted = replace(says, duration=Duration(days=7 * later.value), from_weekday=idiom)
        yield Piece(start=start, end=later.end, says=counted)
    piece = Piece(start=start, end=end, says=says)
    yield piece if turn is not None else _strengthened(line, piece, weekday)


def _turns_another(line: Line, at: int, after: int) -> bool:
    """Friday next month: "next" belongs to what follows."""
    longer = line.phrase(at, Kind.MONTH_COUNTED, Kind.YEAR_COUNTED, Kind.NEXT_WEEK)
    return longer is not None or line.phrase(after, Kind.WEEKDAY, Kind.WEEK) is not None


def _turned(says: Components, turn: Meaning | None) -> Components:
    if turn is None:
        return says
    if turn.kind is Kind.LAST:
        return says.refused(Reason.TIME_PAST)
    if turn.kind is Kind.AFTER_NEXT and turn.language is Language.ENGLISH:
        counted = replace(says, duration=Duration(days=7))
        return counted.doubted(Reason.TIME_DAY_UNCLEAR)
    return replace(says, turn=_TURNS[turn.kind])


def _strengthened(line: Line, piece: Piece, weekday: Meaning) -> Piece:
    """Keep a weekday weak if it is short, or looks like a name."""
    at = piece.end - 1
    if weekday.kind is Kind.WEEKDAY:
        strong = not _like_a_name(line, piece.start, piece.end)
        return replace(piece, strength=Strength.STRONG if strong else Strength.WEAK)
    if weekday.language is not line.locale.language or _about(line, at):
        piece = replace(piece, says=piece.says.doubted(Reason.TIME_DAY_UNCLEAR))
    return replace(piece, strength=Strength.WEAK)


def _approximates(line: Line, at: int) -> bool:
    """German "so gegen 15 Uhr": about three."""
    following = line.phrase(at + 1, Kind.ABOUT, Kind.AT_HOUR)
    return line.text(at) == "so" and not line.tokens[at].capital and following is not None


def _about(line: Line, at: int) -> bool:
    """German "so 14 Uhr": about two, more likely than on Sunday."""
    return line.text(at) == "so" and not line.tokens[at].capital


def _like_a_name(line: Line, start: int, end: int) -> bool:
    """Mr. Friday, Maik Freitag, Domingo Pérez: capital letters touch on it."""
    if not line.tokens[start].capital:
        return False
    if line.text(start - 1) in ("on", "am", "ab", "bis", "el"):
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
