"""Spanish words for times."""

from bot.parsing.times.kinds import Kind, Part, Unit, vocabulary
from bot.parsing.times.words import their_places

WORDS = vocabulary(
    {
        Kind.NUMBER: {
            0: "cero|zero",
            1: "un|una|uno",
            2: "dos|un par de|par de",
            3: "tres",
            4: "cuatro",
            5: "cinco",
            6: "seis",
            7: "siete",
            8: "ocho",
            9: "nueve",
            10: "diez",
            11: "once",
            12: "doce",
            13: "trece",
            14: "catorce",
            15: "quince",
            16: "dieciséis|diez y seis",
            17: "diecisiete|diez y siete",
            18: "dieciocho|diez y ocho",
            19: "diecinueve|diez y nueve",
            20: "veinte",
            21: "veintiuno|veintiún|veintiuna|veinte y uno",
            22: "veintidós|veinte y dos",
            23: "veintitrés|veinte y tres",
            24: "veinticuatro|veinte y cuatro",
            25: "veinticinco|veinte y cinco",
            26: "veintiséis|veinte y seis",
            27: "veintisiete|veinte y siete",
            28: "veintiocho|veinte y ocho",
            29: "veintinueve|veinte y nueve",
            30: "treinta",
            40: "cuarenta",
            50: "cincuenta",
            60: "sesenta",
            90: "noventa",
            100: "cien|ciento",
            120: "ciento veinte",
        },
        Kind.FEW: {3: "unos|unas|unos pocos|unas pocas|unos cuantos|unas cuantas"},
        Kind.ORDINAL: {
            1: "primero|primer|primera",
            2: "segundo",
            3: "tercero|tercer",
            4: "cuarto",
            5: "quinto",
            6: "sexto",
            7: "séptimo",
            8: "octavo",
            9: "noveno",
            10: "décimo",
            20: "vigésimo",
            21: "vigésimo primero",
            22: "vigésimo segundo",
            30: "trigésimo",
            31: "trigésimo primero",
        },
        Kind.ORDINAL_SUFFIX: {0: "º|ª|ro|do|er|to|vo|mo|no|ero|°"},
        Kind.MONTH: {
            1: "enero|ene.",
            2: "febrero|feb.|febr.",
            3: "marzo|mar.|mzo.",
            4: "abril|abr.",
            5: "mayo|may.",
            6: "junio|jun.",
            7: "julio|jul.",
            8: "agosto|ago.|agto.",
            9: "septiembre|setiembre|sept.|sep.|set.",
            10: "octubre|oct.",
            11: "noviembre|nov.",
            12: "diciembre|dic.",
        },
        Kind.WEEKDAY: {
            0: "lunes",
            1: "martes",
            2: "miércoles",
            3: "jueves",
            4: "viernes",
            5: "sábado",
            6: "domingo",
        },
        Kind.WEEKDAY_SHORT: {
            0: "lun.",
            1: "mar.|mart.",
            2: "mié.|mier.",
            3: "jue.|juev.",
            4: "vie.|vier.",
            5: "sáb.|sab.",
            6: "dom.",
        },
        Kind.WEEKDAYS: {
            0: "los lunes",
            1: "los martes",
            2: "los miércoles",
            3: "los jueves",
            4: "los viernes",
            5: "los sábados|sábados",
            6: "los domingos|domingos",
        },
        Kind.DAY: {
            0: "hoy|el día de hoy|hoy día",
            1: "el día de mañana|el día siguiente",
            7: "de hoy en ocho|hoy en ocho|de hoy en ocho días",
            2: "pasado mañana|pasado manana|el día después de mañana",
        },
        Kind.DAY_OR_PART: {1: "mañana"},
        Kind.PART: {
            Part.EARLY_MORNING: "temprano|temprano por la mañana|muy temprano|a primera hora|"
            "por la mañana temprano|a primera hora de la mañana|bien temprano|al amanecer|"
            "temprano en la mañana",
            Part.MORNING: "por la mañana|de la mañana|en la mañana|a la mañana|durante la mañana|"
            "la mañana|de mañana por la mañana",
            Part.LATE_MORNING: "a media mañana|media mañana|a última hora de la mañana|"
            "antes del mediodía|antes de mediodía|de media mañana",
            Part.MIDDAY: "al mediodía|a mediodía|a la hora de comer|a la hora del almuerzo|"
            "del mediodía|en el almuerzo|al medio día|a medio día|hora de comer|"
            "hora del almuerzo|hora de almuerzo|hora de la comida",
            Part.AFTERNOON: "por la tarde|de la tarde|en la tarde|a la tarde|tarde|la tarde|"
            "a media tarde|a primera hora de la tarde|después de comer|durante la tarde|"
            "después del almuerzo|media tarde|de tarde",
            Part.LATE_AFTERNOON: "a última hora de la tarde|al final de la tarde|"
            "al atardecer|a última hora",
            Part.EVENING: "al anochecer",
            Part.LATE_EVENING: "muy tarde|tarde por la noche|a última hora de la noche",
            Part.NIGHT: "entrada la noche|por la noche|de la noche|en la noche|a la noche|noche|"
            "la noche|durante la noche|de noche",
            Part.SMALL_HOURS: "de la madrugada|por la madrugada|en la madrugada|a la madrugada|"
            "madrugada|de madrugada|la madrugada",
            Part.END_OF_DAY: "al final del día|final del día|al fin del día|fin del día|"
            "a finales del día|al final de la jornada|al final de la jornada laboral",
        },
        Kind.PART_TODAY: {
            Part.MORNING: "esta mañana|de esta mañana",
            Part.AFTERNOON: "esta tarde|de esta tarde",
            Part.NIGHT: "esta noche|de esta noche",
            Part.SMALL_HOURS: "esta madrugada|de esta madrugada",
            Part.END_OF_DAY: "más tarde hoy|hoy más tarde",
        },
        Kind.NEXT: {0: "próximo|próxima|siguiente|prox.|próx."},
        Kind.COMING: {0: "que viene|entrante|que entra|venidero"},
        Kind.THIS: {0: "este|esta"},
        Kind.LAST: {0: "pasado|pasada|último|última|anterior|pasados|pasadas|últimos|últimas"},
        Kind.WEEK: {0: "semana"},
        Kind.WEEK_NUMBERED: {0: "semana|sem."},
        Kind.NEXT_WEEK: {
            1: "la próxima semana|próxima semana|la semana que viene|semana que viene|"
            "de la próxima semana|de la semana que viene|la semana próxima|la siguiente semana|"
            "la semana siguiente|de la semana siguiente|siguiente semana|de la semana próxima|"
            "semana próxima|la semana entrante|de la semana entrante|semana entrante",
        },
        Kind.THIS_WEEK: {0: "esta semana|de esta semana"},
        Kind.MONTH_COUNTED: {
            0: "de este mes|este mes|del mes|del presente mes|del mes en curso",
            1: "del próximo mes|el próximo mes|del mes que viene|el mes que viene|próximo mes|"
            "del mes próximo|del mes siguiente",
        },
        Kind.YEAR_COUNTED: {
            0: "este año|de este año",
            1: "el próximo año|del próximo año|el año que viene|del año que viene|próximo año|"
            "el año próximo|del año próximo",
        },
        Kind.UNIT: {
            Unit.SECOND: "segundo|segundos|seg.|s",
            Unit.MINUTE: "minuto|minutos|min.|mins.|minutito|minutitos|m",
            Unit.HOUR: "hora|horas|h|hs.|hrs.",
            Unit.DAY: "día|días|d",
            Unit.WEEK: "semana|semanas|sem.",
            Unit.MONTH: "mes|meses",
            Unit.YEAR: "año|años",
            Unit.WORKDAY: "día hábil|días hábiles|día laborable|días laborables",
        },
        Kind.DURATION: {
            15: "un cuarto de hora|cuarto de hora|1/4 de hora|1/4 hora",
            30: "media hora|1/2 hora|½ hora|una media hora|media horita|unas media hora",
            45: "tres cuartos de hora|3/4 de hora|tres cuartos de una hora",
            90: "hora y media|1 hora y media|una hora y media",
            20160: "una quincena|quince días",
        },
        Kind.AND_HALF: {30: "y media|y medio", 15: "y cuarto|y un cuarto", 45: "y tres cuartos"},
        Kind.HALF: {30: "y media|y medio|½|1/2"},
        Kind.IN: {
            0: "en|dentro de|de aquí a|en unos|en unas|dentro de unos|dentro de unas|tras|"
            "en aproximadamente|dentro de aproximadamente|en otros|en otras|después de|"
            "en exactamente|de aquí en|en cosa de",
            1: "en menos de|antes de|en los próximos|en las próximas|dentro de los próximos",
        },
        Kind.FROM_NOW: {
            0: "a partir de ahora|más tarde|después|desde ahora|a partir de hoy|a partir de este "
            "momento|desde hoy"
        },
        Kind.FROM: {0: "después de|a partir de|desde|tras"},
        Kind.AGO: {0: "atrás"},
        Kind.AGO_BEFORE: {0: "hace|hace unos|hace unas|hace cerca de|hará"},
        Kind.MERIDIEM: {},
        Kind.O_CLOCK: {0: "en punto"},
        Kind.HOURS: {0: "h|horas|hs|hrs|hora|hr"},
        Kind.NOON: {
            0: "mediodía|12 del mediodía|las 12 del mediodía|las doce del mediodía|"
            "doce del mediodía|medio día"
        },
        Kind.MIDNIGHT: {0: "medianoche|media noche|a medianoche|a media noche"},
        Kind.QUARTER: {15: "cuarto|un cuarto", 30: "media"},
        Kind.MINUTES: {0: "minutos|minuto|min|mins"},
        Kind.AFTER_HOUR: {0: "pasadas las|pasada la|después de las|después de la|pasados las"},
        Kind.BEFORE_HOUR: {0: "para las|para la|antes de las|antes de la|faltan para las"},
        Kind.HOUR_PLUS: {0: "y|con"},
        Kind.HOUR_MINUS: {0: "menos"},
        Kind.AT: {
            0: "a las|a la|a eso de las|para las|para la|al las|a los|las|la|sobre las|hacia las|"
            "alrededor de las|a|para|ha las|à las|sobre la|cerca de las|de las"
        },
        Kind.AT_HOUR: {
            0: "a las|a la|a eso de las|a eso de la|para las|para la|al las|las|la|sobre las|"
            "hacia las|alrededor de las|cerca de las|a|sobre la|hacia la|aproximadamente a las|"
            "ha las|a aproximadamente las|a más o menos las|tipo|como a las|alrededor de la|"
            "cerca de la|de las"
        },
        Kind.ABOUT: {
            0: "sobre|alrededor de|aproximadamente|más o menos|hacia|cerca de|en punto|"
            "aprox.|exactamente|casi|tipo|como"
        },
        Kind.ON: {0: "el|de|del|la|en|este|para el|los|las|al|por|para"},
        Kind.DAY_OF_MONTH: {0: "el|el día|para el|al|del|día|para el día"},
        Kind.OF: {0: "de|del"},
        Kind.SAME_TIME: {0: "misma hora|a la misma hora|la misma hora|a esta hora|a estas horas"},
        Kind.NOW: {
            0: "ahora|ahora mismo|ya|ya mismo|inmediatamente|de inmediato|lo antes posible|asap|"
            "cuanto antes|enseguida|ahorita|en este momento|lo más pronto posible|en seguida"
        },
        Kind.VAGUE: {
            0: "pronto|luego|más tarde|después|algún día|este fin de semana|fin de semana|"
            "el fin de semana|próximamente|cuando pueda|en cualquier momento|"
            "próximo fin de semana|"
            "dentro de poco|"
            "en breve|a finales de mes|fin de mes|en un rato|al rato|este weekend|en un momento"
            "|la semana del|semana del|semana santa"
        },
        Kind.REPEATS: {
            0: "cada|todos los|todas las|diariamente|a diario|semanalmente|mensualmente|"
            "todos|todas|diario|por semana|al día"
        },
        Kind.PAST: {-1: "ayer|anoche", -2: "anteayer|antes de ayer|antier|antes de anoche"},
        Kind.RANGE_FROM: {0: "de|desde|entre|del|durante|desde las|de las|entre las|desde el"},
        Kind.RANGE_TO: {0: "a|hasta|a las|hasta las|al|-|hasta el|hasta la"},
        Kind.RANGE_AND: {0: "y|o|y las|o a las|y el"},
        Kind.OPEN_AFTER: {
            0: "como máximo|a más tardar|como muy tarde|en adelante|o más tarde|o antes|o después|"
            "como pronto|como mínimo|como muy pronto|y pico|y algo|y tantos|pasadas|pasados"
        },
        Kind.OPEN_RANGE: {
            1: "después de|después de las|después del|a partir de|a partir de las|desde|desde las|"
            "no antes de|no antes de las|a partir del|pasadas las|desde el|más tarde de las",
            -1: "antes de|antes de las|antes del|hasta|hasta las|hasta el|como máximo|"
            "a más tardar|"
            "no después de|menos|salvo|excepto|no|no a las|no más tarde de las|como muy tarde",
        },
        Kind.POLITE: {
            0: "por favor|gracias|llamar|llama|llámalo|llámala|llame|llámame|le|lo|la|me|y|hora|"
            "devolver|llamada|cita|reunión|si es posible|si|sí|hola|vale|ok|bueno|en punto|"
            "porfa|mejor|quedamos|puede ser"
        },
        Kind.GREETING: {0: "buenas tardes|buenas noches|buenos días|buen día"},
        Kind.MAYBE: {
            0: "por confirmar|sin confirmar|provisional|quizás|quizá|tal vez|a lo mejor|"
            "preferiblemente|más o menos|a poder ser"
        },
        Kind.ZONE_OF: {0: "hora de|hora en|horario de|hora local de|hora del"},
        Kind.ZONE_TIME: {},
        Kind.ZONE_UNKNOWN: {
            0: "hora local|su hora|tu hora|hora suya|hora de allí|hora de allá",
            1: "de allí|de allá",
            2: "en canarias",
            3: their_places.SPANISH,
        },
        Kind.FESTIVE: {
            106: "día de reyes|reyes",
            214: "san valentín|día de san valentín|día de los enamorados",
            1101: "todos los santos|día de todos los santos",
            1225: "navidad|día de navidad|la navidad",
            1224: "nochebuena|noche buena",
            1231: "nochevieja|noche vieja",
            101: "año nuevo|ano nuevo|día de año nuevo",
        },
        Kind.FEAST: {
            -7: "domingo de ramos",
            -3: "jueves santo",
            -2: "viernes santo",
            0: "pascua|domingo de pascua|domingo de resurrección",
            1: "lunes de pascua",
        },
    }
)
