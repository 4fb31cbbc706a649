"""What Spanish readers mean by rarer words, said at ten on Monday, 23 November 2026."""

from tests.parsing.times.corpus.table import Table

TABLE = Table(
    locale="es-ES",
    tz="Europe/Madrid",
    meant={
        "days": {
            "mañana a la misma hora": "11-24 10:00 time_unclear",
            "viernes santo a las 10:00": "03-26 10:00",
            "domingo de pascua a las 10:00": "03-28 10:00",
            "de hoy en ocho a las 10:00": "11-30 10:00",
            "día de reyes a las 10:00": "01-06 10:00",
        },
        "clocks": {
            "mañana14:00": "11-24 14:00",
        },
        "offsets": {
            "en cien minutos": "11-23 11:40",
        },
    },
)
