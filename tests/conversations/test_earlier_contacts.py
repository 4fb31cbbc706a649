"""Whom somebody had called before need only be named: the form is filled in, or asked which."""

from pathlib import Path

import pytest

from bot.calls.draft import DraftState
from bot.playground.delivery import Kind
from bot.playground.records import Message, User, View
from bot.playground.typed_values import find_element
from tests.conversations.stage import Stage, on_stage
from tests.conversations.test_people import values

ALEX = "Alex Mueller +49 30 23125001 alex.mueller@example.com about the demo"
OTHER = "Alex Schmidt +49 30 23125002 alex.schmidt@example.com"
EVA = "Eva Núñez +49 30 23125003 eva@example.com"


async def called(stage: Stage, *lines: str) -> None:
    """Let Jane have had these called, in turn: calls are numbered as they are filed."""
    for number, line in enumerate(lines, start=1):
        await stage.type(line)
        await posted(stage, number)


async def posted(stage: Stage, calls: int) -> None:
    """Wait until Zeeg has been asked for that many."""
    await stage.until(lambda: len(stage.posts) == calls or None)


async def typed(stage: Stage, text: str) -> View:
    await stage.type(text)
    return await stage.until(lambda: stage.jane.modal)


def question(stage: Stage) -> Message | None:
    """What asks Jane whom she means."""
    asked = [each for each in stage.whispers() if "Whom do you mean?" in each.text]
    return asked[-1] if asked else None


def hinted(form: View) -> set[str]:
    """The fields below which something is asked."""
    return {block["block_id"] for block in form.blocks if "hint" in block}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("alex", id="first name"),
        pytest.param("Mueller", id="last name"),
        pytest.param("alex mueller", id="both"),
        pytest.param("ale", id="how it begins"),
        pytest.param("alex.mueller@example.com", id="email"),
    ],
)
async def test_the_form_is_filled_in_from_the_last_call(stage: Stage, line: str) -> None:
    await called(stage, ALEX, EVA)

    form = await typed(stage, line)

    filled = values(form)
    assert filled["full_name"] == "Alex Mueller"
    assert filled["phone_number"] == "+493023125001"
    assert filled["email"] == "alex.mueller@example.com"
    assert filled["additional_data"] == ""
    assert "Filled in from call #1" in str(form.blocks)
    assert not {"full_name", "phone_number", "email"} & hinted(form)
    assert len(stage.posts) == 2


async def test_what_is_unclear_besides_whom_they_mean_is_still_asked(stage: Stage) -> None:
    await called(stage, ALEX)

    form = await typed(stage, "alex tomorrow at 3")

    assert values(form)["phone_number"] == "+493023125001"
    (when,) = [block for block in form.blocks if block.get("block_id") == "when_words"]
    assert "tomorrow at 3" in when["hint"]["text"]


@pytest.mark.parametrize("named", ["alex.mueller@example.com", "alex mueller"])
async def test_what_the_call_is_about_stays(stage: Stage, named: str) -> None:
    await called(stage, ALEX)

    form = await typed(stage, f"{named} note: the new offer")

    assert values(form)["phone_number"] == "+493023125001"
    assert values(form)["additional_data"] == "the new offer"


async def test_another_name_beside_the_same_address_is_another_person(stage: Stage) -> None:
    await called(stage, ALEX)

    form = await typed(stage, "Eva Novak alex.mueller@example.com tomorrow 2pm")

    assert values(form)["full_name"] == "Eva Novak"
    assert values(form)["phone_number"] == ""


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("+49 30 23125008", id="another"),
        pytest.param("0664 7654321", id="of no country"),
        pytest.param("+43 660 12", id="too short"),
        pytest.param("112", id="emergency"),
    ],
)
async def test_a_number_that_was_typed_is_never_replaced(stage: Stage, number: str) -> None:
    await stage.met()
    await called(stage, ALEX)

    form = await typed(stage, f"Alex Mueller {number} alex.mueller@example.com tomorrow at 2")

    assert values(form)["phone_number"] != "+493023125001"
    assert "Filled in from call" not in str(form.blocks)


async def test_a_typed_number_that_is_blocked_is_told_of_at_once(stage: Stage) -> None:
    await called(stage, ALEX)
    await stage.type("block +49 30 23125001 asked for it")
    await stage.whispered("do-not-call list")

    form = await typed(stage, ALEX)

    assert "is on the do-not-call list" in str(form.blocks)


async def test_whose_call_was_undone_is_not_proposed(tmp_path: Path) -> None:
    async with on_stage(tmp_path / "calls.db", UNDO_SECONDS="60") as stage:
        await stage.met()
        await stage.type(ALEX)
        card = await stage.until(lambda: stage.cards()[-1] if stage.cards() else None)
        await stage.jane.click(card, "undo_call")
        await stage.card_says("Cancelled")

        form = await typed(stage, "alex")

        assert values(form)["phone_number"] == ""


async def test_accents_and_case_do_not_matter(stage: Stage) -> None:
    await called(stage, EVA)

    assert values(await typed(stage, "eva nunez"))["full_name"] == "Eva Núñez"


async def test_a_time_that_was_typed_stays(stage: Stage) -> None:
    await stage.met()
    await called(stage, ALEX)

    form = await typed(stage, "Alex tomorrow 2pm")

    assert values(form)["phone_number"] == "+493023125001"
    assert "1795525200" in str(form.blocks)


async def test_two_of_that_name_are_asked_about(stage: Stage) -> None:
    await called(stage, ALEX, OTHER)
    await stage.type("alex")
    asked = await stage.until(lambda: question(stage))
    await stage.answered()
    assert stage.jane.modal is None
    _, button = find_element(asked.blocks, "open_form")
    draft = stage.house.ledger.draft(button["value"])
    assert draft is not None
    assert draft.state is DraftState.SHOWN  # so that its form is not offered as well
    assert "+493023125001" not in str(asked.blocks)

    await stage.jane.click(asked, "pick_contact:1")

    form = await stage.until(lambda: stage.jane.modal)
    assert values(form)["full_name"] == "Alex Mueller"
    assert len(stage.posts) == 2


async def test_of_more_than_can_be_shown_it_says_so(stage: Stage) -> None:
    for number in range(1, 12):
        line = f"Alex Mueller +49 30 231250{number:02} alex{number}@example.com"
        await stage.type(line, channel_id=stage.another_channel(number))
        await posted(stage, number)

    await stage.type("alex")

    asked = await stage.until(lambda: question(stage))
    assert "These are the 10 of 11 whom you called last" in asked.text


async def test_somebody_else_opens_the_form_with_what_was_typed(stage: Stage) -> None:
    await called(stage, ALEX, OTHER)
    await stage.type("alex")
    asked = await stage.until(lambda: question(stage))

    await stage.jane.click(asked, "open_form")

    form = await stage.until(lambda: stage.jane.modal)
    assert values(form)["phone_number"] == ""
    assert "alex" in str(form.blocks)


async def test_the_same_contact_twice_is_one(stage: Stage) -> None:
    await called(stage, ALEX)
    await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0])
    await stage.told("answered")
    await stage.type(ALEX)
    await stage.form()
    await stage.jane.submit({"yes": ["yes"]})
    await stage.until(lambda: len(stage.posts) == 2 or None)

    form = await typed(stage, "alex")

    assert "Filled in from call #2" in str(form.blocks)


async def test_others_calls_are_nobodys_to_be_shown(stage: Stage) -> None:
    await called(stage, ALEX)
    omar = stage.let_in(User(id="U_OMA", name="omar", real_name="Omar"))

    await omar.type_command("C_SALES", "/zeegcall", "alex")

    form = await stage.until(lambda: omar.modal)
    assert values(form)["phone_number"] == ""
    assert "23125001" not in str(form.blocks)


async def test_whoever_was_forgotten_is_not_offered(stage: Stage) -> None:
    stage.let_in(User(id="U_BOS", name="bos", real_name="Bos", is_admin=True))
    await called(stage, ALEX)
    await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0])
    await stage.told("answered")
    boss = stage.playground.person("U_BOS")
    await stage.forget("+493023125001", by=boss)
    await stage.whispered("is forgotten", to=boss)

    form = await typed(stage, "alex")

    assert values(form)["phone_number"] == ""


async def test_a_subcommand_is_still_one(stage: Stage) -> None:
    await called(stage, "List Meier +49 30 23125004 list@example.com")

    await stage.type("list")

    await stage.whispered("*List Meier*")
    await stage.answered()
    assert stage.jane.modal is None


async def test_a_contact_comes_before_a_slip(stage: Stage) -> None:
    await called(stage, "Lsit Meier +49 30 23125004 lsit@example.com")

    assert values(await typed(stage, "lsit"))["full_name"] == "Lsit Meier"


async def test_a_line_with_a_number_is_what_it_says(stage: Stage) -> None:
    await called(stage, ALEX)

    form = await typed(stage, "alex +49 30 23125099")

    assert values(form)["phone_number"] == "+493023125099"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("+49 30 23125001", id="alone"),
        pytest.param("(030) 23125001", id="as it is written at home"),
        pytest.param("alex +49 30 23125001", id="with the first name"),
        pytest.param("+49 30 23125001 alex.mueller@example.com", id="with the address"),
    ],
)
async def test_who_had_a_number_last_is_proposed(tmp_path: Path, line: str) -> None:
    async with on_stage(tmp_path / "calls.db", DEFAULT_REGION="DE") as stage:
        await called(stage, ALEX, EVA)

        form = await typed(stage, line)

        filled = values(form)
        assert filled["full_name"] == "Alex Mueller"
        assert filled["phone_number"] == "+493023125001"
        assert filled["email"] == "alex.mueller@example.com"
        assert "Filled in from call #1" in str(form.blocks)
        assert len(stage.posts) == 2


async def test_what_stands_beside_a_number_stays(stage: Stage) -> None:
    await stage.met()
    await called(stage, ALEX)

    form = await typed(stage, "+49 30 23125001 tomorrow 2pm note: the new offer")

    assert values(form)["full_name"] == "Alex Mueller"
    assert values(form)["additional_data"] == "the new offer"
    assert "1795525200" in str(form.blocks)


@pytest.mark.parametrize(
    "line", ["Eva Novak +49 30 23125001", "+49 30 23125001 eva.novak@example.com"]
)
async def test_another_name_or_address_beside_a_number_is_another_person(
    stage: Stage, line: str
) -> None:
    await called(stage, ALEX)

    form = await typed(stage, line)

    assert "Filled in from call" not in str(form.blocks)
    assert "Alex Mueller" not in values(form).values()
    assert "alex.mueller@example.com" not in values(form).values()


async def test_whose_number_it_was_is_shown_to_nobody_else(stage: Stage) -> None:
    await called(stage, ALEX)
    omar = stage.let_in(User(id="U_OMA", name="omar", real_name="Omar"))

    await omar.type_command("C_SALES", "/zeegcall", "+49 30 23125001")

    form = await stage.until(lambda: omar.modal)
    assert values(form)["phone_number"] == "+493023125001"
    assert (values(form)["full_name"], values(form)["email"]) == ("", "")


async def test_who_is_named_as_a_whole_is_not_looked_for(stage: Stage) -> None:
    await called(stage, ALEX)

    form = await typed(stage, ALEX)

    assert "asked for it" in str(form.blocks)
    assert "Filled in from call" not in str(form.blocks)


async def test_a_strangers_press_opens_nothing(stage: Stage) -> None:
    await called(stage, ALEX, OTHER)
    await stage.type("alex")
    asked = await stage.until(lambda: question(stage))
    await stage.jane.click(asked, "pick_contact:0")
    await stage.until(lambda: stage.jane.modal)
    delivered = stage.playground.traffic.of("block_actions")[-1]
    omar = stage.let_in(User(id="U_OMA", name="omar", real_name="Omar"))
    body = {**delivered.body, "user": {**delivered.body["user"], "id": "U_OMA"}}

    await stage.playground.delivery.deliver(Kind.INTERACTION, body)

    await stage.whispered("belongs to somebody else")
    await stage.answered()
    assert omar.modal is None


async def test_whoever_is_chosen_once_the_form_was_sent_is_not_called(stage: Stage) -> None:
    await called(stage, ALEX, OTHER)
    await stage.type("alex")
    asked = await stage.until(lambda: question(stage))
    await stage.jane.click(asked, "pick_contact:0")
    await stage.until(lambda: stage.jane.modal)
    await stage.jane.submit()
    await stage.jane.submit({"yes": ["yes"]})
    await posted(stage, 3)

    await stage.jane.click(asked, "pick_contact:1")

    await stage.whispered("This form was sent already")
    assert stage.jane.modal is None


async def test_whoever_was_called_before_is_not_to_be_called_either(stage: Stage) -> None:
    await called(stage, ALEX)

    await stage.type("don't call Alex Mueller +49 30 23125001")

    await stage.whispered("Did you mean `/zeegcall block …`?")
    assert stage.jane.modal is None
    assert len(stage.posts) == 1
