"""Whom a row names, by the cells of its columns that hold a name or a part of one."""

import re
from collections.abc import Sequence

from bot.parsing.label_words import Part
from bot.parsing.name_witness import Witness
from bot.parsing.name_words import COMPANY_FORMS

_WORD = re.compile(r"[^\W\d_]+")


def names_in(said: Sequence[tuple[Part, str]], *, email: str) -> list[str]:
    """
    Give a person's name: given and family name where both stand there; else the whole, with a
    part that it lacks, as in "Name; Vorname". Of several whole ones, such as a customer and who is
    to be spoken to there, that of the address; all of them if it does not tell.
    """
    cells = [(part, " ".join(cell.split())) for part, cell in said]
    of = {part: [cell for each, cell in cells if each is part] for part in Part}
    given, family = of[Part.GIVEN_NAME], of[Part.FAMILY_NAME]
    whole = _of_address(_without_repeats(of[Part.WHOLE]), email)
    if not whole or (given and family):
        return [" ".join([*_without_repeats(given), *_without_repeats(family)])]
    return [_completed(each, given, family) for each in whole]


def _completed(whole: str, given: Sequence[str], family: Sequence[str]) -> str:
    lacks = [name for name in (*given, *family) if not _holds(whole, name)]
    return " ".join([*lacks, whole] if given else [whole, *lacks])


def _holds(whole: str, part: str) -> bool:
    """Whether all words of a part are among those of the whole: Ann is not in Steinmann."""
    return set(_words(part)) <= set(_words(whole))


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _without_repeats(names: Sequence[str]) -> list[str]:
    return list({name.casefold(): name for name in reversed(names)}.values())[::-1]


def _of_address(names: Sequence[str], email: str) -> Sequence[str]:
    """Of several names, the one that an address has before its @, or that alone can be one."""
    if len(names) < 2:
        return names
    witness = Witness.of(email)
    told = [
        name
        for name in names
        if any(witness.names_word(word) and not witness.is_at(word) for word in _words(name))
    ]
    possible = [name for name in names if not _is_none(name)]
    return told if len(told) == 1 else possible if len(possible) == 1 else names


def _is_none(name: str) -> bool:
    """Whether it is surely no person's name: K-1001, Horn Bau GmbH."""
    has_digits = any(sign.isdigit() for sign in name)
    return has_digits or not COMPANY_FORMS.isdisjoint(_words(name))
