"""Lines that say when to call only in words: as agreed, right after something, if Tom agrees."""

import pytest

from tests.parsing.lines import BERLIN, WHEN

WHO = "Mara Winter +49 30 23125777 mara.winter@example.org"

ASKED = {
    "as agreed": [
        *("as arranged by phone", "at our usual slot", "like last week", "per calendar invite"),
        *("wie telefonisch vereinbart", "zum üblichen Zeitpunkt", "laut Kalender"),
        *("comme discuté", "à l'heure dite", "selon l'agenda"),
        *("tal como quedamos", "a la hora pactada", "según el calendario", "Demo, as agreed"),
    ],
    "close to something": [
        *("right after the kickoff", "a bit before the demo", "immediately after the webinar"),
        *("unmittelbar nach der Messe", "kurz vor dem Audit", "sofort nach der Demo"),
        *("juste avant la réunion", "tout de suite après le salon"),
        *("justo tras la reunión", "inmediatamente después de la demo"),
    ],
    "not now": ["not right now", "jetzt gerade nicht", "maintenant non", "ahora mismo no"],
    "under way": ["on her way home", "auf dem Rückweg", "en chemin", "camino del trabajo"],
    "while": ["while he travels", "während er fährt", "pendant qu'elle conduit", "mientras viaja"],
    "hours": [
        *("at close of business", "outside business hours", "when markets open"),
        *("vor Börsenstart", "zu Geschäftszeiten", "nach Ladenschluss"),
        *("à la fermeture", "aux heures d'ouverture", "al cierre del mercado"),
    ],
    "a condition": [
        *("only if he signed", "only once Tom agrees", "in case she does not mail"),
        *("falls sie nicht antwortet", "nur wenn Tom zustimmt", "sofern der Vertrag da ist"),
        *("seulement si elle a signé", "au cas où elle ne vient pas"),
        *("si Pablo acepta", "solo si ha firmado", "en caso de que no venga"),
    ],
    "somebody first": [
        *("check with Tom first", "pending approval", "needs Tom's approval"),
        *("erst Rücksprache mit Tom", "Freigabe abwarten", "vorher mit Tom abstimmen"),
        *("à valider avec Paul", "attendre le feu vert", "voir avec Paul d'abord"),
        *("hablar antes con Pablo", "esperar el visto bueno"),
    ],
    "laid aside": ["keep on hold", "noch parken", "noch warten", "en pause", "en espera"],
}


@pytest.mark.parametrize("words", [each for group in ASKED.values() for each in group])
def test_asks_when_to_call_where_only_words_say_so(words: str) -> None:
    assert BERLIN.read(f"{WHO} {words}").to_ask == {WHEN}


@pytest.mark.parametrize(
    "words",
    [
        *("do14uhr Demo", "mi14:00", "sa9h", "ve15h démo", "mié15h", "ju10:30 demo"),
        *("th3pm", "tu3pm demo", "we10am", ":clock3: demo", ":alarm_clock: demo", "🕒 demo"),
    ],
)
def test_asks_about_a_clock_that_letters_touch_or_a_picture_shows(words: str) -> None:
    assert BERLIN.read(f"{WHO} {words}").to_ask == {WHEN}


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Missed call from", "at 3:15pm"),
        ("Voicemail from", "3:15pm"),
        ("Received call from", "at 15:15"),
        ("Verpasster Anruf:", "15:15"),
        ("Appel en absence:", "15h15"),
        ("Llamada perdida:", "a las 15:15"),
    ],
)
def test_asks_about_the_time_of_a_call_that_came_in(before: str, behind: str) -> None:
    assert WHEN in BERLIN.read(f"{before} {WHO} {behind}").to_ask


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Missed call from", "tomorrow 4pm"),
        ("Missed call from", "call back tomorrow 4pm"),
        ("Verpasster Anruf:", "morgen um 16 Uhr zurückrufen"),
    ],
)
def test_takes_the_time_to_call_back(before: str, behind: str) -> None:
    call = BERLIN.read(f"{before} {WHO} {behind}")

    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert WHEN not in call.to_ask


@pytest.mark.parametrize(
    "words",
    [
        *("pricing as agreed", "as discussed in the webinar, new pricing", "calendar sync"),
        *("if she asks, 10% off", "in case of questions see the file", "if possible in German"),
        *("needs confirmation of the order", "needs an approval workflow demo"),
        *("check pricing with her first", "question about the approval workflow"),
        *("on-the-way delivery", "opening hours of the shop", "has parked domains"),
        *("Angebot wie besprochen", "Frage zur Freigabe", "Öffnungszeiten in Google ändern"),
        *("devis comme convenu", "demander si Paul est d'accord", "contrat en pause"),
        *("oferta según lo acordado", "preguntar si firmó", "contrato pendiente"),
    ],
)
def test_calls_now_where_such_words_are_what_it_is_about(words: str) -> None:
    call = BERLIN.read(f"{WHO} {words}")

    assert call.scheduled_time is None
    assert call.to_ask == frozenset()
