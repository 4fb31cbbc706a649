"""Calls by whose they are: what comes first, what was last, and nobody else's."""

from datetime import timedelta
from functools import partial

from bot.calls.call import Call
from bot.calls.listing import Half, Page
from bot.calls.status import NOT_SENT, Status
from bot.ledger import SqlLedger
from tests.ledger.samples import NOW, a_call, a_request, claimed, recorded


def record(ledger: SqlLedger, nth: int, *, hours: int | None = None, by: str = "U1") -> Call:
    at = None if hours is None else NOW + timedelta(hours=hours)
    request = a_request(f"+491511234567{nth}", at=at)
    return recorded(ledger, a_call(f"click {nth}", request=request, requester_id=by))


def ids(calls: tuple[Call, ...]) -> list[int]:
    return [call.call_id for call in calls]


def test_the_next_call_comes_first_and_the_newest_of_those_that_are_over(
    ledger: SqlLedger,
) -> None:
    later, sooner, now, old, new = (
        record(ledger, nth, hours=hours) for nth, hours in enumerate([9, 2, None, 1, 1])
    )
    for call in (old, new):
        ledger.move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT)

    listing = ledger.listed(team_id="T1", requester_id="U1", most=10)

    assert ids(listing.upcoming) == [now.call_id, sooner.call_id, later.call_id]
    assert ids(listing.recent) == [new.call_id, old.call_id]
    assert (listing.more_upcoming, listing.more_recent) == (False, False)


def test_what_was_due_and_never_heard_of_is_not_to_come(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    assert ledger.settle(claim, to=Status.PENDING, zeeg_id="42")
    later = NOW + timedelta(hours=3)
    assert ledger.tell_overdue(now=later, after=timedelta(hours=2), say=[])

    listing = ledger.listed(team_id="T1", requester_id="U1", most=10)

    assert (ids(listing.upcoming), ids(listing.recent)) == ([], [claim.call.call_id])


def test_says_that_there_is_more(ledger: SqlLedger) -> None:
    for nth in range(3):
        record(ledger, nth, hours=nth + 1)

    listing = ledger.listed(team_id="T1", requester_id="U1", most=2)

    assert len(listing.upcoming) == 2
    assert listing.more_upcoming
    assert not listing.more_recent


def test_reads_a_half_page_by_page_though_calls_are_due_together(ledger: SqlLedger) -> None:
    listed = partial(ledger.listed, team_id="T1", requester_id="U1", most=2)
    soon = [record(ledger, nth, hours=hours).call_id for nth, hours in enumerate([5, 1, 1, 1, 3])]
    over = [record(ledger, nth).call_id for nth in range(5, 8)]
    for call_id in over:
        ledger.move(call_id, to=Status.CANCELLED, out_of=NOT_SENT)

    first = listed()
    second = listed(page=Page(half=Half.UPCOMING, after=first.upcoming[-1].call_id))
    third = listed(page=Page(half=Half.UPCOMING, after=second.upcoming[-1].call_id))
    before = listed(page=Page(half=Half.RECENT, after=first.recent[-1].call_id))

    of_pages = [ids(each.upcoming) for each in (first, second, third)]
    assert of_pages == [[soon[1], soon[2]], [soon[3], soon[4]], [soon[0]]]
    assert [each.more_upcoming for each in (first, second, third)] == [True, True, False]
    assert (ids(first.recent), ids(before.recent)) == ([over[2], over[1]], [over[0]])
    assert (second.recent, before.upcoming) == ((), ())


def test_goes_on_behind_a_call_that_is_over_meanwhile(ledger: SqlLedger) -> None:
    shown, other = record(ledger, 1, hours=1), record(ledger, 2, hours=2)
    ledger.move(shown.call_id, to=Status.CANCELLED, out_of=NOT_SENT)

    page = Page(half=Half.UPCOMING, after=shown.call_id)
    listing = ledger.listed(team_id="T1", requester_id="U1", most=2, page=page)

    assert ids(listing.upcoming) == [other.call_id]


def test_shows_nobody_elses_unless_everybodys_are_asked_for(ledger: SqlLedger) -> None:
    mine = record(ledger, 1)
    other = record(ledger, 2, by="U2")

    assert ids(ledger.listed(team_id="T1", requester_id="U1", most=9).upcoming) == [mine.call_id]
    assert set(ids(ledger.listed(team_id="T1", requester_id=None, most=9).upcoming)) == {
        mine.call_id,
        other.call_id,
    }
    assert ledger.listed(team_id="T2", requester_id=None, most=9).upcoming == ()
