"""Once a call is over: its details, the next step, and an outcome that fits no call."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.calls.draft import Draft
from bot.errors import LedgerError
from bot.ledger import SqlLedger
from bot.playground.faults import slack_error
from bot.playground.person import Person
from bot.playground.records import Message, User, View
from bot.playground.zeeg_outcomes import Call, Outcome
from bot.slack import admins
from tests.conversations.stage import ALEX, TEAM, Stage, on_stage
from tests.conversations.test_who_may_press import press

LONG = [{"role": "agent", "message": f"Sentence {n} of a long talk. " * 20} for n in range(200)]


async def over(stage: Stage, outcome: Outcome = Outcome.ANSWERED, **changes: object) -> Message:
    """Jane's call has ended: the reply that tells it."""
    await stage.type(ALEX)
    await stage.told("Zeeg call 42")
    await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0], outcome, **changes)
    await stage.told("*Alex Mueller*")
    return await stage.until(
        lambda: next(
            (each for each in stage.replies() if "call_details" in str(each.blocks)), None
        )
    )


def omar(stage: Stage) -> Person:
    return stage.playground.person("U_OMAR")


def ada(stage: Stage) -> Person:
    """Let an admin in."""
    person = stage.playground.person(
        User(id="U_ADA", name="ada", real_name="Ada Boss", is_admin=True)
    )
    stage.playground.workspace.channels["C_SALES"].members.add("U_ADA")
    return person


async def opened(stage: Stage, person: Person) -> str:
    """Wait for a view on somebody's screen, and give all that it says."""
    view = await stage.until(lambda: person.modal)
    return str(view.content)


async def test_the_requester_opens_all_of_it(stage: Stage) -> None:
    reply = await over(stage)

    await stage.jane.click(reply, "call_details")

    shown = await opened(stage, stage.jane)
    for fact in (
        "+493023125001",
        "alex.mueller@example.com",
        "Answered, 1 min 35 s",
        "team size: 12",
        "Agent: Hello, am I speaking to Alex Mueller?",
        "Contact: Tomorrow is fine, thank you.",
    ):
        assert fact in shown


async def test_an_admin_opens_all_of_it_too(stage: Stage) -> None:
    boss = ada(stage)
    reply = await over(stage)

    await boss.click(reply, "call_details")

    assert "+493023125001" in await opened(stage, boss)


async def test_admins_are_those_that_are_listed(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ADMINS="U0OMAR") as stage:
        stage.playground.workspace.add_user(User(id="U0OMAR", name="o", real_name="O"))
        stage.playground.workspace.channels["C_SALES"].members.add("U0OMAR")
        listed, boss = stage.playground.person("U0OMAR"), ada(stage)
        reply = await over(stage)

        await listed.click(reply, "call_details")
        assert "+493023125001" in await opened(stage, listed)
        await boss.click(reply, "call_details")
        await stage.whispered("Only <@U_JANE> and admins", to=boss)


async def test_those_that_are_listed_are_told_and_set_what_holds_in_a_channel(
    tmp_path: Path,
) -> None:
    async with on_stage(tmp_path / "calls.db", ADMINS="U0OMAR") as stage:
        listed = stage.let_in(User(id="U0OMAR", name="o", real_name="O"))
        boss = ada(stage)

        await stage.deliver(b"plain words")
        await stage.until(
            lambda: [e for e in listed.sees_from_app() if "I can't read" in e.text] or None
        )
        assert boss.sees_from_app() == []

        await listed.type_command("C_SALES", "/zeegcall", "settings")
        await stage.until(lambda: listed.modal)
        await listed.submit({"channel.region": "DE"})
        kept = stage.house.ledger.preferences("C_SALES", team_id=TEAM)
        assert kept["C_SALES"].region == "DE"


async def test_admins_are_found_on_every_page_that_slack_gives(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admins, "PAGE", 1)
    ada(stage)
    zoe = stage.let_in(User(id="U_ZOE", name="zoe", real_name="Zoe", is_owner=True))

    await stage.deliver(b"plain words")

    assert "I can't read" in (await alert(stage)).text
    await stage.until(lambda: zoe.sees_from_app() or None)


async def test_nobody_else_opens_it(stage: Stage) -> None:
    reply = await over(stage)

    await omar(stage).click(reply, "call_details")

    await stage.whispered("Only <@U_JANE> and admins can open the details", to=omar(stage))
    assert omar(stage).modal is None


async def test_everybody_opens_it_masked_where_all_is_shared(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", SHARE_RESULTS="all") as stage:
        reply = await over(stage, conversationAnalysis={"summary": "Call +49 151 23456789"})

        await omar(stage).click(reply, "call_details")

        shown = await opened(stage, omar(stage))
        assert "Hello, am I speaking to" in shown
        assert "23125001" not in shown
        assert "23456789" not in shown.replace(" ", "")
        assert "example.com" not in shown.replace("zoom.example", "")


async def test_an_end_that_is_told_at_length_is_told(stage: Stage) -> None:
    more_than_a_megabyte = [{"role": "agent", "message": "word " * 60} for _ in range(4_000)]

    await over(stage, transcript=more_than_a_megabyte)


async def test_a_long_transcript_is_whole_on_several_pages(stage: Stage) -> None:
    reply = await over(stage, transcript=LONG)
    await stage.jane.click(reply, "call_details")
    pages = [await opened(stage, stage.jane)]

    while "details_later" in pages[-1]:
        assert stage.jane.modal is not None
        await stage.jane.click(stage.jane.modal, "details_later")
        pages.append(await turned(stage, pages[-1]))

    assert len(pages) > 3
    whole = "".join(pages)
    assert [n for n in range(200) if f"Sentence {n} of" not in whole] == []
    assert whole.count("talk.") == 200 * 20
    assert stage.jane.modal is not None
    await stage.jane.click(stage.jane.modal, "details_earlier")
    assert f"Page {len(pages) - 1} of {len(pages)}" in await turned(stage, pages[-1])


async def test_a_page_that_slack_does_not_turn_stays(stage: Stage) -> None:
    turns = [
        {"role": "agent", "message": f"Sentence {n} of a long talk. " * 20} for n in range(99)
    ]
    reply = await over(stage, transcript=turns)
    await stage.jane.click(reply, "call_details")
    before = await opened(stage, stage.jane)
    stage.playground.faults.next("views.update", slack_error("not_found"))

    assert stage.jane.modal is not None
    await stage.jane.click(stage.jane.modal, "details_later")
    await stage.jane.click(stage.jane.modal, "details_later")

    assert "Page 2 of" in await turned(stage, before)


async def turned(stage: Stage, before: str) -> str:
    """Wait for another page on Jane's screen."""

    def page() -> str | None:
        view = stage.jane.modal
        return None if view is None or str(view.content) == before else str(view.content)

    return await stage.until(page)


async def test_a_strangers_words_are_plain_in_the_details(stage: Stage) -> None:
    evil = "<!channel> <https://evil.example|bank> \u202e"
    reply = await over(
        stage,
        transcript=[{"role": evil, "message": evil}],
        conversationAnalysis={"summary": evil, "data": {evil: evil}},
        actions=[evil],
        booking={"title": evil, "location": {"joinUrl": evil}},
    )

    await stage.jane.click(reply, "call_details")
    await opened(stage, stage.jane)

    assert stage.jane.modal is not None
    texts = [block["text"] for block in stage.jane.modal.blocks if "text" in block]
    marked = [text["text"] for text in texts if text["type"] == "mrkdwn"]
    assert not any("<!channel" in text or "<https://evil" in text for text in marked)
    assert not any("\u202e" in text["text"] for text in texts)


async def test_call_again_now_opens_the_form_and_calls_once_it_is_sent(stage: Stage) -> None:
    reply = await over(stage, Outcome.BUSY)

    await stage.jane.click(reply, "again_now")

    view = await stage.form()
    assert view.values["full_name"]["value"]["value"] == "Alex Mueller"
    assert view.values["phone_number"]["value"]["value"] == "+493023125001"
    assert "Zeeg was asked to call this number in the last 24 hours: call #1" in str(view.content)
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert "call #2, after #1" in stage.cards()[1].text


async def test_a_call_to_somebody_else_comes_after_none(stage: Stage) -> None:
    reply = await over(stage, Outcome.BUSY)
    await stage.jane.click(reply, "again_now")
    await stage.form()

    await stage.jane.submit({"phone_number": "+49 30 23125777", "email": "tom@example.com"})

    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert "call #2" in stage.cards()[1].text
    assert "after #1" not in stage.cards()[1].text


STEPS = [
    pytest.param("again_now", None, id="now"),
    pytest.param("again_in_an_hour", "2026-11-23 10:00:00", id="in an hour"),
    pytest.param("again_tomorrow", "2026-11-24 09:00:00", id="tomorrow at this time"),
]


@pytest.mark.parametrize(("step", "scheduled"), STEPS)
async def test_each_step_has_its_time(stage: Stage, step: str, scheduled: str | None) -> None:
    reply = await over(stage, Outcome.NOT_ANSWERED)

    await stage.jane.click(reply, step)
    await stage.form()
    await stage.jane.submit({"yes": ["yes"]})

    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1].get("scheduledTime") == scheduled


async def test_a_time_outside_calling_hours_becomes_the_next_usual_one(stage: Stage) -> None:
    reply = await over(stage, Outcome.BUSY)
    stage.pass_time(10.5 * 3600)

    await stage.jane.click(reply, "again_in_an_hour")

    view = await stage.form()
    assert "I put the next usual time instead: Tue, 24 Nov 2026, " in str(view.content)
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1]["scheduledTime"] == "2026-11-24 07:00:00"


async def test_a_button_works_once_and_says_who_pressed_it(stage: Stage) -> None:
    boss = ada(stage)
    reply = await over(stage, Outcome.BUSY)
    await stage.jane.click(reply, "again_now")
    await stage.form()
    await stage.told("<@U_JANE> pressed *Call again now*.")

    await boss.click(reply, "again_now")

    await stage.whispered("<@U_JANE> pressed that already, and has the form.", to=boss)
    await stage.answered()
    assert boss.modal is None


async def test_of_two_who_press_at_once_one_has_the_form(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    boss = ada(stage)
    reply = await over(stage, Outcome.BUSY)
    await stage.jane.click(reply, "again_now")
    await stage.form()
    find: Callable[..., Draft | None] = SqlLedger.draft_with_key
    looked: list[str] = []

    def too_early(ledger: SqlLedger, key: str) -> Draft | None:
        looked.append(key)
        return None if len(looked) == 1 else find(ledger, key)

    monkeypatch.setattr(SqlLedger, "draft_with_key", too_early)
    await boss.click(reply, "again_now")

    await stage.whispered("<@U_JANE> pressed that already, and has the form.", to=boss)
    await stage.answered()
    assert boss.modal is None


async def test_the_second_press_names_the_call_that_the_first_became(stage: Stage) -> None:
    reply = await over(stage, Outcome.BUSY)
    await stage.jane.click(reply, "again_now")
    await stage.form()
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)

    await stage.jane.click(reply, "again_now")

    await stage.whispered("<@U_JANE> pressed that already: it is call #2.")
    assert len(stage.posts) == 2


async def test_whoever_pressed_first_may_come_back_to_the_form(stage: Stage) -> None:
    reply = await over(stage, Outcome.BUSY)
    await stage.jane.click(reply, "again_now")
    await stage.form()
    await stage.jane.close_modal()

    await stage.jane.click(reply, "again_now")

    await stage.form()


async def test_each_press_is_named_beside_the_others(stage: Stage) -> None:
    boss = ada(stage)
    reply = await over(stage, Outcome.BUSY)
    await stage.jane.click(reply, "again_now")
    await stage.form()
    await boss.click(reply, "again_tomorrow")

    await stage.told(
        "<@U_JANE> pressed *Call again now*. <@U_ADA> pressed *Tomorrow at this time*."
    )


async def test_who_comes_back_to_a_step_later_gets_its_time_and_warnings_anew(
    stage: Stage,
) -> None:
    reply = await over(stage, Outcome.BUSY)
    await stage.jane.click(reply, "again_in_an_hour")
    first = await stage.form()
    assert "in the last 24 hours" in str(first.content)
    await stage.jane.close_modal()
    stage.pass_time(3 * 3600)

    await stage.jane.click(reply, "again_in_an_hour")

    again = await stage.form()
    assert picked(again) == picked(first) + 3 * 3600
    assert "in the last 24 hours" in str(again.content)
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)


async def test_who_comes_back_to_a_step_finds_the_words_that_were_typed(stage: Stage) -> None:
    reply = await over(stage, Outcome.BUSY)
    await stage.jane.click(reply, "again_in_an_hour")
    await stage.form()
    await stage.jane.submit({"when_words": "friday 3pm"})
    await stage.jane.close_modal()
    stage.pass_time(3 * 3600)

    await stage.jane.click(reply, "again_in_an_hour")

    await stage.form()
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1]["scheduledTime"] == "2026-11-27 14:00:00"


def picked(view: View) -> int:
    """The time that a form opens with."""
    [block] = [block for block in view.blocks if block.get("block_id") == "when_picked"]
    return int(block["element"]["initial_date_time"])


async def test_somebody_else_takes_the_next_step_and_sees_the_number_masked(
    stage: Stage,
) -> None:
    reply = await over(stage, Outcome.BUSY)

    await omar(stage).click(reply, "again_now")

    view = await stage.until(lambda: omar(stage).modal)
    assert "••••5001" in str(view.content)
    assert "23125001" not in str(view.content)


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage with an admin, and two open calls to one number by one agent."""
    async with on_stage(tmp_path / "calls.db") as stage:
        ada(stage)
        await stage.type(ALEX)
        await stage.told("Zeeg call 42")
        await stage.type(f"{ALEX} in 1 minute")
        await stage.form()
        await stage.jane.submit({"yes": ["yes"]})
        await stage.until(lambda: len(stage.playground.zeeg.calls) == 2 or None)
        await stage.until(lambda: len(stage.cards()) == 2 or None)
        await settled(stage)
        yield stage


async def settled(stage: Stage) -> None:
    """Wait until everything is said."""
    while stage.house.ledger.look(now=stage.now()).seconds is not None:  # noqa: ASYNC110
        await asyncio.sleep(0.01)


async def alert(stage: Stage) -> Message:
    boss = stage.playground.person("U_ADA")
    return await stage.until(lambda: next(iter(boss.sees_from_app()), None))


def ended(stage: Stage) -> Call:
    return stage.playground.zeeg.calls[0]


async def test_an_outcome_that_fits_two_calls_is_an_admins_to_assign(two: Stage) -> None:
    assert await two.playground.zeeg.complete(ended(two)) == [200]

    asked = await alert(two)
    assert "I can't tell which" in asked.text
    assert "Answered, 1 min 35 s, +49 30 ••••5001, agent Sales, began" in asked.text
    boss = two.playground.person("U_ADA")
    await boss.click(asked, "assign_event")
    assert "#2 Alex Mueller, +49 30 ••••5001" in await opened(two, boss)
    await boss.submit({"call": "1"})

    await two.told("<@U_JANE> *Alex Mueller* answered")
    await two.card_says("Answered")


async def test_an_admin_whom_the_bot_knows_is_asked_in_their_language(two: Stage) -> None:
    boss = two.playground.person("U_ADA")
    two.playground.workspace.users["U_ADA"].locale = "de-DE"
    await boss.type_command("C_SALES", "/zeegcall", "help")
    await two.whispered("Schreib einen Namen", to=boss)

    await two.playground.zeeg.complete(ended(two))

    assert "Ein Anruf ist zu Ende" in (await alert(two)).text


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        pytest.param(0, "Ein Anruf ist zu Ende", id="in their language"),
        pytest.param(1, "A call has ended", id="in the team's, if Slack does not say theirs"),
    ],
)
async def test_so_is_one_whom_it_has_never_met(two: Stage, refused: int, said: str) -> None:
    two.playground.workspace.users["U_ADA"].locale = "de-DE"
    two.playground.faults.next("users.info", slack_error("user_not_found"), times=refused)

    await two.playground.zeeg.complete(ended(two))

    assert said in (await alert(two)).text


async def test_it_is_shown_to_each_admin_once(two: Stage) -> None:
    for _ in range(3):
        await two.playground.zeeg.complete(ended(two), conversationId="c1")
    await alert(two)
    await settled(two)

    boss = two.playground.person("U_ADA")
    assert len(boss.sees_from_app()) == 1
    assert not any("can't tell which" in str(each) for each in two.jane.sees_from_app())


async def test_an_outcome_is_assigned_once(two: Stage) -> None:
    await two.playground.zeeg.complete(ended(two))
    asked = await alert(two)
    boss = two.playground.person("U_ADA")
    await boss.click(asked, "assign_event")
    await opened(two, boss)
    await boss.submit({"call": "none"})
    await two.until(
        lambda: (
            [each for each in boss.sees_from_app() if "said that this was none" in each.text]
            or None
        )
    )

    await boss.click(asked, "assign_event")

    await two.until(
        lambda: (
            [
                each
                for each in boss.sees_from_app()
                if each.only_for and "said that this was none of our calls" in each.text
            ]
            or None
        )
    )
    assert not any("answered" in text for text in two.thread())


async def test_what_was_assigned_is_told_though_nothing_can_be_read_any_more(
    two: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await two.playground.zeeg.complete(ended(two))
    asked = await alert(two)
    boss = two.playground.person("U_ADA")
    await boss.click(asked, "assign_event")
    await opened(two, boss)
    assign: Callable[..., bool] = SqlLedger.assign

    def away(*_: object) -> None:
        raise LedgerError("the database is away")

    def assign_and_go(*given: Any, **named: Any) -> bool:
        done = assign(*given, **named)
        monkeypatch.setattr(SqlLedger, "event", away)
        return done

    monkeypatch.setattr(SqlLedger, "assign", assign_and_go)
    await boss.submit({"call": "1"})

    told = await two.until(
        lambda: next((e.text for e in boss.sees_from_app() if "assigned" in e.text), None)
    )
    assert told == "<@U_ADA> assigned this to call #1."


async def test_an_outcome_whose_number_was_forgotten_is_nobodys_to_assign(two: Stage) -> None:
    boss = two.playground.person("U_ADA")
    await two.playground.zeeg.complete(ended(two))
    asked = await alert(two)
    await two.forget("+49 30 23125001", by=boss)
    await two.whispered("forgotten as a whole", to=boss)

    await boss.click(asked, "assign_event")

    await wrote(two, "Nothing was changed: that call has its outcome already, or is gone.")
    await two.answered()
    assert boss.modal is None


async def test_only_admins_assign(two: Stage) -> None:
    await two.playground.zeeg.complete(ended(two))
    asked = await alert(two)
    two.playground.workspace.users["U_ADA"].is_admin = False
    boss = two.playground.person("U_ADA")

    await boss.click(asked, "assign_event")

    await two.until(
        lambda: [each for each in boss.sees_from_app() if "Only admins" in each.text] or None
    )
    await two.answered()
    assert boss.modal is None


async def wrote(stage: Stage, words: str) -> Message:
    """Wait until the bot has told the admin something with these words."""
    boss = stage.playground.person("U_ADA")
    return await stage.until(
        lambda: next((each for each in boss.sees_from_app() if words in each.text), None)
    )


async def test_whoever_is_no_admin_any_more_assigns_nothing(two: Stage) -> None:
    await two.playground.zeeg.complete(ended(two))
    asked = await alert(two)
    boss = two.playground.person("U_ADA")
    await boss.click(asked, "assign_event")
    await opened(two, boss)
    two.playground.workspace.users["U_ADA"].is_admin = False

    await boss.submit({"call": "1"})

    await wrote(two, "Only admins")
    assert not any("answered" in text for text in two.thread())


async def test_a_call_ends_once_also_where_two_outcomes_are_assigned_to_it(two: Stage) -> None:
    await two.playground.zeeg.complete(ended(two), conversationId="c1")
    await two.playground.zeeg.complete(ended(two), conversationId="c2")
    boss = two.playground.person("U_ADA")
    both = await two.until(lambda: found if len(found := boss.sees_from_app()) == 2 else None)
    modals = two.playground.workspace.modals
    opened_both = []
    for asked in both:
        await boss.click(asked, "assign_event")
        await opened(two, boss)
        opened_both.append(modals.pop("U_ADA"))

    for opened_one in opened_both:
        modals["U_ADA"] = opened_one
        await boss.submit({"call": "1"})
        await wrote(two, "Nothing was changed" if opened_one is opened_both[1] else "assigned")

    await two.told("answered")
    await settled(two)
    assert len([text for text in two.thread() if "answered" in text]) == 1


GONE = [
    pytest.param("assign_event", "I don't know this outcome any more.", id="assign"),
    pytest.param("again_now", "I don't know this call any more.", id="again"),
    pytest.param("call_details", "I don't know this call any more.", id="details"),
    pytest.param("cancel_call", "I don't know this call any more.", id="cancel"),
    pytest.param("open_form", "This form was sent already", id="an offered form"),
    pytest.param("pick_contact:1", "This form was sent already", id="an earlier contact"),
    pytest.param("meant_subcommand", "This form was sent already", id="what was meant"),
]


@pytest.mark.parametrize("value", ["999", "of long ago"])
@pytest.mark.parametrize(("button", "said"), GONE)
async def test_a_button_of_what_is_gone_says_so(
    stage: Stage, button: str, said: str, value: str
) -> None:
    boss = ada(stage)
    await stage.type(ALEX)
    card = await stage.card_says("asked for a call")

    assert await press(stage, boss, card, button, value) == 200

    await stage.whispered(said, to=boss)
    await stage.answered()
    assert boss.modal is None


async def test_a_delivery_that_is_gone_says_so(stage: Stage) -> None:
    boss = ada(stage)
    await stage.type(ALEX)
    card = await stage.card_says("asked for a call")

    assert await press(stage, boss, card, "show_raw", "999") == 200

    assert "There is nothing kept of this any more." in await opened(stage, boss)


async def test_a_delivery_is_for_admins_to_read(stage: Stage) -> None:
    ada(stage)
    await stage.deliver(b"about Alex")
    await alert(stage)
    await stage.type(ALEX)
    card = await stage.card_says("asked for a call")

    await press(stage, stage.jane, card, "show_raw", "1")

    shown = await opened(stage, stage.jane)
    assert "about Alex" not in shown
    assert "There is nothing kept of this any more." in shown


async def test_a_call_that_begins_an_hour_early_warns_of_the_zone(stage: Stage) -> None:
    ada(stage)
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.told("is scheduled")
    call = stage.playground.zeeg.calls[0]

    await stage.playground.zeeg.complete(call, startedAt="2026-11-24T12:00:10Z")

    boss = stage.playground.person("U_ADA")
    told = await stage.until(
        lambda: next((e.text for e in boss.sees_from_app() if "ZEEG_TIMEZONE" in e.text), None)
    )
    assert "began about 1 hour too early" in told
    await stage.until(lambda: [e for e in boss.sees_from_app() if "can't tell" in e.text] or None)


async def test_a_call_that_begins_hours_late_is_told_and_warned_of(stage: Stage) -> None:
    ada(stage)
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.told("is scheduled")
    call = stage.playground.zeeg.calls[0]

    await stage.playground.zeeg.complete(call, startedAt="2026-11-24T18:00:10Z")

    assert "began about 5 hours too late" in (await alert(stage)).text
    await stage.told("*Alex Mueller* answered")


NONSENSE: list[Any] = [
    pytest.param(b"\xff\xfe torn", id="no text"),
    pytest.param(b'{"event": "ai_agent.call_completed"}', id="no conversation"),
    pytest.param(b"[1, 2]", id="a list"),
    pytest.param(b"plain words", id="no JSON"),
]


@pytest.mark.parametrize("body", NONSENSE)
async def test_what_nobody_understands_is_kept_for_an_admin(stage: Stage, body: bytes) -> None:
    boss = ada(stage)
    answer = await stage.deliver(body)
    assert answer.status_code == 200

    told = await alert(stage)
    assert "I can't read" in told.text
    await boss.click(told, "show_raw")
    shown = await opened(stage, boss)
    assert body.decode("utf-8", "replace").split()[-1] in shown.replace("\\xa0", " ")
