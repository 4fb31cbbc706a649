"""Reads time zones: PST, UTC+2, Berlin time, heure de Paris, Europe/Berlin."""

from collections.abc import Iterator
from dataclasses import replace

from bot.parsing.times.components import Components, Piece, Strength, Zone
from bot.parsing.times.kinds import Kind, Language
from bot.parsing.times.lexicon import Meaning
from bot.parsing.times.line import Line
from bot.parsing.times.machine_times import is_western_offset
from bot.parsing.times.spelt_zones import dotted_letters
from bot.parsing.times.tokens import Shape
from bot.parsing.times.unknown_zones import HOUR, is_behind_clock, unknown_zone
from bot.parsing.times.zone_names import (
    AMERICAN,
    CAPITALS_ONLY,
    EVERYDAY,
    IN_CAPITALS,
    ONLY_WITH_TIME,
    WORDS_IN_CAPITALS,
    WORDS_TOO,
    cities,
    first_words_of_cities,
    zone_abbreviated,
    zones_by_folded_name,
)

_WINTER = 1  # of a phrase for the time of a zone; 2 is summer
ELSEWHERE = 2
"""The value of a phrase that names a place of its own."""

_SHORTEST = 2  # letters of a zone
_AT_END = 3  # of a phrase that says whose clock only where no other word follows: 2pm for her
_WHERE = frozenset({"in", "im", "en", "a", "au", "aux"})


def read_zones(line: Line, start: int) -> Iterator[Piece]:
    """All zones that begin at `start`."""
    if line.shape(start, Shape.WORD):
        yield from _abbreviation(line, start)
        yield from _dotted(line, start)
        yield from _full_name(line, start)
        yield from _city(line, start)
        if (end := unknown_zone(line, start)) is not None:
            yield _piece(start, end, Zone(sure=False))
    yield from _offset(line, start)
    unknown = line.phrase(start, Kind.ZONE_UNKNOWN)
    if unknown is not None and _is_meant(line, start, unknown):
        yield _piece(start, unknown.end, Zone(sure=False, theirs=unknown.value != ELSEWHERE))


def _is_meant(line: Line, start: int, unknown: Meaning) -> bool:
    """Whether a phrase for their time is one, and not "for her team"."""
    if unknown.value == 0:
        return True
    if not is_behind_clock(line, start):
        return False
    return unknown.value != _AT_END or _is_last(line, unknown.end)


def _is_last(line: Line, end: int) -> bool:
    """Whether nothing follows but a mark, or where somebody is: 2pm for her in Chicago."""
    if line.shape(end, Shape.WORD) or line.shape(end, Shape.NUMBER):
        where = line.text(end) in _WHERE and end + 1 < len(line.tokens)
        return where and line.tokens[end + 1].capital
    return line.text(end) in ("", ",", ".", ")", "!", "?") or not line.joined(end)


def may_begin_zone(line: Line, start: int) -> bool:
    """Whether a word that has no other meaning in a time may be looked up as a zone at all."""
    word = line.text(start)
    return (
        line.text(start + 1) == "/"
        or word in first_words_of_cities()
        or zone_abbreviated(word) is not None
        or dotted_letters(line, start) is not None
        or unknown_zone(line, start) is not None
    )


def _piece(start: int, end: int, zone: Zone) -> Piece:
    says = Components(zone=zone)
    return Piece(start=start, end=end, says=says, strength=Strength.WEAK)


def _abbreviation(line: Line, start: int) -> Iterator[Piece]:
    word = line.text(start)
    zone = zone_abbreviated(word)
    if zone is None or not _after_clock(line, start):
        return
    if word in IN_CAPITALS and not line.tokens[start].capitals:
        return
    if word in CAPITALS_ONLY and not (line.tokens[start].capitals or _touches_number(line, start)):
        return
    end = line.skip(start + 1, Kind.ZONE_TIME)
    zone = _in_season(line, start + 1, zone)
    english = line.locale.language in (None, Language.ENGLISH)
    if word == "ist" and not english and not line.tokens[start].capital:
        return  # German: is
    if word in WORDS_TOO and end == start + 1 and not _is_surely_zone(line, start):
        if not english and line.text(start - 1) not in ("am", "pm", "."):
            return
        zone = Zone(names=zone.names, standard_only=zone.standard_only, sure=False)
    if word in WORDS_IN_CAPITALS and end == start + 1:
        zone = replace(zone, sure=False)
    if word in ("utc", "gmt") and (offset := _signed(line, start + 1)) is not None:
        zone, end = Zone(offset_minutes=offset[0]), _past_brackets(line, offset[1])
    yield _piece(start, end, zone)


def _dotted(line: Line, start: int) -> Iterator[Piece]:
    """E.S.T., P.T.: what may be the initials of a name, or small letters, is asked about."""
    spelt = dotted_letters(line, start)
    zone = None if spelt is None else zone_abbreviated(spelt[0])
    if spelt is None or zone is None or not _after_clock(line, start):
        return
    end = spelt[1]
    capitals = all(token.capitals or token.text == "." for token in line.tokens[start:end])
    goes_on = line.shape(end, Shape.WORD) and not line.known(end)
    if goes_on and not capitals and len(spelt[0]) == _SHORTEST:
        return  # 2pm c.t. scan
    named = goes_on and line.tokens[end].capital
    yield _piece(start, end, zone if capitals and not named else replace(zone, sure=False))


def _in_season(line: Line, at: int, zone: Zone) -> Zone:
    """Take "Eastern Standard Time" at its word: it is that of winter."""
    time = line.phrase(at, Kind.ZONE_TIME)
    if time is None or time.value == 0:
        return zone
    return replace(zone, standard_only=time.value == _WINTER)


def _is_surely_zone(line: Line, at: int) -> bool:
    """Whether a word is the zone that it may be: "2pm Pacific", not "2pm Pacific Gas"."""
    if line.text(at) not in AMERICAN:
        return line.tokens[at].capitals
    capital = line.tokens[at].capital
    names_more = line.shape(at + 1, Shape.WORD) and not line.known(at + 1)
    if capital:
        return not (names_more and line.tokens[at + 1].capital)
    return line.locale.region in ("US", "CA") and not names_more


def _touches_number(line: Line, at: int) -> bool:
    return line.joined(at) and line.shape(at - 1, Shape.NUMBER)


def _past_brackets(line: Line, at: int) -> int:
    """GMT+0900 (JST): the name in brackets adds nothing."""
    named = line.text(at) == "(" and line.text(at + 2) == ")"
    return at + 3 if named and zone_abbreviated(line.text(at + 1)) else at


def _after_clock(line: Line, start: int) -> bool:
    """Whether anything stands before it: a zone says something about another word."""
    before = start - 1
    while before >= 0 and line.text(before) in (",", "(", "in"):
        before -= 1
    return before >= 0


def _signed(line: Line, at: int) -> tuple[int, int] | None:
    """+2, -0530, +02:45 as minutes, and the token after them."""
    if line.text(at) not in ("+", "-") or not line.joined(at + 1):
        return None
    digits, end = line.digits(at + 1, longest=4), at + 2
    if digits is None:
        return None
    hours, minutes = divmod(digits, 100) if len(line.text(at + 1)) > 2 else (digits, 0)
    more = line.digits(at + 3)
    if line.sign(at + 2, ":") and more is not None and len(line.text(at + 1)) <= 2:
        minutes, end = more, at + 4
    if hours > 14 or minutes not in (0, 15, 30, 45):
        return None
    return (hours * 60 + minutes) * (1 if line.text(at) == "+" else -1), end


def _offset(line: Line, start: int) -> Iterator[Piece]:
    """14:00 +0200, 23:00+02:00: four digits, or it would be a phone number's country code."""
    if line.text(start) not in ("+", "-") or not _after_clock(line, start):
        return
    seconds = line.text(start - 2) == ":" and line.text(start - 4) == ":"
    found = _signed(line, start)
    joined = line.joined(start) or len(line.text(start + 1)) == 4
    western = (seconds and joined) or is_western_offset(line, start)
    if found is None or (line.text(start) == "-" and not western):
        return
    touching = line.joined(start) and len(line.text(start + 1)) == 2
    spaced = (
        found[1] == start + 2 and not line.joined(start) and not line.shape(found[1], Shape.WORD)
    )
    if spaced and len(line.text(start + 1)) <= 2 and not line.shape(found[1], Shape.NUMBER):
        yield _piece(start, found[1], Zone(offset_minutes=found[0], sure=False))
    complete = len(line.text(start + 1)) == 4 or found[1] == start + 4 or touching
    praised = not line.joined(start) and line.shape(found[1], Shape.WORD)  # +1 for the idea
    if (complete or (seconds and not praised)) and not line.shape(found[1], Shape.NUMBER):
        yield _piece(start, found[1], Zone(offset_minutes=found[0]))


def _full_name(line: Line, start: int) -> Iterator[Piece]:
    """Europe/Berlin, America/New_York."""
    if line.text(start + 1) != "/" or not line.shape(start, Shape.WORD):
        return
    end = start + 2
    while (
        end < start + 8
        and line.joined(end)
        and (line.shape(end, Shape.WORD) or line.text(end) in "_/-")
    ):
        end += 1
    name = "".join(token.text for token in line.tokens[start:end])
    zone = zones_by_folded_name().get(name)
    if zone is not None:
        yield _piece(start, end, Zone(names=(zone,)))


def _city_at(line: Line, at: int) -> tuple[str, int] | None:
    if line.text(at) not in first_words_of_cities():
        return None
    for length in (3, 2, 1):
        name = " ".join(line.text(at + step) for step in range(length))
        if name in cities():
            return name, at + length
    return None


def _city(line: Line, start: int) -> Iterator[Piece]:
    """Berlin time, Berliner Zeit, heure de Paris; "2pm Berlin" has to be asked about."""
    before = line.phrase(start, Kind.ZONE_OF)
    named = start + 1 if line.text(start) in HOUR else start
    city = _city_at(line, named if before is None else before.end)
    if city is None or (before is not None and city[0] == "la"):
        return  # heure de la Réunion
    name, end = city
    time = line.phrase(end, Kind.ZONE_TIME)
    marked = before is not None or time is not None or named > start
    if marked:
        end = end if time is None else time.end
        yield _piece(start, end, _in_season(line, city[1], Zone(names=(cities()[name],))))
    elif name not in ONLY_WITH_TIME and name not in EVERYDAY:
        yield _piece(start, end, Zone(names=(cities()[name],), sure=False))
