"""What a row of a table says of its number and its address: that they are not whom it names."""

import re
from collections.abc import Collection, Mapping, Sequence

from bot.calls.draft import FormField
from bot.calls.phone_number import PhoneNumber
from bot.parsing.name_witness import Witness, fold
from bot.parsing.phones import find_phones
from bot.parsing.table_headers import words_of

_NUMBER = (
    r"(?:(?:phone|mobile|cell|home|work)? ?(?:number|phone|line)"
    r"|(?:telefon|handy|mobil|ruf)?nummer|telefon|handy|anschluss|num[ée]ro|téléphone|ligne"
    r"|número|teléfono|línea)"
)
_SAYS_SO = re.compile(
    rf"\b{_NUMBER}s? (?:(?:is|was|ist|war|est|es) )?(?:(?:now|jetzt|probably|wohl) )?"
    r"(?:belong(?:s|ing)|of (?:his|her|their|the|my|an?)|from|(?:his|her|their)s?|shared"
    r"|old|outdated|wrong|changed|dead|invalid|disconnected|out of|not in|no longer|unreachable"
    r"|gehört|vom|von|de[rs]|sein\w*|ihr\w*|alt|veraltet|falsch|ungültig|geändert|außer|nicht"
    r"|appartient|du|de (?:son|sa|la)|ancien|hors|faux|invalide|changé"
    r"|pertenece|del|de su|de la|antiguo|viejo|fuera|equivocado|cambiado|ya no)\b"
    r"|\b(?:old|former|previous|outdated|new|correct|right|real|other|another|wrong|mistyped"
    r"|alte|ehemalige|frühere|neue|richtige|korrekte|andere|falsche|ancien(?:ne)?|nouveau"
    r"|nouvelle|bon(?:ne)?|autre|faux|antiguo|viejo|nuevo|correcto|otro)"
    rf" {_NUMBER}s?\b|\b(?:número|teléfono) (?:nuevo|correcto|antiguo|viejo)\b",
    re.IGNORECASE,
)
"""Number belongs to Tom; old number; Nummer vom Sohn: it may ring somebody else."""

_OF_NUMBER = re.compile(rf"\b{_NUMBER}\b")
_WHOSE = re.compile(
    r"\b(?:belongs|owner|of whom|whose|gehört|inhaber\w*|besitzer\w*|wessen|titulaire"
    r"|propriétaire|titular|propietari[oa])\b"
)
_CHANGED = re.compile(
    r"\b(?:new|correct(?:ed)?|right|current|neue?|richtige?|korrekte?|aktuelle?|nouveau|nouvelle"
    r"|corrigé|actuel|nuev[oa]|correct[oa]|actual)\b"
)
_FAX = re.compile(r"\b(?:tele)?fax\b", re.IGNORECASE)
_AROUND = re.compile(r"[,.;\n].*", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_OF_PERSON = re.compile(r"[^\W\d_]{2,}(?:[._-][^\W\d_]{2,}){1,2}(?:\+.*)?")
"""tom.beck: a person's address, and not an office's."""


def number_against(
    said: Mapping[FormField, str],
    others: Sequence[tuple[str, str]],
    phone: PhoneNumber,
    region: str | None,
) -> str:
    """
    Find the words by which a row says that its number may be another's or is none any more, or
    another number in its note; nothing if there are none.
    """
    for header, cell in others:
        if cell and _is_against(header, cell, said.get(FormField.FULL_NAME, "")):
            return f"{header}: {cell}"
    told = [cell for _, cell in others if _LETTER.search(cell)]
    for text in (said.get(FormField.ADDITIONAL_DATA, ""), *told):
        found = _SAYS_SO.search(text)
        if found is not None:
            return _AROUND.sub("", text[found.start() :]).strip()
        for other in find_phones(text, region=region):
            if other.value is not None and other.value.e164 != phone.e164:
                return text[other.start : other.end]
    return ""


def _is_against(header: str, cell: str, name: str) -> bool:
    """Whether a column says whose the number is, another one, or that it is a fax."""
    of = " ".join(words_of(header))
    if _OF_NUMBER.search(of) is None:
        return False
    is_theirs = not set(words_of(cell)).isdisjoint(words_of(name))
    return (
        (_WHOSE.search(of) is not None and not is_theirs)
        or _CHANGED.search(of) is not None
        or _FAX.fullmatch(cell) is not None
    )


def spellings_in(names: Collection[str]) -> frozenset[str]:
    """Give the spellings of all words of names, as addresses have them."""
    return frozenset(
        spelling for name in names for word in _WORD.findall(name) for spelling in fold(word)
    )


def is_anothers(email: str, name: str, known: Collection[str]) -> bool:
    """
    Whether an address names a person, and not the one who has it in a table: somebody of another
    row, by the spellings that are `known`, or whoever tom.beck is.
    """
    witness = Witness.of(email)
    words = [word for word in _WORD.findall(name) if fold(word)]
    if not words or not witness.names:
        return False
    is_theirs = any(
        witness.names_word(word)
        or witness.knows_nickname(word)
        or (len(word) > 1 and witness.begins_with(word))
        for word in words
    )
    if is_theirs:
        return False
    is_persons = _OF_PERSON.fullmatch(email.partition("@")[0]) is not None
    return is_persons or not witness.names.isdisjoint(known)
