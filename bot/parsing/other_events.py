"""Tells that a time is when something else happens than the call, or only asked about."""

import re

_HAPPENS = re.compile(
    r"(?<!time )(?<!best )(?<!zeit )(?<!call )(?<!anruf )(?<!heure )(?<!hora )\b(?:is|are|"
    r"comes|arrives|opens|closes|leaves|ist|kommt|geht|läuft|hat|fliegt|passt|öffnet|"
    r"schließt|fährt|est|arrive|part|prévue?|ouvre|ferme|finit|termine|es|llega|sale|viene|tiene|"
    r"abre|cierra|termina|previst[oa]|set for|scheduled for|planned for)"
    r"(?: (?:am|on|at|le|el|um|den))?\s*\Z",
    re.IGNORECASE,
)
"""The interview is Friday 10am, Lieferung kommt morgen um 14 Uhr."""

_FIXED_EVENT = re.compile(
    r"\b(?:interview|inspection|deadline|"
    r"(?:renewal|due|end|start|clos(?:e|ing)|expir(?:y|ation)|contract|delivery|birth) date|"
    r"delivery|closing|concert|flight|surgery|exam|"
    r"wedding|open house|technician visit|viewing|check-?in|check-?out|arrival|departure|pick-?up|"
    r"birthday|hearing|funeral|go-?live|eta|etd|breach|sla|outage|maintenance|cut-?off|"
    r"conference|webinar|"
    r"vorstellungsgespräch|\w*arzttermin|besichtigung|lieferung|techniker|frist|flug|"
    r"probetraining|"
    r"geburtstag|umzug|einzug|(?:wohnungs|schlüssel)?übergabe|abholung|ankunft|abfahrt|abreise|"
    r"anreise|hochzeit|beerdigung|liefertermin|abgabetermin|"
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
_HANDLED = re.compile(
    r"[^|;\n]{0,24}\b(?:absagen|verschieben|verlegen|bestätigen|erinnern|vorbereiten|stornieren|"
    r"umbuchen|confirm|cancel|reschedule|remind|prepare|confirmer|annuler|reporter|préparer|"
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
    r"e)|cambiar|mover|"
    r"aplazar)\b(?! (?:a |the )?(?:phone )?call\b)[^,.;:|]{0,40}\Z|"
    r"\A\s*(?:back|zurück|wieder da|de retour|de vuelta)(?: (?:on|at|am|um|le|el|à))?\s*\Z",
    re.IGNORECASE,
)
"""Book a table tomorrow 7pm: what the call is to arrange; back Monday 10am."""

_ARRANGED_BEHIND = re.compile(
    r"\s*(?:reservieren|buchen|verschieben|verlegen|absagen|umbuchen|stornieren|"
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
    r"\s*(?:(?:is|was|would be|ist|war|wäre|est|era|es|está) )?(?:not (?:good|possible|ok|"
    r"suitable|available|"
    r"free|convenient|working)|no good|no longer|taken|full\b|too (?:late|early)|cancell?ed|busy|"
    r"unavailable|closed|impossible|zu (?:spät|früh)|abgesagt|belegt|besetzt|ausgefallen|"
    r"in (?:a )?meetings?|im (?:meeting|urlaub)|en réunion|absente?|en una reunión|fuera|"
    r"fällt aus|"
    r"schlecht|blöd|ungünstig|feierabend|schluss|trop (?:tard|tôt)|annulée?|pris\b|occupée?|"
    r"complet|cancelad[oa]|demasiado|ocupad[oa]|"
    r"imposible)\b|"
    r"\s*(?:(?:does|do|will|can|is|was)(?: not|n['’]t)|won['’]t|can['’]t|cannot|ne (?:va|"
    r"convient|marche)|"
    r"no (?:puede|le va|va|viene|funciona|sirve))\b",
    re.IGNORECASE,
)
"""Busy at 2pm, 2pm doesn't work: that is when not to call."""

_BEFORE_OR_AFTER = re.compile(
    r"\b(?:before|after|vor|nach|avant|apr[eè]s|antes|despu[eé]s) (?!\d{1,2} )[^,.;:]{1,30}\s\Z",
    re.IGNORECASE,
)

_EVENTS = (_UNAVAILABLE, _HAPPENS, _FIXED_EVENT, _WHETHER, _ARRANGED, _BEFORE_OR_AFTER)


_AVAILABLE = re.compile(
    r"(?:['’]s|\b(?:is|are|be|only|when|again|back|bin|ist|sind|erst|nur|wieder|est|sera|está|"
    r"estará|solo))"
    r" (?:[^\W\d_]+ ){0,2}(?:free|available|reachable|frei|verfügbar|erreichbar|dispo|disponible|"
    r"joignable|libre|localizable)\b",
    re.IGNORECASE,
)
"""She is free after 4 tomorrow: when somebody may be called, and hardly now."""


_WANTS_CALL = re.compile(
    r"\b(?:wants?|wanted|needs?|ask(?:s|ed|ing)? for|request(?:s|ed|ing)?|prefers?|expects?|"
    r"likes?|"
    r"bittet|bat|möchte|wünscht|erwartet|braucht|will|souhaite|demande|veut|voudrait|attend|"
    r"quiere|pide|pidió|necesita|solicita|espera)\b[^,.;:]{0,25}"
    r"\b(?:call(?:back|ed)?|phone[ -]?call|contacted|rückruf|anruf|zurückgerufen|angerufen|appel|"
    r"rappel|être (?:r?appelée?|contactée?)|llamada|que (?:la|le|lo) llamen)\b",
    re.IGNORECASE,
)
"""She wants a call tomorrow: that is when, though a sentence tells it."""


_TALK = re.compile(
    r"\b(?:call|callback|call back|ring|phone|speak|talk|chat|contact|reach|catch|connect|free|"
    r"available|"
    r"back|to be called|be contacted|time|works|suits|is (?:best|better|good|fine|ok)|would be|"
    r"can do|(?:must|has to|have to|needs to) be|"
    r"melden|meldet|anrufen|anruf|rückruf|sprechen|telefonieren|erreichen|erreichbar|zeit|passt|"
    r"zurück|wieder da|r?appeler|appel|parler|recontacter|joindre|dispo|disponible|de retour|"
    r"de vuelta|"
    r"llam\w+|hablar|contactar|libre)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?:\A|\b(?:call|callback|anruf|rückruf|appel|llamada|now|jetzt|has been|was|is|wurde|"
    r"ist) ?)\s*"
    r"(?:(?:postpone|reschedule|move|push|moved|postponed|rescheduled|changed|pushed|verschoben|"
    r"verlegt) (?:to|until|auf)|"
    r"remind(?: (?:him|her|them))?(?: on)?|"
    r"(?:verschieben|verlegen) auf|reporter (?:à|au)|(?:reportée?|déplacée?) (?:à|au)|"
    r"(?:aplazad|cambiad|movid)[oa] (?:a|al|para))\s*\Z",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:said|says|dit|sagte|meinte|dijo)(?: on| am| el)?\s*\Z", re.IGNORECASE)
_ORDER = re.compile(
    r"[\W_]*(?:please |pls |bitte )?"
    r"(?:call|ring|phone|anrufen|ruf|rappeler|appeler|llamar|llama)\b",
    re.IGNORECASE,
)
"""Call about the offer on Tuesday."""

_TOPIC = re.compile(
    r"\b(?:about|re|regarding|concerning|remind\w*|confirm|discuss|had|was|were|wegen|bzgl|"
    r"bezüglich|über|erinner\w*|hatten?|war(?:en)?|concernant|au sujet|avait|était|sobre|tuvo|"
    r"fue)\b",
    re.IGNORECASE,
)


def is_talk(before: str, after: str) -> bool:
    """Whether a day stands in words about talking on it, and not about what to talk of."""
    if any(words.search(before) for words in (_UNAVAILABLE, _MOVED, _SAYS)) or _NO_GOOD.match(
        after
    ):
        return True
    if _TALK.match(after.lstrip()) is not None:
        return True
    topic = _TOPIC.search(before)
    return _TALK.search(before) is not None and (topic is None or _ORDER.match(before) is not None)


_TO_BE_CALLED = re.compile(
    r" ?(?:an |einen )?(?:angerufen|zurückgerufen|(?:rück|an)ruf)\b", re.IGNORECASE
)


def is_availability(before: str, after: str) -> bool:
    """Whether the words beside a time say that the contact can, or wants to be called then."""
    return (
        _AVAILABLE.search(f"{before}{after}") is not None
        or _WANTS_CALL.search(before) is not None
        or _TO_BE_CALLED.match(after) is not None
    )


def is_when_it_happens(before: str, after: str) -> bool:
    """Whether the words beside a time, up to the next mark, say what happens then."""
    if any(event.search(before) for event in _EVENTS):
        return True
    if _ARRANGED_BEHIND.match(after) or _NO_GOOD.match(after):
        return True
    return _MEETING.search(before) is not None and _HANDLED.match(after) is not None


def is_only_asked(before: str, after: str) -> bool:
    """Whether a time stands in a question, unless that asks us to call."""
    if _ASKED.match(after) is None and "¿" not in before.rpartition("?")[2]:
        return False
    return _REQUEST.search(before) is None
