"""How far a name goes of which an address tells some words."""

from collections.abc import Sequence

from bot.parsing.name_shapes import is_lower, is_name_word, is_title_or_initial, looks_like_person
from bot.parsing.name_witness import Word
from bot.parsing.name_words import PARTICLES, SUFFIXES
from bot.parsing.slack_text import MASK


def extend_name(
    text: str, words: Sequence[Word], first: int, last: int, *, complete: bool
) -> tuple[int, int, bool]:
    """
    Add what else belongs to a name of which some words are known.

    `complete` says that given and family name are; the last value, that nothing else may belong.
    """
    start, stop = _segment_around(words, first, last)
    if looks_like_person([word.text for word in words[start:stop]]) and (
        not complete or MASK not in text[: words[start].start]
    ):
        return start, stop - 1, True
    sure = True
    if not complete:
        first, last, sure = _completed(words, first, last, start, stop)
    while first > start and is_title_or_initial(words[first - 1].text):
        first -= 1
    while last + 1 < stop and words[last + 1].bare.replace(".", "") in SUFFIXES:
        last += 1
    return first, last, sure


def _segment_around(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    start, stop = first, last + 1
    while start > 0 and words[start - 1].segment == words[first].segment:
        start -= 1
    while stop < len(words) and words[stop].segment == words[last].segment:
        stop += 1
    return start, stop


def _completed(
    words: Sequence[Word], first: int, last: int, start: int, stop: int
) -> tuple[int, int, bool]:
    """Complete a name of which the address knows one word, to the left or else to the right."""
    begin = first
    while (previous := _previous_name(words, begin, start)) is not None and first - begin < 2:
        begin = previous
    if begin < first:
        return begin, last, True
    end, count = last, 0
    while (following := _next_name(words, end, stop)) is not None:
        end, count = following, count + 1
    if count <= 1:
        unclear = end == last and last + 1 < stop and is_lower(words[last].text)
        return first, end, not unclear
    return first, _next_name(words, last, stop) or end, False


def _previous_name(words: Sequence[Word], first: int, start: int) -> int | None:
    """Find the word of a name before one, before particles such as "de la"."""
    at = first - 1
    while at > start and words[at].text in PARTICLES:
        at -= 1
    return at if at >= start and _is_name(words[at]) else None


def _next_name(words: Sequence[Word], last: int, stop: int) -> int | None:
    """Find the next word of a name, behind particles such as "de la"."""
    at = last + 1
    while at < stop and words[at].text in PARTICLES:
        at += 1
    return at if at < stop and is_name_word(words[at].text) else None


def _is_name(word: Word) -> bool:
    return is_name_word(word.text) and not is_title_or_initial(word.text)
