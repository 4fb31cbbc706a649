"""Tells the time of the call from a time that the call is about."""

import re
from datetime import datetime, timedelta

from bot.calls.doubts import Reason
from bot.parsing.availability import is_talk
from bot.parsing.found import Found, Span
from bot.parsing.leading_words import ask_to_call
from bot.parsing.other_events import (
    happens_then,
    is_of_meeting,
    is_only_asked,
    is_unsuitable,
    is_when_it_happens,
)
from bot.parsing.slack_text import MASK
from bot.parsing.vague_times import is_clause_of_time

_BORDER = re.compile(
    rf"[{MASK};|\n•()\[\]]|,(?!\d{{3}}\b)|\s[-–—/](?=\s)|(?:(?<!\b\d)(?<!\b\d\d)\.|[!?])(?=\s)"
)
"""What ends a clause; in "3. Oktober" nothing does."""

_DETERMINER = re.compile(
    r"(?:^|\s)(?:our|his|"
    r"(?<!call )(?<!ring )(?<!phone )(?<!dial )(?<!try )(?<!contact )(?<!reach )her|"
    r"their|my|your|its|this|that|an?|des|unser(?:e[mnrs]?)?|[^\W\d_]+['’]s|"
    r"through|previous|former|old|original(?:ly)?|ursprünglich|bisher|"
    r"sein(?:e[mnrs]?)?|ihr(?:e[mnrs]?)?|notre|votre|son|sa|ses|cette|ce|"
    r"nuestr[oa]|su|sus|este|esta|from|since|until|till|before|after|due|due on|due by|"
    r"(?:before|after) next|by|of|vom|von|"
    r"seit|bis|ab|vor|nach|depuis|avant|apr[eè]s|jusqu'[aà]|(?<!st )du|de|del|desde|hasta|"
    r"antes de|"
    r"despu[eé]s de)\s*\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:from|of|due|since|until|till|vom|seit|bis|du|depuis|del|desde|hasta)\s", re.IGNORECASE
)
_PURPOSE = re.compile(
    r"(?:^|\s)(?:about|regarding|concerning|discuss(?:ing)?|re|remind(?: (?:him|her|them))?|"
    r"confirm|tell (?:him|her|them)|let (?:him|her|them) know|sag (?:ihm|ihr)|dis-lui|dile|"
    r"erinner[en]|wegen|bezüglich|bzgl\.?|besprechen|über|"
    r"à propos|au sujet|concernant|discuter|sobre|acerca|hablar de)\s",
    re.IGNORECASE,
)
"""What is to be talked of, and perhaps when: "discuss renewal tonight"."""

_HAPPENS = re.compile(
    r"(?:^|\s)(?:reminder|invited?|was|were|had|met|spoke|talked|"
    r"called|missed|started|began|ended|joined|bought|ordered|signed|sent|"
    r"received|said|promised|mentioned|scheduled|planned|moved|happened|"
    r"he|she|they|we|his|their|it|lands|starts|begins|ends|expires|due|deadline|"
    r"er|wir|sie (?:hat|ist|wird|kommt|will|möchte|braucht|muss|kann)|"
    r"done|held|endet|beginnt|fällig|il|elle|ils|elles|nous|expire|commence|él|ella|vence|"
    r"empieza|war|hatte|traf|sprach|geschickt|erhalten|était|avait|era|tuvo|fue)\s",
    re.IGNORECASE,
)
"""What happens then, or has."""

_LAST = re.compile(r"\blast [^\W\d_]+:?\s*\Z", re.IGNORECASE)
"""Last contact 3 Nov."""

_WORD = re.compile(r"\S+")
_QUANTITY = re.compile(
    r"\d+ [^\W\d_]+|\d+ ?-?(?:min\w*|std|stunden?|hours?|hrs?|h|heures?|horas?)(?: [^\W\d_]+)+",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATED = 20
_NUMBER_OF = re.compile(
    r"(?:str|\b(?:nr|no|num|núm|n|st|rd|ave?|apt|app|ste|fl|bldg|art|abs|kap|zi|whg|gr|pos|vol|"
    r"max|"
    r"min|vs|bzw|ca|p|s|c|bd|pl|rte|r[ée]f))\.\Z",
    re.IGNORECASE,
)
"""Musterstr. 12, Apt. 4: what follows an abbreviation is its number."""

_WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|"
    r"(?:Lun|Mar|Mercre|Jeu|Vendre|Same)di|Dimanche|Lunes|Martes|Miércoles|Jueves|Viernes|Sábado"
)
"""Friday London: a day, though the next word has a capital."""

_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s*[^\w\s]")
"""1. Ann Lee, where her name is masked: the first of a list."""
_NEAR = 160  # characters in which a sentence says what a time is for
_WITH_CLOCK = re.compile(r"\d ?(?:[ap]\.?m\b|uhr\b|h\b|h\d|:\d\d)", re.IGNORECASE)
_SOON = timedelta(days=15)
_HALF_A_YEAR = timedelta(days=180)
_PERHAPS_PAST = {Reason.TIME_PAST, Reason.TIME_DAY_UNCLEAR}
_LOOSE = {Reason.TIME_WITHOUT_CLOCK, Reason.TIME_VAGUE, Reason.TIME_PAST, Reason.TIME_REPEATS}


def words_beside(text: str, time: Span) -> tuple[str, str]:
    """Give the words before a time and behind it, up to a mark or to what is masked."""
    before = _BORDER.split(text[max(0, time.start - _NEAR) : time.start])[-1]
    return before, _BORDER.split(text[time.end : time.end + _NEAR])[0]


def is_about_something(text: str, time: Found[datetime]) -> bool:
    """Whether a time belongs to what the call is about: "the 2pm meeting", "met on 3 May at 9"."""
    line_before = text[max(0, time.start - _NEAR) : time.start]
    before = _BORDER.split(line_before)[-1]
    after = text[time.end : time.end + _NEAR]
    if is_when_it_happens(before, after) or is_only_asked(line_before, after):
        return True
    if time.doubt is None and happens_then(after):
        return True
    if _DETERMINER.search(before) or after.startswith("'s"):
        return True
    if before.strip() and _SINCE.match(text, time.start):
        return True
    if _LAST.search(before) and time.doubt and time.doubt.reason in _PERHAPS_PAST:
        return True
    if ask_to_call(before, after) and not is_past(time):
        return False
    return bool(_PURPOSE.search(before + " ") or _HAPPENS.search(before + " "))


def is_past(time: Found[datetime]) -> bool:
    """Whether a time has passed."""
    return time.doubt is not None and time.doubt.reason is Reason.TIME_PAST


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
    if _NUMBERED.match(text, segment.start) and text[: segment.start].rstrip(" ")[-1:] in {
        "",
        "\n",
    }:
        return []
    if _NUMBER_OF.search(text, max(0, segment.start - _LONGEST_ABBREVIATED), segment.start):
        return []
    words = list(_WORD.finditer(text, segment.start, min(segment.end, segment.start + _NEAR)))
    if words and not any(char.isalnum() or char == "@" for char in words[0].group()):
        return []
    ends = [word.end() for word in words[:4]]
    alone = len(words) == 1
    return [
        end
        for count, end in reversed(list(enumerate(ends, start=1)))
        if alone
        or (count == 1 and _WEEKDAY.fullmatch(words[0].group()))
        or (count > 1 and not _QUANTITY.fullmatch(text, words[0].start(), end))
    ]


def has_clock(text: str, time: Span) -> bool:
    """Whether a time says an hour, and not only a day."""
    return _WITH_CLOCK.search(text, time.start, time.end) is not None


def follows_clause(text: str, time: Span) -> bool:
    """Whether a time only explains when something else is: "when she lands (around 5pm)"."""
    before = text[max(0, time.start - _NEAR) : time.start].rstrip(" (,~")
    return is_clause_of_time(_BORDER.split(before)[-1])


def stands_alone(text: str, time: Span) -> bool:
    """Whether nothing but marks is beside a time."""
    before, after = words_beside(text, time)
    return not before.strip() and not after.strip(" .!")


def may_be_when_to_talk(text: str, time: Found[datetime], now: datetime) -> bool:
    """Whether a sentence may ask for the call on that day: "she said to call on Tuesday"."""
    if is_past(time) or (time.value is not None and time.value - now > _HALF_A_YEAR):
        return False
    before, after = words_beside(text, time)
    if is_unsuitable(after) or is_talk(before, after) or is_of_meeting(before):
        return True
    is_soon = time.value is not None and time.value - now < _SOON
    is_at_end = not after.strip(" .!")
    is_purpose = _PURPOSE.search(before + " ") and not _HAPPENS.search(before + " ")
    return bool(is_soon and is_at_end and is_purpose)


def may_stay_in_context(time: Found[datetime], now: datetime) -> bool:
    """
    Whether nobody need be asked about such a time where the call is about it.

    A date without a year that has passed is read as next year's: "the invoice of 3 October".
    """
    if time.doubt is None:
        return False
    if time.doubt.reason is Reason.TIME_VAGUE and _WITH_CLOCK.search(time.doubt.read):
        return False
    passed = time.value is not None and time.value - now > _HALF_A_YEAR
    return time.doubt.reason in _LOOSE or (passed and time.doubt.reason is Reason.TIME_DAY_UNCLEAR)
