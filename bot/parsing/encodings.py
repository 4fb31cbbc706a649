"""A file's bytes → its text, where it is certain in which encoding they are."""

import re

_CAPITALS, _SMALL = "A-ZÀ-ÏÑ-ÖØ-ÜŠŽŒŸ", "a-zß-ïñ-öø-üÿšžœ"
"""Without þ, ð and ý, as which Turkish, and much else, is read where it is no Icelandic."""

_BEFORE, _BEHIND = "(\\[{<\"'‘’“„‚«¿¡*#+~_-", ")\\]}>\"'‘’“”»…–.,:!?€£°ªº™®²³%*+_-"
_WORD = (
    rf"[€£§°]?[A-Za-z0-9]++(?![À-ɏ])|\d+i?[eè][mr]?es?"
    rf"|(?=[A-Za-z]*+[À-ɏ])(?:[{_CAPITALS}]?[{_SMALL}]++(?:[A-Z][{_SMALL}]++)?|[{_CAPITALS}ß]++)"
)
_FITS = re.compile(
    rf"[{_BEFORE}]*(?:(?:{_WORD})(?:[-'’./&+_@:–—=*()]++[„“«‘]?(?:{_WORD}))*)[{_BEHIND}]*|\W+"
)
"""A western word, or some that signs join, as far as letters and signs stand where they may."""

_NEVER = re.compile(r"(?<![aeiouyäöü])ß|ñ(?![aeiouáéíóúü])|[^\W\d_a-z]{4}", re.IGNORECASE)
"""Letters where no western word has them, as Polish, Greek or Russian would be read."""

_NOT_HERE = re.compile(
    r"(?<!\w)[^\W\dA-Za-zàÀ_](?!\w)|\wí(?:s|t|re|ll|ve|d|m)\b|úu|îu|\bô\w+ö\b", re.IGNORECASE
)
"""A letter alone, Jane's, cœur and “ok”, as a Mac or DOS would read the marks of Windows."""

_SIGN = "[½¼¾×±·•€£§°™®©²³µ]"
_SIGNS = re.compile(rf"(?<!{_SIGN})(?:(?<![^\W\d_]){_SIGN}++|{_SIGN}++(?![^\W\d_]))")
"""Signs that may stand anywhere, but for between letters."""

_NOT_OURS = re.compile(
    r"[^\x00-\x7fäöüßàâæçéèêëîïôœùûüÿáíñóúÄÖÜÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸÁÍÑÓÚ¿¡’“”„–…«»€§°]"
)
_CHUNK = re.compile(r"[^\s;,|\"]+")

_LONGEST = 200
"""Characters; what is longer is no word."""

_OTHERS = ("mac_roman", "cp850")
"""What spreadsheets write on a Mac, and wrote under DOS."""


def decode(content: bytes) -> str | None:
    """
    Read a file's bytes: UTF-8, UTF-16, or Windows-1252, which nothing in a file names; so None
    where words would be none of any western language in it, or just as well some in another.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    head = content[:2000]
    if head.count(0) > len(head) // 4:
        little = head[1::2].count(0) >= head[::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _western(content)


def _western(content: bytes) -> str | None:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    others = (content.decode(encoding) for encoding in _OTHERS)
    if not _is_western(text) or any(_is_ours(other) for other in others):
        return None
    return text


def _is_western(text: str) -> bool:
    return all(
        len(chunk) < _LONGEST and _FITS.fullmatch(chunk) and not _NEVER.search(chunk)
        for chunk in _unusual(text)
    )


def _is_ours(text: str) -> bool:
    """Whether a text may be English, German, French or Spanish, and nothing speaks against it."""
    return _is_western(text) and not any(
        _NOT_OURS.search(chunk) or _NOT_HERE.search(chunk) for chunk in _unusual(text)
    )


def _unusual(text: str) -> set[str]:
    chunks = (_SIGNS.sub("", chunk) for chunk in _CHUNK.findall(text) if not chunk.isascii())
    return {chunk for chunk in chunks if not chunk.isascii()}
