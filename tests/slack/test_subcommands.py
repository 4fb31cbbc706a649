"""What is a subcommand, and what is a person."""

import pytest

from bot.slack.subcommands import Subcommand, Typed, read_subcommand


def typed(subcommand: Subcommand, argument: str = "") -> Typed:
    return Typed(subcommand=subcommand, argument=argument)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("help", typed(Subcommand.HELP), id="a word alone"),
        pytest.param("  HELP ", typed(Subcommand.HELP), id="spaces and capitals"),
        pytest.param("block", typed(Subcommand.BLOCK), id="without what it takes"),
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
        pytest.param("name: block phone: +49 30 23125001", id="a label"),
    ],
)
def test_takes_everything_else_for_a_request(text: str) -> None:
    assert read_subcommand(text) is None
