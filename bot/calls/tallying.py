"""How far a list of calls is."""

from collections.abc import Sequence

from bot.calls.bulk import TO_DO, BulkRow, Tally
from bot.calls.status import NOT_SENT, SURELY_NOT_CALLED, Outcome, Status

REACHED = frozenset({Outcome.ANSWERED, Outcome.VOICEMAIL})
NOBODY = frozenset({Outcome.NOT_ANSWERED, Outcome.BUSY})


def is_here(row: BulkRow) -> bool:
    """Whether a row's call is not at Zeeg yet, and not stopped."""
    return row.status in NOT_SENT or row.status is Status.SENDING


def sending(row: BulkRow) -> bool:
    """Whether a row's call is on its way: nothing keeps it here until its time comes."""
    return is_here(row) and not row.is_held


def tally_of(rows: Sequence[BulkRow]) -> Tally:
    """Count the rows by where they stand."""
    under_way = [row for row in rows if is_here(row)]
    sent = [
        row
        for row in rows
        if row.status is not None and not is_here(row) and row.status not in SURELY_NOT_CALLED
    ]
    to_do = [row for row in rows if row.state in TO_DO]
    return Tally(
        to_do=len(to_do),
        under_way=len(under_way),
        sent=len(sent),
        reached=sum(row.outcome in REACHED for row in sent),
        nobody=sum(row.outcome in NOBODY for row in sent),
        left_out=len(rows) - len(to_do) - len(under_way) - len(sent),
    )
