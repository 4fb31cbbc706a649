"""Tells that a time is when something else happens than the call, or only asked about."""

import re

_HAPPENING = (
    r"(?:(?:comes|gets|checks|moves|flies) (?:in|out|back|home)|runs out|takes place|kicks off|"
    r"goes live|comes|visits|arrives?|lands?|departs|leaves|(?:re)?opens|shuts|closes|starts|"
    r"begins|ends|finishes|expires|kommt|kommen|landet|fährt|fliegt|öffnet|schließt|beginnt|"
    r"endet|startet|"
    r"läuft ab|findet statt|arrivent?|atterrit|ouvre|ferme|commence|finit|termine|expire|"
    r"llegan?|aterriza|sale|viene|abre|cierra|empieza|comienza|termina|acaba|vence|caduca)"
)

_HAPPENS_BEHIND = re.compile(
    rf" (?:[^\W\d_]+ ){{0,3}}{_HAPPENING}\b(?! (?:(?:on|in|at|by|am|im|um|this|next|soon)\b|"
    r"(?-i:[A-Z])|\d))",
    re.IGNORECASE,
)
"""3pm her shift starts, and not "3pm contract ends Friday"."""

_MEETING = re.compile(
    r"\b(?:termin|meeting|besprechung|appointment|rendez-vous|rdv|r[eé]union|reuni[oó]n|cita)"
    r"(?: (?:am|on|le|el|um|at|für|de|del))?\s*\Z",
    re.IGNORECASE,
)

_HANDLED = re.compile(
    r"[^|;\n]{0,24}\b(?:absagen|verschieben|verlegen|bestätigen|erinnern|vorbereiten|stornieren|"
    r"umbuchen|besprechen|klären|confirm|discuss|cancel|reschedule|remind|prepare|confirmer|"
    r"annuler|reporter|préparer|"
    r"confirmar|cancelar|anular|aplazar|preparar|"
    r"chez|beim)\b",
    re.IGNORECASE,
)
"""What is done with a meeting by a call before it."""

_ASKED = re.compile(
    r" ?\?|[^,.;:|\n–-]{1,24}\b(?:ok(?:ay)?|works?|suits?|fine|good|possible|passen|passt|recht|"
    r"ginge|gehen|convien(?:t|dr)\w*|va|bien|conviene|posible)\b[^,.;:|\n]{0,12}\?",
    re.IGNORECASE,
)
"""Monday 10am?"""

_REQUEST = re.compile(
    r"\b(?:(?:can|could|would|will) (?:you|someone|somebody|anyone|we (?:please )?(?:call|ring))|"
    r"(?:kannst|könntest|magst|würdest|rufst) du|könn(?:t|tet) ihr|könnt?en (?:sie|wir)|"
    r"kann (?:jemand|man)|(?:peux|pourrais)[- ]tu|(?:pouvez|pourriez)[- ]vous|peut[- ]on|"
    r"puedes|pod(?:é|e)is|podr[ií]as|puede usted|podemos llamar|alguien puede)\b",
    re.IGNORECASE,
)
"""Can you call Alex tomorrow 2pm? That asks for the call, and not about its time."""

_ARRANGED_BEHIND = re.compile(
    r"\s*(?:reservieren|buchen|vereinbaren|verschieben|verlegen|absagen|umbuchen|stornieren|"
    r"(?:(?:leider|geht|passt|kann|klappt) )*nicht(?! vergessen))\b",
    re.IGNORECASE,
)

_WHO = r"(?:(?:s?he|they|er|sie|il|elle|él|ella)(?:['’]s|['’]re)? )?"
_IS = (
    r"(?:(?:is|are|was|would be|will be|ist|war|wäre|est|era|es|está)"
    r"(?: (?:er|sie|ihre?|seine?))? )?"
)
_HAS = r"(?:has|have|hat(?: er| sie)?|tiene|a) (?:(?:an?|un[ae]?|son|sa|su|einen?) )?"
_NO_GOOD = re.compile(
    rf"\s*{_WHO}{_HAS}(?:appointment|meeting|interview|flight|exam|class|surgery|urlaub|termin|"
    r"besprechung|keine zeit|entretien|rdv|rendez-vous|réunion|reunión|examen|vuelo|clase|"
    r"cita)\b|"
    rf"\s*{_WHO}(?:{_IS}|{_HAS})(?:"
    r"bad|already taken|pending|not (?:good|possible|ok|suitable|available|free|convenient|"
    r"working)|no good|no longer|taken|"
    r"full\b|too (?:late|early)|cancell?ed|busy|unavailable|closed|impossible|away|out of office|"
    r"ooo|driving|on (?:leave|holiday|vacation)|in (?:court|class|surgery)|"
    r"(?:at the )?(?:dentist|doctor)|surgery|board meeting|"
    r"in (?:a )?meetings?(?! room)|"
    r"(?:schon |bereits )?(?:vergeben|belegt)|zu (?:spät|früh)|abgesagt|belegt|besetzt|"
    r"ausgefallen|im (?:meeting|urlaub)|fällt aus|"
    r"schlecht|blöd|ungünstig|feierabend|schluss|verreist|unterwegs|"
    r"(?:zahn)?arzt|mittagspause|"
    r"trop (?:tard|tôt)|annulée?|pris\b|occupée?|complet|en (?:réunion|congés?|vacances)|"
    r"absente?|"
    r"dentiste|"
    r"cancelad[oa]|anulad[oa]|demasiado|ocupad[oa]|imposible|en una reunión|fuera|reunid[oa]|"
    r"médico|"
    r"dentista|de vacaciones)\b|"
    r"\s*(?:(?:does|do|will|can|is|was)(?: not|n['’]t)|won['’]t|can['’]t|cannot|"
    r"ne (?:(?:lui|leur|me|nous) )?(?:va|convient|marche)|no (?:puede|le va|va|viene|funciona|"
    r"sirve)|l[ae] operan|"
    r"il passe|elle passe)\b|"
    r"\s*(?:ist|hat|holt|bringt|muss|kommt|geht|fährt) (?:er|sie|ihre?|seine?) "
    r"(?!(?:[^\W\d_]+ ){0,2}(?:erreichbar|verfügbar|frei|zeit|da|im haus|im büro|gut|telefon)\b)|"
    r"\s*(?:il|elle) est (?:chez|à|en|dans|avec)\b|\s*está en (?!la oficina|casa)|"
    r"\s*(?:s?he|they)(?:['’]s|['’]re| is| are) (?:at|in|with) "
    r"(?!(?:the|her|his|their) office|home)",
    re.IGNORECASE,
)
"""Busy at 2pm, 2pm doesn't work: that is when not to call."""


_BOOKED = re.compile(
    r"\b(?:booked(?: in)?(?: for)?|gebucht(?: für)?|réservée?(?: pour)?|reservad[oa](?: para)?|"
    r"(?:first|last) day|erster? (?:arbeits)?tag|slot)(?: on| at| am| um| le| el)?\s*\Z",
    re.IGNORECASE,
)
"""Booked for Friday 3pm: for something else."""

_EVENT = re.compile(
    r"\s*(?:(?:class|viewing|delivery|install\w*|maintenance|inspection|surgery|exam|kurs|"
    r"wartung|"
    r"lieferung|besichtigung|montage|prüfung|livraison|cours|visite|installation|entrega|clase|"
    r"instalación)(?=\s*(?:[,;.!?|)\n]|\Z)| (?:is|was|at|in|ist|wird|est|es)\b)|"
    r"[^\W\d_]+ (?:(?:is|was|has been|ist|wurde|est|está) )?"
    r"(?:cancell?ed|moved|full|needs moving|abgesagt|verlegt|fällt aus|annulée?|cancelad[oa])\b)",
    re.IGNORECASE,
)
"""Tomorrow 2pm class cancelled; demain 10h livraison: no call is one of these."""


_CAME_IN = re.compile(
    r"\b(?:(?:missed|incoming|inbound|received|lost|unanswered) (?:phone )?call|voice ?mail|"
    r"voice message|vm|(?<!a )call from|(?:verpasster?|eingehender?|entgangener?|versäumter?|"
    r"eingegangener?) anruf|anruf (?:in abwesenheit|von)|(?:sprach|mailbox|ab)-?nachricht|"
    r"appel (?:manqué|en absence|reçu|entrant)|message vocal|messagerie|"
    r"llamada (?:perdida|entrante|recibida)|mensaje de voz|buzón de voz)\b"
    r"(?!.*\b(?:again|back|call (?:her|him|them|at|on)|ring|retry|zurück\w*|rückruf|erneut|"
    r"anrufen|r?appeler|relance|devolver|llamar)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Missed call from Nora Stein at 3:15pm: the time of the call that came in."""


_TO_CALL_THEN = re.compile(r" (?:bitte )?(?:zurück|an)rufen\b| rappeler\b", re.IGNORECASE)


def came_in_then(before: str, after: str) -> bool:
    """Whether all that stands beside a time says that somebody called, and not to call."""
    return _CAME_IN.search(before) is not None and _TO_CALL_THEN.match(after) is None


def is_unsuitable(after: str) -> bool:
    """Whether words behind a time say that it is none to call at."""
    return _NO_GOOD.match(after) is not None


def is_of_meeting(before: str) -> bool:
    """Whether the words right before a time are those of a meeting, which may be the call."""
    return _MEETING.search(before) is not None


def is_when_it_happens(before: str, after: str) -> bool:
    """Whether the words beside a time, up to the next mark, say what happens then."""
    if _ARRANGED_BEHIND.match(after) or _NO_GOOD.match(after):
        return True
    if _BOOKED.search(before) or _EVENT.match(after):
        return True
    return is_of_meeting(before) and _HANDLED.match(after) is not None


def happens_then(after: str) -> bool:
    """Whether the words behind a time say what happens then."""
    return _HAPPENS_BEHIND.match(after) is not None


def is_only_asked(before: str, after: str) -> bool:
    """Whether a time stands in a question, unless that asks us to call."""
    if _ASKED.match(after) is None and "¿" not in before.rpartition("?")[2]:
        return False
    return _REQUEST.search(before) is None
