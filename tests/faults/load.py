"""People who type, click twice, fill forms in and change their minds, all at once."""

import asyncio
import contextlib
import itertools
import random
from collections.abc import Iterator

from bot.playground.delivery import Ack, Kind
from bot.playground.person import Person
from bot.playground.records import Message, Payload
from tests.faults.contacts import Contact
from tests.faults.promises import Asked, is_kept
from tests.faults.world import CHANNELS, World


class Load:
    """Everything that people do; `asked` is what they asked for so far."""

    def __init__(self, world: World, chance: random.Random, *, pause: float = 0.8) -> None:
        self.world = world
        self.chance = chance
        self.pause = pause
        self.asked: list[Asked] = []
        self._numbers: Iterator[int] = itertools.count(1)
        self._busy: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Let everybody begin."""
        for person in self.world.people:
            self._busy.add(asyncio.create_task(self._live(person)))

    async def stop(self) -> None:
        """Let everybody go home."""
        for task in self._busy:
            task.cancel()
        results = await asyncio.gather(*self._busy, return_exceptions=True)
        self._busy.clear()
        for result in results:
            if isinstance(result, Exception):
                raise result

    async def _live(self, person: Person) -> None:
        deeds = [self.call, self.call, self.call_twice, self.ask, self.fill_in, self.undo]
        while True:
            await self.chance.choice(deeds)(person)
            await asyncio.sleep(self.chance.uniform(0, 2 * self.pause))

    async def call(self, person: Person) -> Asked:
        """Ask for a call in one line."""
        return await self._type(person, sure=True, times=1)

    async def call_twice(self, person: Person) -> Asked:
        """Ask for a call; the delivery comes twice at once, or just after."""
        return await self._type(person, sure=True, times=2)

    async def ask(self, person: Person) -> Asked:
        """Ask for something that is not clear, so that the form comes."""
        return await self._type(person, sure=False, times=1)

    async def _type(self, person: Person, *, sure: bool, times: int) -> Asked:
        contact = Contact(next(self._numbers))
        asked = Asked(contact=contact, acked=False)
        self.asked.append(asked)
        workspace = self.world.playground.workspace
        channel = workspace.channels[f"C_{self.chance.randrange(CHANNELS)}"]
        line = contact.line if sure else contact.unsure_line
        payload = person.payloads.command(person.id, channel, "/zeegcall", line)
        acks = await asyncio.gather(*(self._later(n, person, payload) for n in range(times)))
        asked.acked = any(not ack.failure and is_kept(ack.body) for ack in acks)
        return asked

    async def _later(self, nth: int, person: Person, payload: Payload) -> Ack:
        await asyncio.sleep(nth * self.chance.choice([0.0, 0.2]))
        return await person.delivery.deliver(Kind.COMMAND, payload)

    async def fill_in(self, person: Person) -> None:
        """Submit the form that is open, with a double click, if one is."""
        view = person.modal
        if view is None:
            return
        contact = Contact(next(self._numbers))
        asked = Asked(contact=contact, acked=False)
        self.asked.append(asked)
        person.fill(contact.fields)
        payload = person.payloads.submission(view)
        acks = await asyncio.gather(
            *(person.delivery.deliver(Kind.INTERACTION, payload) for _ in range(2))
        )
        done = [
            ack for ack in acks if not ack.failure and ack.body == {"response_action": "clear"}
        ]
        asked.acked = bool(done)
        if person.modal is view:
            await person.close_modal(is_cleared=True)

    async def undo(self, person: Person) -> None:
        """Press a button on some card of one's own, twice."""
        pressable = list(self._undoable(person))
        if not pressable:
            return
        message = self.chance.choice(pressable)
        with contextlib.suppress(LookupError):  # the card was edited just now
            await asyncio.gather(*(person.click(message, "undo_call") for _ in range(2)))

    def _undoable(self, person: Person) -> Iterator[Message]:
        for channel in self.world.playground.workspace.channels.values():
            for message in channel.messages[-10:]:
                if f"<@{person.id}>" in message.text and "undo_call" in str(message.blocks):
                    yield message
