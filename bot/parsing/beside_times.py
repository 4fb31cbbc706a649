"""Words and digits beside a time that may belong to it, or count something else."""

import re

from bot.parsing.found import Span
from bot.parsing.slack_text import MASK
from bot.parsing.times import counts_word_at

_COUNT = re.compile(
    r"(?:(?P<before>[^\W\d_]+)\.?[\s,–-]+|(?<!\S))"
    r"(?P<count>(?:\bon )?\bthe (?:first|second|third|fourth|fifth|sixth|seventh)|"
    r"\d{1,3}(?:(?P<english>st|nd|rd|th)|e|er|[eè]re|[eè]me|[ºª.])?)\Z",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\b(?:UTC|GMT) ?[–-]\d{1,2}\Z", re.IGNORECASE)
_UP_TO = re.compile(r"(?:[-–—~]|\.\.\.?|…) ?\Z")
_COUNTED = re.compile(r"(?:-\d{1,3})? (?!of\b|at\b|um\b|à\b)[^\W\d_]{3,}")
_BEFORE_HOUR_OR_DAY = re.compile(
    r"(?:at|um|à|a|las?|on|the|de[nm]|am|el|le|gegen|around|about|ca|approx|noon|next|nach|vor|"
    r"past|to|halb|viertel|quarter|et|moins|y|menos|und|and|"
    r"jan|feb|mar|m[aä]r|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|f[ée]v|avr|ao[uû]|"
    r"d[ée]c|"
    r"ene|abr|ago|dic|janv)[^\W\d_]*",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(
    r"on|the|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[^\W\d_]*", re.IGNORECASE
)
_DATE = r"(?!24/7\b)(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4}|\.(?!\d))?|\d{4}[-/]\d{1,2}[-/]\d{1,2})"
_DATE_BEFORE = re.compile(rf"(?<![\w.,/-])(?:{_DATE}|\d{{1,2}}-\d{{1,2}})[\s,–-]*\Z")
_DIGITS_BEFORE = re.compile(
    rf"(?:\A|[{MASK},;|\n])\s*(?:[0-3]?\d [01]?\d|[0-3]\d[01]\d(?:\d\d)?|"
    r"20\d\d[01]\d[0-3]\d)\s*\Z"
)
"""3 12, 031226: a date, perhaps, where no word says what else."""

_CLOCK_LIKE = re.compile(
    r"(?<![\w.@/-])[^\W\d_]{2,9}\d{1,2}(?:[:h][0-5]\d(?![\w:])|(?:[ap]m|uhr|h)\b)|"
    r"[\U0001F550-\U0001F567⏰]|:(?:clock\d{1,4}|alarm[_ ]clock):|"
    r"(?<![\w.,:/-])(?:[0-2lIO]?[\dlIO]:[0-5Oo][\dOoIl](?: ?[ap]m)?(?![\w:])|"
    r"[0-2]?\d(?: ?:: ?| :|: |['’])[0-5][05](?![\w:]|[ ,]*[^\W\d_])|\d{1,2} ?(?:[ap]m|uhr)\b)",
    re.IGNORECASE,
)
"""15:00/16:00, 15: 00, 15:3O, do14uhr, :clock3:"""

_DATE_ALONE = re.compile(
    rf"(?:^|[{MASK},;|\n(])[ \t]*(?P<date>(?!24/7\b)(?:\d{{1,2}}\./)?\d{{1,2}}"
    r"(?:\.\d{1,2}\.(?:\d{2,4})?|/\d{1,2}(?:/\d{2,4})?))"
    r"(?![\w%€$/])"
)
_CLOCK_AT_END = re.compile(
    r"(?<=[^\W\d_] )(?P<date>(?:0?[7-9]|1\d|20)\.[0-5][05])"
    rf"(?= *(?:\Z|[{MASK},;|\n!)]))"
)
"""Demo 14.30."""

_DATE_AT_END = re.compile(
    r"(?<=[^\W\d_] )(?P<date>\d{1,2}\.\d{1,2}\.(?:20\d\d|\d\d)?|\d{1,2}/\d{1,2}(?:/(?:20)?\d\d)?)"
    rf"(?= *(?:\Z|[{MASK},;|\n!)]))"
)
"""Demo 26.12."""

_HOUR = re.compile(r"(?<!\d)\d{1,2} ?(?:uhr|h|heures?|horas?)\Z", re.IGNORECASE)
_HOUR_BEFORE = re.compile(r"\d ?(?:uhr|h|heures?|horas?) \Z", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(
    r"(?:hours?|hrs?|h|stunden?|std|heures?|horas?|uhr|o'?clock)\b[ ,;–-]{1,3}"
    r"\d{1,2} ?min(?:ut\w+)?\.?\Z",
    re.IGNORECASE,
)
_MINUTES = re.compile(r" [0-5]\d (?=[^\W\d_])")
_NAMED_ZONE = re.compile(
    r"[ ,(]+(?:[A-ZÀ-Þ][^\W\d_]+[ -]){1,3}(?:[tT]ime|Zeit)\b|"
    r"[ ,(]+(?:heure|hora) (?:de |du |d['’])(?:la |los |las )?[A-ZÀ-Þ]"
)
"""A place behind a clock that is none that we know: "2pm Dallas time"."""

_NOON_AND = re.compile(r"\bmidi et (?:deux|2|une|1|trois|3)\b", re.IGNORECASE)
_ABOUT_ISH = re.compile(r"[ -]?ish\b", re.IGNORECASE)
_OPEN_BEFORE = re.compile(r"(?<=[^\n=-])[<>≥≤]=?\Z", re.IGNORECASE)
_OPEN_APART = re.compile(r"(?<=[^\n=-])(?P<sign>[<>≥≤])=? \Z")
_FRACTION = re.compile(r"(?<![\d/])(?:1/2|[12]/3|[13]/4|[1-4]/5)\Z")
_WORD_BEHIND = re.compile(r" [^\W\d_]{2}")
"""11:15 2/3 of the team: a part, and no day in March."""

_OPEN_BEHIND = re.compile(r"\+(?!\d)")
""">3pm, 3pm+: from then on."""

_LENGTH = re.compile(r"\d{1,2} ?(?:h|hrs?|std|mins?)\.?", re.IGNORECASE)
_LASTING = re.compile(
    r"(?:[3-9]\d|\d{3}) ?h\b|"
    r"\d{1,3} ?h[ -](?:shifts?|schicht\w*|woche|week|notice|notdienst|turnos?|delay|"
    r"turnaround|sla)\b",
    re.IGNORECASE,
)
"""18h shift, 40h Woche: how long something lasts."""

_BARE_LENGTH = re.compile(
    r"\d{1,3} ?(?:h|hrs?|hours?|std|stunden?|mins?|minut(?:e|es|en|os?)|heures?|horas?)\.?",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"(?:since|seit|depuis)\b", re.IGNORECASE)
_SUITS = re.compile(r" (?:is|was|works?|suits?|fits?|would|will|ist|passt|wäre)\b", re.IGNORECASE)
"""Since Friday 10am works: that is why, and when."""

_NUMBERED_THING = re.compile(
    r"\b(?:round|step|phase|stage|part|option|level|tier|plan|version|attempt|interview|session|"
    r"module|batch|runde|schritt|stufe|teil|versuch|gespräch|modul|étape|partie|essai|"
    r"entretien|ronda|fase|paso|parte|intento|entrevista|opción|room|raum|zimmer|salle|sala|"
    r"release|ios|android|windows|python|kapitel|chapter|section|abschnitt) "
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?)(?![\w:./])"
    r"(?! ?(?:uhr|h|heures?|horas?|o'?clock|[ap]\.?m)\b)",
    re.IGNORECASE,
)
"""Round 2 at 3pm: no second of a month."""


def count_at_end(text: str, time: Span) -> Span | None:
    """Find a number that a time ends with though it counts the next word: "2pm, 12 seats"."""
    last = _COUNT.search(text, max(time.start, time.end - 40), time.end)
    if last is None or not _COUNTED.match(text, time.end):
        return None
    if _OFFSET.search(text, time.start, time.end):
        return None
    if last["before"] and _leads_to_number(text, last):
        return None
    if _goes_on_to(text, time, last) and not counts_word_at(text, time.end):
        return None
    return Span(start=last.start("count"), end=time.end)


def _goes_on_to(text: str, time: Span, last: re.Match[str]) -> bool:
    """Whether a number may end a stretch of time, or be minutes: "1pm-3 demo", "14 h 30 démo"."""
    start = last.start("count")
    is_two_digits = last["count"].isdecimal() and len(last["count"]) == 2
    has_minutes = is_two_digits and _HOUR_BEFORE.search(text, time.start, start)
    return bool(has_minutes or _UP_TO.search(text, time.start, start))


def number_of_thing(text: str, time: Span) -> Span | None:
    """Find a number that a time begins with though the word before it has it: "round 2, 3pm"."""
    if not text[time.start].isdigit():
        return None
    found = _NUMBERED_THING.search(text, max(0, time.start - 16), time.end)
    if found is None or found.start("number") != time.start or found.end() == time.end:
        return None
    return Span(start=found.start("number"), end=found.end("number"))


def has_begun_or_lasts(text: str, time: Span) -> bool:
    """Whether it is since when, or how long: nothing that a call could be at."""
    begun = _BEGUN.match(text, time.start) and not _SUITS.match(text, time.end)
    return bool(begun or _LASTING.match(text, time.start))


def _leads_to_number(text: str, last: re.Match[str]) -> bool:
    """Whether the word before a number makes an hour or a day of it, and no "2pm, 12 seats"."""
    is_half_of_day = text[: last.start("before")].rstrip(" ")[-1:].isdigit()
    between = text[last.end("before") : last.start("count")].strip()
    is_apart = bool(between)
    if between in {".", "-"} and _BEFORE_DAY.fullmatch(last["before"]):
        return True  # Dec. 2, aug-20
    if is_apart or (is_half_of_day and last["before"].casefold() == "am"):
        return False
    leading = _BEFORE_DAY if last["english"] else _BEFORE_HOUR_OR_DAY
    return leading.fullmatch(last["before"]) is not None


def may_have_minutes(text: str, time: Span) -> bool:
    """
    Whether digits behind an hour may be its minutes or a quantity: "9 Uhr 30 Angebote", "in 2
    hours, 30 min intro".
    """
    hour = _HOUR.search(text, max(time.start, time.end - 12), time.end)
    if hour is not None and _MINUTES.match(text, time.end) is not None:
        return True
    length = _HOURS_AND_MINUTES.search(text, max(time.start, time.end - 30), time.end)
    return length is not None and _COUNTED.match(text, time.end) is not None


def is_beside_date(text: str, time: Span) -> bool:
    """Whether digits like those of a date touch a time, so that it may be of that day."""
    begin = max(0, time.start - 16)
    before = text[begin : time.start]
    if text[time.start].isdigit() and _DIGITS_BEFORE.search(text, begin, time.start):
        return True
    return _DATE_BEFORE.search(before) is not None


def is_beside_more(text: str, time: Span) -> bool:
    """Whether what stands beside a time says another day, hour or zone than what was read."""
    before, behind = text[max(0, time.start - 16) : time.start], text[time.end : time.end + 48]
    return bool(
        (_FRACTION.search(text, time.start, time.end) and _WORD_BEHIND.match(behind))
        or _OPEN_BEFORE.search(before)
        or ((apart := _OPEN_APART.search(before)) and text.count(apart["sign"]) == 1)
        or _OPEN_BEHIND.match(behind)
        or _NAMED_ZONE.match(behind)
        or _ABOUT_ISH.match(behind)
    )


def is_range_of_noon(text: str, time: Span) -> bool:
    """Whether "midi et deux" is no two minutes past noon, but the hours of lunch."""
    return _NOON_AND.search(text, time.start, time.end) is not None


def is_length_in_brackets(text: str, time: Span) -> bool:
    """Whether it is how long something lasts: "3pm (1h)"."""
    enclosed = text[: time.start][-1:] == "(" and text[time.end : time.end + 1] == ")"
    return enclosed and _LENGTH.fullmatch(text, time.start, time.end) is not None


def is_bare_length(text: str, segment: Span) -> bool:
    """Whether a stretch is a length of time and nothing else: "10 min", perhaps from now."""
    return _BARE_LENGTH.fullmatch(text[segment.start : segment.end].strip(" .!~")) is not None


def dates_at_end(text: str) -> list[Span]:
    """List the dates with which a stretch ends behind other words: "demo 26/12"."""
    found = _DATE_AT_END.finditer(text)
    return [Span(start=date.start("date"), end=date.end("date")) for date in found]


def find_clock(text: str) -> Span | None:
    """Find what may have been meant as a clock, but could not be read."""
    found = _CLOCK_LIKE.search(text)
    return None if found is None else Span(start=found.start(), end=found.end())


def find_date_like(text: str) -> Span | None:
    """Find digits like those of a date or clock where one might stand: "22.04. annual plan"."""
    found = _DATE_ALONE.search(text) or _CLOCK_AT_END.search(text)
    return None if found is None else Span(start=found.start("date"), end=found.end("date"))
