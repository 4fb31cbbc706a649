"""The countries whose national numbers can be read."""

from functools import cache

from bot.calls.settings_form import Country
from bot.parsing.phone_facts import dialled_codes


@cache
def countries() -> tuple[Country, ...]:
    """List them by their ISO 3166 codes."""
    return tuple(
        Country(region=region, dialled=code) for region, code in sorted(dialled_codes().items())
    )
