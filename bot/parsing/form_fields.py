"""Reads the fields of a form: each holds one value, and at most its label beside."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.phone_number import PhoneNumber
from bot.parsing.emails import read_address
from bot.parsing.found import Found
from bot.parsing.label_words import LABELS
from bot.parsing.links import find_linked_emails, find_linked_phones, mask
from bot.parsing.names import read_whole_name
from bot.parsing.phone_country import country_of_address, read_in_another
from bot.parsing.phones import find_phones, known_region, read_number
from bot.parsing.slack_text import PlainText, read_slack_text

Value = TypeVar("Value")

_LABEL = re.compile(r"\s*([^\W\d_][^\d+(:@<]{0,30}?)\.?\s*:\s*(?=\S)")
_SIGN = re.compile(r"[^\W_]")
_LONGEST_READ = 200
_NAME_AND_ADDRESS = re.compile(r"[^<>@|]*<([^<>@|\s]+@[^<>@|\s]+)>\s*")
"""Alex Mueller <alex@example.com>, as mail programs copy it (RFC 5322, name-addr)."""


def read_phone(
    text: str, *, region: str | None, email: str | None = None, is_alone: bool = True
) -> Found[PhoneNumber]:
    """
    Read a telephone number; one without doubt may be called. Where it `is_alone`, all its groups
    belong to it; where words follow, the last may belong to them.

    `region` is the ISO 3166 code whose national format is understood; the `email` of the number's
    owner may tell of another. The doubt says why a number is not called, or not before a person
    confirmed it. Each line is one of its own: of different ones it is asked which is meant.
    """
    lines = _lines(text)
    if len(lines) > 1:
        numbers = [
            read_phone(line, region=region, email=email, is_alone=is_alone) for line in lines
        ]
        return _only_one(Field.PHONE_NUMBER, text, numbers, shown=lambda phone: phone.e164)
    plain = read_slack_text(_without_label(text, Field.PHONE_NUMBER))
    if _is_one_link(plain) and (linked := find_linked_phones(plain, region=region)):
        return linked[0]
    found = read_number(plain.text, region=region, is_alone=is_alone)
    other = country_of_address(email or "")
    found = read_in_another(plain.text.strip(), found, region=known_region(region), other=other)
    return Found(start=0, end=len(text), value=found.value, doubt=found.doubt)


def clear_phones(text: str, *, region: str | None) -> list[PhoneNumber]:
    """List the numbers of a line of which it is certain which they are."""
    plain = read_slack_text(text)
    linked = find_linked_phones(plain, region=region)
    found = [*linked, *find_phones(mask(plain.text, linked), region=region)]
    return [
        phone.value
        for phone in found
        if phone.value is not None
        and (phone.doubt is None or phone.doubt.reason is Reason.NUMBER_KIND_UNUSUAL)
    ]


def read_email(text: str) -> Found[str]:
    """Read an email address, ready to be sent to; one without doubt is good."""
    named = _NAME_AND_ADDRESS.fullmatch(text)
    plain = read_slack_text(named[1] if named else _without_label(text, Field.EMAIL))
    if _is_one_link(plain) and (linked := find_linked_emails(plain)):
        return linked[0]
    found = read_address(plain.text)
    return Found(start=0, end=len(text), value=found.value, doubt=found.doubt)


def read_name(text: str) -> Found[str]:
    """Read a person's name, as it is written; of lines that differ it is asked which is one."""
    lines = _lines(text)
    if len(lines) > 1:
        return _only_one(Field.FULL_NAME, text, [*map(read_name, lines)], shown=str)
    plain = read_slack_text(text)
    found = read_whole_name(plain.quote(0, len(plain.text)))
    return Found(start=0, end=len(text), value=found.value, doubt=found.doubt)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if _SIGN.search(line)]


def _only_one(
    field: Field, text: str, found: Sequence[Found[Value]], *, shown: Callable[[Value], str]
) -> Found[Value]:
    """Take what all lines say alike; else ask which of them is meant."""
    said = [(shown(each.value), each.value) for each in found if each.value is not None]
    values = {key.casefold(): value for key, value in reversed(said)}
    best = said[0][1] if said else None
    doubt = next((each.doubt for each in found if each.doubt is not None), None)
    if len(said) < len(found) or len(values) > 1:
        read = " / ".join(_lines(text))[:_LONGEST_READ]
        options = tuple(map(shown, reversed(values.values())))
        doubt = Doubt(field=field, reason=Reason.SEVERAL, read=read, options=options)
    return Found(start=0, end=len(text), value=best, doubt=doubt)


def _without_label(text: str, field: Field) -> str:
    """Leave out "Tel.:" before a number: the field's own name says nothing."""
    label = _LABEL.match(text)
    if label is None or LABELS.get(label[1].casefold(), (None,))[0] is not field:
        return text
    return text[label.end() :]


def _is_one_link(plain: PlainText) -> bool:
    """Whether a link of Slack's, and perhaps the words that label it, is all there is."""
    if len(plain.links) != 1:
        return False
    link = plain.links[0]
    return (plain.text[: link.start] + plain.text[link.end :]).strip() in {"", link.label}
