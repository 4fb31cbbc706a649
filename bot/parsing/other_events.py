"""Tells that a time is when something else happens than the call, or only asked about."""

import re

_HAPPENING = (
    r"(?:(?:comes|gets|checks|moves|flies) (?:in|out|back|home)|runs out|takes place|kicks off|"
    r"goes live|arrives?|lands?|departs|leaves|(?:re)?opens|shuts|closes|starts|begins|ends|"
    r"finishes|expires|kommt|kommen|landet|fährt|fliegt|öffnet|schließt|beginnt|endet|startet|"
    r"läuft ab|findet statt|arrivent?|atterrit|ouvre|ferme|commence|finit|termine|expire|"
    r"llegan?|aterriza|sale|viene|abre|cierra|empieza|comienza|termina|acaba|vence|caduca)"
)
_HAPPENS = re.compile(
    r"(?<!time )(?<!best )(?<!zeit )(?<!call )(?<!anruf )(?<!heure )(?<!hora )\b(?:is|are|comes|"
    rf"{_HAPPENING}|ist|geht|läuft|hat|passt|est|part|prévue?|es|tiene|previst[oa]|"
    r"(?:set|scheduled|planned) for)"
    r"(?: (?:am|on|at|le|el|um|den|auf|à|a las))?\s*\Z",
    re.IGNORECASE,
)
"""The interview is Friday 10am, Lieferung kommt morgen um 14 Uhr."""

_HAPPENS_BEHIND = re.compile(
    rf" (?:[^\W\d_]+ ){{0,3}}{_HAPPENING}\b(?! (?:(?:on|in|at|by|am|im|um|this|next|soon)\b|"
    r"(?-i:[A-Z])|\d))",
    re.IGNORECASE,
)
"""3pm her shift starts, and not "3pm contract ends Friday"."""

_FIXED_EVENT = re.compile(
    r"\b(?:interview|inspection|deadline|"
    r"(?:renewal|due|end|start|clos(?:e|ing)|expir(?:y|ation)|contract|delivery|birth) date|"
    r"delivery|closing|concert|flight|surgery|exam|"
    r"wedding|open house|technician visit|viewing|check-?in|check-?out|arrival|departure|pick-?up|"
    r"birthday|party|reservation(?: for [^,.;:|]{1,16})?|dentist|doctor|vet|haircut|doors|"
    r"hard stop|hearing|funeral|go-?live|eta|etd|breach|sla|outage|maintenance|cut-?off|"
    r"conference|webinar|"
    r"vorstellungsgespräch|besichtigung|lieferung|techniker|frist|flug|"
    r"probetraining|(?:zahn|tier)?arzt|friseur|notar|"
    r"(?!(?:telefon|rückruf|anruf|gespräch|beratung|demo|erst|folge|wunsch|ersatz|kennenlern|"
    r"online|video|zoom|teams|call)\w*termin)\w{3,}termin|"
    r"geburtstag|umzug|einzug|(?:wohnungs|schlüssel)?übergabe|abholung|ankunft|abfahrt|abreise|"
    r"anreise|hochzeit|beerdigung|liefertermin|abgabetermin|"
    r"notaire|médecin|dentiste|coiffeur|dentista|médico|notario|reserva|fiesta|"
    r"livraison|entretien|anniversaire|arrivée|départ|mariage|échéance|vol|"
    r"entrega|entrevista|visita|cumpleaños|llegada|salida|boda|plazo|vuelo|examen)"
    r"(?: (?:am|on|le|el|um|at|for|de|del))?\s*\Z",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:termin|meeting|besprechung|appointment|rendez-vous|rdv|r[eé]union|reuni[oó]n|cita)"
    r"(?: (?:am|on|le|el|um|at|für|de|del))?\s*\Z",
    re.IGNORECASE,
)
_MEETING_WITH = re.compile(
    r"\b(?:termin|meeting|besprechung|appointment|rendez-vous|rdv|r[eé]union|reuni[oó]n|cita)"
    r" (?:with|at|bei|beim|mit|chez|avec|con)\b[^,.;:|]{1,30}\Z",
    re.IGNORECASE,
)
"""Meeting with their bank tomorrow 10am: theirs."""

_KNOWN_MEETING = re.compile(
    r"\b(?:our|his|her|their|my|your|the|this|that|unser\w*|sein\w*|ihr\w*|mein\w*|d(?:er|en|em)|"
    r"notre|votre|son|sa|leur|l['’]|la|le|nuestr[oa]|su|el) ?(?:[^\W\d_]+ )?"
    rf"{_MEETING.pattern}",
    re.IGNORECASE,
)
"""Prepare our board meeting tomorrow 10am: one that there is already."""

_HANDLED = re.compile(
    r"[^|;\n]{0,24}\b(?:absagen|verschieben|verlegen|bestätigen|erinnern|vorbereiten|stornieren|"
    r"umbuchen|besprechen|klären|confirm|discuss|cancel|reschedule|remind|prepare|confirmer|annuler|reporter|préparer|"
    r"confirmar|cancelar|anular|aplazar|preparar|"
    r"chez|beim)\b",
    re.IGNORECASE,
)
"""What is done with a meeting by a call before it."""

_WHETHER = re.compile(
    r"(?:\b(?:(?:ask(?:s|ed|ing)|wonder(?:s|ed|ing)|to know|wissen|demand(?:e|ait|é)|savoir|"
    r"pregunt[aó]|saber) (?:if|(?-i:ob|si))|whether|(?-i:ob))\b[^,.;:]{0,40}|"
    r"\b(?:if|si) (?:[^\s,.;:]+ )?(?:free|available|frei|libre|disponible|dispo)\b[^,.;:]{0,8}|"
    r"\b(?:(?-i:[Ii]f|si)|does|would|how about|what about|passt|ginge|klappt|wäre|wie wäre|"
    r"est-ce que|qu[eé] tal|wenn|falls|sobald|quand|dès que|cuando)"
    r"(?: (?:am|on|at|um|le|el|es|mit))?\s*)\Z",
    re.IGNORECASE,
)
"""Somebody asks whether Monday 10am suits: it is not said that it does."""

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

_ARRANGED = re.compile(
    r"\b(?:book|reserve|reschedule|move|postpone|(?:cannot|can't) make|reservier\w*|buchen|"
    r"verschieb\w*|verleg\w*|r[eé]serv(?:er|e[zr]?)|d[eé]place[rz]?|reporte[rz]?|reserv(?:ar|a|"
    r"e)|cambiar|mover|aplazar)\b(?! (?:a |the )?(?:phone )?call\b)[^,.;:|]{0,40}\Z|"
    r"\b(?:table|tisch|mesa)\b[^,.;:]{0,12}\Z|"
    r"\A\s*(?:back|zurück|wieder da|de retour|de vuelta)(?: (?:on|at|am|um|le|el|à))?\s*\Z",
    re.IGNORECASE,
)
"""Book a table tomorrow 7pm: what the call is to arrange; back Monday 10am."""

_ARRANGED_BEHIND = re.compile(
    r"\s*(?:reservieren|buchen|vereinbaren|verschieben|verlegen|absagen|umbuchen|stornieren|"
    r"(?:(?:leider|geht|passt|kann|klappt) )*nicht(?! vergessen))\b",
    re.IGNORECASE,
)

_UNAVAILABLE = re.compile(
    r"\b(?:busy|unavailable|not available|closed|asleep|driving|in (?:a |an )?(?:meetings?|call)|"
    r"on (?:holiday|vacation|leave)|tied up|im urlaub|unterwegs|en congé|de vacaciones|fuera|"
    r"beschäftigt|belegt|verhindert|geschlossen|"
    r"in (?:einer |einem )?(?:besprechung|meeting)|nicht (?:da|erreichbar|verfügbar)|"
    r"occupée?|fermée?|absente?|en réunion|indisponible|ocupad[oa]|cerrado|en una reunión|ausente)"
    r"(?: (?:at|on|um|am|à|le|a las|el))?\s*\Z",
    re.IGNORECASE,
)
_NO_GOOD = re.compile(
    r"\s*(?:(?:is|was|would be|ist|war|wäre|est|era|es|está) )?(?:"
    r"not (?:good|possible|ok|suitable|available|free|convenient|working)|no good|no longer|taken|"
    r"full\b|too (?:late|early)|cancell?ed|busy|unavailable|closed|impossible|"
    r"in (?:a )?meetings?(?! room)|"
    r"zu (?:spät|früh)|abgesagt|belegt|besetzt|ausgefallen|im (?:meeting|urlaub)|fällt aus|"
    r"schlecht|blöd|ungünstig|feierabend|schluss|"
    r"trop (?:tard|tôt)|annulée?|pris\b|occupée?|complet|en réunion|absente?|"
    r"cancelad[oa]|demasiado|ocupad[oa]|imposible|en una reunión|fuera)\b|"
    r"\s*(?:(?:does|do|will|can|is|was)(?: not|n['’]t)|won['’]t|can['’]t|cannot|"
    r"ne (?:va|convient|marche)|no (?:puede|le va|va|viene|funciona|sirve))\b",
    re.IGNORECASE,
)
"""Busy at 2pm, 2pm doesn't work: that is when not to call."""

_BEFORE_OR_AFTER = re.compile(
    r"\b(?:before|after|vor|nach|avant|apr[eè]s|antes|despu[eé]s) (?!\d{1,2} )[^,.;:]{1,30}\s\Z",
    re.IGNORECASE,
)

_EVENTS = (
    _UNAVAILABLE,
    _HAPPENS,
    _FIXED_EVENT,
    _WHETHER,
    _ARRANGED,
    _BEFORE_OR_AFTER,
)


def is_unsuitable(before: str, after: str) -> bool:
    """Whether words say that a time is none to call at."""
    return _UNAVAILABLE.search(before) is not None or _NO_GOOD.match(after) is not None


def is_of_meeting(before: str) -> bool:
    """Whether the words right before a time are those of a meeting, which may be the call."""
    return any(each.search(before) is not None for each in (_MEETING, _MEETING_WITH))


def is_when_it_happens(before: str, after: str) -> bool:
    """Whether the words beside a time, up to the next mark, say what happens then."""
    if any(event.search(before) for event in _EVENTS):
        return True
    if _ARRANGED_BEHIND.match(after) or _NO_GOOD.match(after):
        return True
    if _MEETING_WITH.search(before) is not None:
        return True
    if _MEETING.search(before) is None:
        return False
    return _KNOWN_MEETING.search(before) is not None or _HANDLED.match(after) is not None


def happens_then(after: str) -> bool:
    """Whether the words behind a time say what happens then."""
    return _HAPPENS_BEHIND.match(after) is not None


def is_only_asked(before: str, after: str) -> bool:
    """Whether a time stands in a question, unless that asks us to call."""
    if _ASKED.match(after) is None and "¿" not in before.rpartition("?")[2]:
        return False
    return _REQUEST.search(before) is None
