"""What an email address tells of the name of the person it belongs to."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.parsing.found import Span
from bot.parsing.name_shapes import is_name_word, is_small_name_word, is_title_or_initial
from bot.parsing.name_words import COMPANY_FORMS, CONTEXT_WORDS, PARTICLES, ROLES, TITLES

_APART = re.compile(r"[^a-z]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_STROKES = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"})
_MOST_JOINED = 4
_BORN = frozenset({"née", "né", "nee", "geb", "geborene", "épouse", "ép", "aka", "alias"})
_MAIL_HOSTS = frozenset({
    "example", "gmail", "googlemail", "outlook", "hotmail", "yahoo", "icloud", "gmx", "web", "com",
    "co", "org", "net", "mail", "live", "proton", "protonmail", "freenet", "t-online", "orange",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Span):
    """One word of a line; words of the same `segment` have no separator between them."""

    text: str
    segment: int
    after_comma: bool = False

    @property
    def bare(self) -> str:
        """The word in lower case, without the full stops of an abbreviation."""
        return self.text.casefold().strip(".'")


@dataclass(frozen=True, slots=True)
class Witness:
    """The parts of an address: names before the @, single letters there, and its host's labels."""

    names: frozenset[str]
    initials: frozenset[str]
    whole: str
    host: frozenset[str]

    @classmethod
    def of(cls, address: str) -> "Witness":
        """Take an address apart."""
        local, _, domain = address.casefold().partition("@")
        parts = [part for part in _APART.split(local.partition("+")[0]) if part]
        whole = "".join(parts)
        host = {part for part in _APART.split(domain)[:-1] if len(part) > 2} - _MAIL_HOSTS
        if whole in COMPANY_FORMS or whole in ROLES or not ROLES.isdisjoint(parts[:1]):
            return cls(frozenset(), frozenset(), "", frozenset(host))
        pairs = {first + second for first, second in pairwise(parts)}
        names = {each for each in (*parts, *pairs, whole) if len(each) > 1}
        initials = {part for part in parts if len(part) == 1}
        return cls(frozenset(names - ROLES), frozenset(initials), whole, frozenset(host))

    def names_word(self, word: str) -> bool:
        """Whether a word is one of the names, or the whole address but for an initial or two."""
        return any(
            spelling in self.names or self._lacks_initial(spelling) for spelling in fold(word)
        )

    def is_at(self, word: str) -> bool:
        """Whether a word is one of the host's, which is a company's or a family's."""
        return not fold(word).isdisjoint(self.host)

    def begins_with(self, word: str) -> bool:
        """Whether a name, or the whole address behind an initial or two, may begin with a word."""
        known = (self.whole, *self.names)
        return any(spelling in each for spelling in fold(word) for each in known)

    def _lacks_initial(self, spelling: str) -> bool:
        left = len(self.whole) - len(spelling)
        if not spelling or not (
            (left == 1 and len(spelling) >= 3) or (left == 2 and len(spelling) >= 5)
        ):
            return False
        return self.whole.startswith(spelling) or self.whole.endswith(spelling)

    def has_initial_of(self, word: str, beside: str) -> bool:
        """Whether the address holds the first letter of a word beside a name that it holds."""
        first = next(iter(fold(word)), "")[:1]
        if not first or first in self.initials:
            return bool(first)
        lefts = (self.whole.replace(spelling, "", 1) for spelling in fold(beside))
        return any(len(left) <= 2 and first in left for left in lefts)

    def knows_nickname(self, word: str) -> bool:
        """Whether the word begins one of the names, as Alex begins Alexander."""
        return any(
            len(spelling) >= 3 and name.startswith(spelling)
            for spelling in fold(word)
            for name in self.names
        )


@lru_cache(maxsize=2048)
def fold(word: str) -> frozenset[str]:
    """List a word's usual spellings in an address: "Müller" as mueller and as muller."""
    lower = word.casefold()
    spellings = (lower.translate(_UMLAUTS), lower)
    stripped = (unicodedata.normalize("NFKD", text.translate(_STROKES)) for text in spellings)
    return frozenset(_APART.sub("", text) for text in stripped) - {""}


def find_witnessed(words: Sequence[Word], addresses: Sequence[str]) -> Span | None:
    """Find the words that an address names too, the most of them that stand together."""
    best: tuple[int, Span] | None = None
    for address in addresses:
        witness = Witness.of(address)
        known = _known_words(words, witness)
        for score, span in _clusters(words, known, witness):
            if best is None or score > best[0]:
                best = (score, span)
    return best[1] if best else None


def _known_words(words: Sequence[Word], witness: Witness) -> set[int]:
    known: set[int] = set()
    for index, word in enumerate(words):
        if not fold(word.text):
            continue
        if witness.names_word(word.text) and word.bare not in TITLES:
            known.add(index)
        if not witness.begins_with(word.text):
            continue
        for stop in range(index + 2, min(len(words), index + _MOST_JOINED) + 1):
            run = words[index:stop]
            if run[-1].segment != word.segment or not fold(run[-1].text):
                break
            if witness.names_word("".join(part.text for part in run)):
                known.update(range(index, stop))
    return known


def _clusters(words: Sequence[Word], known: set[int], witness: Witness) -> list[tuple[int, Span]]:
    """Known words that stand together, each with how much of the address it explains."""
    clusters = []
    for first in sorted(known):
        if first - 1 in known and _touch(words[first - 1], words[first]):
            continue
        last = first
        while (following := _next_known(words, known, last)) is not None:
            if words[following].bare in {word.bare for word in words[first : last + 1]}:
                break  # "Bob Friday Friday 10am"
            last = following
        begin = _with_neighbour_before(words, first, witness)
        names = [word for word in words[begin : last + 1] if word.bare not in CONTEXT_WORDS]
        score = sum(len(word.text) for word in names)  # a host may be a company's as well
        if last == begin or words[first].segment != words[last].segment:
            last = _with_host_name(words, last, witness)
        clusters.append((score, Span(start=words[begin].start, end=words[last].end)))
    return clusters


def _touch(word: Word, following: Word) -> bool:
    """Whether two words are in one segment, or written "Family, Given"."""
    if word.segment == following.segment:
        return True
    return following.segment == word.segment + 1 and following.after_comma


def _next_known(words: Sequence[Word], known: set[int], last: int) -> int | None:
    """Find the next known word, at most two particles or middle names further on."""
    for index in range(last + 1, min(len(words), last + 4)):
        if index in known and (index == last + 1 or words[index].segment == words[last].segment):
            return index if _touch(words[last], words[index]) else None
        if words[index].segment != words[last].segment or not _is_middle(words[index]):
            return None
    return None


def _is_middle(word: Word) -> bool:
    """Whether a word may stand between a given and a family name."""
    if word.bare in PARTICLES or word.bare in _BORN:
        return True
    is_name = is_name_word(word.text) or is_small_name_word(word.text)
    return is_name or is_title_or_initial(word.text)


def _with_host_name(words: Sequence[Word], last: int, witness: Witness) -> int:
    """Add the family name that stands in the host: dana@fischer.example.org."""
    if last + 1 < len(words) and words[last + 1].segment == words[last].segment:
        following = words[last + 1]
        if following.text[:1].isupper() and witness.is_at(following.text):
            return last + 1
    return last


def _with_neighbour_before(words: Sequence[Word], first: int, witness: Witness) -> int:
    """Add the given name of which the address has the beginning, or the first letter."""
    if first == 0 or words[first - 1].segment != words[first].segment:
        return first
    at = first - 1
    while at > 0 and words[at].text in PARTICLES and words[at - 1].segment == words[at].segment:
        at -= 1
    before = words[at]
    if before.bare in TITLES or before.bare in CONTEXT_WORDS:
        return first
    if witness.knows_nickname(before.text):
        return at
    fits = witness.has_initial_of(before.text, words[first].text)
    return at if fits and before.text[:1].isupper() else first
