"""What is known of a call, by where it stands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.calls.call import Call, Card
from bot.calls.status import Outcome, Status
from tests.sample import NOW, call, new_call, scheduled

HELD = replace(new_call(scheduled(NOW + timedelta(hours=3))), send_after=NOW + timedelta(hours=2))


@pytest.mark.parametrize(
    ("a_call", "is_unknown"),
    [
        pytest.param(call(Status.UNCERTAIN), True, id="no answer from Zeeg"),
        pytest.param(replace(call(), is_overdue=True), True, id="no news for long"),
        pytest.param(call(), False, id="no news yet"),
        pytest.param(replace(call(Status.COMPLETED), is_overdue=True), False, id="settled since"),
        pytest.param(call(Status.SENDING), False, id="on its way"),
    ],
)
def test_is_unknown_where_nobody_can_know_what_became_of_it(
    a_call: Call, *, is_unknown: bool
) -> None:
    assert a_call.is_unknown is is_unknown


@pytest.mark.parametrize(
    ("a_call", "is_hearsay"),
    [
        pytest.param(replace(call(Status.COMPLETED), zeeg_id=None), True, id="a word alone"),
        pytest.param(
            replace(call(Status.FAILED), is_overdue=True), True, id="a word on one without news"
        ),
        pytest.param(call(Status.COMPLETED, outcome=Outcome.ANSWERED), False, id="Zeeg told"),
        pytest.param(call(Status.COMPLETED), False, id="Zeeg told no more"),
        pytest.param(replace(call(Status.UNCERTAIN), zeeg_id=None), False, id="no word yet"),
        pytest.param(replace(call(Status.CANCELLED), zeeg_id=None), False, id="never sent"),
    ],
)
def test_is_hearsay_where_only_a_person_told(a_call: Call, *, is_hearsay: bool) -> None:
    assert a_call.is_hearsay is is_hearsay


@pytest.mark.parametrize(
    ("a_call", "is_held"),
    [
        pytest.param(replace(call(Status.ANNOUNCED), new=HELD, attempts=0), True, id="waits"),
        pytest.param(replace(call(Status.ANNOUNCED), new=HELD), False, id="was tried"),
        pytest.param(replace(call(Status.PENDING), new=HELD, attempts=0), False, id="at Zeeg"),
        pytest.param(replace(call(Status.ANNOUNCED), attempts=0), False, id="for now"),
    ],
)
def test_is_held_until_it_is_first_sent(a_call: Call, *, is_held: bool) -> None:
    assert a_call.is_held is is_held


IN_A_THREAD = replace(new_call(), thread_ts="1.0")
THERE = Card(channel_id=IN_A_THREAD.channel_id, ts="2.0")
DIRECT = Card(channel_id="D1", ts="2.0")


@pytest.mark.parametrize(
    ("a_call", "thread_ts"),
    [
        pytest.param(replace(call(), card=None), None, id="no card yet"),
        pytest.param(replace(call(), card=THERE), "2.0", id="below its card"),
        pytest.param(replace(call(), new=IN_A_THREAD, card=THERE), "1.0", id="in the thread"),
        pytest.param(
            replace(call(), new=IN_A_THREAD, card=DIRECT), "2.0", id="its card went elsewhere"
        ),
    ],
)
def test_replies_belong_to_the_thread_in_which_the_card_stands(
    a_call: Call, thread_ts: str | None
) -> None:
    assert a_call.thread_ts == thread_ts
