"""What a row of a table says against calling whom it names, in any of its columns."""

import re
from collections.abc import Mapping, Sequence

from bot.calls.draft import FormField
from bot.parsing.refusals import refusal_in
from bot.parsing.row_states import is_no, is_over
from bot.parsing.table_headers import words_of

_FORBIDS = re.compile(
    r"\b(?:dnc|c?tps|do ?n(?:o|['’ ])?t (?:call|contact|phone|ring|disturb)|no calls?|never call"
    r"|not to be (?:called|contacted)|opt(?:ed)? ?out|unsubscribed?|blocked|block ?list(?:ed)?"
    r"|black ?list(?:ed)?|suppress(?:ed|ion)|excluded"
    r"|nicht (?:mehr )?(?:an(?:zu)?rufen|angerufen|(?:zu )?kontaktieren)|kein(?:e|en)? (?:anrufe?"
    r"|kontakt\w*|werbung)|\w*sperr(?:e|ung|liste|vermerk)"
    r"|(?:anruf|werbe|kontakt|telefon|call) ?(?:stopp?|verbot)|gesperrt|robinson ?liste"
    r"|widersproch\w+|\w*widerspruch|widerruf\w*|abgemeldet|ausgeschlossen"
    r"|ne (?:pas|plus) (?:être )?(?:r?appel\w+|contact\w+|démarch\w+)|pas d ?appels?"
    r"|liste (?:noire|rouge|d ?opposition)|bloctel|opposée?|désinscri\w+|désabonn\w+"
    r"|bloquée?|exclue?"
    r"|no (?:l[aeo]s? )?(?:llam\w+|contactar)|sin llamadas|lista (?:negra|robinson)"
    r"|bloquead[oa]|excluid[oa]|dad[oa] de baja)\b"
)
"""What names a list of those who are not called, or says that somebody stands on one."""

_NAMES_A_LIST = re.compile(r"(?:robinson|opposition)")
"""A header alone; in a cell it is a name, or a town."""

_NO_FLAG = re.compile(
    r"\b(?:check(?:ed)?|type|source|level|products?|time|geprüft|quelle|stufe|art|origine|origen)\b"
)
"""What a column says of a list or a consent, and not whether there is one."""

_WITHDRAWN = re.compile(
    r"\b(?:not?|nein|non|kein\w*|withdrawn|revoked|refused|denied|declined|expired|pending|unknown"
    r"|unclear|missing|abgelehnt|widerrufen|fehlt|offen|unbekannt|ausstehend|zurückgezogen|refusé"
    r"|retiré|inconnue?|attente|denegado|retirado|pendiente|desconocido|rechazado)\b"
)
_ALLOWS = re.compile(
    r"\b(?:consent\w*|opt(?:ed)? ?in|permission|gdpr|(?:may|can|ok|okay|agree[sd]?|allowed?)\b"
    r".{0,20}\b(?:call|contact|phone)\w*|(?:call(?:s|ing)?|contact) (?:ok|allowed|permitted"
    r"|wanted)|callable|contactable|accepts? calls"
    r"|\w*einwilligung\w*|einverst\w+|zustimmung\w*|\w*erlaubnis|dsgvo|(?:darf|dürfen|kann)\b"
    r".{0,20}\b(?:an(?:ge)?rufen|kontaktier\w+)|(?:anrufe?n?|kontakt\w*) (?:ok|erlaubt|gewünscht"
    r"|erwünscht)"
    r"|rgpd|autoris\w+|accept\w+ .{0,12}appel\w*|appels? (?:ok|autorisée?s?|acceptée?s?)"
    r"|autoriza\w*|permiso|acepta .{0,12}llamad\w+|llamadas? (?:ok|permitidas?)|lopd)\b"
    r"|\A(?:to |please )?call\Z|\A(?:bitte )?anrufen\Z|\A(?:à )?appeler\Z|\A(?:a )?llamar\Z"
)
"""What names a column that says who may be called, or who is to be."""

_OTHER_WAYS = re.compile(
    r"\b(?:e|mails?|e?mails?|newsletter|sms|text|cookies?|whatsapp|post|courriel|courrier|correo)\b"
)
_CALLING = re.compile(r"call|phone|telef|téléph|tel\b|anruf|appel|llam")
_DEAD = re.compile("[†✝]")
_PART = re.compile(r"[,;|/()\[\]\n]| [-–—:] ")


def find_refusal(said: Mapping[FormField, str], others: Sequence[tuple[str, str]]) -> str:
    """
    Find the words by which a row says that nobody is to be called, nothing if it does not.

    `others` are the columns that are left out, by their headers: "Consent" with a no, "Status"
    with DNC or Called.
    """
    left = []
    for header, cell in others:
        is_flag = _is_flag(header)
        says_so = _says_no(header, cell) if is_flag else is_over(header, cell)
        if says_so:
            return f"{header}: {cell or '–'}"
        if cell and says_so is None:
            left.append((header, cell))
    name, note = said.get(FormField.FULL_NAME, ""), said.get(FormField.ADDITIONAL_DATA, "")
    if _DEAD.search(name):
        return name
    for cell in (name, note, *(cell for _, cell in left)):
        for part in _PART.split(cell):
            if _FORBIDS.fullmatch(_plain(part)):
                return part.strip(" .!?")
    labelled = [("Name", name), ("Note", note), *left]
    refusal = refusal_in("\n".join(f"{header}: {cell}" for header, cell in labelled))
    return refusal.words if refusal is not None else ""


def _plain(text: str) -> str:
    """Write words in lower case and without signs: DoNotCall, do_not_call, "Do not call?"."""
    return " ".join(words_of(text))


def _is_flag(header: str) -> bool:
    """Whether a column says of each row whether somebody may be called."""
    name = _plain(header)
    if _OTHER_WAYS.search(name) and not _CALLING.search(name):
        return False
    if _NO_FLAG.search(name):
        return False
    return _forbids(name) or _ALLOWS.search(name) is not None


def _forbids(header: str) -> bool:
    """Whether a column names those who are not to be called."""
    return _FORBIDS.search(header) is not None or _NAMES_A_LIST.fullmatch(header) is not None


def _says_no(header: str, cell: str) -> bool:
    """Whether a flag says that nobody is to be called; a consent that is not there says so too."""
    value = _plain(cell) or cell.strip()
    if _forbids(_plain(header)):
        return not is_no(value)
    # when, or by which form, somebody agreed is a yes
    return is_no(value) or _WITHDRAWN.search(value) is not None
