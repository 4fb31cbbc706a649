"""Finds words that name a zone which is not known: "hora canaria", "3pm Brazil time"."""

from bot.parsing.times.kinds import Kind
from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape
from bot.parsing.times.words.far_places import FAR_PLACES, FIRST_WORDS

HOUR = frozenset({"heure", "hora"})
"""Hora canaria, heure anglaise: the hour of a place."""

_TIME = frozenset({"time", "zeit"})
_NATIONAL = ("isch", "ische", "ischer", "ischen")
_ARTICLES = frozenset({"la", "le", "les", "l", "'", "el", "las", "los", "de", "del", "du"})
_NO_NAMES = frozenset({
    "por", "para", "pour", "si", "y", "et", "o", "ou", "con", "avec", "en", "a", "que", "plus",
    "exacta", "precise", "pile", "punta", "prevue", "actual", "fijada", "prevista", "convenida",
    "convenue", "indiquee", "habituelle", "habitual",
})  # fmt: skip
_WHERE = frozenset({"in", "en", "a", "au", "aux"})
_LONGEST = 5  # tokens of a place
_IN_CAPITALS = frozenset({"us", "usa", "la", "wez", "oez"})


def unknown_zone(line: Line, at: int) -> int | None:
    """Give the token behind words that name some zone of the clock before, None if none do."""
    word = line.text(at)
    if line.text(at - 1) in _WHERE and is_behind_clock(line, at - 1):
        return _far_place(line, at)
    if not is_behind_clock(line, at):
        return None
    if line.text(at - 1) == "(" and (place := _far_place(line, at)) is not None:
        return place
    if word in _IN_CAPITALS:
        return at + 1 if line.tokens[at].capitals else None
    if word.endswith("kustenzeit"):
        return at + 1
    if line.text(at + 1) in _TIME:
        capital = line.tokens[at].capital and line.text(at + 1) == "time"
        return at + 2 if capital or word.endswith(_NATIONAL) else None
    before = line.phrase(at, Kind.ZONE_OF)
    if before is None and word not in HOUR:
        return None
    name = at + 1 if before is None else before.end
    while line.text(name) in _ARTICLES:
        name += 1
    is_name = line.shape(name, Shape.WORD) and not line.known(name)
    return name + 1 if is_name and line.text(name) not in _NO_NAMES else None


def _far_place(line: Line, at: int) -> int | None:
    """Give the token behind the name of a place with another clock: 2pm in Dallas, 10h (CDMX)."""
    if line.text(at) in _IN_CAPITALS and line.tokens[at].capitals:
        return at + 1
    if line.text(at) in ("the", "den", "der", "la", "los"):
        at += 1
    if line.text(at) not in FIRST_WORDS:
        return None
    name, found = "", None
    for end in range(at, min(at + _LONGEST, len(line.tokens))):
        name = f"{name} {line.text(end)}".strip() if line.shape(end, Shape.WORD) else name
        found = end + 1 if name in FAR_PLACES else found
    return found


def is_behind_clock(line: Line, at: int) -> bool:
    """Whether a clock stands before: 3pm there, and not "there until 3pm"."""
    before = at - 1
    while line.text(before) in ("(", ","):
        before -= 1
    if line.shape(before, Shape.NUMBER) or line.text(before) in (".", "m"):
        return True
    return line.phrase(before, Kind.HOURS, Kind.O_CLOCK, Kind.MERIDIEM, Kind.PART) is not None
