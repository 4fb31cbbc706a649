"""Where the owner of a number may live: IANA zones by country, narrowed by area code."""

from functools import cache
from importlib.resources import files

from phonenumbers import PhoneNumber as ParsedNumber
from phonenumbers.timezone import time_zones_for_number

# zone.tab leaves these out: Ascension, Tristan da Cunha, Kosovo
_NOT_IN_ZONE_TAB = {
    "AC": ("Atlantic/St_Helena",),
    "TA": ("Atlantic/St_Helena",),
    "XK": ("Europe/Belgrade",),
}
_FEW = 4


@cache
def _zones_by_region() -> dict[str, tuple[str, ...]]:
    """Zones of each ISO 3166 region, as the time zone database lists them."""
    zones: dict[str, tuple[str, ...]] = dict(_NOT_IN_ZONE_TAB)
    table = (files("tzdata.zoneinfo") / "zone.tab").read_text("utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            region, _, zone = line.split("\t")[:3]
            zones[region] = (*zones.get(region, ()), zone)
    return zones


@cache
def _links() -> dict[str, str]:
    """Names of zones that are others by now, or were always: Pacific/Truk and Pacific/Chuuk."""
    rules = (files("tzdata.zoneinfo") / "tzdata.zi").read_text("utf-8")
    links = (line.split() for line in rules.splitlines() if line.startswith("L "))
    return {alias: target for _, target, alias in links}


def zones_of(number: ParsedNumber, region: str) -> tuple[str, ...]:
    """
    Zones in which the owner of `number` may live, none for a number of no country.

    The country's own list comes first, since libphonenumber puts whole countries into a
    neighbour's zone. Its area codes only choose among several zones of one country.
    """
    zones = _zones_by_region().get(region, ())
    if len(zones) < 2:
        return zones
    links = _links()
    likely = {links.get(zone, zone) for zone in time_zones_for_number(number)}
    narrowed = tuple(zone for zone in zones if links.get(zone, zone) in likely)
    return narrowed if 1 <= len(narrowed) <= _FEW else zones
