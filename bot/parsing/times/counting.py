"""Tells whether a word behind a number is what it counts: 12 seats, 5 Filialen, 20 usuarios."""

_NO_PLURAL_ENDING = frozenset(
    {"people", "staff", "pax", "percent", "person", "men", "women", "children", "star", "inch"}
    | {"mal", "leute", "stuck", "prozent", "fach", "gente", "fois", "mille", "personnel", "k"}
    | {"eur", "euro", "usd", "gbp", "chf", "dollar", "franken", "mio", "zoll"}
    | {
        "per",
        "pro",
        "par",
        "por",
        "kg",
        "km",
        "qm",
        "sqm",
        "sqft",
        "gb",
        "tb",
        "mb",
        "mbit",
        "gbit",
        "kwh",
        "mm",
        "cm",
        "ml",
    }
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
    if word in _NO_PLURAL_ENDING:
        return True
    if word in _NO_PLURALS or len(word) < 4:
        return False
    if word.endswith(_ENDINGS) and not word.endswith(_SINGULAR_ENDINGS):
        return True
    return capital and word.endswith(_GERMAN_ENDINGS)
