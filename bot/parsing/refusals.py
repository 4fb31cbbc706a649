"""Words of a line that ask for no call: to stop one, or to call somebody no more."""

import re

_FIRST = re.compile(
    r"(?:block|unblock|forget|cancel|stop|undo|reschedule"
    r"|sperren|entsperren|vergessen|abbrechen|absagen|stornieren|verschieben"
    r"|bloquer|débloquer|oublier|annuler|reporter"
    r"|bloquear|desbloquear|olvidar|cancelar|anular|aplazar)(?=\s+[^\s&]|\s*\Z)",
    re.IGNORECASE,
)
"""First words that tell what to do with a call or a number that is known already."""

_NOT_CALLED = re.compile(
    r"\b(?:(?:do|must|should|to) ?not|not to|(?:do|must|should)n['’]?t|never|stop|no longer)"
    r" (?:ever |please )?(?:be called|call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|dial)\b"
    r"|\bdo-not-call\b"
    r"|\bnicht (?:\w+ ){0,2}(?:an(?:ge|zu)?rufen|kontaktieren)\b"
    r"|\bruf(?:e|t|en)? (?:\w+ ){0,2}nicht (?:mehr )?an\b"
    r"|\bkeinen? anrufe?\b"
    r"|\bne (?:pas|plus) (?:\w+['’ ])?(?:r?appeler|contacter)\b"
    r"|\bn(?:e (?:\w+['’ ])?|['’])(?:r?appel(?:ez|le|les|er)) (?:pas|plus)\b"
    r"|\bno (?:(?:l[aeo]s? )?(?:llam(?:ar(?:le|la|lo)?|es?|en)|contactar)|vuelv\w+ a llamar\w*)\b",
    re.IGNORECASE,
)


def refusal_in(text: str) -> str | None:
    """Find the words of a line that ask for no call, None if there are none."""
    begins = _NOT_CALLED.match(text.lstrip()) or _FIRST.match(text.lstrip())
    found = begins or _NOT_CALLED.search(text)
    return found.group() if found is not None else None
