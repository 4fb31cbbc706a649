"""How far a list is, as its card counts it."""

import pytest

from bot.calls.bulk import BulkRow, RowState, Tally
from bot.calls.status import Outcome, Status
from bot.calls.tallying import tally_of


@pytest.mark.parametrize(
    ("state", "counted"),
    [
        (RowState.READY, Tally(to_do=1)),
        (RowState.WRONG, Tally(left_out=1)),
        (RowState.DROPPED, Tally(left_out=1)),
    ],
)
def test_a_row_that_is_no_call_is_to_do_or_left_out(state: RowState, counted: Tally) -> None:
    assert tally_of([BulkRow(number=2, state=state)]) == counted


@pytest.mark.parametrize(
    ("status", "outcome", "counted"),
    [
        (Status.ANNOUNCED, None, Tally(under_way=1)),
        (Status.SENDING, None, Tally(under_way=1)),
        (Status.PENDING, None, Tally(sent=1)),
        (Status.UNCERTAIN, None, Tally(sent=1)),
        (Status.CANCELLED, None, Tally(left_out=1)),
        (Status.EXPIRED, None, Tally(left_out=1)),
        (Status.COMPLETED, Outcome.ANSWERED, Tally(sent=1, reached=1)),
        (Status.COMPLETED, Outcome.VOICEMAIL, Tally(sent=1, reached=1)),
        (Status.COMPLETED, Outcome.UNKNOWN, Tally(sent=1)),
        (Status.FAILED, Outcome.NOT_ANSWERED, Tally(sent=1, nobody=1)),
        (Status.FAILED, Outcome.BUSY, Tally(sent=1, nobody=1)),
    ],
)
def test_a_call_of_a_list_counts_where_it_stands(
    status: Status, outcome: Outcome | None, counted: Tally
) -> None:
    row = BulkRow(number=2, state=RowState.CALLED, status=status, outcome=outcome)
    assert tally_of([row]) == counted
    assert counted.of == 1
