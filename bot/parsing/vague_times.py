"""Words that say vaguely, or only in a sentence, when somebody is to be called."""

import re
from unicodedata import combining, normalize

from bot.calls.doubts import Reason
from bot.parsing.found import Span
from bot.parsing.vague_words import (
    AT_ONCE,
    BESIDE_EVENT,
    BUSY,
    EDGE,
    MEANWHILE,
    MONTH,
    OVER,
    PARTS,
    PAST,
    PERIOD,
    SIDES,
    VAGUE,
)

_DATED = re.compile(rf"\d[./-]\d{{1,2}}[./-]|\d/\d|\b{MONTH}(?!\w)", re.IGNORECASE)


def _unaccented(text: str) -> str:
    return "".join(char for char in normalize("NFD", text) if not combining(char))


_ALONE = re.compile(
    _unaccented(
        rf"(?:(?:in|on|at|for|by|from|maybe|perhaps|probably|rather|only|please|pls|bitte|svp|"
        rf"por favor|um|am|erst|nur|lieber|eher|seulement|sólo|solo|"
        rf"vielleicht|le|la|el|peut-être|quizás|{AT_ONCE}) )*(?:(?P<past>{PAST})|"
        rf"(?P<vague>{VAGUE}))"
        rf"(?: (?:please|pls|bitte|svp|por favor|maybe|perhaps))?"
    ),
    re.IGNORECASE,
)
_LONGEST_ALONE = 50

_CLAUSE = re.compile(
    _unaccented(
        r"(?:(?:only|just|please|bitte|erst|nur|seulement|solo) )*"
        r"(?:(?:once|when|whenever|as soon as|until|till) (?:he|she|they|i|we|you|his|her|their|"
        r"my|our|the|this)\b|(?:after|before) (?:he|she|they|i|we|you)\b|"
        rf"{MEANWHILE}|"
        r"(?:around|about|near|between|by|at) (?:the )?"
        r"(?:tea|lunch|dinner|supper|breakfast|bed|school|nap)[ -]?(?:time)?\b|"
        r"(?:wenn|sobald|nachdem|bevor|solange) (?:er|sie|ich|wir|ihr|der|die|das|sein|seine)\b|"
        r"zwischen mittag\b|morn\b|(?:quand|d[eè]s qu|lorsqu|une fois qu|apr[eè]s qu|avant qu)"
        r"e?['’ ] ?(?:ils?|elles?|on|je|nous|la|les?|sa|son|ses)\b|"
        r"(?:a son|au) retour\b|(?:sur|a|vers) l['’]heure d|entre midi\b|"
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
        r"(?<!the )(?<!our )(?<!main )contact|ping|follow[- ]?up|"
        r"wait|hold|chase|touch base|check in|circle back|reconnect|get in touch|"
        r"anrufen|anrufe?|ruf|versuchen|zurückrufen|rückruf|melden|nachfassen|kontaktieren|"
        r"warten|nachhaken|"
        r"rappel(?:er|ez|le|l)?|appel(?:er|ez|le)?|relancer?|recontacter|attendre|"
        r"llamar(?:la|lo|le)?|llama|contactar|esperar)\b"
    ),
    re.IGNORECASE,
)
_WHEN_LATER = (
    rf"(?:(?:{SIDES})[ -]{MONTH}\b(?! \d)|{EDGE}\b|"
    r"later(?: on| today| this \w+)?(?=$|[^\w ]| (?:please|pls|if|when|about|re|as|for|with|to|"
    r"is|"
    r"works|suits|would)\b)|"
    rf"some ?time|another (?:day|time)|{PARTS}|"
    r"(?:mon|tues?|wed|thu|thurs|fri|sat|sun)\b(?= (?:morning|noon|lunch|eve|night|late)|$)|"
    r"(?:in the|towards|am|gegen|dans la|por la) (?:morning|afternoon|evening|vormittag|"
    r"nachmittag|abend|mañana|tarde|noche|matinée|soirée)|dans l'après-midi|"
    r"(?:at|on|over|this|next|am|le|ce|el) (?:the )?(?:weekend|wochenende|week-end|"
    r"fin de semana)|"
    r"(?:at|um|@) [1-9][0-5]\d\b(?! ?[A-Z€$%])|"
    r"(?:before|b4|after) that|beforehand|afterwards|vorher|davor|danach|hinterher|luego|"
    r"después\b(?! de)|avant cela|ensuite|au préalable|"
    r"(?:at )?(?:lunch|tea|dinner)[ -]?time\b|"
    r"weekend$|(?:on|by|after|before) the \d{1,2}(?:st|nd|rd|th)|am \d{1,2}\.(?! ?\d)|"
    r"(?:le|el|el día) \d{1,2}(?:er)?\b(?! [^\W\d_])|"
    rf"(?:in|dans|en|dentro de) [^\W_]+ {PERIOD}|"
    r"(?:after|before|during|over|nach|vor|während|in|après|avant|pendant|después de|antes de)"
    r"(?: (?:the|his|her|their|my|our|dem|der|den|seinem|ihrem|le|la|les|las|los|el|sus?))? "
    rf"{BUSY}|(?:vor|nach|before|after) \d{{1,2}}|später|demnächst|plus tard|más tarde)"
)
_SOON = re.compile(
    _unaccented(
        rf"\b(?:{_WHEN_LATER}|"
        r"(?:once|until|till|as soon as|the (?:minute|moment|instant)|sobald|dès que|"
        r"une fois que|"
        r"cuando|en cuanto) [^\W\d_]+|"
        r"(?<!ask )(?<!know )(?<!see )(?<!out )(?<!about )when (?!possible\b|"
        r"ready to buy)[^\W\d_]+|(?<!fragen )(?:wenn|quand) (?!möglich|possible)[^\W\d_]+)"
    ),
    re.IGNORECASE,
)
_ONLY_THEN = re.compile(
    _unaccented(
        r"\A(?:(?!\b(?:about|re|regarding|concerning|wegen|bzgl|über|concernant|sobre)\b).)*\b"
        rf"{BESIDE_EVENT}|"
        r"\b(?:call|ring|phone|try)(?: (?:him|her|them|back|again|only))* (?:if|unless|in case) "
        r"(?!possible|poss|at all|you can|needed|necessary)[^\W\d_]|"
        r"\bwait for [^\W\d_]|\bthen (?:call|ring|phone)\b|\bwarten auf\b|"
        r"\bdann (?:erst )?(?:an|zurück)rufen\b|"
        r"\b(?:an|zurück)rufen,? (?:nur )?(?:falls|sofern) (?!möglich|nötig)[^\W\d_]"
    ),
    re.IGNORECASE,
)
"""Call her after the standup, call him if he does not reply; not "call about the leak after the
storm"."""

_FIRST = re.compile(
    _unaccented(
        r"\s*(?:if|once|as soon as|unless|falls|sobald|dès que|une fois) "
        r"(?!possible\b|möglich\b|you\b)[^\W\d_]"
    ),
    re.IGNORECASE,
)
"""Once Ben has sent the quote, call Anna."""

_BESIDE_LATER = re.compile(
    _unaccented(
        r"\b(?:prefers?|preferred|better|best|rather|earliest|suggests?|proposes?|asks? for|"
        r"wants?|"
        r"avail(?:able)?|reachable|free|back|in the office|(?:has|have) time|can (?:only )?do|"
        r"talk|speak|"
        r"schedule|let's do|again|said|says|remind|(?:postponed?|rescheduled?|moved?|pushed?) to|"
        r"lieber|besser|am besten|frühestens|spätestens|schlägt|zeit|frei|da|im büro|sprechen|"
        r"erreichbar|passt|zurück|erst|nochmal|wiedervorlage|wv|erinnerung|meinte|sagte|"
        r"nicht vor|"
        r"(?:verschieben|verschoben|verlegt) auf|"
        r"préfère|plutôt|de préférence|mieux|propose|libre|dispo|disponible|joignable|de retour|"
        r"au bureau|dit|report(?:er|é|ée) à|pas avant|au plus tôt|d'ici|réessayer|parler|"
        r"r?appelée?|r?appel|"
        r"prefiere|mejor|propone|de vuelta|vuelve|en la oficina|llamen|llamada|dijo|aplazado a|"
        rf"no antes de|insistir|hablar)(?: [^\W\d_][^\s,;:.]*)? {_WHEN_LATER}|"
        r"\b(?:wiedervorlage|wv|follow[- ]?up|callback|rückruf|relance)(?: on| am| le)? "
        rf"(?:{MONTH}(?!\w)|\d{{1,2}}[./]\d)|"
        rf"\b{_WHEN_LATER} (?:(?:wieder|erst|again|nochmal|einen?|um) )?(?:da|zurück|erreichbar|"
        r"im büro|back|free|available|de retour|disponible|de vuelta|is|works|suits|would|passt|"
        r"geht|wäre|zeit|versuchen|telefonieren|besprechen|sprechen|angerufen|rückruf|"
        r"convient|va bien|lui va|le va|conviene)\b"
    ),
    re.IGNORECASE,
)
"""Better in January, in January works: the verb stands beside the day."""

_HABIT = re.compile(
    _unaccented(
        r"(?:early |late )?(?:mornings|afternoons|evenings|weekends|weekdays) "
        r"(?:(?:are|is|works?) )?(?:best|better|preferred|preferably|good|ok|fine|only)\b|"
        r"\b(?:best|easiest|good) (?:time|to (?:catch|reach|get|call))\b[^,.;:]{0,25}"
        r"\b(?:mornings?|afternoons?|evenings?|weekends?|lunch\w*)\b|"
        r"\b(?:nur|nicht|am besten|lieber) (?:(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|"
        r"vormittags|nachmittags|abends|morgens|mittags)\b|"
        r"\bnot on (?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:m-f|mon-fri|mo-fr) \d|"
        r"\bles (?:matins|après-midis|soirs) (?:c['’]est |plutôt )?mieux\b|"
        r"\b(?:horario|horas) (?:de oficina|laboral)\b"
    ),
    re.IGNORECASE,
)
"""Mornings are best; nur dienstags."""

_PART = re.compile(
    _unaccented(
        r"(?:in the |am |le |la |por la |early |late |anytime in the )?"
        r"(?:mornings?|afternoons?|evenings?|noon|midday|lunch(?:[ -]?time)?|weekdays?|weekends?|"
        r"vormittags?|nachmittags?|abends?|morgens?|mittags?|früh|wochenende|matin(?:ée)?|"
        r"après-midi|soir(?:ée)?|midi|mañanas?|tardes?|noches?|mediodía|(?:business|"
        r"office) hours)"
    ),
    re.IGNORECASE,
)

_AT_END = re.compile(
    _unaccented(
        r"\b(?:in the (?:morning|afternoon|evening)|after (?:lunch|work|hours)|"
        r"(?:by |at )?(?:the )?end of (?:the )?(?:day|week)|eod|eow|"
        r"(?:mornings|afternoons|evenings|weekdays|weekends) only|"
        r"am (?:abend|vormittag|nachmittag)|nach (?:feierabend|der mittagspause)|"
        r"(?:vormittags|nachmittags|abends)|ende (?:der|dieser) woche|"
        r"dans (?:l'apres-midi|la (?:matinée|soirée))|en fin de (?:journée|matinée|semaine)|"
        r"por la (?:mañana|tarde|noche)|a (?:última|primera) hora)\Z"
    ),
    re.IGNORECASE,
)
"""Pricing after lunch: where nothing else says when, it may be the call."""

_OVER = re.compile(OVER, re.IGNORECASE)
_OFFSET = re.compile(
    _unaccented(
        r"(?:\w+ ){1,3}(?:before|prior to|after|vor|nach|avant|après|antes de|después de)"
        r" (?:(?:the|his|her|their|our|dem|der|seinem|ihrem|le|la|el) )?[^\W\d_]{3,}"
    ),
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"(?:\d+|an?|einen?|einer|une?|one|two|zwei|deux|dos|half an) ?{PERIOD}|"
    r"\d+ ?(?:std|min|mins|h(?:\d\d)?|hrs?)\b",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"\b(?:wait|hold on|gimme|give (?:him|her|them|me|it|us)|warte[nt]?|gib (?:ihm|ihr|mir)|"
    r"attends|attendre|attendez|espera|esperar)(?: (?:for|another|about|noch|encore|otr[oa]s?))* "
    rf"(?:{_LENGTH.pattern})|\b(?:only|not|erst|nur|seulement|pas|solo|no) (?:from \d|(?:after|"
    r"before|ab|nach|vor|apres|avant|a partir de|despues de|antes de) [^\W_])",
    re.IGNORECASE,
)
"""Give her 20 mins; so only after 4."""

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
    if _FIRST.match(plain) and _CALLING.search(plain):
        return True
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
    if any(each.search(words) for each in (_SOMETIMES, _AWAY_UNTIL, _DELAY, _HABIT)):
        return Reason.TIME_VAGUE
    if _CLAUSE.match(words) or _is_beside_event(words):
        return Reason.TIME_VAGUE
    if _AT_END.search(words) and not _OVER.search(words):
        return Reason.TIME_VAGUE
    found = _ALONE.fullmatch(words) if len(words) < _LONGEST_ALONE else None
    if found is None:
        return None
    return Reason.TIME_PAST if found["past"] else Reason.TIME_VAGUE


def is_part_of_day(words: str) -> bool:
    """Whether words say a part of the day and nothing else: "Best time to call: Morning"."""
    return _PART.fullmatch(_unaccented(words.strip(" .!?*_"))) is not None


def _is_beside_event(words: str) -> bool:
    """Whether words say how long before or after something else: "1h before the demo"."""
    return _LENGTH.match(words) is not None and _OFFSET.match(words) is not None
