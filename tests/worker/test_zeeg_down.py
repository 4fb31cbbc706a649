"""While Zeeg is down nobody is rung, the threads know, and it goes on when Zeeg is back."""

import asyncio
from functools import partial

from bot.calls.status import Status
from bot.playground.faults import answering
from bot.use_cases.circuit import FAILURES
from tests.conversations.stage import Stage


def line(number: int) -> str:
    return f"Alex Mueller +49 30 2312500{number} alex@example.com"


def has_posts(stage: Stage, count: int) -> bool:
    return len(stage.playground.zeeg.posts) >= count


async def tried(stage: Stage, call_id: int) -> None:
    """Wait until a call was tried in vain: nothing is said of that at first."""
    while (call := stage.house.ledger.call(call_id)) is None or call.failure is None:  # noqa: ASYNC110
        await asyncio.sleep(0.01)


def last_thread(stage: Stage) -> list[str]:
    """What the thread of the newest card says."""
    seen = stage.jane.sees("C_SALES", stage.cards()[-1].ts)
    return [message.text for message in seen[1:]]


def said(stage: Stage, words: str) -> list[str]:
    """What the threads of all cards say with these words."""
    channel = stage.playground.workspace.channels["C_SALES"]
    return [message.text for message in channel.messages if words in message.text]


async def test_the_thread_is_told_once_and_the_call_is_placed_when_it_is_back(
    stage: Stage,
) -> None:
    await stage.playground.zeeg_listener.stop()
    await stage.type(line(1))
    await stage.playground.until(
        lambda: [text for text in stage.thread() if "does not take calls" in text], within=20
    )

    await stage.playground.zeeg_listener.start()

    await stage.playground.until(
        lambda: [text for text in stage.thread() if "is pending" in text], within=30
    )
    assert len(said(stage, "does not take calls")) == 1
    assert len(stage.posts) == 1


async def test_a_zeeg_that_answers_nonsense_does_not_make_every_call_uncertain(
    stage: Stage,
) -> None:
    for number in range(FAILURES):
        stage.playground.faults.next("outbound-calls", answering(500, "oops"))
        await stage.type(line(number))
        await stage.until(partial(has_posts, stage, number + 1))
    channel = stage.playground.workspace.channels["C_SALES"]
    await stage.until(
        lambda: sum("nobody knows yet" in message.text for message in channel.messages) == FAILURES
    )

    await stage.type(line(9))

    await stage.until(
        lambda: [message for message in channel.messages if "does not take calls" in message.text]
    )
    assert len(stage.playground.zeeg.posts) == FAILURES
    waits = stage.house.ledger.call(FAILURES + 1)
    assert waits is not None
    assert (waits.attempts, waits.failure) == (0, None)


async def test_one_that_nothing_reaches_is_left_alone_too(stage: Stage) -> None:
    await stage.playground.zeeg_listener.stop()
    for number in range(FAILURES):
        await stage.type(line(number))
        await tried(stage, number + 1)

    await stage.type(line(9))

    await stage.playground.until(
        lambda: [text for text in last_thread(stage) if "does not take calls" in text], within=20
    )
    waits = stage.house.ledger.call(FAILURES + 1)
    assert waits is not None
    assert (waits.attempts, waits.failure) == (0, None)


async def test_a_long_wait_that_zeeg_asks_for_is_told_at_once(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", answering(429, Retry_After="60"))

    await stage.type(line(1))

    await stage.told("does not take calls")
    waits = stage.house.ledger.call(1)
    assert waits is not None
    assert waits.attempts == 1


async def test_a_zeeg_that_says_no_is_not_down(stage: Stage) -> None:
    oops, no = answering(500, "oops"), answering(422, {"message": "no"})
    for number, answer in enumerate([*[oops] * (FAILURES - 1), no, oops]):
        stage.playground.faults.next("outbound-calls", answer)
        await stage.type(line(number))
        await stage.until(partial(has_posts, stage, number + 1))

    await stage.type(line(9))

    await stage.until(partial(has_posts, stage, FAILURES + 2))
    assert said(stage, "does not take calls") == []


async def test_whoever_waits_while_zeeg_asks_for_patience_is_told_and_not_given_up(
    stage: Stage,
) -> None:
    """Zeeg may be back before it is too late: it asked for that long after another call."""
    stage.playground.faults.next("outbound-calls", answering(429, Retry_After="600"))
    await stage.type(line(1))
    await stage.until(lambda: said(stage, "Nobody was called.") or None)

    await stage.type(line(2))

    await stage.until(lambda: said(stage, "does not take calls") or None)
    waits = stage.house.ledger.call(2)
    assert waits is not None
    assert waits.status is Status.ANNOUNCED
    assert len(stage.posts) == 1
