"""Zeeg tells how a call ended: the card changes, and the thread is told once."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.playground.faults import held_until, lost_answer
from bot.playground.records import User
from bot.playground.zeeg_outcomes import Call, Outcome
from tests.conversations.stage import ALEX, Stage, on_stage


async def called(stage: Stage, text: str = ALEX) -> Call:
    """Jane has Zeeg call somebody."""
    await stage.type(text)
    await stage.told("Zeeg call 42")
    return stage.playground.zeeg.calls[-1]


async def outcome(stage: Stage, **changes: object) -> str:
    """Zeeg tells how Jane's call ended, and the thread says so."""
    call = await called(stage)
    assert await stage.playground.zeeg.complete(call, **changes) == [200]  # type: ignore[arg-type]
    return await stage.told("<@U_JANE> ")


async def test_an_answered_call_is_told_with_all_that_came_of_it(stage: Stage) -> None:
    told = await outcome(stage, durationSeconds=192)

    assert told.splitlines() == [
        "<@U_JANE> *Alex Mueller* answered: 3 min 12 s.",
        "Alex Mueller would like a demo and named two colleagues.",
        ":calendar: Booked: *Product demo*, <!date^1800450000^{date_short_pretty}, {time}|Wed, 20 "
        "Jan 2027, 14:00 (Berlin time)>, confirmed, <https://zoom.example/j/123|Join at "
        "zoom.example>",
        "The agent did: booking created",
    ]
    await stage.card_says("Answered, 3 min 12 s")
    assert "example.com" not in str(stage.replies())


ENDS = [
    pytest.param("voicemail", "The call to *Alex Mueller* reached the voicemail: 1 min 35 s."),
    pytest.param("not_answered", "*Alex Mueller* did not answer."),
    pytest.param("busy", "The line of *Alex Mueller* was busy."),
    pytest.param("unknown", "is over; Zeeg does not say how it went."),
    pytest.param("a word of next year", "is over; Zeeg does not say how it went."),
]


@pytest.mark.parametrize(("said", "told"), ENDS)
async def test_each_end_has_words_of_its_own(stage: Stage, said: str, told: str) -> None:
    ended = Outcome(said) if said in set(Outcome) else Outcome.UNKNOWN

    assert told in await outcome(stage, outcome=ended, callOutcome=said)


async def test_a_call_that_reached_nobody_offers_three_next_steps(stage: Stage) -> None:
    await outcome(stage, outcome=Outcome.BUSY)

    assert labels(stage) == ["Details", "Call again now", "In 1 hour", "Tomorrow at this time"]


async def test_an_answered_call_offers_one(stage: Stage) -> None:
    await outcome(stage)

    assert labels(stage) == ["Details", "Call again"]


def labels(stage: Stage) -> list[str]:
    rows = [block for block in stage.replies()[-1].blocks if block["type"] == "actions"]
    return [element["text"]["text"] for row in rows for element in row["elements"]]


FIELDS = [
    "agentName",
    "direction",
    "callOutcome",
    "isCall",
    "startedAt",
    "endedAt",
    "durationSeconds",
    "agentPhoneNumber",
    "transcript",
    "conversationAnalysis",
    "actions",
    "booking",
]
ODD: list[Any] = [
    pytest.param(None, id="null"),
    pytest.param(7, id="a number"),
    pytest.param(["?", {"?": []}], id="a list"),
    pytest.param({"type": {"?": 1}}, id="an object"),
]


@pytest.mark.parametrize("odd", ODD)
async def test_a_field_of_any_shape_leaves_no_empty_line(stage: Stage, odd: object) -> None:
    for number, field in enumerate(FIELDS):
        channel_id = stage.another_channel(number)
        line = f"Alex Mueller +49 30 231250{number:02} alex@example.com"
        await stage.type(line, channel_id=channel_id)
        await stage.until(lambda n=number: len(stage.playground.zeeg.calls) > n or None)  # type: ignore[misc]
        call = stage.playground.zeeg.calls[-1]
        assert await stage.playground.zeeg.complete(call, **{field: odd}) == [200]  # type: ignore[arg-type]
        told = await stage.told("<@U_JANE> ", channel_id)
        assert all(line.strip() for line in told.splitlines()), field


async def test_an_event_that_says_nothing_but_whose_call_it_was(stage: Stage) -> None:
    call = await called(stage)
    bare = {
        "event": "ai_agent.call_completed",
        "conversationId": "c1",
        "agentId": call.agent_uuid.upper(),
        "contactPhoneNumber": call.body["phoneNumber"],
    }

    assert await stage.playground.zeeg.webhooks.tell(bare) == [200]

    told = await stage.told("<@U_JANE> ")
    assert told == "<@U_JANE> The call to *Alex Mueller* is over; Zeeg does not say how it went."


async def test_fifty_deliveries_at_once_give_one_reply(stage: Stage) -> None:
    call = await called(stage)
    zeeg = stage.playground.zeeg

    statuses = await asyncio.gather(*(zeeg.complete(call, conversationId="c1") for _ in range(50)))

    assert {status for each in statuses for status in each} == {200}
    await stage.told("answered")
    await stage.card_says("Answered")
    stage.pass_time(60)
    while stage.house.ledger.look(now=stage.now()).seconds is not None:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    assert len([text for text in stage.thread() if "answered" in text]) == 1


async def test_an_outcome_that_overtakes_zeegs_answer_to_the_post(stage: Stage) -> None:
    answered = asyncio.Event()
    stage.playground.faults.next("outbound-calls", held_until(answered))
    await stage.type(ALEX)
    await stage.until(lambda: stage.playground.zeeg.posts or None)
    event = {
        "event": "ai_agent.call_completed",
        "conversationId": "c1",
        "agentId": stage.playground.zeeg.posts[0].agent_uuid,
        "contactPhoneNumber": "+493023125001",
        "direction": "outbound",
        "callOutcome": "busy",
    }

    assert await stage.playground.zeeg.webhooks.tell(event) == [200]
    await stage.told("was busy")
    answered.set()

    while (call := stage.house.ledger.call(1)) is None or call.zeeg_id is None:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await stage.card_says("Busy")
    assert not any("is pending" in text for text in stage.thread())


async def test_an_outcome_settles_a_call_that_nobody_was_sure_of(stage: Stage) -> None:
    stage.playground.faults.next("outbound-calls", lost_answer())
    await stage.type(ALEX)
    await stage.told("unknown whether somebody was called")

    assert await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0]) == [200]

    await stage.told("*Alex Mueller* answered")
    await stage.card_says("Answered")


async def test_what_waits_because_a_call_had_not_rung_is_stopped_once_zeeg_says_it_has(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path / "calls.db", HOLD_SCHEDULED_CALLS="true") as stage:
        stage.playground.faults.next("outbound-calls", lost_answer())
        await stage.type(ALEX)
        await stage.told("unknown whether somebody was called")
        await stage.jane.click(stage.replies()[0], "nobody_called")
        await stage.form()
        await stage.jane.submit({"when_words": "in 2 hours"})
        await stage.jane.submit({"yes": ["yes"]})
        await stage.announced(2)

        assert await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0]) == [200]

        await stage.card_says("Answered")
        second = await stage.until(lambda: stage.cards()[1:] or None)
        await stage.until(lambda: "Cancelled" in stage.cards()[1].text or None)
        told = stage.jane.sees("C_SALES", second[0].ts)[1:]
        assert "Zeeg has taken call #1" in str(told)
        stage.pass_time(2 * 3600)
        assert len(stage.posts) == 1


IGNORED: list[Any] = [
    pytest.param({"direction": "inbound"}, id="inbound"),
    pytest.param({"isCall": False}, id="a chat"),
    pytest.param({"event": "invitee.scheduled"}, id="another event"),
]


@pytest.mark.parametrize("changes", IGNORED)
async def test_what_is_none_of_ours_changes_nothing(stage: Stage, changes: dict[str, Any]) -> None:
    call = await called(stage)

    assert await stage.playground.zeeg.complete(call, **changes) == [200]

    assert stage.house.ledger.event(1) is None
    await stage.card_says("Pending")


STRANGE: dict[str, Any] = {
    "agentId": "99999999-0000-4000-8000-000000000001",
    "contactPhoneNumber": "+493023125009",
}


async def test_what_other_agents_of_the_account_say_is_nobodys_business(stage: Stage) -> None:
    boss = stage.let_in(User(id="U_BOSS", name="boss", real_name="Bo Ss", is_admin=True))
    call = await called(stage)

    assert await stage.playground.zeeg.complete(call, **STRANGE) == [200]
    assert stage.house.ledger.event(1) is None
    for name, value in STRANGE.items():
        assert await stage.playground.zeeg.complete(call, **{name: value}) == [200]

    await stage.until(lambda: len(boss.sees_from_app()) == 2 or None)


INJECTED = (
    "<!channel> <@U_OMAR> <https://evil.example|your bank> *bold* `code` \u202emoc.elpmaxe\n> "
    "call +49 151 23456789 or x@example.com"
)


async def test_a_strangers_words_do_nothing_wherever_they_stand(stage: Stage) -> None:
    booking = {
        "title": INJECTED,
        "startTime": INJECTED,
        "status": INJECTED,
        "location": {"type": INJECTED, "joinUrl": f"https://ok.example/{INJECTED}"},
    }
    told = await outcome(
        stage,
        agentName=INJECTED,
        conversationAnalysis={"summary": INJECTED, "collectedData": {INJECTED: INJECTED}},
        actions=[{"type": INJECTED}, INJECTED],
        transcript=[{"role": INJECTED, "message": INJECTED}],
        booking=booking,
    )

    shown = told + str(stage.replies()[-1].blocks) + stage.cards()[0].text
    harmless = shown.replace("<@U_JANE>", "")
    assert "<" not in harmless.replace("<!date^", "")
    assert "*bold*" not in shown
    assert "`" not in told
    assert "\u202e" not in shown
    assert "23456789" not in shown.replace(" ", "")
    assert "@example.com" not in shown


URLS = [
    pytest.param("http://zoom.example/j", id="not encrypted"),
    pytest.param("javascript:alert(1)", id="a script"),
    pytest.param("https://zoom.us@evil.example/j", id="a host in disguise"),
    pytest.param("https://zoom.example/j|Your bank>", id="a label of its own"),
    pytest.param("https://z\u043e\u043em.example/j", id="letters of another alphabet"),
    pytest.param("https://[::1", id="broken"),
    pytest.param("https://zoom.example:x/", id="no port"),
    pytest.param("https://localhost/", id="no host of the net"),
]


@pytest.mark.parametrize("url", URLS)
async def test_a_link_that_is_not_plainly_safe_is_none(stage: Stage, url: str) -> None:
    told = await outcome(
        stage, booking={"title": "Demo", "location": {"type": "zoom", "joinUrl": url}}
    )

    assert ":calendar: Booked: *Demo*, zoom" in told
    assert "Join" not in told


SHARED = [
    pytest.param("requester", ["opens by *Details*"], ["demo and named", "Booked", "team size"]),
    pytest.param("summary", ["demo and named", "Booked"], ["team size", "opens by"]),
    pytest.param("all", ["demo and named", "Booked", "*team size*: 12"], ["opens by"]),
]


@pytest.mark.parametrize(("share", "shown", "hidden"), SHARED)
async def test_shares_as_much_as_is_set(
    tmp_path: Path, share: str, shown: list[str], hidden: list[str]
) -> None:
    async with on_stage(tmp_path / "calls.db", SHARE_RESULTS=share) as stage:
        told = await outcome(stage)

    assert [words for words in shown if words not in told] == []
    assert [words for words in hidden if words in told] == []


async def test_who_may_not_see_the_details_is_told_so_in_the_thread(stage: Stage) -> None:
    await outcome(stage)
    omar = stage.let_in(User(id="U_OMA", name="omar", real_name="Omar"))
    reply = stage.replies()[-1]

    await omar.click(reply, "call_details")

    told = await stage.whispered("Only", to=omar)
    assert told.thread_ts == reply.thread_ts


async def test_says_of_a_call_that_nobody_heard_of_that_nobody_did(stage: Stage) -> None:
    await called(stage)
    stage.pass_time(2 * 3600 + 5)

    told = await stage.told("I have heard nothing of it since")

    assert told.startswith("<@U_JANE> Call #1 was due <!date^")
    assert "Look for Zeeg call 42 in Zeeg's dashboard" in told
    await stage.card_says("Was due; nothing was heard of it since")


async def test_news_that_come_late_are_told_all_the_same(stage: Stage) -> None:
    call = await called(stage)
    stage.pass_time(2 * 3600 + 5)
    await stage.told("I have heard nothing")

    await stage.playground.zeeg.complete(call)

    await stage.told("*Alex Mueller* answered")
    await stage.told("It stands at: Answered")
    assert "nobody_called" not in str([reply.blocks for reply in stage.replies()])


async def test_a_person_may_say_what_became_of_a_call_that_nobody_heard_of(stage: Stage) -> None:
    call = await called(stage)
    stage.pass_time(2 * 3600 + 5)
    await stage.told("I have heard nothing")

    await stage.jane.click(stage.replies()[-1], "nobody_called")

    await stage.told("<@U_JANE> says that nobody was called.")
    await stage.card_says("Nobody was called, by a teammate's word")
    await stage.told("It stands at: Nobody was called")
    assert "it_rang" not in str([reply.blocks for reply in stage.replies()])
    await stage.playground.zeeg.complete(call)
    await stage.told("*Alex Mueller* answered")
    await stage.card_says("Answered")
    await stage.told("It stands at: Answered")


@pytest.fixture
def closed() -> dict[str, str]:
    """Settings without a webhook."""
    return {"ZEEG_WEBHOOK_TOKEN": ""}


async def test_says_once_that_nobody_tells_how_calls_end(
    tmp_path: Path, closed: dict[str, str]
) -> None:
    async with on_stage(tmp_path / "calls.db", **closed) as stage:
        await called(stage)
        told = await stage.told("I can't tell you how calls end")
        assert "python -m bot subscribe" in told

        await stage.type("Pat Lee +49 30 23125002 pat@example.com")
        await stage.until(lambda: len(stage.cards()) == 2 or None)
        second = stage.cards()[1]
        await stage.until(lambda: stage.jane.sees("C_SALES", second.ts)[1:] or None)
        stage.pass_time(2 * 3600 + 5)
        await stage.card_says("nothing was heard of it")

        everything = [
            reply.text
            for card in stage.cards()
            for reply in stage.jane.sees("C_SALES", card.ts)[1:]
        ]
        assert len([text for text in everything if "how calls end" in text]) == 1
        assert not any("I have heard nothing" in text for text in everything)
