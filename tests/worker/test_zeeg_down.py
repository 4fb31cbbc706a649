"""While Zeeg is down nobody is rung, the threads know, and it goes on when Zeeg is back."""

from functools import partial

from bot.calls.status import Status
from bot.playground.faults import answering
from bot.use_cases.circuit import FAILURES
from tests.conversations.stage import Stage


def line(number: int) -> str:
    return f"Alex Mueller +49 30 2312500{number} alex@example.com"


def has_posts(stage: Stage, count: int) -> bool:
    return len(stage.playground.zeeg.posts) >= count


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
