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
    r"(?: (?:morning|afternoon|evening|night|noon|früh|morgen|mittag|nachmittag|abend|nacht|"
    r"matin|"
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
    r"tras|después de|antes de)"
    r"(?: l['’]|l | (?:the|his|her|their|my|our|dem|der|den|(?:sein|ihr|ein)e[mrn]|le|la|les|sa|"
    r"son|ses|las|los|el|sus?) )"
    r"(?!(?:call|anruf|telefonat|appel|llamada)\b(?! (?:with|mit|avec|con)\b))[^\W\d_]{3,}"
    r"(?:-[^\W\d_]+)?"
)
PAST = (
    rf"(?:(?:the )?day before )?yesterday{PART_OF_DAY}?|earlier(?: today)?|"
    rf"(?:vor)?gestern{PART_OF_DAY}?|(?:avant-)?hier{PART_OF_DAY}?|"
    rf"(?:ante)?ayer{PART_OF_DAY}?|anoche|(?:last|letzte[nrs]?) {PERIOD}|"
    rf"(?:vor|il y a|hace) \w+ {PERIOD}|\w+ {PERIOD} ago|"
    rf"{PERIOD} (?:dernier|dernière|pass[eé]e?|pasad[oa])"
)
MEANWHILE = (
    r"(?:while|während|pendant qu|tandis qu|mientras)(?:['’e] ?| )(?:he|she|they|i|we|you|er|"
    r"sie|ich|wir|ihr|ils?|elles?|on|je|conduce|está|viaja|trabaja|duerme|come)\b|"
    r"(?:nada más|(?:justo )?al) (?:terminar|acabar|salir|llegar|volver|abrir|cerrar)\b|"
    r"(?:when|once|as soon as|wenn|sobald|bis) (?:the )?[^\W\d_]+ (?:opens?|closes?|starts?|"
    r"ends?|is|are|has|have|vorliegt|kommt|öffnet|ist|hat)\b"
)
"""While she commutes, when markets open."""

OVER = (
    r"\b(?:had|was|were|has been|have been|spoke|talked|met|last|did|didn|sent|hatten?|war|"
    r"sprach|"
    r"hat (?!gebeten|[^,.]{0,20} zeit)|letzt\w*|gestern|avait|était|dernier|derniere|tuvo|fue|"
    r"estuvo|pasado|"
    r"ultimo)\b"
)
"""What somebody did, or was, before."""

AT_ONCE = (
    r"(?:right|straight|just|shortly|immediately|directly|soon|some time|a (?:bit|little|while)|"
    r"direkt|kurz|gleich|unmittelbar|sofort|juste|tout de suite|directement|immédiatement|"
    r"aussitôt|peu|justo|inmediatamente|directamente|poco|nada más)"
)
"""How close to something else: right after the webinar, kurz vor der Demo."""

_CALENDAR = (
    r"(?:(?:outlook|google|team|termin)[ -]?)?(?:outlook|calend[ae]r|kalender|diary|agenda|"
    r"calendrier|"
    r"calendario|invite|invitation|einladung|invitación)"
    r"(?:[ -]?(?:invite|invitation|entry|event|eintrag))?"
)
AGREED = (
    r"(?:(?:the )?(?:time|date|zeit|uhrzeit|termin|heure|hora) )?(?:"
    r"(?:same )?(?:as|like) (?:we |already |previously |originally )*(?:agreed|arranged|"
    r"discussed|"
    r"planned|scheduled|booked|confirmed|promised|usual|always|ever|before|"
    r"(?:the )?last (?:time|week))(?: (?:by|with) [^\W\d_]+)?|(?:genau )?(?:wie|"
    r"so wie) (?:immer|üblich|gehabt|gewohnt|sonst|vorher|"
    r"(?:das |beim )?letzte[sn]? mal|(?:schon |bereits |telefonisch |mit ihr |mit ihm )*(?:ver|"
    r"be|"
    r"ab)?(?:einbart|sprochen|gesprochen|redet|stätigt|plant)|ausgemacht|abgemacht|geplant)|"
    r"comme (?:convenu|prévu|d['’]habitude|toujours|discuté|avant|(?:la )?dernière fois|"
    r"la semaine dernière)|"
    r"(?:como|según|tal como)(?: lo)? (?:siempre|acordado|acordamos|hablado|hablamos|quedamos|"
    r"convenido|previsto|antes|(?:la )?última vez|la vez anterior)|"
    r"(?:at|for) (?:the |our |their )?(?:agreed|arranged|scheduled|usual|booked|planned|"
    r"appointed|set|confirmed|discussed|regular|normal) (?:time|hour|slot|date)|"
    r"z(?:ur|um) (?:ver|be|ab)?(?:einbarten|sprochenen|gesprochenen|kannten|ausgemachten|"
    r"abgemachten|gewohnten|üblichen|geplanten|selben|gleichen) (?:\w*zeit|termin|zeitpunkt|"
    r"stunde)|"
    r"à l['’]heure (?:convenue|habituelle|prévue|dite|fixée|indiquée|définie)|"
    r"a la hora (?:acordada|convenida|habitual|prevista|fijada|indicada|pactada)|"
    rf"(?:see|check|as per|per|as in|according to|siehe|s\.|laut|gemäß|lt\.?|voir|selon|ver|"
    rf"según)"
    rf"(?: (?:the|my|our|im|den|dem|die|le|el|la|your))?(?: l['’])? ?{_CALENDAR}|"
    rf"(?:(?:is|it['’]s|steht|est|está) )?(?:in|im|dans|en)(?: (?:the|my|our|el|le|der|"
    rf"mi))?(?: l['’])? ?(?:calendar|kalender|diary|agenda|calendrier|calendario))"
)
"""At a time that is told elsewhere: as agreed, wie immer, see calendar."""

_HOURS = (
    r"(?:(?:business|office|working|work|opening|trading|store|shop|school|normal|regular|"
    r"core) )+"
    r"hours|(?:geschäfts|büro|öffnungs|arbeits|sprech|dienst|kern)(?:zeiten|stunden|zeit)|"
    r"heures (?:de (?:bureau|travail)|d['’]ouverture|ouvrables|ouvrées)|"
    r"(?:horario|horas?) (?:de (?:oficina|apertura|trabajo|atención)|laborale?s?|comercial)"
)
OPENING = (
    rf"(?:during|in|within|inside|outside(?: of)?|zu|zur|während|innerhalb|außerhalb|pendant|aux|"
    rf"durant|en dehors|en|durante|dentro del?|fuera del?)"
    rf"(?: (?:the|her|his|their|our|your|der|den|ihrer|des|les|el|las))*"
    rf"(?: (?:normal|üblich|regulär)\w*)? (?:{_HOURS})|"
    r"(?:at|on|before|after|around) (?:the )?(?:markets? |store |shop |office )?"
    r"(?:opening|closing|opens?|close)(?:[ -]?(?:time|bell))?|"
    r"(?:before|after) (?:the )?[^\W\d_]+ (?:opens?|closes?)|"
    r"(?:bei|zur?|nach|vor|zum)(?: der| dem)? (?:\w*öffnung(?:szeit)?|(?:laden|geschäfts|börsen|"
    r"büro|dienst|arbeits)(?:schluss|start|beginn|ende))|"
    r"(?:à|dès|avant|après) l(?:['’]ouverture|a fermeture)(?: (?:des?|du) ?[^\W\d_]+| de la "
    r"[^\W\d_]+)?|(?:a|antes de|después de) la apertura(?: del?(?: la)? [^\W\d_]+)?|"
    r"al (?:abrir|cerrar)(?: [^\W\d_]+){0,3}|al cierre(?: del?(?: la)? [^\W\d_]+)?"
)
"""When something opens, or while it is open: at market open, zu Geschäftszeiten."""

NOT_NOW = (
    r"not (?:at (?:the|this) moment|right now|just now|at present|for now)|(?:right |"
    r"just )?now not|"
    r"(?:jetzt |im moment |momentan |gerade |derzeit |aktuell )+nicht|nicht (?:gerade|im moment)|"
    r"(?:là|maintenant|pour l['’]instant|pour le moment) non|"
    r"pas (?:là|tout de suite|pour l['’]instant|pour le moment|encore)|"
    r"(?:ahora|hoy|por ahora)(?: mismo)? no|no (?:ahora|hoy|por ahora)(?: mismo)?"
)
VAGUE = (
    rf"{AGREED}|{OPENING}|{NOT_NOW}|{EDGE}|(?:in|im|au|en) (?:the )?{SEASON}|(?:very |"
    rf"quite )?soon|shortly|eventually|"
    rf"(?:some ?time |an? (?:bit|little) |much )?later|"
    rf"later on|(?:some|any) ?time(?: \w+){{0,2}}|(?:some|another) ?(?:day|time)|"
    rf"whenever(?: (?:you|they|he|she|it)?(?:'s| is| are)? ?\w+)?|"
    rf"in (?:an? (?:bit|while|moment|few)|\d{{1,3}})|"
    r"(?:in|dans|en|dentro de) (?:[^\W_]+ ){1,3}(?:minutes?|mins?|hours?|hrs?|days?|weeks?|"
    rf"minuten|stunden?|std|tagen|wochen|heures?|jours?|semaines?|minutos?|horas?|días?|"
    rf"semanas?)|"
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
