"""Cuts text into words, numbers and signs, folded so that spelling habits do not matter."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

MASK = "\ufffc"

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\S\n]*\n\s*|\S")
_BREAKS = frozenset(f"{MASK};|•·\n")
_SIGNS = str.maketrans("‘’´`′‐‑‒–—−：＠…", "'''''------:@.")
_GERMAN_DAY_AND_PART = re.compile(
    r"(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
    r"((?:fruh|spat)?(?:morgen|vormittag|mittag|nachmittag|abend)|nacht|fruh|frueh)s?"
)


_DAY_WITHOUT_SPACE = re.compile(
    "(今日|今天|今晚|明日|明天|明早|明晚|明後日|后天|後天|내일|모레|오늘)(.+)"
)
_LATIN = "\u024f"  # the last letter of the Latin alphabet's everyday blocks


def is_other_script(word: str) -> bool:
    """Whether the folded `word` is not written in Latin letters."""
    return word[:1].isalpha() and word[0] > _LATIN


class Shape(Enum):
    """What a token is made of."""

    WORD = auto()
    NUMBER = auto()
    SIGN = auto()
    BREAK = auto()  # no expression reaches over it


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of text without spaces: `text` folded, `start` and `end` as in the original."""

    text: str
    start: int
    end: int
    shape: Shape
    joined: bool  # no space stands before it
    capital: bool
    capitals: bool  # there is no other letter in it


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if unicodedata.east_asian_width(character) == "F":
        character = unicodedata.normalize("NFKC", character)
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character[0]


def fold(text: str) -> str:
    """Lower case, without accents, ASCII digits, plain signs; as long as the original."""
    if text.isascii():
        return text.lower().translate(_SIGNS)
    folded = "".join(_fold_character(character) for character in text.translate(_SIGNS))
    return folded.translate(_SIGNS)


def tokenise(text: str) -> tuple[Token, ...]:
    """All tokens of `text`, left to right."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(fold(text)):
        word, start, end = match.group(), match.start(), match.end()
        joined = bool(tokens) and tokens[-1].end == start
        for part, at in _split(word):
            tokens.append(
                Token(
                    text=part,
                    start=start + at,
                    end=min(start + at + len(part), end),
                    shape=_shape(part),
                    joined=joined,
                    capital=text[start].isupper(),
                    capitals=text[start : match.end()].isupper(),
                )
            )
            joined = False
    return tuple(tokens)


def words_in(text: str) -> tuple[str, ...]:
    """Give the folded text of the tokens of `text`, and nothing else of them."""
    found = (match.group() for match in _TOKEN.finditer(fold(text)))
    return tuple(part for word in found for part, _ in _split(word))


def _split(word: str) -> tuple[tuple[str, int], ...]:
    compound = _GERMAN_DAY_AND_PART.fullmatch(word) if len(word) > 8 else None
    if is_other_script(word):
        compound = _DAY_WITHOUT_SPACE.fullmatch(word)
    if compound is None:
        return ((word, 0),)
    return ((compound.group(1), 0), (word[compound.start(2) :], compound.start(2)))


def _shape(word: str) -> Shape:
    if word[0].isdecimal():
        return Shape.NUMBER
    if word[0].isalpha():
        return Shape.WORD
    return Shape.BREAK if word.strip(" \t\r") in _BREAKS or "\n" in word else Shape.SIGN
