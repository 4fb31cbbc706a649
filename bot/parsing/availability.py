"""Words beside a time that say that somebody can be called then, wants it, or said so."""

import re

_WANTS_CALL = re.compile(
    r"\b(?:wants?|wanted|needs?|ask(?:s|ed|ing)? for|request(?:s|ed|ing)?|prefers?|expects?|"
    r"likes?|bittet|bat|möchte|wünscht|erwartet|braucht|will|souhaite|demande|veut|voudrait|attend|"
    r"quiere|pide|pidió|necesita|solicita|espera)\b[^,.;:]{0,25}"
    r"\b(?:call(?:back|ed)?|phone[ -]?call|contacted|rückruf|anruf|zurückgerufen|angerufen|appel|"
    r"rappel|être (?:r?appelée?|contactée?)|llamada|que (?:la|le|lo) llamen)\b",
    re.IGNORECASE,
)
"""She wants a call tomorrow: that is when, though a sentence tells it."""

_TALK = re.compile(
    r"\b(?:call|callback|call back|ring|phone|speak|talk|chat|contact|reach|catch|connect|free|"
    r"available|back|to be called|be contacted|time|works|suits|would be|can do|"
    r"is (?:best|better|good|fine|ok)|(?:must|has to|have to|needs to) be|"
    r"reachable|joignable|"
    r"melden|meldet|anrufen|anruf|rückruf|sprechen|telefonieren|erreichen|erreichbar|zeit|passt|"
    r"zurück|wieder da|r?appeler|appel|parler|recontacter|joindre|dispo|disponible|de retour|"
    r"returns?|rentre|revient|regresa|"
    r"de vuelta|llam\w+|hablar|contactar|libre)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:said|says|dit|sagte|meinte|dijo)(?: on| am| el)?\s*\Z", re.IGNORECASE)
_ORDER = re.compile(
    r"[\W_]*(?:please |pls |bitte |merci de (?:me |nous |l['’])?|"
    r"(?:can|could|would) (?:you|we|someone|somebody) (?:please )?(?:give me a )?)?"
    r"(?:call|ring|phone|talk|speak|anrufen|ruf(?:en?|t)?|r?appel(?:er|ez)|llam(?:ar|a|e|en))\b|"
    r"[\W_]*(?:könnt?en (?:wir|sie)|kannst du|(?:pouvez|pourriez)-vous|"
    r"(?:pouvons|pourrions)-nous|"
    r"ll[aá]m\w+me|pued\w+ llamar\w*|podemos hablar)\b",
    re.IGNORECASE,
)
"""Call about the offer on Tuesday; could we talk on Friday; können wir am Freitag telefonieren."""


def asks_for_call(before: str) -> bool:
    """Whether words of a note ask for the call: "please call her", "wants a call"."""
    return _WANTS_CALL.search(before) is not None or _ORDER.match(before) is not None


def is_talk(before: str, after: str) -> bool:
    """Whether a day stands in words about talking on it, or somebody said it."""
    if _SAYS.search(before) or _TALK.match(after.lstrip()):
        return True
    return _TALK.search(before) is not None
