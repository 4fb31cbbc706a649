"""How calls end is written down once, for one call, and nobody guesses which."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.calls.call import Call
from bot.calls.deed import Deed
from bot.calls.draft import Surface
from bot.calls.event import CallEnded, EventState, Unreadable
from bot.calls.matching import Candidate, Verdict
from bot.calls.result import Booking, Result, Turn
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import Outcome, Status
from bot.ledger import SqlLedger
from tests.ledger.conftest import Opening
from tests.ledger.samples import (
    ADA,
    BEN,
    EDIT,
    MINUTE,
    NOW,
    PENDING,
    SALES,
    SUPPORT,
    a_call,
    a_request,
    audited,
    claimed,
    next_message,
    now_of,
    recorded,
    waiting,
)

TOLD = Say(saying=Saying.REPLY, topic=Topic.OUTCOME, nth=1)
ALERT = Say(saying=Saying.ALERT)
BY_ADMIN = Deed(user_id="U9", name="assign", surface=Surface.BUTTON)

RESULT = Result(
    started_at=NOW,
    seconds=192,
    summary="She wants “a demo”",
    collected=(("team size", "12"),),
    turns=(Turn(speaker="agent", words="Hello"), Turn(speaker="", words="Hi")),
    deeds=("booking created",),
    booking=Booking(title="Demo", starts_at=NOW + timedelta(days=1), join_url="https://a.example"),
)


def ended(name: str = "c1", **changes: Any) -> CallEnded:
    values: dict[str, Any] = {
        "conversation_id": name,
        "agent_uuid": SALES.uuid,
        "agent_name": "Sales",
        "phone_number": ADA,
        "outcome": Outcome.ANSWERED,
        "result": RESULT,
        **changes,
    }
    return CallEnded(**values)


def the_only(candidates: Sequence[Candidate]) -> Verdict:
    if len(candidates) != 1:
        return Verdict(call_id=None, alert=(ALERT,))
    return Verdict(call_id=candidates[0].call_id, say=(EDIT, TOLD))


def pending(ledger: SqlLedger, key: str = "click 1", **changes: Any) -> Call:
    claim = claimed(ledger, a_call(key, **changes))
    assert ledger.settle(claim, to=Status.PENDING, zeeg_id="42")
    return now_of(ledger, claim.call)


def test_a_call_ends_with_all_that_was_told(ledger: SqlLedger) -> None:
    call = pending(ledger)

    assert ledger.record_ended(ended(), judge=the_only) is EventState.MATCHED

    over = now_of(ledger, call)
    assert (over.status, over.outcome, over.result) == (
        Status.COMPLETED,
        Outcome.ANSWERED,
        RESULT,
    )
    assert over.ended_at is not None
    assert waiting(ledger)[-2:] == ["call:1:card_edit:1", "call:1:reply:outcome:1"]


@pytest.mark.parametrize("outcome", [Outcome.BUSY, Outcome.NOT_ANSWERED])
def test_a_call_that_reached_nobody_has_failed(ledger: SqlLedger, outcome: Outcome) -> None:
    call = pending(ledger)

    ledger.record_ended(ended(outcome=outcome), judge=the_only)

    assert now_of(ledger, call).status is Status.FAILED


def test_the_same_event_is_told_once(ledger: SqlLedger) -> None:
    pending(ledger)
    ledger.record_ended(ended(), judge=the_only)
    before = waiting(ledger)

    assert ledger.record_ended(ended(outcome=Outcome.BUSY), judge=the_only) is None
    assert waiting(ledger) == before


def test_fifty_deliveries_at_once_are_one(opening: Opening) -> None:
    ledger = opening()
    call = pending(ledger)

    with ThreadPoolExecutor(10) as threads:
        states = list(
            threads.map(lambda _: ledger.record_ended(ended(), judge=the_only), range(50))
        )

    assert sorted(filter(None, states)) == [EventState.MATCHED]
    assert now_of(ledger, call).status is Status.COMPLETED
    assert waiting(ledger).count("call:1:reply:outcome:1") == 1


def test_two_ends_of_one_call_at_once_are_not_both_its_own(opening: Opening) -> None:
    ledger = opening()
    pending(ledger)

    with ThreadPoolExecutor(2) as threads:
        states = list(
            threads.map(
                lambda name: ledger.record_ended(ended(name), judge=the_only), ["c1", "c2"]
            )
        )

    assert sorted(filter(None, states)) == [EventState.MATCHED, EventState.UNMATCHED]


NOT_CANDIDATES: list[Any] = [
    pytest.param({"phone_number": BEN}, id="another number"),
    pytest.param({"agent_uuid": "5b0c2f9e-3c64-4b7a-9a8e-7f1f64d1c902"}, id="another agent"),
    pytest.param({"phone_number": None}, id="no number"),
    pytest.param({"agent_uuid": None}, id="no agent"),
]


@pytest.mark.parametrize("changes", NOT_CANDIDATES)
def test_only_calls_of_that_agent_to_that_number_are_candidates(
    ledger: SqlLedger, changes: dict[str, Any]
) -> None:
    call = pending(ledger)

    assert ledger.record_ended(ended(**changes), judge=the_only) is EventState.UNMATCHED
    assert now_of(ledger, call) == call
    assert waiting(ledger)[-1] == "event:1:alert"


def test_agents_are_the_same_however_their_ids_are_written(ledger: SqlLedger) -> None:
    loud = replace(SALES, uuid=SALES.uuid.upper())
    pending(ledger, request=a_request(agent=loud))

    assert ledger.record_ended(ended(), judge=the_only) is EventState.MATCHED


def test_what_was_heard_is_ours_if_its_agent_or_its_number_ever_was(ledger: SqlLedger) -> None:
    loud = replace(SALES, uuid=SALES.uuid.upper())
    assert not ledger.may_be_ours(ended())
    for nth, agent in enumerate([SUPPORT, loud, SALES, SUPPORT]):
        new = a_call(f"click {nth}", request=a_request(ADA, agent=agent))
        recorded(ledger, new, may_repeat=True)

    told = [
        ended(agent_uuid=uuid, phone_number=number)
        for uuid in (SALES.uuid, SUPPORT.uuid, "another", None)
        for number in (ADA, BEN, None)
    ]

    assert [ledger.may_be_ours(each) for each in told] == [
        *[True, True, True],
        *[True, True, True],
        *[True, False, True],
        *[True, True, True],
    ]


def seen_by_judge(ledger: SqlLedger) -> list[Candidate]:
    seen: list[Candidate] = []

    def look(candidates: Sequence[Candidate]) -> Verdict:
        seen.extend(candidates)
        return Verdict(call_id=None)

    ledger.record_ended(ended(), judge=look)
    return seen


def test_a_call_is_due_when_it_was_sent(ledger: SqlLedger) -> None:
    pending(ledger)

    assert seen_by_judge(ledger) == [Candidate(call_id=1, due=NOW, is_scheduled=False)]


def test_a_scheduled_call_is_due_at_its_time(ledger: SqlLedger) -> None:
    later = NOW + 60 * MINUTE
    pending(ledger, request=a_request(at=later))

    assert seen_by_judge(ledger) == [Candidate(call_id=1, due=later, is_scheduled=True)]


def uncertain(ledger: SqlLedger) -> Call:
    claim = claimed(ledger)
    assert ledger.settle(claim, to=Status.UNCERTAIN)
    return now_of(ledger, claim.call)


def test_an_end_settles_what_was_uncertain(ledger: SqlLedger) -> None:
    call = uncertain(ledger)

    assert ledger.record_ended(ended(), judge=the_only) is EventState.MATCHED

    over = now_of(ledger, call)
    assert (over.status, over.failure) == (Status.COMPLETED, None)


@pytest.mark.parametrize("word", [Status.FAILED, Status.COMPLETED])
def test_zeegs_news_counts_more_than_what_a_person_said(ledger: SqlLedger, word: Status) -> None:
    call = uncertain(ledger)
    said = ledger.move(call.call_id, to=word, out_of=frozenset({Status.UNCERTAIN}))
    assert said is not None
    assert said.is_hearsay

    assert ledger.record_ended(ended(), judge=the_only) is EventState.MATCHED

    over = now_of(ledger, call)
    assert (over.status, over.outcome) == (Status.COMPLETED, Outcome.ANSWERED)
    assert not over.is_hearsay
    assert seen_by_judge(ledger) == []


def test_what_zeeg_told_itself_is_no_hearsay(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    assert ledger.settle(claim, to=Status.FAILED, zeeg_id="42")

    assert not now_of(ledger, claim.call).is_hearsay
    assert seen_by_judge(ledger) == []


def test_an_end_may_overtake_zeegs_answer_to_the_post(ledger: SqlLedger) -> None:
    claim = claimed(ledger)

    assert ledger.record_ended(ended(), judge=the_only) is EventState.MATCHED
    assert not ledger.settle(claim, to=Status.PENDING, zeeg_id="42", say=[PENDING])

    over = now_of(ledger, claim.call)
    assert (over.status, over.zeeg_id) == (Status.COMPLETED, "42")
    assert "call:1:reply:pending" not in waiting(ledger)


@pytest.mark.parametrize("finish", ["announced", "cancelled"])
def test_a_call_that_zeeg_never_got_has_not_ended(ledger: SqlLedger, finish: str) -> None:
    call = recorded(ledger)
    if finish == "cancelled":
        ledger.move(call.call_id, to=Status.CANCELLED, out_of=frozenset({Status.RECORDED}))

    assert seen_by_judge(ledger) == []


def test_what_nobody_understands_is_kept_once(ledger: SqlLedger) -> None:
    torn = Unreadable(text="{\x00 torn", digest="d1")

    assert ledger.record_unreadable(torn, alert=[ALERT])
    assert not ledger.record_unreadable(torn, alert=[ALERT])

    kept = ledger.event(1)
    assert kept is not None
    assert (kept.state, kept.text, kept.ended) == (EventState.UNREADABLE, "{\ufffd torn", None)
    assert waiting(ledger) == ["event:1:alert"]


def test_an_alert_can_be_once_for_all(ledger: SqlLedger) -> None:
    daily = Say(saying=Saying.ALERT, once="unreadable:2026-03-02")

    for digest in ("d1", "d2"):
        ledger.record_unreadable(Unreadable(text="?", digest=digest), alert=[daily])

    assert waiting(ledger) == ["once:unreadable:2026-03-02:alert"]


def test_a_message_about_an_event_has_it_with_it(ledger: SqlLedger) -> None:
    ledger.record_ended(ended(), judge=the_only)

    message = next_message(ledger)

    assert message.event == ledger.event(1)
    assert message.event is not None
    assert message.event.ended == ended()
    assert ledger.said(message, ts="1.1")
    assert waiting(ledger) == []


@pytest.fixture
def unmatched(ledger: SqlLedger) -> SqlLedger:
    """Two calls to one number, and one of them ended."""
    pending(ledger, "click 1", phone=ADA)
    other = claimed(ledger, a_call("click 2", phone=BEN))
    ledger.settle(other, to=Status.PENDING)
    ledger.record_ended(ended(), judge=lambda _: Verdict(call_id=None, alert=(ALERT,)))
    return ledger


def test_offers_the_calls_that_it_may_have_been(unmatched: SqlLedger) -> None:
    day = timedelta(days=1)

    near = unmatched.calls_for(ended(), at=NOW, near=day, limit=10)
    far = unmatched.calls_for(ended(), at=NOW - 2 * day, near=day, limit=10)
    before_it_was_due = unmatched.calls_for(
        ended(), at=NOW - timedelta(hours=1), near=day, limit=10
    )
    one = unmatched.calls_for(ended(), at=NOW, near=day, limit=1)

    assert [call.call_id for call in near] == [1, 2]
    assert [call.call_id for call in far] == [1]
    assert [call.call_id for call in before_it_was_due] == [1]
    assert [call.call_id for call in one] == [1]


def test_an_admin_says_which_call_it_was(unmatched: SqlLedger) -> None:
    assert unmatched.assign(1, call_id=2, deed=BY_ADMIN, say=[EDIT, TOLD])

    call, kept = unmatched.call(2), unmatched.event(1)
    assert call is not None
    assert kept is not None
    assert (call.status, call.result) == (Status.COMPLETED, RESULT)
    assert (kept.state, kept.call_id, kept.settled_by) == (EventState.MATCHED, 2, "U9")
    assert kept.ended is None
    assert audited(unmatched) == [(2, "U9", "assign", "button")]
    assert "call:2:reply:outcome:1" in waiting(unmatched)


def test_an_admin_says_that_it_was_none_of_ours(unmatched: SqlLedger) -> None:
    assert unmatched.assign(1, call_id=None, deed=BY_ADMIN, say=[])

    kept = unmatched.event(1)
    assert kept is not None
    assert (kept.state, kept.settled_by) == (EventState.DISMISSED, "U9")


@pytest.mark.parametrize("first", [1, None])
def test_an_event_is_settled_once(unmatched: SqlLedger, first: int | None) -> None:
    unmatched.assign(1, call_id=first, deed=BY_ADMIN, say=[TOLD])

    assert not unmatched.assign(1, call_id=2, deed=BY_ADMIN, say=[TOLD])
    assert "call:2:reply:outcome:1" not in waiting(unmatched)


def test_a_call_takes_one_outcome_only(unmatched: SqlLedger) -> None:
    unmatched.record_ended(ended("c2"), judge=lambda _: Verdict(call_id=None))
    unmatched.assign(1, call_id=1, deed=BY_ADMIN, say=[])

    assert not unmatched.assign(2, call_id=1, deed=BY_ADMIN, say=[])


def test_a_call_that_a_person_settled_still_learns_its_outcome(unmatched: SqlLedger) -> None:
    unmatched.move(1, to=Status.FAILED, out_of=frozenset({Status.PENDING}))

    assert unmatched.assign(1, call_id=1, deed=BY_ADMIN, say=[TOLD])

    call = unmatched.call(1)
    assert call is not None
    assert (call.status, call.outcome) == (Status.COMPLETED, Outcome.ANSWERED)


OVERDUE = Say(saying=Saying.REPLY, topic=Topic.OVERDUE)


def tell(ledger: SqlLedger, later: timedelta) -> Sequence[int]:
    return ledger.tell_overdue(now=NOW + later, after=120 * MINUTE, say=[OVERDUE])


def test_a_call_that_nobody_heard_of_is_told_once(ledger: SqlLedger) -> None:
    call = pending(ledger)

    assert tell(ledger, 119 * MINUTE) == ()
    assert tell(ledger, 120 * MINUTE) == [call.call_id]
    assert tell(ledger, 121 * MINUTE) == ()

    assert now_of(ledger, call).is_overdue
    assert waiting(ledger) == ["call:1:reply:overdue"]


def test_a_scheduled_call_is_overdue_by_its_own_time(ledger: SqlLedger) -> None:
    pending(ledger, request=a_request(at=NOW + 60 * MINUTE))

    assert tell(ledger, 179 * MINUTE) == ()
    assert tell(ledger, 180 * MINUTE) == [1]


def test_an_overdue_call_still_ends(ledger: SqlLedger) -> None:
    call = pending(ledger)
    tell(ledger, 120 * MINUTE)

    assert ledger.record_ended(ended(), judge=the_only) is EventState.MATCHED
    assert now_of(ledger, call).status is Status.COMPLETED


def test_what_is_uncertain_or_over_is_not_overdue(ledger: SqlLedger) -> None:
    uncertain(ledger)

    assert tell(ledger, 999 * MINUTE) == ()
