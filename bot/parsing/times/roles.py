"""Says of each word what it may do in a time that no rule reads: one letter a phrase."""

from dataclasses import dataclass

from bot.parsing.times.counting import counts_at
from bot.parsing.times.kinds import Kind, Language, Unit
from bot.parsing.times.lexicon import Meaning
from bot.parsing.times.line import Line
from bot.parsing.times.loose_words import (
    CAPITAL_DAYS,
    COURSES,
    HABITUAL,
    HOURS_THAT_LAST,
    LOOSE_WORDS,
    NO_LIMITS,
    NO_TIMES,
    SHORT_WORDS,
)
from bot.parsing.times.tokens import Shape

_TIMES = (
    *(Kind.PART, Kind.PART_TODAY, Kind.VAGUE, Kind.WEEKDAY, Kind.WEEKDAYS, Kind.SAME_TIME),
    *(Kind.NEXT_WEEK, Kind.THIS_WEEK, Kind.MONTH_COUNTED, Kind.YEAR_COUNTED, Kind.HALF_PAST),
)
_PERIODS_AND_DAYS = (
    *(Kind.DURATION, Kind.FESTIVE, Kind.FEAST, Kind.DAY, Kind.DAY_OR_PART, Kind.LAST_DAY),
    *(Kind.WEEK, Kind.UNIT),
)
_ROLES: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("x", (Kind.PAST, Kind.GREETING, Kind.NOW)),
    ("T", _TIMES),  # says when, though not exactly
    ("P", _PERIODS_AND_DAYS),
    ("M", (Kind.MONTH,)),
    ("b", (Kind.NEXT, Kind.COMING)),
    ("B", (Kind.THIS,)),
    ("R", (Kind.REPEATS,)),
    ("O", (Kind.OPEN_RANGE,)),
    ("I", (Kind.IN,)),
    ("f", (Kind.FROM_NOW,)),
    ("x", (Kind.LAST, Kind.AGO, Kind.AGO_BEFORE)),
    ("s", (Kind.FEW,)),
    ("q", (Kind.QUARTER,)),
    ("p", (Kind.HOUR_PLUS, Kind.HOUR_MINUS)),
    ("y", (Kind.AFTER_HOUR,)),
    ("A", (Kind.AT_HOUR,)),
    ("o", (Kind.OF,)),
    ("r", (Kind.RANGE_TO,)),
    ("F", (Kind.RANGE_FROM,)),
    ("g", (Kind.ON, Kind.RANGE_AND, Kind.ABOUT)),
)
"""
In their order where one phrase may do several things; of several the longest counts.

T says when by itself, P a period, M a month, b and B lead to one (next, this), R repeats it, O and
I limit it (before, in), F opens a range, f ends an offset, s is some, q a quarter, p adds it, y
stands before its hour, A before an hour, o, r and g join, x is over. Besides: n is a number in
words, H one that may be an hour, N a larger one, c one that counts the next word, C a clock, d
and e are ordinals, D is a habit, h the hours of a clock, k the rest of a word, $ the end.
"""

_LAST_BEHIND = (Language.FRENCH, Language.SPANISH)  # the word for last follows its day
_MOST_MINUTES = 90
_SMALL_ORDINAL = 5  # 2nd interview, 3rd attempt
_LAST_DAY = 31
_NEAR_YEARS = 3
_CALLING_HOURS = range(7, 22)
_MOST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The letters of the phrases with which a line begins, and the token after each."""

    letters: str
    ends: tuple[int, ...]


def roles_of(line: Line, *, year: int) -> Roles:
    """Give the roles of the words with which a line begins; `$` says that there are no others."""
    letters, ends = "", []
    at = 0
    while at < len(line.tokens) and len(letters) < _MOST:
        role, end = _role(line, at, year, letters)
        if not role:
            break
        letters += role
        ends.append(end)
        at = end
        if _is_part_of_word(line, at):
            letters += "k"
            ends.append(at)
            break
    if all(each.shape is Shape.SIGN and each.text in ".!?)\"'*_" for each in line.tokens[at:]):
        letters += "$"
        ends.append(len(line.tokens))
    return Roles(letters=letters, ends=tuple(ends))


def _role(line: Line, at: int, year: int, before: str) -> tuple[str, int]:
    if at in line.misspelt and line.phrase(at, Kind.MONTH, Kind.WEEKDAY) is not None:
        return "", at  # Montage, augustly: other words
    if line.shape(at, Shape.NUMBER):
        return _number(line, at, year)
    if _is_short_day(line, at):
        return "T", line.skip(at, Kind.WEEKDAY_SHORT)
    weeks = line.phrase(at, Kind.WEEK_NUMBERED)
    if weeks is not None and line.digits(weeks.end) is not None:
        return "T", weeks.end + 1
    role, end = _phrase(line, at, before)
    if (spelled := _spelled(line, at, end, role)) is not None:
        return spelled
    hours = line.phrase(at, Kind.HOURS)
    if hours is not None and before.endswith(("H", "n")) and _is_word_for_hours(line, at):
        return "h", hours.end
    word = LOOSE_WORDS.get(line.text(at), "")
    in_course = line.text(at) in COURSES and "I" in before
    if in_course or (line.text(at) == "half" and before.endswith("n")):  # first half of May
        word = "B"
    return (word, at + 1) if word and end <= at + 1 and role != "q" else (role, end)


def _is_word_for_hours(line: Line, at: int) -> bool:
    """Whether a word makes a clock of a number, as heures does, and neither hours nor 24h."""
    return len(line.text(at)) > 2 and line.text(at) not in HOURS_THAT_LAST


def _spelled(line: Line, at: int, end: int, role: str) -> tuple[str, int] | None:
    """Give the role of a number in words, if it is nothing longer; one is an article too."""
    number = line.phrase(at, Kind.NUMBER, Kind.ORDINAL)
    if number is None or number.end < end or role in ("q", "R", "P"):
        return None
    if number.value == 1 and number.kind is Kind.NUMBER:
        return None if role == "A" else ("g", number.end)
    return _counting("n", line, number.end)


def _phrase(line: Line, at: int, before: str) -> tuple[str, int]:
    """Give the role of the longest phrase, the first of several."""
    best, end, kind = "", at, None
    for role, kinds in _ROLES:
        found = line.phrase(at, *kinds)
        if found is None or found.end <= end or _is_no_unit(line, at, found):
            continue
        best, end, kind = role, found.end, found.kind
    text = line.text(at) if end == at + 1 else ""
    if before.endswith(("H", "N", "C", "n")) and line.phrase(at, Kind.RANGE_TO) is not None:
        return "r", line.skip(at, Kind.RANGE_TO)
    if before.endswith(("q", "H", "N", "n")) and _is_beside_hour(line, at, before):
        return "y", line.skip(at, Kind.AFTER_HOUR, Kind.BEFORE_HOUR)
    if text in NO_TIMES or (best == "O" and text in NO_LIMITS):
        return "", at
    if kind in (Kind.AGO, Kind.LAST) and not _is_over(line, at, before):
        return "", at
    if kind is Kind.OPEN_RANGE:
        return _limit(line, at, before), end
    return ("D" if best == "R" and text.endswith(HABITUAL) else best), end


def _is_over(line: Line, at: int, before: str) -> bool:
    """Whether it is "2 days back", "semaine passée"; not "later back office", "Thu final demo"."""
    if line.phrase(at, Kind.AGO) is not None:
        return before.endswith(("P", "h"))
    behind = any(each.language in _LAST_BEHIND for each in line.all(at, Kind.LAST))
    return behind or not before.endswith("T")


def _is_beside_hour(line: Line, at: int, before: str) -> bool:
    """Whether it is the "past" of a quarter past, or the "nach" of zehn nach."""
    kinds = (Kind.AFTER_HOUR, Kind.BEFORE_HOUR) if before.endswith("q") else (Kind.AFTER_HOUR,)
    return line.phrase(at, *kinds) is not None


def _limit(line: Line, at: int, before: str) -> str:
    """Tell "before 4" from "the past week", and German "des" from French "dès"."""
    if before and line.phrase(at, Kind.LAST) is not None:
        return "x"
    own = line.locale.language
    foreign = all(each.language is not own for each in line.all(at, Kind.OPEN_RANGE))
    return "g" if foreign and any(one.language is own for one in line.all(at, Kind.ON)) else "O"


def _is_no_unit(line: Line, at: int, found: Meaning) -> bool:
    """Whether it is the second interview, or a letter."""
    if found.kind is not Kind.UNIT:
        return False
    is_letter = len(line.text(at)) == 1 and not line.joined(at)
    return found.value == Unit.SECOND or is_letter


def _is_short_day(line: Line, at: int) -> bool:
    """Whether it is a weekday of the reader's language, and no word in it: mon, Di, jeu."""
    day = line.phrase(at, Kind.WEEKDAY_SHORT)
    if day is None or line.text(at) in NO_TIMES:
        return False
    if line.text(at) in CAPITAL_DAYS and not _with_capitals(line, at):
        return False
    own = line.locale.language
    return any(
        each.language is own
        or (each.language is Language.ENGLISH and line.text(at) not in SHORT_WORDS)
        for each in line.all(at, Kind.WEEKDAY_SHORT)
    )


def _with_capitals(line: Line, at: int) -> bool:
    """Whether it is "So Demo", and not "so far", "So viele Fragen"."""
    return line.tokens[at].capital and at + 1 < len(line.tokens) and line.tokens[at + 1].capital


def _number(line: Line, at: int, year: int) -> tuple[str, int]:
    digits = line.text(at)
    if at in line.dead or len(digits) > 4 or (line.joined(at) and line.text(at - 1) in "#$€£"):
        return "", at
    clock = _clock_in_digits(line, at, year)
    if clock is not None:
        return _counting("C", line, clock)
    suffix = _ordinal_suffix(line, at + 1)
    if suffix is not None and line.joined(at + 1) and int(digits) <= _LAST_DAY:
        return "d" if int(digits) > _SMALL_ORDINAL else "e", suffix.end
    if len(digits) > 2 or int(digits) > _MOST_MINUTES or line.sign(at + 1, ".,:%€$£"):
        return "", at
    return _counting("H" if int(digits) <= 24 else "N", line, at + 1)


def _ordinal_suffix(line: Line, at: int) -> Meaning | None:
    """Read 22nd, and 22e where French is read; not the German 12er Paket."""
    own = (line.locale.language, Language.ENGLISH)
    suffixes = line.all(at, Kind.ORDINAL_SUFFIX)
    return next((each for each in suffixes if each.language in own), None)


def _clock_in_digits(line: Line, at: int, year: int) -> int | None:
    """Read 1730 and 14.30, and neither the year nor a version as a clock."""
    digits, end = line.text(at), at + 1
    dotted = len(digits) <= 2 and line.sign(end, ".") and line.joined(end + 1)
    if dotted and len(line.text(end + 1)) == 2 and line.digits(end + 1) is not None:
        hour, minute, end = int(digits), int(line.text(end + 1)), end + 2
    elif len(digits) == 4 and abs(int(digits) - year) > _NEAR_YEARS:
        hour, minute = divmod(int(digits), 100)
    else:
        return None
    goes_on = line.sign(end, ".,:/%€$£") and not (
        line.text(end) == "." and not line.joined(end + 1)
    )
    fits = hour in _CALLING_HOURS and minute < 60 and minute % 5 == 0
    return end if fits and not goes_on else None


def _counting(role: str, line: Line, end: int) -> tuple[str, int]:
    """Leave out a number that counts the next word: 12 seats."""
    counts = line.text(end) not in LOOSE_WORDS and counts_at(line, end)
    return ("c" if counts else role), end


def _is_part_of_word(line: Line, at: int) -> bool:
    """Morning-person, tomorrow's; not twelve-oh-three."""
    glued = line.sign(at, "-'") and line.joined(at + 1) and line.shape(at + 1, Shape.WORD)
    if line.text(at - 1) in ("mid", "mi"):
        return False
    if line.text(at) == "'":
        return glued and line.text(at + 1) == "s"
    return glued and line.phrase(at + 1, Kind.NUMBER) is None
