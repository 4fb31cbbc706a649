"""Digits that are no telephone number: clocks, dates, amounts, reference numbers, extensions."""

import re

from bot.parsing.slack_text import MASK

_MONTH = (
    r"(?:jan(?:uary|uar|vier)?|f[eé]b(?:ruary|ruar|r)?|f[eé]v(?:rier)?|febrero|enero|"
    r"m[aä]r(?:ch|z|s|zo)?|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|june?|juni?|juin|junio|"
    r"july?|juli?|juillet|julio|aug(?:ust)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|embre|iembre)?|"
    r"o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|"
    r"d[eé]c(?:embre)?|dic(?:iembre)?)"
)
_MONEY = r"(?:%|€|\$|£|eur(?:os?)?|usd|gbp|chf|dollars?|k)"
_PERIOD = (
    r"(?:s|secs?|seconds|sek(?:unden?)?|min|mins|minut(?:e|es|en|os?|as?)|"
    r"hours?|hrs?|stunden?|std|heures?|horas?|days?|tage?n?|jours?|d[ií]as?|"
    r"weeks?|wochen?|semaines?|semanas?|months?|monate?n?|mois|mes(?:es)?|years?|jahre?n?)"
)
_UP_TO_31 = r"(?:0?[1-9]|[12]\d|3[01])"
_AFTER_NO_PLUS = r"(?<!\+\d\ )(?<!\+\d\d\ )(?<!\+\d{3}\ )(?<!\+\d\d\)\ )(?<!\+\d{3}\)\ )"
_UP_TO_24 = r"(?:[01]?\d|2[0-4])"
_GERMAN_DAY = (
    r"(?:\d|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mo|di|mi|do|fr|sa|so)\b)"
)
_AM_PM = rf"(?:(?:(?<=\d)a|p)\.?m\b\.?|a\.?m\b\.?(?!\ {_GERMAN_DAY}))"
_NO_PHONE = re.compile(
    rf"""
      (?<![\w+]) (?<!\d[./:-]) (?:
        \d{{4}}-\d{{1,2}}-\d{{1,2}} (?:[T\ ]\d{{1,2}}:\d{{2}}(?::\d{{2}})?)? (?![\w-])
      | 20\d\d/\d{{1,2}}/\d{{1,2}} (?![\w/])
      | \d{{1,2}}:\d{{2}}(?::\d{{2}})? (?:\ ?[ap]\.?m\b\.?)? (?![\d:])
      | {_UP_TO_24}(?:[.:]\d{{2}})?\ ? (?: {_AM_PM}
          |uhr\b|h(?:eures?|oras?|rs?)?\b|o'?clock\b)
        (?: [0-5]\d\b | \ [0-5]\d\b(?![./-]\d)(?!(?:\ \d\d){{4}}(?!\ ?\d)) )?
      | \d{{1,2}}h\d{{2}}\b
      | \d{{1,2}}[ ]?(?:-|–|to|bis|à|a)[ ]?\d{{1,2}}\ ?[ap]m\b
      | {_AFTER_NO_PLUS} (?:
            {_UP_TO_31}\.{_UP_TO_31}\.(?:\d{{4}}|\d{{2}})? (?![\w]|\.\d)
          | {_UP_TO_31}/{_UP_TO_31}(?:/(?:\d{{4}}|\d{{2}}))? (?![\w/]|\.\d)
          | {_UP_TO_31}/\d{{4}} (?![\w/])
          | {_UP_TO_31}-{_UP_TO_31}-\d{{4}} (?![\w-]) )
      | (?:0|[1-9]\d{{0,2}})(?:\.(?:0|[1-9]\d{{0,2}})){{3}} (?![\w.])
      | \d{{1,2}}(?:st|nd|rd|th|er|º)\b
      | {_UP_TO_31}\.?\ (?:de\ )?{_MONTH}\b\.? (?:\ (?:de\ |del\ )?\d{{4}}\b(?![\ ./-]\d))?
      | {_MONTH}\.?\ {_UP_TO_31}\b (?![\ ./-]?\d)
      | \d[\d.,]*\ ?{_MONEY}(?!\w)
      | [1-9]\d{{0,2}}(?:[.,]\d+)?\ ?{_PERIOD}(?!\w)
      | (?:at|um|gegen|vers|around|@|à|las?)\ ?\d{{1,2}}\b (?![\ ]?[\d./:(-])
      )
      | [$€£]\ ?\d[\d.,]*
    """,
    re.VERBOSE | re.IGNORECASE,
)

EXTENSION = re.compile(
    r"""
    [\ ,;(]{0,3}
    (?: ;ext= | \#\ ?(?=\d{1,6}\#?\)?\ *$)
      | (?: \b(?:extension|extensi[oó]n|extn?|доб|anexo|durchwahl|dw|nst
        |nebenstelle|apparat|app|klappe|poste|interno|int)
        \b\.?\ ?:?\ ? (?:(?:nr|no|n°|nº|number)\.?\ ?|[\#-])? | x\.?\ ? ) )
    (?P<digits>\d{1,6}) \b (?!\ ?(?:[ap]m\b|uhr\b|[:.]\d|h\b)) \)?
    """,
    re.VERBOSE | re.IGNORECASE,
)

# a number that goes on in a way that nobody can dial: ",,1234#", "~ 555", an endless extension
GOES_ON = re.compile(
    r" ?(?:[ ,;]{0,3}(?:/|(?:or|oder|ou|bzw\.?|direct|direkt):? ?)-\d{1,4}\b(?!%)|"
    r" ?(?-i:[oOlI]{1,3}\d[\doOlI]{0,3}|OO[\dO]{0,2})\b| ?_{2,}| ?[xX]{2,}\b| ?\.{3}|"
    r"[,;]{0,2} ?\d{1,20}[#*]|#(?! ?\w)|\*\d|~ ?\d|[ ,;(]{0,3}(?:;ext=|ext\w*[.:]? ?)\d{7})",
    re.IGNORECASE,
)

ROUNDED = re.compile(r"(?<![\w.,+-])\d(?:[.,]\d{1,17})?E\+?\d\d(?![\w.,]?\d)", re.IGNORECASE)
"""4.91512E+12: what a spreadsheet leaves of a number."""

_LONGEST_REFERENCE = 40

# "ticket 0301234567" is a valid number in Berlin, and no number to call
_REFERENCE = re.compile(
    r"""
    (?: \# | № | (?<!\w) (?:
        (?: ticket|order|invoice|case|ref|reference|account|acct?|a/c|contract|policy|booking|claim
          |tracking|membership|(?<!caller\ )id|po|sku|serial|iban|vat|pin|code|siren|siret|nif|dni
          |rechnung|auftrag|bestellung|vorgang|vertrag|konto|akte
          |facture|commande|dossier|devis|contrat|compte
          |pedido|factura|contrato|expediente|cuenta|p[oó]liza )
        (?:\ (?:no|nr|number|num|id|n°|nº))?
      | (?:customer|client|member|patient|employee|registration|tax|insurance|quote|project|meter
          |loan|student|file|cliente|socio)\ (?:no|nr|number|num|id|n°|nº)
      | (?:n°|nº|num[eé]ro|n[uú]mero)\ (?:du\ |de\ |del\ |d')?
        (?:client|abonn[eé]|s[eé]rie|cliente|socio|serie)
      | (?:kunden|kd|rechnungs|auftrags|bestell|vertrags|konto|vorgangs|ticket|mitglieds|artikel
          |serien|sendungs|buchungs|angebots|beleg|akten|versicherungs|schaden|steuer|personal
          |z[aä]hler|policen|patienten|referenz|reservierungs|ger[aä]te|liefer|matrikel
          |ausweis|register|fall|projekt|kassen|inventar)
        [.\ -]{0,2}(?:nummer|nr)
      | \w{2,}zeichen | hr[ab] | matrikel | umsatz | betrag | revenue | amount
    ) )(?:\ 20\d\d)? \.?\ ?[.:\#=]?\ ?\#?\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)

_FAX = re.compile(
    r"(?<!\w)(?<!tel/)(?<!tel\./)(?<!tél/)(?<!tél\./)(?<!phone/)(?<!fon/)(?<!telefon/)"
    r"(?:(?:tele)?fax|télécopie(?:ur)?)(?:nummer| number| phone| no| nr)?\.?"
    r"(?: ?\([^()]{1,20}\))? ?[:=]?\*? ?\Z|"
    r"(?:[\n|;,•·]|\d) ?\*?(?-i:F)[:.]? ?\*? ?\Z",
    re.IGNORECASE,
)


_CODE = re.compile(
    r"(?<![\w+/.-])(?!(?:tel|fon|phone|mob|mobil|handy|cell|fax)-)[^\W\d_]{2,12}-\d[\w-]*(?!\S)",
    re.IGNORECASE,
)
"""LEAD-1234567890, INV-2026-118."""


def mask_other_digits(text: str) -> str:
    """Cover clocks, dates, amounts and codes, character for character, and what was rounded."""
    for other in (ROUNDED, _CODE, _NO_PHONE):
        text = other.sub(lambda found: MASK * len(found.group()), text)
    return text


def follows_reference_word(text: str, start: int) -> bool:
    """Whether what starts at `start` is an order number or the like, by the word before it."""
    return find_reference_word(text, start) is not None


def find_reference_word(text: str, start: int) -> int | None:
    """Find where the word begins that says that an order number or the like starts at `start`."""
    begin = max(0, start - _LONGEST_REFERENCE)
    found = _REFERENCE.search(text, begin, start)
    return None if found is None else found.start()


def follows_fax(text: str, start: int) -> bool:
    """Whether a number is that of a fax machine, which nobody answers."""
    return _FAX.search(text[max(0, start - _LONGEST_REFERENCE) : start]) is not None
