"""Zeeg tells how a call ended: the card changes, and the thread is told once."""

from bot.playground.zeeg_outcomes import Call
from tests.conversations.stage import ALEX, Stage


async def called(stage: Stage, text: str = ALEX) -> Call:
    """Jane has Zeeg call somebody."""
    await stage.type(text)
    await stage.told("is pending")
    return stage.playground.zeeg.calls[-1]


async def test_an_answered_call_is_told_with_all_that_came_of_it(stage: Stage) -> None:
    call = await called(stage)

    assert await stage.playground.zeeg.complete(call, durationSeconds=192) == [200]

    told = await stage.told("answered")
    assert told.splitlines() == [
        "<@U_JANE> *Alex Mueller* answered: 3 min 12 s.",
        "Alex Mueller would like a demo and named two colleagues.",
        ":calendar: Booked: *Product demo*, <!date^1800450000^{date_short_pretty}, {time}|Wed 20 "
        "Jan 2027, 14:00 (Berlin time)>, confirmed, <https://zoom.example/j/123|Join at "
        "zoom.example>",
        "The agent did: booking created",
    ]
    await stage.card_says("Answered, 3 min 12 s")
