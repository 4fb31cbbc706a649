"""Which agent a line's words name."""

import pytest

from bot.calls.request import Agent
from bot.use_cases.named_agent import WHICH, named_agent

SALES, SALES_DE, SUPPORT = (
    Agent(name=name, uuid=f"7d3c1c1e-0000-4000-8000-00000000000{number}")
    for number, name in enumerate(["Sales", "Sales DE", "Support"])
)


@pytest.mark.parametrize(
    ("words", "agent", "is_asked"),
    [
        pytest.param("follow up", SALES, False, id="nobody"),
        pytest.param("agent: Sales", SALES, False, id="the first"),
        pytest.param("follow up, agent: Sales DE", SALES_DE, True, id="a longer name"),
        pytest.param("agente=support", SUPPORT, True, id="another, in small letters"),
        pytest.param("agent: Nobody", SALES, True, id="an unknown one"),
        pytest.param("agent of Sales", SALES, False, id="no label"),
        pytest.param("agent: Salesforce", SALES, True, id="only the beginning of a word"),
    ],
)
def test_takes_the_agent_that_is_named(words: str, agent: Agent, *, is_asked: bool) -> None:
    named, doubts = named_agent(words, (SALES, SALES_DE, SUPPORT))

    assert named is agent
    assert doubts == ((WHICH,) if is_asked else ())


def test_one_agent_is_never_asked_about() -> None:
    assert named_agent("agent: Support", (SALES,)) == (SALES, ())
