"""One click, one answer: whatever Slack delivers twice, and whatever was said in between."""

import pytest

from bot.playground.delivery import Kind
from bot.playground.faults import Fault, answering, slack_error
from tests.conversations.stage import ALEX, Stage


async def repeat_command(stage: Stage) -> None:
    """Deliver the first command that said something once more, as it was."""
    delivered = next(
        each for each in stage.playground.traffic.of("/zeegcall") if each.body["text"]
    )
    ack = await stage.playground.delivery.deliver(Kind.COMMAND, delivered.body)
    assert ack.failure == ""


async def test_a_repeated_question_opens_one_form(stage: Stage) -> None:
    await stage.type("Alex Mueller +49 30 23125001")
    await stage.form()

    await repeat_command(stage)
    stage.pass_time(1)

    assert len(stage.playground.traffic.of("views.open")) == 1


async def test_a_repeated_command_is_not_asked_about_its_own_call(stage: Stage) -> None:
    await stage.met()
    opened = len(stage.playground.traffic.of("views.open"))
    await stage.type(ALEX)
    await stage.told("is pending")

    await repeat_command(stage)

    assert len(stage.playground.traffic.of("views.open")) == opened
    assert len(stage.posts) == 1


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(slack_error("internal_error"), id="an error"),
        pytest.param(answering(200, {"ok": True}), id="nobody in it"),
    ],
)
async def test_a_command_that_became_a_question_is_not_placed_by_its_repetition(
    stage: Stage, fault: Fault
) -> None:
    stage.playground.faults.next("users.info", fault)
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.until(lambda: stage.jane.modal)
    await stage.met()

    await repeat_command(stage)
    stage.pass_time(1)

    assert stage.posts == []
