"""Where a row of a table stands, by its columns: it was called, is done with, or left aside."""

import re

from bot.calls.doubts import Field
from bot.parsing.label_words import LABELS, WHOSE
from bot.parsing.table_headers import LINKS, words_of
from bot.parsing.table_lines import OF_LINE

NO = frozenset({
    "no", "n", "false", "f", "0", "none", "null", "na", "n a", "off", "never", "nein", "falsch",
    "nie", "keine", "keiner", "non", "faux", "aucun", "aucune", "jamais", "falso", "ninguno",
    "ninguna", "nunca", "✗", "✘", "❌", "☐",
})  # fmt: skip
"""What a cell says that says no."""

_OVER = re.compile(
    r"\b(?:called|phoned|contacted|reached|spoken?|connected|done|completed?|finished|closed|won"
    r"|lost|cancel(?:l?ed)?|duplicates?|dupes?|inactive|converted|unqualified|disqualified|paused"
    r"|archived?|invalid|deleted?|removed?|expired|rejected|declined|skip(?:ped)?|excluded?"
    r"|ignored?|left|test|dead|deceased|disconnected|out of service|junk|spam|waiting|await\w*"
    r"|pending|on hold"
    r"|angerufen|kontaktiert|gesprochen|telefoniert|erreicht|erledigt|fertig|abgeschlossen"
    r"|beendet|geschlossen|gewonnen|verloren|storniert|gekündigt|abgesagt|doppelt|dublette"
    r"|duplikat|inaktiv|konvertiert|unqualifiziert|pausiert|ruhend|archiviert|ungültig|gelöscht"
    r"|abgelehnt|abgelaufen|ausgeschieden|übersprungen|überspringen|auslassen|ausschließen"
    r"|ignorieren|warte[nt]d?|ausstehend|zurückgestellt|verstorben"
    r"|appelée?s?|contactée?s?|jointe?|traitée?|faite?|finie?|terminée?|fermée?|close?|gagnée?"
    r"|perdue?|annulée?|doublon|inacti(?:f|ve)|convertie?|disqualifiée?|suspendue?|archivée?"
    r"|invalide|supprimée?|refusée?|expirée?|résiliée?|ignorer|exclure|sauter|attente|décédée?"
    r"|llamado|contactad[oa]|hablado|hech[oa]|realizad[oa]|completad[oa]|terminad[oa]"
    r"|finalizad[oa]|cerrad[oa]|ganad[oa]|perdid[oa]|cancelad[oa]|anulad[oa]|duplicad[oa]"
    r"|inactiv[oa]|convertid[oa]|descartad[oa]|pausad[oa]|archivad[oa]|inválid[oa]|eliminad[oa]"
    r"|rechazad[oa]|vencid[oa]|omitir|saltar|excluir|ignorar|prueba|pendiente|espera"
    r"|fallecid[oa])\b"
)
"""A row that was called, is no one's to call any more, or not yet."""

_COUNTS = re.compile(
    r"\b(?:active|included?|valid|approved|enabled|selected|released|correct|verified|reachable"
    r"|qualified|aktiv|einbeziehen|gültig|freigegeben|ausgewählt|genehmigt|anzurufen|anrufbar"
    r"|korrekt|verifiziert|erreichbar|qualifiziert|acti(?:f|ve)|inclure|valide|validée?"
    r"|approuvée?|vérifiée?|joignable|qualifiée?|activ[oa]|incluir|válid[oa]|aprobad[oa]"
    r"|verificad[oa]|localizable|interested|agreed|interessiert|zugestimmt|intéressée?"
    r"|interesad[oa]|(?:to|zu|à|a|por) (?:contact|kontaktieren|r?appeler|contacter|llamar"
    r"|contactar))\b"
)
"""A row that is one to call; with a no it is none."""

_STATES = re.compile(
    r"\b(?:(?:kunden|lead|kontakt|anruf|telefon|bearbeitungs|vertriebs)?(?:status|ergebnis)"
    r"|state|stage|stand|phase|statut|état|etat|étape|estado|etapa|fase|results?"
    r"|outcome|disposition|résultat|resultado)\b"
)
"""What a column is called that says where each row stands."""

_BESIDE = frozenset({
    "is", "are", "was", "has", "been", "to", "be", "by", "on", "in", "if", "for", "we", "already",
    "yes", "no", "ist", "wurde", "von", "am", "bereits", "schon", "zu", "für", "ja", "nein",
    "est", "par", "déjà", "oui", "non", "es", "por", "ya", "sí", "call", "calls", "anruf",
    "anrufe", "appel", "appels", "llamada", "llamadas", "deal", "sales", "account", "pipeline",
    "lifecycle", "opportunity", "vertrieb", "record", "row", "zeile",
})  # fmt: skip
"""Words beside these in a header that leave it one about the row, or about its calls."""

_OF_ANOTHER_KIND = frozenset({Field.SCHEDULED_TIME, Field.EMAIL})
"""Labels that make of a header something else: "Closed date", "Email verified"."""

_NOT = re.compile(
    r"\b(?:not|never|nicht|nie|pas|non?|sin|to be|zu|à|por)(?: (?:yet|been|be|encore|mehr|être))*"
    r" ?\Z"
)
_NOT_YET = re.compile(
    r"(?:not|not yet|never|noch nicht|nicht|pas|pas encore|aún no|todavía no|open|offen|to ?do)"
)
_BLANK = re.compile(r"[\s_./–—-]*")


def is_no(value: str) -> bool:
    """Whether a cell holds a no, or nothing."""
    return value in NO or _BLANK.fullmatch(value) is not None


def is_over(header: str, cell: str) -> bool | None:
    """
    Whether a column says of a row that it is none to call: "Called" with a yes, "Active" with a
    no, "Status" with Won, a line above it with Done. False if it says that this is not so, None
    if nothing of that.
    """
    name, value = _plain(header), _plain(cell) or cell.strip()
    kind = _STATES if header == OF_LINE else _kind(name)
    says_no = is_no(value) or _NOT_YET.fullmatch(value) is not None
    if kind is _OVER:
        return not says_no
    if kind is _COUNTS and says_no:
        return True
    return True if kind is not None and _says_over(value) else None


def _plain(text: str) -> str:
    return " ".join(words_of(text))


def _kind(name: str) -> re.Pattern[str] | None:
    """
    Say what a header is about, if every word of it is one of that, or says whose it is. "To be
    called" is a row that counts.
    """
    for kind in (_STATES, _OVER, _COUNTS):
        found = kind.search(name)
        if found is not None and all(map(_is_beside, kind.sub("", name).split())):
            is_ahead = kind is _OVER and _NOT.search(name, 0, found.start()) is not None
            return _COUNTS if is_ahead else kind
    return None


def _is_beside(word: str) -> bool:
    is_label = word in LABELS and LABELS[word][0] not in _OF_ANOTHER_KIND
    return is_label or word in _BESIDE or word in WHOSE or word in LINKS


def _says_over(value: str) -> bool:
    over = any(not _NOT.search(value, 0, found.start()) for found in _OVER.finditer(value))
    return over or any(_NOT.search(value, 0, found.start()) for found in _COUNTS.finditer(value))
