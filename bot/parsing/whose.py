"""Words before a value with which it is somebody else's than the contact's: "our phone:"."""

import re
from dataclasses import replace

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.choices import Choice, Value
from bot.parsing.found import Span
from bot.parsing.label_words import OTHER_NAMES, THINGS
from bot.parsing.layout import Layout
from bot.parsing.line import Line

_OURS = (
    r"(?:our|notre|nos|nuestr[oa]s?|unsere?[mnrs]?)"
    r"(?! (?:\w+ )?(?:customer|client|lead|contact|candidate|kund|kontakt|contacto)\w*)"
    r"|(?:call|reach|contact|ring|phone|appelez|llám[ae]n|rufen sie|erreichen sie) ?-?"
    r"(?:(?-i:us)|uns|nous|nos)"
)
_LINES = (
    r"hotline|helpline|switchboard|front desk|dial-?in|einwahl\w*|conference|konferenz|zoom|webex"
    r"|powered by|impressum|imprint|emergency|notfall\w*|notruf|urgence|emergencias?"
    r"|centralita|standard téléphonique|télécopie\w*|télécopieur|(?<!/)(?:tele)?fax"
    r"|assigned to|referred by|forwarded by|weitergeleitet von|transféré par|remitido por"
    r"|(?:old|former|wrong|alte|frühere|ancien|antigu[oa]|anterior)(?= )"
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
_FIELD = r"(?:['’]s)?(?: [\w.-]+){0,2}[*_]{0,2} ?[:=(]\W*\Z"

_SOMEBODY_ELSES = {
    Field.PHONE_NUMBER: re.compile(
        rf"(?<!\w)(?:(?:{_OURS}|{_LINES})\b|(?:{_PEOPLE})\b{_FIELD})", re.IGNORECASE
    ),
    Field.EMAIL: re.compile(rf"(?<!\w)(?:(?:{_OURS})\b|(?:{_PEOPLE})\b{_FIELD})", re.IGNORECASE),
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
    Ask about a value of which the words before it say that it is somebody else's, where `name`
    is the contact's.
    """
    if choice.span is None or choice.doubts:
        return choice
    text, start = line.plain.text, choice.span.start
    begin = max(text.rfind("\n", 0, start) + 1, start - _LONGEST)
    own = [said.label.start for said in layout.said_of(field) if said.span.start == start]
    if name is not None and name.end <= start:
        own.append(name.end)
    whole = _LINE_OF_ONE.match(text, begin, start)
    if whole is not None and any(whole.end() <= each for each in own):
        whole = None
    borders = [border.end() for border in _BORDER.finditer(text, begin, start)]
    borders += [each.end for each in (*line.strong_phones, *line.emails) if each.end <= start]
    found = _SOMEBODY_ELSES[field].search(text, max([begin, *borders]), start) or whole
    if found is None or (name is not None and found.end() <= name.start < start):
        return choice
    read = text[found.start() : start].strip(" \n:=(*_-")
    return replace(choice, doubts=(Doubt(field=field, reason=Reason.WHOSE, read=read),))
