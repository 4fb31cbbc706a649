"""Words that say that a call waits for something: only if she signed, check with Tom first."""

import re

_SO = (
    r"(?:(?:please|pls|bitte|but|aber|mais|pero|and|und|et|y|only|just|nur|erst|seulement|"
    r"uniquement|solo|sólo|noch) )*"
)
_IF = (
    r"(?:if|in case|provided(?: that)?|as long as|assuming|unless|falls|sofern|solange|"
    r"vorausgesetzt|im falle?|für den fall|au cas où|à condition|tant que|dans le cas où|"
    r"en caso de que|siempre que|a menos que|wenn|si|depending on|je nachdem,? ob|"
    r"(?:only|nur|erst|seulement|solo) (?:once|as soon as|sobald|dès que|en cuanto))"
)
_NO_CONDITION = (
    r"(?!(?:(?:no|keine|pas de|sin) (?:answer|reply|antwort|réponse|respuesta)|(?:es |"
    r"c['’]est )?poss?ible|poss|"
    r"at all|you (?:can|could)|needed|necessary|so|not|of|möglich|nötig|"
    r"nicht|es geht|besoin|nécessaire|posible|puedes?|necesario|interested|interessiert)\b|"
    r"(?:s?he|they|er|sie|elles?|ils?|ella|él)?['’ ]*(?:asks?|wants?|needs?|says?|mentions?|"
    r"is interested|fragt|will|möchte|sagt|braucht|demande|veut|dit|pregunta|quiere|pide|dice|"
    r"(?:has|hat|a|tiene)(?: (?:any|noch|des|más))? (?:questions?|time|fragen?|zeit|preguntas?|"
    r"dudas?))\b)"
)
_LEAVE = (
    r"approval|confirmation|sign[- ]?off|go[- ]ahead|green light|clearance|ok|okay|freigabe|"
    r"rücksprache|absprache|abstimmung|rückmeldung|bestätigung|genehmigung|zusage|antwort|"
    r"accord|validation|feu vert|confirmation|aval|aprobación|confirmación|visto bueno"
)
_FIRST = r"(?:first|before(?:hand)?|zuerst|vorher|erst|d['’]abord|avant|primero|antes)"
_CHECK = (
    r"(?:check|confirm|clear|discuss|align|agree|verify|coordinate|speak|talk|klären|abstimmen|"
    r"sprechen|reden|besprechen|absprechen|abklären|voir|valider|vérifier|confirmer|parler|"
    r"consultar|hablar|confirmar|verificar|preguntar)"
)
_SOME = r"[^\W\d_]+(?: [^\W\d_]+){0,2}"
_HELD = re.compile(
    rf"{_SO}(?:{_IF} {_NO_CONDITION}[^\W\d_]+(?:['’]s)? [^\W\d_]|"
    rf"(?:{_CHECK} (?:it |this |that |ça |lo )?(?:with|avec|con) {_SOME} {_FIRST}|"
    rf"{_CHECK} {_FIRST} (?:with|avec|con) {_SOME}|"
    rf"(?:ask|demander à|preguntar a) (?!him\b|her\b|them\b){_SOME} {_FIRST}|"
    rf"{_FIRST} (?:noch )?(?:mit )?(?:{_SOME} )?{_CHECK}(?: (?:with|avec|con|à|a) {_SOME})?|"
    rf"mit {_SOME} (?:vorher|erst|zuerst) {_CHECK}|à {_CHECK} avec {_SOME}|"
    rf"(?:pending|awaiting|waiting for|wait for|needs?|subject to|on|upon|after|once|nach|erst|"
    rf"vorher|vorbehaltlich|warte(?:t|n)? auf|après|sous réserve d['’e]|en attente d['’e]|"
    rf"attendre|tras|previa|esperar|esperando|pendiente de|a la espera de)"
    rf" ?(?:(?:my|his|her|the|legal|final|written|die|der|mein\w*|l['’]|la|le|mon|mi|su|"
    rf"el) ?)*(?:[^\W\d_]+['’]s )?"
    rf"(?:{_LEAVE})(?: (?:first|yet|(?:from|by|von|durch|mit|de|del|du) {_SOME}))?|"
    rf"(?:{_LEAVE})(?: (?:mit|von|durch|from|by|de) {_SOME})? (?:abwarten|einholen|ausstehend|"
    rf"nötig|erforderlich|fehlt(?: noch)?|steht (?:noch )?aus|pending|needed|first|outstanding|"
    rf"requise?|pendiente)|"
    rf"(?:keep|put|leave|mettre|poner|dejar) (?:it |this |her |him |them )?(?:on hold|en pause|"
    rf"en attente|en pausa|en espera)|park(?:en)?(?: (?:it|this))?|(?:noch |erst ?mal |bitte )*"
    rf"(?:zurückstellen|liegen lassen|pausieren|zurückhalten|abwarten|warte[nt]?)"
    rf"(?: (?:noch|auf {_SOME}|noch auf {_SOME}))?|"
    rf"(?:don['’]?t|do not) (?:call|ring|phone|dial)(?: (?:her|him|them))? (?:yet|now)|"
    rf"noch (?:in|zur) (?:abstimmung|klärung|freigabe|prüfung)|en (?:pause|suspens|pausa|espera))"
    rf"[ .!]*\Z)",
    re.IGNORECASE,
)


def is_held_back(words: str) -> bool:
    """Whether words say nothing but what the call depends on, or that it is to wait."""
    return _HELD.match(" ".join(words.split())) is not None
