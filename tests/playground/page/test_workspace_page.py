"""What a person sees and does on the page."""

import pytest

from bot.playground.cast import JANE, LEADS, SALES
from tests.playground.page.visitor import Visitor, channel, texts

SAM, LUKAS, BOARD, RANDOM = "U0SAM", "U0LUKAS", "G0BOARD", "C0RANDOM"

NONSENSE = [
    pytest.param("say", {}, id="nothing given"),
    pytest.param("say", {"channel": "C0NONE", "text": "x"}, id="no such channel"),
    pytest.param("say", {"channel": "D0NONE", "text": "x"}, id="no such conversation"),
    pytest.param("submit", {"values": {"who": "x"}}, id="no form is open"),
    pytest.param("click", {"action_id": "a", "block_id": "b"}, id="nothing to click on"),
    pytest.param(
        "click",
        {"channel": SALES, "ts": "1.0", "action_id": "a", "block_id": "b"},
        id="no such message",
    ),
    pytest.param("answer-next", {"mood": "sunny", "keeps": False}, id="no such mood"),
    pytest.param("end-call", {"call": 42, "outcome": "answered"}, id="no such call"),
    pytest.param("end-call", {"call": "x", "outcome": "answered"}, id="no number"),
    pytest.param("clock", {"move": "tomorrow"}, id="no number of seconds"),
]


async def test_the_first_message_shows_three_lines_to_try(jane: Visitor) -> None:
    (welcome,) = texts(await jane.sees(), SALES)

    assert [number for number in "1234" if f"\n{number}. " in welcome] == ["1", "2", "3"]


async def test_what_is_said_is_seen_by_all_without_a_reload(jane: Visitor) -> None:
    async with jane.other(SAM).watching() as following:
        await following()
        await jane.do("say", channel=SALES, text="Call tom@example.com & Ann")

        assert texts(await following(), SALES)[-1] == (
            "Call <mailto:tom@example.com|tom@example.com> &amp; Ann"
        )


async def test_what_is_shown_to_one_is_not_sent_to_others(jane: Visitor) -> None:
    await jane.do("command", channel=SALES, text="/zeegcall help")

    seen = await jane.until(lambda seen: len(texts(seen, SALES)) == 2)
    assert channel(seen, SALES)["messages"][-1]["only_for"] == JANE
    assert len(texts(await jane.other(SAM).sees(), SALES)) == 1


async def test_channels_of_others_are_not_sent(jane: Visitor) -> None:
    seen = await jane.other(LUKAS).sees()

    assert BOARD not in [each["id"] for each in seen["channels"]]
    assert await jane.other(LUKAS).do("say", channel=BOARD, text="hello") == 400


async def test_a_form_is_opened_filled_in_corrected_and_sent(jane: Visitor) -> None:
    await jane.do("command", channel=SALES, text="/zeegcall")
    await jane.until(lambda seen: seen["modal"])

    await jane.do("fill", values={"who": "Alex"})
    await jane.do("submit", values={"who": "Alex Mueller", "phone": "0151", "when": None})
    seen = await jane.until(lambda seen: seen["modal"]["errors"])
    assert seen["modal"]["errors"] == {"phone": "Start with +"}
    assert seen["modal"]["values"]["who"]["name"]["value"] == "Alex Mueller"

    await jane.do("submit", values={"phone": "+4915112345678"})
    seen = await jane.until(lambda seen: len(texts(seen, SALES)) >= 3)
    assert seen["modal"] is None
    card, reply = channel(seen, SALES)["messages"][1:3]
    assert card["text"] == "Calling Alex Mueller"
    assert card["replies"]["count"] == 1
    assert reply["thread_ts"] == card["ts"]


async def test_a_button_edits_its_message_in_place(jane: Visitor) -> None:
    await jane.do("command", channel=SALES, text="/zeegcall")
    await jane.until(lambda seen: seen["modal"])
    await jane.do("submit", values={"who": "Alex", "phone": "+4915112345678", "when": None})
    seen = await jane.until(lambda seen: len(texts(seen, SALES)) >= 3)
    card = channel(seen, SALES)["messages"][1]

    await jane.do("click", channel=SALES, ts=card["ts"], block_id="buttons", action_id="undo")

    seen = await jane.until(lambda seen: "Undone" in texts(seen, SALES))
    assert channel(seen, SALES)["messages"][1]["ts"] == card["ts"]


async def test_what_was_typed_goes_along_with_a_click(jane: Visitor) -> None:
    await jane.do("command", channel=SALES, text="/zeegcall")
    await jane.until(lambda seen: seen["modal"])

    await jane.do(
        "click",
        view="modal",
        block_id="who",
        action_id="name",
        value="Ada",
        values={"phone": "+1"},
    )

    values = (await jane.sees())["modal"]["values"]
    assert values["who"]["name"]["value"] == "Ada"
    assert values["phone"]["number"]["value"] == "+1"


async def test_a_shortcut_that_nobody_answers_is_told_as_slack_does(jane: Visitor) -> None:
    await jane.do("shortcut", callback_id="nobody_knows_it")

    assert (await jane.sees())["notices"] == ["We had some trouble connecting. Try again?"]


async def test_a_form_is_closed(jane: Visitor) -> None:
    await jane.do("command", channel=SALES, text="/zeegcall")
    await jane.until(lambda seen: seen["modal"])

    await jane.do("close", all=True)

    assert (await jane.sees())["modal"] is None


async def test_a_shortcut_is_used_on_a_message(jane: Visitor) -> None:
    (lead,) = channel(await jane.sees(), LEADS)["messages"]

    await jane.do("shortcut", channel=LEADS, ts=lead["ts"], callback_id="call_from_message")

    await jane.until(lambda seen: seen["modal"])


async def test_the_home_tab_is_shown_once_it_was_opened(jane: Visitor) -> None:
    assert (await jane.sees())["home"] is None

    await jane.do("open-home")

    seen = await jane.until(lambda seen: seen["home"])
    assert seen["home"]["content"]["blocks"][0]["type"] == "divider"


async def test_the_bot_is_invited_as_in_slack(jane: Visitor) -> None:
    assert not channel(await jane.sees(), RANDOM)["has_bot"]

    await jane.do("command", channel=RANDOM, text="/invite @zeegcall")

    seen = await jane.sees()
    assert channel(seen, RANDOM)["has_bot"]
    assert seen["notices"] == []


async def test_an_unknown_command_is_answered_as_slack_does(jane: Visitor) -> None:
    await jane.do("command", channel=SALES, text="/weather Berlin")

    assert (await jane.sees())["notices"] == ["/weather is not a valid command."]


@pytest.mark.parametrize(("act", "given"), NONSENSE)
async def test_nonsense_is_refused(jane: Visitor, act: str, given: dict[str, object]) -> None:
    assert await jane.do(act, **given) == 400


async def test_what_is_no_act_is_not_there(jane: Visitor) -> None:
    assert await jane.do("fly") == 404


@pytest.mark.parametrize("person", ["U0NOBODY", "U0GUIDE", "U0ZEEGCALL"])
async def test_nobody_else_can_be_sat_down_as(jane: Visitor, person: str) -> None:
    assert await jane.other(person).do("say", channel=SALES, text="hello") == 400
    async with jane.session.get(f"{jane.url}/live?as={person}") as answer:
        assert answer.status == 404


async def test_the_people_to_choose_from_are_told(jane: Visitor) -> None:
    async with jane.session.get(f"{jane.url}/people") as answer:
        people = await answer.json()

    assert people[0] == JANE
    assert len(people) == 5
