"""Tells whether a word behind a number is what it counts: 12 seats, 5 Filialen, 20 usuarios."""

import re

from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape, fold

_WORD = re.compile(r"[^\W\d_]+")
_NO_PLURAL_ENDING = frozenset({
    "people", "staff", "pax", "percent", "person", "men", "women", "children", "star", "inch",
    "mal", "leute", "stuck", "prozent", "fach", "gente", "fois", "mille", "personnel", "k",
    "eur", "euro", "usd", "gbp", "chf", "dollar", "franken", "mio", "zoll", "per", "pro", "par",
    "por", "kg", "km", "qm", "sqm", "sqft", "sq", "gb", "tb", "mb", "mbit", "gbit", "kwh",
    "kwp", "kva", "kw", "mw", "ha", "ct", "mm", "cm", "ml", "budget", "rate", "price",
})  # fmt: skip
_UNITS = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "second", "hr", "min", "std", "h"}
    | {"jahr", "monat", "woche", "tag", "stunde", "an", "mois", "jour", "heure", "semaine"}
    | {"ano", "mes", "dia", "hora", "semana", "minuto"}
)
_NO_PLURALS = frozenset(
    {"sales", "news", "series", "thanks", "always", "perhaps", "demos", "cours", "temps", "apres"}
    | {"tres", "dans", "sans", "acces", "succes", "proces", "lunes", "martes", "miercoles"}
    | {"jueves", "viernes", "tras", "gracias", "despues", "antes", "interes"}
)
_ENDINGS = ("s", "aux", "eux")
_SINGULAR_ENDINGS = ("ss", "us", "is")
_GERMAN_ENDINGS = ("ungen", "zen", "nen", "len", "er", "ern", "tze", "ate", "aume")


def is_counted(word: str, *, capital: bool) -> bool:
    """Whether the folded `word` is in the plural, or a measure; German nouns have a `capital`."""
    if word in _NO_PLURAL_ENDING or word in _UNITS:
        return True
    if word in _NO_PLURALS or len(word) < 4:
        return False
    if word.endswith(_ENDINGS) and not word.endswith(_SINGULAR_ENDINGS):
        return True
    return capital and word.endswith(_GERMAN_ENDINGS)


def counts_at(line: Line, at: int) -> bool:
    """Whether a number before that token counts the word that stands there."""
    if not line.shape(at, Shape.WORD) or line.known(at):
        return False
    return is_counted(line.text(at), capital=line.tokens[at].capital)


def counts_word_at(text: str, start: int) -> bool:
    """Whether a number before `start` counts the word that stands there."""
    word = _WORD.search(text, start, start + 40)
    return word is not None and is_counted(fold(word.group()), capital=word.group()[0].isupper())
