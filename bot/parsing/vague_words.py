"""Words of four languages that say vaguely when: "next month", "nach dem Urlaub", "bientôt"."""

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|"
    r"dezember|okt|dez|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|"
    r"décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
    r"diciembre)\.?"
)
SIDES = (
    r"(?:in|im|en|by|from|before|after|until|till|early|mid|late|mid-|vor|nach|ab|bis|anfang|"
    r"mitte|ende|avant|après|début|mi|mi-|fin|jusqu'en|à partir de|antes de|después de|hasta|"
    r"a partir de|principios de|mediados de|finales de)"
)
PARTS = (
    r"(?:mornings|afternoons|evenings|nights|weekends|weekdays|vormittags|nachmittags|abends|"
    r"mittags|werktags|le matin|le soir|por las? (?:mañanas?|tardes?|noches?)|"
    r"(?:las |les )?(?:mañanas|tardes|noches|matins|soirs|après-midis))"
)
SEASON = (
    r"(?:spring|summer|autumn|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver|"
    r"primavera|verano|otoño|invierno)"
)
EDGE = (
    rf"(?:(?:at |by |in |from |around |towards )?(?:the )?"
    rf"(?:start|beginning|first week|middle|end) of "
    rf"(?:the |this |next |coming |new )*(?:day|week|month|quarter|year|{SEASON}|{MONTH})|"
    rf"in the new year|(?:in|next) (?:the )?q[1-4]|"
    rf"(?:post|right after|after) (?:thanksgiving|new year(?:['’]s)?|month end)|"
    rf"(?:erst )?(?:im|zum) (?:neuen|nächsten) jahr|nächstes (?:quartal|jahr)|"
    rf"(?:zu |zum )?(?:anfang|beginn|mitte|ende) (?:der |des |nächster |nächsten |dieser )?"
    rf"(?:woche|monats|quartals|jahres|{MONTH})|(?:die )?(?:nächsten|kommenden) tage|"
    rf"(?:en )?(?:début|courant|milieu|fin) (?:de |du )?(?:semaine|mois|trimestre|année|{MONTH})"
    rf"(?: prochaine?)?|l['’]année prochaine|dans les jours qui viennent|"
    rf"(?:a )?(?:principios|mediados|finales) de (?:la |el )?(?:semana|mes|trimestre|año|{MONTH})"
    rf"(?: que viene| próxim[ao])?|el año que viene|entre semana)"
)
"""Where in a week, month or year: start of next week, Mitte der Woche, a finales de mes."""

PART_OF_DAY = (
    r"(?: (?:morning|afternoon|evening|night|noon|früh|morgen|mittag|nachmittag|abend|nacht|matin|"
    r"midi|après-midi|soir|nuit|por la (?:mañana|tarde|noche)|noche))"
)
PERIOD = (
    r"(?:minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|minuten?|stunden?|tage?n?|"
    r"wochen?|monate?n?s?|quartals?|jahre?n?s?|heures?|jours?|journée|matinée|semaines?|mois|"
    r"trimestre|année|ans?|minutos?|horas?|días?|semanas?|mes|meses|años?|weekend|wochenende|"
    r"week-?end|\w+day|\w+tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
BUSY = (
    r"(?:lunch|breakfast|dinner|work|hours|holidays?|vacation|break|meeting|christmas|easter|"
    r"mittagessen|mittagspause|mittag|pause|arbeit|feierabend|urlaub|ferien|feiertagen?|"
    r"termin|weihnachten|ostern|déjeuner|repas|travail|vacances|midi|noël|pâques|fêtes|"
    r"comer|comida|trabajo|almuerzo|vacaciones|navidad)"
)
BESIDE_EVENT = (
    r"(?:after|before|during|over|between|nach|vor|während|zwischen|après|avant|pendant|entre|"
    r"después de|antes de)"
    r"(?: l['’]|l | (?:the|his|her|their|my|our|dem|der|den|(?:sein|ihr|ein)e[mrn]|le|la|les|sa|"
    r"son|ses|las|los|el|sus?) )(?!(?:call|anruf|telefonat|appel|llamada)\b)[^\W\d_]{3,}"
    r"(?:-[^\W\d_]+)?"
)
PAST = (
    rf"(?:(?:the )?day before )?yesterday{PART_OF_DAY}?|earlier(?: today)?|"
    rf"(?:vor)?gestern{PART_OF_DAY}?|(?:avant-)?hier{PART_OF_DAY}?|"
    rf"(?:ante)?ayer{PART_OF_DAY}?|anoche|(?:last|letzte[nrs]?) {PERIOD}|"
    rf"(?:vor|il y a|hace) \w+ {PERIOD}|\w+ {PERIOD} ago|"
    rf"{PERIOD} (?:dernier|dernière|pass[eé]e?|pasad[oa])"
)
VAGUE = (
    rf"{EDGE}|(?:in|im|au|en) (?:the )?{SEASON}|(?:very |quite )?soon|shortly|eventually|"
    rf"(?:some ?time |an? (?:bit|little) |much )?later|"
    rf"later on|(?:some|any) ?time(?: \w+){{0,2}}|(?:some|another) ?(?:day|time)|"
    rf"whenever(?: (?:you|they|he|she|it)?(?:'s| is| are)? ?\w+)?|"
    rf"in (?:an? (?:bit|while|moment|few)|\d{{1,3}})|"
    r"(?:in|dans|en|dentro de) (?:[^\W_]+ ){1,3}(?:minutes?|mins?|hours?|hrs?|days?|weeks?|"
    rf"minuten|stunden?|std|tagen|wochen|heures?|jours?|semaines?|minutos?|horas?|días?|semanas?)|"
    rf"(?:around |at |by )?(?:tea|lunch|dinner|supper|breakfast|bed|nap)[ -]?time|"
    r"(?:early|late|mid)[ -](?:mon|tues?|wed|thu|thurs|fri|sat|sun)|"
    r"(?:the )?(?:wk|w/c|week|woche|semaine|semana) (?:of|beginning|commencing|vom|du|del) "
    r"[\w. ]+|"
    rf"(?:at )?(?:half past|quarter (?:past|to)|(?:the )?top of the hour)|"
    rf"in (?:a|two) (?:tick|ticks|sec|secs|jiffy|mo|couple|heartbeat)|in no time|"
    rf"not (?:now|today|yet|tomorrow)|eow|eom|eoy|(?:calendar )?week \d\d?|kw ?\d\d?|"
    rf"(?:early |late |mid )?(?:this|next|nxt|coming) {PERIOD}|(?:month|year|week)[ -]?end|"
    rf"(?:after|before|during|over) {BUSY}|over the {PERIOD}|"
    rf"{BESIDE_EVENT}(?: [^\W\d_]+){{0,2}}|"
    rf"(?:once|when|as soon as) (?:he|she|they|i|we)(?:'s|'re|'m| is| are| am| has| have) \w+|"
    rf"(?:wenn|sobald) (?:er|sie|ich|wir) (?:wieder )?\w+ (?:ist|sind|bin|hat|haben)|"
    rf"(?:by )?(?:the )?end of (?:the |this |next )?{PERIOD}|"
    rf"(?:sehr |recht )?bald|(?:etwas |viel )?später|demnächst|nachher|gleich|in kürze|jederzeit|"
    rf"irgendwann(?: \w+){{0,2}}|bei gelegenheit|ein andermal|nicht (?:jetzt|heute|morgen)|"
    rf"(?:nach|vor|in|über)(?: (?:der|dem|den))? {BUSY}|(?:am )?wochenende|"
    rf"ende (?:der |des |dieser |dieses |nächster |nächsten )?{PERIOD}|(?:monats|jahres)ende|"
    rf"bientôt|(?:un peu )?plus tard|prochainement|un (?:autre )?jour|tout à l'heure|"
    rf"dans (?:un (?:moment|instant)|\d{{1,3}})|"
    rf"pas (?:maintenant|aujourd'hui|demain)|n'importe quand|"
    rf"(?:après|avant|pendant) (?:le |la |les )?{BUSY}|ce week-?end|"
    rf"(?:en |à la |d'ici (?:à )?(?:la )?)?fin (?:de |du )(?:la )?{PERIOD}|"
    rf"(?:semaine|semana) \d\d?|"
    rf"pronto|luego|después|más (?:tarde|adelante)|algún día|otro día|"
    rf"(?:dentro de|en) (?:un (?:rato|momento)|\d{{1,3}})|(?:ahora|hoy|mañana) no|"
    rf"cuando (?:sea|pueda|puedas|quiera|quieras)|(?:el|este) fin de semana|"
    rf"(?:antes|después) del? (?:la |las )?{BUSY}|(?:a |al )?fin(?:es|al|ales)? del? {PERIOD}|"
    rf"(?:only |just |nur |seulement |solo |sólo )?{PARTS}|"
    rf"(?:{SIDES})[ -]{MONTH}|(?:{SIDES})(?: las?)? \d{{1,2}}|"
    rf"(?:hold|wait|hang|on hold|parked|paused?|stopp?)(?: on| off)?(?: for now)?|"
    rf"(?:close|end) of play|eob|(?:later )?this (?:arvo|avo|aft)|"
    rf"(?:the )?usual (?:time|slot)|(?:do|try|call) (?:this|it|him|her|them) later|"
    rf"weekdays after \d+|"
    rf"noch nicht|(?:erst ?mal |bitte )?warte[nt]?(?: (?:noch|bitte))?|auf freigabe warten|"
    rf"(?:unter|während) der woche|im laufe (?:des|der) {PERIOD}|"
    rf"(?:anfang|mitte|ende) (?:der )?kw ?\d\d?|"
    rf"kurz (?:vor|nach) \d{{1,2}}|in da früh|z['’]?mittag|zu (?:den üblichen |büro)zeiten|"
    rf"pas encore|attend(?:s|ez|re)(?: [^\W\d_]+){{0,3}}|patienter|tantôt|"
    rf"à la rentrée|heures de bureau|"
    rf"espera(?: [^\W\d_]+){{0,4}}|(?:de momento|todavía|aún) no|al rat(?:o|ito)|"
    rf"en un rat(?:o|ito)|en la tardecita|(?:después|antes) de fiestas|"
    rf"(?:tras|pasad[oa]s) (?:el|las?|los) [^\W\d_]+|"
    rf"(?:the )?day (?:after|before) [^\W\d_]+|(?:am )?tag (?:nach|vor) [^\W\d_]+|"
    rf"(?:le )?lendemain d[^\W\d_]+(?: [^\W\d_]+)?|(?:el )?día después de [^\W\d_]+|"
    rf"q[1-4](?: ?(?:20)?\d\d)?|domani|dopodomani|amanhã|overmorgen|jutro|imorgon|yarın|завтра"
)
