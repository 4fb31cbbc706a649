"""Words beside a time that say that somebody can be called then, wants it, or said so."""

import re

_AVAILABLE = re.compile(
    r"(?:['’]s|\b(?:is|are|be|only|when|again|back|bin|ist|sind|erst|nur|wieder|est|sera|está|"
    r"estará|solo)) (?:[^\W\d_]+ ){0,2}(?:free|available|reachable|frei|verfügbar|erreichbar|"
    r"dispo|disponible|joignable|libre|localizable)\b",
    re.IGNORECASE,
)
"""She is free after 4 tomorrow: when somebody may be called, and hardly now."""

_WANTS_CALL = re.compile(
    r"\b(?:wants?|wanted|needs?|ask(?:s|ed|ing)? for|request(?:s|ed|ing)?|prefers?|expects?|"
    r"likes?|bittet|bat|möchte|wünscht|erwartet|braucht|will|souhaite|demande|veut|voudrait|attend|"
    r"quiere|pide|pidió|necesita|solicita|espera)\b[^,.;:]{0,25}"
    r"\b(?:call(?:back|ed)?|phone[ -]?call|contacted|rückruf|anruf|zurückgerufen|angerufen|appel|"
    r"rappel|être (?:r?appelée?|contactée?)|llamada|que (?:la|le|lo) llamen)\b",
    re.IGNORECASE,
)
"""She wants a call tomorrow: that is when, though a sentence tells it."""

_TO_BE_CALLED = re.compile(
    r" ?(?:an |einen )?(?:angerufen|zurückgerufen|(?:rück|an)ruf)\b", re.IGNORECASE
)
_TALK = re.compile(
    r"\b(?:call|callback|call back|ring|phone|speak|talk|chat|contact|reach|catch|connect|free|"
    r"available|back|to be called|be contacted|time|works|suits|would be|can do|"
    r"is (?:best|better|good|fine|ok)|(?:must|has to|have to|needs to) be|"
    r"melden|meldet|anrufen|anruf|rückruf|sprechen|telefonieren|erreichen|erreichbar|zeit|passt|"
    r"zurück|wieder da|r?appeler|appel|parler|recontacter|joindre|dispo|disponible|de retour|"
    r"de vuelta|llam\w+|hablar|contactar|libre)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?:\A|\b(?:call|callback|anruf|rückruf|appel|llamada|now|jetzt|has been|was|is|wurde|ist) ?)"
    r"\s*(?:(?:postpone|reschedule|move|push|moved|postponed|rescheduled|changed|pushed|verschoben|"
    r"verlegt) (?:to|until|auf)|remind(?: (?:him|her|them))?(?: on)?|"
    r"(?:verschieben|verlegen) auf|reporter (?:à|au)|(?:reportée?|déplacée?) (?:à|au)|"
    r"(?:aplazad|cambiad|movid)[oa] (?:a|al|para))\s*\Z",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:said|says|dit|sagte|meinte|dijo)(?: on| am| el)?\s*\Z", re.IGNORECASE)
_TOPIC = re.compile(
    r"\b(?:about|re|regarding|concerning|remind\w*|confirm|discuss|had|was|were|wegen|bzgl|"
    r"bezüglich|über|erinner\w*|hatten?|war(?:en)?|concernant|au sujet|avait|était|sobre|tuvo|"
    r"fue)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"[\W_]*(?:please |pls |bitte )?"
    r"(?:call|ring|phone|anrufen|ruf(?:en?|t)?|r?appel(?:er|ez)|llam(?:ar|a|e|en))\b",
    re.IGNORECASE,
)
"""Call about the offer on Tuesday."""


def is_availability(before: str, after: str) -> bool:
    """Whether the words beside a time say that the contact can, or wants to be called then."""
    return (
        _AVAILABLE.search(f"{before}{after}") is not None
        or _WANTS_CALL.search(before) is not None
        or _TO_BE_CALLED.match(after) is not None
    )


def asks_for_call(before: str, after: str) -> bool:
    """Whether words of a note ask for the call: "please call her", "wants a call"."""
    if is_topic(before):
        return False
    return is_availability(before, after) or _ORDER.match(before) is not None


def is_topic(before: str) -> bool:
    """Whether words say what a call is about."""
    return _TOPIC.search(before) is not None


def is_talk(before: str, after: str) -> bool:
    """Whether a day stands in words about talking on it, and not about what to talk of."""
    if _MOVED.search(before) or _SAYS.search(before) or _TALK.match(after.lstrip()):
        return True
    topic = _TOPIC.search(before)
    return _TALK.search(before) is not None and (topic is None or _ORDER.match(before) is not None)
