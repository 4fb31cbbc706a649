"""Tells by the words right before a time whether they lead to a call at that time."""

import re

_ENGLISH = """
a an the to at on for in of around approx and or then so when please pls plz kindly just maybe
perhaps ideally preferably only ok okay
it he she they we i me him her them us you someone somebody anyone with s d ll re let
call calls called calling callback callbacks back up ring dial buzz phone telephone try
retry retries attempt again reach reached contact contacted talk speak chat follow reply
show give get take
demo session meeting appointment slot video zoom teams intro introductory introduction kickoff
discovery screening
first second third last next new another quick short brief final initial urgent priority
important min mins minute minutes time date day
schedule scheduled book booked set arrange arranged confirmed agreed
request requested requests ask asks asked want wants wanted need needs would like likes love
appreciate expects expecting happy prefer prefers preferred best better earliest free available
availability can could
quote quotes price prices pricing invoice bill question questions query feedback info
information offer proposal discount licence licences license licenses seats refund complaint
help
"""
_GERMAN = """
ein eine einen einem der die das den dem zu zum zur um am im ab gegen ca circa etwa an auf für
mit wegen und oder dann also bitte gern gerne nur erst lieber eher dringend
er sie ihn ihr ihnen mich uns du jemand
anrufen anruf anrufe ruf rufe rufen zurück zurückrufen rückruf rückrufe telefonieren
telefonat telefonisch telefoninterview melden kontakt kontaktieren kontaktaufnahme sprechen
erreichen nachfassen nachhaken versuch versuchen mailbox wiedervorlage
termin wunschtermin gespräch besprechung
noch einmal nochmal nochmals wieder erneut neuer neue neuen neues erster erste erstes ersten
zweiter zweite zweites nächster nächste nächstes kurz kurzer kurzes minuten zeit uhrzeit wann
bittet bitten möchte möchten will wollen wünscht wunsch gewünscht erbeten hätte hat kann können
kannst könntest könnt vereinbart gebucht geplant bestätigt
besten ideal idealerweise möglichst frühestens erreichbar frei verfügbar
angebot angebote rechnung frage fragen rückfrage rückfragen preis preise preisen interesse
beschwerde hilfe infos
"""
_FRENCH = """
un une le la les l de du des à a au pour vers avec sur sa son et ou puis svp merci encore
il elle on lui nous vous moi tu qu quelqu
rappel rappels rappeler rappelle rappelez appel appeler appelle appelez appellera téléphoner
téléphone téléphonique tél tel contacter joindre joignable relance relancer suivi essai
réessayer
créneau rdv rendez réunion heure horaire date quand
nouveau nouvelle premier première deuxième prochain prochaine
demande demandé demandée souhaite souhaité souhaitée veut voudrait préfère plutôt idéalement
prévu prévue planifié planifiée confirmé confirmée report peux pouvez pourrais pourriez être
dispo disponible libre
devis facture question questions renseignement renseignements tarif tarifs offre
"""
_SPANISH = """
uno el los las lo del al para por con sobre su y o e que se favor gracias
le ella él
llamar llama llame llamen llamemos llamada llamadas llamarle llamarla llamarlo llámala llámalo
llámale devolver contactar contacto hablar telefonear teléfono telefónica seguimiento intento
reintento otra otro vez volver
reunión cita primera primer segunda segundo nueva nuevo próxima próximo hora horario fecha
cuándo
quiere desea prefiere pide solicita solicitado solicitada puedes puede podrías mejor disponible
confirmada confirmado programada programado
presupuesto factura pregunta preguntas duda dudas oferta precio precios información licencias
"""
_WORDS = frozenset((_ENGLISH + _GERMAN + _FRENCH + _SPANISH).split())
"""What people write between a contact and the time of the call, and about nothing else."""

_SPEAKING = re.compile(
    r"(?:rückruf|telefon|anruf|video|online|kennenlern|erst|folge|zweit|beratungs|verkaufs|demo)"
    r"(?:termin|gespräch|anruf|wunsch|bitte|telefonat|call|meeting)\w{0,2}"
)
"""Telefontermin, Erstgespräch."""

_CAN_BE_CALLED = (
    r"[ \x00]+(?:(?:erst|nur|wieder|only|again|de nouveau)[ \x00]+)*"
    r"(?:free|available|reachable|frei|erreichbar|verfügbar|libre|dispo\w*|joignable|localizable)"
)
_KINDS_OF_CALL = (
    r"(?:check[ -]in|client|courtesy|customer|feedback|interview|onboarding|pricing|product|"
    r"qualification|reminder|renewal|sales|service|status|support|welcome)"
)
_FOLLOWING_UP = (
    r"(?:(?:follow(?:ing)?[ -]?up|check(?:ing)?[ -]in) (?:on|about|re|regarding)|"
    r"nachfassen (?:wegen|zu[mr]?|bzgl)|nachfass(?:en)?:|relance[rz]?|seguimiento de)\b[^\x00]*"
)
"""Follow up on the interview Friday 10am: that is behind us, and so it is the call's time."""

_PHRASES = re.compile(
    rf"\b(?:{_FOLLOWING_UP}|{_KINDS_OF_CALL}(?=[ -]calls?\b)|"
    r"(?:if|wenn|falls|si|s'il est) (?:at all )?(?:possible|möglich|posible)|"
    r"(?:no|keine|pas de|sin) (?:answer|reply|antwort|réponse|respuesta)|nicht erreicht|"
    r"(?:best|better|preferred|good)(?: time)?(?: to call)? (?:is|would be)|"
    r"no[ -]shows?|get back to|your call|catch[ -]up|touch base|check in with|am besten|"
    r"to be (?=called|contacted|rung)|être (?:r?appelée?|contactée?)|que l[aeo] llamen|"
    r"s'il (?:te|vous) pla[iî]t|entretien télé\w+|"
    r"(?:(?:s?he|they)(?:'s|'re| are)|(?:(?:s?he|er|sie|il|elle) )?(?:is|ist|est|est[aá]))"
    rf"(?={_CAN_BE_CALLED}\b))"
)
"""What is about calling only as a whole, also where it ends behind the time."""

_COUNT = re.compile(r"#?\d{1,2}(?:st|nd|rd|th|\.|e|er|º|ª|/\d{1,2}|x)?")
_WORD = re.compile(r"#?\d[^\s,;]*|[^\W\d_]+")

_TO_CALL = """
call called calling callback ring phone dial buzz try retry anrufen anruf ruf rufe rückruf
zurückrufen telefonieren réessayer rappel rappeler rappelez appel appeler relancer llamar llama
llamen llamada
"""
_CALLING = frozenset(_TO_CALL.split())
_BACK = frozenset({"back", "zurück"})
"""Call her back at 3, but back on Monday."""

_THEY_CALL = re.compile(
    r"\b(?:s?he|they|er|sie|il|elle|él|ella)(?:['’]ll| will| wird)? "
    r"(?:calls?|rings?|phones?|ruft|rufen|r?appelle(?:ra)?|llaman?|llamará)\b|"
    r"\A\s*(?:will|wird|would|calls|ruft|r?appelle|llama)\b(?! a\b)|"
    r"\b(?:will|['’]ll|would|can|could|wants? to|wanted to|would like to|['’]s to|is to|"
    r"is going to|going to) (?:call|ring|phone|give)(?! (?:him|her|them|it)\b)|"
    r"\b(?:give|gives) (?:us|me) a (?:call|ring|buzz)\b|\bis calling\b|"
    r"\b(?:nous|me) r?appel\w+|\bella me llama|\bllama (?:él|ella)\b|"
    r"\b(?:veut|voudrait|souhaite) (?:nous |me )?r?appeler|\bquiere llamar(?!l)",
    re.IGNORECASE,
)
"""She will call tomorrow 3pm: then nobody need call her."""

_TRIED = re.compile(
    r"\b(?:tried|attempted|(?<!be )(?:called|contacted|phoned|rung)|no (?:answer|reply)|"
    r"voicemail|vm|left (?:a )?message|mailbox|last (?:call|try|attempt|contact|meeting|talk)|"
    r"letzte[rn]? (?:kontakt|versuch|anruf)|nicht erreicht|keine antwort|"
    r"sans réponse|pas de réponse|dernier (?:appel|contact)|sin respuesta|"
    r"[uú]ltim[oa] (?:intento|llamada|contacto))\b"
    r"(?!.*\b(?:again|back|call|ring|try|retry|zurück|erneut|nochmal|noch|wieder|rappeler|relancer|"
    r"relance|réessayer|volver|llamar)\b)",
    re.IGNORECASE,
)
"""Called at 4pm, no answer; last contact Thursday: that was then, and when to call is not said."""

_BUSY = re.compile(
    r"\b(?:(?:in|im|en) (?:an? |the |einer? |einem |une? |una? )?(?:meeting|session|appointment|"
    r"termin|besprechung|réunion|rdv|rendez-vous|reunión|cita|junta)|"
    r"on a(?:nother)? call|(?:has|have|hat|a|tiene) (?:an? |einen? |une? |una? )?(?:meeting|"
    r"appointment|termin|besprechung|réunion|rdv|rendez-vous|reunión|cita)|"
    r"(?<!reach )(?<!hand )out)\b",
    re.IGNORECASE,
)
"""In a meeting at 3pm: that is when not to call."""

_NEEDED_THEN = re.compile(
    r"\b(?:wants?|wanted|requests?|requested|would like|will|möchte|veut|voudrait|souhaite|quiere|"
    r"desea|pide|solicita)\b(?: (?!(?:call|ring|anruf|rückruf|appel|llamada)\b)[^\W\d_]+){0,3} "
    r"(?:appointment|termin|rdv|rendez-vous|cita)\b|"
    r"\b(?:quotes?|invoices?|bill|offer|proposal|angebot|rechnung|devis|facture|presupuesto|"
    r"factura) (?:for|by|für|bis|pour|para) *\Z",
    re.IGNORECASE,
)
"""Needs the quote by tomorrow 10am, and the call may be before."""

_OPEN = re.compile(
    r"\b(?:(?:möchten?|will|wollen|kann|können|hat|hätte|quiere|puede)|(?:il|elle|on) a)"
    r"(?: [^\W\d_]+){0,2}\s*\Z",
    re.IGNORECASE,
)
"""Möchte morgen 10 Uhr vorbeikommen: what is done then stands behind the time."""

_WOULD = re.compile(r"\b(?:will|möchte|wollte|würde|ruft)\b[^,]{0,12}\Z", re.IGNORECASE)
_CALLS_BEHIND = re.compile(
    r" (?:(?:wieder|noch ?mal|selbst|uns|mich) )*(?:zurück|an)(?:rufen)?\b(?! (?:lassen|werden))",
    re.IGNORECASE,
)
"""Will um 15 Uhr anrufen, ruft um 15 Uhr zurück."""

_CALLED = re.compile(
    r"ruf|telefon|sprech|kontakt|zeit|erreichbar|frei|llam|contact", re.IGNORECASE
)
_TIME = " \x00"


def lead_to_call(before: str, behind: str) -> bool:
    """
    Whether nothing but words about calling stands between a mark, or another field, and a time.

    What else is there may happen then, and not the call: "trial lesson Thu 9:00".
    """
    if not before.strip():
        return True
    if any(each.search(before) for each in (_THEY_CALL, _TRIED, _BUSY, _NEEDED_THEN)):
        return False
    if _WOULD.search(before) and _CALLS_BEHIND.match(behind):
        return False
    words = _words(before, behind)
    if _CALLING.isdisjoint(words):
        if _BACK.intersection(words):
            return False
        if _OPEN.search(before) and behind.strip() and not _CALLED.search(behind):
            return False
    return all(
        word in _WORDS or _SPEAKING.fullmatch(word) or _COUNT.fullmatch(word) for word in words
    )


def ask_to_call(before: str, behind: str) -> bool:
    """Whether the words beside a time say nothing but to call, or that somebody can be called."""
    if not lead_to_call(before, behind):
        return False
    called_for = not _CALLING.isdisjoint(_words(before, behind))
    return called_for or _PHRASES.search(_said(before, behind)) is not None


def _words(before: str, behind: str) -> list[str]:
    """List the words before a time, but for what is a phrase about calling."""
    return _WORD.findall(_PHRASES.sub(" ", _said(before, behind)).partition(_TIME)[0])


def _said(before: str, behind: str) -> str:
    return f"{before}{_TIME}{behind}".casefold().replace("’", "'")
