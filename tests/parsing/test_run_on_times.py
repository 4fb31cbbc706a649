"""What stands first behind the contact may be the time, though it runs on into the context."""

import pytest

from tests.parsing.lines import (
    BERLIN,
    BERLIN_DE,
    EMAIL,
    MADRID,
    PARIS,
    PHONE,
    SAN_FRANCISCO,
    WHEN,
    Desk,
)

_DESKS = {"en": SAN_FRANCISCO, "gb": BERLIN, "de": BERLIN_DE, "fr": PARIS, "es": MADRID}

RUN_ON = {
    "en": [
        *("1345 pricing", "11.45 renewal", "till 6 pricing", "no later than 11 renewal"),
        *("in 20 follow up", "in forty pricing", "next half hour demo", "tues pricing"),
        *("Nov. 30 pricing", "jan-12 kickoff", "27th kickoff", "late morning onboarding"),
        *("in due course demo", "EOB pricing", "every Tuesday demo", "quarter past demo"),
        *(
            "week 51 demo",
            "later back office demo",
            "thurs final interview",
            "mondays demo",
            "later, demo",
            "mid-December demo",
            "this winter demo",
        ),
    ],
    "de": [
        *("1345 Angebot", "11.45 Vertrag", "bis 18 Angebot", "in vierzig Rückruf", "Do Angebot"),
        *("So Angebot", "in Kürze Demo", "frühmorgens Demo", "jeden Morgen Demo", "KW 51 Angebot"),
        *("Ende der Woche Demo", "im neuen Jahr Vertrag", "in den nächsten Tagen Demo"),
        *("nach Feierabend Demo", "zum Monatsende Demo", "viertel nach Demo"),
    ],
    "fr": [
        *("1345 devis", "8 heures relance", "jusqu'à 18 devis", "dans quarante relance"),
        *("jeu contrat", "sous peu démo", "en fin de matinée devis", "chaque mardi démo"),
        *("semaine 51 devis", "mi-décembre démo", "à la rentrée démo", "entre 14 et 15 démo"),
        *("tantôt démo", "dans l'heure démo", "cet hiver démo"),
    ],
    "es": [
        *("1345 presupuesto", "8 horas seguimiento", "desde las 9 oferta", "en cuarenta oferta"),
        *("mié contrato", "dentro de poco demo", "a media mañana oferta", "cada martes demo"),
        *("semana 51 oferta", "a mediados de diciembre demo", "en los próximos días demo"),
        *("después demo", "por las tardes demo", "este invierno demo"),
    ],
}

ORDINARY = {
    "en": [
        *(
            "2027 budget",
            "2025 invoice",
            "1500 employees",
            "2000 seats",
            "in 5 rooms",
            "for 20 users",
        ),
        *("second opinion", "2nd interview", "3rd attempt", "May Ltd, new customer", "sun cream"),
        *(
            "later stage startup",
            "evening class enquiry",
            "early payment discount",
            "so far so good",
        ),
        *("soon-to-expire contract", "last week's demo", "every user counts", "12.50 per hour"),
        *("monthly newsletter", "weekend pricing", "next steps", "in the market for a CRM"),
    ],
    "de": [
        *(
            "1500 Mitarbeiter",
            "bis zu 30 Lizenzen",
            "zweites Angebot",
            "So viele Fragen",
            "frei Haus",
        ),
        *("gleich drei Lizenzen", "dann Angebot senden", "alle Fragen klären", "jede Filiale"),
        *("im Auftrag der Firma", "nächste Schritte klären", "2025er Rechnung"),
    ],
    "fr": [
        *("1500 employés", "mon contrat", "tous les produits", "cours du soir", "fin de contrat"),
        *("nuit d'hôtel", "mars promotion", "3 utilisateurs", "prochaine étape", "cette facture"),
        *("jusqu'à 30 postes", "avant Noël il faut livrer", "deux questions"),
    ],
    "es": [
        *(
            "1500 empleados",
            "mi contrato",
            "todos los productos",
            "fin de contrato",
            "esta factura",
        ),
        *(
            "en nombre de Ana",
            "hasta 50 usuarios",
            "pronto pago",
            "media jornada",
            "ya es cliente",
        ),
        *("próximos pasos", "antes de Navidad lo necesita", "dos preguntas"),
    ],
}

ALONE = {
    "en": ["between 0730-0930"],
    "gb": [
        *(
            "rest of the week",
            "next few days",
            "the next two weeks",
            "during March",
            "by christmas",
        ),
        *("end of tomorrow", "in 1/2h", "no later than 4", "ten-oh-five", "every other day"),
        *(
            "sixteenth of next month",
            "first half of december",
            "most mornings",
            "within the hour",
            "daily",
        ),
    ],
    "de": [
        *("restliche Woche", "nächste drei Wochen", "diesen Herbst", "bis Weihnachten"),
        *("14./15.12.", "9 bis 11", "alle drei Wochen", "täglich", "im Laufe des Tages"),
    ],
    "fr": [
        *(
            "le reste de la semaine",
            "sous quinzaine",
            "au cours de la journée",
            "les jours à venir",
            "d'ici Noël",
            "le trente",
        ),
        *("passé 3 heures", "entre le 13 et le dix-huit", "tous les 2 jours", "ce 12/05"),
    ],
    "es": [
        *("los próximos días", "la semana que entra", "el día veinte", "cada 2 días"),
        *("hora de comer", "al finalizar el día", "en día y medio", "1.º de enero"),
    ],
}


def _rows(table: dict[str, list[str]]) -> list[tuple[Desk, str]]:
    return [(_DESKS[language], words) for language, rows in table.items() for words in rows]


def _named(value: object) -> str:
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(("desk", "words"), _rows(RUN_ON), ids=_named)
def test_asks_about_what_may_be_the_time_before_the_context(desk: Desk, words: str) -> None:
    call = desk.read(f"Mara Winter +49 30 23125777 mara.winter@example.org {words}")

    assert WHEN in call.to_ask


@pytest.mark.parametrize(("desk", "words"), _rows(ORDINARY), ids=_named)
def test_calls_now_where_such_words_only_begin_a_context(desk: Desk, words: str) -> None:
    call = desk.read(f"Mara Winter +49 30 23125777 mara.winter@example.org {words}")

    assert call.to_ask == frozenset()
    assert call.scheduled_time is None


@pytest.mark.parametrize(("desk", "words"), _rows(ALONE), ids=_named)
def test_asks_about_words_of_which_a_time_is_made(desk: Desk, words: str) -> None:
    call = desk.read(f"Mara Winter +49 30 23125777 mara.winter@example.org {words}")

    assert WHEN in call.to_ask


@pytest.mark.parametrize("words", ["rest of the week", "by christmas", "next few days", "daily"])
def test_asks_about_them_in_a_note_too(words: str) -> None:
    call = BERLIN.read(f"Mara Winter +49 30 23125777 mara.winter@example.org note: {words}, demo")

    assert WHEN in call.to_ask
    assert call.additional_data == f"{words}, demo"


def test_asks_about_a_clock_that_may_end_the_number() -> None:
    call = BERLIN_DE.read("Mara Winter mara.winter@example.org +493023125777 1730 Demo")

    assert {PHONE, WHEN} <= call.to_ask


def test_leaves_such_words_to_the_context_where_they_stand_later_in_it() -> None:
    call = BERLIN.read(
        "Mara Winter +49 30 23125777 mara.winter@example.org new plan for evening demos"
    )

    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    ("desk", "words", "at"),
    [
        (BERLIN, "tomorrow@4pm demo", "24.11.2026 16:00"),
        (BERLIN, "Fri@9:30 demo", "27.11.2026 09:30"),
        (BERLIN_DE, "25.11.@14:00 Demo", "25.11.2026 14:00"),
        (PARIS, "jeudi@10h démo", "26.11.2026 10:00"),
        (MADRID, "mañana@14h demo", "24.11.2026 14:00"),
    ],
)
def test_takes_a_day_at_its_clock_for_no_address(desk: Desk, words: str, at: str) -> None:
    call = desk.read(f"Mara Winter +49 30 23125777 mara.winter@example.org {words}")

    assert desk.clock(call) == at
    assert call.email == "mara.winter@example.org"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    ("desk", "words", "at"),
    [
        (BERLIN, "tmw. 4pm demo", "24.11.2026 16:00"),
        (MADRID, "esta noche a las 8 demo", "23.11.2026 20:00"),
        (MADRID, "mañana a las 10 demo", "24.11.2026 10:00"),
        (MADRID, "1.º de diciembre a las 15:00 demo", "01.12.2026 15:00"),
    ],
)
def test_reads_what_is_clear_though_other_words_follow(desk: Desk, words: str, at: str) -> None:
    call = desk.read(f"Mara Winter +49 30 23125777 mara.winter@example.org {words}")

    assert desk.clock(call) == at
    assert call.additional_data == "demo"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    ("desk", "words", "at"),
    [
        (BERLIN_DE, "um 14 Uhr 30 Angebote", "23.11.2026 14:30"),
        (BERLIN_DE, "17 Uhr 2. Versuch", "23.11.2026 17:00"),
        (PARIS, "demain 14 heures 30 démo", "24.11.2026 14:30"),
        (MADRID, "mañana a las 10 oficinas", "24.11.2026 10:00"),
        (MADRID, "mañana desde las 15 demo", "24.11.2026 15:00"),
    ],
)
def test_proposes_what_the_next_number_or_word_may_belong_to(
    desk: Desk, words: str, at: str
) -> None:
    call = desk.read(f"Mara Winter +49 30 23125777 mara.winter@example.org {words}")

    assert desk.clock(call) == at
    assert WHEN in call.to_ask


def test_asks_about_an_address_that_is_no_day_and_clock() -> None:
    call = BERLIN.read("Mara Winter +49 30 23125777 mara.winter@example.org bob@2pm")

    assert EMAIL in call.to_ask
