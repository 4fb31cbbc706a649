"""French words for times."""

from bot.parsing.times.kinds import Kind, Part, Unit, vocabulary
from bot.parsing.times.words import their_places

WORDS = vocabulary(
    {
        Kind.NUMBER: {
            0: "zéro",
            1: "un|une",
            2: "deux|un couple de",
            3: "trois",
            4: "quatre",
            5: "cinq",
            6: "six",
            7: "sept",
            8: "huit",
            9: "neuf",
            10: "dix",
            11: "onze",
            12: "douze",
            13: "treize",
            14: "quatorze",
            15: "quinze",
            16: "seize",
            17: "dix-sept",
            18: "dix-huit",
            19: "dix-neuf",
            20: "vingt",
            30: "trente",
            40: "quarante",
            50: "cinquante",
            60: "soixante",
            90: "quatre-vingt-dix|nonante",
            100: "cent",
            120: "cent vingt",
        },
        Kind.FEW: {3: "quelques"},
        Kind.ORDINAL: {
            1: "premier|première|1er",
            2: "seconde|deuxième",
            3: "troisième",
            4: "quatrième",
        },
        Kind.ORDINAL_SUFFIX: {0: "er|ere|eme|e|ième"},
        Kind.MONTH: {
            1: "janvier|janv.|jan.",
            2: "février|févr.|fév.",
            3: "mars",
            4: "avril|avr.",
            5: "mai",
            6: "juin",
            7: "juillet|juil.|juill.|jul.",
            8: "août|aoû.",
            9: "septembre|sept.|sep.",
            10: "octobre|oct.",
            11: "novembre|nov.",
            12: "décembre|déc.",
        },
        Kind.WEEKDAY: {
            0: "lundi",
            1: "mardi",
            2: "mercredi|mecredi",
            3: "jeudi",
            4: "vendredi",
            5: "samedi",
            6: "dimanche",
        },
        Kind.WEEKDAY_SHORT: {
            0: "lun.",
            1: "mar.",
            2: "mer.",
            3: "jeu.",
            4: "ven.|vend.",
            5: "sam.",
            6: "dim.",
        },
        Kind.WEEKDAYS: {
            0: "les lundis|lundis",
            1: "les mardis|mardis",
            2: "les mercredis|mercredis",
            3: "les jeudis|jeudis",
            4: "les vendredis|vendredis",
            5: "les samedis|samedis",
            6: "les dimanches|dimanches",
        },
        Kind.DAY: {
            0: "aujourd'hui|aujourdhui|auj.|ce jour|ajd.",
            1: "demain|le lendemain|2main",
            7: "aujourd'hui en huit|d'aujourd'hui en huit",
            2: "après-demain|après demain|apres-demain|le surlendemain|surlendemain",
        },
        Kind.PART: {
            Part.EARLY_MORNING: "tôt le matin|tôt|de bonne heure|en début de matinée|"
            "début de matinée|au début de la matinée|tôt dans la matinée|au petit matin|"
            "le matin tôt|début de la matinée",
            Part.MORNING: "matin|le matin|du matin|dans la matinée|en matinée|au matin|matinée|"
            "du mat'|du mat|mat.|la matinée|pendant la matinée",
            Part.LATE_MORNING: "en fin de matinée|fin de matinée|à la fin de la matinée|"
            "tard dans la matinée|milieu de matinée|milieu de la matinée|en milieu de matinée|"
            "au milieu de la matinée|mi-matinée|avant midi|fin de la matinée",
            Part.MIDDAY: "mi-journée|à la mi-journée|en milieu de journée|milieu de journée|"
            "à l'heure du déjeuner|l'heure de déjeuner|heure du déjeuner|à la pause déjeuner|"
            "l'heure du déjeuner|vers midi|pendant le déjeuner|au déjeuner|ce midi",
            Part.AFTERNOON: "après-midi|l'après-midi|de l'après-midi|dans l'après-midi|aprem|"
            "en après-midi|en début d'après-midi|début d'après-midi|d'après-midi|l'aprem|aprèm|"
            "au début de l'après-midi|de l'aprem|milieu d'après-midi|en milieu d'après-midi|"
            "aprems|ap-midi|ap.-midi|"
            "l'aprèm|après le déjeuner|après déjeuner|début de l'après-midi|pm de l'après-midi",
            Part.LATE_AFTERNOON: "en fin d'après-midi|fin d'après-midi|à la fin de l'après-midi|"
            "tard dans l'après-midi|fin de l'après-midi",
            Part.EVENING: "soir|le soir|du soir|en soirée|dans la soirée|soirée|au soir|la soirée|"
            "en début de soirée|début de soirée|au début de la soirée|de la soirée|"
            "après le travail",
            Part.LATE_EVENING: "en fin de soirée|fin de soirée|à la fin de la soirée|tard le soir|"
            "tard dans la soirée|tard|fin de la soirée",
            Part.NIGHT: "nuit|la nuit|de la nuit|dans la nuit|pendant la nuit|de nuit",
            Part.SMALL_HOURS: "après minuit",
            Part.END_OF_DAY: "en fin de journée|fin de journée|à la fin de la journée|"
            "d'ici la fin de la journée|fin de la journée|d'ici ce soir",
        },
        Kind.PART_TODAY: {
            Part.EVENING: "ce soir",
            Part.NIGHT: "cette nuit",
            Part.MORNING: "ce matin",
            Part.AFTERNOON: "cet après-midi|cet aprem|cette après-midi|cet aprèm|c't aprem",
            Part.END_OF_DAY: "plus tard aujourd'hui|plus tard dans la journée|dans la journée",
        },
        Kind.NEXT: {0: "prochain|prochaine|suivant|suivante"},
        Kind.COMING: {0: "qui vient|à venir"},
        Kind.THIS: {0: "ce|cet|cette"},
        Kind.LAST: {
            0: "dernier|dernière|passé|passée|précédent|précédente|dernières|derniers|passées"
        },
        Kind.WEEK: {0: "semaine"},
        Kind.WEEK_NUMBERED: {0: "semaine|sem."},
        Kind.WEEK_LATER: {1: "en huit", 2: "en quinze"},
        Kind.NEXT_WEEK: {
            1: "la semaine prochaine|semaine prochaine|de la semaine prochaine|"
            "la semaine suivante|la semaine qui vient|semaine suivante|sem. prochaine",
            2: "dans deux semaines|la semaine d'après",
        },
        Kind.THIS_WEEK: {0: "cette semaine|de cette semaine"},
        Kind.MONTH_COUNTED: {
            0: "de ce mois|de ce mois-ci|ce mois-ci|ce mois|du mois|courant",
            1: "du mois prochain|le mois prochain|mois prochain|de mois prochain",
        },
        Kind.YEAR_COUNTED: {
            0: "cette année|de cette année",
            1: "l'année prochaine|l'an prochain|de l'année prochaine|année prochaine|"
            "de l'an prochain",
        },
        Kind.UNIT: {
            Unit.SECOND: "seconde|secondes|sec.|s",
            Unit.MINUTE: "minute|minutes|min.|mins|mn.|m|'",
            Unit.HOUR: "heure|heures|h|hr.",
            Unit.DAY: "jour|jours|j",
            Unit.WEEK: "semaine|semaines|sem.",
            Unit.MONTH: "mois",
            Unit.YEAR: "an|ans|année|années",
            Unit.WORKDAY: "jour ouvré|jours ouvrés|jour ouvrable|jours ouvrables",
        },
        Kind.DURATION: {
            15: "un quart d'heure|quart d'heure|un petit quart d'heure|1/4 d'heure|1/4 heure",
            30: "une demi-heure|demi-heure|une demie heure|une demi heure|une demie-heure|"
            "demie heure|1/2 heure|une 1/2 heure|½ heure|une petite demi-heure",
            45: "trois quarts d'heure|trois quart d'heure|3/4 d'heure|3 quarts d'heure|"
            "trois-quarts d'heure|3/4 heure",
            20160: "une quinzaine|une quinzaine de jours|quinze jours",
            10080: "une huitaine|une huitaine de jours",
        },
        Kind.AND_HALF: {30: "et demie|et demi", 15: "et quart|et un quart", 45: "et trois quarts"},
        Kind.HALF: {30: "et demie|et demi|½|1/2"},
        Kind.IN: {
            0: "dans|en|d'ici|après|dans environ|dans exactement|d'ici à|d'ici environ|"
            "d'ici à peu "
            "près|dans à peu près|dans encore",
            1: "dans les|dans les prochaines|dans les prochains|d'ici moins de|sous|"
            "dans moins de|en moins de",
        },
        Kind.FROM_NOW: {
            0: "à partir de maintenant|plus tard|à compter de maintenant|"
            "à partir d'aujourd'hui|depuis maintenant|d'ici"
        },
        Kind.FROM: {0: "après|à partir de|à compter de|à partir du"},
        Kind.AGO: {0: "plus tôt|auparavant"},
        Kind.AGO_BEFORE: {0: "il y a|il ya|ya|y a|voilà"},
        Kind.MERIDIEM: {},
        Kind.O_CLOCK: {},
        Kind.HOURS: {0: "h|heure|heures|hr|hrs|hs"},
        Kind.NOON: {0: "midi|12 midi|milieu de midi"},
        Kind.MIDNIGHT: {0: "minuit"},
        Kind.HALF_PAST: {},
        Kind.QUARTER: {15: "quart|un quart|le quart", 30: "demie|demi", 45: "trois quarts"},
        Kind.MINUTES: {0: "minutes|minute|min|mn|'"},
        Kind.AFTER_HOUR: {0: "après|passé|passée"},
        Kind.BEFORE_HOUR: {0: "avant"},
        Kind.HOUR_PLUS: {0: "et|passé de|passées de|passées"},
        Kind.HOUR_MINUS: {0: "moins|moins le"},
        Kind.AT: {0: "à|a|vers|aux alentours de|pour|dès|sur les"},
        Kind.AT_HOUR: {
            0: "à|a|vers|vers les|aux alentours de|aux environs de|autour de|sur les|à environ|"
            "environ|à peu près|peu près|à peu près à|à environ|sur le coup de|dès|pour"
        },
        Kind.ABOUT: {
            0: "environ|vers|à peu près|approximativement|exactement|précises|pile|"
            "aux alentours de|"
            "tapantes|précise|peu près|autour de|presque|aux environs de|pétantes"
        },
        Kind.ON: {0: "le|la|de|du|d'|en|dans|pour|au|les|des|l'|pour le"},
        Kind.DAY_OF_MONTH: {0: "le|au|pour le|du"},
        Kind.OF: {0: "de|du|d'|en"},
        Kind.SAME_TIME: {
            0: "même heure|à la même heure|la même heure|à cette heure-ci|à cette heure ci|"
            "à cette heure"
        },
        Kind.NOW: {
            0: "maintenant|tout de suite|immédiatement|dès que possible|dès maintenant|asap|"
            "au plus vite|aussitôt que possible|le plus vite possible|le plus tôt possible|"
            "à l'instant|en ce moment|sans attendre|aussi vite que possible|de suite"
        },
        Kind.VAGUE: {
            0: "bientôt|plus tard|tout à l'heure|prochainement|un de ces jours|ce week-end|"
            "le week-end|week-end|le week-end prochain|n'importe quand|dans la semaine|"
            "sous peu|ce weekend|"
            "weekend|"
            "fin de semaine|en fin de semaine|fin du mois|à l'occasion|dans un moment"
            "|la semaine du|semaine du"
        },
        Kind.REPEATS: {
            0: "chaque|tous les|toutes les|quotidien|quotidiennement|hebdomadaire|mensuel|"
            "tous|toutes|par jour|par semaine"
        },
        Kind.PAST: {-1: "hier|hier soir|la veille", -2: "avant-hier|avant hier|avanthier"},
        Kind.RANGE_FROM: {0: "de|entre|du|depuis|pendant"},
        Kind.RANGE_TO: {0: "à|a|au|jusqu'à|jusqu'a|jusqu'au|jusque|-"},
        Kind.RANGE_AND: {0: "et|ou"},
        Kind.OPEN_AFTER: {
            0: "au plus tard|au plus tôt|ou plus tard|ou plus tôt|ou après|ou avant|maximum|"
            "minimum|passée|passées|passés|et quelques|et des poussières|bien sonnées"
        },
        Kind.OPEN_RANGE: {
            1: "après|à partir de|à partir du|dès|depuis|pas avant|au plus tôt|à compter de|"
            "au plus tôt à|à compter du|passé",
            -1: "avant|jusqu'à|jusqu'au|au plus tard|au plus tard à|d'ici|pas après|sauf|pas|"
            "pas à|"
            "d'ici à|avant le|d'ici le|sauf le|pas le",
        },
        Kind.POLITE: {
            0: "s'il vous plaît|s'il te plaît|svp|stp|merci|appeler|appelle|appelez|rappeler|"
            "rappelle|rappelez|le|la|lui|moi|me|les|et|heure|appel|rendez-vous|rdv|oui|bonjour|"
            "si possible|l'appeler|ça marche|va|ok|d'accord|on|disons|plutôt|pile|précises"
        },
        Kind.MAYBE: {
            0: "à confirmer|sous réserve|provisoire|peut-être|éventuellement|de préférence|"
            "ou à peu près"
        },
        Kind.ZONE_OF: {0: "heure de|à l'heure de|heure d'|l'heure de|heure locale de|heure à"},
        Kind.ZONE_UNKNOWN: {
            0: "heure locale|son heure|votre heure|leur heure|à son heure|ton heure",
            1: "chez elle|chez lui|chez eux|chez elles|chez vous|chez toi|là-bas",
            2: "à la réunion",
            3: their_places.FRENCH,
        },
        Kind.FESTIVE: {
            214: "saint-valentin|la saint-valentin",
            501: "fête du travail|la fête du travail",
            714: "fête nationale|la fête nationale",
            1101: "toussaint|la toussaint",
            1225: "noël|jour de noël|à noël",
            1224: "veille de noël|la veille de noël|réveillon de noël",
            1231: "saint-sylvestre|la saint-sylvestre|réveillon du nouvel an",
            101: "jour de l'an|nouvel an|le nouvel an",
        },
        Kind.FEAST: {
            -2: "vendredi saint",
            0: "pâques|dimanche de pâques",
            1: "lundi de pâques",
            39: "ascension|l'ascension|jeudi de l'ascension",
            49: "pentecôte|la pentecôte",
            50: "lundi de pentecôte|lundi de la pentecôte",
        },
    }
)
