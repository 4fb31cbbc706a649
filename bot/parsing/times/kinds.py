"""The kinds of words that time expressions are made of."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum, auto
from types import MappingProxyType


class Language(StrEnum):
    """A language whose words for times are known."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"
    OTHER = "mul"


class Kind(IntEnum):
    """What a word or phrase does in a time expression."""

    NUMBER = auto()
    FEW = auto()  # how many, roughly
    ORDINAL = auto()  # third: the day of a month
    ORDINAL_SUFFIX = auto()  # the "rd" of 3rd
    MONTH = auto()
    WEEKDAY = auto()
    WEEKDAY_SHORT = auto()  # so, di, sun: words and names too
    WEEKDAYS = auto()  # mondays, montags
    DAY = auto()  # tomorrow: days from today
    DAY_OR_PART = auto()  # morgen, mañana: tomorrow, or the morning
    PART = auto()  # in the morning
    PART_TODAY = auto()  # tonight
    NEXT = auto()
    AFTER_NEXT = auto()  # übernächsten freitag, friday after next
    COMING = auto()
    THIS = auto()
    LAST = auto()
    WEEK = auto()
    WEEK_NUMBERED = auto()  # week 49, KW 49
    WEEK_LATER = auto()  # friday week
    NEXT_WEEK = auto()
    THIS_WEEK = auto()
    MONTH_COUNTED = auto()  # of next month: months from this one
    YEAR_COUNTED = auto()  # next year: years from this one
    UNIT = auto()
    DURATION = auto()  # half an hour: minutes
    AND_HALF = auto()
    HALF = auto()  # two and a half: also before the unit
    IN = auto()
    FROM_NOW = auto()
    FROM = auto()  # two days from tomorrow
    AGO = auto()
    AGO_BEFORE = auto()  # vor 2 Tagen, il y a 2 jours
    MERIDIEM = auto()
    O_CLOCK = auto()
    HOURS = auto()  # 14 Uhr 30, 14h30
    NOON = auto()
    MIDNIGHT = auto()
    HALF_PAST = auto()  # half past 3
    HALF_HOUR = auto()  # half eight: 8:30 to the British
    HALF_TO = auto()  # halb vier
    QUARTER = auto()
    QUARTER_OF = auto()  # viertel vier, dreiviertel vier
    MINUTES = auto()
    AFTER_HOUR = auto()  # ten past three
    BEFORE_HOUR = auto()  # ten to three
    HOUR_PLUS = auto()  # tres y diez, trois heures et quart
    HOUR_MINUS = auto()  # tres menos diez
    AT = auto()
    AT_HOUR = auto()  # says that a bare number is an hour
    ABOUT = auto()
    ON = auto()
    DAY_OF_MONTH = auto()  # the 5th, am 5., le 5, el día 5
    OF = auto()
    SAME_TIME = auto()  # this time tomorrow
    NOW = auto()
    VAGUE = auto()
    REPEATS = auto()
    PAST = auto()
    RANGE_FROM = auto()
    RANGE_TO = auto()
    RANGE_AND = auto()
    OPEN_AFTER = auto()  # 3pm at the latest, 15 Uhr oder später
    OPEN_RANGE = auto()  # after 3pm, before 5
    POLITE = auto()
    GREETING = auto()  # good morning: no time
    MAYBE = auto()
    ZONE_OF = auto()  # heure de Paris
    ZONE_TIME = auto()  # Berlin time
    ZONE_UNKNOWN = auto()  # their time; 1: there, only behind a clock; 2: a place; 3: see `zones`
    DAY_ELSEWHERE = auto()  # domani, завтра: days from today, to be asked about
    WEEKDAY_ELSEWHERE = auto()  # maandag
    AT_ELSEWHERE = auto()  # alle, om, в: glue next to such a day
    FESTIVE = auto()  # christmas: month and day, as 1225
    FEAST = auto()  # a feast that moves: days after Easter Sunday, or a `Feast`
    LAST_DAY = auto()  # monatsletzter


class Part(IntEnum):
    """A part of the day."""

    EARLY_MORNING = 1
    MORNING = 2
    LATE_MORNING = 3
    MIDDAY = 4
    AFTERNOON = 5
    LATE_AFTERNOON = 6
    EVENING = 7
    LATE_EVENING = 8
    NIGHT = 9
    SMALL_HOURS = 10
    END_OF_DAY = 11


class Unit(IntEnum):
    """A unit that durations are counted in."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAY = 4
    WEEK = 5
    MONTH = 6
    YEAR = 7
    WORKDAY = 8


class Feast(IntEnum):
    """A feast that moves, but not with Easter; the day is in its name or its year."""

    THANKSGIVING = 1000
    BLACK_FRIDAY = 1001
    CYBER_MONDAY = 1004
    FIRST_ADVENT = 2000
    SECOND_ADVENT = 2007
    THIRD_ADVENT = 2014
    FOURTH_ADVENT = 2021


Vocabulary = Mapping[Kind, Mapping[int, str]]
"""For each kind and value the phrases that mean it, apart by `|`; a last dot may be left out."""


def vocabulary(words: dict[Kind, dict[int, str]]) -> Vocabulary:
    """Freeze a language's words."""
    return MappingProxyType(words)
