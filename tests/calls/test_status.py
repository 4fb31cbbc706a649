"""Which moves a call may make."""

from collections.abc import Iterator

import pytest

from bot.calls.status import MOVES, NOT_SENT, OPEN, STATUS_OF_OUTCOME, Outcome, Status, may_move


def reachable(start: Status) -> set[Status]:
    def walk(status: Status, seen: set[Status]) -> Iterator[Status]:
        for then in MOVES[status] - seen:
            seen.add(then)
            yield then
            yield from walk(then, seen)

    return set(walk(start, {start}))


def test_every_status_can_be_reached_from_the_first() -> None:
    assert reachable(Status.RECORDED) | {Status.RECORDED} == set(Status)


def test_what_was_perhaps_sent_is_never_sent_again() -> None:
    perhaps_sent = {Status.PENDING, Status.UNCERTAIN, Status.COMPLETED, Status.FAILED}

    assert not any(Status.SENDING in reachable(status) for status in perhaps_sent)
    assert not any(reachable(status) & NOT_SENT for status in perhaps_sent)


def test_only_what_surely_was_not_sent_can_be_cancelled() -> None:
    assert {status for status in Status if may_move(status, Status.CANCELLED)} == NOT_SENT


@pytest.mark.parametrize("status", sorted(set(Status) - OPEN))
def test_what_is_over_stays_over(status: Status) -> None:
    assert MOVES[status] == frozenset()


def test_every_outcome_ends_a_call() -> None:
    assert set(STATUS_OF_OUTCOME) == set(Outcome)
    assert not set(STATUS_OF_OUTCOME.values()) & OPEN
