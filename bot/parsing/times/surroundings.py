"""Looks at the words around a time in a line for what may change its meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.calls.doubts import Reason
from bot.parsing.times.components import Components, Writing
from bot.parsing.times.joining import Expression
from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape, is_other_script
from bot.parsing.times.touching import (
    follows_abbreviation,
    goes_on,
    has_more_of_hour,
    has_offset,
    has_their_clock,
)

_OWNERS = frozenset(
    {"the", "our", "my", "his", "her", "their", "this", "that", "your"}
    | {"unser", "unsere", "unserem", "unseren", "mein", "meinen", "dein", "ihr", "ihre", "das"}
    | {"notre", "mon", "ma", "votre", "ton", "nuestra", "nuestro", "mi", "tu", "su"}
)
_ARTICLES = _OWNERS | {"der", "die", "den", "dem", "le", "la", "el"}
_OR = frozenset({"or", "oder", "ou", "o", "u", "/"})
_AND = frozenset({"and", "und", "et", "y", "&"})
_NOT = frozenset(
    {"not", "never", "don", "dont", "cancel", "cancelled", "except", "but", "than", "unless"}
    | {"neither", "longer"}
    | {"nicht", "nie", "niemals", "anstatt", "kein", "keine", "keinen", "außer", "statt"}
    | {"pas", "jamais", "sauf", "nunca", "jamas", "excepto", "salvo"}
)
_SHORT_DAYS = frozenset({"sat", "sun", "mon", "mar"})
"""Short for days, and words as well."""

_LONGEST_MAYBE = 3  # words
_NEAR = 4  # words between a "not" and the time that it is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What else in the line may say the day, or the part of the day."""

    day: bool
    part: bool
    ends: frozenset[int]  # the tokens after which a piece ends that is no time by itself
    days: frozenset[int]  # those of them that name a day


def surroundings(expressions: Sequence[Expression]) -> Surroundings:
    """
    Look at the pieces that are no time by themselves and touch none: "12/1 demo at 2pm".

    The day may belong to the clock or not; to leave it out would call on the wrong day.
    """
    weak = [one for one in expressions if not one.strong]
    said = [one.says for one in weak if not one.loose and not one.says.refusals]
    return Surroundings(
        day=any(one.has_day for one in said),
        part=any(one.part is not None for one in said),
        ends=frozenset(one.end for one in weak),
        days=frozenset(one.end for one in weak if one.says.weekday is not None),
    )


def doubts_around(line: Line, expression: Expression, around: Surroundings) -> Iterator[Reason]:
    """All doubts that the rest of the line raises about one time in it."""
    says = expression.says
    if _names_something(line, expression) or _maybe_near(line, expression):
        yield Reason.TIME_UNCLEAR
    if _has_alternative(line, expression, around) or _denied(line, expression.start):
        yield Reason.TIME_UNCLEAR
    if _beside_other_script(line, expression) and not _plain_day(says):
        yield Reason.TIME_UNCLEAR
    if goes_on(line, expression.end):
        yield Reason.TIME_RANGE
    if says.clock is not None and has_more_of_hour(line, expression.end, says.clock):
        yield Reason.TIME_UNCLEAR
    if says.clock is not None and (
        has_offset(line, expression.end) or has_their_clock(line, expression.end)
    ):
        yield Reason.TIME_ZONE_UNCLEAR
    if _ends_in_word(line, expression) or follows_abbreviation(line, expression.start, says):
        yield Reason.TIME_DAY_UNCLEAR
    if says.clock is not None and around.day and not says.has_day:
        yield Reason.TIME_DAY_UNCLEAR
    if around.part and _may_be_either_half(says):
        yield Reason.TIME_BARE_HOUR


def _ends_in_word(line: Line, expression: Expression) -> bool:
    """Whether the day behind a clock may be a word of what follows: sun cream, mon ami."""
    last, end = expression.end - 1, expression.end
    follows = line.shape(end, Shape.WORD) and (not line.known(end) or line.text(end) in _AND)
    short = line.text(last) in _SHORT_DAYS and last > expression.start
    return short and follows and not line.joined(end) and not line.tokens[last].capital


def _plain_day(says: Components) -> bool:
    return says.has_day or says.clock is None


def _beside_other_script(line: Line, expression: Expression) -> bool:
    """Whether a word that cannot be read touches a clock: it may say which day."""
    before = expression.start - (2 if line.shape(expression.start - 1, Shape.SIGN) else 1)
    after = expression.end + (1 if line.shape(expression.end, Shape.SIGN) else 0)
    return is_other_script(line.text(before)) or is_other_script(line.text(after))


def _may_be_either_half(says: Components) -> bool:
    clock = says.clock
    if clock is None or says.part is not None:
        return False
    return clock.half is None and clock.writing is not Writing.EXACT


def _names_something(line: Line, expression: Expression) -> bool:
    """Whether a clock after an article names a thing: the 2pm meeting, our friday 2pm slot."""
    if expression.says.clock is None:
        return False
    number = line.shape(expression.start, Shape.NUMBER)
    day = line.phrase(expression.start, Kind.WEEKDAY) is not None
    before = line.text(expression.start - 1)
    return (number and before in _ARTICLES) or (day and before in _OWNERS)


def _maybe_near(line: Line, expression: Expression) -> bool:
    """Whether "perhaps" or "or so" stands beside it."""
    before = any(
        one.end + (1 if line.text(one.end) == "." else 0) == expression.start
        for at in range(expression.start - _LONGEST_MAYBE, expression.start)
        for one in line.all(at, Kind.MAYBE)
    )
    bracket = 1 if line.text(expression.end) == "(" else 0
    behind = line.phrase(expression.end + bracket, Kind.MAYBE)
    return before or behind is not None


def _has_alternative(line: Line, expression: Expression, around: Surroundings) -> bool:
    """Mo oder Di 14 Uhr, 3rd or 4th December, Mon, Tue 9am, in an hour or two, maybe three."""
    link = expression.start - 1
    if line.text(link) == "," and link in around.days and expression.says.weekday is not None:
        return True
    if line.text(link) in _OR or line.text(link) in _AND:
        other = _is_number(line, link - 1) or link in around.ends
        return other and link - 1 not in line.dead
    after = expression.end + 1 if line.text(expression.end) == "," else expression.end
    maybe = line.phrase(after, Kind.MAYBE)
    if maybe is None and line.text(after) not in _OR:
        return False
    return _is_number(line, after + 1 if maybe is None else maybe.end)


def _is_number(line: Line, at: int) -> bool:
    """Whether a number stands there, in digits or words; one is an article as well."""
    spelled = line.phrase(at, Kind.NUMBER)
    said = line.phrase(at, Kind.ORDINAL) is not None or line.shape(at, Shape.NUMBER)
    return said or (spelled is not None and spelled.value > 1)


def _denied(line: Line, start: int) -> bool:
    """Don't call at 2pm, nicht um 14 Uhr: "not" a few words before, in the same clause."""
    for at in range(start - 1, max(-1, start - 2 - _NEAR), -1):
        if line.shape(at, Shape.BREAK) or line.text(at) in (",", ".", "(", ")", "|"):
            return False
        if line.text(at) in _NOT or (line.text(at) == "no" and _speaks_spanish(line)):
            return True
    return False


def _speaks_spanish(line: Line) -> bool:
    return line.locale.language is not None and line.locale.language.value == "es"
