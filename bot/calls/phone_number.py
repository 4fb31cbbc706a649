"""A telephone number that a network could connect, and what is known of it."""

from dataclasses import dataclass
from enum import StrEnum


class NumberKind(StrEnum):
    """What a number is for, as libphonenumber's PhoneNumberType tells it."""

    FIXED_LINE = "fixed_line"
    MOBILE = "mobile"
    FIXED_LINE_OR_MOBILE = "fixed_line_or_mobile"
    VOIP = "voip"
    TOLL_FREE = "toll_free"
    UAN = "uan"
    PREMIUM_RATE = "premium_rate"
    SHARED_COST = "shared_cost"
    PERSONAL_NUMBER = "personal_number"
    PAGER = "pager"
    VOICEMAIL = "voicemail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneNumber:
    """
    A number as the network knows it.

    `e164` is `+`, country code and subscriber number, digits only. `region` is the ISO 3166 code
    of its country, "001" where it belongs to none (satellite, international freephone). `zones`
    are the IANA zones in which its owner may live, empty if nothing is known.
    """

    e164: str
    region: str
    kind: NumberKind
    zones: tuple[str, ...] = ()
