"""Calls: recorded once, read as they were asked for, moved only where a call may go."""

from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from secrets import token_hex
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings

from bot.calls.call import Call, Card
from bot.calls.draft import DraftState, Surface
from bot.calls.request import CallRequest
from bot.calls.status import NOT_SENT, OPEN, Status
from bot.errors import LedgerError, RepeatedClickError
from bot.ledger import SqlLedger
from tests.ledger.samples import (
    ADA,
    BEN,
    CARD,
    EDIT,
    MINUTE,
    NOW,
    a_call,
    a_draft,
    a_request,
    announced,
    claimed,
    next_message,
    now_of,
    recorded,
    waiting,
)
from tests.ledger.test_drafts import ANY_TEXT

BERLIN = ZoneInfo("Europe/Berlin")


def test_keeps_a_call_as_it_was_asked_for(ledger: SqlLedger) -> None:
    new = a_call(
        thread_ts="12.5",
        source_link="https://example.slack.example/p1",
        response_url="https://hooks.slack.example/1",
        surface=Surface.SHORTCUT,
        confirmed=("zone_unknown", "open_call:7"),
        retry_of=7,
        requester_locale=None,
    )

    answer = ledger.record_call(new, draft_id=None, may_repeat=False, say=[CARD])

    call = answer.call
    assert answer.is_new
    assert call.new == new
    assert (call.status, call.attempts, call.send_at) == (Status.RECORDED, 0, None)
    assert (call.card, call.zeeg_id, call.failure, call.outcome) == (None, None, None, None)
    assert call.ended_at is None
    assert ledger.call(call.call_id) == call
    assert waiting(ledger) == [f"call:{call.call_id}:card"]


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(datetime(2026, 7, 1, 14, 0, tzinfo=BERLIN), id="summer in Berlin"),
        pytest.param(
            datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1), id="the hour that comes twice"
        ),
        pytest.param(
            datetime(2026, 7, 1, 14, 0, 0, 1, tzinfo=timezone(timedelta(hours=-9, minutes=-30))),
            id="microseconds west of Greenwich",
        ),
    ],
)
def test_keeps_a_time_whatever_its_zone(ledger: SqlLedger, at: datetime) -> None:
    call = recorded(ledger, a_call(request=a_request(at=at), requested_at=at))

    kept = now_of(ledger, call)

    assert kept.request.scheduled_time == at.astimezone(NOW.tzinfo)
    assert kept.new.requested_at.utcoffset() == timedelta(0)


def test_refuses_a_time_without_a_zone(ledger: SqlLedger) -> None:
    with pytest.raises(LedgerError):
        recorded(ledger, a_call(requested_at=datetime(2026, 7, 1, 14, 0)))  # noqa: DTZ001


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(words=ANY_TEXT.filter(str.strip))
def test_records_whatever_can_be_typed(ledger: SqlLedger, words: str) -> None:
    asked = a_request()
    request = CallRequest(
        phone=asked.phone,
        email=f"{words}@example.com",
        full_name=words,
        additional_data=words,
        scheduled_time=None,
        agent=asked.agent,
    )

    call = recorded(ledger, a_call(token_hex(8), request=request), may_repeat=True)

    kept = now_of(ledger, call).request.full_name
    assert [kept for kept, typed in zip(kept, words, strict=True) if kept != typed] == [
        "\ufffd" for typed in words if typed == "\0" or "\ud800" <= typed <= "\udfff"
    ]


def test_gives_short_numbers_and_references_that_nobody_mistakes(ledger: SqlLedger) -> None:
    made = [recorded(ledger, a_call(f"click {n}"), may_repeat=True) for n in range(20)]

    assert [call.call_id for call in made] == list(range(1, 21))
    assert len({call.reference for call in made}) == 20
    assert {len(call.reference) for call in made} == {8}
    assert not set("01ILOU") & {letter for call in made for letter in call.reference}


def test_one_click_is_one_call(ledger: SqlLedger) -> None:
    first = ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD])
    again = ledger.record_call(a_call(phone=BEN), draft_id=None, may_repeat=True, say=[EDIT])

    assert not again.is_new
    assert again.call == first.call
    assert waiting(ledger) == ["call:1:card"]


def test_a_repeated_click_is_answered_also_when_its_call_is_under_way(ledger: SqlLedger) -> None:
    call = announced(ledger)

    again = ledger.record_call(a_call(), draft_id=None, may_repeat=False, say=[CARD])

    assert again.call == call
    assert not again.is_new


def test_a_draft_becomes_one_call_by_whatever_click(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=60)
    first = ledger.record_call(a_call(), draft_id="d1", may_repeat=False, say=[CARD])

    form = a_call("another click", phone=BEN)
    again = ledger.record_call(form, draft_id="d1", may_repeat=True, say=[CARD])

    assert (again.call, again.is_new) == (first.call, False)
    assert ledger.call_with_key("another click") is None
    assert waiting(ledger) == ["call:1:card"]


def test_a_line_that_is_kept_with_its_call_is_kept_once(ledger: SqlLedger) -> None:
    keep = partial(ledger.record_call, draft_id="d1", may_repeat=True, say=[CARD])
    keep(a_call(), fresh=a_draft())

    with pytest.raises(RepeatedClickError):
        keep(a_call(), fresh=a_draft())

    assert waiting(ledger) == ["call:1:card"]


def test_closes_the_draft_that_became_a_call(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=0)

    ledger.record_call(a_call(), draft_id="d1", may_repeat=False, say=[CARD])

    draft = ledger.draft("d1")
    assert draft is not None
    assert draft.state is DraftState.CLOSED
    assert waiting(ledger) == ["call:1:card"]


def test_finds_the_call_of_a_click(ledger: SqlLedger) -> None:
    call = recorded(ledger)

    assert ledger.call_with_key("click 1") == call
    assert ledger.call_with_key("click 2") is None


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_a_card_under_another_is_its_own_calls(ledger: SqlLedger, order: tuple[int, int]) -> None:
    """As that of a call which somebody asked for with the shortcut on a reply."""
    for nth in order:
        recorded(ledger, a_call(f"card {nth}"), may_repeat=True)
        card = Card(channel_id="C1", ts=f"1.{nth}")
        assert ledger.card_said(next_message(ledger), card=card, send_at=NOW)

    def shown_by(ts: str, *, channel_id: str = "C1", under: str = "1.1") -> Call | None:
        return ledger.call_of_card(channel_id=channel_id, ts=ts, thread_ts=under)

    outer, inner = (ledger.call_with_key(f"card {nth}") for nth in (1, 2))
    assert shown_by("1.1") == outer
    assert shown_by("1.2") == inner
    assert shown_by("1.9") == outer
    assert shown_by("1.9", under="1.2") == inner
    assert shown_by("1.1", channel_id="C2") is None
    assert shown_by("1.9", under="") is None


def test_knows_no_call_that_was_not_recorded(ledger: SqlLedger) -> None:
    assert ledger.call(1) is None


def test_knows_which_countries_were_called_also_once_numbers_are_erased(ledger: SqlLedger) -> None:
    def is_new(region: str) -> bool:
        found = ledger.history(phone_number=BEN, since=NOW, region=region)
        return found.is_new_country

    assert not is_new("GB"), "nobody was called yet: there is nothing to compare with"
    claim = claimed(ledger)
    assert (is_new("DE"), is_new("FR"), is_new("AT")) == (False, True, True)

    ledger.settle(claim, to=Status.REFUSED, say=[])
    assert not is_new("GB")
    claim = claimed(ledger, a_call("another"))
    ledger.settle(claim, to=Status.COMPLETED, say=[])
    ledger.erase_kept(before=datetime.max.replace(tzinfo=UTC))

    assert now_of(ledger, claim.call).is_erased
    assert (is_new("DE"), is_new("GB")) == (False, True)


def test_finds_open_and_recent_calls_to_a_number(ledger: SqlLedger) -> None:
    old = NOW - timedelta(days=3)
    open_call = recorded(ledger, a_call("open", requested_at=old))
    ended = recorded(ledger, a_call("ended", requested_at=old), may_repeat=True)
    recent = recorded(ledger, a_call("recent"), may_repeat=True)
    due = a_call("due lately", requested_at=old, request=a_request(at=NOW + MINUTE))
    due_call = recorded(ledger, due, may_repeat=True)
    recorded(ledger, a_call("another number", phone=BEN))
    for call in (ended, recent, due_call):
        ledger.move(call.call_id, to=Status.CANCELLED, out_of=OPEN & NOT_SENT)

    found = ledger.history(phone_number=ADA, since=NOW - timedelta(days=1)).calls

    assert [(past.call_id, past.status, past.at) for past in found] == [
        (due_call.call_id, Status.CANCELLED, NOW + MINUTE),
        (recent.call_id, Status.CANCELLED, NOW),
        (open_call.call_id, Status.RECORDED, old),
    ]
    assert {(past.requester_id, past.agent_uuid) for past in found} == {
        ("U1", open_call.request.agent.uuid)
    }
