"""In which country the number of a row is, by a column that says so."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale
from babel.core import get_global

from bot.parsing.phone_facts import dialled_codes, is_national
from bot.parsing.table_headers import words_of

_LANGUAGES = ("en", "de", "fr", "es")
_COUNTRY = frozenset({
    "country", "nation", "land", "länderkennung", "ländercode", "länderkürzel", "staat", "pays",
    "país", "pais",
})  # fmt: skip
_DIALLED = frozenset({
    "ländervorwahl", "landesvorwahl", "länderkennzahl", "landeskennzahl", "vorwahl", "indicatif",
    "prefijo", "prefix", "code",
})  # fmt: skip
"""What columns of codes are called; of a country only what begins with a plus, or 00."""

_CODE = re.compile(r"(?P<plus>\+|00)? ?(?P<code>\d{1,3})")
_OTHERS: Mapping[str, str] = {
    "holland": "NL", "england": "GB", "scotland": "GB", "wales": "GB", "great britain": "GB",
    "united states of america": "US", "u.s.": "US", "u.s.a.": "US", "d": "DE", "a": "AT",
    "f": "FR", "e": "ES", "brd": "DE", "the netherlands": "NL", "czech republic": "CZ",
}  # fmt: skip
"""What countries are called beside their names and codes, on letters and plates."""


def country_against(
    others: Sequence[tuple[str, str]], *, typed: str, e164: str, region: str | None
) -> str:
    """
    Give a column, with its header, that names another country than that in which a number was
    read, nothing if none does. A number that is typed with its own country is in that.
    """
    if region is None or not is_national(typed, region):
        return ""
    for header, cell in others:
        words = set(words_of(header))
        code = _CODE.fullmatch(cell)
        is_code = code is not None and code["plus"] is not None and bool(words & _DIALLED)
        if not cell or not (is_code or words & _COUNTRY):
            continue
        named = code["code"] if code is not None else _code_of(cell)
        if not named or not e164.startswith(f"+{named}"):
            return f"{header}: {cell}"
    return ""


def _code_of(country: str) -> str:
    """Give the dialled code of a country by its name or code, nothing for what is not known."""
    name = " ".join(country.casefold().split())
    return str(dialled_codes().get(_regions().get(name, ""), ""))


@cache
def _regions() -> dict[str, str]:
    """Name the regions whose numbers can be read, as people write them."""
    known = dialled_codes()
    aliases: Mapping[str, Sequence[str]] = get_global("territory_aliases")
    return {
        **{alias.casefold(): of[0] for alias, of in aliases.items() if len(of) == 1},
        **{
            name.casefold(): region
            for language in _LANGUAGES
            for region, name in Locale(language).territories.items()
            if region in known
        },
        **{region.casefold(): region for region in known},
        **_OTHERS,
    }
