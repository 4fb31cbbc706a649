"""Looks words up in all four languages at once; the reader's own language comes first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from bot.parsing.times.kinds import Kind, Language, Vocabulary
from bot.parsing.times.tokens import Token, words_in
from bot.parsing.times.words import elsewhere, english, french, german, spanish

_VOCABULARIES: dict[Language, Vocabulary] = {
    Language.ENGLISH: english.WORDS,
    Language.GERMAN: german.WORDS,
    Language.FRENCH: french.WORDS,
    Language.SPANISH: spanish.WORDS,
    Language.OTHER: elsewhere.WORDS,
}
_INNER_SIGN = re.compile(r"(?<=\w)['-](?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a phrase means in one language; `end` is the token after it once it is found."""

    kind: Kind
    value: int
    language: Language
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    words: tuple[str, ...]
    abbreviation: bool
    meaning: Meaning


def _spellings(phrase: str) -> Iterator[str]:
    """Hyphens and apostrophes as they are, as spaces, and left out, each for itself."""
    yield phrase
    if len(phrase) > 4 and _INNER_SIGN.search(phrase):
        for hyphen, apostrophe in product(("-", " ", ""), ("'", " ", "")):
            yield _respelt(phrase, {"-": hyphen, "'": apostrophe})


def _respelt(phrase: str, signs: Mapping[str, str]) -> str:
    return _INNER_SIGN.sub(lambda found: signs[found.group()], phrase)


def _compound_numbers(language: Language, words: Vocabulary) -> Iterator[tuple[int, str]]:
    """Twenty-one, einundzwanzig, vingt et un, treinta y uno: up to fifty-nine."""
    numbers = words[Kind.NUMBER]
    for ten, one in product((20, 30, 40, 50), range(1, 10)):
        for tens, ones in product(numbers[ten].split("|"), numbers[one].split("|")):
            if " " in ones or ones in ("a", "an", "couple"):
                continue
            if language is Language.ENGLISH:
                yield ten + one, f"{tens}-{ones}"
            elif language is Language.GERMAN:
                yield ten + one, f"{ones}und{tens}"
            elif language is Language.FRENCH:
                yield ten + one, f"{tens}-{ones}"
                yield ten + one, f"{tens} et {ones}"
            elif ten > 20:
                yield ten + one, f"{tens} y {ones}"


def _phrases(language: Language, words: Vocabulary) -> Iterator[tuple[Kind, int, str]]:
    for kind, values in words.items():
        for value, phrases in values.items():
            for phrase in phrases.split("|"):
                yield kind, value, phrase
    if Kind.NUMBER in words:
        for number, phrase in _compound_numbers(language, words):
            yield Kind.NUMBER, number, phrase


def _entries() -> Iterator[_Entry]:
    for language, words in _VOCABULARIES.items():
        for kind, value, phrase in _phrases(language, words):
            meaning = Meaning(kind=kind, value=value, language=language)
            for spelling in dict.fromkeys(_spellings(phrase)):
                dotted = spelling.endswith(".") and len(spelling) > 1
                cut = words_in(spelling.removesuffix("."))
                yield _Entry(words=cut, abbreviation=dotted, meaning=meaning)


def _index(length: int) -> dict[tuple[str, ...], tuple[_Entry, ...]]:
    """Index the phrases of one word by it, the longer ones by their first two words."""
    index: dict[tuple[str, ...], list[_Entry]] = {}
    for entry in _ENTRIES:
        if min(len(entry.words), 2) == length:
            index.setdefault(entry.words[:2], []).append(entry)
    return {words: tuple(entries) for words, entries in index.items()}


_ENTRIES = tuple(_entries())
_WORDS = _index(1)
_PHRASES = _index(2)


def _match(entry: _Entry, tokens: Sequence[Token], start: int) -> int | None:
    """Return the token after `entry` if it stands at `start`."""
    end = start + len(entry.words)
    if end > len(tokens):
        return None
    for at in range(2, len(entry.words)):
        if tokens[start + at].text != entry.words[at]:
            return None
    if entry.abbreviation and end < len(tokens) and _joined_dot(tokens[end]):
        return end + 1
    return end


def _joined_dot(token: Token) -> bool:
    return token.text == "." and token.joined


def meanings(
    tokens: Sequence[Token], start: int, languages: Sequence[Language]
) -> dict[Kind, list[Meaning]]:
    """All that the words at `start` can mean: the longest first, then by language."""
    first = tokens[start].text
    entries = _WORDS.get((first,), ())
    if start + 1 < len(tokens):
        entries += _PHRASES.get((first, tokens[start + 1].text), ())
    found: dict[Kind, list[Meaning]] = {}
    for entry in entries:
        end = _match(entry, tokens, start)
        if end is not None:
            known = entry.meaning
            found.setdefault(known.kind, []).append(
                Meaning(kind=known.kind, value=known.value, language=known.language, end=end)
            )
    for several in found.values():
        several.sort(key=lambda one: (-one.end, languages.index(one.language)))
    return found


def is_known(word: str) -> bool:
    """Whether the folded `word` is one that times are made of."""
    return (word,) in _WORDS


def words_of(*kinds: Kind) -> Iterator[tuple[str, Meaning]]:
    """All single words of some kinds, folded."""
    for (word,), entries in _WORDS.items():
        for entry in entries:
            if entry.meaning.kind in kinds:
                yield word, entry.meaning


def first_words_of(kind: Kind) -> frozenset[str]:
    """Give the words with which the longer phrases of a kind begin, folded."""
    return frozenset(
        words[0]
        for words, entries in _PHRASES.items()
        if any(entry.meaning.kind is kind for entry in entries)
    )
