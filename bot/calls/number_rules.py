"""Which numbers may be rung at all. A rule here is never overruled by a yes."""

from collections.abc import Collection

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.phone_number import NumberKind, PhoneNumber

CALLABLE = frozenset(
    {
        NumberKind.FIXED_LINE,
        NumberKind.MOBILE,
        NumberKind.FIXED_LINE_OR_MOBILE,
        NumberKind.VOIP,
        NumberKind.TOLL_FREE,
        NumberKind.UAN,
    }
)
"""Everything else costs the caller more than a call, or is no person's telephone."""

UNUSUAL = frozenset({NumberKind.TOLL_FREE, NumberKind.UAN})
"""May be rung, but a person is asked first: they are companies' lines, rarely a contact's."""

NO_COUNTRY = "001"
"""libphonenumber's region of numbers without a country: satellite, international freephone."""


def refusal(phone: PhoneNumber, *, allowed_countries: Collection[str]) -> Doubt | None:
    """Say why this number is not called, None if it may be. An empty list allows every country."""
    if phone.kind not in CALLABLE or phone.region == NO_COUNTRY:
        reason = Reason.NUMBER_KIND_REFUSED
    elif allowed_countries and phone.region not in allowed_countries:
        reason = Reason.NUMBER_COUNTRY_REFUSED
    else:
        return None
    return Doubt(field=Field.PHONE_NUMBER, reason=reason, read=phone.e164, options=(phone.region,))
