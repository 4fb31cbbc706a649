"""What libphonenumber knows of a number: what it is for, where it belongs, if it is called."""

from collections.abc import Mapping

from phonenumbers import (
    SUPPORTED_REGIONS,
    CountryCodeSource,
    NumberParseException,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    PhoneNumberType,
    connects_to_emergency_number,
    country_code_for_region,
    format_number,
    is_possible_short_number_for_region,
    is_valid_number,
    national_significant_number,
    number_type,
    parse,
    region_code_for_country_code,
    region_code_for_number,
)
from phonenumbers import PhoneNumber as ParsedNumber

from bot.calls.number_rules import NO_COUNTRY
from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.parsing.phone_zones import zones_of

_KINDS = {
    PhoneNumberType.FIXED_LINE: NumberKind.FIXED_LINE,
    PhoneNumberType.MOBILE: NumberKind.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: NumberKind.FIXED_LINE_OR_MOBILE,
    PhoneNumberType.VOIP: NumberKind.VOIP,
    PhoneNumberType.TOLL_FREE: NumberKind.TOLL_FREE,
    PhoneNumberType.UAN: NumberKind.UAN,
    PhoneNumberType.PREMIUM_RATE: NumberKind.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST: NumberKind.SHARED_COST,
    PhoneNumberType.PERSONAL_NUMBER: NumberKind.PERSONAL_NUMBER,
    PhoneNumberType.PAGER: NumberKind.PAGER,
    PhoneNumberType.VOICEMAIL: NumberKind.VOICEMAIL,
}
_SHORT = 6


def dialled_codes() -> Mapping[str, int]:
    """Give each region whose national numbers can be read, with its code in E.164."""
    return {region: country_code_for_region(region) for region in SUPPORTED_REGIONS}


def is_known(region: str) -> bool:
    """Whether national numbers of a region, by its ISO 3166 code, can be read."""
    return region in SUPPORTED_REGIONS


def read_whole(candidate: str, region: str | None) -> ParsedNumber | None:
    """
    Read text that is nothing but one valid number.

    Parser and matcher must agree on all of it: alone, the parser adds a country code to one that
    lacks only its plus, and the matcher is content with a part.
    """
    number = parse_leniently(candidate, region)
    if number is None or not is_valid_number(number):
        return None
    matches = list(PhoneNumberMatcher(candidate, region))
    if len(matches) != 1 or matches[0].number != number:
        return None
    left_out = candidate[: matches[0].start] + candidate[matches[0].end :]
    return None if any(char.isdigit() for char in left_out) else number


def lacks_plus(candidate: str, region: str | None) -> bool:
    """
    Whether a number begins with its country code but has no plus: "4930 23125001".

    A leading 1 is what North Americans dial at home too.
    """
    if candidate.startswith("+"):
        return False
    number = parse(candidate, region, keep_raw_input=True)
    without = CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN
    return number.country_code_source == without and number.country_code != 1


def is_national(candidate: str, region: str) -> bool:
    """Whether digits are a number only in a country that they do not name."""
    try:
        number = parse(candidate, region, keep_raw_input=True)
    except NumberParseException:
        return False
    return number.country_code_source == CountryCodeSource.FROM_DEFAULT_COUNTRY


def parse_leniently(candidate: str, region: str | None) -> ParsedNumber | None:
    """Read digits and punctuation as a number that need not exist; never letters."""
    if any(char.isalpha() for char in candidate):
        return None
    try:
        return parse(candidate, region)
    except NumberParseException:
        return None


def describe(number: ParsedNumber) -> PhoneNumber:
    """Say what is known of a parsed number."""
    region = region_code_for_number(number) or NO_COUNTRY
    return PhoneNumber(
        e164=format_number(number, PhoneNumberFormat.E164),
        region=region,
        kind=_KINDS.get(number_type(number), NumberKind.UNKNOWN),
        zones=zones_of(number, region),
    )


def phone_from_e164(e164: str) -> PhoneNumber | None:
    """Recompute what is known of a stored number, None if it is no valid number any more."""
    number = parse_leniently(e164, None) if e164.startswith("+") else None
    return describe(number) if number is not None and is_valid_number(number) else None


def is_emergency_or_short(candidate: str, region: str | None) -> bool:
    """Whether digits are those of an emergency or service number, dialled at home or with +CC."""
    digits = "".join(char for char in candidate if char.isdigit())
    if candidate.lstrip("([").startswith("+"):
        number = parse_leniently(candidate, None)
        if number is None:
            return False
        region = region_code_for_country_code(number.country_code or 0)
        digits = national_significant_number(number)
        return len(digits) <= _SHORT and connects_to_emergency_number(digits, region)
    if not 2 <= len(digits) <= _SHORT:
        return False
    return region is None or _is_short_in(digits, region)


def _is_short_in(digits: str, region: str) -> bool:
    if connects_to_emergency_number(digits, region):
        return True
    try:
        number = parse(digits, region)
    except NumberParseException:
        return False
    return is_possible_short_number_for_region(number, region)
