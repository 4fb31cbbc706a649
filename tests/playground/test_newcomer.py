"""What somebody does with `try` who has read the README and nothing else."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.__main__ import open_own_bot
from bot.playground.cast import JANE, SALES
from bot.playground.page.backstage import LOOK
from bot.playground.trying import A_MINUTE, Trial, open_trial
from tests.playground.page.visitor import Seen, Visitor, texts

README = Path(__file__).parents[2] / "README.md"
PICKER = {"block_id": "person", "action_id": "person_picked"}

NUMBERS = [
    pytest.param("+49 151 12345678", None, "+49 151 ••••5678", id="international"),
    pytest.param("0151/12345678", None, "+49 151 ••••5678", id="German, as the workspace is"),
    pytest.param("(415) 555-0132", "US", "+1 ••••0132", id="American, once that is chosen"),
]


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


def says(seen: Seen, words: str) -> bool:
    """Tell whether a message in the channel has these words."""
    return any(words in text for text in texts(seen, SALES))


@pytest.mark.parametrize("user_id", ["U0JANE", "U0LUKAS", "U0SAM", "U0NOA"])
async def test_a_colleague_is_picked_and_called(jane: Visitor, trial: Trial, user_id: str) -> None:
    colleague = trial.playground.workspace.users[user_id]
    await jane.do("command", channel=SALES, text="/zeegcall")
    await jane.until(lambda seen: seen["modal"])

    await jane.do("click", view="modal", value=user_id, **PICKER)

    assert filled_in(await jane.until(filled_in)) == {
        "full_name": colleague.real_name,
        "phone_number": colleague.phone,
        "email": colleague.email,
    }
    await jane.do("submit", values={"when_words": "tomorrow 5pm"})
    await jane.until(lambda seen: says(seen, f"a call to *{colleague.real_name}*"))


@pytest.mark.parametrize(("number", "country", "shown"), NUMBERS)
async def test_every_number_of_the_readme_is_called(
    jane: Visitor, number: str, country: str | None, shown: str
) -> None:
    assert f"`{number}`" in README.read_text(encoding="utf-8")
    if country is not None:
        await jane.do("command", channel=SALES, text="/zeegcall settings")
        await jane.until(lambda seen: seen["modal"])
        await jane.do("submit", values={"mine.region": country})

    line = f"/zeegcall Tom Becker {number} tom@example.com tomorrow 5pm"
    await jane.do("command", channel=SALES, text=line)

    await jane.until(lambda seen: says(seen, shown))


async def test_a_call_for_tomorrow_ends_when_its_time_has_come(
    jane: Visitor, trial: Trial
) -> None:
    line = "/zeegcall Tom Becker +49 151 12345678 tom@example.com tomorrow 2pm about the demo"
    await jane.do("command", channel=SALES, text=line)
    await jane.until(lambda seen: says(seen, "a call to *Tom Becker*"))
    await jane.do("clock", move=60)
    await jane.until(lambda seen: says(seen, "is scheduled for"))
    (call,) = trial.playground.zeeg.calls

    await jane.do("clock", move=call.due_at - trial.clock() - 5)
    await jane.do("clock", held=True)
    await asyncio.sleep(2 * LOOK)
    assert call.ends == 0
    await jane.do("clock", move=A_MINUTE + 5)

    seen = await jane.until(lambda seen: says(seen, "*Tom Becker* answered: 1 min"))
    assert says(seen, "Booked: *Product demo*")
    assert not says(seen, "nothing was heard")
