"""Words beside a value with which it is somebody else's than the contact's: "our phone:"."""

import re
from dataclasses import replace

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.choices import Choice, Value
from bot.parsing.found import Span
from bot.parsing.label_words import LABELS, OTHER_NAMES, THINGS
from bot.parsing.layout import Layout
from bot.parsing.line import Line
from bot.parsing.name_shapes import looks_like_person
from bot.parsing.name_witness import Witness

_PLACE = (
    r"(?:phones?|number|line|mobile|cell|tel\w*|office|desk|hotline|helpline|switchboard|reception"
    r"|nummer|büro|zentrale|empfang|leitung|handy|numéro|ligne|bureau|standard|portable|número"
    r"|línea|oficina|teléfono|móvil|email|e-mail|mail|address|adresse|correo)"
)
_UP_TO_VALUE = r"[\s:=(*_–-]*\Z"
_OURS = (
    rf"(?:our|notre|nos|nuestr[oa]s?|unsere?[mnrs]?) (?:[\w-]+ ){{0,2}}{_PLACE}\b"
    r"|(?:call|reach|contact|ring|phone|appelez|llám[ae]n|rufen sie|erreichen sie) ?-?"
    rf"(?:(?-i:us)|uns|nous|nos){_UP_TO_VALUE}"
)
_LINES = (
    r"(?:hotline|helpline|switchboard|front desk|dial-?in|einwahl\w*|conference|konferenz|zoom"
    r"|webex|impressum|imprint|emergency|notfall\w*|notruf|urgence|emergencias?|centralita"
    r"|standard téléphonique|télécopie\w*|télécopieur|(?<!/)(?:tele)?fax)"
    rf"(?:(?: (?:is|ist|est|es|phone|number|nummer|contact))?{_UP_TO_VALUE}|(?: [\w-]+)? ?[:=])"
    rf"|powered by [\w.-]+{_UP_TO_VALUE}"
    r"|assigned to|referred by|forwarded by|weitergeleitet von|transféré par|remitido por"
    rf"|(?:old|former|wrong|alte|frühere|ancien|antigu[oa]) (?:\w+ )?{_PLACE}\b"
)
"""Telephones that nobody has to themselves, or that are nobody's any more."""

_PEOPLE = (
    r"owner|(?:(?:account|hiring|office|case|customer success|project) )?manager"
    r"|assignee|(?:sales )?rep(?:resentative)?|recruiter|agent|advisor|consultant|coordinator"
    r"|interviewer|receptionist|reception|secretary|assistant|referrer|referral|next of kin"
    r"|parent|guardian|mother|father|spouse|wife|husband|partner|child|son|daughter|doctor"
    r"|landlord|support|helpdesk|customer service|b?cc"
    r"|betreuer(?:in)?|zuständige?r?|bearbeiter(?:in)?|berater(?:in)?|verkäufer(?:in)?"
    r"|vertrieb\w*|vermittler(?:in)?|makler(?:in)?|zentrale|empfang|sekretariat|assistenz"
    r"|assistent(?:in)?|mutter|vater|eltern|ehefrau|ehemann|partnerin|kind|sohn|tochter|arzt"
    r"|ärztin|vermieter(?:in)?|kundenservice|kundendienst|in kopie"
    r"|commerciale?|conseill(?:er|ère)|gestionnaire|responsable|recruteu(?:r|se)|accueil"
    r"|secrétariat|mère|père|conjointe?|épou(?:x|se)|médecin|en copie"
    r"|comercial|ases[o]ra?|gestora?|reclutadora?|recepción|madre|padre|cónyuge|médico|en copia"
)
_KIN = (
    r"(?:(?:her|his|their|the|my|a) )(?:partner|boss|friend)|sons?|daughter|wife|husband|spouse"
    r"|mother|father|mom|mum|dad|brother|sister|colleague|assistant|secretary|receptionist"
    r"|(?:ihr|sein|dem|der|vom|mein)\w* (?:chefin|chef|freundin|freund|partner|kind)"
    r"|(?:ihr|mein|vom|dem)(?:em|en)? mann|(?:seine?r?|meine?r?|der) frau(?! (?-i:[A-ZÀ-Þ]))"
    r"|sohn|tochter|ehemann|ehefrau|mutter|vater|eltern|bruder|schwester|kolleg\w+|assistent\w*"
    r"|sekretär\w*|sekretariat|vorzimmer|empfang"
    r"|mari|épou(?:x|se)|fils|mère|père|frère|sœur|collègue|assistante|secrétaire|standard"
    r"|hij[oa]|marido|espos[oa]|madre|padre|herman[oa]|colega|jefe|jefa|asistente|secretari[oa]"
)
"""Who answers a telephone that is said to be theirs, with no label and no colon."""

_KIN_BEFORE = re.compile(
    rf"(?P<joined>\b(?:and|und|et|y|&) (?:her |his |ihr\w* |sein\w* |sa |son |su )?)?(?<!\w)"
    rf"(?:{_KIN})\b(?:['’]s)?(?: [\w.'’-]+){{0,2}}{_UP_TO_VALUE}",
    re.IGNORECASE,
)
"""Her son's mobile 0151 12345678; not "Ada Stein and her husband 0151 12345678"."""

_BEHIND_NUMBER = re.compile(
    rf" ?[(–-]? ?(?:(?:{_KIN})\b|is (?-i:[A-ZÀ-Þ])[\w'’-]+['’]s\b|belongs to\b|gehört\b"
    r"|(?:c['’]est|es) (?:le |el )?n[uú]m[eé]ro d|(?:number|nummer) (?:is|vo[nm])\b"
    r"|(?:the |an )?(?:old|former|wrong|alte|ancien) n(?:umber|ummer|uméro)\b|número antiguo"
    r"|(?:number )?(?:is )?(?:probably |maybe )?(?:wrong|outdated)(?:\)|\Z|[,;])"
    r"|(?:is )?(?:not in|out of|no longer in) service\b|(?:is )?no longer (?:valid|works)\b"
    r"|(?:ist )?nicht (?:mehr gültig|vergeben)\b|kein anschluss\b|n['’]est plus attribué"
    r"|fuera de servicio|unverified\b|to be verified\b|à vérifier\b|nummer prüfen\b"
    r"|\?\)|\?\?)",
    re.IGNORECASE,
)
"""0151 12345678 (son), … is Tom's mobile, … old number: what stands right behind a number."""

_ANOTHER_NAME = re.compile(
    r"(?P<name>(?:[^\W\d_][\w'’.-]* ){1,3})"
    r"(?:(?:at|on|under|via|unter|auf|au|sur|al|en)\s|(?:an|zurück)?rufen (?:unter |auf )?)?"
    r"[\s(:*_–-]*\Z"
)
"""Tom Beck at 030 23125009, where it is Nora who is called."""

_FIELD = r"(?:['’]s)?(?: [\w.-]+){0,2}[*_]{0,2} ?[:=(]\W*\Z"

_SOMEBODY_ELSES = {
    Field.PHONE_NUMBER: re.compile(
        rf"(?<!\w)(?:{_OURS}|{_LINES}|(?:{_PEOPLE})\b{_FIELD})", re.IGNORECASE
    ),
    Field.EMAIL: re.compile(rf"(?<!\w)(?:{_OURS}|(?:{_PEOPLE})\b{_FIELD})", re.IGNORECASE),
    Field.FULL_NAME: re.compile(
        rf"(?<!\w)(?:{_PEOPLE}|emergency|notfall\w*)\b{_FIELD}"
        rf"|(?:(?<!\w)(?:{'|'.join(OTHER_NAMES)})|^\W*(?:{'|'.join(THINGS)})) name{_FIELD}",
        re.IGNORECASE | re.MULTILINE,
    ),
}
_LINE_OF_ONE = re.compile(
    rf"[\W_]*(?:{_PEOPLE})\b(?: (?:name|contact|phone|number|e-?mail|telefon|nummer))?[*_]* ?[:=]",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[,;|\n•·)]")
_LONGEST = 60


def ask_whose(
    line: Line, layout: Layout, field: Field, choice: Choice[Value], name: Span | None = None
) -> Choice[Value]:
    """
    Ask about a value of which the words beside it say that it is somebody else's, where `name`
    is the contact's.
    """
    if choice.span is None or choice.doubts:
        return choice
    text, start = line.plain.text, choice.span.start
    if field is Field.FULL_NAME and _has_address(line, text[start : choice.span.end]):
        return choice
    begin = max(text.rfind("\n", 0, start) + 1, start - _LONGEST)
    own = [said.label.start for said in layout.said_of(field) if said.span.start == start]
    if name is not None and name.end <= start:
        own.append(name.end)
    whole = _LINE_OF_ONE.match(text, begin, start)
    if whole is not None and any(whole.end() <= each for each in own):
        whole = None
    borders = [border.end() for border in _BORDER.finditer(text, begin, start)]
    borders += [each.end for each in (*line.strong_phones, *line.emails) if each.end <= start]
    cell = max([begin, *borders])
    found = _SOMEBODY_ELSES[field].search(text, cell, start) or whole
    if found is not None and not _leads_to_name(found, name, start):
        read = text[found.start() : start]
    elif field is Field.PHONE_NUMBER and name is not None:
        read = _said_of_number(line, choice.span, cell, name)
    else:
        read = ""
    if not read:
        return choice
    doubt = Doubt(field=field, reason=Reason.WHOSE, read=read.strip(" \n:=(*_-"))
    return replace(choice, doubts=(doubt,))


def _has_address(line: Line, name: str) -> bool:
    """Whether the line's only address is that of a name: then it is about nobody else."""
    witnesses = [Witness.of(address) for address in line.addresses]
    return len(witnesses) == 1 and any(witnesses[0].names_word(word) for word in name.split())


def _leads_to_name(found: re.Match[str], name: Span | None, start: int) -> bool:
    """Whether the contact stands between the words and the value, so that it is theirs."""
    return name is not None and found.start() <= name.start < start


def _said_of_number(line: Line, number: Span, cell: int, name: Span) -> str:
    """Give what is said right behind a number, or who else stands right before it."""
    text = line.plain.text
    behind = _BEHIND_NUMBER.match(text, number.end)
    if behind is not None:
        return text[number.start : behind.end()]
    kin = _KIN_BEFORE.search(text, cell, number.start)
    if kin is not None and not kin["joined"] and not _leads_to_name(kin, name, number.start):
        return text[kin.start() : number.start]
    if cell <= name.start < number.start:
        return ""
    before = _ANOTHER_NAME.search(text, cell, number.start)
    words = before["name"].split() if before is not None else []
    theirs = text[name.start : name.end].split()
    others = [each for each in words[-2:] if each not in theirs and each.casefold() not in LABELS]
    is_person = len(others) > 1 and looks_like_person(others)
    witnesses = [Witness.of(address) for address in line.addresses]
    if not is_person or any(each.is_at("".join(others)) for each in witnesses):
        return ""
    return " ".join(others)
