"""What German readers mean by rarer words, said at ten on Monday, 23 November 2026."""

from tests.parsing.times.corpus.table import Table

TABLE = Table(
    locale="de-DE",
    tz="Europe/Berlin",
    meant={
        "days": {
            "übernächsten Freitag 10 Uhr": "12-11 10:00 time_day_unclear",
            "am Monatsletzten um 17 Uhr": "11-30 17:00",
            "am 3. Advent um 15 Uhr": "12-13 15:00",
            "Ostersonntag um 10 Uhr": "03-28 10:00",
            "Pfingstmontag um 10 Uhr": "05-17 10:00",
            "Rosenmontag um 11 Uhr": "02-08 11:00",
            "Tag der Arbeit um 10 Uhr": "05-01 10:00",
            "morgen um dieselbe Zeit": "11-24 10:00 time_unclear",
            "morgen zur gleichen Zeit": "11-24 10:00 time_unclear",
        },
        "clocks": {
            "morgen14uhr": "11-24 14:00",
            "24.11.2026 (14:00 Uhr)": "11-24 14:00",
            "Freitag 27.11 14.30": "11-27 14:30",
        },
        "offsets": {
            "in ner Stunde": "11-23 11:00",
            "in hundert Minuten": "11-23 11:40",
        },
    },
)
