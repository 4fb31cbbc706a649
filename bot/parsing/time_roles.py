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
    r"nuestr[oa]|su|sus|este|esta|from|since|until|till|before|after|due|due on|due by|by|of|vom|"
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
    r"wegen|bezüglich|bzgl\.?|besprechen|über|war|hatte|traf|sprach|geschickt|erhalten|"
    r"à propos|au sujet|concernant|discuter|était|avait|sobre|acerca|hablar de|era|tuvo|fue)\s",
    re.IGNORECASE,
)
_LOOSE = {Reason.TIME_WITHOUT_CLOCK, Reason.TIME_VAGUE, Reason.TIME_PAST, Reason.TIME_REPEATS}


def is_about_something(text: str, time: Found[datetime]) -> bool:
    """Whether a time belongs to what the call is about: "the 2pm meeting", "met on 3 May at 9"."""
    before = _BORDER.split(text[: time.start])[-1]
    after = text[time.end :]
    if _DETERMINER.search(before) or after.startswith("'s"):
        return True
    if _EVENT.match(after) and before.strip() and before.split()[-1].islower():
        return True
    if before.strip() and _SINCE.match(text, time.start):
        return True
    return _ABOUT.search(before + " ") is not None


def stands_alone(text: str, time: Span) -> bool:
    """Whether nothing but marks is beside a time."""
    before = _BORDER.split(text[: time.start])[-1]
    after = _BORDER.split(text[time.end :])[0]
    return not before.strip() and not after.strip(" .!")


def may_stay_in_context(doubt: Doubt | None) -> bool:
    """Whether nobody need be asked about such a time where the call is about it."""
    return doubt is not None and doubt.reason in _LOOSE
