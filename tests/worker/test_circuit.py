"""A Zeeg that is down is left alone, and tried by one call at a time."""

import pytest

from bot.playground.clock import MovableClock
from bot.use_cases.circuit import FAILURES, LONGEST_REST, NAP, PROBE_SECONDS, Circuit


@pytest.fixture
def time() -> MovableClock:
    return MovableClock(1000.0)


@pytest.fixture
def down(time: MovableClock) -> Circuit:
    """A circuit that has just seen Zeeg fail too often."""
    circuit = Circuit(time=time)
    for _ in range(FAILURES):
        assert circuit.wait() == 0
        circuit.failed()
    return circuit


def test_asks_as_long_as_zeeg_answers(time: MovableClock) -> None:
    circuit = Circuit(time=time)
    for _ in range(3 * FAILURES):
        circuit.failed()
        circuit.answered()

    assert circuit.wait() == 0
    assert not circuit.is_down


def test_leaves_a_zeeg_alone_that_is_down(down: Circuit) -> None:
    assert down.is_down
    assert down.wait() > 0


def test_lets_one_call_try_whether_it_is_back(down: Circuit, time: MovableClock) -> None:
    time.move(down.wait())

    assert down.wait() == 0
    assert NAP <= down.wait() <= 2 * NAP
    assert NAP <= down.wait() <= 2 * NAP


def test_asks_again_once_that_call_was_answered(down: Circuit, time: MovableClock) -> None:
    time.move(down.wait())
    down.wait()

    down.answered()

    assert [down.wait(), down.wait()] == [0, 0]


def test_rests_longer_each_time_up_to_a_minute(down: Circuit, time: MovableClock) -> None:
    rests = []
    for _ in range(12):
        left = 0.0
        while down.wait() > 0:
            time.move(1)
            left += 1
        rests.append(left)
        down.failed()

    assert rests == sorted(rests)
    assert rests[0] < 10
    assert rests[-1] == LONGEST_REST


def test_a_try_that_never_ends_is_followed_by_another(down: Circuit, time: MovableClock) -> None:
    time.move(down.wait())
    down.wait()

    time.move(PROBE_SECONDS)

    assert down.wait() == 0


def test_a_zeeg_that_asks_for_patience_is_back(down: Circuit, time: MovableClock) -> None:
    down.asked_to_wait(7)

    assert not down.is_down
    time.move(7)
    assert [down.wait(), down.wait()] == [0, 0]


def test_keeps_away_for_as_long_as_zeeg_asks(time: MovableClock) -> None:
    circuit = Circuit(time=time)

    circuit.asked_to_wait(7)

    assert 7 <= circuit.wait() <= 7 * 1.2
    assert not circuit.is_down
    time.move(7)
    assert circuit.wait() == 0
