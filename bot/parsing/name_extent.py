"""How far a name goes of which an address tells some words."""

from collections.abc import Sequence
from itertools import pairwise

from bot.parsing.name_shapes import (
    is_lower,
    is_name_word,
    is_small_name_word,
    is_title_or_initial,
    looks_like_person,
)
from bot.parsing.name_witness import Witness, Word, fold
from bot.parsing.name_words import (
    CITIES,
    COMPANY_FORMS,
    FAMILY_NAMES_TOO,
    NO_SURNAMES,
    PARTICLES,
    ROLES,
    SUFFIXES,
    TITLES,
)
from bot.parsing.slack_text import MASK

_MOST_SMALL = 6
_OF = frozenset({"von", "van", "of", "de", "d'"})


def extend_name(
    text: str,
    words: Sequence[Word],
    known: tuple[int, int],
    witnesses: Sequence[Witness],
    *,
    complete: bool,
) -> tuple[int, int, bool]:
    """
    Add what else belongs to a name of which the `known` words, first and last, are in an address.

    `complete` says that given and family name are; the last value, that nothing else may belong.
    """
    first, last = known
    start, stop = _segment_around(words, first, last)
    others = [
        word for word in (*words[start:first], *words[last + 1 : stop]) if not _is_title(word)
    ]
    if others and _is_small_name(words[start:stop]):
        return start, stop - 1, False  # luis navarro gil, of luis.navarro@
    if looks_like_person([word.text for word in words[start:stop]]) and (
        not complete or MASK not in text[: words[start].start]
    ):
        inside = (first - start, last + 1 - start)
        before = witnesses if complete else ()  # Đặng Thị Mai, of mai@dang
        begin, end = without_neighbours(words[start:stop], before, witnesses, inside)
        known_words = words[first : last + 1]
        if complete and _is_stranger_before(words[start + begin : first], known_words, witnesses):
            return first, start + end - 1, False
        if complete and last + 1 < start + end < stop:
            return start + begin, last, False  # Nora Stein Bauleiter Kelp, of nora.stein@kelp
        return start + begin, start + end - 1, complete or end - begin == stop - start
    sure = True
    if not complete:
        first, last, sure = _completed(words, first, last, start, stop)
    while first > start and is_title_or_initial(words[first - 1].text):
        first -= 1
    while last + 1 < stop and words[last + 1].bare.replace(".", "") in SUFFIXES:
        last += 1
    return first, last, sure


def _is_small_name(words: Sequence[Word]) -> bool:
    """Whether words may be a name that is written small, and hold none that we know."""
    return len(words) <= _MOST_SMALL and all(
        word.text in PARTICLES
        or (is_small_name_word(word.text) and word.text not in ROLES | NO_SURNAMES)
        for word in words
    )


def without_neighbours(
    words: Sequence[Word],
    before: Sequence[Witness],
    behind: Sequence[Witness],
    known: tuple[int, int] | None = None,
) -> tuple[int, int]:
    """
    Leave out towns, tickets and companies before or behind two words of a name, and those that
    are known: a company is in the address, behind the @.
    """
    begin, end = 0, len(words)
    first, stop = known or (end, 0)
    while end > stop and _names(words[begin:end]) > 2 and _is_neighbour(words[end - 1], behind):
        end -= 1
    while begin < first and _names(words[begin:end]) > 2 and _is_neighbour(words[begin], before):
        begin += 1
    return begin, end


def _names(words: Sequence[Word]) -> int:
    return sum(not (_is_title(word) or word.text in PARTICLES) for word in words)


def _is_neighbour(word: Word, witnesses: Sequence[Witness]) -> bool:
    if word.bare in CITIES or any(char.isdigit() for char in word.text):
        return True
    return any(each.is_at(word.text) and not each.names_word(word.text) for each in witnesses)


def _is_stranger_before(
    words: Sequence[Word], known: Sequence[Word], witnesses: Sequence[Witness]
) -> bool:
    """
    Whether a word before a name that an address tells in full may be none of it: "Inbound Lena
    Vogt" of lena.vogt@, "Mother of Lena Vogt". María del Carmen, William 'Bill' and the M of
    mj.garcia@ are, and an abbreviation is a title.
    """
    bare = [word for word in words if not _is_title(word)]
    if len(bare) > 1 and bare[-1].text in _OF:
        return True
    return any(
        not (word.text in PARTICLES or word.text.endswith(".") or _is_title(word))
        and not (following.text in PARTICLES or following.text.startswith("'"))
        and not any(
            each.has_initial_of(word.text, name.text) for each in witnesses for name in known
        )
        for word, following in pairwise([*words, known[0]])
    )


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
    if first - 1 == start and is_lower(words[first].text) and _may_be_small_name(words[start]):
        return start, last, False
    end, count = last, 0
    while (following := _next_name(words, end, stop)) is not None:
        end, count = following, count + 1
    if count == 0 and last + 1 < stop and _may_be_family_name(words[last + 1]):
        return first, last + 1, False
    if count == 0 and _may_be_small_family_name(words, last, stop):
        return first, last + 1, False
    if count <= 1:
        unclear = end == last and last + 1 < stop and is_lower(words[last].text)
        return first, end, not unclear
    return first, _next_name(words, last, stop) or end, False


def _may_be_family_name(word: Word) -> bool:
    """Whether a word about a call may be a name as well: "Lisa New", "Vincent Price"."""
    return word.text[:1].isupper() and word.bare in FAMILY_NAMES_TOO


def _may_be_small_family_name(words: Sequence[Word], last: int, stop: int) -> bool:
    """Whether the word behind "bob" may be his other name: "bob smith at bob@example.com"."""
    if last + 1 >= stop or not is_lower(words[last].text):
        return False
    return _may_be_small_name(words[last + 1])


def _may_be_small_name(word: Word) -> bool:
    return is_small_name_word(word.text)


def find_family_given(
    words: Sequence[Word], witnesses: Sequence[Witness]
) -> tuple[int, int, bool] | None:
    """
    Find "Doe, John": first and last word, and whether an address tells that both are one name.

    Two cells of a table are alike. "Alex, Acme" of alex@acme.com is a person and a company.
    """
    start = 0
    while start < len(words):
        comma = _end_of_segment(words, start)
        stop = _end_of_segment(words, comma)
        family, given = words[start:comma], words[comma:stop]
        if given and given[0].after_comma and _looks_like_family_given(family, given, witnesses):
            sure = _knows(witnesses, family, in_host=True) and _knows(witnesses, given)
            return start, stop - 1, sure
        start = comma
    return None


def _end_of_segment(words: Sequence[Word], start: int) -> int:
    stop = start
    while stop < len(words) and words[stop].segment == words[start].segment:
        stop += 1
    return stop


def _looks_like_family_given(
    family: Sequence[Word], given: Sequence[Word], witnesses: Sequence[Witness]
) -> bool:
    if not looks_like_person([word.text for word in (*family, *given)]) or len(given) > 2:
        return False
    names = [word for word in family if word.bare not in PARTICLES and not _is_title(word)]
    if _knows(witnesses, family) and _knows(witnesses, given, only_host=True):
        return False
    if len(names) == 1:
        return not _is_title(family[0]) or _knows(witnesses, given)
    return len(names) == 2 and _knows(witnesses, given) and not _knows(witnesses, family)


def _is_title(word: Word) -> bool:
    return word.bare.replace(".", "") in TITLES


def _knows(
    witnesses: Sequence[Witness],
    words: Sequence[Word],
    *,
    in_host: bool = False,
    only_host: bool = False,
) -> bool:
    """Whether an address names one of the words, before the @ or else in its host."""
    return any(
        (not only_host and (witness.names_word(word.text) or _is_initial(witness, word)))
        or ((in_host or only_host) and witness.is_at(word.text))
        for witness in witnesses
        for word in words
    )


def _is_initial(witness: Witness, word: Word) -> bool:
    return any(spelling[:1] in witness.initials for spelling in fold(word.text))


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
    if at + 1 < stop and words[at + 1].bare in COMPANY_FORMS:
        return None  # Anna Acme GmbH
    return at if at < stop and is_name_word(words[at].text) else None


def _is_name(word: Word) -> bool:
    return is_name_word(word.text) and not is_title_or_initial(word.text)
