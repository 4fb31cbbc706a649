"""Calling hours in conversation: the hour at the contact's place, and the next usual time."""

from copy import deepcopy
from pathlib import Path

from bot.calls.draft import FormField
from bot.playground.block_kit import problems_of
from tests.conversations.stage import ALEX, Stage, on_stage

PAT = "Pat Lee +1 312 555 0132 pat@example.com"


def filled_in(stage: Stage, block_id: str) -> str | None:
    """What a field of Jane's form holds."""
    assert stage.jane.modal is not None
    (state,) = stage.jane.modal.values[block_id].values()
    value = state.get("value") or state.get("selected_date_time")
    return None if value is None else str(value)


def says(stage: Stage) -> str:
    """All that stands in Jane's form."""
    assert stage.jane.modal is not None
    return str(stage.jane.modal.content)


async def test_the_question_names_the_hour_there_and_a_button_takes_the_next_usual_one(
    stage: Stage,
) -> None:
    await stage.met()
    await stage.type(f"{PAT} tomorrow 10am follow up on the demo")
    view = await stage.form()
    assert problems_of(view.content, "modal") == []
    assert "Tue 03:00 (Chicago time), outside the usual hours there (08:00-21:00)" in says(stage)
    assert "Use Tue 08:00 (Chicago time)" in says(stage)

    stage.jane.fill({"additional_data": "another note", "when_words": "tomorrow 11am"})
    await stage.jane.click(view, "use_time")

    at_eight = "1795528800"
    await stage.until(lambda: filled_in(stage, "when_picked") == at_eight or None)
    assert filled_in(stage, "when_words") is None
    assert filled_in(stage, "additional_data") == "another note"
    assert "usual hours" not in says(stage)

    await stage.jane.submit()
    await stage.told("is scheduled")
    assert stage.posts[0]["scheduledTime"] == "2026-11-24 14:00:00"
    assert stage.posts[0]["additionalData"] == "another note"


async def test_the_first_call_to_another_country_is_asked_about_once(stage: Stage) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")

    await stage.type(f"{PAT} tomorrow 8pm")
    await stage.form()
    assert "This is the first call from here to that country: United States." in says(stage)
    assert len(stage.posts) == 1
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)

    await stage.type("Sam Poe +1 312 555 0134 sam@example.com tomorrow 8pm")
    await stage.until(lambda: len(stage.posts) == 3 or None)


async def test_what_was_typed_is_kept_while_the_form_asks(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"{PAT} tomorrow 10am follow up on the demo")
    view = await stage.form()

    await stage.jane.submit({"additional_data": "another note"})

    assert stage.jane.modal is not None  # it waits for a yes
    draft = stage.house.ledger.draft(view.content["private_metadata"])
    assert draft is not None
    assert draft.fields[FormField.ADDITIONAL_DATA] == "another note"


async def test_a_yes_to_an_evening_is_none_to_the_night(stage: Stage) -> None:
    stage.pass_time(10.5 * 3600)
    await stage.met()
    await stage.type(ALEX)
    await stage.form()
    assert "It would ring at Mon 20:30 (Berlin time)" in says(stage)
    stage.pass_time(7 * 3600)
    await stage.met_again()

    await stage.jane.submit({"yes": ["yes"]})

    assert "It would ring at Tue 03:30 (Berlin time)" in says(stage)
    assert stage.posts == []
    await stage.jane.submit({"yes": ["yes"]})
    await stage.told("is pending")


async def test_a_yes_in_a_form_that_did_not_change_is_none_to_what_it_did_not_show(
    stage: Stage,
) -> None:
    """The answer to the first yes, the question about the night, is not seen."""
    stage.pass_time(10.5 * 3600)
    await stage.met()
    await stage.type(ALEX)
    of_the_evening = deepcopy(await stage.form())
    stage.pass_time(7 * 3600)
    await stage.met_again()
    await stage.jane.submit({"yes": ["yes"]})
    stage.playground.workspace.modals["U_JANE"] = [of_the_evening]

    await stage.jane.submit({"yes": ["yes"]})

    assert "It would ring at Tue 03:30 (Berlin time)" in says(stage)
    assert stage.house.ledger.call(1) is None


async def test_the_button_fills_the_time_in_again_after_it_was_changed(stage: Stage) -> None:
    await stage.met()
    await stage.type(f"{PAT} tomorrow 10am")
    view = await stage.form()
    await stage.jane.click(view, "use_time")
    await stage.until(lambda: filled_in(stage, "when_picked") == "1795528800" or None)

    await stage.jane.submit({"when_words": "tomorrow 9am"})
    assert "Tue 02:00 (Chicago time)" in says(stage)
    assert stage.jane.modal is not None
    await stage.jane.click(stage.jane.modal, "use_time")

    await stage.until(lambda: "usual hours" not in says(stage) or None)
    assert filled_in(stage, "when_picked") == "1795528800"
    assert filled_in(stage, "when_words") is None


async def test_what_else_is_unusual_is_asked_about_once_the_usual_time_is_taken(
    stage: Stage,
) -> None:
    await stage.met()
    await stage.type(f"{PAT} tomorrow 5pm")
    await stage.told("is scheduled")
    await stage.type(f"{PAT} tomorrow 10am")
    view = await stage.form()

    await stage.jane.click(view, "use_time")

    await stage.until(lambda: "usual hours" not in says(stage) or None)
    assert "#1" in says(stage)
    await stage.jane.submit()
    assert len(stage.posts) == 1
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)
    assert stage.posts[1]["scheduledTime"] == "2026-11-24 14:00:00"


async def test_a_usual_time_that_is_taken_once_the_form_was_sent_changes_nothing(
    stage: Stage,
) -> None:
    await stage.met()
    await stage.type(f"{PAT} tomorrow 10am")
    view = await stage.form()
    await stage.jane.submit({"yes": ["yes"]})
    await stage.told("is scheduled")
    stage.playground.workspace.modals["U_JANE"] = [view]

    await stage.jane.click(view, "use_time")
    await stage.jane.submit()

    assert stage.jane.modal is None
    assert stage.playground.traffic.of("views.update") == []
    assert len(stage.posts) == 1


async def test_says_that_it_is_a_holiday_and_which(stage: Stage) -> None:
    await stage.met()
    await stage.type("Alex Mueller +49 30 23125001 alex@example.com 25 December 2026 at 14:00")
    await stage.form()

    assert "a public holiday there (Christmas Day)" in says(stage)
    assert "Use Mon 08:00 (Berlin time)" in says(stage)


async def test_a_call_for_now_is_asked_about_by_the_contacts_clock(stage: Stage) -> None:
    await stage.type(PAT)
    await stage.form()

    assert "Mon 03:00 (Chicago time)" in says(stage)
    assert stage.posts == []


async def test_a_yes_is_written_down_with_who_gave_it(stage: Stage) -> None:
    await stage.type(PAT)
    await stage.form()
    await stage.jane.submit({"yes": ["yes"]})
    await stage.told("is pending")

    call = stage.house.ledger.call(1)
    assert call is not None
    assert call.new.confirmed == ("outside_hours:America/Chicago",)
    assert call.new.requester_id == "U_JANE"


async def test_one_span_for_all_countries_wins_over_the_table(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", CALLING_HOURS="00:00-24:00") as stage:
        await stage.type(PAT)

        await stage.told("is pending")
        assert len(stage.posts) == 1


async def test_numbers_that_begin_with_a_denied_prefix_are_refused(tmp_path: Path) -> None:
    settings = {"DENY_PREFIXES": "+4930", "ALLOWED_COUNTRIES": "DE"}
    async with on_stage(tmp_path / "calls.db", **settings) as stage:
        await stage.type("Alex Mueller +49 30 23125001 alex@example.com")
        await stage.form()
        assert "Numbers that begin with +4930 are not called here" in says(stage)

        await stage.jane.submit()

        assert stage.jane.modal is not None
        assert "+4930" in stage.jane.modal.errors["phone_number"]
        assert stage.posts == []


async def test_an_unusual_hour_is_one_of_several_where_the_number_tells_no_zone(
    stage: Stage,
) -> None:
    await stage.met()
    await stage.type("Pat Lee +61 412 345 678 pat.lee@example.com tomorrow 1am")
    await stage.form()

    assert "in which of several time zones the contact lives. In one of them: It would" in says(
        stage
    )
    assert "Tue 08:00 (Perth time)" in says(stage)
