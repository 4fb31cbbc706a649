"""Finds labels such as "phone:", "email=" and "--name", and words that are nearly one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.calls.doubts import Field
from bot.parsing.found import Span
from bot.parsing.label_words import (
    EARLIER,
    EVERYDAY,
    LABELS,
    NO_SLIPS,
    OTHER_NAMES,
    OTHER_TIMES,
    PLACES,
    PLAIN,
    THINGS,
    WHOSE,
    Part,
)
from bot.parsing.phone_surroundings import find_reference_word
from bot.parsing.slack_text import MASK

_KEY = r"[^\W\d_][^\W\d]*(?:-[^\W\d_]+)*"
_MARK = re.compile(
    rf"""
    ^ (?P<bold>[*_]{{0,2}}) (?P<heading>{_KEY}(?:\ {_KEY}){{0,3}}) [*_]{{0,2}} \ * \n \s* |
    (?:(?<=[\s,;|(>{MASK}])|\A)                # never inside a word or an address
    (?: [*_]{{0,2}} (?:\d(?:st|nd|rd|th)\ )? (?P<key>{_KEY}(?:\.?[ /]{_KEY}){{0,3}}) \.?
        (?P<count>\ ?\#?[1-9](?=\ ?[:=]\ ?(?:\D|\d{{3}})))?  # phone 2:, and no 2:30
        [*_]{{0,2}} \ {{0,2}} (?:\?\ ?)? (?P<mark>[:=]) (?!//) [*_]{{0,2}}
      | (?:--|[—–]) (?P<option>{_KEY}) (?:\ ?[:=]\ ?|(?=\s)) )
    \s*
    """,
    re.VERBOSE | re.MULTILINE,
)
_COUNTED = frozenset({Field.PHONE_NUMBER, Field.EMAIL, Field.SCHEDULED_TIME})
_OTHERS = {Field.FULL_NAME: OTHER_NAMES, Field.SCHEDULED_TIME: OTHER_TIMES}
_SIGNS = (":", "=", "\n", "--", "—", "–")
"""Without one of them nothing is a label."""

_MOST = 60
_SHORTEST_NEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Span):
    """
    A word that names the field of what follows it, up to the value's first character.

    `near` holds the label that a word nearly is, `foreign` is a word that names no field of ours
    and only ends the value before it.
    """

    word: str
    field: Field | None = None
    part: Part = Part.WHOLE
    near: str = ""
    is_heading: bool = False  # alone in its line, and its value in the next

    @property
    def is_foreign(self) -> bool:
        """Whether it names something that a call has no field for."""
        return self.field is None

    @property
    def is_everyday(self) -> bool:
        """Whether it is an ordinary word as well."""
        return self.word in EVERYDAY


def find_labels(text: str) -> list[Label]:
    """Find the labels in `text`, left to right, not looking into quotes."""
    labels: list[Label] = []
    if not any(sign in text for sign in _SIGNS):
        return labels
    at = 0
    while len(labels) < _MOST and (match := _MARK.search(text, at)) is not None:
        label = _read(match)
        if label is not None:
            labels.append(label)
        at = match.end() if label is not None else max(match.start() + 1, match.end() - 1)
    return labels


def _read(match: re.Match[str]) -> Label | None:
    if match["option"] is not None:
        return _option(match)
    if match["heading"] is not None:
        return _heading(match)
    words = match["key"]
    if (reference := find_reference_word(match.string, match.end("key"))) is not None:
        return Label(start=reference, end=match.end(), word=words.casefold())
    for start in _word_starts(words):
        key = words[start:].casefold().replace(".", "")
        if key in LABELS:
            field, part = LABELS[key]
            if match["count"] and field not in _COUNTED:
                return None
            before = words[:start].casefold().split()
            others = _OTHERS.get(field, frozenset()) if key in PLAIN else EARLIER
            if key == "name" and not match.string[: match.start()].rpartition("\n")[2]:
                others |= THINGS
            if before and before[-1] in others:
                return Label(start=match.start(), end=match.end(), word=key)
            begin = _start_of_whose(words, start)
            begin = match.start() if begin == 0 else match.start("key") + begin
            return Label(start=begin, end=match.end(), word=key, field=field, part=part)
    return None if match["count"] else _unknown(match, words)


def _heading(match: re.Match[str]) -> Label | None:
    """Read "*First name*" over "Mona", as forms post it."""
    words = match["heading"].casefold().split()
    while len(words) > 1 and words[0] in WHOSE and " ".join(words) not in LABELS:
        del words[0]
    key = " ".join(words)
    if key not in LABELS or len(key) < 2 or (key in EVERYDAY and not match["bold"]):
        return None
    field, part = LABELS[key]
    return Label(
        start=match.start(), end=match.end(), word=key, field=field, part=part, is_heading=True
    )


def _start_of_whose(words: str, start: int) -> int:
    """Where the words before a label begin that only say whose it is: "Your phone:"."""
    while (before := words[:start].split()) and before[-1].casefold() in WHOSE:
        start = words.rindex(before[-1], 0, start)
    return start


def _unknown(match: re.Match[str], words: str) -> Label:
    """Read a word that names no field of ours, or nearly one."""
    last = words.rpartition(" ")[2].casefold()
    begin = match.start() if " " not in words else match.end("key") - len(last)
    near = nearest_label(last)
    if not near:
        return Label(start=begin, end=match.end(), word=last)
    field, part = LABELS[near]
    return Label(start=begin, end=match.end(), word=last, field=field, part=part, near=near)


def _option(match: re.Match[str]) -> Label | None:
    key = match["option"].casefold().replace("-", " ")
    known = LABELS.get(key) or LABELS.get(match["option"].casefold())
    near = "" if known else nearest_label(key)
    if not known and not near:
        return None
    field, part = known or LABELS[near]
    return Label(start=match.start(), end=match.end(), word=key, field=field, part=part, near=near)


def _word_starts(words: str) -> list[int]:
    return [0, *(index + 1 for index, char in enumerate(words) if char in " /")]


@lru_cache(maxsize=1024)
def nearest_label(word: str) -> str:
    """Give the label that `word` misses by one slip of the finger, or nothing."""
    if len(word) < _SHORTEST_NEAR or word in LABELS or word in NO_SLIPS:
        return ""
    near = (label for label in LABELS if len(label) >= _SHORTEST_NEAR and label not in PLACES)
    return next((label for label in near if is_one_slip(word, label)), "")


def is_one_slip(typed: str, meant: str) -> bool:
    """Whether one letter was added, left out, changed or swapped with the next."""
    if abs(len(typed) - len(meant)) > 1 or typed == meant:
        return False
    at = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), None)
    if at is None:
        return True
    rest, wanted = typed[at:], meant[at:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return swapped or rest[1:] == wanted or rest == wanted[1:] or rest[1:] == wanted[1:]
