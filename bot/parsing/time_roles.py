"""Tells the time of the call from a time that the call is about."""

import re
from datetime import datetime

from bot.calls.doubts import Doubt, Reason
from bot.parsing.found import Found, Span
from bot.parsing.slack_text import MASK

_BORDER = re.compile(rf"[{MASK},;|\n•()\[\]]|\s[-–—](?=\s)|[.!?](?=\s)")
_DETERMINER = re.compile(
    r"(?:^|\s)(?:our|his|her|their|my|your|its|this|that|an?|des|unser(?:e[mnrs]?)?|"
    r"sein(?:e[mnrs]?)?|ihr(?:e[mnrs]?)?|notre|votre|son|sa|ses|cette|ce|"
    r"nuestr[oa]|su|sus|este|esta|from|since|until|till|before|after|due|due on|due by|"
    r"(?:before|after) next|by|of|vom|"
    r"seit|bis|ab|vor|nach|depuis|avant|apr[eè]s|jusqu'[aà]|du|de|del|desde|hasta|antes de|"
    r"despu[eé]s de)\s*\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:from|since|until|till|vom|seit|bis|depuis|desde|hasta)\s", re.IGNORECASE)
_EVENT = re.compile(
    r"\s*(?:(?:meeting|call|slot|demo|appointment|session|event|webinar|deadline|delivery|"
    r"workshop|interview|invoice|flight|order|booking|shift|train|tour|visit|class|lunch|dinner|"
    r"termin|besprechung|gespr[aä]ch|meeting|rechnung|lieferung|demo|anruf|sitzung|"
    r"r[eé]union|rendez-vous|rdv|appel|cr[eé]neau|livraison|reuni[oó]n|cita|llamada|entrega)\b)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:^|\s)(?:about|regarding|concerning|discuss(?:ing)?|re|was|were|had|met|spoke|talked|"
    r"called|missed|signed|sent|received|said|promised|mentioned|scheduled|planned|moved|happened|"
    r"he|she|they|we|his|their|it|lands|starts|begins|ends|expires|due|deadline|"
    r"er|wir|endet|beginnt|fällig|il|elle|ils|elles|nous|expire|commence|él|ella|vence|empieza|"
    r"wegen|bezüglich|bzgl\.?|besprechen|über|war|hatte|traf|sprach|geschickt|erhalten|"
    r"à propos|au sujet|concernant|discuter|était|avait|sobre|acerca|hablar de|era|tuvo|fue)\s",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?:(?P<before>[^\W\d_]+)[\s,–-]+|(?<!\S))"
    r"(?P<count>(?:\bon )?\bthe (?:first|second|third|fourth|fifth|sixth|seventh)|\d{1,3})\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(r" (?!of\b|at\b|um\b|à\b)[^\W\d_]{3,}")
_BEFORE_HOUR_OR_DAY = re.compile(
    r"(?:at|um|à|a|las?|on|the|de[nm]|am|el|le|gegen|around|about|ca|approx|noon|next|nach|vor|past|to|halb|viertel|quarter|et|moins|y|menos|und|and|"
    r"jan|feb|mar|m[aä]r|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|f[ée]v|avr|ao[uû]|d[ée]c|"
    r"ene|abr|ago|dic|janv)[^\W\d_]*",
    re.IGNORECASE,
)
_DATE = r"(?!24/7\b)(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4}|\.(?!\d))?|\d{4}[-/]\d{1,2}[-/]\d{1,2})"
_DATE_BEFORE = re.compile(rf"(?<![\w.,/-]){_DATE}[\s,–-]*\Z")
_DATE_BEHIND = re.compile(rf"[\s,–-]*{_DATE}(?![\w%€$])")
_DATE_ALONE = re.compile(
    rf"(?:^|[{MASK},;|\n(])[ \t]*(?P<date>(?!24/7\b)\d{{1,2}}"
    r"(?:\.\d{1,2}\.(?:\d{2,4})?|/\d{1,2}(?:/\d{2,4})?))"
    r"(?![\w%€$/])"
)
_WORD = re.compile(r"\S+")
_QUANTITY = re.compile(r"\d+ [^\W\d_]+")
_POINTED_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d")
_NEAR = 160  # characters in which a sentence says what a time is for
_LOOSE = {Reason.TIME_WITHOUT_CLOCK, Reason.TIME_VAGUE, Reason.TIME_PAST, Reason.TIME_REPEATS}


def is_about_something(text: str, time: Found[datetime]) -> bool:
    """Whether a time belongs to what the call is about: "the 2pm meeting", "met on 3 May at 9"."""
    before = _BORDER.split(text[max(0, time.start - _NEAR) : time.start])[-1]
    after = text[time.end : time.end + _NEAR]
    if _DETERMINER.search(before) or after.startswith("'s"):
        return True
    if _EVENT.match(after) and before.strip() and before.split()[-1].islower():
        return True
    if before.strip() and _SINCE.match(text, time.start):
        return True
    return _ABOUT.search(before + " ") is not None


def count_at_end(text: str, time: Span) -> Span | None:
    """Find a number that a time ends with though it counts the next word: "2pm, 12 seats"."""
    last = _COUNT.search(text, max(time.start, time.end - 40), time.end)
    if last is None or not _COUNTED.match(text, time.end):
        return None
    if last["before"] and _BEFORE_HOUR_OR_DAY.fullmatch(last["before"]):
        return None
    return Span(start=last.start("count"), end=time.end)


def is_beside_date(text: str, time: Span) -> bool:
    """Whether digits like those of a date touch a time, so that it may be of that day."""
    before = _DATE_BEFORE.search(text[max(0, time.start - 16) : time.start])
    return before is not None or _DATE_BEHIND.match(text[time.end : time.end + 16]) is not None


def find_date_like(text: str) -> Span | None:
    """Find digits like those of a date where a field might stand: "22.04. annual plan"."""
    found = _DATE_ALONE.search(text)
    return None if found is None else Span(start=found.start("date"), end=found.end("date"))


def segments_of(text: str) -> list[Span]:
    """List the stretches of a line between masks and marks."""
    ends = [*_BORDER.finditer(text), None]
    spans = []
    at = 0
    for border in ends:
        end = border.start() if border else len(text)
        if text[at:end].strip():
            spans.append(Span(start=at, end=end))
        at = border.end() if border else end
    return spans


def beginnings_of(text: str, segment: Span) -> list[int]:
    """
    List the ends of the beginnings of a stretch that could be a time, the longest first.

    A single word is none unless it is all, and a number with a word is a quantity: "12 seats".
    """
    words = list(_WORD.finditer(text, segment.start, min(segment.end, segment.start + _NEAR)))
    ends = [word.end() for word in words[:4]]
    alone = len(words) == 1
    return [
        end
        for count, end in reversed(list(enumerate(ends, start=1)))
        if alone
        or (count > 1 and not _QUANTITY.fullmatch(text, words[0].start(), end))
        or (count == 1 and _POINTED_CLOCK.fullmatch(words[0].group()))
    ]


def stands_alone(text: str, time: Span) -> bool:
    """Whether nothing but marks is beside a time."""
    before = _BORDER.split(text[max(0, time.start - _NEAR) : time.start])[-1]
    after = _BORDER.split(text[time.end : time.end + _NEAR])[0]
    return not before.strip() and not after.strip(" .!")


def may_stay_in_context(doubt: Doubt | None) -> bool:
    """Whether nobody need be asked about such a time where the call is about it."""
    return doubt is not None and doubt.reason in _LOOSE
