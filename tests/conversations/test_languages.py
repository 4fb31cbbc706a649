"""People read their own language, and a channel the one that is set for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.calls.preferences import Preferences
from bot.playground.faults import slack_error
from bot.playground.person import Person
from bot.playground.records import User
from tests.conversations.stage import ALEX, TEAM, Stage, on_stage


@pytest.fixture
async def spanish(tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path / "calls.db", DEFAULT_LANGUAGE="es") as stage:
        yield stage


def anna(stage: Stage) -> Person:
    """Let in somebody whose Slack is German."""
    return stage.let_in(User(id="U_ANNA", name="anna", real_name="Anna", locale="de-DE"))


async def typed(person: Person, text: str) -> None:
    ack = await person.type_command("C_SALES", "/zeegcall", text)
    assert ack.failure == ""


async def test_the_first_help_is_in_the_readers_own_language(stage: Stage) -> None:
    reader = anna(stage)

    await typed(reader, "help")

    await stage.whispered("Schreib einen Namen, eine Telefonnummer", to=reader)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("list", "Du hast noch keine Anrufe", id="list"),
        pytest.param("agents", "Ein Agent ruft an", id="agents"),
        pytest.param("blocked", "Die Sperrliste ist leer", id="blocked"),
    ],
)
async def test_so_is_whatever_else_only_tells(stage: Stage, text: str, words: str) -> None:
    reader = anna(stage)

    await typed(reader, text)

    await stage.whispered(words, to=reader)


async def test_somebody_who_is_known_reads_their_language_at_once(stage: Stage) -> None:
    reader = anna(stage)
    await typed(reader, "help")
    await stage.whispered("Schreib einen Namen", to=reader)

    await typed(reader, "agents")
    await stage.whispered("Ein Agent ruft an", to=reader)
    await typed(reader, "")

    form = await stage.until(lambda: reader.modal)
    assert form.content["title"]["text"] == "Jemanden anrufen"
    assert form.content["submit"]["text"] == "Anruf starten"


async def test_what_is_wrong_in_the_form_is_told_in_the_readers_language(stage: Stage) -> None:
    reader = anna(stage)
    await typed(reader, "help")
    await stage.whispered("Schreib einen Namen", to=reader)
    await typed(reader, "")
    await stage.until(lambda: reader.modal)

    await reader.submit({"full_name": "Alex", "phone_number": "112", "email": "alex@example.com"})

    assert reader.modal is not None
    assert "Notruf- und Kurznummern" in str(reader.modal.errors)


async def test_the_card_is_in_the_channels_language_whoever_asked(stage: Stage) -> None:
    stage.house.ledger.prefer({"C_SALES": Preferences(language="fr")}, team_id=TEAM, by="U_BOS")
    reader = anna(stage)
    await typed(reader, "help")
    await stage.whispered("Schreib einen Namen", to=reader)

    await typed(reader, ALEX)

    await stage.told("est en attente : Zeeg l’a dans sa file")
    assert "demande un appel à *Alex Mueller*" in stage.cards()[0].text


async def test_a_card_in_direct_messages_is_in_its_readers_language(stage: Stage) -> None:
    reader = anna(stage)
    await typed(reader, "help")
    await stage.whispered("Schreib einen Namen", to=reader)
    stage.playground.faults.next("chat.postMessage", slack_error("is_archived"))

    await typed(reader, ALEX)

    def first_card() -> str | None:
        posted = stage.playground.traffic.of("chat.postMessage")
        return next((str(each.body) for each in posted if each.body["channel"] == "U_ANNA"), None)

    assert "anrufen lassen" in await stage.until(first_card)


async def test_where_nothing_is_set_cards_and_strangers_languages_are_the_default(
    spanish: Stage,
) -> None:
    polish = spanish.let_in(User(id="U_OLA", name="ola", real_name="Ola", locale="pl-PL"))
    await typed(polish, "help")
    await spanish.whispered("Escribe un nombre", to=polish)

    await spanish.type(ALEX)

    await spanish.told("está pendiente: Zeeg la tiene en la cola")


async def test_a_language_that_is_chosen_is_spoken_at_once(stage: Stage) -> None:
    await stage.type("settings")
    await stage.until(lambda: stage.jane.modal)
    await stage.jane.submit({"mine.language": "de"})

    await stage.type("agents")

    await stage.whispered("Ein Agent ruft an")


async def test_the_channels_language_changes_with_its_setting(stage: Stage) -> None:
    boss = stage.let_in(User(id="U_BOS", name="bos", real_name="Bos", is_admin=True))
    await typed(boss, "settings")
    await stage.until(lambda: boss.modal)
    await boss.submit({"channel.language": "de"})

    await stage.type(ALEX)

    await stage.told("steht aus: Zeeg hat ihn in der Warteschlange")


async def test_home_is_in_the_language_of_whose_it_is(stage: Stage) -> None:
    reader = anna(stage)

    await reader.open_home()

    home = await stage.until(lambda: reader.home)
    assert "Schreib eine Zeile" in str(home.content)


async def test_two_people_at_the_same_time_each_read_their_own(stage: Stage) -> None:
    reader = anna(stage)
    for each, words in ((reader, "Schreib einen"), (stage.jane, "Type a name")):
        await typed(each, "help")
        await stage.whispered(words, to=each)

    await typed(reader, "list")
    await typed(stage.jane, "list")

    await stage.whispered("Du hast noch keine Anrufe", to=reader)
    await stage.whispered("You have no calls yet")


async def test_whoever_is_turned_away_at_first_reads_why_in_their_language(stage: Stage) -> None:
    guest = User(id="U_GAB", name="gabi", real_name="Gabi", locale="de-DE", is_restricted=True)

    await typed(stage.let_in(guest), ALEX)

    await stage.whispered("Niemand wurde angerufen", to=stage.playground.person("U_GAB"))


async def test_a_holiday_is_named_in_the_readers_language(stage: Stage) -> None:
    reader = anna(stage)
    await typed(reader, "help")
    await stage.whispered("Schreib einen Namen", to=reader)

    await typed(reader, f"{ALEX} 25.12.2026 14:00")

    form = await stage.until(lambda: reader.modal)
    assert "Erster Weihnachtstag" in str(form.content)
