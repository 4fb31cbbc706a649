"""Odd characters, and the usual ones that they are read as."""

import unicodedata
from functools import lru_cache

MASK = "\ufffc"  # stands where finders must see neither letter nor digit

_BREAKS = "\r\u0085\u2028\u2029"
_REPLACED = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛ʼ´′", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63", "-"),
    **dict.fromkeys("\t\x0b\x0c" + MASK, " "),
    **dict.fromkeys(_BREAKS, "\n"),
}


@lru_cache(maxsize=4096)
def plain_character(char: str) -> str:
    """One usual character for an odd one, or nothing where it has no place in a line."""
    if char in _REPLACED:
        return _REPLACED[char]
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Cs"}:
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.digit(char))
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return char


def shown_character(char: str) -> str:
    """Give what a person sees for a character that was kept: itself, but spaces are plain."""
    plain = plain_character(char)
    return plain if plain.isspace() else char
