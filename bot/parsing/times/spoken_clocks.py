"""Reads clock times that are said in words: half past three, halb vier, tres y cuarto, noon."""

from collections.abc import Iterator
from dataclasses import replace

from bot.calls.doubts import Reason
from bot.parsing.times.clock_marks import clock_piece, clock_suffix, meridiem_at
from bot.parsing.times.clocks import LENGTHS, read_clocks
from bot.parsing.times.components import Clock, Components, Piece, Strength, Writing
from bot.parsing.times.counting import counts_at
from bot.parsing.times.kinds import Kind, Language
from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape

_ARTICLES = frozenset({"a", "an", "eine", "einer", "einem", "einen", "un"})
Found = tuple[Clock, int]


def read_spoken_clocks(line: Line, start: int) -> Iterator[Piece]:
    """All readings of a clock in words that begin at `start`."""
    yield from _named_times(line, start)
    yield from _fraction_first(line, start)
    yield from _hour_first(line, start)
    after = line.phrase(start, Kind.AT_HOUR)
    if after is not None and _speak_alike(line, start, after.end):
        yield from _words_after_preposition(line, start, after.end)


_MILITARY = 4  # digits
_PREPOSITIONS = (Kind.AT_HOUR, Kind.AT)
_LENGTHS = frozenset({"hour", "hours", "hr", "hrs", "minutes", "mins", "min"})


def read_clocks_after_preposition(line: Line, start: int) -> Iterator[Piece]:
    """At 3pm, um halb vier, para las seis y media: any clock, and certainly one."""
    words = (*line.all(start, Kind.AT_HOUR), *line.all(start, Kind.AT))
    if line.text(start) == "for" and line.text(start + 2) in _LENGTHS:
        return  # for 2 hours
    for at in sorted({word.end for word in words if _speak_alike(line, start, word.end)}):
        for piece in (*read_clocks(line, at), *read_spoken_clocks(line, at)):
            if piece.says.clock is not None:
                sure = piece.says
                if len(line.text(at)) == _MILITARY:  # at 1730
                    sure = replace(sure, doubts=sure.doubts - {Reason.TIME_UNCLEAR})
                yield replace(piece, start=start, says=sure, strength=Strength.STRONG)


def _speak_alike(line: Line, start: int, at: int) -> bool:
    """Whether a preposition and a number in words are of one language: not "at once"."""
    prepositions = {word.language for kind in _PREPOSITIONS for word in line.all(start, kind)}
    numbers = {word.language for word in line.all(at, Kind.NUMBER)}
    return not numbers or not prepositions.isdisjoint(numbers)


def _named_times(line: Line, start: int) -> Iterator[Piece]:
    """Noon and midnight, alone or with minutes."""
    named = _named_hour(line, start)
    if named is not None:
        clock, end = named
        says = Components(clock=clock)
        midnight = clock.hour == 24
        yield Piece(
            start=start,
            end=end,
            says=says.doubted(Reason.TIME_DAY_UNCLEAR) if midnight else says,
        )


def _named_hour(line: Line, at: int) -> Found | None:
    word = line.phrase(at, Kind.NOON, Kind.MIDNIGHT)
    if word is None:
        return None
    hour = 12 if word.kind is Kind.NOON else 24
    return Clock(hour=hour, writing=Writing.EXACT, language=word.language), word.end


def _spoken_hour(line: Line, at: int) -> Found | None:
    """Return the hour that something is before or after: three, 3 Uhr, 8pm, noon."""
    named = _named_hour(line, at)
    if named is not None:
        return named
    at += 1 if line.text(at) in ("las", "la") else 0
    number = line.number(at)
    if number is None or not 0 < number[0] <= 24 or line.text(at) in _ARTICLES:
        return None
    writing = Writing.EXACT if number[0] > 12 else Writing.SPOKEN
    clock = Clock(hour=number[0], writing=writing, language=_language(line, at))
    return clock_suffix(line, clock, number[1])


def _language(line: Line, at: int) -> Language | None:
    spelled = line.phrase(at, Kind.NUMBER)
    return line.locale.language if spelled is None else spelled.language


def _amount(line: Line, at: int) -> tuple[int, int, bool] | None:
    """Minutes before or after an hour: a quarter, ten, 5; whether digits leave a doubt."""
    quarter = line.phrase(at, Kind.QUARTER)
    if quarter is not None:
        return quarter.value, quarter.end, False
    number = line.number(at)
    if number is None or not 0 < number[0] < 60:
        return None
    end = line.skip(number[1], Kind.MINUTES)
    if number[0] == 1 and end == number[1] and line.shape(at, Shape.WORD):
        return None  # 14 Uhr und ein Angebot
    return number[0], end, end == at + 1 and line.shape(at, Shape.NUMBER)


def _fraction_first(line: Line, start: int) -> Iterator[Piece]:
    """Half past three, ten to four, fünf vor halb vier, viertel vier, tres para las ocho."""
    yield from _half(line, start)
    amount = _amount(line, start)
    if amount is None:
        return
    minutes, end, digits = amount
    for kind, sign in ((Kind.AFTER_HOUR, 1), (Kind.BEFORE_HOUR, -1)):
        word = line.phrase(end, kind)
        if word is None:
            continue
        half = line.phrase(word.end, Kind.HALF_TO)
        hour = _spoken_hour(line, word.end if half is None else half.end)
        if hour is not None:
            offset = sign * minutes + (0 if half is None else half.value)
            piece = _shifted(start, hour, offset)
            unsure = digits and word.language is Language.ENGLISH
            yield _asked(piece, Reason.TIME_RANGE) if unsure else piece


def _half(line: Line, start: int) -> Iterator[Piece]:
    """Half past three; halb vier; viertel vier (which not everybody understands)."""
    for word in (line.phrase(start, Kind.HALF_PAST), line.phrase(start, Kind.HALF_TO)):
        hour = None if word is None else _spoken_hour(line, word.end)
        if word is not None and hour is not None:
            yield _shifted(start, hour, word.value)
    quarter = line.phrase(start, Kind.QUARTER_OF)
    hour = None if quarter is None else _spoken_hour(line, quarter.end)
    if quarter is not None and hour is not None:
        piece = _shifted(start, hour, quarter.value)
        yield _asked(piece, Reason.TIME_UNCLEAR) if quarter.value == -45 else piece
    british = line.phrase(start, Kind.HALF_HOUR)
    hour = None if british is None else _spoken_hour(line, british.end)
    if british is not None and hour is not None:
        yield _asked(_shifted(start, hour, british.value), Reason.TIME_UNCLEAR)


def _hour_first(line: Line, start: int) -> Iterator[Piece]:
    """Tres y cuarto, trois heures moins dix, acht Uhr vierzig, three thirty, midi et quart."""
    hour = _spoken_hour(line, start)
    if hour is None:
        return
    clock, end = hour
    spelled = line.phrase(start, Kind.NUMBER) is not None
    if line.text(end) == "hundred" and line.phrase(end + 1, Kind.HOURS) is not None:
        yield clock_piece(start, end + 2, replace(clock, writing=Writing.EXACT))
    marked = spelled and end > line.number(start)[1]  # type: ignore[index]
    if marked:
        piece = clock_piece(start, end, clock)
        lasts = clock.hour == 24 and line.text(end - 1) in LENGTHS
        yield _asked(piece, Reason.TIME_UNCLEAR) if lasts else piece
    yield from _plus_minutes(line, start, hour)
    quarter = line.phrase(end, Kind.QUARTER) if marked else None
    if quarter is not None:
        yield _shifted(start, (clock, quarter.end), quarter.value)
    if spelled and not marked:
        loose = clock_piece(start, end, clock)
        yield replace(_asked(loose, Reason.TIME_BARE_HOUR), strength=Strength.LOOSE)
    yield from _bare_minutes(line, start, hour, spelled=spelled)


def _plus_minutes(line: Line, start: int, hour: Found) -> Iterator[Piece]:
    """Tres y cuarto, trois heures moins dix; "14 Uhr und 15" may be two hours as well."""
    clock, end = hour
    for kind, sign in ((Kind.HOUR_PLUS, 1), (Kind.HOUR_MINUS, -1)):
        word = line.phrase(end, kind)
        amount = None if word is None else _amount(line, word.end)
        if word is None or amount is None or line.phrase(amount[1], Kind.HOURS, Kind.O_CLOCK):
            continue
        minutes, after, digits = amount
        if digits and counts_at(line, after):
            continue  # 14h y 2 colegas
        two = digits and word.language is not Language.SPANISH
        for piece in _with_suffix(line, start, (clock, after), sign * minutes):
            yield _asked(piece, Reason.TIME_RANGE) if two else piece


def _bare_minutes(line: Line, start: int, hour: Found, *, spelled: bool) -> Iterator[Piece]:
    """Three thirty, acht Uhr vierzig, seis cero dos, minuit trois."""
    clock, end = hour
    end += 1 if line.sign(end, "-") and line.joined(end + 1) else 0
    zero = line.phrase(end, Kind.NUMBER)
    at = zero.end if zero is not None and zero.value == 0 else end
    minutes = line.phrase(at, Kind.NUMBER)
    named = line.phrase(start, Kind.NOON, Kind.MIDNIGHT) is not None
    foreign = clock.language is not Language.ENGLISH
    fewest = 1 if at > end or (named and foreign) else 5  # and no "noon A/B test"
    if minutes is None or not fewest <= minutes.value < 60 or line.text(at) in _ARTICLES:
        return
    english = line.locale.language in (Language.ENGLISH, None)
    if (clock.half is not None and not spelled) or (english and line.text(at) == "once"):
        return  # 2pm, fifteen seats; at 3 once he is back
    if spelled or named or end > start + 1:
        found = (clock, line.skip(minutes.end, Kind.MINUTES))
        strong = end > start + 1 or named
        for piece in _with_suffix(line, start, found, minutes.value):
            sure = strong or piece.end > found[1]
            yield piece if sure else replace(piece, strength=Strength.WEAK)


def _with_suffix(line: Line, start: int, hour: Found, minutes: int) -> Iterator[Piece]:
    clock, end = hour
    meridiem = meridiem_at(line, end)
    if meridiem is not None and clock.half is None:
        clock, end = replace(clock, half=meridiem[0], writing=Writing.SPOKEN), meridiem[1]
    yield _shifted(start, (clock, end), minutes)


def _words_after_preposition(line: Line, start: int, at: int) -> Iterator[Piece]:
    """At three, um drei, a las tres."""
    spelled = line.phrase(at, Kind.NUMBER)
    if spelled is None or not 0 < spelled.value <= 24 or spelled.end == at:
        return
    hour = _spoken_hour(line, at)
    if line.text(at) in ("ein", "une") and hour is not None and hour[1] == at + 1:
        return
    if hour is not None and line.phrase(hour[1], Kind.UNIT, Kind.MONTH) is None:
        yield clock_piece(start, hour[1], hour[0])


def _shifted(start: int, hour: Found, minutes: int) -> Piece:
    clock, end = hour
    whole_day = clock.half is not None or clock.writing is Writing.EXACT
    base = clock.hour % 12 + (clock.half or 0) if clock.half is not None else clock.hour
    total = (base * 60 + clock.minute + minutes) % (1440 if whole_day else 720)
    moved = replace(clock, hour=total // 60, minute=total % 60)
    if clock.half is not None:
        moved = replace(moved, half=None, writing=Writing.EXACT)
    elif not whole_day and moved.hour == 0:
        moved = replace(moved, hour=12)
    return Piece(start=start, end=end, says=Components(clock=moved))


def _asked(piece: Piece, *reasons: Reason) -> Piece:
    return replace(piece, says=piece.says.doubted(*reasons))
