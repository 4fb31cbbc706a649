"""Tells what labels that are none of ours say of a time: of the call, or when it was written."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.calls.doubts import Reason
from bot.parsing.found import Found, Span
from bot.parsing.line import LEADS_TO_TIME, Line
from bot.parsing.slack_text import MASK
from bot.parsing.time_roles import is_past

_BEFORE_LABEL = re.compile(r"[,;|\n:@\d]")
_OF_THE_CALL = re.compile(
    r"call|phone|ring|slot|appointment|availab|prefer|best|follow|schedul|contact(?!ed)|free|"
    r"anruf|rückruf|wunsch|wünsch|\btermin\b|erreichbar|verfügbar|frei|wieder|telef|"
    r"appel|cr[ée]neau|dispo|souhait|joign|libre|llama|cita|horari|propuest|cont[aá]ct",
    re.IGNORECASE,
)
"""What a label with the time of a call may be called, beside those that we know."""

_ZONE = re.compile(
    r"\b(?:time ?zone|tz|zeitzone|fuseau(?: horaire)?|zona horaria)[*_]{0,2}"
    r"(?: ?[:=][*_]{0,2} *|\n)(?P<zone>[^\s;|][^\n;|]*)",
    re.IGNORECASE,
)
"""Time zone: America/New_York."""

_PLACE = re.compile(
    rf"(?:\b(?:city|town|state|country|location|region|province|land|ort|wohnort|stadt|standort|"
    rf"bundesland|pays|ville|région|lieu|país|ciudad|estado|ubicación|provincia)[*_]{{0,2}}"
    rf"(?: ?[:=][*_]{{0,2}} *|\n)|"
    rf"(?:\b(?:s?he|they|client|customer|er|sie|kundin|kunde|ils?|elles?|cliente?|él|ella)(?:"
    rf"['’](?:s|re)| (?:is|are|ist|sind|est|sont))|\b(?:lives?|sits?|based|located|living|sitzt|"
    rf"lebt|wohnt|vit|habite|está|están|vive))(?: (?:currently|now|based|located|living|gerade|"
    rf"aktuell|zurzeit|momentan|actuellement|basée?|actualmente|ahora))* (?:in|im|à|au|aux|en) )"
    rf"(?:the |den |der |la |los |l['’])?(?P<place>[^\W\d_][^,;|\n.(){MASK}]{{1,40}})",
    re.IGNORECASE,
)
"""State: Texas; tomorrow 2pm, she's in Denver."""

_WITH_ZONE = re.compile(
    r"\b(?:[A-Z]{2,4}T|UTC|GMT|ME?S?Z)\b|\b(?i:time|\w*zeit|heure d|hora d)|[+-]\d\d:?\d\d\Z"
)
_FEW = 3  # words of a place
_SENT = re.compile(
    r"\W*(?:(?:form|lead|entry|was) )*(?:submitted|created|received|sent|posted|generated"
    r"|eingegangen|eingereicht|erstellt|gesendet|abgeschickt|empfangen|envoyée?|reçue?|créée?"
    r"|enviad[oa]|recibid[oa]|cread[oa])(?: (?:on|at|am|um|den|le|el|à))*[ :]*",
    re.IGNORECASE,
)
"""Submitted on Nov 23, 2026 at 9:58 AM CET, in a line of its own."""

_OF_A_MACHINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
"""2026-11-23T08:55:12Z: no person writes so."""

_VALUE = re.compile(r"[^;|\n]*")
_CLOCK = re.compile(r"\d{1,2}[:h]\d\d\S*")
_NUMBER = re.compile(r"\d+")
_NEAR = 80


def is_when_to_call(label: str) -> bool:
    """Whether a label is about the call, and a time behind it perhaps that of the call."""
    return _OF_THE_CALL.search(label) is not None


def is_of_another_label(line: Line, time: Span, names: Sequence[Span]) -> bool:
    """Whether a label stands before a time that is none of the call's: "Deadline: …"."""
    for label in line.labels:
        if not label.is_foreign or any(label.overlaps(name) for name in names):
            continue
        if LEADS_TO_TIME.fullmatch(line.text, label.end, time.start) is not None:
            return not _is_of_the_call(line, label)
    return False


def is_stamp(line: Line, time: Found[datetime], names: Sequence[Span]) -> bool:
    """Whether it is only when a form was sent: "Created: …", and that has passed."""
    if not is_past(time):
        return False
    begin = line.text.rfind("\n", 0, time.start) + 1
    return (
        _SENT.fullmatch(line.text, begin, time.start) is not None
        or _OF_A_MACHINE.match(line.text, time.start) is not None
        or is_of_another_label(line, time, names)
    )


def was_written_before(line: Line, text: str, names: Sequence[Span]) -> bool:
    """Whether a mail, or a form that was sent on another day, is pasted in a line."""
    if line.is_mail or not ("\n" in line.text or any(each.is_foreign for each in line.labels)):
        return line.is_mail
    return any(
        is_stamp(line, time, names) and not _is_of_today(line, time)
        for time in line.find_times(text)
    )


def is_in_another_zone(line: Line) -> bool:
    """Whether a form says the zone of its times, which is not the one that they are read in."""
    said = _ZONE.search(line.text) if line.labels or "\n" in line.text else None
    if said is None:
        return False
    here, there = (line.find_times(f"tomorrow 12:00{zone}") for zone in ("", f" {said['zone']}"))
    if len(there) != 1 or there[0].doubt is not None:
        return True
    return here[0].value != there[0].value


def is_somewhere_else(line: Line) -> bool:
    """Whether a line says that somebody is where the clocks show something else than here."""
    noon = "tomorrow 12:00"
    return any(
        time.value != line.find_times(noon)[0].value
        for found in _PLACE.finditer(line.text)
        for time in line.find_times(f"{noon} in {' '.join(found['place'].split()[:_FEW])}")
        if time.doubt is not None and time.doubt.reason is Reason.TIME_ZONE_UNCLEAR
    )


def says_its_zone(words: str) -> bool:
    """Whether the words of a time name its zone: "3pm CET", whatever else a form says."""
    return _WITH_ZONE.search(words) is not None


def values_about_the_call(line: Line, text: str) -> list[Span]:
    """List what other labels say of when to call: "Availability: mornings"."""
    values = [
        _VALUE.match(text, label.end)
        for label in line.labels
        if label.is_foreign and _is_of_the_call(line, label)
    ]
    return [Span(start=value.start(), end=value.end()) for value in values if value is not None]


def _is_of_the_call(line: Line, label: Span) -> bool:
    before = line.text[max(0, label.start - _NEAR) : label.end].rstrip(" :=*_\n")
    words = _BEFORE_LABEL.split(before)[-1]
    return is_when_to_call(words)


def _is_of_today(line: Line, stamp: Span) -> bool:
    """Whether a date that has passed with its clock is that of today."""
    date = _CLOCK.sub("", line.text[stamp.start : stamp.end])
    numbers = {int(each) for each in _NUMBER.findall(date)}
    named = any(char.isalpha() for char in date)
    return line.now.day in numbers and (named or line.now.month in numbers)
