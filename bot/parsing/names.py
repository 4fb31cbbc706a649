"""Finds the name of the person to be called among the words that nothing else explains."""

import re
from collections.abc import Sequence

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.found import Found, Span
from bot.parsing.joined_names import (
    are_related,
    is_beside_another,
    is_one_of_single,
    is_one_of_two,
    stand_together,
)
from bot.parsing.name_extent import (
    extend_name,
    find_family_given,
    without_neighbours,
)
from bot.parsing.name_shapes import (
    begins_context,
    is_lower,
    is_name_word,
    is_small_name_word,
    looks_like_person,
)
from bot.parsing.name_witness import Witness, Word, find_witnessed, fold
from bot.parsing.name_words import (
    CITIES,
    COMPANY_FORMS,
    FAMILY_NAMES_TOO,
    NO_SURNAMES,
    PARTICLES,
    ROLES,
    SUFFIXES,
)
from bot.parsing.slack_text import MASK

_BETWEEN = re.compile(
    rf"[{MASK},;|\n•·→⇒>()\[\]{{}}\"<`@~]+|\s(?:--?|[–—/&])(?=\s)|/(?<=[^\W\d_]{{2}}/)(?=[^\W\d_]{{2}})|:(?=\s|$)|(?<=\s)[?!](?=\s)|(?<=[^\W\d_]{{5}})[.!?](?=\s)"
)
CELL = "•"
"""Stands between the cells of a table when names are looked for."""

_NICKNAME = re.compile(r"(?<=\w) [(\"]([^\W\d_]{2,15})[)\"] (?=[^\W\d_])")
_READABLE = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\s*~_]+")
_BESIDE = frozenset(",;|\n" + CELL)
_LABEL_OF_ONE_LETTER = re.compile(r"[A-Z]:(?=\s|$)")
"""C: 917 555 0152, which is how a signature says cell, office, direct or fax."""

_LETTER_BEFORE_VALUE = re.compile(rf"[TMPFDOCE] {MASK}")
"""Alex Mueller T +49 …: said so of a telephone, where a whole name stands before it."""

_PARTED = re.compile(r"['’]s |[*~]")
"""Nils Sommer's PA, *VIP* Nils Sommer: not one name."""

_GIVEN_AND_FAMILY = re.compile(r"[^\W\d_]{2,}[._-][^\W\d_]{3,}@")
_MOST_WORDS = 300
_LONGEST = 100
_LONGEST_INITIAL = 4
_LONGEST_LABEL = 3
_MOST_IN_A_NAME = 6


def read_whole_name(text: str) -> Found[str]:
    """Read text that should be one name and nothing else."""
    name = " ".join(text.split())
    reason = None
    if not name:
        reason = Reason.MISSING
    elif len(name) > _LONGEST:
        reason = Reason.TOO_LONG
    elif (
        name.startswith(("#", "<"))
        or "@" in name
        or "://" in name
        or not any(char.isalpha() for char in name)
    ):
        reason = Reason.UNREADABLE
    doubt = None
    if reason is not None:
        doubt = Doubt(field=Field.FULL_NAME, reason=reason, read=name[:_LONGEST])
    value = None if reason in {Reason.MISSING, Reason.UNREADABLE} else name[:_LONGEST]
    return Found(start=0, end=len(text), value=value, doubt=doubt)


def words_of(text: str) -> list[Word]:
    """List the words of a line in which everything that is no name is masked."""
    words: list[Word] = []
    at = 0
    joined = _NICKNAME.sub(r" '\1' ", text) if "(" in text or '"' in text else text
    for segment, border in enumerate([*_BETWEEN.finditer(joined), None]):
        end = border.start() if border else len(text)
        for match in _WORD.finditer(joined, at, end):
            if len(words) == _MOST_WORDS:
                return words
            word = match.group()
            if _READABLE.search(word) is None:
                continue
            whole = len(words) > 1 and words[-2].segment == segment
            if len(word) < _LONGEST_LABEL and _is_label(joined, match.start(), whole=whole):
                continue
            words.append(
                Word(
                    start=match.start(),
                    end=match.end(),
                    text=word,
                    segment=segment,
                    after_comma=joined[at - 1 : match.start()] in {", ", CELL},
                )
            )
        if border is None:
            break
        at = border.end()
    return words


def _is_label(text: str, start: int, *, whole: bool) -> bool:
    """Whether a letter says what the value behind it is; without a colon only behind a name."""
    if _LABEL_OF_ONE_LETTER.match(text, start):
        return True
    return whole and _LETTER_BEFORE_VALUE.match(text, start) is not None


def find_corroborated(text: str, *, addresses: Sequence[str]) -> Span | None:
    """
    Find the words that the email address names too, not yet the whole name.

    They belong to the name even if a day or month is called so: april.may@, mark.friday@.
    """
    return find_witnessed(words_of(text), addresses)


def find_name(
    text: str, *, corroborated: Span | None, addresses: Sequence[str]
) -> Found[str] | None:
    """Find the name, with a doubt if another word may belong to it or if it may be none."""
    words = words_of(text)
    witnesses = [Witness.of(address) for address in addresses]
    pair = find_family_given(words, witnesses)
    if pair is not None and _is_pair(text, words[pair[0] : pair[1] + 1], corroborated):
        return _found(text, words[pair[0] : pair[1] + 1], sure=pair[2])
    inside = [i for i, word in enumerate(words) if corroborated and word.overlaps(corroborated)]
    if not inside or (len(inside) == 1 and _is_of_call(words[inside[0]])):
        named = any(_GIVEN_AND_FAMILY.match(address) for address in addresses)
        return _first_name(text, words, witnesses, is_another=named and bool(witnesses[0].names))
    first, last = inside[0], inside[-1]
    known = sum(any(w.names_word(words[i].text) for w in witnesses) for i in inside)
    first, last, sure = extend_name(
        text, words, (first, last), witnesses, complete=known > 1 or last > first
    )
    if first == last and (other := _first_person(text, words, words[first], witnesses)):
        return _found(text, other, sure=False)
    return _found(text, words[first : last + 1], sure=sure, told=known > 1)


def _is_of_call(word: Word) -> bool:
    """Whether it is a word about the call, whatever address it is in: renewal@example.com."""
    return begins_context(word.text) and word.bare not in FAMILY_NAMES_TOO


def _first_person(
    text: str, words: Sequence[Word], named: Word, witnesses: Sequence[Witness]
) -> Sequence[Word]:
    """
    Give the name with which a line begins, where an address names but one word elsewhere:
    "Anna Berg ai@example.com, AI pilot". One word is a name only before a number or an address.
    """
    first = [word for word in words if word.segment == words[0].segment]
    is_whole = len(first) > 1 or text[first[-1].end :].lstrip()[:1] == MASK
    is_person = is_whole and looks_like_person([word.text for word in first])
    is_place = first[-1].bare in CITIES or any(
        each.is_at(word.text) for each in witnesses for word in first
    )
    return first if is_person and not is_place and named.segment != first[0].segment else ()


def is_small_name(name: str, *, addresses: Sequence[str]) -> bool:
    """
    Whether two small words that nothing else stands beside are a name: "alex mueller".

    One of them is in an address, before the @, and the other is no word that we know.
    """
    words = name.split()
    if len(words) != 2 or not all(is_small_name_word(word) for word in words):
        return False
    witnesses = [Witness.of(each) for each in addresses]
    known = [any(each.names_word(word) for each in witnesses) for word in words]
    others = [word for word, is_known in zip(words, known, strict=True) if not is_known]
    return len(others) < 2 and not any(
        word in NO_SURNAMES | PARTICLES | COMPANY_FORMS | ROLES
        or any(each.is_at(word) for each in witnesses)
        for word in others
    )


def _is_pair(text: str, words: Sequence[Word], corroborated: Span | None) -> bool:
    """Whether words with nothing else between them hold all that an address names."""
    if MASK in text[words[0].start : words[-1].end]:
        return False
    if corroborated is None:
        return True
    return words[0].start <= corroborated.start and corroborated.end <= words[-1].end


def _first_name(
    text: str, words: Sequence[Word], witnesses: Sequence[Witness], *, is_another: bool
) -> Found[str] | None:
    """
    Without help from an address: the first words, if they look like a person, and alone.

    `is_another` says that the address has the whole name of somebody else.
    """
    segments: dict[int, list[Word]] = {}
    for word in words:
        segments.setdefault(word.segment, []).append(word)
    ordered = _without_companies(list(segments.values()), witnesses)
    persons = [seg for seg in ordered if looks_like_person([word.text for word in seg])]
    if persons:
        alone = len(persons) == 1 or persons[0] is ordered[0]
        alone = alone and not any(
            are_related(persons[0], each) or stand_together(text, persons[0], each)
            for each in persons[1:]
        )
        first = persons[0] is ordered[0]
        sure = alone and (first or _between_commas(text, persons[0]))
        sure = sure and not all(word.bare in ROLES for word in persons[0])
        sure = sure and not _is_at_host(persons[0], witnesses)
        sure = sure and not is_one_of_single(text, persons)
        is_latin = all(fold(word.text) for word in persons[0])
        sure = sure and not (is_another and is_latin)
        begin, end = without_neighbours(persons[0], witnesses, witnesses)
        return _found(text, persons[0][begin:end], sure=sure and end - begin == len(persons[0]))
    for segment in ordered:
        proposal = () if _is_company(segment) else _beginning(segment)
        if proposal:
            return _found(text, proposal, sure=False)
    return None


def _without_companies(
    segments: Sequence[Sequence[Word]], witnesses: Sequence[Witness]
) -> Sequence[Sequence[Word]]:
    """Leave out what an address names behind the @, unless nothing else is a name."""
    others = [segment for segment in segments if not _is_at_host(segment, witnesses)]
    named = any(looks_like_person([word.text for word in each]) for each in others)
    return others if named else segments


def _is_at_host(segment: Sequence[Word], witnesses: Sequence[Witness]) -> bool:
    """Whether words are those behind the @: "Acme", and "Ortega Sons" of office@ortegasons."""
    together = "".join(word.text for word in segment)
    return any(
        each.is_at(together) or all(each.is_at(word.text) for word in segment)
        for each in witnesses
    )


def _is_company(segment: Sequence[Word]) -> bool:
    return any(word.bare in COMPANY_FORMS for word in segment)


def _between_commas(text: str, segment: Sequence[Word]) -> bool:
    """Whether the writer set the words apart, and not only an address or a number did."""
    before = text[: segment[0].start].rstrip(" ")[-1:]
    after = text[segment[-1].end :].lstrip(" ")[:1]
    return len(segment) > 1 and before in _BESIDE and after in _BESIDE


def _beginning(segment: Sequence[Word]) -> Sequence[Word]:
    """Take the words that may be a name with which a segment begins, in capitals or all small."""
    count = 0
    while count < min(len(segment), _MOST_IN_A_NAME) and is_name_word(segment[count].text):
        count += 1
    if count:
        return segment[:count]
    small = [word for word in segment if is_lower(word.text) and not begins_context(word.text)]
    return segment if len(small) == len(segment) and 1 < len(segment) <= 3 else ()


def _found(text: str, words: Sequence[Word], *, sure: bool, told: bool = False) -> Found[str]:
    """Give a name; `told` says that an address tells given and family name."""
    start, end = words[0].start, words[-1].end
    while end > start + 1 and text[end - 1] in ".,!?" and not _ends_abbreviated(words[-1].text):
        end -= 1
    if end > start + 2 and text[start] == text[end - 1] == "'":
        start, end = start + 1, end - 1
    if text[start:end].endswith("'s") and end - start > _LONGEST_INITIAL:
        end -= 2
    name = text[start:end]
    sure = sure and not (is_beside_another(text, start, end, told=told) or _PARTED.search(name))
    sure = sure and not is_one_of_two(text, start, end, told=told)
    doubt = None if sure else Doubt(field=Field.FULL_NAME, reason=Reason.NAME_UNCLEAR, read=name)
    return Found(start=start, end=end, value=name, doubt=doubt)


def _ends_abbreviated(word: str) -> bool:
    """Whether the full stop after a word belongs to it, as in Jr. and J."""
    return word.casefold().replace(".", "") in SUFFIXES or len(word) == 2
