"""German words for times."""

from bot.parsing.times.kinds import Feast, Kind, Part, Unit, vocabulary
from bot.parsing.times.words import their_places
from bot.parsing.times.words.german_numbers import NUMBERS

WORDS = vocabulary(
    {
        **NUMBERS,
        Kind.MONTH: {
            1: "januar|jänner|jaenner|jan.|jän.",
            2: "februar|feber|feb.",
            3: "märz|maerz|mär.|mrz.|mar.",
            4: "april|apr.",
            5: "mai",
            6: "juni|juno|jun.",
            7: "juli|jul.|julei",
            8: "august|aug.",
            9: "september|sept.|sep.",
            10: "oktober|okt.|october",
            11: "november|nov.",
            12: "dezember|dez.",
        },
        Kind.WEEKDAY: {
            0: "montag",
            1: "dienstag|dinstag",
            2: "mittwoch|mitwoch",
            3: "donnerstag|donerstag",
            4: "freitag",
            5: "samstag|sonnabend",
            6: "sonntag",
        },
        Kind.WEEKDAY_SHORT: {
            0: "mo.|mon.",
            1: "di.|dien.",
            2: "mi.|mitt.",
            3: "do.|donn.",
            4: "fr.|frei.",
            5: "sa.|sams.",
            6: "so.|sonn.",
        },
        Kind.WEEKDAYS: {
            0: "montags",
            1: "dienstags",
            2: "mittwochs",
            3: "donnerstags",
            4: "freitags",
            5: "samstags|sonnabends",
            6: "sonntags",
        },
        Kind.DAY: {
            0: "heute|heut|am heutigen tag",
            1: "morgigen tag",
            2: "übermorgen|uebermorgen",
            3: "überübermorgen",
        },
        Kind.DAY_OR_PART: {1: "morgen"},
        Kind.PART: {
            Part.EARLY_MORNING: "früh|frueh|in der früh|in der frueh|früh morgens|frühmorgens|"
            "am frühen morgen|fruehmorgens|in der frühe|frühen morgen|frühmorgen|früh am morgen|"
            "früh am tag|möglichst früh",
            Part.MORNING: "am morgen|morgens|des morgens|in den morgenstunden|zum frühstück",
            Part.LATE_MORNING: "vormittag|vormittags|vorm.|am vormittag|später vormittag|"
            "spätvormittag|am späten vormittag|früher vormittag|am frühen vormittag|"
            "früh vormittag",
            Part.MIDDAY: "mittag|um mittag|mittags|am mittag|gegen mittag|um die mittagszeit|"
            "mittagszeit|zu mittag|"
            "in der mittagspause|zur mittagszeit|über mittag",
            Part.AFTERNOON: "nachmittag|nachmittags|nachm.|nchm.|am nachmittag|früher nachmittag|"
            "am frühen nachmittag|frühen nachmittag|frühnachmittag|des nachmittags",
            Part.LATE_AFTERNOON: "später nachmittag|am späten nachmittag|spätnachmittag|"
            "spätnachmittags|später nachmittags|späten nachmittag",
            Part.EVENING: "abend|abends|am abend|gegen abend|früher abend|am frühen abend|"
            "frühabend|des abends|nach feierabend|frühen abend",
            Part.LATE_EVENING: "später abend|am späten abend|spätabends|spätabend|spät abends|"
            "spät|"
            "spät am abend|möglichst spät|späten abend",
            Part.NIGHT: "nachts|in der nacht|nacht",
            Part.SMALL_HOURS: "nach mitternacht|in den frühen morgenstunden",
            Part.END_OF_DAY: "ende des tages|zum ende des tages|bis ende des tages|"
            "bis feierabend|tagesende|zum feierabend|gegen feierabend",
        },
        Kind.PART_TODAY: {
            Part.NIGHT: "heute nacht|heut nacht",
            Part.EVENING: "heute abend|heut abend",
            Part.END_OF_DAY: "später heute|heute später|heute noch|noch heute|später am tag",
        },
        Kind.NEXT: {
            0: "nächste|nächsten|nächster|nächstes|nächstem|naechste|naechsten|naechster|nächst"
        },
        Kind.AFTER_NEXT: {
            0: "übernächste|übernächsten|übernächster|übernächstes|übernächstem|uebernaechste|"
            "uebernaechsten|uebernaechster"
        },
        Kind.COMING: {0: "kommende|kommenden|kommender|kommendes|kommendem|folgenden"},
        Kind.THIS: {0: "diese|diesen|dieser|dieses|diesem"},
        Kind.LAST: {
            0: "letzte|letzten|letzter|letztes|vergangene|vergangenen|vorige|vorigen|letztem"
        },
        Kind.WEEK: {0: "woche"},
        Kind.WEEK_NUMBERED: {0: "kw|kalenderwoche|woche"},
        Kind.WEEK_LATER: {1: "in einer woche|in 1 woche"},
        Kind.NEXT_WEEK: {
            1: "nächste woche|naechste woche|kommende woche|nächster woche|kommender woche|"
            "der nächsten woche|in der nächsten woche|der kommenden woche|folgende woche",
            2: "übernächste woche|uebernaechste woche|in der übernächsten woche|"
            "der übernächsten woche",
        },
        Kind.THIS_WEEK: {0: "diese woche|dieser woche|in dieser woche"},
        Kind.MONTH_COUNTED: {
            0: "dieses monats|diesen monat|des monats|im laufenden monat|diesem monat",
            1: "nächsten monats|nächsten monat|des nächsten monats|im nächsten monat|"
            "kommenden monats|kommenden monat|nächstes monat",
        },
        Kind.YEAR_COUNTED: {
            0: "dieses jahr|dieses jahres|diesen jahres|in diesem jahr",
            1: "nächstes jahr|nächsten jahres|nächsten jahr|im nächsten jahr|kommendes jahr|"
            "kommenden jahres",
        },
        Kind.UNIT: {
            Unit.SECOND: "sekunde|sekunden|sek.|s",
            Unit.MINUTE: "minute|minuten|min.|mins.|minütchen|m",
            Unit.HOUR: "stunde|stunden|std.|stdn.|h|stündchen",
            Unit.DAY: "tag|tage|tagen|t",
            Unit.WEEK: "woche|wochen|wo.",
            Unit.MONTH: "monat|monate|monaten",
            Unit.YEAR: "jahr|jahre|jahren",
            Unit.WORKDAY: "werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen",
        },
        Kind.DURATION: {
            15: "einer viertelstunde|eine viertelstunde|viertelstunde|1/4 stunde|"
            "einer viertel stunde|eine viertel stunde|viertel stunde|ner viertelstunde",
            30: "einer halben stunde|eine halbe stunde|halbe stunde|halben stunde|1/2 stunde|"
            "½ stunde|ner halben stunde|halber stunde|einer halben std.|halbstunde|"
            "einer halbe stunde",
            45: "einer dreiviertelstunde|eine dreiviertelstunde|dreiviertelstunde|3/4 stunde|"
            "drei viertel stunden|einer dreiviertel stunde|drei viertelstunden|¾ stunde|"
            "dreiviertel stunde",
            75: "fünf viertelstunden|einer stunde und einer viertelstunde",
            90: "anderthalb stunden|anderthalb std.|eineinhalb stunden|einundeinhalb stunden|"
            "eineinhalb std.|ein einhalb stunden|einer stunde und einer halben|"
            "ein und eine halbe stunde|ein und eine halbe stunden",
            150: "zweieinhalb stunden|zweieinhalb std.|zwei einhalb stunden",
            210: "dreieinhalb stunden|dreieinhalb std.|drei einhalb stunden",
            270: "viereinhalb stunden|vier einhalb stunden",
            330: "fünfeinhalb stunden|fünf einhalb stunden",
        },
        Kind.AND_HALF: {
            15: "und eine viertel|und einer viertel",
            30: "und eine halbe|und einer halben|und ne halbe",
        },
        Kind.HALF: {30: "einhalb|1/2|½|und eine halbe|und ein halb"},
        Kind.IN: {
            0: "in|nach|in etwa|in ungefähr|in zirka|in genau|in rund|in knapp|in gut|in weiteren",
            1: "innerhalb von|innerhalb|binnen|in den nächsten|in der nächsten|"
            "innerhalb der nächsten|"
            "in weniger als",
        },
        Kind.FROM_NOW: {
            0: "von jetzt an|ab jetzt|von jetzt|später|ab heute|von heute an|von heute|ab sofort|"
            "ab heute gerechnet"
        },
        Kind.FROM: {0: "nach|ab|von"},
        Kind.AGO: {0: "her|zuvor|früher"},
        Kind.AGO_BEFORE: {0: "vor"},
        Kind.MERIDIEM: {},
        Kind.O_CLOCK: {0: "uhr"},
        Kind.HOURS: {0: "uhr|h|h uhr"},
        Kind.NOON: {0: "zwölf uhr mittags|12 uhr mittags"},
        Kind.MIDNIGHT: {0: "mitternacht|um mitternacht|mitternachts"},
        Kind.HALF_TO: {-30: "halb|halber"},
        Kind.QUARTER: {15: "viertel|dem viertel"},
        Kind.QUARTER_OF: {-45: "viertel", -15: "dreiviertel|drei viertel"},
        Kind.MINUTES: {0: "minuten|min|minute"},
        Kind.AFTER_HOUR: {0: "nach"},
        Kind.BEFORE_HOUR: {0: "vor"},
        Kind.HOUR_PLUS: {0: "und"},
        Kind.AT: {0: "um|gegen|ab|zu|so um|zirka um"},
        Kind.AT_HOUR: {
            0: "um|gegen|um ca.|um circa|um zirka|um etwa|um ungefähr|so gegen|so um|um genau|"
            "ca.|circa|zirka|etwa|ungefähr|ungefähr um|etwa um|ca um|punkt|um punkt|gegen ca."
        },
        Kind.ABOUT: {
            0: "ungefähr|ungefaehr|etwa|zirka|circa|ca.|rund|so|genau|pünktlich|punkt|exakt|"
            "in etwa|ungef."
        },
        Kind.ON: {0: "am|den|dem|der|des|an|zum|vom|für|im|die|das"},
        Kind.DAY_OF_MONTH: {0: "am|den|der|dem|am tag"},
        Kind.OF: {0: "im|des|in"},
        Kind.SAME_TIME: {
            0: "selbe zeit|dieselbe zeit|zur selben zeit|zur gleichen zeit|gleiche zeit|"
            "um dieselbe zeit|um die gleiche zeit|um diese zeit|selbe uhrzeit|gleiche uhrzeit|"
            "zur selben uhrzeit|um die gleiche uhrzeit|zur gleichen uhrzeit|selben uhrzeit|"
            "gleichen uhrzeit"
        },
        Kind.NOW: {
            0: "jetzt|sofort|jetzt sofort|jetzt gleich|gleich jetzt|umgehend|unverzüglich|"
            "schnellstmöglich|so schnell wie möglich|baldmöglichst|so bald wie möglich|asap|"
            "jetzt bitte|nun|schnellstens|auf der stelle"
        },
        Kind.VAGUE: {
            0: "bald|gleich|später|demnächst|irgendwann|nachher|dann|wochenende|am wochenende|"
            "dieses wochenende|nächstes wochenende|in kürze|in einer weile|"
            "ende der woche|ende des monats|jederzeit|"
            "zeitnah|kommendes wochenende|anfang der woche|mitte der woche|in den nächsten tagen|"
            "die tage"
            "|in der woche vom|woche vom|an den feiertagen"
        },
        Kind.REPEATS: {
            0: "jeden|jede|jeder|jedes|jedem|täglich|wöchentlich|monatlich|stündlich|immer|alle|"
            "werktags|jährlich|zweimal|stets"
        },
        Kind.PAST: {-1: "gestern|gestrigen", -2: "vorgestern"},
        Kind.RANGE_FROM: {0: "von|vom|zwischen|während|irgendwann zwischen"},
        Kind.RANGE_TO: {0: "bis|bis zum|bis um|bis zu|-"},
        Kind.RANGE_AND: {0: "und|oder"},
        Kind.OPEN_AFTER: {
            0: "spätestens|frühestens|oder später|oder früher|oder danach|oder davor|aufwärts|"
            "vorbei|und ein bisschen|und etwas"
        },
        Kind.OPEN_RANGE: {
            1: "ab|nach|seit|frühestens|frühestens um|nicht vor|ab dem|erst ab|nicht früher als|"
            "irgendwann nach|frühestens ab|ab ca.|später als",
            -1: "vor|bis|spätestens|spätestens um|bis spätestens|nicht nach|außer|ausser|nicht|"
            "nicht um|nicht am|fällig|fällig am|bis zum|nicht später als",
        },
        Kind.POLITE: {
            0: "bitte|danke|anrufen|ruf|rufe|rufen|ihn|sie|ihr|mich|an|zurück|zurückrufen|termin|"
            "anruf|rückruf|und|uhrzeit|hallo|ja|gerne|gern|mal|einmal|geht das|geht|passt|"
            "am besten|wenn möglich|falls möglich|pünktlich|genau|erinner|erinnere|telefonieren|"
            "dann|der|ok|wäre gut|es|uns"
        },
        Kind.GREETING: {0: "guten morgen|guten abend|guten tag|gute nacht"},
        Kind.MAYBE: {
            0: "unter vorbehalt|voraussichtlich|noch offen|unbestätigt|vielleicht|eventuell|"
            "evtl.|möglichst|wohl|rum|herum|so|oder so|ungefähr"
        },
        Kind.ZONE_OF: {0: "ortszeit"},
        Kind.ZONE_TIME: {0: "zeit|ortszeit", 1: "winterzeit|normalzeit", 2: "sommerzeit"},
        Kind.ZONE_UNKNOWN: {
            0: "ortszeit|seiner zeit|ihrer zeit|seine zeit|ihre zeit|deiner zeit|lokale zeit|"
            "lokaler zeit|dortiger zeit|dortige zeit",
            1: "bei ihr|bei ihm|bei ihnen|bei euch",
            3: their_places.GERMAN,
        },
        Kind.FESTIVE: {
            501: "tag der arbeit|maifeiertag",
            1003: "tag der deutschen einheit",
            1031: "reformationstag",
            1101: "allerheiligen",
            1206: "nikolaustag",
            1225: "weihnachten|erster weihnachtstag|1. weihnachtstag|ersten weihnachtstag",
            1226: "zweiter weihnachtstag|2. weihnachtstag|zweiten weihnachtstag",
            1224: "heiligabend|heilig abend|heiliger abend",
            1231: "silvester|sylvester",
            101: "neujahr|neujahrstag",
        },
        Kind.FEAST: {
            -48: "rosenmontag",
            -46: "aschermittwoch",
            -3: "gründonnerstag",
            -2: "karfreitag",
            0: "ostern|ostersonntag",
            1: "ostermontag",
            39: "christi himmelfahrt|himmelfahrt",
            49: "pfingsten|pfingstsonntag",
            50: "pfingstmontag",
            60: "fronleichnam",
            Feast.FIRST_ADVENT: "1. advent|erster advent|ersten advent",
            Feast.SECOND_ADVENT: "2. advent|zweiter advent|zweiten advent",
            Feast.THIRD_ADVENT: "3. advent|dritter advent|dritten advent",
            Feast.FOURTH_ADVENT: "4. advent|vierter advent|vierten advent",
        },
        Kind.LAST_DAY: {0: "monatsletzten|monatsletzter|ultimo"},
    }
)
