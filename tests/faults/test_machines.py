"""Several machines on one database, and one that is told to stop."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.calls.status import Status
from bot.playground.faults import slow
from tests.faults.contacts import Contact
from tests.faults.promises import Asked, calls_by_phone, check, is_kept
from tests.faults.world import World, open_world


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(database_url, tmp_path) as world:
        yield world


async def ask(world: World, number: int) -> Asked:
    contact = Contact(number)
    ack = await world.people[0].type_command("C_1", "/zeegcall", contact.line)
    return Asked(contact=contact, acked=not ack.failure and is_kept(ack.body))


async def test_what_one_machine_takes_another_places(world: World) -> None:
    web, worker = world.add_bot(role="web"), world.add_bot(role="worker")
    await web.start()
    await worker.start()
    world.deliver_to(web)
    await world.introduce()

    asked = [await ask(world, number) for number in range(3)]

    await world.playground.until(lambda: len(world.playground.zeeg.posts) == 3 or None, within=30)
    await world.settled()
    assert check(world, asked).broken == []
    assert [each.acked for each in asked] == [True] * 3


async def test_a_worker_has_no_door_for_slack(world: World) -> None:
    worker = world.add_bot(role="worker")
    await worker.start()
    world.deliver_to(worker)

    ack = await world.people[0].type_command("C_1", "/zeegcall", Contact(1).line)

    assert ack.status == 404


async def test_a_machine_that_never_comes_back_loses_nothing(world: World) -> None:
    lost, other = world.add_bot(), world.add_bot(role="worker")
    asked = []
    for number, point in enumerate(["after POST", "after claim", "after Slack's answer"]):
        await lost.start(crash_at=point)
        world.deliver_to(lost)
        asked.append(await ask(world, number))
        assert await lost.died(within=30)

    await other.start()
    world.let_leases_run_out()
    await world.settled()

    assert check(world, asked).broken == []
    stands = [calls_by_phone(world)[each.contact.phone].status for each in asked]
    assert stands == [Status.UNCERTAIN, Status.UNCERTAIN, Status.PENDING]


async def test_a_bot_that_is_told_to_stop_finishes_what_it_began(world: World) -> None:
    bot = world.add_bot()
    await bot.start()
    world.deliver_to(bot)
    await world.introduce()
    world.playground.faults.next("outbound-calls", slow(1.5))
    asked = [await ask(world, 1)]
    await world.playground.until(lambda: world.playground.zeeg.posts, within=30)

    assert await bot.stop() == 0

    [call] = calls_by_phone(world).values()
    assert call.status is Status.PENDING
    await bot.start()
    await world.settled()
    assert check(world, asked).broken == []
