"""What British readers mean, said at ten on Monday, 23 November 2026."""

from tests.parsing.times.corpus.table import Table

TABLE = Table(
    locale="en-GB",
    tz="Europe/London",
    meant={
        "days": {
            "Weds 2pm": "11-25 14:00",
        },
        "dates": {
            "Tuesday 1st December at 2.30pm": "12-01 14:30",
            "Tues 1 Dec 2.30pm": "12-01 14:30",
            "1st Dec 14.30": "12-01 14:30",
            "1/12 14:30": "12-01 14:30",
            "01/12/26 14:30": "12-01 14:30",
            "1.12.26 at 2pm": "12-01 14:00",
            "on the 1st at 2pm": "12-01 14:00",
        },
        "zones": {
            "14:30 BST": "11-23 14:30 time_zone_unclear",
            "14:30 GMT": "11-23 14:30",
        },
        "asked": {
            "1 Dec, 1430": "12-01 14:30 time_unclear",
            "half two tomorrow": "11-24 14:30 time_bare_hour",
            "half 2 tomorrow afternoon": "11-24 14:30 time_unclear",
            "friday fortnight 2pm": "12-11 14:00 time_day_unclear",
        },
        "refused": {
            "tomorrow teatime": "time_unclear",
        },
    },
)
