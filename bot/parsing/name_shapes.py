"""What the words of a name look like, in any script."""

import re
import unicodedata
from collections.abc import Sequence

from bot.parsing.name_words import (
    COMPANY_FORMS,
    CONTEXT_WORDS,
    PARTICLES,
    SMALL_WORDS,
    SUFFIXES,
    TITLES,
)

_MOST_WORDS = 6
_MOST_CASELESS = 4
_LETTERS = re.compile(r"[^\W\d_][^\W_]*(?:['.\-·][^\W_]*)*\.?", re.UNICODE)


def is_name_word(word: str) -> bool:
    """Whether a word could be a part of a name by its shape: capital, or of a script without."""
    bare = word.strip(".,!?'")
    if not bare or not _LETTERS.fullmatch(_without_marks(bare)) or begins_context(word):
        return False
    if bare.casefold() in COMPANY_FORMS:
        return False
    first = bare[0]
    return first.isupper() or first.istitle() or is_caseless(bare) or _has_capital_after(bare)


def _without_marks(word: str) -> str:
    """Take the marks over and under letters away, which some scripts write apart."""
    return "".join(char for char in word if unicodedata.category(char)[0] != "M")


def _has_capital_after(word: str) -> bool:
    """Whether it is like d'Angelo, al-Sayed or McDonald written small."""
    head, mark, tail = word.partition("'" if "'" in word else "-")
    return bool(mark) and len(head) <= 3 and tail[:1].isupper()


def is_caseless(word: str) -> bool:
    """Whether a word is of a script that has no capitals, as Arabic and Chinese."""
    return any(unicodedata.category(char) == "Lo" for char in word)


def is_lower(word: str) -> bool:
    """Whether a word has letters and none of them is a capital."""
    return word.islower()


def is_title_or_initial(word: str) -> bool:
    """Whether a word stands before names: Dr., Frau, J."""
    bare = word.casefold().replace(".", "")
    return bare in TITLES or (len(bare) == 1 and word[:1].isupper() and word.endswith("."))


def begins_context(word: str) -> bool:
    """Whether a word begins the reason for a call, so that the name before it is over."""
    return word == "I" or word.casefold().strip(".,!?'") in CONTEXT_WORDS


def looks_like_person(words: Sequence[str]) -> bool:
    """Whether words are a name and nothing else, as far as shape can tell."""
    names = [word for word in words if not _is_beside_name(word)]
    last = words[-1] if words else ""
    if last.islower() and last.strip(".,") in PARTICLES:
        return False
    if not names or len(names) > _MOST_WORDS or len(words) > 2 * _MOST_WORDS:
        return False
    if sum(is_caseless(word) for word in words) > _MOST_CASELESS:
        return False
    return all(is_name_word(word) for word in names)


def _is_beside_name(word: str) -> bool:
    bare = word.casefold().replace(".", "").strip(",'")
    return bare in PARTICLES or bare in TITLES or bare in SUFFIXES


def is_small_name_word(word: str) -> bool:
    """Whether a word that is written small may be a name, and is none that we know."""
    small = re.sub("['’-]", "", word).isalpha() and is_lower(word)
    return small and not begins_context(word) and word not in SMALL_WORDS
