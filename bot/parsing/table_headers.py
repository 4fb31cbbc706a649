"""What the header of a column names, by the words that label the fields of a line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.calls.doubts import Field
from bot.calls.draft import FormField
from bot.parsing.label_words import (
    EARLIER,
    LABELS,
    OTHER_NAMES,
    OTHER_TIMES,
    PLACES,
    WHOSE,
    Part,
)
from bot.parsing.phone_surroundings import find_reference_word

Role = tuple[FormField, Part]

FIELDS: Mapping[Field, FormField] = {
    Field.FULL_NAME: FormField.FULL_NAME,
    Field.PHONE_NUMBER: FormField.PHONE_NUMBER,
    Field.EMAIL: FormField.EMAIL,
    Field.SCHEDULED_TIME: FormField.WHEN_WORDS,
    Field.ADDITIONAL_DATA: FormField.ADDITIONAL_DATA,
}
AGENT_WORDS = frozenset({"agent", "agents", "agente", "zeeg agent", "ai agent", "ki agent"})

_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
"""Where firstName and PhoneNumber are two words."""

_PLURAL = re.compile(r"\((?:s|n|en|es)\)")
_LINKS = frozenset({
    "of", "the", "and", "de", "du", "des", "del", "la", "le", "les", "el", "los", "der", "die",
    "das", "und", "et", "y", "d", "l", "value", "wert", "valeur", "valor",
})  # fmt: skip
"""Words between others that name nothing; address books call a number itself its value."""

_NUMBERS = frozenset({
    "number", "nummer", "numéro", "numero", "número", "no", "nr", "num", "nº", "n",
})  # fmt: skip
"""Of what, the word beside them says: of a customer, an invoice, a telephone."""

_NAME_AND_PART = frozenset({"name", "nom", "nombre"})
"""Beside "Vorname" they are the other part, and both together the whole name."""

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class _Known:
    """A label in a header: its words, and what they name."""

    key: str
    field: Field
    part: Part


_BY_WORDS = {" ".join(_WORD.findall(key)): key for key in LABELS}
_MOST_WORDS = max(key.count(" ") + 1 for key in _BY_WORDS)


@lru_cache(maxsize=1024)
def role_of(header: str) -> Role | None:
    """
    Say which field a column holds: "Phone", "Handy-Nr.", "Customer's e-mail", "Phone 1 (mobile)".

    Every word must be a label of that field, say whose or which it is, or link two others: of
    "Order number", "Company name" and "Phone type" one word is none of these.
    """
    words = words_of(header)
    if not words or len(header) > _LONGEST:
        return None
    whole = " ".join(words)
    if whole in AGENT_WORDS:
        return FormField.AGENT, Part.WHOLE
    if whole in _BY_WORDS:
        key = _BY_WORDS[whole]
        return None if key in PLACES else (FIELDS[LABELS[key][0]], LABELS[key][1])
    if find_reference_word(f"{whole} ", len(whole) + 1) is not None:
        return None
    found = list(_read(words))
    labels = [each for each in found if isinstance(each, _Known)]
    others = {each for each in found if isinstance(each, str)}
    if len(labels) + len(others) < len(found):
        return None
    return _settled(labels, others)


def is_any_number(header: str) -> bool:
    """Whether a header says of its numbers no more than that they are some."""
    return set(words_of(header)) <= _NUMBERS


def tells_when(header: str, *, about_call: bool) -> bool:
    """
    Whether a column that is none of ours may say when to call: it is about the call, or names a
    time and nothing else that happens then. "Call date", "Time (EST)", and no "Last call".
    """
    words = set(words_of(header))
    if words & EARLIER:
        return False
    known = (LABELS[word][0] for word in words if len(word) > 2 and word in LABELS)
    return about_call or (Field.SCHEDULED_TIME in known and not words & OTHER_TIMES)


def words_of(header: str) -> list[str]:
    """List a header's words in lower case."""
    return _WORD.findall(_HUMP.sub(" ", _PLURAL.sub("", header)).casefold())


def _read(words: list[str]) -> Iterator[_Known | str | None]:
    """Cut a header into labels and words that say nothing more; None is any other word."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _MOST_WORDS), at, -1):
            key = _BY_WORDS.get(" ".join(words[at:end]), "")
            if len(key) > 1 and key not in _NUMBERS and key not in PLACES:
                yield _Known(key, *LABELS[key])
                at = end
                break
        else:
            word = words[at]
            is_count = word.isdecimal() and len(word) == 1
            says_nothing = word in _LINKS or word in WHOSE or word in PLACES or word in _NUMBERS
            yield word if is_count or says_nothing else None
            at += 1


def _settled(labels: list[_Known], others: set[str]) -> Role | None:
    """Say what labels name together; a person's word beside another label says whose it is."""
    whose = [each for each in labels if each.field is Field.FULL_NAME]
    fields = {each.field for each in labels}
    if len(fields) > 1:
        fields.discard(Field.FULL_NAME)
        labels = [each for each in labels if each.field in fields]
    elif len({each.part for each in labels}) > 1 and fields == {Field.FULL_NAME}:
        labels = [each for each in labels if each.key not in WHOSE] or labels
    if len(fields) != 1:
        return None
    field = next(iter(fields))
    counts_or_numbers = {each for each in others if each.isdecimal()} | (others & _NUMBERS)
    if counts_or_numbers and field not in {Field.PHONE_NUMBER, Field.EMAIL}:
        return None
    words = others | {word for each in whose for word in each.key.split()}
    if field is Field.FULL_NAME and words & OTHER_NAMES:
        return None
    if field is Field.SCHEDULED_TIME and (whose or words & (OTHER_TIMES | EARLIER)):
        return None
    return FIELDS[field], _part(labels)


def _part(labels: list[_Known]) -> Part:
    """Give the part that labels name together: first and last name are the whole."""
    parts = {each.part for each in labels}
    if parts in ({Part.DATE, Part.CLOCK}, {Part.GIVEN_NAME, Part.FAMILY_NAME}):
        return Part.WHOLE
    if any(each.key in _NAME_AND_PART for each in labels):
        return Part.WHOLE
    return next((each.part for each in labels if each.part is not Part.WHOLE), Part.WHOLE)
