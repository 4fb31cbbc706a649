"""Tells that a name is one of several that stand together, so that somebody must say whose."""

import re
from collections.abc import Sequence

from bot.parsing.name_shapes import is_name_word, is_title_or_initial
from bot.parsing.name_witness import Word
from bot.parsing.name_words import CITIES, PARTICLES
from bot.parsing.slack_text import MASK

_AND = r"(?:&|\+|and|und|u\.|et|y|e)"
_ANOTHER_BEFORE = re.compile(
    rf"(?:(?:\A|[^\w\s])\s*[A-ZÀ-Þ][\w'’-]*\.?|[A-ZÀ-Þ][\w'’-]* (?P<last>[A-ZÀ-Þ][\w'’-]*))"
    rf" {_AND} \Z"
)
_ANOTHER_BEHIND = re.compile(rf" {_AND} (?P<word>[A-ZÀ-Þ][\w'’-]+)")
_JOINED = re.compile(r" (?:&|\+|and|und|u\.|et|y|e) (?=\S)")
"""Ben & Kate Stone: two people, and one telephone."""

_OF_RELATIVE = re.compile(
    r"['’]s (?:mother|father|mom|mum|dad|parents|wife|husband|partner|son|daughter|brother|"
    r"sister|boss|assistant|secretary|colleague)\b",
    re.IGNORECASE,
)
_RELATIVE_OF = re.compile(
    r"(?:mutter|vater|eltern|sohn|tochter|ehefrau|ehemann|bruder|schwester|oma|opa|partner(?:in)?"
    r"|assistent(?:in)?|kolleg(?:e|in)|chef(?:in)?|mother|father|son|daughter|wife|husband|brother"
    r"|sister|assistant|colleague|mère|père|fils|fille|mari|femme|frère|sœur|madre|padre|hij[oa]"
    r"|mujer|marido|herman[oa]) (?:von|of|de) ",
    re.IGNORECASE,
)
"""Nils Sommer's mother, Mutter von Nils Sommer: somebody else."""

_SPEAKS = re.compile(r" ?: (?=[^\W\d_])")
"""Tom Beck: please call …: he asks for it, perhaps for somebody else."""

_HOUSEHOLD = re.compile(
    r"(?:famil(?:ie|y|ia)|famille|fam\.|eheleute|ehepaar|époux|matrimonio|erben|geschwister|"
    r"consorts|the|vorzimmer|sekretariat|büro|assistenz) ",
    re.IGNORECASE,
)
"""Eheleute Huber: who of them?"""

_NOT_BEFORE = re.compile(
    r"\b(?:not|nicht|pas|no|instead of|(?<=[^\W_] )on behalf of|reports to|statt|anstelle von|"
    r"au lieu de|en lugar de|referred by|empfohlen von|recommandée? par|recomendad[oa] por|"
    r"(?:büro|sekretariat|vorzimmer|assistenz)(?: von)?|"
    r"(?:assistant|secretary|pa|ea) (?:of|to)) \Z",
    re.IGNORECASE,
)
_OFFICE_BEHIND = re.compile(
    r" (?:sekretariat|assistenz|assistant|secretary|office|büro|vorzimmer)\b", re.IGNORECASE
)
"""Not Anna Klein but Ben; Anna Schulz Sekretariat: it is perhaps not she who answers."""

_OR = r"(?:or|oder|ou|o|bzw\.?)"
_OR_BEFORE = re.compile(rf"[^\W\d_]\.? {_OR} \Z", re.IGNORECASE)
_OR_BEHIND = re.compile(
    rf" \(?{_OR} [^\W\d_]|[ ,{MASK}]*{MASK} {_OR} (?:her|his|their|seine?|ihre?|son|sa|su) ",
    re.IGNORECASE,
)
"""Ann Stone or her husband; Anke oder Jens Stone."""

_OF = re.compile(r"(?P<whose>[^\W\d_]+)(?: of| vo[nm]| de| del|['’]s) \Z", re.IGNORECASE)
_FROM = frozenset({
    "call", "callback", "request", "message", "mail", "email", "lead", "number", "contact",
    "referral", "feedback", "anruf", "rückruf", "nachricht", "anfrage", "bewerbung", "nummer",
    "kontakt", "rückmeldung", "appel", "rappel", "demande", "numéro", "candidature", "dossier",
    "llamada", "mensaje", "solicitud", "correo", "número", "contacto", "candidatura", "behalf",
})  # fmt: skip
"""Message from Ann: of her, while an assistant of Ann is somebody else."""

_LONGEST = 100


def is_one_of_single(text: str, persons: Sequence[Sequence[Word]]) -> bool:
    """Whether another given name, and no town, is right behind one: "Anna / Tom"."""
    if [len(each) for each in persons[:2]] != [1, 1]:
        return False
    one, other = persons[0][0], persons[1][0]
    if text[one.end : other.start].strip() != "/":
        return False
    return other.bare not in CITIES


def is_beside_another(text: str, start: int, end: int, *, told: bool) -> bool:
    """
    Whether a name only says whose mother, assistant and so on is meant, or who asks for the call;
    `told` says that an address tells the name.
    """
    behind = _OF_RELATIVE.match(text, end) or (None if told else _SPEAKS.match(text, end))
    return behind is not None or _RELATIVE_OF.match(text, start, end) is not None


def stand_together(text: str, one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether neither number nor address is between two whole names: one may be a company's."""
    return min(len(one), len(other)) > 1 and MASK not in text[one[-1].end : other[0].start]


def are_related(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two names share the surname: "Lena Vogt / Max Vogt"."""
    different = one[0].bare != other[0].bare
    return different and len(one) > 1 < len(other) and one[-1].bare == other[-1].bare


def is_one_of_two(text: str, start: int, end: int, *, told: bool) -> bool:
    """
    Whether it is a household's, or another name is joined to this one; a whole one only if nobody
    told who is meant.
    """
    begin = max(0, start - _LONGEST)
    if _HOUSEHOLD.match(text, start) or _OFFICE_BEHIND.search(text, start, end):
        return True
    if any(each.search(text, begin, start) for each in (_OR_BEFORE, _NOT_BEFORE)):
        return True
    of = _OF.search(text, begin, start)
    if of is not None and of["whose"].casefold() not in _FROM:
        return True
    if _OR_BEHIND.match(text, end) or _OFFICE_BEHIND.match(text, end):
        return True
    before = _ANOTHER_BEFORE.search(text, begin, start)
    if before is not None and before["last"] is None:
        return True
    behind = _ANOTHER_BEHIND.match(text, end)
    if behind is not None and " " not in text[start:end]:
        return True
    others = [*([] if before is None else [before["last"]]), *([behind["word"]] if behind else [])]
    if not told and any(is_name_word(other) for other in others):
        return True
    joined = _JOINED.search(text, start, end)
    return joined is not None and _are_two(text[start : joined.start()], text[joined.end() : end])


def _are_two(one: str, other: str) -> bool:
    """Whether an "and" joins two people, and not the parts of a surname: Ortega y Gasset."""
    before, behind = one.split(), other.split()
    if before[-1].casefold() in PARTICLES:
        return False  # von und zu
    titled = is_title_or_initial(before[0])
    return len(behind) > 1 or (len(before) == 1 and not titled)
