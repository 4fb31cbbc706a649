"""The bot dies while it calls a list, and every row of it is called once all the same."""

import asyncio
from collections import Counter
from functools import partial
from pathlib import Path

from sqlalchemy import select, update

from bot.calls.bulk import JobState
from bot.calls.status import Status
from bot.ledger.bulk_tables import bulk_jobs
from bot.ledger.columns import epoch_now
from bot.ledger.door import reading, writing
from bot.ledger.schema import calls
from bot.playground.person import Person
from bot.playground.records import View
from tests.faults.world import World, open_world

POINTS = [
    "inside confirm job:1",
    "after confirm job:1",
    "after claim job:1",
    "inside intake:1",
    "after intake:1",
    "inside settle row:2",
    "after intake:2",
    "inside end job:1",
]
"""Where it dies once somebody has said yes, and the nth time that it comes there."""


def rows(number: int) -> str:
    """A list of two, whom no other list names."""
    people = (f"A B;+49 30 2312{number:02}{n:02};a{number}.{n}@example.com" for n in range(2))
    return "\n".join(["Name;Phone;Email", *people])


def shows(person: Person, words: str) -> View | None:
    view = person.modal
    return view if view is not None and words in str(view.blocks) else None


async def preview(world: World, person: Person, text: str) -> None:
    """Send a list, and wait until it can be said yes to."""
    await person.type_command("C_1", "/zeegcall", "bulk")
    await world.playground.until(lambda: person.modal, within=20)
    await person.submit({"rows": text})
    await world.playground.until(partial(shows, person, "can be called"), within=20)


def states(world: World) -> list[str]:
    with reading(world.engine) as connection:
        return list(connection.scalars(select(bulk_jobs.c.state).order_by(bulk_jobs.c.id)))


def let_leases_run_out(world: World) -> None:
    with writing(world.engine) as connection:
        connection.execute(
            update(bulk_jobs)
            .where(bulk_jobs.c.state != JobState.ENDED.value)
            .values(lease_until=None, due=epoch_now())
        )


def told_as_unknown(world: World) -> set[str]:
    """The numbers whose call was on its way to Zeeg when it died: nobody knows, and it says so."""
    with reading(world.engine) as connection:
        of_them = calls.c.status == Status.UNCERTAIN.value
        return set(connection.scalars(select(calls.c.phone_number).where(of_them)))


async def all_ended(world: World) -> None:
    async with asyncio.timeout(90):
        while set(states(world)) != {JobState.ENDED.value}:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.1)


async def test_no_row_is_lost_or_called_twice(database_url: str, tmp_path: Path) -> None:
    async with open_world(database_url, tmp_path) as world:
        bot = world.add_bot()
        world.deliver_to(bot)
        person = world.people[0]
        for number, point in enumerate(POINTS):
            await bot.start()
            if number == 0:
                await world.introduce()
            await preview(world, person, rows(number))
            bot.kill()
            await bot.start(crash_at=point)
            await person.submit({})
            assert await bot.died(within=30), f"it came past {point}"
            world.let_leases_run_out()
            let_leases_run_out(world)
            await bot.start()
            if point == "inside confirm job:1":
                await person.submit({})  # the yes was not kept, and its view says so
            await all_ended(world)
            await world.settled()
            bot.kill()
            await person.close_modal(is_cleared=True)

        rung = Counter(post.exchange.body["phoneNumber"] for post in world.playground.zeeg.posts)
        everybody = {f"+49302312{nth:02}{n:02}" for nth in range(len(POINTS)) for n in range(2)}
        assert set(rung) | told_as_unknown(world) == everybody
        assert set(rung.values()) == {1}
