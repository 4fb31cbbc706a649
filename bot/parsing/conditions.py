"""Words that let a time depend on something else, or correct it: no time to call at unasked."""

import re

from bot.parsing.found import Span

_IF = re.compile(
    r"[ ,(]+(?:if|unless|falls|wenn|sofern|außer|si|sauf|sino|salvo|en cas) (?!possible|"
    r"at all possible|möglich|es geht|"
    r"es passt|das passt|that works|that suits|that is ok|that's ok|it suits|ok|poss|es posible|"
    r"(?:er|sie|he|she) (?:Zeit|time))",
    re.IGNORECASE,
)

_PROVIDED = re.compile(
    r"\bpending (?:approval|confirmation)|\bsubject to|\bassuming\b|\bwait for my\b|"
    r"\bafter i(?:['’]ve| have)\b|\bcancel if\b|\bvorbehaltlich\b|\berst nach (?:rück|frei|ab)\w+|"
    r"\bwarte auf mein|\b(?:es sei denn|solange|vorausgesetzt)\b|\ben attente de\b|"
    r"\bpendiente de\b|\bsiempre que\b|\b(?:attendre|espera a que)\b|"
    r"\bto be confirmed|\bnot (?:yet )?confirmed|\b(?:s?he|they)['’]ll confirm|"
    r"\b(?:have|has|need|needs) to (?:check with|confirm)|\bwaiting for (?:her|his|their|the) ok|"
    r"\bnoch nicht bestätigt|\bnoch (?:zu |ab)?klären|\bklären,? ob\b|\bà confirmer|"
    r"\bpor confirmar|"
    r"\b(?:unless|(?:only|nur|seulement|uniquement|solo) (?:if|when|falls|wenn|si|cuando)|sauf si|"
    r"außer wenn|salvo (?:que|si)|à condition|provided) "
    r"(?!possible|möglich|posible|(?:er|sie|he|she) (?:Zeit|time))",
    re.IGNORECASE,
)
"""Unless he has replied, tomorrow 10am; tomorrow 2pm, to be confirmed."""

_CORRECTED = re.compile(
    r"[ ,–>-]*(?:nope|no wait|(?:changed|moved|pushed|postponed|rescheduled|verschoben|verlegt|"
    r"décalée?|reportée?|movid[oa]|cambiad[oa]|aplazad[oa]) (?:to|auf|à|au|a|al)|"
    r"(?:or|oder|ou|o) (?:mon|tue|wed|thu|fri|sat|sun|tomorrow|mo|di|mi|do|fr|sa|so)\w*)\b|"
    r"[ ,–-]*(?:actually|sorry|oops|maybe|perhaps|rather|make (?:it|that)|vielleicht|eher|doch|"
    r"plutôt|peut-être|mejor|quizás?)\b[^.;|\n]{0,20}?(?:\b\d{1,2}\b(?! [^\W\d_])|\b(?:earlier|"
    r"later|früher|später|plus tôt|plus tard|antes|más tarde)\b)",
    re.IGNORECASE,
)
"""Tomorrow 11am, actually make that 12."""

_BEFORE_OR_AFTER_THAT = re.compile(
    r"[^.;|\n]{0,30}[ ,](?:vorher|davor|am vortag|the day before|la veille|el día antes|"
    r"beforehand|(?:before|b4) (?:that|then)|au préalable|"
    r"(?:llam|avis)\w+ antes|r?appeler avant|(?:call|ring|phone|try)(?: (?:him|her|them|me))? "
    r"(?:before|b4|after)(?:wards?|hand)?(?! \d)|"
    r"(?:danach|hinterher|anschließend) (?:anrufen|zurückrufen|telefonieren)|"
    r"(?:après|ensuite) r?appeler|r?appeler (?:après|ensuite)|"
    r"(?:luego|después) llam\w+|llam\w+ (?:luego|después))\b",
    re.IGNORECASE,
)
"""Trial day on 1 Dec 8am, call him before that; viewing 3pm, call her afterwards."""

_LONGEST_ELSE = 20
_ELSE = re.compile(
    r"\b(?:else|otherwise|if not|sonst|ansonsten|sinon|si no)[ ,:]*"
    r"(?:at |on |um |am |à |le |a las |el )?\Z",
    re.IGNORECASE,
)
"""Try her now, else 5pm."""


def is_conditional(text: str, time: Span) -> bool:
    """Whether it is only then if something else happens: "in an hour if there is no answer"."""
    before = text[max(0, time.start - _LONGEST_ELSE) : time.start]
    behind = (_IF, _BEFORE_OR_AFTER_THAT, _CORRECTED)
    if any(each.match(text, time.end) is not None for each in behind):
        return True
    return _ELSE.search(before) is not None or _PROVIDED.search(text) is not None
