"""Tells that what touches a time belongs to it, though it was not read with it."""

from bot.parsing.times.components import Clock, Components
from bot.parsing.times.kinds import Kind
from bot.parsing.times.lexicon import first_words_of, words_of
from bot.parsing.times.line import Line
from bot.parsing.times.offsets import duration_at
from bot.parsing.times.tokens import Shape

_AND = frozenset({"and", "und", "et", "y", "&"})
_OWNERS = frozenset(
    {"her", "his", "their", "your", "ihre", "ihr", "seine", "deren", "son", "sa", "leur", "ses"}
    | {"leurs", "su", "sus", "tus"}
)
_DAYS = (Kind.DAY, Kind.DAY_OR_PART, Kind.WEEKDAY)
_NOON = 12
_SHORTEST_DAY = 4
_SHORTEST_SKELETON = 3


def goes_on(line: Line, end: int) -> bool:
    """2pm till late, 2pm and 30 minutes, 7 Uhr 30, 2pm..3."""
    if line.text(end) in _AND and duration_at(line, end + 1) is not None:
        return True
    hours = line.phrase(end - 1, Kind.O_CLOCK, Kind.HOURS) is not None
    if hours and line.digits(end) is not None and len(line.text(end)) == 2:
        return True
    if line.text(end) == "." == line.text(end + 1):
        return line.shape(end + 2, Shape.NUMBER) or line.shape(end + 3, Shape.NUMBER)
    until = line.phrase(end, Kind.RANGE_TO)
    return until is not None and line.text(end) not in ("-", "to", "a", "au", "al", "bis zu", "~")


def has_more_of_hour(line: Line, end: int, clock: Clock) -> bool:
    """Three in the afternoon and a half, 8h du soir moins dix, 10:30 P, at 20 past."""
    if line.text(end) in ("a", "p") and line.shape(end - 1, Shape.NUMBER):
        is_letter = line.tokens[end].capitals and not line.sign(end + 1, "./&-")
        return is_letter and clock.half is None and clock.hour <= _NOON
    if line.phrase(end, Kind.AND_HALF) is not None:
        return True
    for kind, amounts in (
        (Kind.HOUR_PLUS, (Kind.QUARTER,)),
        (Kind.HOUR_MINUS, (Kind.QUARTER, Kind.NUMBER)),
    ):
        word = line.phrase(end, kind)
        if word is not None and line.phrase(word.end, *amounts) is not None:
            return True
    return _is_bare(line, end, clock) and _goes_on_in_words(line, end)


def _is_bare(line: Line, end: int, clock: Clock) -> bool:
    """Whether a clock is a number and nothing else: "at 20", "à dix"."""
    number = line.digits(end - 1) is not None and line.text(end - 2) not in (":", ".", "h")
    spelled = line.phrase(end - 1, Kind.NUMBER) is not None
    return clock.half is None and (spelled or (number and clock.minute == 0))


def _goes_on_in_words(line: Line, end: int) -> bool:
    """At 20 past, um 20 nach; à dix neuf soixante."""
    past = line.phrase(end, Kind.AFTER_HOUR)
    more = line.phrase(end, Kind.NUMBER) if line.phrase(end - 1, Kind.NUMBER) else None
    return past is not None or (more is not None and more.value > 1)


def has_offset(line: Line, end: int) -> bool:
    """15:00 -0500, 10:30 PM -0500."""
    sign = line.text(end) in ("+", "-") and line.joined(end + 1)
    return sign and line.digits(end + 1, longest=4) is not None and len(line.text(end + 1)) == 4


def has_their_clock(line: Line, end: int) -> bool:
    """2pm (her 8am), 14 Uhr = ihre 8 Uhr: the same moment by another clock, perhaps."""
    at = end
    while line.shape(at, Shape.SIGN) and line.text(at) in "(=/,[-":
        at += 1
    if at == end or line.text(at) not in _OWNERS or line.digits(at + 1, longest=4) is None:
        return False
    at += 2
    while line.shape(at, Shape.NUMBER) or line.sign(at, ":."):
        at += 1
    at = line.skip(at, Kind.MERIDIEM, Kind.O_CLOCK, Kind.HOURS)
    return line.text(at) in ("", ")", "]", ",") or line.shape(at, Shape.BREAK)


def follows_abbreviation(line: Line, start: int, says: Components) -> bool:
    """Tuesd. 2pm, mrg. 14 Uhr, pas. mañana 10h: a word with a dot that may be a day's."""
    before = start - 2 if line.text(start - 1) == "," else start - 1
    if not line.sign(before, ".") or not line.shape(before - 1, Shape.WORD):
        return False
    word = line.text(before - 1)
    return any(_abbreviates(word, name) for name in (_FIRST_WORDS if says.has_day else _NAMES))


def _abbreviates(word: str, name: str) -> bool:
    """Whether a word is the beginning of a name, or some of its consonants."""
    if len(word) > 1 and name.startswith(word):
        return True
    if (
        len(word) < _SHORTEST_SKELETON
        or word[0] != name[0]
        or any(each in "aeiouy" for each in word)
    ):
        return False
    letters = iter(name)
    return all(letter in letters for letter in word)


_NAMES = frozenset(word for word, _ in words_of(*_DAYS) if len(word) >= _SHORTEST_DAY)
_FIRST_WORDS = first_words_of(Kind.DAY)
