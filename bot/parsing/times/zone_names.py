"""The names that people call time zones by."""

from functools import lru_cache
from zoneinfo import available_timezones

from bot.parsing.times.components import Zone
from bot.parsing.times.tokens import fold

_US = {
    "e": "America/New_York",
    "c": "America/Chicago",
    "m": "America/Denver",
    "p": "America/Los_Angeles",
}
NORTH_AMERICAN = frozenset({
    *_US.values(), "America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg",
    "America/Halifax", "America/Phoenix", "America/Anchorage", "Pacific/Honolulu",
    "America/Detroit", "America/Boise", "America/Indiana/Indianapolis", "America/Regina",
})  # fmt: skip
"""Where CST is that of Chicago, and AST that of Halifax, whatever the clock shows."""

GREENWICH = ("Etc/GMT",)
_NAMED: dict[str, tuple[str, ...]] = {
    "utc": ("UTC",), "gmt": GREENWICH, "z": ("UTC",), "zulu": ("UTC",),
    "et": (_US["e"],), "ct": (_US["c"],), "mt": (_US["m"],), "pt": (_US["p"],),
    "eastern": (_US["e"],), "central": (_US["c"],), "mountain": (_US["m"],),
    "pacific": (_US["p"],), "atlantic": ("America/Halifax",),
    "akst": ("America/Anchorage",), "hst": ("Pacific/Honolulu",),
    "jst": ("Asia/Tokyo",), "kst": ("Asia/Seoul",), "sgt": ("Asia/Singapore",),
    "hkt": ("Asia/Hong_Kong",),
    "awst": ("Australia/Perth",), "msk": ("Europe/Moscow",), "sast": ("Africa/Johannesburg",),
    "wib": ("Asia/Jakarta",), "brt": ("America/Sao_Paulo",),
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
    "gst": ("Asia/Dubai", "Atlantic/South_Georgia"),
    "pkt": ("Asia/Karachi",), "art": ("America/Argentina/Buenos_Aires",),
}  # fmt: skip
_SEASONAL: dict[str, tuple[str, bool]] = {
    "est": (_US["e"], True), "edt": (_US["e"], False),
    "cdt": (_US["c"], False), "mst": (_US["m"], True), "mdt": (_US["m"], False),
    "pst": (_US["p"], True), "pdt": (_US["p"], False),
    "cet": ("Europe/Berlin", True), "cest": ("Europe/Berlin", False),
    "mez": ("Europe/Berlin", True), "mesz": ("Europe/Berlin", False),
    "wet": ("Europe/Lisbon", True), "west": ("Europe/Lisbon", False),
    "eet": ("Europe/Athens", True), "eest": ("Europe/Athens", False),
    "aest": ("Australia/Sydney", True), "aedt": ("Australia/Sydney", False),
    "acst": ("Australia/Adelaide", True), "acdt": ("Australia/Adelaide", False),
    "nzst": ("Pacific/Auckland", True), "nzdt": ("Pacific/Auckland", False),
    "akdt": ("America/Anchorage", False), "adt": ("America/Halifax", False),
}  # fmt: skip
IN_CAPITALS: dict[str, Zone] = {
    **{
        letters: Zone(names=(name,))
        for letters, name in {
            "aet": "Australia/Sydney", "aft": "Asia/Kabul", "azt": "Asia/Baku",
            "bot": "America/La_Paz", "cat": "Africa/Maputo", "chst": "Pacific/Guam",
            "cot": "America/Bogota", "eat": "Africa/Nairobi", "ect": "America/Guayaquil",
            "fjt": "Pacific/Fiji", "get": "Asia/Tbilisi", "ict": "Asia/Bangkok",
            "irst": "Asia/Tehran", "mmt": "Asia/Yangon", "mut": "Indian/Mauritius",
            "mvt": "Indian/Maldives", "myt": "Asia/Kuala_Lumpur", "npt": "Asia/Kathmandu",
            "nzt": "Pacific/Auckland", "pet": "America/Lima", "phst": "Asia/Manila",
            "pht": "Asia/Manila", "pyt": "America/Asuncion", "ret": "Indian/Reunion",
            "slst": "Asia/Colombo", "trt": "Europe/Istanbul", "uyt": "America/Montevideo",
            "uzt": "Asia/Tashkent", "vet": "America/Caracas", "wat": "Africa/Lagos",
            "wit": "Asia/Jayapura", "wita": "Asia/Makassar",
        }.items()
    },
    "amt": Zone(names=("America/Manaus", "Asia/Yerevan")),
    "bdt": Zone(names=("Asia/Dhaka", "Asia/Brunei")),
    "hne": Zone(names=(_US["e"],), standard_only=True),
    "hae": Zone(names=(_US["e"],), standard_only=False),
    "hnp": Zone(names=(_US["p"],), standard_only=True),
    "hap": Zone(names=(_US["p"],), standard_only=False),
    "clt": Zone(names=("America/Santiago",), standard_only=True),
    "clst": Zone(names=("America/Santiago",), standard_only=False),
    "idt": Zone(names=("Asia/Jerusalem",), standard_only=False),
    "mest": Zone(names=("Europe/Berlin",), standard_only=False),
    "nst": Zone(names=("America/St_Johns",), standard_only=True),
    "ndt": Zone(names=("America/St_Johns",), standard_only=False),
}  # fmt: skip
"""Letters that are a zone behind a clock and all in capitals, and nothing else."""

_CENTRAL_STANDARD = (_US["c"], "Asia/Shanghai", "America/Havana")
_BRITISH_SUMMER = ("Europe/London", "Asia/Dhaka")
AMERICAN = frozenset({"eastern", "central", "mountain", "pacific", "atlantic"})
"""What Americans call their zones by."""

WORDS_TOO = AMERICAN | {"z", "et", "ct", "mt", "pt", "art", "west", "est"}
WORDS_IN_CAPITALS = frozenset(
    {"art", "bot", "cat", "cot", "eat", "get", "pet", "ret", "vet", "wit"}
)
"""Of those that are zones in capitals these are words, of which some are all in capitals."""

CAPITALS_ONLY = frozenset({"z", "art", "west", "mt"})
_LOCAL_NAMES = {
    "berliner": "Europe/Berlin", "wiener": "Europe/Vienna", "zurcher": "Europe/Zurich",
    "londoner": "Europe/London", "pariser": "Europe/Paris", "madrider": "Europe/Madrid",
    "new yorker": _US["e"], "deutscher": "Europe/Berlin", "deutsche": "Europe/Berlin",
    "mitteleuropaische": "Europe/Berlin", "mitteleuropaischer": "Europe/Berlin",
    "londres": "Europe/London", "nueva york": _US["e"], "san francisco": _US["p"],
    "genf": "Europe/Zurich", "munich": "Europe/Berlin", "munchen": "Europe/Berlin",
    "hamburg": "Europe/Berlin", "frankfurt": "Europe/Berlin", "koln": "Europe/Berlin",
    "cologne": "Europe/Berlin", "seattle": _US["p"], "boston": _US["e"], "miami": _US["e"],
    "washington": _US["e"], "barcelona": "Europe/Madrid", "lyon": "Europe/Paris",
    "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "bangalore": "Asia/Kolkata",
    "beijing": "Asia/Shanghai", "geneva": "Europe/Zurich", "milan": "Europe/Rome",
    "wien": "Europe/Vienna", "mexico": "America/Mexico_City", "lisboa": "Europe/Lisbon",
    "uk": "Europe/London", "german": "Europe/Berlin", "spanish": "Europe/Madrid",
    "french": "Europe/Paris", "spanischer": "Europe/Madrid", "franzosischer": "Europe/Paris",
    "australian eastern": "Australia/Sydney", "central european": "Europe/Berlin",
    "us eastern": _US["e"], "us pacific": _US["p"], "us central": _US["c"],
    "east coast": _US["e"], "west coast": _US["p"],
    "alaska": "America/Anchorage", "hawaii": "Pacific/Honolulu", "arizona": "America/Phoenix",
    "california": _US["p"], "texas": _US["c"], "florida": _US["e"],
    "peninsular": "Europe/Madrid", "canaria": "Atlantic/Canary", "canarias": "Atlantic/Canary",
    "insular": "Atlantic/Canary", "anglaise": "Europe/London", "inglesa": "Europe/London",
    "la": _US["p"], "nyc": _US["e"], "sf": _US["p"], "ny": _US["e"],
}  # fmt: skip
EVERYDAY = frozenset(
    {"center", "east", "west", "south", "north", "central", "general", "eastern", "easter", "wake"}
    | {"midway", "reunion", "troll", "casey", "davis", "palmer", "knox", "nome", "marengo", "hora"}
)
ONLY_WITH_TIME = frozenset(
    {
        "la",
        "german",
        "french",
        "spanish",
        "peninsular",
        "insular",
        "canaria",
        "anglaise",
        "inglesa",
    }
)


@lru_cache(maxsize=1)
def cities() -> dict[str, str]:
    """Folded city names, and names that people use for a zone, with their IANA name."""
    cities: dict[str, str] = {}
    for name in sorted(available_timezones()):
        area, _, city = name.rpartition("/")
        if area and not area.startswith(("Etc", "posix", "right", "SystemV", "US", "Canada")):
            cities.setdefault(fold(city).replace("_", " "), name)
    return cities | _LOCAL_NAMES


def zone_abbreviated(word: str) -> Zone | None:
    """Tell the zone that the folded letters stand for: pst, mez."""
    if word in _NAMED:
        return Zone(names=_NAMED[word])
    if word in IN_CAPITALS:
        return IN_CAPITALS[word]
    if word == "cst":
        return Zone(names=_CENTRAL_STANDARD, standard_only=True)
    if word == "bst":
        return Zone(names=_BRITISH_SUMMER, standard_only=False)
    if word in _SEASONAL:
        name, standard = _SEASONAL[word]
        return Zone(names=(name,), standard_only=standard)
    return None


@lru_cache(maxsize=1)
def zones_by_folded_name() -> dict[str, str]:
    """Give the IANA names by their folded spelling."""
    return {fold(name): name for name in available_timezones() if "/" in name}


@lru_cache(maxsize=1)
def first_words_of_cities() -> frozenset[str]:
    """Give the words that the names of cities begin with."""
    return frozenset(name.split()[0] for name in cities())
