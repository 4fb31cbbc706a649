"""English words for times."""

from bot.parsing.times.kinds import Feast, Kind, Part, Unit, vocabulary
from bot.parsing.times.words import their_places
from bot.parsing.times.words.english_numbers import NUMBERS

WORDS = vocabulary(
    {
        **NUMBERS,
        Kind.MONTH: {
            1: "january|jan.",
            2: "february|febuary|feb.",
            3: "march|mar.",
            4: "april|apr.",
            5: "may",
            6: "june|jun.",
            7: "july|jul.",
            8: "august|aug.",
            9: "september|sept.|sep.",
            10: "october|oct.",
            11: "november|nov.",
            12: "december|dec.",
        },
        Kind.WEEKDAY: {
            0: "monday",
            1: "tuesday|tuseday|teusday",
            2: "wednesday|wensday|wendsday|wednsday|wendesday|wedensday",
            3: "thursday|thrusday|thurday",
            4: "friday",
            5: "saturday|saterday",
            6: "sunday",
        },
        Kind.WEEKDAY_SHORT: {
            0: "mon.",
            1: "tue.|tues.",
            2: "wed.|weds.|wedn.",
            3: "thu.|thur.|thurs.|thrs.",
            4: "fri.",
            5: "sat.",
            6: "sun.",
        },
        Kind.WEEKDAYS: {
            0: "mondays",
            1: "tuesdays",
            2: "wednesdays",
            3: "thursdays",
            4: "fridays",
            5: "saturdays",
            6: "sundays",
        },
        Kind.DAY: {
            0: "today|this day|tday|2day|td.",
            1: "tomorrow|tomorow|tommorow|tommorrow|tomorro|tomoro|tmrw.|tmr.|tmw.|tomo.|2moro|"
            "2morrow|2mrw|2moz|tomoz|morrow|the following day|next day|the next day|following day",
            2: "the day after tomorrow|day after tomorrow|overmorrow",
        },
        Kind.PART: {
            Part.EARLY_MORNING: "early in the morning|early morning|early",
            Part.MORNING: "in the morning|of the morning|morning|at breakfast|first thing|"
            "first thing in the morning",
            Part.LATE_MORNING: "late morning|late in the morning|mid-morning|forenoon|"
            "before noon|before lunch",
            Part.MIDDAY: "at lunch|at lunchtime|lunchtime|lunch time|lunch|around noon|"
            "around midday|around lunch|around lunchtime|over lunch",
            Part.AFTERNOON: "in the afternoon|of the afternoon|afternoon|early afternoon|"
            "early in the afternoon|mid-afternoon|after lunch",
            Part.LATE_AFTERNOON: "late afternoon|late in the afternoon",
            Part.EVENING: "in the evening|of the evening|evening|eve|early evening|after work",
            Part.LATE_EVENING: "late evening|late in the evening|late at night",
            Part.NIGHT: "at night|in the night|night|overnight",
            Part.SMALL_HOURS: "after midnight|in the small hours|in the early hours",
            Part.END_OF_DAY: "end of day|end of the day|by end of day|eod|the eod|by eod|eob|cob|"
            "close of business|end of business|by close of business|end of play|close of play",
        },
        Kind.PART_TODAY: {
            Part.NIGHT: "tonight|tonite|this night|2nite",
            Part.MORNING: "later this morning",
            Part.LATE_AFTERNOON: "later this afternoon|late this afternoon",
            Part.LATE_EVENING: "late tonight|late tonite|late this evening|tonight late|"
            "later tonight|later this evening",
            Part.END_OF_DAY: "later today|later on today",
        },
        Kind.NEXT: {0: "next|nxt"},
        Kind.AFTER_NEXT: {0: "after next"},
        Kind.COMING: {0: "coming|this coming|the coming|upcoming|following"},
        Kind.THIS: {0: "this"},
        Kind.LAST: {0: "last|final|past|previous|this past"},
        Kind.WEEK: {0: "week"},
        Kind.WEEK_NUMBERED: {0: "week|calendar week|week number|cw|wk"},
        Kind.WEEK_LATER: {1: "week"},
        Kind.NEXT_WEEK: {
            1: "next week|nxt week|in the coming week|the following week",
            2: "the week after next|week after next|in two weeks time",
        },
        Kind.THIS_WEEK: {0: "this week|of this week"},
        Kind.MONTH_COUNTED: {
            0: "of this month|of the month|this month|of the current month",
            1: "of next month|next month|of the next month|of the following month|"
            "of the coming month",
        },
        Kind.YEAR_COUNTED: {
            0: "this year|of this year",
            1: "next year|of next year|the next year|of the coming year",
        },
        Kind.UNIT: {
            Unit.SECOND: "second|seconds|sec.|secs.|s",
            Unit.MINUTE: "minute|minutes|min.|mins.|m|minuets|minuts|mintues",
            Unit.HOUR: "hour|hours|hr.|hrs.|h",
            Unit.DAY: "day|days|d",
            Unit.WEEK: "week|weeks|wk.|wks.|w",
            Unit.MONTH: "month|months",
            Unit.YEAR: "year|years|yr.|yrs.",
            Unit.WORKDAY: "business day|business days|working day|working days|"
            "workday|workdays|weekday|weekdays",
        },
        Kind.DURATION: {
            15: "a quarter of an hour|quarter of an hour|a quarter hour|quarter hour|1/4 hour|"
            "a quarter-hour",
            30: "half an hour|half of an hour|half a hour|a half hour|half hour|half-hour|"
            "a half-hour|1/2 hour|"
            "½ hour|1/2 an hour|a half an hour",
            45: "three quarters of an hour|three-quarters of an hour|3/4 hour|3/4 of an hour|"
            "¾ hour",
            90: "an hour and a half|one hour and a half|hour and a half|one and a half hours|"
            "1 hour and a half|one and a half hour|one and one half hours",
            20160: "a fortnight|fortnight|one fortnight",
        },
        Kind.AND_HALF: {
            15: "and a quarter",
            30: "and a half|and half|and a half of",
            45: "and three quarters",
        },
        Kind.HALF: {30: "and a half|1/2|½|and one half"},
        Kind.IN: {
            0: "in|in about|after|in exactly|in another|in around",
            1: "within|in the next|within the next|over the next|in under|in less than",
        },
        Kind.FROM_NOW: {
            0: "from now|from now on|later|hence|out|time|' time|from this moment|after now|s time"
        },
        Kind.FROM: {0: "from|after"},
        Kind.AGO: {0: "ago|earlier|before now|back"},
        Kind.MERIDIEM: {
            0: "am|a.m.|a.m|a m|a m.|a. m.|a",
            12: "pm|p.m.|p.m|p m|p m.|p. m.|p",
        },
        Kind.O_CLOCK: {0: "o'clock|o clock|oclock"},
        Kind.HOURS: {0: "h|hrs|hours|hr"},
        Kind.NOON: {0: "noon|midday|mid-day|high noon|12 noon|twelve noon|12 midday|noonish"},
        Kind.MIDNIGHT: {0: "midnight|mid-night|12 midnight"},
        Kind.HALF_PAST: {30: "half past|half-past"},
        Kind.HALF_HOUR: {30: "half"},
        Kind.HALF_TO: {-15: "a quarter of|quarter of"},
        Kind.QUARTER: {15: "a quarter|quarter", 45: "three quarters|three-quarters"},
        Kind.MINUTES: {0: "minutes|mins|min|minute"},
        Kind.AFTER_HOUR: {0: "past|after"},
        Kind.BEFORE_HOUR: {0: "to|till|til|before"},
        Kind.AT: {0: "at|@|for|starting at|at exactly|by"},
        Kind.AT_HOUR: {0: "at|@|at around|at about|at approximately|around|about|circa"},
        Kind.ABOUT: {
            0: "about|around|approximately|approx.|ca.|circa|roughly|exactly|~|sharp|ish|- ish|"
            "on the dot|on the nose"
        },
        Kind.ON: {0: "on|the|of|in|for|this|by"},
        Kind.DAY_OF_MONTH: {0: "the|on the|day|on day"},
        Kind.OF: {0: "of|in"},
        Kind.SAME_TIME: {
            0: "this time|same time|the same time|at this time|at the same time|at this hour|"
            "at the same hour"
        },
        Kind.NOW: {
            0: "now|right now|asap|a.s.a.p.|as soon as possible|immediately|right away|"
            "straight away|straightaway|at once|right this second|instantly|just now"
        },
        Kind.VAGUE: {
            0: "soon|later|later on|sometime|some time|anytime|any time|whenever|"
            "shortly|in a bit|in a while|in due course|the weekend|this weekend|next weekend|"
            "weekend|one day|some day|someday|eow|eom|"
            "at the weekend|on the weekend|end of week|end of the week|end of the month|"
            "in a moment"
            "|the week of|week of|week commencing|w/c|the week beginning|labor day|memorial day|"
            "bank holiday|nye"
        },
        Kind.REPEATS: {
            0: "every|each|every other|daily|weekly|monthly|hourly|yearly|annually|everyday|"
            "weekdays|once a|twice a|biweekly"
        },
        Kind.PAST: {-1: "yesterday|last night|yday", -2: "the day before yesterday"},
        Kind.RANGE_FROM: {0: "from|between|starting|during|somewhere between"},
        Kind.RANGE_TO: {0: "to|till|til|until|through|thru|-|up to|~"},
        Kind.RANGE_AND: {0: "and|or|&"},
        Kind.OPEN_AFTER: {
            0: "at the latest|latest|at the earliest|earliest|onwards|onward|or later|or earlier|"
            "or after|or before|and after|at the soonest|or sooner|plus|or any time after|"
            "or anytime after|or anytime before|or thereafter|or thereabouts|and a bit"
        },
        Kind.OPEN_RANGE: {
            1: "after|from|since|starting|starting from|any time after|anytime after|not before|"
            "no earlier than|later than|past|as of|earliest",
            -1: "earlier than|sooner than|before|until|till|til|by|not after|no later than|"
            "at the latest|latest|"
            "except|not|not at|not on|due|due on|due by|up to",
        },
        Kind.POLITE: {
            0: "please|pls|how|what|say|to|back|plz|thanks|thank you|thx|call|ring|phone|"
            "call him|call her|call them|"
            "call me|call back|him|her|them|me|it|and|just|let's|lets|let|s|do|make|set|it is|"
            "schedule|book|plan|try|again|if possible|would be great|is fine|works|sharp|"
            "exactly|precisely|hi|hey|hello|ok|okay|sure|yes|remind me|message me|meet|"
            "the call|a call|callback|so|then|date|time|when|how about|what about|can you|"
            "could you"
        },
        Kind.GREETING: {0: "good morning|good evening|good afternoon|good night"},
        Kind.MAYBE: {
            0: "tbc|tbd|to be confirmed|unconfirmed|tentative|tentatively|provisional|maybe|"
            "perhaps|possibly|probably|or so|preferably|ideally"
        },
        Kind.ZONE_TIME: {
            0: "time|local time",
            1: "standard time|winter time",
            2: "daylight time|daylight|summer time|daylight saving time|daylight savings time",
        },
        Kind.ZONE_UNKNOWN: {
            0: "local time|local|their time|his time|her time|your time|their local time|"
            "his local time|her local time|their timezone|recipient's time",
            1: "there|over there|your end|his end|her end|their end",
            3: their_places.ENGLISH,
        },
        Kind.FESTIVE: {
            214: "valentine's day|valentines day",
            317: "st. patrick's day|saint patrick's day|st patrick's day",
            704: "independence day|the fourth of july",
            1031: "halloween",
            1111: "veterans day",
            1226: "boxing day",
            1225: "christmas|christmas day|xmas",
            1224: "christmas eve|xmas eve",
            1231: "new year's eve|new years eve",
            101: "new year's day|new years day|new year|new year's|new years",
        },
        Kind.FEAST: {
            -7: "palm sunday",
            -2: "good friday",
            0: "easter|easter sunday",
            1: "easter monday",
            Feast.THANKSGIVING: "thanksgiving|thanksgiving day",
            Feast.BLACK_FRIDAY: "black friday",
            Feast.CYBER_MONDAY: "cyber monday",
        },
    }
)
