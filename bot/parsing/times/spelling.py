"""Mends a slip of the finger in the name of a day or month."""

from itertools import groupby

from bot.parsing.times.kinds import Kind
from bot.parsing.times.lexicon import is_known, words_of

_SHORTEST = 5
_FEWEST_CONSONANTS = 4
_MOST_LEFT_OUT = 0.4  # of a name's letters
_LAST = 3  # letters that somebody writes who leaves others out: satday
_NAMES = frozenset(
    word
    for word, _ in words_of(Kind.DAY, Kind.DAY_OR_PART, Kind.WEEKDAY, Kind.MONTH)
    if len(word) >= _SHORTEST
)


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


_BY_SHORTENED: dict[str, str] = {
    shorter: name for name in sorted(_NAMES) for shorter in _shortened(name)
}
_BY_ENDS: dict[tuple[str, str], list[str]] = {}
for _name in sorted(_NAMES):
    _BY_ENDS.setdefault((_name[0], _name[-_LAST:]), []).append(_name)
_BY_UNDOUBLED: dict[str, str] = {_undoubled(name): name for name in sorted(_NAMES)}


def _consonants(word: str) -> str:
    return _undoubled("".join(letter for letter in word if letter not in "aeiou"))


_BY_CONSONANTS: dict[str, str] = {
    consonants: name
    for name in sorted(_NAMES)
    if len(consonants := _consonants(name)) >= _FEWEST_CONSONANTS
}


def with_its_double_letters(word: str, *, capital: bool) -> str | None:
    """
    Return the name of a day or month of which the folded `word` only doubles other letters.

    Nothing else is spelt so, unless it is somebody's name: tommorow, tomorow; Susan Sontag.
    """
    if len(word) < _SHORTEST or capital or is_known(word):
        return None
    return _BY_UNDOUBLED.get(_undoubled(word))


def mended(word: str, *, capital: bool) -> str | None:
    """
    Return the name of a day or month that is a slip away from the folded `word`, to be asked.

    A wrong letter in a word with a capital is no slip but a name: Morgan, Marti.
    """
    if is_known(word):
        return None
    if _is_within(word, meant := _BY_CONSONANTS.get(_consonants(word), "")):
        return meant
    if len(word) < _SHORTEST:
        return None
    for meant in _BY_ENDS.get((word[0], word[-_LAST:]), ()):
        if len(word) >= len(meant) * (1 - _MOST_LEFT_OUT) and _is_within(word, meant):
            return meant
    if word in _BY_SHORTENED:
        return _BY_SHORTENED[word]
    if _undoubled(word) in _BY_UNDOUBLED:
        return _BY_UNDOUBLED[_undoubled(word)]
    shorter = _shortened(word)
    extra = next((one for one in shorter if one in _NAMES), None)
    if extra is not None:
        return extra
    near = {_BY_SHORTENED[one] for one in shorter if one in _BY_SHORTENED}
    fitting = sorted(name for name in near if _one_slip(word, name, capital=capital))
    return fitting[0] if fitting else None


def _is_within(word: str, name: str) -> bool:
    """Whether a word has letters of a name in their order, and no others: mrgn, tomrw."""
    letters = iter(name)
    return bool(name) and all(letter in letters for letter in word)


def _one_slip(word: str, name: str, *, capital: bool) -> bool:
    """Whether two letters are swapped, or one is wrong."""
    if len(word) != len(name):
        return False
    wrong = [at for at in range(len(word)) if word[at] != name[at]]
    if len(wrong) == 1:
        return not capital
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    first, second = wrong
    return word[first] == name[second] and word[second] == name[first]
