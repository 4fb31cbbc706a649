"""The bot dies at each point where something is half done, and nothing is lost or doubled."""

from pathlib import Path

from bot.calls.status import Status
from tests.faults.contacts import Contact
from tests.faults.promises import Asked, calls_by_phone, check, is_kept
from tests.faults.world import World, open_world

POINTS = {
    "inside intake:1": None,
    "after intake:1": Status.PENDING,
    "inside message claim:1": Status.PENDING,
    "after message claim:1": Status.PENDING,
    "after Slack's answer:1": Status.PENDING,
    "inside ts stored:1": Status.PENDING,
    "after ts stored:1": Status.UNCERTAIN,  # it is claimed in the same transaction
    "inside claim:1": Status.PENDING,
    "after claim:1": Status.UNCERTAIN,
    "before POST:1": Status.UNCERTAIN,
    "after POST:1": Status.UNCERTAIN,
    "inside finish:1": Status.UNCERTAIN,
    "after finish:1": Status.PENDING,
    "after message claim:2": Status.PENDING,
    "after Slack's answer:2": Status.PENDING,
    "after ts stored:2": Status.PENDING,
    "after Slack's answer:3": Status.PENDING,
}
"""Where it dies, and the nth time that it comes there; where the call stands in the end."""

FORM_POINTS = ["inside intake:1", "after intake:1", "inside draft:1", "after draft:1"]
"""Where it dies when what was typed is not clear, so that there is a form and no call."""


async def crash_at(world: World, point: str, contact: Contact, line: str) -> Asked:
    """Start the bot, ask it for a call, and see it die."""
    [bot] = world.bots
    world.put_aside()
    await bot.start(crash_at=point)
    ack = await world.people[0].type_command("C_1", "/zeegcall", line)
    assert await bot.died(within=20), f"it came past {point}"
    return Asked(contact=contact, acked=not ack.failure and is_kept(ack.body))


async def test_no_point_is_one_at_which_something_is_lost_or_doubled(
    database_url: str, tmp_path: Path
) -> None:
    async with open_world(database_url, tmp_path) as world:
        bot = world.add_bot()
        world.deliver_to(bot)
        await bot.start()
        await world.introduce()
        bot.kill()

        asked = []
        for number, point in enumerate(POINTS):
            contact = Contact(number)
            asked.append(await crash_at(world, point, contact, contact.line))
        for number, point in enumerate(FORM_POINTS, 100):
            contact = Contact(number)
            asked.append(await crash_at(world, point, contact, contact.unsure_line))
        await world.recover()

        assert check(world, asked).broken == []
        assert stands(world, asked[: len(POINTS)]) == POINTS


def stands(world: World, asked: list[Asked]) -> dict[str, Status | None]:
    """Where the call of each point stands, None if there is none."""
    found = calls_by_phone(world)
    ends = [found.get(each.contact.phone) for each in asked]
    return {
        point: None if call is None else call.status
        for point, call in zip(POINTS, ends, strict=True)
    }
