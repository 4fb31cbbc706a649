"""Words that say vaguely, or only in a sentence, when somebody is to be called."""

import re
from unicodedata import combining, normalize

from bot.calls.doubts import Reason
from bot.parsing.found import Span

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|"
    r"dezember|okt|dez|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|"
    r"décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
    r"diciembre)\.?"
)
_DATED = re.compile(rf"\d[./-]\d{{1,2}}[./-]|\d/\d|\b{_MONTH}(?!\w)", re.IGNORECASE)
_SIDES = (
    r"(?:in|im|en|by|from|before|after|until|till|early|mid|late|mid-|vor|nach|ab|bis|anfang|"
    r"mitte|ende|avant|après|début|mi|mi-|fin|jusqu'en|à partir de|antes de|después de|hasta|"
    r"a partir de|principios de|mediados de|finales de)"
)
_PARTS = (
    r"(?:mornings|afternoons|evenings|nights|weekends|weekdays|vormittags|nachmittags|abends|"
    r"mittags|werktags|le matin|le soir|por las? (?:mañanas?|tardes?|noches?)|"
    r"(?:las |les )?(?:mañanas|tardes|noches|matins|soirs|après-midis))"
)
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
_BESIDE_EVENT = (
    r"(?:after|before|during|over|nach|vor|während|après|avant|pendant|después de|antes de)"
    r"(?: l['’]|l | (?:the|his|her|their|my|our|dem|der|den|(?:sein|ihr|ein)e[mrn]|le|la|les|sa|"
    r"son|ses|las|los|el|sus?) )(?!(?:call|anruf|telefonat|appel|llamada)\b)[^\W\d_]{3,}"
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
    r"(?:in|dans|en|dentro de) (?:[^\W_]+ ){1,3}(?:minutes?|mins?|hours?|hrs?|days?|weeks?|"
    rf"minuten|stunden?|std|tagen|wochen|heures?|jours?|semaines?|minutos?|horas?|días?|semanas?)|"
    rf"(?:around |at |by )?(?:tea|lunch|dinner|supper|breakfast|bed|nap)[ -]?time|"
    rf"in (?:a|two) (?:tick|ticks|sec|secs|jiffy|mo|couple|heartbeat)|in no time|"
    rf"not (?:now|today|yet|tomorrow)|eow|eom|eoy|(?:calendar )?week \d\d?|kw ?\d\d?|"
    rf"(?:early |late |mid )?(?:this|next|nxt|coming) {_PERIOD}|(?:month|year|week)[ -]?end|"
    rf"(?:after|before|during|over) {_BUSY}|over the {_PERIOD}|"
    rf"{_BESIDE_EVENT}(?: [^\W\d_]+){{0,2}}|"
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
    rf"(?:en |à la |d'ici (?:à )?(?:la )?)?fin (?:de |du )(?:la )?{_PERIOD}|"
    rf"(?:semaine|semana) \d\d?|"
    rf"pronto|luego|después|más (?:tarde|adelante)|algún día|otro día|"
    rf"(?:dentro de|en) (?:un (?:rato|momento)|\d{{1,3}})|(?:ahora|hoy|mañana) no|"
    rf"cuando (?:sea|pueda|puedas|quiera|quieras)|(?:el|este) fin de semana|"
    rf"(?:antes|después) del? (?:la |las )?{_BUSY}|(?:a |al )?fin(?:es|al|ales)? del? {_PERIOD}|"
    rf"(?:only |just |nur |seulement |solo |sólo )?{_PARTS}|"
    rf"(?:{_SIDES})[ -]{_MONTH}|(?:{_SIDES})(?: las?)? \d{{1,2}}|"
    rf"(?:hold|wait|on hold|parked|paused)(?: on| off)?(?: for now)?|"
    rf"(?:the )?day (?:after|before) [^\W\d_]+|(?:am )?tag (?:nach|vor) [^\W\d_]+|"
    rf"(?:le )?lendemain d[^\W\d_]+(?: [^\W\d_]+)?|(?:el )?día después de [^\W\d_]+|"
    rf"q[1-4](?: ?(?:20)?\d\d)?|domani|dopodomani|amanhã|overmorgen|jutro|imorgon|yarın|завтра"
)


def _unaccented(text: str) -> str:
    return "".join(char for char in normalize("NFD", text) if not combining(char))


_ALONE = re.compile(
    _unaccented(
        rf"(?:(?:in|on|at|for|by|from|maybe|perhaps|probably|rather|um|am|erst|lieber|eher|"
        rf"vielleicht|le|la|el|peut-être|quizás) )*(?:(?P<past>{_PAST})|(?P<vague>{_VAGUE}))"
        rf"(?: (?:please|pls|bitte|svp|por favor|maybe|perhaps))?"
    ),
    re.IGNORECASE,
)
_LONGEST_ALONE = 50

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
        r"\b(?:free|available|reachable|erreichbar|verfügbar|joignable|disponible|dispo|"
        r"localizable) (?:[^\W\d_]+ )?\d{1,2} ?- ?\d{1,2}\b|"
        r"\b\d{1,2} ?- ?\d{1,2} (?:available|reachable|erreichbar|verfügbar|joignable|"
        r"disponible|dispo|localizable)\b|"
        r"\b(?:vormittags|nachmittags|abends|morgens|mittags|später)\b[^,.;:]{0,20}\b"
        r"(?:erreichbar|verfügbar|zu erreichen)\b"
    ),
    re.IGNORECASE,
)
"""Only available in the afternoon."""

_CALLING = re.compile(
    _unaccented(
        r"\b(?:call(?:back|ing)?|be called|be contacted|ring|phone|dial|try|reach(?: out)?|"
        r"contact|ping|follow[- ]?up|"
        r"wait|hold|chase|touch base|check in|circle back|reconnect|get in touch|"
        r"anrufen|anrufe?|ruf|zurückrufen|rückruf|melden|nachfassen|kontaktieren|warten|nachhaken|"
        r"rappel(?:er|ez|le|l)?|appel(?:er|ez|le)?|relancer?|recontacter|attendre|"
        r"llamar(?:la|lo|le)?|llama|contactar|esperar)\b"
    ),
    re.IGNORECASE,
)
_WHEN_LATER = (
    rf"(?:(?:{_SIDES})[ -]{_MONTH}\b(?! \d)|"
    r"later(?: on| today| this \w+)?(?=$|[^\w ]| (?:please|pls|if|when|about|re|as|for|with|to|is|"
    r"works|suits|would)\b)|"
    rf"some ?time|another (?:day|time)|{_PARTS}|"
    r"(?:mon|tues?|wed|thu|thurs|fri|sat|sun)\b(?= (?:morning|noon|lunch|eve|night|late)|$)|"
    r"(?:in the|am|dans la|por la) (?:morning|afternoon|evening|vormittag|nachmittag|abend|mañana|"
    r"tarde|noche|matinée|soirée)|dans l'après-midi|"
    r"(?:at|on|over|this|next|am|le|ce|el) (?:the )?(?:weekend|wochenende|week-end|fin de semana)|"
    r"(?:at|um|@) [1-9][0-5]\d\b(?! ?[A-Z€$%])|"
    r"(?:before|b4|after) that|beforehand|afterwards|vorher|davor|danach|hinterher|luego|"
    r"después\b(?! de)|avant cela|ensuite|au préalable|"
    r"weekend$|(?:on|by|after|before) the \d{1,2}(?:st|nd|rd|th)|am \d{1,2}\.(?! ?\d)|"
    r"(?:le|el|el día) \d{1,2}(?:er)?\b(?! [^\W\d_])|"
    rf"(?:in|dans|en|dentro de) [^\W_]+ {_PERIOD}|"
    r"(?:after|before|during|over|nach|vor|während|in|après|avant|pendant|después de|antes de)"
    r"(?: (?:the|his|her|their|my|our|dem|der|den|seinem|ihrem|le|la|les|las|los|el|sus?))? "
    rf"{_BUSY}|(?:vor|nach|before|after) \d{{1,2}}|später|demnächst|plus tard|más tarde)"
)
_SOON = re.compile(
    _unaccented(
        rf"\b(?:{_WHEN_LATER}|"
        r"(?:once|until|till|as soon as|sobald|dès que|une fois que|cuando|en cuanto) [^\W\d_]+|"
        r"(?<!ask )(?<!know )(?<!see )(?<!out )(?<!about )when (?!possible\b|"
        r"ready to buy)[^\W\d_]+|(?<!fragen )(?:wenn|quand) (?!möglich|possible)[^\W\d_]+)"
    ),
    re.IGNORECASE,
)
_ONLY_THEN = re.compile(
    _unaccented(
        r"\A(?:(?!\b(?:about|re|regarding|concerning|wegen|bzgl|über|concernant|sobre)\b).)*\b"
        rf"{_BESIDE_EVENT}|"
        r"\b(?:call|ring|phone|try)(?: (?:him|her|them|back|again|only))* (?:if|unless|in case) "
        r"(?!possible|poss|at all|you can|needed|necessary)[^\W\d_]|"
        r"\b(?:an|zurück)rufen,? (?:nur )?(?:falls|sofern) (?!möglich|nötig)[^\W\d_]"
    ),
    re.IGNORECASE,
)
"""Call her after the standup, call him if he does not reply; not "call about the leak after the
storm"."""

_BESIDE_LATER = re.compile(
    _unaccented(
        r"\b(?:prefers?|preferred|better|best|rather|earliest|suggests?|proposes?|asks? for|"
        r"wants?|"
        r"avail(?:able)?|reachable|free|back|in the office|(?:has|have) time|can (?:only )?do|"
        r"talk|speak|"
        r"schedule|let's do|again|said|says|remind|(?:postponed?|rescheduled?|moved?|pushed?) to|"
        r"lieber|besser|am besten|frühestens|spätestens|schlägt|zeit|frei|da|im büro|sprechen|"
        r"erreichbar|passt|zurück|erst|nochmal|wiedervorlage|wv|erinnerung|meinte|sagte|nicht vor|"
        r"(?:verschieben|verschoben|verlegt) auf|"
        r"préfère|plutôt|de préférence|mieux|propose|libre|dispo|disponible|joignable|de retour|"
        r"au bureau|dit|report(?:er|é|ée) à|pas avant|au plus tôt|d'ici|réessayer|parler|"
        r"r?appelée?|r?appel|"
        r"prefiere|mejor|propone|de vuelta|vuelve|en la oficina|llamen|llamada|dijo|aplazado a|"
        rf"no antes de|insistir|hablar)(?: [^\W\d_][^\s,;:.]*)? {_WHEN_LATER}|"
        rf"\b{_WHEN_LATER} (?:(?:wieder|erst|again|nochmal|einen?|um) )?(?:da|zurück|erreichbar|"
        r"im büro|back|free|available|de retour|disponible|de vuelta|is|works|suits|would|passt|"
        r"geht|wäre|zeit|versuchen|telefonieren|besprechen|sprechen|angerufen|rückruf|"
        r"convient|va bien|lui va|le va|conviene)\b"
    ),
    re.IGNORECASE,
)
"""Better in January, in January works: the verb stands beside the day."""

_OVER = re.compile(
    r"\b(?:had|was|were|has been|have been|spoke|talked|met|last|did|didn|sent|hatten?|war|sprach|"
    r"hat (?!gebeten|[^,.]{0,20} zeit)|letzt\w*|gestern|avait|était|dernier|derniere|tuvo|fue|"
    r"estuvo|pasado|"
    r"ultimo)\b",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    _unaccented(
        r"(?:\w+ ){1,3}(?:before|prior to|after|vor|nach|avant|après|antes de|después de)"
        r" (?:(?:the|his|her|their|our|dem|der|seinem|ihrem|le|la|el) )?[^\W\d_]{3,}"
    ),
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"(?:\d+|an?|einen?|einer|une?|one|two|zwei|deux|dos|half an) ?{_PERIOD}|"
    r"\d+ ?(?:std|min|mins|h(?:\d\d)?|hrs?)\b",
    re.IGNORECASE,
)
_AWAY_UNTIL = re.compile(
    _unaccented(
        r"\b(?:until|till|bis|jusqu'(?:au|à)|hasta(?: el)?|back|returns|wieder da|zurück|"
        r"de retour|de vuelta)(?: on| am| zum| ab| le| el)? \d{1,2}[./]\d{1,2}"
    ),
    re.IGNORECASE,
)
"""In Urlaub bis 4.12."""


def has_date(words: str) -> bool:
    """Whether a time says its day by a date, and not as seen from today."""
    return _DATED.search(words) is not None


def is_clause_of_time(words: str) -> bool:
    """Whether words begin as what says when in a sentence: "when he is back"."""
    return _CLAUSE.match(_unaccented(words.strip())) is not None


def says_when_to_call(words: str) -> bool:
    """Whether words ask for a call at a time that is no clock's: "call her in January"."""
    plain = _unaccented(words)
    if _OVER.search(plain) is not None:
        return False
    if _CALLING.search(plain) is None:
        return _BESIDE_LATER.search(plain) is not None
    return _ONLY_THEN.search(plain) is not None or _SOON.search(plain) is not None


def is_vague_or_past(text: str, segment: Span) -> Reason | None:
    """
    Why a stretch that begins with "when he", or is nothing but "later", must be asked about.

    In a sentence such a word tells what the call is about: "spoke yesterday", "later stage".
    """
    words = _unaccented(" ".join(text[segment.start : segment.end].split())).strip(" .!?-–—:")
    if _CLAUSE.match(words) or _SOMETIMES.search(words) or _AWAY_UNTIL.search(words):
        return Reason.TIME_VAGUE
    if _is_beside_event(words):
        return Reason.TIME_VAGUE
    found = _ALONE.fullmatch(words) if len(words) < _LONGEST_ALONE else None
    if found is None:
        return None
    return Reason.TIME_PAST if found["past"] else Reason.TIME_VAGUE


def _is_beside_event(words: str) -> bool:
    """Whether words say how long before or after something else: "1h before the demo"."""
    return _LENGTH.match(words) is not None and _OFFSET.match(words) is not None
