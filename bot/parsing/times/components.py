"""What a piece of text says about a time: each component is known, or it is None."""

from dataclasses import dataclass, field, fields, replace
from enum import Enum, auto
from typing import Literal

from bot.calls.doubts import Reason
from bot.parsing.times.kinds import Language, Part


class Writing(Enum):
    """How a clock time was written: what that tells about the half of the day."""

    EXACT = auto()  # 14:30, 09:30, noon: no other half is possible
    DIGITAL = auto()  # 9:30
    HOURS = auto()  # 9 Uhr, 9h
    SPOKEN = auto()  # at nine, half past nine


class Turn(Enum):
    """Which of several weekdays is meant."""

    THIS = auto()
    NEXT = auto()
    COMING = auto()
    AFTER_NEXT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day; `half` is 0 for am, 12 for pm, None where it was not said."""

    hour: int
    minute: int = 0
    second: int = 0
    half: Literal[0, 12] | None = None
    writing: Writing
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time: months and days by the calendar, seconds by the clock."""

    months: int = 0
    days: int = 0
    workdays: int = 0
    seconds: int = 0
    rough: bool = field(default=False, compare=False)  # a few hours, 1.5 days

    def plus(self, other: "Duration") -> "Duration":
        """Both, one after the other."""
        return Duration(
            months=self.months + other.months,
            days=self.days + other.days,
            workdays=self.workdays + other.workdays,
            seconds=self.seconds + other.seconds,
            rough=self.rough or other.rough,
        )

    @property
    def whole_weeks(self) -> bool:
        """Whether it counts weeks and nothing else."""
        return self == Duration(days=self.days) and self.days % 7 == 0

    @property
    def by_calendar(self) -> bool:
        """Whether it counts days or months, and no hours."""
        return bool(self.months or self.days or self.workdays) and not self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """
    A zone that was named: an IANA name or an offset; several if the name has several, and none if
    nobody knows it. `theirs` says that the contact's was meant.
    """

    names: tuple[str, ...] = ()
    offset_minutes: int | None = None
    sure: bool = True
    standard_only: bool | None = None  # EST says winter time, EDT says summer time
    theirs: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is any zone in particular."""
        return bool(self.names) or self.offset_minutes is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """All that can be said about a time; `doubts` ask, `refusals` leave no value."""

    clock: Clock | None = None
    part: Part | None = None
    days: int | None = None
    weekday: int | None = None
    turn: Turn | None = None
    weeks: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    swaps: bool | None = None  # digits that name a day in the other order too
    months: int | None = None  # counted from this month
    years: int | None = None  # counted from this year
    feast: int | None = None  # one that moves
    nth: int | None = None  # which of a month's weekdays; -1 is the last
    duration: Duration | None = None
    from_weekday: bool | None = None  # the duration is counted from the weekday
    shift: int | None = None  # so many seconds after the time that is said, or before it
    zone: Zone | None = None
    now: bool | None = None
    same_time: bool | None = None  # at this time of another day
    doubts: frozenset[Reason] = field(default_factory=frozenset)
    refusals: frozenset[Reason] = field(default_factory=frozenset)

    @property
    def has_day(self) -> bool:
        """Whether anything says which day it is."""
        counted = (self.days, self.weekday, self.weeks, self.duration, self.nth, self.feast)
        dated = (self.day, self.month, self.year, self.months, self.years)
        return any(value is not None for value in counted + dated)

    @property
    def has_clock(self) -> bool:
        """Whether it names one minute."""
        exact = self.duration is not None and not self.duration.by_calendar
        return exact or any(said is not None for said in (self.clock, self.now, self.same_time))

    def doubted(self, *reasons: Reason) -> "Components":
        """Ask about it, for these reasons."""
        return replace(self, doubts=self.doubts | frozenset(reasons))

    def refused(self, *reasons: Reason) -> "Components":
        """Leave it without a value, for these reasons."""
        return replace(self, refusals=self.refusals | frozenset(reasons))


_UNITED = ("doubts", "refusals")
_SINGLE = tuple(one.name for one in fields(Components) if one.name not in _UNITED)


def merge(first: Components, second: Components) -> Components | None:
    """Both together, or None if they say two things about one component."""
    if _exclude_each_other(first, second):
        return None
    known: dict[str, object] = {}
    for name in _SINGLE:
        one, other = getattr(first, name), getattr(second, name)
        if one is not None and other is not None and not _same(one, other):
            return None
        known[name] = other if one is None else one
    united = {name: getattr(first, name) | getattr(second, name) for name in _UNITED}
    merged = Components(**known, **united)  # type: ignore[arg-type]
    two_parts = None not in (first.part, second.part) and first.part != second.part
    return merged.doubted(Reason.TIME_UNCLEAR) if two_parts else merged


def _same(one: object, other: object) -> bool:
    """Whether the second only repeats the first: evenings at night, 12:00 noon."""
    if isinstance(one, Clock) and isinstance(other, Clock):
        return (one.hour, one.minute) == (other.hour, other.minute)
    return isinstance(one, Part) and isinstance(other, Part) and _group(one) == _group(other)


def _group(part: Part) -> Part:
    """Return the morning for the early morning, and so on."""
    groups = {
        Part.EARLY_MORNING: Part.MORNING,
        Part.LATE_MORNING: Part.MORNING,
        Part.LATE_AFTERNOON: Part.AFTERNOON,
        Part.LATE_EVENING: Part.EVENING,
    }
    return groups.get(part, part)


def _exclude_each_other(first: Components, second: Components) -> bool:
    """Let a more exact word explain a day before it, not the other way round."""
    if second.days is not None and (first.weekday is not None or first.day is not None):
        return True
    if first.days is not None and second.day is not None and second.month is None:
        return True
    if first.weeks is not None and first.weeks < 0 and second.days is not None:
        return True  # demo last week, tomorrow 1pm
    return _alone(first, second) or _alone(second, first)


def _alone(one: Components, other: Components) -> bool:
    """Whether `one` is a whole time or day by itself, and `other` names another."""
    if one.now is not None:
        return _any_known(other, "clock", "part", "duration", "weekday", "weeks", "day", "months")
    if one.duration is None:
        return False
    counted = () if one.duration.whole_weeks else ("weekday", "days")
    return _any_known(other, "day", "weeks", *counted)


def _any_known(says: Components, *names: str) -> bool:
    return any(getattr(says, name) is not None for name in names)


class Strength(Enum):
    """Whether a piece is a time by itself."""

    STRONG = auto()
    WEAK = auto()  # only next to another piece: "sun", "the 5th", "in the morning"
    LOOSE = auto()  # only where it fills a gap: "late", "10"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Tokens `start` up to `end`, and what they say, or, read in another way, may say."""

    start: int
    end: int
    says: Components
    instead: Components | None = None
    strength: Strength = Strength.STRONG
