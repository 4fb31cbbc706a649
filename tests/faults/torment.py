"""Real bots that are killed again and again while people work and Slack and Zeeg stumble."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.faults.bot_process import BotProcess
from tests.faults.load import Load
from tests.faults.promises import Findings, check
from tests.faults.trouble import Trouble
from tests.faults.world import World

POINTS = [
    "inside intake",
    "after intake",
    "inside draft",
    "after draft",
    "inside message claim",
    "after message claim",
    "after Slack's answer",
    "inside ts stored",
    "after ts stored",
    "inside put off",
    "after put off",
    "inside claim",
    "after claim",
    "before POST",
    "after POST",
    "inside finish",
    "after finish",
    "inside move",
    "after move",
    "inside reap",
    "after reap",
]
"""Where a process can be told to die; see docs/durability.md."""

LONGEST_LIFE = 1.6


@dataclass(kw_only=True)
class Torment:
    """
    Kills bots until enough of them have died, and then looks whether all promises are kept.

    `outage` is how many seconds Slack is down for once, meanwhile.
    """

    world: World
    chance: random.Random
    roles: Sequence[str]
    outage: float = 0.0
    killed: int = 0
    at_points: int = 0
    _armed: dict[int, str] = field(default_factory=dict)

    async def run(self, kills: int) -> Findings:
        """Do it."""
        for role in self.roles:
            await self.world.add_bot(role=role).start()
        self._route()
        await self.world.introduce()
        load = Load(self.world, self.chance)
        trouble = Trouble(self.world.playground, self.chance, pause=0.4, outage=self.outage)
        load.start()
        trouble.start()
        for _ in range(kills):
            await self._kill_one()
        await load.stop()
        await trouble.stop()
        await self.world.recover()
        return check(self.world, load.asked)

    async def _kill_one(self) -> None:
        """Let one bot die, at the point that it was told or anywhere, and start it again."""
        bot = self.chance.choice(self.world.bots)
        life = self.chance.uniform(0.05, LONGEST_LIFE)
        if id(bot) not in self._armed:
            await asyncio.sleep(life)
        elif await bot.died(within=life):
            self.at_points += 1
        bot.kill()
        self.killed += 1
        self._route()
        point = f"{self.chance.choice(POINTS)}:{self.chance.randint(1, 4)}"
        self._armed.pop(id(bot), None)
        if self.chance.random() < 0.5:
            self._armed[id(bot)] = point
        await bot.start(crash_at=self._armed.get(id(bot), ""))
        self._route()

    def _route(self) -> None:
        """Let Slack bring what people do to a bot that is up, as a load balancer would."""
        answering = [bot for bot in self.world.bots if bot.role != "worker"]
        alive: list[BotProcess] = [bot for bot in answering if bot.runs] or answering
        self.world.deliver_to(self.chance.choice(alive))
