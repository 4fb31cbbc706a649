"""What is a subcommand, and what is a person."""

import pytest

from bot.messages.usage import everything
from bot.messages.words import ENGLISH
from bot.slack.subcommands import Subcommand, Typed, near_miss, read_subcommand


def typed(subcommand: Subcommand, argument: str = "") -> Typed:
    return Typed(subcommand=subcommand, argument=argument)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("help", typed(Subcommand.HELP), id="a word alone"),
        pytest.param("  HELP ", typed(Subcommand.HELP), id="spaces and capitals"),
        pytest.param("block", typed(Subcommand.BLOCK), id="without what it takes"),
        pytest.param("block Anna", typed(Subcommand.BLOCK), id="a name, and no number"),
        pytest.param("forget Anna Berger", typed(Subcommand.FORGET), id="whom to forget"),
        pytest.param("blocked", typed(Subcommand.BLOCKED), id="the list"),
        pytest.param(
            "block +49 30 23125001 asked not to be called",
            typed(Subcommand.BLOCK, "+49 30 23125001 asked not to be called"),
            id="a number and a reason",
        ),
        pytest.param(
            "Unblock (030) 23125001", typed(Subcommand.UNBLOCK, "(030) 23125001"), id="national"
        ),
        pytest.param(
            "block <tel:+493023125001|+49 30 23125001> rude",
            typed(Subcommand.BLOCK, "<tel:+493023125001|+49 30 23125001> rude"),
            id="as Slack links numbers",
        ),
        pytest.param("list", typed(Subcommand.LIST), id="list"),
        pytest.param("List ALL", typed(Subcommand.LIST, "ALL"), id="list all"),
        pytest.param("Liste alle", typed(Subcommand.LIST, "alle"), id="list all, German"),
        pytest.param("exportar", typed(Subcommand.EXPORT), id="Spanish, what is on record"),
        pytest.param("Sammelanruf", typed(Subcommand.BULK), id="German, many at once"),
        pytest.param("again", typed(Subcommand.AGAIN), id="again"),
        pytest.param("again #42", typed(Subcommand.AGAIN, "#42"), id="a call by its number"),
        pytest.param(
            "again #42 tomorrow 3pm", typed(Subcommand.AGAIN, "#42 tomorrow 3pm"), id="and when"
        ),
        pytest.param("again 10 am", typed(Subcommand.AGAIN, "10 am"), id="the newest, and when"),
        pytest.param("retry 42", typed(Subcommand.AGAIN, "42"), id="retry"),
        pytest.param(
            "call #42 um 15 Uhr", typed(Subcommand.AGAIN, "#42 um 15 Uhr"), id="call, and a call"
        ),
        pytest.param("Call again", typed(Subcommand.AGAIN), id="in two words"),
        pytest.param("Anruf #42", typed(Subcommand.AGAIN, "#42"), id="German, and a call"),
        pytest.param("#42", typed(Subcommand.AGAIN, "#42"), id="a call alone"),
        pytest.param("cancel 42", typed(Subcommand.CANCEL, "42"), id="a call by the bare number"),
        pytest.param("?", typed(Subcommand.HELP), id="a question mark"),
        pytest.param("Hilfe", typed(Subcommand.HELP), id="German"),
        pytest.param("RÉGLAGES", typed(Subcommand.SETTINGS), id="French"),
        pytest.param("cancelar #42", typed(Subcommand.CANCEL, "#42"), id="Spanish, with a call"),
        pytest.param("stop 42", typed(Subcommand.CANCEL, "42"), id="stop"),
        pytest.param(
            "cancel call #42 please!", typed(Subcommand.CANCEL, "call #42 please!"), id="politely"
        ),
        pytest.param("sperren Anna", typed(Subcommand.BLOCK), id="German, whom to block"),
    ],
)
def test_reads_a_subcommand(text: str, read: Typed) -> None:
    assert read_subcommand(text) == read


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("   ", id="spaces"),
        pytest.param("Help Desk +49 30 23125001 help@example.com", id="Help Desk"),
        pytest.param("Block Chain +49 30 23125001 block@example.com", id="Block Chain"),
        pytest.param("help +49 30 23125001", id="help takes nothing"),
        pytest.param("blocked +49 30 23125001", id="the list takes nothing"),
        pytest.param("Alex Mueller +49 30 23125001 block the date", id="the word elsewhere"),
        pytest.param("List Meier +49 30 23125001 list@example.com", id="List Meier"),
        pytest.param("list all my calls", id="more than list all"),
        pytest.param("Lista Moreno +49 30 23125001 lista@example.com", id="Lista Moreno"),
        pytest.param("hilfe bei der Einrichtung", id="help takes nothing in German either"),
        pytest.param("cancel 42 boxes +49 30 23125001", id="a number and more"),
        pytest.param("again +49 30 23125001", id="again with a telephone number"),
        pytest.param("again 030 23125001", id="again with a national number"),
        pytest.param("again 5 people want a demo", id="again, and no time"),
        pytest.param("call 5 people tomorrow", id="call, and no number of a call"),
        pytest.param("#1 priority: Alex", id="a number of something else"),
        pytest.param("#sales tomorrow", id="a channel"),
        pytest.param("call 42", id="perhaps a telephone number"),
        pytest.param("name: block phone: +49 30 23125001", id="a label"),
    ],
)
def test_takes_everything_else_for_a_request(text: str) -> None:
    assert read_subcommand(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("lsit", typed(Subcommand.LIST), id="letters that changed places"),
        pytest.param("lst", typed(Subcommand.LIST), id="a letter missing"),
        pytest.param("hellp", typed(Subcommand.HELP), id="a letter too many"),
        pytest.param("cancle 42", typed(Subcommand.CANCEL, "42"), id="with a call"),
        pytest.param(
            "call 42 tomorrow 3pm",
            typed(Subcommand.AGAIN, "42 tomorrow 3pm"),
            id="perhaps a telephone number",
        ),
        pytest.param("llamar 42", typed(Subcommand.AGAIN, "42"), id="in Spanish, perhaps too"),
        pytest.param("appelle 42", typed(Subcommand.AGAIN, "42"), id="and in French"),
        pytest.param("agents?", typed(Subcommand.AGENTS), id="a sign behind it"),
        pytest.param(
            "block Anna Meyer +49 30 23125001 anna@example.com asked not to be called",
            typed(
                Subcommand.BLOCK,
                "block Anna Meyer +49 30 23125001 anna@example.com asked not to be called",
            ),
            id="whom to block, and everything of them",
        ),
        pytest.param(
            "Don't call Anna +49 30 23125001 anna@example.com",
            typed(Subcommand.BLOCK, "Don't call Anna +49 30 23125001 anna@example.com"),
            id="in a sentence",
        ),
        pytest.param("Don't call Anna Meyer", typed(Subcommand.BLOCK), id="and no number"),
        pytest.param(
            "Absagen Alex +49 30 23125001 alex@example.com",
            typed(Subcommand.CANCEL),
            id="whose call to cancel",
        ),
        pytest.param(
            "reschedule Alex +49 30 23125001 to 3pm", typed(Subcommand.LIST), id="whose to move"
        ),
        pytest.param("help me please", typed(Subcommand.HELP), id="help, and words"),
        pytest.param("blocked all", typed(Subcommand.BLOCKED), id="the list, and words"),
        pytest.param("agents Sales", typed(Subcommand.AGENTS), id="which agent"),
        pytest.param("einstellungen ändern", typed(Subcommand.SETTINGS), id="German, and words"),
        pytest.param(
            "blok +49 30 23125001", typed(Subcommand.BLOCK, "+49 30 23125001"), id="with a number"
        ),
    ],
)
def test_guesses_what_was_meant(text: str, meant: Typed) -> None:
    assert read_subcommand(text) is None
    assert near_miss(text) == meant


@pytest.mark.parametrize("text", ["", "Alex", "Lisa", "Alex Mueller", "Lits Mueller", "42"])
def test_guesses_nothing_where_it_looks_like_none(text: str) -> None:
    assert near_miss(text) is None


def test_help_tells_of_every_subcommand() -> None:
    said = str(everything(ENGLISH))

    untold = {each for each in Subcommand if f"`/zeegcall {each}" not in said}
    assert untold == {Subcommand.HELP}
    assert "`/zeegcall list all`" in said
