"""Tells the time of the call from a time that the call is about."""

import re
from datetime import datetime, timedelta
from unicodedata import combining, normalize

from bot.calls.doubts import Reason
from bot.parsing.found import Found, Span
from bot.parsing.other_events import is_availability, is_only_asked, is_when_it_happens
from bot.parsing.slack_text import MASK

_BORDER = re.compile(
    rf"[{MASK};|\n•()\[\]]|,(?!\d{{3}}\b)|\s[-–—](?=\s)|(?:(?<!\b\d)(?<!\b\d\d)\.|[!?])(?=\s)"
)
"""What ends a clause; in "3. Oktober" nothing does."""

_DETERMINER = re.compile(
    r"(?:^|\s)(?:our|his|her|their|my|your|its|this|that|an?|des|unser(?:e[mnrs]?)?|"
    r"sein(?:e[mnrs]?)?|ihr(?:e[mnrs]?)?|notre|votre|son|sa|ses|cette|ce|"
    r"nuestr[oa]|su|sus|este|esta|from|since|until|till|before|after|due|due on|due by|"
    r"(?:before|after) next|by|of|vom|von|"
    r"seit|bis|ab|vor|nach|depuis|avant|apr[eè]s|jusqu'[aà]|du|de|del|desde|hasta|antes de|"
    r"despu[eé]s de)\s*\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:from|since|until|till|vom|seit|bis|du|depuis|del|desde|hasta)\s", re.IGNORECASE
)
_EVENT = re.compile(
    r"\s*(?:(?:meeting|call|slot|demo|appointment|session|event|webinar|deadline|delivery|"
    r"workshop|interview|invoice|flight|order|booking|shift|train|tour|visit|class|lunch|dinner|"
    r"termin|besprechung|gespr[aä]ch|meeting|rechnung|lieferung|demo|anruf|sitzung|"
    r"r[eé]union|rendez-vous|rdv|appel|cr[eé]neau|livraison|reuni[oó]n|cita|llamada|entrega)\b)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:^|\s)(?:about|regarding|concerning|discuss(?:ing)?|re|remind(?:er)?|confirm|invited?|was|were|had|met|spoke|talked|"
    r"called|missed|signed|sent|received|said|promised|mentioned|scheduled|planned|moved|happened|"
    r"he|she|they|we|his|their|it|lands|starts|begins|ends|expires|due|deadline|"
    r"er|wir|sie (?:hat|ist|wird|kommt|will|möchte|braucht|muss|kann)|"
    r"endet|beginnt|fällig|il|elle|ils|elles|nous|expire|commence|él|ella|vence|empieza|"
    r"erinner[en]|wegen|bezüglich|bzgl\.?|besprechen|über|war|hatte|traf|sprach|geschickt|erhalten|"
    r"à propos|au sujet|concernant|discuter|était|avait|sobre|acerca|hablar de|era|tuvo|fue)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_QUANTITY = re.compile(r"\d+ [^\W\d_]+")
_POINTED_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d")
_PART_OF_DAY = (
    r"(?: (?:morning|afternoon|evening|night|noon|früh|morgen|mittag|nachmittag|abend|nacht|matin|"
    r"midi|après-midi|soir|nuit|por la (?:mañana|tarde|noche)|noche))"
)
_PERIOD = (
    r"(?:minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|minuten?|stunden?|tage?n?|"
    r"wochen?|monate?n?s?|quartals?|jahre?n?s?|heures?|jours?|journée|matinée|semaines?|mois|"
    r"trimestre|année|ans?|minutos?|horas?|días?|semanas?|mes|meses|años?|weekend|wochenende|"
    r"week-?end|\w+day|\w+tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_BUSY = (
    r"(?:lunch|breakfast|dinner|work|hours|holidays?|vacation|break|meeting|christmas|easter|"
    r"mittagessen|mittagspause|mittag|pause|arbeit|feierabend|urlaub|ferien|feiertagen?|"
    r"termin|weihnachten|ostern|déjeuner|repas|travail|vacances|midi|noël|pâques|fêtes|"
    r"comer|comida|trabajo|almuerzo|vacaciones|navidad)"
)
_PAST = (
    rf"(?:(?:the )?day before )?yesterday{_PART_OF_DAY}?|earlier(?: today)?|"
    rf"(?:vor)?gestern{_PART_OF_DAY}?|(?:avant-)?hier{_PART_OF_DAY}?|"
    rf"(?:ante)?ayer{_PART_OF_DAY}?|anoche|(?:last|letzte[nrs]?) {_PERIOD}|"
    rf"(?:vor|il y a|hace) \w+ {_PERIOD}|\w+ {_PERIOD} ago|"
    rf"{_PERIOD} (?:dernier|dernière|pass[eé]e?|pasad[oa])"
)
_VAGUE = (
    rf"(?:very |quite )?soon|shortly|eventually|(?:some ?time |an? (?:bit|little) |much )?later|"
    rf"later on|(?:some|any) ?time(?: \w+){{0,2}}|(?:some|another) ?(?:day|time)|"
    rf"whenever(?: (?:you|they|he|she|it)?(?:'s| is| are)? ?\w+)?|"
    rf"in (?:an? (?:bit|while|moment|few)|\d{{1,3}})|"
    r"(?:in|dans|en|dentro de) (?:[^\W_]+ ){1,3}(?:minutes?|hours?|days?|weeks?|minuten|"
    rf"stunden?|tagen|wochen|heures?|jours?|semaines?|minutos?|horas?|días?|semanas?)|"
    rf"in (?:a|two) (?:tick|ticks|sec|secs|jiffy|mo|couple|heartbeat)|in no time|"
    rf"not (?:now|today|yet|tomorrow)|eow|eom|eoy|(?:calendar )?week \d\d?|kw ?\d\d?|"
    rf"(?:early |late |mid )?(?:this|next|nxt|coming) {_PERIOD}|(?:month|year|week)[ -]?end|"
    rf"(?:after|before|during|over)(?: (?:the|his|her|their|my|our))? {_BUSY}|over the {_PERIOD}|"
    rf"(?:once|when|as soon as) (?:he|she|they|i|we)(?:'s|'re|'m| is| are| am| has| have) \w+|"
    rf"(?:wenn|sobald) (?:er|sie|ich|wir) (?:wieder )?\w+ (?:ist|sind|bin|hat|haben)|"
    rf"(?:by )?(?:the )?end of (?:the |this |next )?{_PERIOD}|"
    rf"(?:sehr |recht )?bald|(?:etwas |viel )?später|demnächst|nachher|gleich|in kürze|jederzeit|"
    rf"irgendwann(?: \w+){{0,2}}|bei gelegenheit|ein andermal|nicht (?:jetzt|heute|morgen)|"
    rf"(?:nach|vor|in|über)(?: (?:der|dem|den))? {_BUSY}|(?:am )?wochenende|"
    rf"ende (?:der |des |dieser |dieses |nächster |nächsten )?{_PERIOD}|(?:monats|jahres)ende|"
    rf"bientôt|(?:un peu )?plus tard|prochainement|un (?:autre )?jour|tout à l'heure|"
    rf"dans (?:un (?:moment|instant)|\d{{1,3}})|"
    rf"pas (?:maintenant|aujourd'hui|demain)|n'importe quand|"
    rf"(?:après|avant|pendant) (?:le |la |les )?{_BUSY}|ce week-?end|"
    rf"(?:en |à la )?fin (?:de |du )(?:la )?{_PERIOD}|(?:semaine|semana) \d\d?|"
    rf"pronto|luego|después|más (?:tarde|adelante)|algún día|otro día|"
    rf"(?:dentro de|en) (?:un (?:rato|momento)|\d{{1,3}})|(?:ahora|hoy|mañana) no|"
    rf"cuando (?:sea|pueda|puedas|quiera|quieras)|(?:el|este) fin de semana|"
    rf"(?:antes|después) del? (?:la |las )?{_BUSY}|(?:a |al )?fin(?:es|al|ales)? del? {_PERIOD}|"
    rf"q[1-4](?: ?(?:20)?\d\d)?|domani|dopodomani|amanhã|overmorgen|jutro|imorgon|yarın|завтра"
)


def _unaccented(text: str) -> str:
    return "".join(char for char in normalize("NFD", text) if not combining(char))


_ALONE = re.compile(
    _unaccented(
        rf"(?:(?:in|on|at|for|by|from|maybe|perhaps|probably|rather|um|am|erst|lieber|eher|vielleicht|"
        rf"le|la|el|peut-être|quizás) )*(?:(?P<past>{_PAST})|(?P<vague>{_VAGUE}))"
        rf"(?: (?:please|pls|bitte|svp|por favor|maybe|perhaps))?"
    ),
    re.IGNORECASE,
)
_LONGEST_ALONE = 50
_NUMBER_OF = re.compile(
    r"(?:str|\b(?:nr|no|num|núm|n|st|rd|ave?|apt|app|ste|fl|bldg|art|abs|kap|zi|whg|gr|pos|vol|max|"
    r"min|vs|bzw|ca|p|s|c|bd|pl|rte|r[ée]f))\.\Z",
    re.IGNORECASE,
)
"""Musterstr. 12, Apt. 4: what follows an abbreviation is its number."""
_CLAUSE = re.compile(
    _unaccented(
        r"(?:(?:once|when|whenever|as soon as|until|till) (?:he|she|they|i|we|you|his|her|their|"
        r"my|our)\b|(?:after|before) (?:he|she|they|i|we|you)\b|"
        r"(?:around|about|near|between|by|at) (?:the )?"
        r"(?:tea|lunch|dinner|supper|breakfast|bed|school|nap)[ -]?(?:time)?\b|"
        r"(?:wenn|sobald|nachdem|bevor|solange) (?:er|sie|ich|wir|ihr|der|die|das|sein|seine)\b|"
        r"zwischen mittag\b|morn\b|(?:quand|d[eè]s qu|lorsqu|une fois qu|apr[eè]s qu|avant qu)"
        r"e?['’ ] ?(?:il|elle|ils|elles|on|je|nous)\b|(?:sur|a|vers) l['’]heure d|entre midi\b|"
        r"(?:cuando|en cuanto|despues de que|antes de que|hasta que) [^\W\d_]+|a la hora de\b|"
        r"(?:[^\W\d_]{2,10}\.? )?\d{1,2}(?::\d\d)?[ -]?ish\b)"
    ),
    re.IGNORECASE,
)
"""What says when in a sentence: when he's back, sobald sie da ist, quand il rentre, 10ish."""

_SOMETIMES = re.compile(
    _unaccented(
        r"\b(?:free (?:(?:only|just|again) )?(?:on|in|at|after|before|during|this|next|from)|"
        r"available|reachable|erreichbar|verfügbar|joignable|disponible|dispo|localizable)\b"
        r"[^,.;:]{0,30}\b(?:mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|later|"
        r"lunch\w*|vormittags?|nachmittags?|abends?|morgens|mittags?|wochenende|später|matins?|"
        r"après-midi|soirs?|plus tard|mañanas?|tardes?|noches?)\b|"
        r"\b(?:vormittags|nachmittags|abends|morgens|mittags|später)\b[^,.;:]{0,20}\b"
        r"(?:erreichbar|verfügbar|zu erreichen)\b"
    ),
    re.IGNORECASE,
)
"""Only available in the afternoon."""

_NEAR = 160  # characters in which a sentence says what a time is for
_WITH_CLOCK = re.compile(r"\d ?(?:[ap]\.?m\b|uhr\b|h\b|h\d|:\d\d)", re.IGNORECASE)
_HALF_A_YEAR = timedelta(days=180)
_LOOSE = {Reason.TIME_WITHOUT_CLOCK, Reason.TIME_VAGUE, Reason.TIME_PAST, Reason.TIME_REPEATS}


def is_about_something(text: str, time: Found[datetime]) -> bool:
    """Whether a time belongs to what the call is about: "the 2pm meeting", "met on 3 May at 9"."""
    line_before = text[max(0, time.start - _NEAR) : time.start]
    before = _BORDER.split(line_before)[-1]
    after = text[time.end : time.end + _NEAR]
    if is_when_it_happens(before, after) or is_only_asked(line_before, after):
        return True
    if is_availability(before, _BORDER.split(after)[0]) and not _is_past(time):
        return False
    if _DETERMINER.search(before) or after.startswith("'s"):
        return True
    if _EVENT.match(after) and before.strip() and before.split()[-1].islower():
        return True
    if before.strip() and _SINCE.match(text, time.start):
        return True
    return _ABOUT.search(before + " ") is not None


def _is_past(time: Found[datetime]) -> bool:
    return time.doubt is not None and time.doubt.reason is Reason.TIME_PAST


def segments_of(text: str) -> list[Span]:
    """List the stretches of a line between masks and marks."""
    ends = [*_BORDER.finditer(text), None]
    spans = []
    at = 0
    for border in ends:
        end = border.start() if border else len(text)
        if text[at:end].strip():
            spans.append(Span(start=at, end=end))
        at = border.end() if border else end
    return spans


def is_vague_or_past(text: str, segment: Span) -> Reason | None:
    """
    Why a stretch that begins with "when he", or is nothing but "later", must be asked about.

    In a sentence such a word tells what the call is about: "spoke yesterday", "later stage".
    """
    words = _unaccented(" ".join(text[segment.start : segment.end].split())).strip(" .!?-–—:")
    if _CLAUSE.match(words) or _SOMETIMES.search(words):
        return Reason.TIME_VAGUE
    found = _ALONE.fullmatch(words) if len(words) < _LONGEST_ALONE else None
    if found is None:
        return None
    return Reason.TIME_PAST if found["past"] else Reason.TIME_VAGUE


def beginnings_of(text: str, segment: Span) -> list[int]:
    """
    List the ends of the beginnings of a stretch that could be a time, the longest first.

    A single word is none unless it is all, and a number with a word is a quantity: "12 seats".
    """
    if _NUMBER_OF.search(text, max(0, segment.start - _LONGEST_ALONE), segment.start):
        return []
    words = list(_WORD.finditer(text, segment.start, min(segment.end, segment.start + _NEAR)))
    if words and not any(char.isalnum() or char == "@" for char in words[0].group()):
        return []
    ends = [word.end() for word in words[:4]]
    alone = len(words) == 1
    return [
        end
        for count, end in reversed(list(enumerate(ends, start=1)))
        if alone
        or (count > 1 and not _QUANTITY.fullmatch(text, words[0].start(), end))
        or (count == 1 and _POINTED_CLOCK.fullmatch(words[0].group()))
    ]


def follows_clause(text: str, time: Span) -> bool:
    """Whether a time only explains when something else is: "when she lands (around 5pm)"."""
    before = text[max(0, time.start - _NEAR) : time.start].rstrip(" (,~")
    return _CLAUSE.match(_unaccented(_BORDER.split(before)[-1].strip())) is not None


def stands_alone(text: str, time: Span) -> bool:
    """Whether nothing but marks is beside a time."""
    before = _BORDER.split(text[max(0, time.start - _NEAR) : time.start])[-1]
    after = _BORDER.split(text[time.end : time.end + _NEAR])[0]
    return not before.strip() and not after.strip(" .!")


def may_stay_in_context(time: Found[datetime], now: datetime) -> bool:
    """
    Whether nobody need be asked about such a time where the call is about it.

    A date without a year that has passed is read as next year's: "the invoice of 3 October".
    """
    if time.doubt is None:
        return False
    if time.doubt.reason is Reason.TIME_VAGUE and _WITH_CLOCK.search(time.doubt.read):
        return False
    passed = time.value is not None and time.value - now > _HALF_A_YEAR
    return time.doubt.reason in _LOOSE or (passed and time.doubt.reason is Reason.TIME_DAY_UNCLEAR)
