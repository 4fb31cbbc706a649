"""Zeeg's own sentences, out of an error body of any shape or none."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.zeeg.wire import FIELDS

CARRIERS = ("errors", "message", "error", "detail")
"""The keys under which an error body speaks, the most exact first."""

NO_SENTENCE = frozenset({"code", "status", "type", "field"})
DEEPEST = 5
MOST = 20
LONGEST_TEXT = 1000
LONGEST_KEY = 60

SUBJECTS: Mapping[str, str] = {
    "phone": "phone_number",
    "phonenumber": "phone_number",
    "scheduled time": "scheduled_time",
    "scheduledtime": "scheduled_time",
    "in the past": "scheduled_time",
    "in the future": "scheduled_time",
    "email": "email",
    "full name": "full_name",
    "fullname": "full_name",
    "additional data": "additional_data",
    "additionaldata": "additional_data",
}
"""What a sentence is about, told by words that stand in it."""

_FIELD_OF_KEY = {name.lower(): ours for name, ours in FIELDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """
    One sentence of Zeeg's; `field` is our name of the field it is filed under, if any, and where
    it is filed under one that is none of ours, its text begins with that name.
    """

    text: str
    field: str = ""
    is_named: bool = False

    @property
    def words(self) -> str:
        """Its words alone, in lower case, so that `agent_not_active` reads as a sentence too."""
        return re.sub(r"[\W_]+", " ", self.text).lower().strip()

    @property
    def subject(self) -> str:
        """The field that it seems to be about, by its words."""
        words = f" {self.words} "
        return next((field for said, field in SUBJECTS.items() if f" {said} " in words), "")


def complaints(body: bytes) -> Sequence[Complaint]:
    """Find every sentence in an error body, exact ones first; never raises."""
    value = read_json(body)
    found = _plain_text(body) if value is None else _walk(value, field="", depth=0)
    return tuple(islice(found, MOST))


def read_json(body: bytes) -> object:
    """Read JSON in whatever encoding it came, None if it is none."""
    try:
        return json.loads(body)
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    except (ValueError, RecursionError):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _walk(value: object, *, field: str, depth: int) -> Iterator[Complaint]:
    if isinstance(value, str):
        text = _clean(value)
        if text:
            yield Complaint(text=text, field=field)
    elif depth < DEEPEST and isinstance(value, list):
        for part in value[:MOST]:
            yield from _walk(part, field=field, depth=depth + 1)
    elif depth < DEEPEST and isinstance(value, dict):
        about = value.get("field")
        own = _field_named(about) or field
        for key, part in _speaking(value, is_root=depth == 0):
            found = _walk(part, field=_field_named(key) or own, depth=depth + 1)
            name = about if key in CARRIERS else key
            yield from (_named(name, each) for each in found) if isinstance(name, str) else found


def _named(key: str, complaint: Complaint) -> Complaint:
    """Say which field it is about where that is none of ours."""
    if complaint.field or complaint.is_named:
        return complaint
    text = f"{_clean(key[:LONGEST_KEY])}: {complaint.text}"
    return replace(complaint, text=text, is_named=True)


def _speaking(body: Mapping[str, object], *, is_root: bool) -> Iterator[tuple[str, object]]:
    # Beside its sentences the root may echo the request, so other keys count only without them.
    spoken = [(key, body[key]) for key in CARRIERS if key in body]
    if spoken:
        yield from spoken
        return
    for key, part in islice(body.items(), MOST):
        if key not in NO_SENTENCE and (not is_root or _field_named(key)):
            yield key, part


def _field_named(key: object) -> str:
    if not isinstance(key, str):
        return ""
    last = key.rsplit(".", 1)[-1]
    return _FIELD_OF_KEY.get(last.replace("_", "").lower(), "")


def _plain_text(body: bytes) -> Iterator[Complaint]:
    try:
        text = _clean(body.decode("utf-8"))
    except UnicodeDecodeError:
        return
    looks_made_for_machines = text[:1] in ("<", "{", "[")
    if text and not looks_made_for_machines:
        yield Complaint(text=text)


def _clean(text: str) -> str:
    # Control signs, halves of surrogate pairs and marks that turn the reading direction.
    shown = (" " if unicodedata.category(c)[0] == "C" else c for c in text[:LONGEST_TEXT])
    return " ".join("".join(shown).split())
