"""Whether a national number may be another country's: the contact's address may tell of one."""

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.parsing.phone_facts import describe, is_known, is_national, read_whole

SOLD_TO_ALL = frozenset({"ac", "ai", "co", "fm", "io", "la", "me", "nu", "to", "tv"})
"""
Countries' domains that tell of no country, since everybody uses them; most of these are in
https://developers.google.com/search/docs/specialty/international/managing-multi-regional-sites.
"""
NOT_AS_IN_ISO = {"uk": "GB"}


def doubt_country(
    written: str, phone: PhoneNumber, *, region: str | None, email: str | None
) -> Doubt | None:
    """
    Ask about "0664 1234567" with an Austrian address, where it was read as German.

    `region` is the ISO 3166 code by which the number was read. A mobile number that would be a
    fixed line there is none of theirs.
    """
    other = _country_of(email or "")
    if other is None or region is None or not is_national(written, region):
        return None
    number = read_whole(written, other)
    theirs = None if number is None else describe(number)
    if theirs is None or theirs.e164 == phone.e164:
        return None
    if phone.kind is NumberKind.MOBILE and theirs.kind is NumberKind.FIXED_LINE:
        return None
    return Doubt(
        field=Field.PHONE_NUMBER,
        reason=Reason.NUMBER_COUNTRY_UNCLEAR,
        read=written,
        options=(phone.e164, theirs.e164),
    )


def _country_of(email: str) -> str | None:
    domain = email.rpartition(".")[2].lower()
    region = NOT_AS_IN_ISO.get(domain, domain.upper())
    return region if domain not in SOLD_TO_ALL and is_known(region) else None
