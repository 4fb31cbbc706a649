"""Which of the times in a line is the time of the call."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.calls.doubts import Reason
from bot.parsing import parse
from tests.parsing.lines import BERLIN, BERLIN_DE, PARIS, WHEN, Desk

WHO = "Mara Winter +49 30 23125777 mara.winter@example.org"

NOW = [
    pytest.param("", id="nothing"),
    pytest.param("now", id="now"),
    pytest.param("asap, annual plan", id="asap"),
    pytest.param("wants 24/7 support for 25 seats", id="24/7"),
    pytest.param("Q4 2026 planning, version 2.0", id="quarter"),
    pytest.param("may want to march to the sun", id="words that are months and days"),
    pytest.param("had a second question", id="second"),
    pytest.param("bitte auf dem Handy, mit dem Kunden besprochen", id="a German article"),
    pytest.param("met yesterday", id="the past"),
    pytest.param("is now our customer", id="a sentence with now"),
    pytest.param("server down, fix asap", id="a sentence with asap"),
    pytest.param("follow up on tomorrow's call", id="somebody's tomorrow"),
    pytest.param("Rechnung vom 3. Oktober", id="a day that has passed, German"),
    pytest.param("suite au devis du 12/10/2026", id="a day that has passed, French"),
    pytest.param("suite à l'appel du 3 octobre à 14h", id="a time that has passed, French"),
    pytest.param("tras la llamada del 3 de octubre", id="a day that has passed, Spanish"),
    pytest.param("note: the 3pm slot tomorrow", id="in the note"),
    pytest.param('"the 3pm slot tomorrow"', id="in quotes"),
    pytest.param("see https://example.org/?at=2026-12-01T14:00", id="in an address"),
]


@pytest.mark.parametrize("words", NOW)
def test_calls_now_where_no_time_is_said(words: str) -> None:
    call = BERLIN.read(f"{WHO} {words}")

    assert call.scheduled_time is None
    assert call.to_ask == frozenset()


THE_CALLS = [
    pytest.param("tomorrow 4pm discuss the 3pm meeting", "discuss the 3pm meeting", id="event"),
    pytest.param("tomorrow 4pm demo", "demo", id="demo behind it"),
    pytest.param("follow up on the demo tomorrow 4pm", "follow up on the demo", id="at the end"),
    pytest.param("tomorrow 4pm, 12 seats", "12 seats", id="quantity behind"),
    pytest.param("tomorrow 4pm on the second floor", "on the second floor", id="floor behind"),
    pytest.param("24/11 at 16:00 annual plan", "annual plan", id="date"),
    pytest.param("order 031226, tomorrow 4pm", "order 031226", id="an order number before it"),
    pytest.param("tomorrow 4pm, 10-15 people", "10-15 people", id="from ten to fifteen"),
    pytest.param("tomorrow 4pm, renewal is due 3 May 10am", "renewal is due 3 May 10am", id="due"),
    pytest.param("tomorrow 4pm before the meeting", "before the meeting", id="before, behind it"),
    pytest.param("best time is tomorrow 4pm", "best", id="the best time"),
    pytest.param("wenn möglich morgen um 16 Uhr", "wenn möglich", id="if possible, German"),
    pytest.param("tomorrow 4pm to book a table", "to book a table", id="booking behind it"),
    pytest.param("call her back tomorrow 4pm", "call her back", id="call back"),
    pytest.param("tomorrow 4pm, did it arrive?", "did it arrive?", id="a question behind it"),
    pytest.param("tomorrow 4pm does she like it?", "does she like it?", id="a question to ask"),
]


@pytest.mark.parametrize(("words", "context"), THE_CALLS)
def test_tells_the_time_of_the_call_from_other_words(words: str, context: str) -> None:
    call = BERLIN.read(f"{WHO} {words}")

    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.additional_data == context
    assert call.to_ask == frozenset()


BESIDE_CALLING = [
    pytest.param("call her back tomorrow 4pm", id="call"),
    pytest.param("she wants a quick call back on Tuesday at 4pm", id="wants a call"),
    pytest.param("no-show, retry tomorrow 4pm", id="retry"),
    pytest.param("no answer, try again tomorrow 4pm", id="try again"),
    pytest.param("she's free tomorrow 4pm", id="free"),
    pytest.param("first screening call Tue 4pm", id="the first call"),
    pytest.param("demo tomorrow 4pm", id="a talk"),
    pytest.param("follow up on the proposal tomorrow 4pm", id="follow up"),
    pytest.param("wants a quote for 30 licences tomorrow 4pm", id="what does not happen"),
    pytest.param("login loop / call tomorrow 4pm", id="a stroke"),
    pytest.param("Rückruf erbeten morgen 16 Uhr", id="German"),
    pytest.param("Rückfrage zum Angebot morgen 16 Uhr", id="German, what does not happen"),
    pytest.param("relance devis demain à 16h", id="French, follow up"),
    pytest.param("möchte einen Rückruf morgen 16 Uhr wegen Rechnung", id="German, wanted"),
    pytest.param("Telefontermin Dienstag 16 Uhr", id="German, in one word"),
    pytest.param("rappeler demain à 16h", id="French"),
    pytest.param("rendez-vous téléphonique demain 16h", id="French, with a hyphen"),
    pytest.param("I'll call her tomorrow 4pm", id="who calls"),
    pytest.param("llamar mañana a las 16:00", id="Spanish"),
    pytest.param("interview at 3pm, call her tomorrow 4pm", id="what else happens first"),
    pytest.param("no answer Friday, try again tomorrow 4pm", id="a day that is told of"),
    pytest.param("no contestó el viernes, llamar mañana a las 16:00", id="a day, Spanish"),
]


@pytest.mark.parametrize("words", BESIDE_CALLING)
def test_takes_a_time_that_words_about_calling_lead_to(words: str) -> None:
    call = BERLIN.read(f"{WHO} {words}")

    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    ("desk", "words"),
    [
        pytest.param(BERLIN_DE, "sie ist morgen um 16 Uhr erreichbar", id="German"),
        pytest.param(BERLIN_DE, "er ist erst morgen um 16 Uhr wieder frei", id="German, again"),
        pytest.param(BERLIN_DE, "möchte morgen um 16 Uhr angerufen werden", id="German, wish"),
        pytest.param(BERLIN_DE, "hat morgen um 16 Uhr Zeit", id="German, has time"),
        pytest.param(BERLIN_DE, "morgen um 16 Uhr ist sie erreichbar", id="German, behind"),
        pytest.param(BERLIN_DE, "Kannst du morgen um 16 Uhr bitte anrufen?", id="German, asked"),
        pytest.param(PARIS, "elle est joignable demain 16h", id="French"),
        pytest.param(PARIS, "il est demain à 16h de nouveau disponible", id="French, again"),
    ],
)
def test_takes_a_time_at_which_somebody_can_be_called(desk: Desk, words: str) -> None:
    call = desk.read(f"{WHO} {words}")

    assert desk.clock(call) == "24.11.2026 16:00"
    assert call.to_ask == frozenset()


ASKED = [
    pytest.param("back Tuesday 10am", id="when somebody is back, alone"),
    pytest.param("möchte morgen um 10 Uhr vorbeikommen", id="what is done then, German"),
    pytest.param("sie hat dann morgen 10 Uhr OP", id="what somebody has then, German, further on"),
    pytest.param("hat morgen 10 Uhr OP", id="what somebody has then, German"),
    pytest.param("elle a demain à 10h un rdv", id="what somebody has then, French"),
    pytest.param("tomorrow 3pm she is on leave", id="when somebody is away"),
    pytest.param("morgen 15 Uhr hat er Urlaub", id="when somebody is away, German"),
    pytest.param("mañana 17:00 tiene dentista", id="when somebody is away, Spanish"),
    pytest.param("unless she has replied, tomorrow 3pm", id="on a condition"),
    pytest.param("morgen 15 Uhr nur falls der Notar zusagt", id="on a condition, German"),
    pytest.param("sauf si elle a répondu, demain 15h", id="on a condition, French"),
    pytest.param("tomorrow 11am, actually make that 12", id="corrected"),
    pytest.param("um 14 Uhr ist er beim Arzt", id="where somebody is, German"),
    pytest.param("à 14h elle est chez le médecin", id="where somebody is, French"),
    pytest.param("at 2pm the technician comes", id="what comes behind"),
    pytest.param("tomorrow 2pm, to be confirmed", id="not confirmed"),
    pytest.param("morgen 14 Uhr, noch nicht bestätigt", id="not confirmed, German"),
    pytest.param("demain 14h, à confirmer", id="not confirmed, French"),
    pytest.param("whenever the contract is signed", id="once something has happened"),
    pytest.param("dès que la pièce est arrivée", id="once something has happened, French"),
    pytest.param("il rentre de vacances mercredi", id="when somebody returns, French"),
    pytest.param("back on Wednesday, call her tomorrow 2pm", id="back on another day, first"),
    pytest.param("she will call tomorrow 3pm", id="when somebody calls us"),
    pytest.param("will call us back tomorrow 3pm", id="when somebody calls us back"),
    pytest.param("sie ruft morgen um 10 Uhr an", id="when somebody calls us, German"),
    pytest.param("il rappelle demain à 10h", id="when somebody calls us, French"),
    pytest.param("ella llama mañana a las 10:00", id="when somebody calls us, Spanish"),
    pytest.param("busy right now", id="when not to call"),
    pytest.param("steht jetzt im Stau", id="when not to call, German"),
    pytest.param("est au volant maintenant", id="when not to call, French"),
    pytest.param("está reunida ahora", id="when not to call, Spanish"),
    pytest.param("tomorrow 2pm or Wednesday", id="or another day"),
    pytest.param("tomorrow 2pm, back on Wednesday", id="back on another day"),
    pytest.param("trial lesson Thu 9:00", id="something else"),
    pytest.param("completion on Fri at noon, keys after", id="something else, and more behind"),
    pytest.param("release goes out 18:00", id="a sentence"),
    pytest.param("can't make 4pm, offer her 5pm", id="what to offer"),
    pytest.param("with Tom Beck tomorrow 2pm", id="somebody else"),
    pytest.param("our meeting tomorrow 10am", id="a meeting that there is"),
    pytest.param("Abnahme Donnerstag 10 Uhr", id="something else, German"),
    pytest.param("signature du bail jeudi à 10h", id="something else, French"),
    pytest.param("firma el jueves a las 10:00", id="something else, Spanish"),
    pytest.param("Q1 2pm", id="a stretch of the calendar"),
    pytest.param("Monday 10am ok?", id="a question behind it"),
    pytest.param("el lunes a las 10 ¿le va bien?", id="a question behind it, Spanish"),
    pytest.param("morgen 9 Uhr 30 Angebote", id="minutes, or a quantity"),
    pytest.param("demain midi et deux", id="the hours of lunch, or two minutes past"),
    pytest.param("after the call on 3 October", id="perhaps next year's, after something"),
    pytest.param("tomorrow", id="no clock"),
    pytest.param("22.04. annual plan", id="digits like a date"),
    pytest.param("12-03 2pm", id="digits like a date, hyphenated"),
    pytest.param("14 Uhr, 03-12", id="digits like a date behind a clock"),
    pytest.param("3 12 2pm", id="a day and a month, perhaps"),
    pytest.param("031226 14:00", id="a date in six digits, perhaps"),
    pytest.param("Dec 2pm", id="a month cut short"),
    pytest.param("Anfang Dez 14 Uhr", id="a month cut short, German"),
    pytest.param("late afternoon, annual plan", id="part of the day"),
    pytest.param("at 3", id="morning or afternoon"),
    pytest.param("tomorrow morning", id="vague"),
    pytest.param("tomorrow 2pm or 4pm", id="alternatives"),
    pytest.param("tomorrow 2-4pm", id="range"),
    pytest.param("yesterday 2pm", id="past"),
    pytest.param("tomorrow at 25:00", id="no such hour"),
    pytest.param("when he's back from holiday", id="a clause"),
    pytest.param("sobald die Kinder im Bett sind", id="a German clause"),
    pytest.param("quand il sort du travail", id="a French clause"),
    pytest.param("cuando salga de trabajar", id="a Spanish clause"),
    pytest.param("around teatime", id="a meal"),
    pytest.param("thurs 10ish", id="about an hour"),
    pytest.param("6pm-ish", id="about an hour that is read"),
    pytest.param("entre midi et deux", id="the hours of lunch"),
    pytest.param("tom 3pm", id="a day cut too short"),
    pytest.param("tomorrow 2pm Austin time", id="a place without a zone"),
    pytest.param("interview is Friday 10am", id="when something is"),
    pytest.param("Lieferung kommt morgen um 14 Uhr", id="when something comes"),
    pytest.param("asks whether Monday 10am works", id="whether it suits"),
    pytest.param("fragt, ob Montag 10 Uhr passt", id="whether it suits, German"),
    pytest.param("demande si lundi 10h convient", id="whether it suits, French"),
    pytest.param("pregunta si el lunes a las 10:00 le va bien", id="whether it suits, Spanish"),
    pytest.param("asks whether a call on Monday 10am works", id="whether, further on"),
    pytest.param("demande si c'est possible lundi à 10h", id="whether, further on, French"),
    pytest.param("pregunta si puede ser el lunes a las 10:00", id="whether, further on, Spanish"),
    pytest.param("does Monday 10am work for her", id="a question without its mark"),
    pytest.param("Monday 10am?", id="a question mark"),
    pytest.param("wäre Montag 10 Uhr ok?", id="a question, German"),
    pytest.param("lundi 10h lui convient ?", id="a question, French"),
    pytest.param("¿le va bien el lunes a las 10:00?", id="a question, Spanish"),
    pytest.param("book a table for tomorrow 7pm", id="what is to be booked"),
    pytest.param("Tisch für morgen 19 Uhr reservieren", id="what is to be booked, German"),
    pytest.param("réserver une table demain 20h", id="what is to be booked, French"),
    pytest.param("reservar mesa mañana a las 21:00", id="what is to be booked, Spanish"),
    pytest.param("wants to reschedule Monday 10am", id="what is to be moved"),
    pytest.param("Termin von Montag 10 Uhr auf Dienstag 14 Uhr verschieben", id="moved, German"),
    pytest.param("déplacer le rdv de lundi 10h à mardi 14h", id="moved, French"),
    pytest.param("kann Montag 10 Uhr nicht", id="when somebody cannot"),
    pytest.param("back Monday 10am", id="when somebody is back"),
    pytest.param("the plumber comes tomorrow 2pm", id="when somebody comes"),
    pytest.param("la entrevista es el viernes a las 10:00", id="when it is, in Spanish"),
    pytest.param("livraison demain 14h", id="when it is, in French"),
    pytest.param("Termin Freitag 10 Uhr absagen", id="what is to be cancelled"),
    pytest.param("vor dem Termin am Freitag um 10 Uhr anrufen", id="before something"),
    pytest.param("tomorrwo 2pm", id="misspelt"),
    pytest.param("about the 2pm meeting", id="perhaps the context"),
    pytest.param("his flight lands tomorrow at 3pm", id="somebody else's time"),
    pytest.param("we met on 3 May at 10am", id="perhaps the past"),
    pytest.param("on 3 October at 2pm", id="perhaps next year's"),
    pytest.param("l'appel du 12 décembre à 14h", id="perhaps the call's, French"),
    pytest.param("la llamada del 12 de diciembre a las 14:00", id="perhaps the call's, Spanish"),
    pytest.param("tomorrow 2pm, 3 May 10am", id="two times"),
    pytest.param("every monday at 9", id="repeats"),
    pytest.param("note: annual plan time: tomorrow 2pm", id="labelled, but in the note"),
]


@pytest.mark.parametrize("words", ASKED)
def test_asks_about_times_that_are_not_clear(words: str) -> None:
    assert BERLIN.read(f"{WHO} {words}").to_ask == {WHEN}


def test_does_not_read_am_before_a_german_day_as_morning() -> None:
    call = BERLIN_DE.read(
        "Mara Winter +41 79 123 45 67 am Freitag um 10 Uhr mara.winter@example.ch"
    )

    assert call.phone_number == "+41791234567"
    assert BERLIN_DE.clock(call) == "27.11.2026 10:00"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    ("asked", "when"),
    [
        pytest.param("can you call", "tomorrow 2pm?", id="English"),
        pytest.param("could we call", "tomorrow 2pm?", id="English, of us"),
        pytest.param("Kannst du", "morgen um 14 Uhr anrufen?", id="German"),
        pytest.param("peux-tu appeler", "demain à 14h ?", id="French"),
        pytest.param("¿puedes llamar a", "mañana a las 14:00?", id="Spanish"),
    ],
)
def test_a_call_may_be_asked_for_in_a_question(asked: str, when: str) -> None:
    call = BERLIN.read(f"{asked} {WHO} {when}")

    assert BERLIN.clock(call) == "24.11.2026 14:00"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    "words",
    ["asap", "busy right now", "is now our customer", "asap but not before 12", "in 1 hour"],
)
def test_reads_a_line_between_two_seconds_as_at_the_first(words: str) -> None:
    at = datetime(2026, 11, 23, 10, 44, tzinfo=ZoneInfo("Europe/Berlin"))

    reads = [
        parse(f"{WHO} {words}", now=now, tz="Europe/Berlin", region="DE", locale="en-GB")
        for now in (at, at.replace(microsecond=123_456))
    ]

    assert reads[0] == reads[1]


def test_asks_for_the_zone_also_where_the_hour_has_passed_today() -> None:
    (doubt,) = BERLIN.read(f"{WHO} 8am his time").doubts

    assert doubt.reason is Reason.TIME_THEIRS


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        pytest.param("+1 212 555 0132", "tomorrow 4pm his time", "22:00", id="an area code's"),
        pytest.param("+44 20 7946 0958", "tomorrow 4pm over there", "17:00", id="a country's"),
        pytest.param("+44 20 7946 0958", "morgen 16 Uhr Ortszeit", "17:00", id="German"),
        pytest.param("+33 1 23 12 50 01", "demain 16h chez elle", "16:00", id="the same clock"),
        pytest.param("+44 20 7946 0958", "when: tomorrow 4pm their time", "17:00", id="labelled"),
        pytest.param("+34 612 345 678", "tomorrow 4pm their time", None, id="one of two zones"),
        pytest.param("+1 800 555 0132", "tomorrow 4pm their time", None, id="no zone"),
        pytest.param(
            "+34 912 345 678", "mañana a las 16:00 en canarias", None, id="another place"
        ),
    ],
)
def test_proposes_their_time_by_the_zone_of_the_number_and_else_none(
    number: str, words: str, expected: str | None
) -> None:
    request = BERLIN.read(f"Pat Lee {number} pat.lee@example.com {words}")

    assert "scheduled_time" in request.to_ask
    at = request.scheduled_time
    assert (None if at is None else f"{at:%H:%M}") == expected
