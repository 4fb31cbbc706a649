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
LINKS = frozenset({
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

_DAY = re.compile(
    r".*(?:tag|datum|monat|woche|wochen)|day|.*date|months?|weeks?|kw|cw|jours?|mois|semaines?"
    r"|d[ií]as?|fecha|mes|semana"
)
"""A word of a header of days, or its end: Demotag, Anruftag, Kalenderwoche."""

_OF_SOMETHING_ELSE = re.compile(
    r"birth|geburt|\bgeb\b|naissance|anniversaire|nacimiento|cumplea"
    r"|contract|vertrag|contrat|invoice|rechnung|factur|payment|zahl|paiement|pago|\bdue\b|fällig"
    r"|deliver|liefer|livraison|entrega|shipp|versand|order|bestell|commande|pedido|purchase|kauf"
    r"|expir|ablauf|valid|gültig|échéance|vencim|renew|verläng|renouvel|renova|warrant|garant"
    r"|creat|erstellt|angelegt|cré[éa]|modif|geändert|updat|aktualis|actualiz|entry|eingang"
    r"|receiv|reçu|recib|import|export|sign ?up|regist|anmeld|inscri"
    r"|dead ?line|frist\b|\bclos|abschluss|clôture|cierre|\bends?\b|ende\b|\bfin\b"
    r"|trial|kündig|hire|activity"
    r"|\b(?:last|previous|zuletzt|letzte[rs]?|derni[eè]re?|[uú]ltim[oa])\b"
)
"""What else begins, ends or was done at the times in a column."""

_ZONES = frozenset({
    "zone", "zona", "timezone", "tz", "zeitzone", "fuseau", "huso", "utc", "gmt", "offset",
})  # fmt: skip
_ZONE = re.compile(
    r"(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/"
    r"[\w/+-]+|(?:UTC|GMT)(?: ?[+−-]\d{1,2}(?::?\d\d)?)?|[+−-]\d\d:\d\d"
)
_OFFSET = re.compile(r"(?:(?:UTC|GMT) ?)?(?P<sign>[+−-])?(?P<hours>\d{1,2}(?::?\d\d)?)")

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


def names_day(header: str) -> bool:
    """Whether a column holds days, whoever's: "Demotag", "Demo date", "KW"."""
    words = words_of(header)
    return not EARLIER.intersection(words) and any(_DAY.fullmatch(word) for word in words)


def is_of_something_else(header: str) -> bool:
    """
    Whether the times in a column are none to wait for: when a contract ends, a row was created.
    """
    return _OF_SOMETHING_ELSE.search(" ".join(words_of(header))) is not None


def zone_in(header: str, cell: str) -> str:
    """
    Give the time zone that a cell of a column names, nothing if it names none: "Zone: Eastern",
    "GMT offset: -5", or a zone's own name in whatever column.
    """
    if not cell or not (_ZONES.intersection(words_of(header)) or _ZONE.fullmatch(cell)):
        return ""
    offset = _OFFSET.fullmatch(cell)
    return cell if offset is None else f"UTC{offset['sign'] or '+'}{offset['hours']}"


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
            says_nothing = word in LINKS or word in WHOSE or word in PLACES or word in _NUMBERS
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
