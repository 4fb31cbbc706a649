"""While Slack is down nobody is called, and everything is said once when it is back."""

from bot.playground.faults import rate_limited
from tests.conversations.stage import ALEX, Stage


async def test_no_card_no_call_and_both_when_it_is_back(stage: Stage) -> None:
    await stage.met()
    await stage.playground.slack_listener.stop()
    await stage.type(ALEX)
    assert stage.house.ledger.call(1) is not None
    assert stage.posts == []

    await stage.playground.slack_listener.start()

    await stage.playground.until(lambda: stage.thread() or None, within=30)
    assert len(stage.cards()) == 1
    assert len(stage.posts) == 1


async def test_a_slack_that_asks_for_patience_is_given_it(stage: Stage) -> None:
    await stage.met()
    stage.playground.faults.next("chat.postMessage", rate_limited(2))

    await stage.type(ALEX)

    await stage.told("is pending")
    refused, card, *_ = stage.playground.traffic.of("chat.postMessage")
    assert refused.status == 429
    assert card.status == 200
    assert len(stage.cards()) == 1
