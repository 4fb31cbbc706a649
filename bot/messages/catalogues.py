"""The languages that are spoken: their sentences, and how they write dates, spans and lists."""

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.calls.preferences import LANGUAGES

LOCALES = {"en": "en_GB"}
"""Where it is not the language's own: in English the day stands before the month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """
    One language. `translate` gives a sentence in it, `counted` the one of two that fits a number.

    The sentences are written in English; what a catalogue lacks is said as it is written.
    """

    language: str
    locale: Locale
    translate: Callable[[str], str]
    counted: Callable[[str, str, int], str]


@cache
def catalogue_of(language: str) -> Catalogue:
    """Load the catalogue of one of `LANGUAGES`."""
    spoken = _translations(language)
    return Catalogue(
        language=language,
        locale=Locale.parse(LOCALES.get(language, language)),
        translate=spoken.gettext,
        counted=spoken.ngettext,
    )


def language_of(locale: str | None, otherwise: str) -> str:
    """Read the language out of a locale like "de-DE"; `otherwise` if we do not speak it."""
    language = (locale or "").replace("_", "-").partition("-")[0].lower()
    return language if language in LANGUAGES else otherwise


def _translations(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    written = files("bot.messages").joinpath("languages", f"{language}.po")
    with written.open("rb") as po:
        catalogue = read_po(po, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
