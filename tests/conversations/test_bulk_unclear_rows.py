"""Rows of a list that a line would ask about: what they dial, and what they say against it."""

from pathlib import Path

import pytest

from bot.ledger.bulk_tables import bulk_rows
from bot.ledger.door import reading
from tests.conversations.stage import Stage, on_stage
from tests.conversations.test_bulk import card_says, ended, form, previewed, says

HEAD = "Name;Telefon;E-Mail"
NORA = "Nora Stein;+49 30 23125001;nora@stein.de"
BO = "Bo Ode;+49 30 23125002;bo@example.com"


async def called(stage: Stage, rows: str) -> list[str]:
    """Say yes to all that can be called unasked, and give the numbers that Zeeg got."""
    await previewed(stage, rows)
    await stage.jane.submit()
    await card_says(stage, "Done")
    return [post["phoneNumber"] for post in stage.posts]


@pytest.mark.parametrize("nothing", ["0", "-"])
async def test_what_a_spreadsheet_writes_for_no_number_is_not_dialled(
    stage: Stage, nothing: str
) -> None:
    rows = f"Name;Telefon;Mobil;E-Mail\nNora Stein;+49 30 23125001;{nothing};nora@stein.de\n"

    assert await called(stage, rows) == ["+493023125001"]


async def test_of_two_numbers_in_a_row_none_is_dialled(stage: Stage) -> None:
    rows = (
        "Name;Telefon;Mobil;E-Mail;Nummer\n"
        "Nora Stein;+49 30 2312500;9;nora@stein.de;17\n"
        "Al Poe;+49 30 23125003;+49 (0)30 / 23125003;al@example.com;18\n"
        "Cy Lee;+49 30 23125004 / 1;;cy@example.com;19\n"
    )

    view = await previewed(stage, rows)

    said = str(view.blocks)
    assert "I leave these columns out: Nummer." in said
    assert "2. Nora Stein: There is more than one here" in said
    assert "4. Cy Lee: “+49 30 23125004 / 1”: I can't tell where the number starts or ends" in said
    await stage.jane.submit()
    await card_says(stage, "Done")
    assert [post["phoneNumber"] for post in stage.posts] == ["+493023125003"]


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("Notiz", "nicht anrufen!", "nicht anrufen"),
        ("Status", "DNC", "DNC"),
        ("Statut", "ne plus appeler", "ne plus appeler"),
        ("Consent", "No", "Consent: No"),
        ("Einwilligung Anruf", "", "Einwilligung Anruf: –"),
        ("DoNotCall", "TRUE", "DoNotCall: TRUE"),
        ("Lista Robinson", "Sí", "Lista Robinson: Sí"),
    ],
)
async def test_a_row_that_says_that_nobody_is_to_be_called_needs_a_yes(
    stage: Stage, column: str, cell: str, words: str
) -> None:
    view = await previewed(stage, f"{HEAD};{column}\n{NORA};{cell}\n{BO};{OTHERWISE[column]}\n")
    assert f"“{words}” sounds as if nobody should be called" in str(view.blocks)
    assert "*One row can be called.* One is unusual" in str(view.blocks)

    await stage.jane.submit()

    await card_says(stage, "Done")
    assert [post["phoneNumber"] for post in stage.posts] == ["+493023125002"]


OTHERWISE = {
    "Notiz": "Demo",
    "Status": "New",
    "Statut": "nouveau",
    "Consent": "2025-03-01",
    "Einwilligung Anruf": "ja",
    "DoNotCall": "FALSE",
    "Lista Robinson": "no",
}
"""What each column says of somebody who may be called."""


@pytest.mark.parametrize("name", ["Nora Stein - DO NOT CALL", "Nora Stein (verstorben)"])
async def test_a_name_that_says_so_needs_a_yes(stage: Stage, name: str) -> None:
    view = await previewed(stage, f"{HEAD}\n{name};+49 30 23125001;nora@stein.de\n{BO}\n")

    assert "sounds as if nobody should be called" in str(view.blocks)
    await stage.jane.submit()
    await card_says(stage, "Done")
    assert [post["fullName"] for post in stage.posts] == ["Bo Ode"]


async def test_whoever_is_not_to_be_called_is_so_in_every_row(stage: Stage) -> None:
    """Also where the row that says so is left out, for its number stands in an earlier one."""
    rows = f"{HEAD};Status\n{NORA};New\n{BO};New\nNora;0049 30 23125001;n@stein.de;do not call\n"

    assert await called(stage, rows) == ["+493023125002"]


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("Notiz", "erst ab 18 Uhr anrufen", "erst ab 18 Uhr"),
        ("Note", "call tomorrow at 3pm", "tomorrow at 3pm"),
        ("Remarque", "rappeler demain à 15h", "demain à 15h"),
        ("Observaciones", "llamar mañana a las 15h", "mañana a las 15h"),
        ("Status", "Rückruf morgen 15 Uhr", "morgen 15 Uhr"),
        ("Rückruf am", "01.12.2026", "01.12.2026"),
        ("Time (EST)", "15:00", "15:00"),
    ],
)
async def test_a_row_that_says_when_beside_its_time_needs_a_yes(
    stage: Stage, column: str, cell: str, words: str
) -> None:
    await stage.met()
    view = await previewed(stage, f"{HEAD};{column}\n{NORA};{cell}\n{BO};\n")
    assert f"{words}” may say when to call" in str(view.blocks)

    await stage.jane.submit()

    await card_says(stage, "Done")
    assert [post["phoneNumber"] for post in stage.posts] == ["+493023125002"]


async def test_a_time_that_is_the_rows_own_is_what_counts(stage: Stage) -> None:
    await stage.met()
    rows = (
        f"{HEAD};When;Note;Time zone;Contract end\n"
        f"{NORA};tomorrow 15:00;call at 3pm;;2026-12-31\n"
        f"{BO};tomorrow 15:00;;America/New_York;2026-12-31\n"
    )

    said = str((await previewed(stage, rows)).blocks)

    assert "*One row can be called.* One is unusual" in said
    assert "3. Bo Ode" in said
    assert "“Time zone: America" in said
    assert "may say when to call" in said


async def test_a_number_or_an_address_of_somebody_else_needs_a_yes(tmp_path: Path) -> None:
    rows = (
        f"{HEAD};Comment;Country\n"
        "Nora Stein;+49 30 23125001;bo@example.com;;\n"
        "Bo Ode;+49 30 23125002;bo.ode@example.com;number of his son;\n"
        "Al Poe;030 23125003;al@example.com;;Austria\n"
        "Cy Lee;030 23125004;cy@example.com;;Germany\n"
    )

    async with on_stage(tmp_path / "calls.db", DEFAULT_REGION="DE") as stage:
        said = str((await previewed(stage, rows)).blocks)

        assert "“bo@example.com” may mean that the number or the address is another" in said
        assert "“number of his son” may mean that the number or the address is another" in said
        assert "“Country: Austria” may be another country than the number" in said
        await stage.jane.submit()
        await card_says(stage, "Done")
        assert [post["phoneNumber"] for post in stage.posts] == ["+493023125004"]


async def test_a_line_between_rows_counts_for_those_under_it(stage: Stage) -> None:
    view = await previewed(stage, f"{HEAD}\n{NORA}\n\nNicht anrufen:\n{BO}\n")

    assert "5. Bo Ode" in str(view.blocks)
    assert "“Nicht anrufen” sounds as if nobody should be called" in str(view.blocks)
    await stage.jane.submit()
    await card_says(stage, "Done")
    assert [post["phoneNumber"] for post in stage.posts] == ["+493023125001"]


async def test_a_row_with_a_yes_is_called_and_its_words_are_let_go_of(stage: Stage) -> None:
    await previewed(stage, f"{HEAD};Notiz\n{NORA};nicht anrufen, verstorben\n")

    await stage.jane.submit({"unusual": ["yes"]})

    await ended(stage)
    assert [post["phoneNumber"] for post in stage.posts] == ["+493023125001"]
    with reading(stage.house.ledger._door.engine) as connection:
        (row,) = connection.execute(bulk_rows.select()).mappings().all()
    assert (row["fields"], row["doubts"]) == ({}, [])


async def test_a_row_without_a_yes_keeps_none_of_its_words(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db") as stage:
        await previewed(stage, f"{HEAD};Notiz\n{NORA};nicht anrufen\n{BO};Demo\n")

        await stage.jane.submit()

        await ended(stage)
        with reading(stage.house.ledger._door.engine) as connection:
            rows = connection.execute(bulk_rows.select()).mappings().all()
        assert "anrufen" not in str([dict(row) for row in rows])


async def test_a_customer_beside_a_person_is_not_the_name(stage: Stage) -> None:
    rows = (
        "Kunde;Ansprechpartner;Handy-Nr.;E-Mail Adresse\n"
        "Horn Bau;Nora Stein;+49 30 23125001;nora@horn.de\n"
        "Kelp;Ann Lee;+49 30 23125002;office@kelp.example\n"
    )

    view = await previewed(stage, rows)

    assert "3. Kelp Ann Lee: I found several: Kelp or Ann Lee. Which one is it?" in str(
        view.blocks
    )
    await stage.jane.submit()
    await card_says(stage, "Done")
    assert [post["fullName"] for post in stage.posts] == ["Nora Stein"]


async def test_parts_of_a_name_without_a_header_are_not_guessed(stage: Stage) -> None:
    await form(stage)

    await stage.jane.submit({"rows": "Nora;Stein;+49 30 23125001;nora@stein.de"})

    await stage.until(lambda: says(stage, "Without a header I can't tell"))


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
async def test_a_file_whose_letters_may_be_others_is_not_called(
    stage: Stage, encoding: str
) -> None:
    await form(stage)
    content = f"{HEAD}\nJürgen Groß;+49 30 23125001;j@gross.de\n".encode(encoding)
    file_id = stage.playground.workspace.add_file("list.csv", content)

    await stage.jane.submit({"file": [{"id": file_id, "name": "list.csv"}]})

    await stage.until(lambda: says(stage, "Save it as CSV UTF-8"))
