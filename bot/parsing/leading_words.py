"""Tells by the words right before a time whether they lead to a call at that time."""

import re

_ENGLISH = """
a an the to at on for in around approx and or then so it he she they we i me him her them us
you with please pls plz kindly just maybe perhaps ideally preferably only next first second
third last new another quick short brief final initial intro introductory introduction kickoff
discovery screening demo session meeting appointment slot phone telephone video zoom teams call
calls called calling callback callbacks back ring dial buzz try tried retry retries attempt
again reach contact contacted talk speak chat up follow schedule scheduled book booked set
arrange arranged confirmed requested request requests asks asked wants want wanted needs need
would like likes prefers preferred prefer best better earliest free available availability time
date day min mins minute minutes can could reply voicemail vm show urgent priority important ok
okay when of love appreciate expects expecting give get out agreed someone somebody anyone take
happy reached let s d ll re quote quotes pricing price prices invoice bill question questions
query feedback info information offer proposal discount licence licences license licenses seats
refund complaint help
"""
_GERMAN = """
ein eine einen einem der die das den dem zu zum zur um am im ab gegen ca circa etwa bitte gern
gerne nur erst lieber eher besten ideal idealerweise möglichst frühestens nochmal nochmals noch
einmal wieder erneut neuer neue neuen neues erster erste erstes ersten zweiter zweite zweites
nächster nächste nächstes kurz kurzer kurzes anrufen anruf anrufe ruf rufe rufen ruft an zurück
zurückrufen rückruf rückrufe telefonieren telefonat telefonisch melden kontakt kontaktieren
kontaktaufnahme erreichbar erreichen frei verfügbar zeit möchte möchten will wollen wünscht
wunsch gewünscht erbeten wunschtermin termin gespräch sprechen besprechung versuch versuchen
ihn ihr ihnen sie er mich uns mit und oder dann also hat vereinbart gebucht geplant bestätigt
auf mailbox wiedervorlage nachfassen nachhaken minuten uhrzeit wann dringend bittet bitten
hätte kann kannst könntest könnt können du jemand für telefoninterview angebot angebote
rechnung frage fragen rückfrage rückfragen preis preise preisen interesse beschwerde hilfe
infos wegen
"""
_FRENCH = """
un une le la les de du des à a au pour vers avec et ou puis rappel rappeler rappelle rappelez
rappels appel appeler appelle appelez téléphoner téléphone tél tel contacter joindre joignable
relance relancer créneau rdv rendez-vous réunion entretien essai lui elle il nous vous moi svp
merci dispo disponible libre souhaite souhaité souhaitée veut voudrait préfère plutôt
idéalement demande demandé demandée prévu prévue report nouveau nouvelle premier première
deuxième prochain prochaine heure horaire confirmé confirmée planifié planifiée tu l qu on
appellera téléphonique suivi peux pouvez pourrais pourriez quelqu'un réessayer être devis
facture question questions renseignement renseignements tarif tarifs offre sur sa son
"""
_SPANISH = """
uno el los las lo del al para por con y o e llamar llamada llamadas llama llame llamen llamarle
llamarla llamarlo devolver contactar contacto hablar telefonear teléfono reunión cita intento
reintento otra otro vez volver quiere desea prefiere mejor disponible solicitada solicita
solicitado pide confirmada confirmado programada programado primera primer segunda segundo
nueva nuevo próxima próximo hora fecha le ella él favor gracias horario cuándo quand llámala
llámalo llámale llamemos puedes puede podrías telefónica seguimiento se que presupuesto factura
pregunta preguntas duda dudas oferta precio precios información licencias sobre su
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
    r"s'il (?:te|vous) pla[iî]t|"
    r"(?:(?:s?he|they)(?:'s|'re| are)|(?:(?:s?he|er|sie|il|elle) )?(?:is|ist|est|est[aá]))"
    rf"(?={_CAN_BE_CALLED}\b))"
)
"""What is about calling only as a whole, also where it ends behind the time."""

_COUNT = re.compile(r"#?\d{1,2}(?:st|nd|rd|th|\.|e|er|º|ª|/\d{1,2}|x)?")
_WORD = re.compile(r"#?\d[^\s,;]*|[^\W\d_]+")

_TO_CALL = """
call called calling callback ring phone dial buzz try retry anrufen anruf ruf rufe rückruf
zurückrufen telefonieren rappel rappeler rappelez appel appeler relancer llamar llama llamen
llamada
"""
_CALLING = frozenset(_TO_CALL.split())
_BACK = frozenset({"back", "zurück"})
"""Call her back at 3, but back on Monday."""
_TIME = " \x00"


def lead_to_call(before: str, behind: str) -> bool:
    """
    Whether nothing but words about calling stands between a mark, or another field, and a time.

    What else is there may happen then, and not the call: "trial lesson Thu 9:00".
    """
    if not before.strip():
        return True
    words = _words(before, behind)
    is_away = _BACK.intersection(words) and _CALLING.isdisjoint(words)
    return not is_away and all(
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
