"""Words with which people begin to ask for a call, and which are no part of it."""

import re

from bot.parsing.found import Span

_ASKING = (
    r"(?:please|pls|plz|kindly|hey|hi|hello|can you|could you|would you|i want to|i need to|"
    r"i'd like to|let's|bitte|hallo|kannst du|könntest du|s'il te pla[iî]t|s'il vous pla[iî]t|svp|"
    r"stp|peux-tu|pouvez-vous|merci de|por favor|puedes|quiero|hola)"
)
_CALLING = (
    r"(?:(?:set up|schedule|book|place|make|arrange) (?:a|the) (?:phone )?call (?:with|to|for)|"
    r"(?:meeting|appointment|call|demo|termin|gespräch|anruf|rendez-vous|rdv|appel|cita|llamada|"
    r"reunión) (?:with|mit|bei|avec|con)|"
    r"(?:give|call back|call up|phone up|ring up|call|ring|phone|dial|reach out to|reach|contact|"
    r"talk to|speak to|speak with)|"
    r"(?:ruf(?:e|en)?|anrufen(?: bei)?|anruf (?:bei|an)|telefonier(?:e|en)? mit|kontaktiere)|"
    r"(?:r?appel(?:le[rz]?|er|ez)|téléphone[rz]? à|joindre|contacte[rz]?)|"
    r"(?:llama(?:r)? a|llama(?:r|d)?|telefonea(?:r)? a|contacta(?:r)?(?: a| con)?))"
)
_LEAD_IN = re.compile(
    rf"\s*(?:(?:{_ASKING}[,!]?\s+)+(?:{_CALLING}\b:?\s+)?|{_CALLING}\b:?\s+|"
    rf"(?:for|with|für|mit|pour|avec|con)\s+)(?:(?:bitte|please|mal)\s+)?",
    re.IGNORECASE,
)


def find_lead_in(text: str, start: int, end: int) -> Span | None:
    """Find "please call" and the like where a stretch of text begins."""
    match = _LEAD_IN.match(text, start, end)
    return None if match is None else Span(start=match.start(), end=match.end())
