"""The countries whose national numbers can be read."""

from functools import cache
from importlib.resources import files

from bot.calls.settings_form import Country
from bot.parsing.phone_facts import dialled_codes

NAMES = {"AC": "Ascension", "TA": "Tristan da Cunha", "XK": "Kosovo"}
"""What the time zone database's list of countries leaves out."""


@cache
def countries() -> tuple[Country, ...]:
    """List them by name."""
    names = dict(NAMES)
    table = (files("tzdata.zoneinfo") / "iso3166.tab").read_text("utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            region, name = line.split("\t")
            names[region] = name
    listed = [
        Country(region=region, name=names.get(region, region), dialled=code)
        for region, code in dialled_codes().items()
    ]
    return tuple(sorted(listed, key=lambda country: country.name))
