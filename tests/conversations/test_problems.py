"""What goes wrong at Zeeg is told in the thread: what happened, who rings, what to do."""

from copy import deepcopy
from itertools import pairwise
from pathlib import Path

import pytest

from bot.calls import review
from bot.calls.status import Status
from bot.playground.faults import Fault, answering, reset, slack_error
from bot.playground.records import User
from tests.conversations.stage import ALEX, SALES, Stage, on_stage

BUSY = answering(429, {"message": "Too Many Attempts."}, Retry_After="0")
NOBODY = "Nobody was called."
UNKNOWN = "*It is unknown whether somebody was called.*"

ANSWERS = [
    pytest.param(
        answering(400, {"success": False, "message": "Agent is not active", "status": 400}),
        ["*Sales* is not active", NOBODY, "publish and enable the agent *Sales*"],
        id="400 agent not active",
    ),
    pytest.param(
        answering(401, "<html>"), ["token", NOBODY, "`ZEEG_API_TOKEN`"], id="401 with a page"
    ),
    pytest.param(
        answering(403, {"error": "Missing scope"}),
        ["may not place calls", NOBODY, "`outbound-calls:write`"],
        id="403 missing scope",
    ),
    pytest.param(
        answering(404, {"error": "Agent not found"}),
        ["knows no agent", NOBODY, "`ZEEG_AGENTS`"],
        id="404 agent not found",
    ),
    pytest.param(
        answering(422, {"errors": {"phoneNumber": ["Invalid phone number format"]}}),
        ["does not take this phone number", "Invalid phone number format", NOBODY, "*Fix and"],
        id="422 phone number",
    ),
    pytest.param(
        answering(422, {"errors": {"scheduledTime": "must be in the future"}}),
        ["does not take the time", "must be in the future", NOBODY, "*Fix and"],
        id="422 scheduled time",
    ),
    pytest.param(answering(422), ["one of the fields", NOBODY], id="422 with no body"),
    pytest.param(answering(500), [UNKNOWN, "(500)", "dashboard"], id="500"),
    pytest.param(answering(502, "<html>"), [UNKNOWN, "(502)", "dashboard"], id="502 with a page"),
    pytest.param(answering(201, "{"), [UNKNOWN, "could not be understood"], id="201, torn JSON"),
    pytest.param(answering(302, "", Location="/"), [UNKNOWN, "dashboard"], id="a redirect"),
    pytest.param(reset(), [UNKNOWN, "no answer came back"], id="connection lost"),
]


@pytest.mark.parametrize(("fault", "words"), ANSWERS)
async def test_each_answer_has_words_of_its_own(
    stage: Stage, fault: Fault, words: list[str]
) -> None:
    stage.playground.faults.next("outbound-calls", fault)
    await stage.type(ALEX)

    told = await stage.told("Reference ")
    assert [word for word in words if word not in told] == []
    assert told.startswith("<@U_JANE> ")
    assert len(stage.playground.zeeg.posts) == 1


async def test_the_reference_that_is_told_is_in_the_log_without_anything_personal(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    refusal = {"errors": {"phoneNumber": ["+49 30 23125001 is no number"]}}
    stage.playground.faults.next("outbound-calls", answering(422, refusal))
    await stage.type(ALEX)

    told = await stage.told("Reference ")
    reference = told.rpartition("Reference ")[2].rstrip(".")
    assert f"reference={reference} call=1 status=refused failure=number_refused" in caplog.text
    for personal in ("23125001", "Alex", "Mueller", "example.com"):
        assert personal not in caplog.text


async def test_an_answer_of_the_real_shape_is_understood(stage: Stage) -> None:
    stage.playground.zeeg.agents[SALES].is_active = False
    await stage.type(ALEX)

    assert "Zeeg said: “Agent is not active”" in await stage.told("Reference ")


async def test_a_refused_number_can_be_mended_and_sent_again(stage: Stage) -> None:
    refusal = {"errors": {"phoneNumber": ["Not a number we know"]}}
    stage.playground.faults.next("outbound-calls", answering(422, refusal))
    await stage.type(f"{ALEX} follow up on the demo")
    await stage.told("Reference ")

    await stage.jane.click(stage.replies()[0], "call_again")
    view = await stage.form()
    assert "Zeeg said: “Not a number we know”" in str(view.content)
    await stage.jane.submit({"phone_number": "+49 30 23125002"})

    await stage.until(lambda: len(stage.cards()) == 2 or None)
    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1]["phoneNumber"] == "+493023125002"
    assert stage.posts[1]["additionalData"] == "follow up on the demo"
    assert "call #2, after #1" in stage.cards()[1].text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(
            {"errors": {"email": ["No mail server"]}},
            {"email": "No mail server"},
            id="a field of the form",
        ),
        pytest.param(
            {"errors": {"phoneNumber": ["No network"], "email": ["No mail server"]}},
            {"phone_number": "No network", "email": "No mail server"},
            id="two fields",
        ),
        pytest.param(
            {"errors": {"timezone": "unknown zone"}},
            {"person": "timezone: unknown zone"},
            id="none of the form's",
        ),
        pytest.param({"message": "Invalid data"}, {"person": "Invalid data"}, id="no field"),
    ],
)
async def test_what_zeeg_said_stands_above_its_field_or_above_all(
    stage: Stage, body: object, said: dict[str, str]
) -> None:
    stage.playground.faults.next("outbound-calls", answering(422, body))
    await stage.type(ALEX)
    told = await stage.told("Reference ")
    assert all(f"Zeeg said: “{words}”" in told for words in said.values())

    await stage.jane.click(stage.replies()[0], "call_again")

    view = await stage.form()
    above = {
        below["block_id"]: block["text"]["text"]
        for block, below in pairwise(view.blocks)
        if "Zeeg said" in str(block)
    }
    assert above.keys() == said.keys()
    assert all(words in above[field] for field, words in said.items())
    await stage.jane.submit({"email": "alex@example.com"})
    await stage.until(lambda: len(stage.cards()) == 2 or None)
    assert "call #2, after #1" in stage.cards()[1].text


async def test_a_time_that_zeeg_cannot_be_told_is_pointed_at_in_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"ZEEG_TIMEZONE": "Australia/Sydney", "CALLING_HOURS": "off"}
    async with on_stage(tmp_path / "calls.db", **settings) as stage:
        await stage.met()
        monkeypatch.setattr(review, "comes_twice", lambda *_: False)
        await stage.type(f"{ALEX} 2027-04-03 17:30")
        await stage.told("comes twice")
        monkeypatch.undo()

        await stage.jane.click(stage.replies()[0], "call_again")

        assert "Zeeg can't be told which one" in str((await stage.form()).content)


@pytest.mark.parametrize(
    ("times", "is_told"),
    [pytest.param(1, False, id="once"), pytest.param(2, True, id="twice, which is told")],
)
async def test_what_was_surely_not_accepted_is_sent_again_by_itself(
    stage: Stage, times: int, *, is_told: bool
) -> None:
    stage.playground.faults.next("outbound-calls", BUSY, times=times)
    await stage.type(ALEX)

    await stage.told("is pending")
    assert any("does not take calls" in said for said in stage.thread()) == is_told
    assert len(stage.posts) == times + 1
    assert len(stage.playground.zeeg.calls) == 1
    call = stage.house.ledger.call(1)
    assert call is not None
    assert call.attempts == times + 1


async def test_a_call_outlives_a_reply_that_slack_refuses(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="60") as stage:
        await stage.type(ALEX)
        card = await stage.card_says("About to be sent")
        await stage.until(lambda: stage.jane.sees("C_SALES", card.ts)[1:])  # the welcome
        stage.playground.faults.next("outbound-calls", BUSY, times=3)
        stage.playground.faults.next("chat.postMessage", slack_error("msg_too_long"), times=2)
        stage.playground.faults.next("response_url", answering(404))

        stage.pass_time(60)

        await stage.told("is pending")
        assert not any("does not take calls" in said for said in stage.thread())


async def test_a_zeeg_that_is_away_is_waited_for_until_it_is_too_late(stage: Stage) -> None:
    await stage.playground.zeeg_listener.stop()
    await stage.type(ALEX)
    await stage.card_says("About to be sent")

    stage.pass_time(301)

    told = await stage.told("Reference ")
    assert NOBODY in told
    assert "never call late" in told or "could not be reached" in told
    await stage.playground.zeeg_listener.start()
    assert stage.posts == []


async def test_an_uncertain_call_is_never_sent_again_and_a_person_settles_it(
    stage: Stage,
) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(ALEX)
    await stage.told("Reference ")
    stage.pass_time(3600)
    assert len(stage.posts) == 1

    await stage.jane.click(stage.replies()[0], "it_rang")

    await stage.told("<@U_JANE> says that it rang.")
    await stage.card_says("It rang, by a teammate's word")
    await stage.told("For a while nobody knew what became of call #1. It stands at: It rang")
    assert "nobody_called" not in str([reply.blocks for reply in stage.replies()])


async def test_of_a_call_for_later_a_person_says_whether_zeeg_has_it(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.told("Reference ")
    await stage.card_says("Unknown: nobody knows yet whether Zeeg has it")
    assert "it_rang" not in str(stage.replies()[0].blocks)
    assert "would ring the same person twice" in str(stage.replies()[0].blocks)

    await stage.jane.click(stage.replies()[0], "zeeg_has_it")

    await stage.told("<@U_JANE> says that Zeeg has it.")
    await stage.card_says("Scheduled: Zeeg has it")
    await stage.type("cancel 1")
    await stage.whispered("I can't stop call #1: Zeeg has it. *It will ring*")
    assert len(stage.posts) == 1


async def test_every_word_about_a_call_is_told_in_its_thread(stage: Stage) -> None:
    boss = stage.let_in(User(id="U_BOS", name="bos", real_name="Bos", is_admin=True))
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.told("Reference ")
    await stage.jane.click(stage.replies()[0], "zeeg_has_it")
    await stage.told("<@U_JANE> says that Zeeg has it.")
    stage.pass_time(3 * 24 * 3600)
    await stage.told("I have heard nothing of it since")

    await boss.click(stage.replies()[-1], "it_rang")

    await stage.told("<@U_BOS> says that it rang.")
    await stage.told("For a while nobody knew what became of call #1. It stands at: It rang")
    await stage.until(lambda: None if "it_rang" in str(stage.replies()) else True)
    assert "<@U_JANE> says that Zeeg has it." in stage.thread()


async def test_nobody_was_called_opens_the_form_to_try_again(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(ALEX)
    await stage.told("Reference ")

    assert "ring the same person again" in str(stage.replies()[0].blocks)
    await stage.jane.click(stage.replies()[0], "nobody_called")

    await stage.told("<@U_JANE> says that nobody was called.")
    await stage.card_says("Nobody was called, by a teammate's word")
    await stage.form()
    await stage.jane.submit()
    await stage.form()


async def test_what_zeeg_does_not_have_any_more_may_have_rung(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.told("Reference ")
    reply = stage.replies()[0]
    stage.pass_time(3 * 24 * 3600)

    await stage.jane.click(reply, "not_at_zeeg")

    asked = await stage.whispered("nobody knows whether it rang")
    assert stage.house.ledger.call(1).status is Status.UNCERTAIN  # type: ignore[union-attr]
    assert "Did it really not ring?" in str(asked.blocks)
    await stage.jane.click(asked, "it_rang")
    await stage.card_says("It rang, by a teammate's word")


async def test_what_is_not_at_zeeg_is_tried_again(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.told("Reference ")

    await stage.jane.click(stage.replies()[0], "not_at_zeeg")

    await stage.told("<@U_JANE> says that nobody was called.")
    await stage.form()


async def test_who_says_too_late_that_nobody_was_called_gets_no_form(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(ALEX)
    await stage.told("Reference ")
    reply = deepcopy(stage.replies()[0])
    await stage.jane.click(reply, "it_rang")
    await stage.told("says that it rang")

    await stage.jane.click(reply, "nobody_called")

    await stage.whispered("too late for that, or done already")
    await stage.jane.open_home()
    await stage.until(lambda: stage.playground.traffic.of("views.publish") or None)
    assert stage.playground.traffic.of("views.open") == []


async def test_how_the_second_try_ends_is_told_where_a_person_told_of_the_first(
    stage: Stage,
) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(ALEX)
    await stage.told("Reference ")
    await stage.jane.click(stage.replies()[0], "nobody_called")
    await stage.form()
    stage.pass_time(60.6)  # Zeeg tells a start in whole seconds
    await stage.jane.submit()
    await stage.jane.submit({"yes": ["yes"]})
    second = await stage.until(lambda: stage.playground.zeeg.calls[-1:] or None)
    await stage.until(lambda: "Pending" in stage.cards()[-1].text or None)

    assert await stage.playground.zeeg.complete(second[0]) == [200]

    await stage.until(lambda: "Answered" in stage.cards()[-1].text or None)


async def test_an_admin_says_so_too_and_calls_again_without_seeing_the_number(
    stage: Stage,
) -> None:
    boss = stage.let_in(User(id="U_BOS", name="b", real_name="B", is_admin=True))
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(ALEX)
    await stage.told("Reference ")

    await boss.click(stage.replies()[0], "nobody_called")

    await stage.told("<@U_BOS> says that nobody was called.")
    form = await stage.until(lambda: boss.modal)
    assert "23125001" not in str(form.content)
    await boss.submit()
    await boss.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1]["phoneNumber"] == "+493023125001"


async def test_only_the_requester_settles_a_call(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", reset())
    await stage.type(ALEX)
    await stage.told("Reference ")
    omar = stage.playground.person("U_OMAR")

    await omar.click(stage.replies()[0], "it_rang")

    await stage.whispered("Only <@U_JANE> and admins can do that", to=omar)
    assert not any("says that" in text for text in stage.thread())
