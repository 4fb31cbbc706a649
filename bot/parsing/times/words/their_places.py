"""Phrases for where the contact is, by whose clock a time may be meant: "where she is"."""

from itertools import product


def _all(*parts: str) -> str:
    """Join each of the words of one part with each of the next."""
    said = (
        " ".join(filter(None, words)) for words in product(*(each.split("/") for each in parts))
    )
    return "|".join(said)


ENGLISH = "|".join((
    _all("on/at/", "her/his/their/your", "side"),
    _all("on/at", "her/his/their/your", "end"),
    _all("in", "her/his/their/your", "zone/time zone/timezone/city/country/region/location"),
    _all("at", "her/his/their", "place/location"),
    _all("for", "her/him/them"),
    _all("where", "he/she", "is/lives/works/sits/is based"),
    _all("where", "they", "are/live/work/sit/are based"),
))  # fmt: skip
GERMAN = "|".join((
    _all("auf/", "ihrer/seiner/deren", "seite"),
    _all("in", "ihrer/seiner/deren", "zone/zeitzone/stadt/region"),
    _all("in", "ihrem/seinem/deren", "land"),
    _all("für", "sie/ihn"),
    _all("wo", "er/sie", "ist/lebt/wohnt/sitzt/arbeitet"),
    _all("/da/dort", "drüben"),
    "dort|wo sie sind",
))  # fmt: skip
FRENCH = "|".join((
    _all("de", "son/leur/votre/ton", "côté"),
    _all("dans", "son/leur/votre", "fuseau/fuseau horaire/pays"),
    _all("dans", "sa/leur/votre", "ville/zone/région"),
    _all("pour", "elle/elles/lui/eux"),
    _all("/là", "où", "il/elle", "est/vit/habite/travaille/se trouve"),
))  # fmt: skip
SPANISH = "|".join((
    _all("de/por/en", "su/tu", "lado"),
    _all("en", "su/tu", "zona/zona horaria/país/ciudad/región"),
    _all("para", "ella/él/ellas/ellos"),
    _all("donde", "/él/ella", "está/vive/trabaja/se encuentra"),
    _all("/por", "allí/allá/ahí"),
))  # fmt: skip
