"""
The ledger and its model, through any order of deeds, with crashes in and after transactions.

A crash inside a transaction must leave nothing of it behind, one after it everything. Whoever
crashed never comes back, so that only leases free what it held.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from bot.ledger import open_ledger
from bot.ledger.schema import calls, drafts, outbox
from tests.ledger.model import Model
from tests.ledger.samples import EDIT, MINUTE, NOW, PENDING, let_pass

Answer = TypeVar("Answer")
LEASE, TICK, HELD_FOR = 2500.0, 1000.0, 1500.0  # seconds: never equal, far longer than a test
CRASHES = st.sampled_from([None, None, None, "inside", "after"])
DRAFTS = st.sampled_from(["p", "q"])
WHICH = st.integers(0, 20)
TOLD = (PENDING, EDIT)
WORDS = tuple(say.what for say in TOLD)


class CrashError(Exception):
    """The process is gone."""


class CrashPoint:
    """Crashes at the next point of that name."""

    def __init__(self) -> None:
        self.where: str | None = None

    def __call__(self, point: str) -> None:
        if self.where is not None and point.startswith(self.where):
            raise CrashError(point)


class LedgerBesideModel(RuleBasedStateMachine):
    """Does the same to both, and compares what they answer and what they keep."""

    fresh_url: Callable[[], str]

    def __init__(self) -> None:
        super().__init__()
        self.crash_point = CrashPoint()
        url = type(self).fresh_url()
        self.ledger = open_ledger(
            url, data_key=b"of the tests", migrate=False, at=self.crash_point
        )
        self.model = Model()

    def teardown(self) -> None:
        self.ledger.close()

    def both(
        self, crash: str | None, real: Callable[[], Answer], told: Callable[[Model], Answer]
    ) -> bool:
        """Do it to both. Whether it came to an end."""
        after = deepcopy(self.model)
        expected = told(after)
        self.crash_point.where = crash
        try:
            answer = real()
        except CrashError as error:
            if str(error).startswith("after"):
                self.model = after
            return False
        finally:
            self.crash_point.where = None
        assert answer == expected
        self.model = after
        return True

    @rule(ticks=st.integers(0, 3), minutes=st.integers(0, 5))
    def time_passes(self, ticks: int, minutes: int) -> None:
        let_pass(self.ledger, ticks * TICK)
        self.model.epoch += ticks * TICK
        self.model.now += minutes

    @invariant()
    def both_keep_the_same(self) -> None:
        with self.ledger._door.reading() as connection:
            found = connection.execute(select(calls).order_by(calls.c.id)).mappings().all()
            kept = [(row["key"], row["status"], row["attempts"]) for row in found]
            clicks = {f"call:{row['id']}": f"call:{row['key']}" for row in found}
            said = connection.execute(select(outbox).order_by(outbox.c.id)).mappings().all()
            states = {row.id: row.state for row in connection.execute(select(drafts))}
        assert kept == [(c.click, c.status, c.attempts) for c in self.model.calls.values()]
        assert states == self.model.drafts
        assert [
            (
                row["key"].replace(row["subject"], clicks.get(row["subject"], row["subject"]), 1),
                row["state"],
                row["tries"],
            )
            for row in said
        ] == [(m.key, m.state, m.tries) for m in self.model.outbox]

    @invariant()
    def both_wake_at_the_same_time(self) -> None:
        seconds = self.ledger.look(now=NOW + self.model.now * MINUTE).seconds
        expected = self.model.seconds_to_next()
        if expected is None or seconds is None:
            assert seconds == expected
        else:
            assert abs(seconds - expected) < TICK / 4
