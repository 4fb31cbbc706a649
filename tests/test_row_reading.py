"""Times that stand in a row of a list beside its fields, and those that are of something else."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calls.draft import FormField
from bot.calls.profile import Profile
from bot.parsing import phone_from_e164
from bot.parsing.tables import TableRow
from bot.use_cases.reader import Reader
from bot.use_cases.row_reading import time_beside

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))
JANE = Profile(
    team_id="T1",
    user_id="U1",
    zone="Europe/Berlin",
    locale="en-GB",
    read_at=NOW - timedelta(minutes=1),
)
READER = Reader(now=NOW, profile=JANE, region="DE", agents=())


def asked(
    *others: tuple[str, str],
    note: str = "",
    name: str = "Nora Stein",
    when: str = "",
    all_at: str = "",
) -> str:
    said = {
        FormField.FULL_NAME: name,
        FormField.ADDITIONAL_DATA: note,
        FormField.WHEN_WORDS: when,
    }
    row = TableRow(
        number=2, fields={key: text for key, text in said.items() if text}, others=others
    )
    phone = phone_from_e164("+493023125001")
    assert phone is not None
    settings = {FormField.WHEN_WORDS: all_at} if all_at else {}
    doubt = time_beside(row, phone, settings, READER)
    return "" if doubt is None else doubt.read


@pytest.mark.parametrize(
    "note",
    [
        "erst ab 18 Uhr anrufen", "call tomorrow at 3pm", "rappeler demain à 15h",
        "llamar mañana a las 15h", "not before 6pm", "only in the evening",
        "joignable après 18h", "disponible por la tarde", "im Urlaub bis 30.11.",
    ],
)  # fmt: skip
def test_a_note_says_when(note: str) -> None:
    assert asked(note=note)
    assert asked(note=note, all_at="tomorrow 15:00")
    assert asked(("Kommentar 2", note))
    assert not asked(note=note, when="tomorrow 15:00")


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Best time to call", "evenings"), ("Rückruf am", "01.12.2026"),
        ("Next call", "1 Dec 3pm"),
        ("Call date", "2026-12-01"), ("Time (EST)", "15:00"), ("Datum (UTC)", "2026-12-01 15:00"),
        ("Availability", "Mon-Fri 9-12"), ("Telefonzeit", "14-16 Uhr"), ("Créneau", "demain 15h"),
        ("Wiedervorlage", "01.12.2026"), ("Horario", "por la tarde"), ("Follow-up", "tomorrow"),
        ("Status", "Rückruf morgen 15 Uhr"), ("Message", "could we talk on Friday?"),
    ],
)  # fmt: skip
def test_a_column_that_is_left_out_says_when(header: str, cell: str) -> None:
    assert asked((header, cell))


def test_a_name_says_when() -> None:
    assert asked(name="Nora Stein (after 18h)") == "after 18h"
    assert asked(name="Nora Stein, 12 Uhr") == "12 Uhr"


@pytest.mark.parametrize(
    "others",
    [
        [("Renewal date", "2026-12-01"), ("Contract end", "31.12.2026"), ("Born", "12.03.1980")],
        [("Created at", "2026-11-23 09:58:00"), ("Last call", "20.11.2026")],
        [("Called", "19.11.2026"), ("Deadline", "27 November 2026"), ("Renewal", "1 Dec 2026")],
        [("City", "Berlin"), ("Company", "Horn Bau"), ("Plan", "3 months"), ("Score", "87")],
        [("Contact owner", "Ann Lee"), ("Followers", "1200"), ("Free seats", "12")],
        [("Address", "Friedrichstr. 12, 10117 Berlin"), ("Next step", "send offer")],
        [("Vertragsende", "31.12.2026"), ("Kunde seit", "01.02.2019")],
        [("Tarif", "Komfort 24 Monate"), ("Company", "Friday Media Group")],
    ],
)  # fmt: skip
def test_times_of_something_else_are_none(others: list[tuple[str, str]]) -> None:
    assert asked(*others, note="demo") == ""


@pytest.mark.parametrize("header", ["Time zone", "Timezone", "Zeitzone", "Fuseau horaire"])
def test_another_zone_is_asked_about_beside_a_time(header: str) -> None:
    zone = (header, "America/New_York")

    assert asked(zone, when="2026-12-01 15:00") == f"{header}: America/New_York"
    assert asked(zone, all_at="tomorrow 15:00")
    assert asked((header, "Europe/Berlin"), when="2026-12-01 15:00") == ""
    assert asked(zone) == ""


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Demo Date", "01.12.2026"), ("Anruftag", "1. Dezember"), ("Wochentag", "Donnerstag"),
        ("Monat", "April"), ("KW", "49"), ("Datum", ""), ("Fällig", "2026-12-01"),
    ],
)  # fmt: skip
def test_an_hour_whose_day_stands_elsewhere_or_lacks_is_asked_about(
    header: str, cell: str
) -> None:
    assert asked((header, cell), when="15:00")
    assert not asked((header, cell), when="tomorrow 15:00")


@pytest.mark.parametrize(
    ("header", "cell"), [("Created", "2026-11-20"), ("Geburtstag", "03.05.1980"), ("City", "Bonn")]
)
def test_an_hour_beside_a_day_that_has_passed_is_of_today(header: str, cell: str) -> None:
    assert not asked((header, cell), when="15:00")


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Reminder", "01.12.2026 15:00"), ("Meeting", "2026-12-01"), ("WV", "01.12.2026"),
        ("Relance le", "01/12/2026"), ("Recordatorio", "mañana"), ("Embargo", "01.12.2026"),
        ("Urlaub bis", "3.12."), ("From", "15:00"), ("Nächster Schritt", "Montag"),
    ],
)  # fmt: skip
def test_what_is_to_come_in_a_column_of_its_own_is_asked_about(header: str, cell: str) -> None:
    assert asked((header, cell))
    assert not asked((header, cell), when="tomorrow 15:00")


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Created", "2026-11-23"), ("Last modified", "23.11.2026 09:12"), ("Lead score", "12"),
        ("Employees", "1-10"), ("Rating", "3/5"), ("Rating", "4.5"), ("Country", "FR"),
        ("Term", "24 Monate"), ("Close date", "2026-12-31"), ("Vertragsende", "31.12.2026"),
        ("Birthday", "03.12."), ("Échéance", "01/12/2026"), ("Owner", "Jan"), ("Priority", "High"),
    ],
)  # fmt: skip
def test_what_sales_tools_keep_in_columns_is_no_time_to_wait_for(header: str, cell: str) -> None:
    assert not asked((header, cell))


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Zone", "Eastern"), ("Zone", "America/New_York"), ("Where", "America/New_York"),
        ("GMT offset", "-5"), ("UTC offset", "-08:00"), ("UTC offset", "UTC-05:00"),
        ("Offset", "-0500"), ("Fuseau horaire", "Asia/Tokyo"), ("Zona horaria", "GMT-3"),
    ],
)  # fmt: skip
def test_a_zone_in_a_column_that_is_not_the_own_is_asked_about(header: str, cell: str) -> None:
    assert asked((header, cell), when="tomorrow 15:00")
    assert not asked((header, cell))


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Zone", "Europe/Berlin"), ("GMT offset", "+1"), ("GMT offset", "1"), ("Area", "West")],
)
def test_the_own_zone_in_a_column_is_none_to_ask_about(header: str, cell: str) -> None:
    assert not asked((header, cell), when="tomorrow 15:00")


@pytest.mark.parametrize(
    "line",
    [
        "Anrufe ab Montag",
        "Rückrufe Dienstag",
        "Dienstag",
        "--- morgen ---",
        "nach 18 Uhr",
        "KW 49",
    ],
)
def test_a_line_between_rows_says_when(line: str) -> None:
    assert asked(("…", line))
    assert not asked(("…", line), when="tomorrow 15:00")


@pytest.mark.parametrize(
    "line", ["Team Nord", "Total 15 contacts", "Export vom 20.11.2026", "Page 1 of 2", "Summe 2"]
)
def test_a_line_about_the_list_says_nothing_of_when(line: str) -> None:
    assert not asked(("…", line))
