"""Which numbers may be rung at all. A rule here is never overruled by a yes."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.phone_number import NumberKind, PhoneNumber

ORDINARY = frozenset(
    {
        NumberKind.FIXED_LINE,
        NumberKind.MOBILE,
        NumberKind.FIXED_LINE_OR_MOBILE,
        NumberKind.VOIP,
    }
)
"""People's and companies' own telephones."""

UNUSUAL = frozenset({NumberKind.TOLL_FREE, NumberKind.UAN})
"""May be rung, but a person is asked first: they are companies' lines, rarely a contact's."""

REFUSED_KINDS: Mapping[NumberKind, str] = {
    NumberKind.PREMIUM_RATE: "the caller pays the other side",
    NumberKind.SHARED_COST: "costs the caller more than a call",
    NumberKind.PERSONAL_NUMBER: "rings wherever it is forwarded, at a price that nobody knows",
    NumberKind.PAGER: "no telephone",
    NumberKind.VOICEMAIL: "no person",
    NumberKind.UNKNOWN: "nothing is known of it",
}
"""Every other kind of libphonenumber's PhoneNumberType, and why it is never rung."""

NO_COUNTRY = "001"
"""libphonenumber's region of numbers without a country: they are never rung."""

CODES_OF_NO_COUNTRY: Mapping[str, str] = {
    "800": "international freephone",
    "808": "international shared cost",
    "870": "Inmarsat: satellite",
    "878": "universal personal telecommunications",
    "881": "satellite networks",
    "882": "international networks",
    "883": "international networks",
    "888": "telecommunications for disaster relief",
    "979": "international premium rate",
}
"""ITU-T E.164, list of assigned country codes: codes that belong to a service, not a country."""

SHORTEST = 7
"""Digits with the country code: Niue's and Tokelau's numbers are the shortest that people have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Numbers that are refused though libphonenumber takes them for ordinary ones."""

    e164: re.Pattern[str]
    is_what: str
    source: str


REFUSED_RANGES = (
    Range(
        e164=re.compile(r"\+1\d{3}976\d{4}"),
        is_what="pay per call",
        source="NANPA: central office code 976, pay-per-call service; 47 CFR 64.1501",
    ),
    Range(
        e164=re.compile(r"\+1\d{3}5551212"),
        is_what="directory assistance",
        source="ATIS-0300115, 555 line numbers: 555-1212 is directory assistance in every area",
    ),
    Range(
        e164=re.compile(r"\+1\d{3}[2-9]11\d{4}"),
        is_what="service codes, 911 among them",
        source="NANPA: N11 codes are no central office codes",
    ),
)


def objection_to(phone: PhoneNumber) -> Reason | None:
    """Why a number is refused or asked about whoever calls it, None if it may be called."""
    if len(phone.e164) <= SHORTEST:
        return Reason.NUMBER_EMERGENCY
    if _is_refused(phone):
        return Reason.NUMBER_KIND_REFUSED
    return Reason.NUMBER_KIND_UNUSUAL if phone.kind in UNUSUAL else None


def refusal(
    phone: PhoneNumber,
    *,
    allowed_countries: Collection[str] = (),
    deny_prefixes: Collection[str] = (),
) -> Doubt | None:
    """
    Say why this number is not called, None if it may be.

    An empty list of countries allows every country. `deny_prefixes` are beginnings of E.164
    numbers, and win over the allowed countries.
    """
    denied = [prefix for prefix in deny_prefixes if phone.e164.startswith(prefix)]
    reason, options = objection_to(phone), (phone.region,)
    if reason is None or reason is Reason.NUMBER_KIND_UNUSUAL:
        if denied:
            reason, options = Reason.NUMBER_PREFIX_REFUSED, (max(denied, key=len),)
        elif allowed_countries and phone.region not in allowed_countries:
            reason = Reason.NUMBER_COUNTRY_REFUSED
        else:
            return None
    return Doubt(field=Field.PHONE_NUMBER, reason=reason, read=phone.e164, options=options)


def _is_refused(phone: PhoneNumber) -> bool:
    return (
        phone.kind in REFUSED_KINDS
        or phone.region == NO_COUNTRY
        or phone.e164[1:4] in CODES_OF_NO_COUNTRY
        or any(one.e164.fullmatch(phone.e164) for one in REFUSED_RANGES)
    )
