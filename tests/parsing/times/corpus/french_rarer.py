"""What French readers mean by rarer words, said at ten on Monday, 23 November 2026."""

from tests.parsing.times.corpus.table import Table

TABLE = Table(
    locale="fr-FR",
    tz="Europe/Paris",
    meant={
        "days": {
            "demain à la même heure": "11-24 10:00 time_unclear",
            "la veille de noël à 18h": "12-24 18:00",
            "lundi de pâques à 10h": "03-29 10:00",
            "le vendredi saint à 10h": "03-26 10:00",
            "fête nationale à 15h": "07-14 15:00 time_day_unclear",
        },
        "clocks": {
            "demain14h": "11-24 14:00",
            "14h30demain": "11-24 14:30",
            "une heure de l'après-midi": "11-23 13:00",
            "à une heure de l'après-midi demain": "11-24 13:00",
        },
        "offsets": {
            "dans deux heures trente": "11-23 12:30",
            "d'ici une heure": "11-23 11:00",
        },
    },
)
