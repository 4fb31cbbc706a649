"""A message says all of it to a screen reader: every word is in `text`, and no emoji alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.calls.block import Block
from bot.calls.call import Call
from bot.calls.failure import Failure, FailureKind
from bot.calls.listing import Listing
from bot.calls.result import Result
from bot.calls.say import Topic
from bot.calls.sharing import ShareResults
from bot.calls.status import Outcome, Status
from bot.messages.blocks import Rendered
from bot.messages.cards import card
from bot.messages.do_not_call import blocked_numbers
from bot.messages.lists import listed
from bot.messages.replies import reply
from bot.messages.usage import configured_agents, did_you_mean, usage
from bot.messages.welcome import welcome
from bot.messages.words import ENGLISH
from tests.accessible import unheard
from tests.sample import NOW, SALES, call, scheduled

LATER = scheduled(NOW + timedelta(hours=3))
RESULT = Result(started_at=NOW, seconds=95, summary="Wants a demo.", collected=(("size", "40"),))


def calls() -> Iterator[Call]:
    for status in Status:
        yield call(status)
        yield call(status, request=LATER)
        yield call(status, failure=Failure(kind=FailureKind.NUMBER_REFUSED, detail="no"))
    for outcome in Outcome:
        yield replace(call(Status.COMPLETED, outcome=outcome), result=RESULT)


def rendered() -> Iterator[Rendered]:
    for each in calls():
        yield card(each, words=ENGLISH, now=NOW)
        for topic in Topic:
            for share in ShareResults:
                facts = {"by": "U_OMAR", "share": share.value, "again_now": "U_JANE"}
                yield reply(topic, each, facts=facts, words=ENGLISH)
    some = tuple(calls())
    for of_all in (True, False):
        for listing in (
            Listing(upcoming=(), recent=()),
            Listing(upcoming=some[:3], recent=some[3:6], more_upcoming=True, more_recent=True),
        ):
            yield listed(listing, words=ENGLISH, now=NOW, of_all=of_all)
    block = Block(masked="+49", reason="rude", blocked_by="U_JANE", blocked_at=NOW)
    yield from (blocked_numbers([], ENGLISH), blocked_numbers([block], ENGLISH))
    yield from (usage(ENGLISH), welcome(ENGLISH))
    yield did_you_mean("list", draft_id="d1", words=ENGLISH)
    yield from (
        configured_agents([SALES], ENGLISH),
        configured_agents([SALES, replace(SALES, name="Support")], ENGLISH),
    )


def test_every_message_says_all_of_it_in_its_text() -> None:
    missing = {problem for each in rendered() for problem in unheard(each.text, each.blocks)}

    assert missing == set()


@pytest.mark.parametrize(
    ("text", "block", "problem"),
    [
        pytest.param(
            "Done.",
            {"type": "section", "text": {"text": "Not done."}},
            "not in the text",
            id="a sentence that is not heard",
        ),
        pytest.param(
            "✅ :tada:",
            {"type": "section", "text": {"text": "✅ :tada:"}},
            "an emoji alone",
            id="emoji",
        ),
        pytest.param(
            "Done.",
            {"type": "actions", "elements": [{"type": "button", "text": {"text": ":x:"}}]},
            "no words on it",
            id="a button",
        ),
        pytest.param("Done.", {"type": "image", "alt_text": ""}, "a picture", id="a picture"),
    ],
)
def test_what_is_not_heard_is_found(text: str, block: dict[str, object], problem: str) -> None:
    assert any(each.startswith(problem) for each in unheard(text, [block]))
