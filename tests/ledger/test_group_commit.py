"""Those who come at once share a transaction, and nobody notices: neither errors nor order."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event
from typing import TypeVar

import pytest

from bot.errors import LedgerError, LedgerUnsureError, OpenCallError
from bot.ledger import SqlLedger
from bot.use_cases import group_commit
from bot.use_cases.group_commit import GroupCommit, doings
from tests.ledger.samples import a_call, a_draft, recorded

T = TypeVar("T")


def keeping(ledger: SqlLedger, name: str) -> Callable[[], bool]:
    return partial(ledger.record_draft, a_draft(name), offer_after=4)


def fail() -> bool:
    raise KeyError("of our own")


def points_of(ledger: SqlLedger) -> list[str]:
    """Give where each transaction stands, as it goes on."""
    points: list[str] = []
    ledger._door._at = points.append
    return points


async def test_those_who_come_at_once_share_a_transaction(ledger: SqlLedger) -> None:
    points, do = points_of(ledger), GroupCommit(together=ledger.together, do=asyncio.to_thread)

    kept = await asyncio.gather(*(do(keeping(ledger, name)) for name in ("d1", "d2")))
    later = await do(keeping(ledger, "d3"))

    assert [*kept, later] == [True, True, True]
    assert points == ["inside intake"] * 2 + ["after intake"] * 2 + [
        "inside intake",
        "after intake",
    ]
    assert [ledger.draft(name) is not None for name in ("d1", "d2", "d3")] == [True] * 3


async def test_those_who_come_meanwhile_share_the_next_one(ledger: SqlLedger) -> None:
    do, loop = (
        GroupCommit(together=ledger.together, do=asyncio.to_thread),
        asyncio.get_running_loop(),
    )
    points, others = points_of(ledger), list[asyncio.Future[bool]]()

    def come() -> None:
        others.extend(asyncio.ensure_future(do(keeping(ledger, name))) for name in ("d2", "d3"))

    def keep_while_they_come() -> bool:
        loop.call_soon_threadsafe(come)
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result()
        return keeping(ledger, "d1")()

    assert await do(keep_while_they_come)
    assert await asyncio.gather(*others) == [True, True]
    assert (
        points == ["inside intake", "after intake"] + ["inside intake"] * 2 + ["after intake"] * 2
    )


async def test_no_more_of_them_than_the_others_can_wait_for(
    ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "AT_ONCE", 2)
    points, do = points_of(ledger), GroupCommit(together=ledger.together, do=asyncio.to_thread)

    await asyncio.gather(*(do(keeping(ledger, name)) for name in ("d1", "d2", "d3")))

    assert points == ["inside intake"] * 2 + ["after intake"] * 2 + [
        "inside intake",
        "after intake",
    ]


async def test_nobody_hears_of_it_before_it_is_on_disk(ledger: SqlLedger) -> None:
    do, heard = GroupCommit(together=ledger.together, do=asyncio.to_thread), dict[str, bool]()

    def note(point: str) -> None:
        heard[point] = any(each.done() for each in asked)

    ledger._door._at = note
    asked = [asyncio.ensure_future(do(keeping(ledger, name))) for name in ("d1", "d2")]
    await asyncio.gather(*asked)

    assert heard == {"inside intake": False, "after intake": False}


async def test_what_one_raises_is_for_itself_and_the_others_are_kept(ledger: SqlLedger) -> None:
    do = GroupCommit(together=ledger.together, do=asyncio.to_thread)

    ended = await asyncio.gather(
        do(keeping(ledger, "d1")), do(fail), do(keeping(ledger, "d2")), return_exceptions=True
    )

    assert ended[0] is True
    assert isinstance(ended[1], KeyError)
    assert ended[2] is True
    assert ledger.draft("d1") is not None
    assert ledger.draft("d2") is not None


async def test_what_broke_off_in_one_is_undone_also_where_it_was_caught(ledger: SqlLedger) -> None:
    do = GroupCommit(together=ledger.together, do=asyncio.to_thread)
    recorded(ledger)

    def call_again() -> str:
        draft = a_draft("d9")
        try:
            ledger.record_call(
                a_call("click 2"), draft_id="d9", may_repeat=False, say=[], fresh=draft
            )
        except OpenCallError:
            return "asked about"
        return "called"

    ended = await asyncio.gather(do(keeping(ledger, "d1")), do(call_again))

    assert list(ended) == [True, "asked about"]
    assert ledger.draft("d1") is not None
    assert ledger.draft("d9") is None
    assert ledger.call(2) is None


async def test_the_same_click_at_once_is_kept_once(ledger: SqlLedger) -> None:
    do = GroupCommit(together=ledger.together, do=asyncio.to_thread)

    kept = await asyncio.gather(do(keeping(ledger, "d1")), do(keeping(ledger, "d1")))

    assert sorted(kept) == [False, True]


@pytest.mark.parametrize("is_begun", [False, True], ids=["not begun", "not committed"])
async def test_a_database_that_fails_is_told_to_each_and_asked_once(
    ledger: SqlLedger, *, is_begun: bool
) -> None:
    is_away, done = True, list[str]()

    @contextmanager
    def away() -> Iterator[None]:
        if is_away and not is_begun:
            raise LedgerError("another program holds it")
        with ledger.together():
            yield
            if is_away:
                raise LedgerError("its disk is full")

    def keep(name: str) -> bool:
        done.append(name)
        return keeping(ledger, name)()

    do = GroupCommit(together=away, do=asyncio.to_thread)
    ended = await asyncio.gather(
        do(partial(keep, "d1")), do(partial(keep, "d2")), return_exceptions=True
    )
    assert [type(each) for each in ended] == [LedgerError, LedgerError]
    assert done == (["d1", "d2"] if is_begun else [])
    assert ledger.draft("d1") is None

    is_away = False
    assert await do(partial(keep, "d3"))


async def test_a_thread_that_cannot_be_had_is_told_and_the_next_ones_go_on(
    ledger: SqlLedger,
) -> None:
    is_refused = True

    async def once_refused(deed: Callable[[], T], /) -> T:
        if is_refused:
            raise RuntimeError("can't start new thread")
        return await asyncio.to_thread(deed)

    do = GroupCommit(together=ledger.together, do=once_refused)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(group_commit, "AT_ONCE", 1)
        ended = await asyncio.gather(
            *(do(keeping(ledger, name)) for name in ("d1", "d2")), return_exceptions=True
        )
    assert [type(each) for each in ended] == [LedgerUnsureError, LedgerError]

    is_refused = False
    assert await asyncio.wait_for(do(keeping(ledger, "d3")), timeout=10)


async def test_long_ones_hold_the_writer_no_longer_than_others_can_wait(
    ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "LONGEST", -1.0)
    points, do = points_of(ledger), GroupCommit(together=ledger.together, do=asyncio.to_thread)

    kept = await asyncio.gather(*(do(keeping(ledger, name)) for name in ("d1", "d2", "d3")))

    assert list(kept) == [True, True, True]
    assert points == ["inside intake", "after intake"] * 3


async def test_each_of_a_torn_group_hears_as_soon_as_it_is_kept(ledger: SqlLedger) -> None:
    do = GroupCommit(together=ledger.together, do=asyncio.to_thread)
    heard, is_told = list[bool](), Event()

    def look() -> bool:
        heard.append(is_told.wait(timeout=10 if heard else 0))
        return True

    first = asyncio.ensure_future(do(keeping(ledger, "d1")))
    first.add_done_callback(lambda _: is_told.set())
    ended = await asyncio.gather(first, do(look), do(fail), return_exceptions=True)

    assert list(ended[:2]) == [True, True]
    assert isinstance(ended[2], KeyError)
    assert heard == [False, True]


async def test_whoever_left_meanwhile_keeps_nobody_waiting(ledger: SqlLedger) -> None:
    do = GroupCommit(together=ledger.together, do=asyncio.to_thread)

    asked = [asyncio.ensure_future(do(keeping(ledger, name))) for name in ("d1", "d2")]
    await asyncio.sleep(0)
    asked[0].cancel()

    assert await asked[1]
    assert ledger.draft("d1") is not None
    assert await do(keeping(ledger, "d3"))


async def test_where_several_may_write_each_writes_by_itself(ledger: SqlLedger) -> None:
    points = points_of(ledger)
    may_share = ledger._door.engine.dialect.name == "sqlite"

    with doings(ledger) as do:
        await asyncio.gather(*(do.shared(keeping(ledger, name)) for name in ("d1", "d2")))
        await asyncio.gather(*(do.alone(keeping(ledger, name)) for name in ("d3", "d4")))

    assert isinstance(do.shared, GroupCommit) is may_share
    assert sorted(points[:4]) == ["after intake"] * 2 + ["inside intake"] * 2
    if may_share:
        assert points[:4] == ["inside intake"] * 2 + ["after intake"] * 2
        assert points[4:] == ["inside intake", "after intake"] * 2
