"""Whatever a stranger says, Slack takes what we make of it, and it does nothing there."""

import re
from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calls.call import Call
from bot.calls.event import CallEnded, EventState, KeptEvent
from bot.calls.result import Booking, Result, Turn
from bot.calls.sharing import ShareResults
from bot.calls.status import Outcome, Status
from bot.messages.alerts import alert, choices
from bot.messages.cards import card
from bot.messages.details import Seen, details_pages, page_turner, text_pages
from bot.messages.outcomes import LABELS, outcome_reply
from bot.messages.times import lasted
from bot.messages.words import ENGLISH, words_in
from bot.playground.block_kit import problems_of
from tests.sample import NOW, REQUEST, call

STRANGE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", " ", "\u202e", "\n", "<!channel>", "&" * 4000, "x " * 3000, "\x00"]),
)
FIRST, LAST = NOW.replace(year=2000, tzinfo=None), NOW.replace(year=2199, tzinfo=None)
MOMENTS = st.none() | st.datetimes(min_value=FIRST, max_value=LAST, timezones=st.just(UTC))
RESULTS = st.builds(
    Result,
    started_at=MOMENTS,
    seconds=st.none() | st.integers(0, 7 * 86400),
    summary=STRANGE,
    collected=st.lists(st.tuples(STRANGE, STRANGE), max_size=4).map(tuple),
    turns=st.lists(st.builds(Turn, speaker=STRANGE, words=STRANGE), max_size=5).map(tuple),
    deeds=st.lists(STRANGE, max_size=4).map(tuple),
    booking=st.none()
    | st.builds(
        Booking,
        title=STRANGE,
        starts_at=MOMENTS,
        status=STRANGE,
        place=STRANGE,
        join_url=STRANGE | st.just("https://zoom.example/j?a=1&b=2"),
    ),
)


def over(result: Result | None, outcome: Outcome = Outcome.ANSWERED) -> Call:
    return replace(call(Status.COMPLETED, outcome=outcome), result=result)


@settings(deadline=None)
@given(RESULTS, st.sampled_from(Outcome), st.sampled_from(ShareResults))
def test_slack_takes_every_outcome(result: Result, outcome: Outcome, share: ShareResults) -> None:
    facts = {"share": share.value, **dict.fromkeys(LABELS, "U_OMAR")}

    said = outcome_reply(over(result, outcome), facts=facts, words=ENGLISH)

    assert problems_of({"text": said.text, "blocks": list(said.blocks)}, "message") == []
    assert all(line.strip() for line in said.text.splitlines())
    ours = re.sub(r"<@U_\w+>|<!date\^[^<>]*>|<https://[^<>|\s]+\|Join at [^<>|]+>", "", said.text)
    assert "<" not in ours


@settings(deadline=None)
@given(RESULTS, st.booleans())
def test_slack_takes_every_page_of_details(result: Result, whole: bool) -> None:  # noqa: FBT001
    pages = details_pages(over(result), Seen(whole=whole, zone="Europe/Berlin"), ENGLISH)

    for number, blocks in enumerate(pages, start=1):
        view = {
            "type": "modal",
            "title": {"type": "plain_text", "text": "Call"},
            "blocks": [*blocks, *page_turner("call:1", number, len(pages), ENGLISH)],
        }
        assert problems_of(view, "modal") == []


@settings(deadline=None)
@given(STRANGE)
def test_slack_takes_what_nobody_understood(text: str) -> None:
    for blocks in text_pages(text):
        assert all(block["text"]["text"] for block in blocks)


def kept(ended: CallEnded | None, state: EventState = EventState.UNMATCHED) -> KeptEvent:
    return KeptEvent(
        event_id=1,
        state=state,
        ended=ended,
        text="",
        call_id=None,
        settled_by=None,
        received_at=NOW,
    )


@settings(deadline=None)
@given(RESULTS, STRANGE, st.sampled_from(Outcome))
def test_slack_takes_every_alert(result: Result, name: str, outcome: Outcome) -> None:
    ended = CallEnded(
        conversation_id="c1",
        agent_uuid=None,
        agent_name=name,
        phone_number="+493023125001",
        outcome=outcome,
        result=result,
    )

    for event in (kept(ended), kept(None), kept(None, EventState.UNREADABLE)):
        for facts in ({}, {"hours": "-1"}, {"hours": "5"}):
            said = alert(event, facts=facts, words=ENGLISH)
            assert problems_of({"text": said.text, "blocks": list(said.blocks)}, "message") == []


def test_slack_takes_the_choices_of_an_admin() -> None:
    options = choices([over(None)] * 9, ENGLISH)
    question = {
        "type": "input",
        "block_id": "call",
        "label": {"type": "plain_text", "text": "Which?"},
        "element": {"type": "radio_buttons", "action_id": "call", "options": options[-2:]},
    }
    view = {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Assign"},
        "submit": {"type": "plain_text", "text": "Assign"},
        "blocks": [question],
    }

    assert problems_of(view, "modal") == []
    assert len(options) == 10
    assert all(len(option["text"]["text"]) <= 75 for option in options)


@pytest.mark.parametrize("outcome", Outcome)
def test_the_card_says_how_long_somebody_was_on_the_line(outcome: Outcome) -> None:
    shown = card(over(Result(seconds=192), outcome), words=ENGLISH, now=NOW)

    spoken = outcome not in {Outcome.BUSY, Outcome.NOT_ANSWERED}
    assert ("3 min 12 s" in shown.text) == spoken


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (192, "3 min 12 s"), (3720, "1 h 2 min")],
)
def test_says_how_long_it_took(seconds: int, said: str) -> None:
    assert lasted(seconds, ENGLISH) == said


SMUGGLED = "+49\u200b151\u200b2345\u200b6789 and x\u200b@\u200bexample.com"


def test_invisible_letters_smuggle_no_number_past_the_mask() -> None:
    told = Result(summary=SMUGGLED, turns=(Turn(speaker="user", words=SMUGGLED),))

    said = outcome_reply(over(told), facts={"share": "all"}, words=ENGLISH).text
    pages = details_pages(over(told), Seen(whole=False, zone="Europe/Berlin"), ENGLISH)

    for shown in (said, str(pages)):
        assert "23456789" not in re.sub(r"\s", "", shown)
        assert "@example.com" not in shown


def test_a_number_in_a_name_is_hidden_from_others_in_the_details_too() -> None:
    named = replace(REQUEST, full_name="Alex 030 23125001 alex@example.com")
    told = call(Status.COMPLETED, request=named, outcome=Outcome.ANSWERED)

    pages = details_pages(told, Seen(whole=False, zone="Europe/Berlin"), ENGLISH)

    assert "Alex" in str(pages)
    assert "23125001" not in str(pages)
    assert "@example" not in str(pages)


def test_a_transcript_names_who_spoke_in_the_readers_language() -> None:
    turns = [Turn(speaker=role, words="Ja") for role in ("agent", "user", "supervisor")]

    (page,) = details_pages(
        over(Result(turns=tuple(turns))), Seen(whole=True, zone="Europe/Berlin"), words_in("de")
    )

    assert "Agent: Ja\nKontakt: Ja\nSupervisor: Ja" in str(page).replace("\\n", "\n")
