"""Which call has ended is found, or asked; never guessed."""

from datetime import timedelta

import pytest

from bot.calls.matching import Candidate, find_match
from tests.sample import NOW

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def due(call_id: int, after: timedelta = timedelta(), *, scheduled: bool = False) -> Candidate:
    return Candidate(call_id=call_id, due=NOW + after, is_scheduled=scheduled)


def told(call_id: int, after: timedelta = timedelta()) -> Candidate:
    return Candidate(call_id=call_id, due=NOW + after, is_scheduled=False, is_hearsay=True)


@pytest.mark.parametrize(
    ("candidates", "call_id"),
    [
        pytest.param([], None, id="none"),
        pytest.param([due(1)], 1, id="one"),
        pytest.param([due(1), due(2)], None, id="two that were due"),
        pytest.param([due(1, 2 * MINUTE)], 1, id="two minutes early"),
        pytest.param([due(1, 2 * MINUTE + timedelta(seconds=1))], None, id="more than that"),
        pytest.param([due(1, -24 * HOUR)], 1, id="a day late"),
        pytest.param([due(1, -25 * HOUR)], None, id="more than a day late"),
        pytest.param(
            [due(1, -30 * 24 * HOUR), due(2, timedelta(seconds=-20))],
            2,
            id="of the other nothing was ever heard",
        ),
        pytest.param([due(1), due(2, 24 * HOUR)], 1, id="the other is due tomorrow"),
        pytest.param([told(1, -HOUR)], 1, id="a person has told of it"),
        pytest.param([told(1, -HOUR), due(2)], 2, id="of the other a person has told"),
        pytest.param(
            [told(1, -HOUR), due(2, timedelta(seconds=0.4))], 2, id="told in whole seconds"
        ),
        pytest.param(
            [told(1, timedelta(seconds=-5)), due(2, timedelta(seconds=85))],
            None,
            id="begun before the other",
        ),
        pytest.param([told(1, -HOUR), due(2, HOUR)], 1, id="told of, the other is due later"),
        pytest.param([told(1, -HOUR), told(2)], None, id="two of which persons have told"),
        pytest.param([told(1, -25 * HOUR)], None, id="told of more than a day ago"),
    ],
)
def test_finds_the_only_call_that_was_due(
    candidates: list[Candidate], call_id: int | None
) -> None:
    assert find_match(NOW, candidates, now=NOW + 99 * HOUR).call_id == call_id


def test_an_unknown_start_is_no_later_than_now() -> None:
    assert find_match(None, [due(1), due(2, HOUR)], now=NOW).call_id == 1


@pytest.mark.parametrize(
    ("late_by", "hours"),
    [
        pytest.param(-HOUR, -1, id="an hour early"),
        pytest.param(5 * HOUR + MINUTE, 5, id="about five hours late"),
        pytest.param(timedelta(seconds=30), 0, id="on time"),
        pytest.param(30 * MINUTE, 0, id="half an hour late: a queue"),
        pytest.param(100 * MINUTE, 0, id="no whole hours late"),
        pytest.param(48 * HOUR, 0, id="two days: no zones are so far apart"),
    ],
)
def test_says_how_many_whole_hours_a_scheduled_call_is_off(late_by: timedelta, hours: int) -> None:
    planned = due(1, scheduled=True)

    assert find_match(NOW + late_by, [planned], now=NOW).hours_off == hours


def test_says_nothing_of_zones_where_nobody_told_zeeg_a_time() -> None:
    assert find_match(NOW + 5 * HOUR, [due(1)], now=NOW).hours_off == 0
    assert find_match(None, [due(1, -HOUR, scheduled=True)], now=NOW).hours_off == 0
