"""Messages: claimed in turn, said, put off, given up."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import (
    Connection,
    Double,
    RowMapping,
    Select,
    bindparam,
    case,
    select,
    update,
)

from bot.calls.call import Card
from bot.calls.draft import DraftState
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import Status
from bot.errors import UnreadableRowError
from bot.ledger import rows
from bot.ledger.columns import AwareTime, epoch_now
from bot.ledger.door import Door
from bot.ledger.events import read_kept
from bot.ledger.schema import MessageState, calls, drafts, events, fixed, outbox
from bot.ledger.turns import is_next
from bot.ledger.unreadable import leave_messages
from bot.ledger.unsaying import ELSEWHERE, answer_if_settled, unsay_if_erased
from bot.ledger.writing_down import Subject, lock, write_down
from bot.ports import Message

CARDS_FIRST = case((outbox.c.saying == Saying.CARD.value, 0), else_=1)


TAKE_DUE = (
    select(outbox.c.id)
    .where(is_next, outbox.c.due <= epoch_now())
    .order_by(CARDS_FIRST, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=outbox)
)
CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(
        token=bindparam("mark"),
        tries=outbox.c.tries + 1,
        due=epoch_now() + bindparam("lease"),
    )
    .returning(*outbox.c)
)
THIS = (
    (outbox.c.id == bindparam("this"))
    & (outbox.c.token == bindparam("ours"))
    & (outbox.c.state == fixed(MessageState.WAITING))
)
CLOSE = (
    update(outbox)
    .where(THIS)
    .values(state=bindparam("to"), ts=bindparam("at"), why=bindparam("because"), token=None)
    .returning(outbox.c.id)
)
PUT_OFF = (
    update(outbox)
    .where(THIS)
    .values(
        due=epoch_now() + bindparam("seconds", type_=Double),
        token=None,
        tries=outbox.c.tries - bindparam("untried"),
    )
)
_is_recorded = calls.c.status == fixed(Status.RECORDED)
STANDS = (
    update(calls)
    .where(calls.c.id == bindparam("call"))
    .values(
        card_channel_id=bindparam("channel"),
        card_ts=bindparam("at"),
        status=case((_is_recorded, fixed(Status.ANNOUNCED)), else_=calls.c.status),
        send_at=case((_is_recorded, bindparam("from", type_=AwareTime)), else_=calls.c.send_at),
    )
)
"""A card stands: its call is announced if it is still to be made."""

CALLS, DRAFTS, EVENTS = (
    select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))
    for table in (calls, drafts, events)
)


class SqlOutbox:
    """The Outbox of `ports`."""

    _door: Door

    def claim_messages(self, *, limit: int, lease: float) -> Sequence[Message]:
        """Take messages that are due and whose turn it is, cards first."""
        try:
            return self._claim_messages(limit=limit, lease=lease)
        except UnreadableRowError:
            with self._door.writing("leave") as connection:
                due = list(connection.scalars(TAKE_DUE, {"most": limit}))
                if not leave_messages(connection, due, partial(_read_message, connection)):
                    raise
            return ()

    def _claim_messages(self, *, limit: int, lease: float) -> Sequence[Message]:
        with self._door.writing("message claim") as connection:
            ids = list(connection.scalars(TAKE_DUE, {"most": limit}))
            if not ids:
                return ()
            values = {"ids": ids, "mark": secrets.token_hex(16), "lease": lease}
            claimed = connection.execute(CLAIM, values)
            found = {row["id"]: row for row in claimed.mappings().all()}
            return _read_messages(connection, [found[message_id] for message_id in ids])

    def said(
        self,
        message: Message,
        *,
        ts: str | None,
        say: Sequence[Say] = (),
        elsewhere: str | None = None,
    ) -> bool:
        """Write down that it was said; an offer that was made shows its draft."""
        with self._door.writing("ts stored") as connection:
            if not _close(connection, message, MessageState.SAID, ts=ts):
                return False
            if elsewhere is not None:
                facts = {**message.facts, ELSEWHERE: elsewhere}
                this = outbox.c.id == message.message_id
                connection.execute(update(outbox).where(this).values(facts=facts))
            write_down(connection, _subject(message), say)
            unsay_if_erased(connection, message)
            answer_if_settled(connection, message)
            if message.saying is Saying.OFFER_FORM and message.draft is not None:
                connection.execute(
                    update(drafts)
                    .where(
                        drafts.c.id == message.draft.draft_id,
                        drafts.c.state == fixed(DraftState.OPEN),
                    )
                    .values(state=DraftState.SHOWN.value)
                )
            return True

    def card_said(
        self, message: Message, *, card: Card, send_at: datetime, say: Sequence[Say] = ()
    ) -> bool:
        """Write down that the card stands, and announce the call if it is still to be made."""
        if message.saying is not Saying.CARD or message.call is None:
            raise ValueError(f"{message.key} is not a call's card")
        values = {
            "call": message.call.call_id,
            "channel": card.channel_id,
            "at": card.ts,
            "from": send_at,
        }
        with self._door.writing("ts stored") as connection:
            if not _close(connection, message, MessageState.SAID, ts=card.ts):
                return False
            connection.execute(STANDS, values)
            write_down(connection, _subject(message), say)
            unsay_if_erased(connection, message)
            return True

    def put_off(self, message: Message, *, seconds: float, tried: bool) -> None:
        """Say it later."""
        with self._door.writing("put off") as connection:
            values = {**_of(message), "seconds": seconds, "untried": 0 if tried else 1}
            connection.execute(PUT_OFF, values)

    def give_up(self, message: Message, *, why: str, say: Sequence[Say] = ()) -> None:
        """Never say it, and let what stands behind it have its turn."""
        with self._door.writing("give up") as connection:
            if _close(connection, message, MessageState.GIVEN_UP, why=why):
                write_down(connection, _subject(message), say)


def _close(
    connection: Connection,
    message: Message,
    state: MessageState,
    *,
    ts: str | None = None,
    why: str | None = None,
) -> bool:
    """End a message if the claim is ours."""
    lock(connection, _subject(message))
    values = {**_of(message), "to": state.value, "at": ts, "because": why}
    closed = connection.execute(CLOSE, values)
    return closed.one_or_none() is not None


def _of(message: Message) -> rows.Values:
    return {"this": message.message_id, "ours": message.token}


def _subject(message: Message) -> Subject:
    if message.call is not None:
        return Subject(call_id=message.call.call_id)
    if message.draft is not None:
        return Subject(draft_id=message.draft.draft_id)
    if message.event is not None:
        return Subject(event_id=message.event.event_id)
    raise ValueError(f"{message.key} belongs to nothing")


def _read_messages(connection: Connection, found: Sequence[RowMapping]) -> list[Message]:
    """Read messages with the call or draft that each is about, as it stands now."""
    call_ids = {row["call_id"] for row in found} - {None}
    draft_ids = {row["draft_id"] for row in found} - {None}
    event_ids = {row["event_id"] for row in found} - {None}
    by_call = _by_id(connection, CALLS, call_ids)
    by_event = _by_id(connection, EVENTS, event_ids)
    by_draft = _by_id(connection, DRAFTS, draft_ids)
    return [
        Message(
            message_id=row["id"],
            key=row["key"],
            token=row["token"],
            saying=Saying(row["saying"]),
            topic=None if row["topic"] is None else Topic(row["topic"]),
            facts=row["facts"],
            tries=row["tries"],
            call=None if row["call_id"] is None else rows.read_call(by_call[row["call_id"]]),
            draft=None if row["draft_id"] is None else rows.read_draft(by_draft[row["draft_id"]]),
            event=None if row["event_id"] is None else read_kept(by_event[row["event_id"]]),
        )
        for row in found
    ]


def _read_message(connection: Connection, message_id: int) -> Message:
    found = connection.execute(select(outbox).where(outbox.c.id == message_id))
    [message] = _read_messages(connection, found.mappings().all())
    return message


def _by_id(connection: Connection, query: Select[Any], ids: set[Any]) -> dict[Any, RowMapping]:
    if not ids:
        return {}
    found = connection.execute(query, {"ids": list(ids)}).mappings().all()
    return {row["id"]: row for row in found}
