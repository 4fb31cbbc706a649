"""Slack's limits are kept for each channel and method, and nobody loses their turn."""

import pytest

from bot.errors import SlackUnavailableError
from bot.playground.clock import MovableClock
from bot.slack.pacing import BURST, EDITS_AT_ONCE, MANY, OUTAGES, Pace


class Slack:
    """Counts what it is asked for; `raises` is what it answers next."""

    def __init__(self) -> None:
        self.asked = 0
        self.raises: SlackUnavailableError | None = None

    async def __call__(self) -> str:
        self.asked += 1
        if self.raises is not None:
            raise self.raises
        return "ok"


@pytest.fixture
def time() -> MovableClock:
    return MovableClock(1000.0)


@pytest.fixture
def pace(time: MovableClock) -> Pace:
    return Pace(time=time)


@pytest.fixture
def slack() -> Slack:
    return Slack()


async def seconds_until(
    pace: Pace, slack: Slack, turn: str, *, channel_id: str = "C1", urgent: bool = False
) -> float:
    """Try to post, and give for how long it has to wait, 0 if it was posted."""
    before = slack.asked
    try:
        await pace.post(slack, channel_id=channel_id, turn=turn, urgent=urgent)
    except SlackUnavailableError as error:
        return -1.0 if error.seconds is None or error.may_be_done else error.seconds
    return 0.0 if slack.asked > before else -1.0


async def test_a_few_messages_come_at_once_and_then_one_a_second(pace: Pace, slack: Slack) -> None:
    waits = [await seconds_until(pace, slack, f"m{n}") for n in range(BURST + 3)]

    assert waits[:BURST] == [0] * BURST
    assert slack.asked == BURST
    assert [round(wait) for wait in waits[BURST:]] == [1, 2, 3]


async def test_a_turn_is_kept_for_who_waits_for_it(
    pace: Pace, slack: Slack, time: MovableClock
) -> None:
    for n in range(BURST):
        await seconds_until(pace, slack, f"m{n}")
    wait = await seconds_until(pace, slack, "waits")
    await seconds_until(pace, slack, "comes later")

    time.move(wait)

    assert await seconds_until(pace, slack, "waits") == 0
    assert await seconds_until(pace, slack, "comes later") > 0


async def test_asking_too_early_does_not_cost_the_turn(
    pace: Pace, slack: Slack, time: MovableClock
) -> None:
    for n in range(BURST):
        await seconds_until(pace, slack, f"m{n}")
    await seconds_until(pace, slack, "waits")
    time.move(0.4)

    assert await seconds_until(pace, slack, "waits") < 0.7


async def test_channels_do_not_wait_for_each_other(pace: Pace, slack: Slack) -> None:
    for n in range(BURST + 1):
        await seconds_until(pace, slack, f"m{n}")

    assert await seconds_until(pace, slack, "other", channel_id="C2") == 0


async def test_a_card_does_not_stand_behind_replies(pace: Pace, slack: Slack) -> None:
    for n in range(BURST + 9):
        await seconds_until(pace, slack, f"m{n}")

    assert await seconds_until(pace, slack, "card", urgent=True) == 0


async def test_edits_are_few_enough_for_the_workspace(pace: Pace, slack: Slack) -> None:
    for n in range(EDITS_AT_ONCE):
        await pace.edit(slack, turn=f"e{n}")

    with pytest.raises(SlackUnavailableError):
        await pace.edit(slack, turn="one more")


async def test_what_erases_holds_up_no_other_edit_and_leaves_room_for_it(
    pace: Pace, slack: Slack, time: MovableClock
) -> None:
    done = 0
    for second in range(60):
        for n in range(100):
            try:
                await pace.edit(slack, turn=f"old {n}", erases=True)
                done += 1
            except SlackUnavailableError:
                continue
        await pace.edit(slack, turn=f"live {second}")
        time.move(1)

    assert 40 < done <= 50


async def test_retry_after_is_obeyed_for_that_channel(
    pace: Pace, slack: Slack, time: MovableClock
) -> None:
    slack.raises = SlackUnavailableError("ratelimited", seconds=30, may_be_done=False)
    await seconds_until(pace, slack, "m1")
    slack.raises = None

    assert await seconds_until(pace, slack, "m2") >= 30
    assert await seconds_until(pace, slack, "m3", channel_id="C2") == 0
    assert slack.asked == 2
    time.move(31)
    assert await seconds_until(pace, slack, "m2") == 0


async def test_a_slack_that_is_down_is_left_alone(
    pace: Pace, slack: Slack, time: MovableClock
) -> None:
    slack.raises = SlackUnavailableError("unreachable", may_be_done=False)
    for n in range(OUTAGES):
        with pytest.raises(SlackUnavailableError):
            await pace.post(slack, channel_id=f"C{n}", turn=f"m{n}", urgent=False)

    rests = [await seconds_until(pace, slack, "m9", channel_id="C9")]
    assert slack.asked == OUTAGES
    for n in range(6):
        time.move(rests[-1])
        with pytest.raises(SlackUnavailableError, match="unreachable"):
            await pace.post(slack, channel_id=f"D{n}", turn=f"d{n}", urgent=False)
        rests.append(await seconds_until(pace, slack, "m9", channel_id="C9"))
    assert rests == pytest.approx([1, 2, 4, 8, 16, 30, 30], rel=0.06)

    slack.raises = None
    time.move(60)
    assert await seconds_until(pace, slack, "m9", channel_id="C9") == 0


async def test_looking_back_stops_where_slack_says_so(
    pace: Pace, slack: Slack, time: MovableClock
) -> None:
    slack.raises = SlackUnavailableError("ratelimited", seconds=10, may_be_done=False)
    with pytest.raises(SlackUnavailableError):
        await pace.look(slack)
    slack.raises = None

    with pytest.raises(SlackUnavailableError):
        await pace.look(slack)
    time.move(11)

    assert await pace.look(slack) == "ok"


async def test_channels_that_were_silent_for_long_are_forgotten(
    pace: Pace, slack: Slack, time: MovableClock
) -> None:
    for number in range(2 * MANY):
        await seconds_until(pace, slack, f"m{number}", channel_id=f"C{number}")
        time.move(1.0)

    assert len(pace._lanes) <= MANY


async def test_a_long_line_keeps_every_turn(pace: Pace, slack: Slack, time: MovableClock) -> None:
    slack.raises = SlackUnavailableError("ratelimited", seconds=60, may_be_done=False)
    await seconds_until(pace, slack, "other", channel_id="C9")
    slack.raises = None
    for number in range(2 * MANY):
        await seconds_until(pace, slack, f"m{number}")
    time.move(10.0)
    again = {n: await seconds_until(pace, slack, f"m{n}") for n in (99, MANY, 2 * MANY - 1)}

    # each is told its wait with a little chance in it, up to a twentieth more
    assert all(
        wait == pytest.approx(n - BURST + 1 - 10, rel=0.06, abs=1) for n, wait in again.items()
    )
    assert await seconds_until(pace, slack, "other", channel_id="C9") >= 50
