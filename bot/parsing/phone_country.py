"""Which country a national number is in: the contact's address may tell of another than ours."""

import re

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.number_rules import objection_to
from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.parsing.found import Found
from bot.parsing.phone_facts import describe, is_known, is_national, read_whole

SOLD_TO_ALL = frozenset({"ac", "ai", "co", "fm", "io", "la", "me", "nu", "to", "tv"})
"""
Countries' domains that tell of no country, since everybody uses them; most of these are in
https://developers.google.com/search/docs/specialty/international/managing-multi-regional-sites.
"""
NOT_AS_IN_ISO = {"uk": "GB"}
_CODE_BEFORE = re.compile(r"(?<![\w.])\(?(?P<code>[A-Z]{2})\)?:? ?\Z")
_CODE_BEHIND = re.compile(r" ?\((?P<code>[A-Z]{2})\)")
NO_NUMBER = frozenset({Reason.NUMBER_INVALID, Reason.NUMBER_NEEDS_COUNTRY})


def read_in_another(
    written: str, found: Found[PhoneNumber], *, region: str | None, other: str | None
) -> Found[PhoneNumber]:
    """
    Read a number once more by the country that is named beside it. Two readings are asked about:
    "0664 1234567" with an Austrian address, typed in Germany. Where it is no number of ours,
    theirs is proposed.

    `region` is the ISO 3166 code by which it was read, `other` that of the country. A mobile
    number that would be a fixed line there is none of theirs.
    """
    theirs = _read_abroad(written, region, other)
    if theirs is None:
        return found
    ours = found.value
    if ours is None:
        is_open = found.doubt is not None and found.doubt.reason in NO_NUMBER
        return _asked(found, written, theirs) if is_open else found
    is_ours = ours.kind is NumberKind.MOBILE and theirs.kind is NumberKind.FIXED_LINE
    if found.doubt is not None or is_ours or ours.e164 == theirs.e164:
        return found
    return _asked(found, written, ours, theirs)


def _asked(found: Found[PhoneNumber], written: str, *readings: PhoneNumber) -> Found[PhoneNumber]:
    several = len(readings) > 1
    doubt = Doubt(
        field=Field.PHONE_NUMBER,
        reason=Reason.NUMBER_COUNTRY_UNCLEAR if several else Reason.NUMBER_COUNTRY_PROPOSED,
        read=written,
        options=tuple(phone.e164 for phone in readings),
    )
    # of two no one is proposed: a form that is sent as it opens must ring no stranger
    value = None if several else readings[0]
    return Found(start=found.start, end=found.end, value=value, doubt=doubt)


def _read_abroad(written: str, region: str | None, other: str | None) -> PhoneNumber | None:
    if other is None or not all(is_national(written, each) for each in (region, other) if each):
        return None
    number = read_whole(written, other)
    theirs = None if number is None else describe(number)
    return theirs if theirs is not None and objection_to(theirs) is None else None


def country_of_address(email: str) -> str | None:
    """Give the country that the ending of an address tells of."""
    domain = email.rpartition(".")[2].lower()
    region = NOT_AS_IN_ISO.get(domain, domain.upper())
    return region if domain not in SOLD_TO_ALL and is_known(region) else None


def country_named(text: str, start: int, end: int) -> str | None:
    """Give the country whose code stands right beside a number: "0664 1234567 (AT)"."""
    behind = _CODE_BEHIND.match(text, end)
    before = _CODE_BEFORE.search(text, max(0, start - 10), start)
    named = behind or before
    code = named["code"] if named is not None else ""
    region = "GB" if code == "UK" else code
    return region if is_known(region) else None
