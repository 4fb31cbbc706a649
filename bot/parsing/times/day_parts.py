"""Reads parts of the day, and knows which hours they have."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.parsing.times.components import Components, Piece, Strength
from bot.parsing.times.kinds import Kind, Part
from bot.parsing.times.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """The hours of a part of the day: `first` up to `last`, and the one to propose."""

    first: int
    last: int
    propose: int


HOURS = {
    Part.EARLY_MORNING: Hours(first=4, last=11, propose=8),
    Part.MORNING: Hours(first=4, last=12, propose=9),
    Part.LATE_MORNING: Hours(first=7, last=12, propose=11),
    Part.MIDDAY: Hours(first=11, last=14, propose=12),
    Part.AFTERNOON: Hours(first=12, last=19, propose=15),
    Part.LATE_AFTERNOON: Hours(first=14, last=19, propose=17),
    Part.EVENING: Hours(first=16, last=24, propose=18),
    Part.LATE_EVENING: Hours(first=18, last=24, propose=20),
    Part.NIGHT: Hours(first=18, last=24, propose=20),
    Part.SMALL_HOURS: Hours(first=0, last=6, propose=6),
    Part.END_OF_DAY: Hours(first=12, last=20, propose=17),
}


def read_parts(line: Line, start: int) -> Iterator[Piece]:
    """Parts of the day that begin at `start`: in the morning, heute Abend, esta tarde."""
    word = line.phrase(start, Kind.PART)
    if word is not None:
        strength = Strength.LOOSE if word.end == start + 1 else Strength.WEAK
        says = Components(part=Part(word.value))
        yield Piece(start=start, end=word.end, says=says, strength=strength)
    today = line.phrase(start, Kind.PART_TODAY)
    if today is None and (this := line.phrase(start, Kind.THIS)) is not None:
        today = line.phrase(this.end, Kind.PART) or line.phrase(this.end, Kind.DAY_OR_PART)
    if today is not None:
        part = Part.MORNING if today.kind is Kind.DAY_OR_PART else Part(today.value)
        yield Piece(start=start, end=today.end, says=Components(part=part, days=0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An hour of a twelve-hour clock, placed in its part of the day; `sure` if it fits."""

    hour: int
    next_day: bool = False
    sure: bool = True


def place(hour: int, part: Part) -> Placed:
    """Which of the two hours that 8 can mean lies in the part of the day."""
    hours = HOURS[part]
    morning, evening = hour % 12, hour % 12 + 12
    if part is Part.NIGHT and morning < 6:
        return Placed(hour=morning, next_day=True, sure=False)
    if part is Part.EVENING and morning == 0:
        return Placed(hour=0, next_day=True, sure=False)
    if part in (Part.EARLY_MORNING, Part.MORNING) and morning == 0:
        return Placed(hour=evening, sure=False)  # 12 in the morning
    fitting = [one for one in (morning, evening) if hours.first <= one <= hours.last]
    if fitting:
        return Placed(hour=fitting[0], sure=len(fitting) == 1)
    before_noon = part <= Part.LATE_MORNING or part is Part.SMALL_HOURS
    return Placed(hour=morning if before_noon else evening, sure=False)


def contradicts(hour: int, part: Part) -> bool:
    """Whether an exact hour lies clearly outside the part of the day."""
    hours = HOURS[part]
    if part is Part.NIGHT:
        return 6 <= hour < 18
    if part is Part.MORNING:
        return hour > 12
    return not hours.first - 1 <= hour <= hours.last + 1
