"""A call takes another's place: both at once, or nothing."""

from functools import partial

import pytest

from bot.calls.deed import Deed
from bot.calls.draft import Surface
from bot.calls.replacing import Replacing
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import NOT_SENT, Status
from bot.errors import CallMovedError, OpenCallError
from bot.ledger import SqlLedger
from bot.ports import Recorded
from tests.ledger.conftest import Opening
from tests.ledger.samples import (
    BEN,
    MINUTE,
    NOW,
    a_call,
    announced,
    audited,
    claimed,
    now_of,
    recorded,
    waiting,
)
from tests.ledger.test_races import at_once

DEED = Deed(user_id="U1", name="reschedule", surface=Surface.BUTTON)
SAY = [
    Say(saying=Saying.CARD_EDIT),
    Say(saying=Saying.REPLY, topic=Topic.RESCHEDULED, facts={"by": "U1"}),
]


def replace(ledger: SqlLedger, call_id: int, *, key: str = "click 2") -> Recorded:
    return ledger.record_call(
        a_call(key, replacing=Replacing(call_id=call_id, deed=DEED, say=SAY)),
        draft_id=None,
        may_repeat=False,
        say=[Say(saying=Saying.CARD)],
    )


def try_to_replace(ledger: SqlLedger, call_id: int) -> Recorded | None:
    try:
        return replace(ledger, call_id)
    except CallMovedError:
        return None


def test_cancels_the_one_and_records_the_other(ledger: SqlLedger) -> None:
    old = announced(ledger)

    new = replace(ledger, old.call_id).call

    assert now_of(ledger, old).status is Status.CANCELLED
    assert now_of(ledger, new).status is Status.RECORDED
    assert any("rescheduled" in key for key in waiting(ledger))
    assert "reschedule" in str(audited(ledger))


@pytest.mark.parametrize("again", ["click 2", "click 3"], ids=["the same click", "another"])
def test_replaces_it_once(ledger: SqlLedger, again: str) -> None:
    old = announced(ledger)
    new = replace(ledger, old.call_id).call

    if again == "click 2":
        assert replace(ledger, old.call_id, key=again) == Recorded(call=new, is_new=False)
    else:
        with pytest.raises(CallMovedError):
            replace(ledger, old.call_id, key=again)


def test_leaves_a_call_alone_that_is_being_sent(ledger: SqlLedger) -> None:
    old = claimed(ledger).call

    with pytest.raises(CallMovedError):
        replace(ledger, old.call_id)

    assert now_of(ledger, old).status is Status.SENDING
    assert ledger.call_with_key("click 2") is None


def test_changes_nothing_where_the_other_may_not_be_recorded(ledger: SqlLedger) -> None:
    old = announced(ledger, a_call("click 0", phone=BEN))
    recorded(ledger)

    with pytest.raises(OpenCallError):
        replace(ledger, old.call_id)

    assert now_of(ledger, old).status is Status.ANNOUNCED
    assert not any("rescheduled" in key for key in waiting(ledger))


@pytest.mark.parametrize("attempt", range(5))
def test_sent_or_replaced_and_never_both(opening: Opening, attempt: int) -> None:
    del attempt
    here, there = opening(), opening()
    old = announced(here)

    replaced, claims = at_once(
        partial(try_to_replace, here, old.call_id),
        partial(there.claim_calls, now=NOW + MINUTE, limit=5, lease=30),
    )

    assert isinstance(claims, (list, tuple))
    assert (replaced is not None) != (old.call_id in [claim.call.call_id for claim in claims])


def test_replaced_or_cancelled_and_never_both(opening: Opening) -> None:
    here, there = opening(), opening()
    old = announced(here)

    replaced, cancelled = at_once(
        partial(try_to_replace, here, old.call_id),
        partial(there.move, old.call_id, to=Status.CANCELLED, out_of=NOT_SENT),
    )

    assert (replaced is None) != (cancelled is None)
