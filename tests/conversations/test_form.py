"""The form: opened empty or filled in, given back with every mistake, submitted."""

from pathlib import Path

import pytest

from bot.playground.block_kit import problems_of
from bot.playground.delivery import Kind
from bot.playground.faults import slack_error
from bot.playground.records import View
from tests.conversations.stage import ALEX, SALES, SUPPORT, Stage, on_stage

FILLED_IN = {
    "full_name": "Alex Mueller",
    "phone_number": "+49 30 23125001",
    "email": "alex.mueller@example.com",
}


def filled_in(stage: Stage, block_id: str) -> str | None:
    """What a field of Jane's form holds."""
    assert stage.jane.modal is not None
    (state,) = stage.jane.modal.values[block_id].values()
    value = state.get("value") or state.get("selected_date_time")
    return None if value is None else str(value)


def hint(stage: Stage, block_id: str) -> str:
    """What the form says below a field."""
    assert stage.jane.modal is not None
    (block,) = [each for each in stage.jane.modal.blocks if each.get("block_id") == block_id]
    return str(block.get("hint", {}).get("text", ""))


def proposed_agent(view: View) -> str:
    """Give the agent that a form is sent with as it opens."""
    (state,) = view.values["agent"].values()
    return str(state["selected_option"]["value"])


async def test_the_bare_command_opens_an_empty_form_that_places_a_call(stage: Stage) -> None:
    await stage.type()
    view = await stage.form()
    assert problems_of(view.content, "modal") == []
    assert filled_in(stage, "full_name") is None
    assert "Zeeg needs" not in hint(stage, "email")  # nothing was left out so far

    await stage.jane.submit({**FILLED_IN, "additional_data": "follow up on the demo"})

    assert stage.jane.modal is None
    await stage.told("is pending")
    assert stage.posts == [
        {
            "phoneNumber": "+493023125001",
            "email": "alex.mueller@example.com",
            "fullName": "Alex Mueller",
            "additionalData": "follow up on the demo",
        }
    ]


async def test_what_is_missing_is_asked_and_the_rest_is_filled_in(stage: Stage) -> None:
    await stage.met()
    await stage.type("Alex Mueller +49 30 23125001 tomorrow 2pm follow up on the demo")
    view = await stage.form()

    assert filled_in(stage, "full_name") == "Alex Mueller"
    assert filled_in(stage, "phone_number") == "+493023125001"
    assert filled_in(stage, "email") is None
    assert filled_in(stage, "when_picked") == "1795525200"
    assert filled_in(stage, "additional_data") == "follow up on the demo"
    assert "email" in hint(stage, "email")
    assert view.content["submit"]["text"] == "Schedule call"
    assert stage.posts == []


async def test_the_first_form_keeps_the_words_until_it_is_known_where_their_writer_lives(
    stage: Stage,
) -> None:
    await stage.type("Alex Mueller +49 30 23125001 tomorrow 2pm")
    await stage.form()
    assert filled_in(stage, "when_words") == "tomorrow 2pm"
    assert "your time zone" in hint(stage, "when_words")

    await stage.jane.submit({"email": "alex@example.com"})

    await stage.told("is scheduled")
    assert stage.posts[0]["scheduledTime"] == "2026-11-24 13:00:00"


async def test_what_is_unclear_is_proposed_with_a_hint(stage: Stage) -> None:
    await stage.type(f"{ALEX} tomorrow at 2 follow up")
    await stage.form()

    assert "I read “tomorrow at 2” as Tue, 24 Nov 2026, 14:00 (Berlin time)" in hint(
        stage, "when_words"
    )
    assert filled_in(stage, "when_picked") == "1795525200"


async def test_every_mistake_comes_back_at_its_field_and_everything_typed_stays(
    stage: Stage,
) -> None:
    await stage.type()
    await stage.form()
    mistakes = {
        "full_name": "Alex Mueller",
        "phone_number": "0151",
        "email": "alex@",
        "when_words": "yesterday at noon",
        "additional_data": "about the demo",
    }

    await stage.jane.submit(mistakes)

    assert stage.jane.modal is not None
    assert set(stage.jane.modal.errors) == {"phone_number", "email", "when_words"}
    assert "alex@example.com" in stage.jane.modal.errors["email"]
    assert {field: filled_in(stage, field) for field in mistakes} == mistakes
    assert stage.posts == []

    await stage.jane.submit(
        {"phone_number": "+49 30 23125001", "email": "alex@example.com", "when_words": "2pm"}
    )
    await stage.told("is scheduled")
    assert stage.posts[0]["scheduledTime"] == "2026-11-23 13:00:00"


async def test_a_number_with_a_tail_is_given_back_and_not_dialled_as_one(stage: Stage) -> None:
    await stage.type("Alex Mueller alex.mueller@example.com demo")
    await stage.form()

    await stage.jane.submit({"phone_number": "+49 30 23125001 / 1"})

    assert stage.jane.modal is not None
    assert "where the number starts or ends" in stage.jane.modal.errors["phone_number"]
    await stage.jane.submit({"phone_number": "+49 30 23125001"})
    await stage.until(lambda: stage.posts or None)
    assert stage.posts[0]["phoneNumber"] == "+493023125001"


async def test_an_unclear_time_typed_into_the_form_comes_back_with_a_proposal(
    stage: Stage,
) -> None:
    await stage.type()
    await stage.form()

    await stage.jane.submit({**FILLED_IN, "when_words": "tomorrow at 2"})

    assert stage.jane.modal is not None
    error = stage.jane.modal.errors["when_words"]
    assert "as Tue, 24 Nov 2026, 14:00 (Berlin time)" in error
    assert "if you meant Tue, 24 Nov 2026, 02:00" in error
    assert "To be sure, type it with date and hour" in error


async def test_a_day_without_an_hour_is_not_to_be_confirmed(stage: Stage) -> None:
    await stage.type()
    await stage.form()

    await stage.jane.submit({**FILLED_IN, "when_words": "tomorrow"})

    assert stage.jane.modal is not None
    assert stage.jane.modal.errors["when_words"] == (
        "“tomorrow” names a day but no hour. Add one, like 2pm. To be sure, type it with date and "
        "hour, or pick it above instead of what stands here."
    )


@pytest.mark.parametrize(
    ("words", "put"),
    [
        pytest.param("tomorrow", "Tue, 24 Nov 2026, 10:00 (Berlin time)", id="no hour"),
        pytest.param("tomorrow 2-3pm", "Tue, 24 Nov 2026, 14:00 (Berlin time)", id="a stretch"),
        pytest.param("lunchtime tomorrow", "12:00 (Berlin time)", id="vague"),
    ],
)
async def test_a_time_that_nobody_typed_is_said_where_it_is_filled_in(
    stage: Stage, words: str, put: str
) -> None:
    await stage.met()
    await stage.type(f"{ALEX} {words}")

    shown = str((await stage.form()).blocks)

    assert "is no exact time. I put" in shown
    assert f"{put}: change it if you meant another time." in shown


async def test_words_of_somebody_without_a_zone_count_if_they_mean_the_same_everywhere(
    stage: Stage,
) -> None:
    stage.playground.workspace.users["U_JANE"].tz = None
    await stage.type("Alex Mueller +49 30 23125001")
    await stage.form()

    ack = await stage.jane.submit({"email": "alex@example.com", "when_words": "tomorrow 2pm"})
    assert list(ack.body["errors"]) == ["when_words"]
    await stage.jane.submit({"when_words": "in 45 minutes"})

    await stage.told("is scheduled")
    assert stage.posts[0]["scheduledTime"] == "2026-11-23 09:45:00"


async def test_words_of_yesterday_are_asked_about_today(stage: Stage) -> None:
    await stage.met()
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"))
    await stage.type("Alex Mueller +49 30 23125001 tomorrow 2pm")
    offer = await stage.whispered("could not open the form")
    stage.pass_time(22 * 3600)
    await stage.jane.click(offer, "open_form")
    await stage.form()

    await stage.jane.submit({"email": "alex.mueller@example.com"})
    await stage.met_again()
    await stage.jane.submit()

    assert stage.jane.modal is not None
    error = stage.jane.modal.errors["when_words"]
    assert "I read “tomorrow 2pm” as Tue, 24 Nov 2026, 14:00 (Berlin time)" in error
    assert "To be sure, type it with date and hour" in error
    await stage.jane.submit({"when_words": "24 Nov 2026 2pm"})
    await stage.told("is scheduled")
    assert stage.posts[0]["scheduledTime"] == "2026-11-24 13:00:00"


async def test_words_that_are_typed_today_are_read_today(stage: Stage) -> None:
    await stage.met()
    await stage.type()
    await stage.form()
    stage.pass_time(22 * 3600)
    await stage.met_again()

    await stage.jane.submit({**FILLED_IN, "when_words": "tomorrow 2pm"})

    await stage.told("is scheduled")
    assert stage.posts[0]["scheduledTime"] == "2026-11-25 13:00:00"


async def test_now_means_now_also_where_it_was_typed_yesterday(stage: Stage) -> None:
    await stage.met()
    await stage.type("Alex Mueller +49 30 23125001 now")
    await stage.form()
    stage.pass_time(22 * 3600)
    await stage.met_again()

    await stage.jane.submit({"email": "alex@example.com", "when_words": "now"})

    await stage.told("is pending")


async def test_words_win_over_the_picker(stage: Stage) -> None:
    await stage.type()
    await stage.form()

    await stage.jane.submit({**FILLED_IN, "when_picked": 1795525200, "when_words": "tomorrow 3pm"})

    await stage.told("is scheduled")
    assert stage.posts[0]["scheduledTime"] == "2026-11-24 14:00:00"


async def test_a_picked_time_that_has_passed_comes_back(stage: Stage) -> None:
    await stage.type()
    await stage.form()

    await stage.jane.submit({**FILLED_IN, "when_picked": 1795424400 - 60})

    assert stage.jane.modal is not None
    said = stage.jane.modal.errors["when_picked"]
    assert said.startswith("“2026-11-23 09:59 CET” has already passed")


NAMED = [
    pytest.param("agent: Support", SUPPORT, id="by a label"),
    pytest.param("let agent support do it", SUPPORT, id="without one"),
    pytest.param("agent: Nobody", SALES, id="one that there is not"),
]


@pytest.mark.parametrize(("words", "proposed"), NAMED)
async def test_an_agent_that_the_line_names_is_proposed_and_asked_about(
    tmp_path: Path, words: str, proposed: str
) -> None:
    agents = f"Sales={SALES},Support={SUPPORT}"
    async with on_stage(tmp_path / "calls.db", ZEEG_AGENTS=agents) as stage:
        await stage.type(f"{ALEX} {words}")

        view = await stage.form()

        assert proposed_agent(view) == proposed
        assert "Which agent should call?" in str(view.blocks)
        assert stage.cards() == []


async def test_the_agent_that_calls_anyhow_is_not_asked_about(tmp_path: Path) -> None:
    agents = f"Sales={SALES},Support={SUPPORT}"
    async with on_stage(tmp_path / "calls.db", ZEEG_AGENTS=agents) as stage:
        await stage.type(f"{ALEX} agent: Sales")

        await stage.told("is pending")


async def test_words_about_an_agent_are_words_where_there_is_but_one(stage: Stage) -> None:
    await stage.type(f"{ALEX} agent: Jane of the travel agency")

    await stage.told("is pending")


async def test_with_several_agents_the_form_asks_which(tmp_path: Path) -> None:
    agents = f"Sales={SALES},Support={SUPPORT}"
    async with on_stage(tmp_path / "calls.db", ZEEG_AGENTS=agents) as stage:
        await stage.type()
        assert proposed_agent(await stage.form()) == SALES
        await stage.jane.submit({**FILLED_IN, "agent": SUPPORT})
        await stage.told("is pending")

        assert stage.playground.zeeg.posts[0].agent_uuid == SUPPORT
        assert "Agent Support" in stage.cards()[0].text
        await stage.type("again 1")
        assert proposed_agent(await stage.form()) == SUPPORT


async def test_a_form_that_could_not_be_opened_is_offered_by_a_button(stage: Stage) -> None:
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"))
    await stage.type("Alex Mueller +49 30 23125001 | about the demo")

    offer = await stage.whispered("could not open the form")
    assert "Nobody was called yet" in offer.text
    await stage.jane.click(offer, "open_form")
    await stage.form()
    assert filled_in(stage, "full_name") == "Alex Mueller"
    assert filled_in(stage, "additional_data") == "about the demo"


async def test_a_form_that_is_opened_again_holds_what_was_typed_into_it(stage: Stage) -> None:
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"))
    await stage.type("Alex Mueller +49 30 23125001 | about the demo")
    offer = await stage.whispered("could not open the form")
    await stage.jane.click(offer, "open_form")
    await stage.form()
    await stage.jane.submit({"full_name": "Alexa Mueller", "email": "alexa@example"})
    await stage.jane.close_modal()

    await stage.jane.click(offer, "open_form")

    await stage.form()
    assert filled_in(stage, "full_name") == "Alexa Mueller"
    assert filled_in(stage, "email") == "alexa@example"
    assert filled_in(stage, "additional_data") == "about the demo"


@pytest.mark.parametrize(
    ("time", "minutes", "picked"),
    [
        pytest.param("tomorrow 2pm", 10, "1795525200", id="tomorrow stays that day"),
        pytest.param("in 5 minutes", 10, None, id="what has passed since is asked"),
    ],
)
async def test_a_line_means_what_it_meant_when_it_was_typed(
    stage: Stage, time: str, minutes: int, picked: str | None
) -> None:
    stage.pass_time(14 * 3600 - 120)  # 23:58 in Berlin
    await stage.met()
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"))
    await stage.type(f"Alex Mueller +49 30 23125001 {time}")
    offer = await stage.whispered("could not open the form")
    stage.pass_time(minutes * 60)

    await stage.jane.click(offer, "open_form")

    await stage.form()
    assert filled_in(stage, "when_picked") == picked
    assert ("has already passed" in hint(stage, "when_words")) is (picked is None)


async def test_somebody_elses_form_is_sent_by_nobody(stage: Stage) -> None:
    await stage.type()
    await stage.form()
    await stage.jane.submit({**FILLED_IN, "email": "nowhere"})
    sent = stage.playground.traffic.of("view_submission")[-1].body
    values = {**sent["view"]["state"]["values"]}
    values["email"] = {"value": {**values["email"]["value"], "value": "alex@example.com"}}
    view = {**sent["view"], "state": {"values": values}}

    ack = await stage.playground.delivery.deliver(
        Kind.INTERACTION, {**sent, "user": {**sent["user"], "id": "U_OMAR"}, "view": view}
    )

    assert "belongs to somebody else" in str(ack.body)
    assert stage.cards() == []
    assert stage.posts == []


async def test_a_second_submission_of_the_same_form_calls_once(stage: Stage) -> None:
    await stage.type()
    await stage.form()
    await stage.jane.submit(FILLED_IN)
    await stage.told("is pending")
    submission = next(
        each for each in stage.playground.traffic.exchanges if each.method == "view_submission"
    )

    await stage.playground.delivery.deliver(Kind.INTERACTION, submission.body)
    stage.pass_time(1)

    assert len(stage.posts) == 1
    assert len(stage.cards()) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(
            "Pat Lee +1 415 555 0132 pat@example.com tomorrow 9am",
            "outside the usual hours",
            id="night at the contact's place",
        ),
        pytest.param(
            "Fred Free 0800 9005678 fred@example.com phone: +49 800 9005678",
            "freephone",
            id="a freephone number",
        ),
    ],
)
async def test_what_is_unusual_needs_a_yes(stage: Stage, text: str, says: str) -> None:
    await stage.type(text)
    view = await stage.form()

    assert says in str(view.content) + str(hint(stage, "phone_number"))
    assert stage.posts == []


async def test_a_yes_to_an_unusual_hour_places_the_call(stage: Stage) -> None:
    await stage.type("Pat Lee +1 415 555 0132 pat@example.com tomorrow 9am")
    await stage.form()

    await stage.jane.submit()
    assert stage.jane.modal is not None
    assert set(stage.jane.modal.errors) == {"yes"}

    await stage.jane.submit({"yes": ["yes"]})
    await stage.told("is scheduled")
    assert len(stage.posts) == 1


async def test_a_yes_counts_only_for_what_it_was_asked_about(stage: Stage) -> None:
    await stage.type("Pat Lee +1 415 555 0132 pat@example.com tomorrow 9am")
    await stage.form()

    await stage.jane.submit({"yes": ["yes"], "when_words": "tomorrow 10am"})

    assert stage.jane.modal is not None
    assert "01:00" in str(stage.jane.modal.content)
    assert stage.posts == []
    await stage.jane.submit()  # the tick was for another time, and does not stand there any more
    assert set(stage.jane.modal.errors) == {"yes"}
    assert stage.posts == []


async def test_what_is_asked_about_may_be_changed_without_a_yes(stage: Stage) -> None:
    await stage.type("Pat Lee +1 415 555 0132 pat@example.com tomorrow 9am")
    await stage.form()

    await stage.jane.submit({"when_words": "tomorrow 8pm"})

    await stage.told("is scheduled")
    assert len(stage.posts) == 1


async def test_asks_before_it_calls_a_number_again_that_is_being_called(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")

    await stage.type(ALEX)

    view = await stage.form()
    assert "Call #1 to this number is not over: <@U_JANE> asked for it" in str(view.content)
    assert len(stage.posts) == 1


async def test_refuses_a_country_that_is_not_allowed(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", ALLOWED_COUNTRIES="FR") as stage:
        await stage.type(ALEX)
        await stage.form()
        assert "not allowed" in hint(stage, "phone_number")

        await stage.jane.submit()
        assert stage.jane.modal is not None
        assert "not allowed" in stage.jane.modal.errors["phone_number"]
        assert stage.posts == []


async def test_never_calls_the_emergency_number(stage: Stage) -> None:
    await stage.type("Alex Mueller phone: 112 alex@example.com")
    await stage.form()

    await stage.jane.submit()

    assert stage.jane.modal is not None
    assert "emergency" in stage.jane.modal.errors["phone_number"]
    assert stage.posts == []


async def test_a_form_that_the_bot_does_not_know_places_nothing_and_says_so(stage: Stage) -> None:
    await stage.type()
    view = await stage.form()
    view.content["private_metadata"] = "of another database"

    await stage.jane.submit(FILLED_IN)

    assert "it placed nothing new" in str(view.content["blocks"])
    assert stage.cards() == []


async def test_a_form_that_was_sent_is_not_offered_again(stage: Stage) -> None:
    stage.playground.faults.next("views.open", slack_error("expired_trigger_id"))
    await stage.type("Alex Mueller +49 30 23125001")
    offer = await stage.whispered("could not open the form")
    await stage.jane.click(offer, "open_form")
    await stage.form()
    await stage.jane.submit({"email": "alex@example.com"})
    await stage.told("is pending")

    await stage.jane.click(offer, "open_form")

    await stage.whispered("was sent already")
    await stage.answered()
    assert stage.jane.modal is None


@pytest.mark.parametrize("time", ["around lunch tomorrow", "tomorrow 2pm"])
async def test_a_time_that_was_taken_out_is_asked_about_before_it_rings_now(
    stage: Stage, time: str
) -> None:
    await stage.met()
    await stage.type(f"Alex Mueller +49 30 23125001 {time}")
    await stage.form()

    await stage.jane.submit({**FILLED_IN, "when_words": "", "when_picked": None})

    assert stage.jane.modal is not None
    assert "it would ring at once" in str(stage.jane.modal.blocks)
    assert stage.posts == []
    await stage.jane.submit()
    assert stage.posts == []
    await stage.jane.submit({"yes": ["yes"]})
    await stage.told("is pending")
    assert "scheduledTime" not in stage.posts[0]


async def test_words_that_mean_a_time_more_than_a_year_away_are_asked_about_by_their_date(
    stage: Stage,
) -> None:
    await stage.met()
    await stage.type("Alex Mueller +49 30 23125001")
    await stage.form()

    await stage.jane.submit({**FILLED_IN, "when_words": "2027-12-24 14:00"})

    assert stage.jane.modal is not None
    assert "2027" in stage.jane.modal.errors["when_words"]
    assert stage.cards() == []


async def test_a_line_for_now_is_not_asked_about(stage: Stage) -> None:
    await stage.met()
    await stage.type("Alex Mueller +49 30 23125001 now")
    await stage.form()

    await stage.jane.submit(FILLED_IN)

    await stage.told("is pending")


async def test_an_hour_that_zeeg_cannot_be_told_is_refused_before_there_is_a_call(
    tmp_path: Path,
) -> None:
    settings = {"ZEEG_TIMEZONE": "Australia/Sydney", "CALLING_HOURS": "off"}
    async with on_stage(tmp_path / "calls.db", **settings) as stage:
        await stage.met()
        await stage.type(f"{ALEX} 2027-04-03 17:30")
        await stage.form()
        assert "Zeeg can't be told which one" in hint(stage, "when_words")
        assert filled_in(stage, "full_name") == "Alex Mueller"

        await stage.jane.submit()

        assert stage.jane.modal is not None
        error = stage.jane.modal.errors["when_words"]
        assert error.endswith("Pick a time before or after that hour.")
        assert stage.cards() == []

        await stage.jane.submit({"when_words": "2027-04-03 19:30"})
        await stage.told("is scheduled")
        assert stage.posts[0]["scheduledTime"] == "2027-04-04 03:30:00"


async def test_a_label_of_the_time_with_a_slip_is_asked_about_in_the_form(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"{ALEX} wehn: tomorrow 2pm")
    await stage.form()

    assert "I read “wehn:” as “when:”." in hint(stage, "when_words")
    await stage.jane.submit()
    await stage.told("is scheduled")


async def test_what_goes_wrong_unexpectedly_while_a_form_is_built_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.desk.form_view", lambda *_: 1 / 0)

    await stage.type()

    await stage.whispered("Something went wrong that I did not expect")


async def test_a_number_that_is_refused_comes_back_with_the_other_mistakes(stage: Stage) -> None:
    await stage.met()
    await stage.type("block +49 30 23125001 asked not to be called")
    await stage.type()
    await stage.form()

    await stage.jane.submit({**FILLED_IN, "email": "alex@", "when_words": "yesterday at noon"})

    assert stage.jane.modal is not None
    assert set(stage.jane.modal.errors) == {"phone_number", "email", "when_words"}


async def test_now_typed_over_a_time_is_an_answer(stage: Stage) -> None:
    await stage.met()
    await stage.type("Alex Mueller +49 30 23125001 tomorrow 2pm")
    await stage.form()

    await stage.jane.submit({"email": "alex@example.com", "when_words": "now"})

    await stage.told("is pending")


async def test_a_form_that_asks_about_a_call_for_now_says_so_on_its_button(stage: Stage) -> None:
    await stage.met()
    await stage.type(ALEX)
    await stage.told("is pending")
    await stage.type(f"{ALEX} tomorrow 2pm")
    await stage.form()

    await stage.jane.submit({"when_words": "now"})

    assert stage.jane.modal is not None
    assert stage.jane.modal.content["submit"]["text"] == "Call now"
    assert "it would ring at once" not in str(stage.jane.modal.content)


async def test_a_time_before_the_undo_is_over_is_asked_about(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"{ALEX} in 8 seconds")
    await stage.form()

    assert "each call waits some seconds" in hint(stage, "when_words")
    assert stage.house.ledger.call(1) is None


async def test_a_field_that_is_cut_says_so(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"Alex Mueller +49 30 23125001 note: {'word ' * 700}")
    await stage.form()

    assert "No more than this fits here" in hint(stage, "additional_data")


async def test_an_extension_in_the_number_s_field_is_told_in_the_context(stage: Stage) -> None:
    await stage.type()
    await stage.form()

    await stage.jane.submit({**FILLED_IN, "phone_number": "+49 30 23125001 ext. 12"})

    await stage.told("is pending")
    assert stage.posts[0]["phoneNumber"] == "+493023125001"
    assert stage.posts[0]["additionalData"] == "ext. 12"
