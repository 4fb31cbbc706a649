"""What was made of the buttons under an outcome."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.calls.call import Call
from bot.calls.draft import Draft
from bot.calls.say import Say
from bot.ledger import rows
from bot.ledger.door import Door
from bot.ledger.schema import calls, drafts
from bot.ledger.writing_down import Subject, lock, write_down


class SqlPresses:
    """The PressLedger of `use_cases.call_after`."""

    _door: Door

    def draft_with_key(self, key: str) -> Draft | None:
        """Read the draft that a click made."""
        with self._door.reading() as connection:
            found = connection.execute(select(drafts).where(drafts.c.key == key))
            row = found.mappings().one_or_none()
            return None if row is None else rows.read_draft(row)

    def call_of_draft(self, draft_id: str) -> Call | None:
        """Read the call that a draft became."""
        with self._door.reading() as connection:
            found = connection.execute(select(calls).where(calls.c.draft_id == draft_id))
            row = found.mappings().one_or_none()
            return None if row is None else rows.read_call(row)

    def call_of_card(self, *, channel_id: str, ts: str, thread_ts: str) -> Call | None:
        """Read the call whose card is a message, or else what the message's thread is under."""
        with self._door.reading() as connection:
            found = connection.execute(
                select(calls)
                .where(calls.c.card_channel_id == channel_id, calls.c.card_ts.in_([ts, thread_ts]))
                .order_by((calls.c.card_ts == ts).desc())
                .limit(1)
            )
            row = found.mappings().one_or_none()
            return None if row is None else rows.read_call(row)

    def say_about(self, call_id: int, *, say: Sequence[Say]) -> None:
        """Queue messages about a call that does not move."""
        with self._door.writing("say") as connection:
            lock(connection, Subject(call_id=call_id))
            write_down(connection, Subject(call_id=call_id), say)
