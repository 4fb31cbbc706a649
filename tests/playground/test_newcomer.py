"""What somebody does with `try` who has read the README and nothing else."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.__main__ import open_own_bot
from bot.playground.cast import JANE, SALES
from bot.playground.trying import Trial, open_trial
from tests.playground.page.visitor import Seen, Visitor

PICKER = {"block_id": "person", "action_id": "person_picked"}


@pytest.fixture
async def trial() -> AsyncIterator[Trial]:
    async with open_trial(open_own_bot) as trial:
        yield trial


@pytest.fixture
async def jane(trial: Trial) -> AsyncIterator[Visitor]:
    async with aiohttp.ClientSession() as session:
        yield Visitor(session, trial.url, JANE)


def filled_in(seen: Seen) -> dict[str, str]:
    """Give what stands in the open form, by the fields that words are typed into."""
    values = seen["modal"]["values"] if seen["modal"] else {}
    held = {block.partition(".")[0]: next(iter(each.values())) for block, each in values.items()}
    return {block: each["value"] for block, each in held.items() if each.get("value")}


async def test_a_colleague_is_picked_and_the_form_is_filled_in(jane: Visitor) -> None:
    await jane.do("command", channel=SALES, text="/zeegcall")
    await jane.until(lambda seen: seen["modal"])

    await jane.do("click", view="modal", value="U0SAM", **PICKER)

    assert filled_in(await jane.until(filled_in)) == {
        "full_name": "Sam Rivera",
        "phone_number": "+1 212 555 0143",
        "email": "sam@playground.example",
    }
