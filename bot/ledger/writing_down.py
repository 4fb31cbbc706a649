"""What must be said becomes rows of the outbox, in the transaction that makes it true."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Select, Table, bindparam, func, select, update

from bot.calls.say import Say, Saying
from bot.ledger.columns import epoch_now
from bot.ledger.door import Insertion, insertion_once
from bot.ledger.rows import Values
from bot.ledger.schema import MessageState, calls, drafts, events, fixed, outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a message is about, a call, a draft or an event: its messages keep their order."""

    call_id: int | None = None
    draft_id: str | None = None
    event_id: int | None = None

    @property
    def name(self) -> str:
        """Give the first part of its messages' keys."""
        if self.call_id is not None:
            return f"call:{self.call_id}"
        if self.event_id is not None:
            return f"event:{self.event_id}"
        return f"draft:{self.draft_id}"

    def key(self, what: str) -> str:
        """Give the key of one of its messages."""
        return f"{self.name}:{what}"


def _locking(table: Table) -> Select[str]:
    row = select(table.c.key).where(table.c.id == bindparam("subject"))
    return row.with_for_update(key_share=True)


LOCK_CALL, LOCK_EVENT, LOCK_DRAFT = _locking(calls), _locking(events), _locking(drafts)

OF_CALL = (outbox.c.call_id == bindparam("call")) & (outbox.c.saying == Saying.CARD_EDIT.value)
UNBEGUN_EDIT = (
    select(outbox.c.id, outbox.c.facts)
    .where(OF_CALL, outbox.c.state == fixed(MessageState.WAITING), outbox.c.token.is_(None))
    .with_for_update()
)
COUNT_EDITS = select(func.count()).where(OF_CALL)


def lock(connection: Connection, subject: Subject) -> None:
    """
    Wait until nobody else writes about it.

    Whoever writes into the outbox holds the row of the call, draft or event, so that ids are in
    the order of commits; and takes it before any row of the outbox, so that two never wait in a
    ring. SQLite has one writer anyway.
    """
    if connection.dialect.name == "sqlite":
        return
    if subject.call_id is not None:
        connection.execute(LOCK_CALL, {"subject": subject.call_id})
    elif subject.event_id is not None:
        connection.execute(LOCK_EVENT, {"subject": subject.event_id})
    else:
        connection.execute(LOCK_DRAFT, {"subject": subject.draft_id})


def write_down(
    connection: Connection, subject: Subject, says: Sequence[Say], *, after: float = 0.0
) -> None:
    """
    Queue messages, due in `after` seconds; one whose key is there already is not queued again.

    Whoever calls this holds the subject's row.
    """
    for say in says:
        if say.saying is Saying.CARD_EDIT:
            _edit_card(connection, subject, say, after=after)
        else:
            _insert(connection, subject, say, what=say.what, after=after)


def drop_unsaid(connection: Connection, subject: Subject) -> None:
    """Say nothing of it that is not said yet. Whoever calls this holds the subject's row."""
    unsaid = (outbox.c.subject == subject.name) & (outbox.c.state == fixed(MessageState.WAITING))
    dropped = {"state": MessageState.DROPPED.value, "token": None}
    connection.execute(update(outbox).where(unsaid).values(dropped))


def _edit_card(connection: Connection, subject: Subject, say: Say, *, after: float) -> None:
    """Let an edit that nobody has begun do for this one too: it shows the call as it is then."""
    call = {"call": subject.call_id}
    row = connection.execute(UNBEGUN_EDIT, call).first()
    if row is None:
        earlier = connection.scalar(COUNT_EDITS, call) or 0
        what = f"{Saying.CARD_EDIT.value}:{earlier + 1}"
        _insert(connection, subject, say, what=what, after=after)
    elif say.facts:
        facts = {**row.facts, **say.facts}
        connection.execute(update(outbox).where(outbox.c.id == row.id).values(facts=facts))


def _insert(
    connection: Connection, subject: Subject, say: Say, *, what: str, after: float
) -> None:
    values: Values = {
        "key": f"once:{say.once}:{what}" if say.once else subject.key(what),
        "subject": subject.name,
        "call_id": subject.call_id,
        "draft_id": subject.draft_id,
        "event_id": subject.event_id,
        "saying": say.saying.value,
        "topic": None if say.topic is None else say.topic.value,
        "facts": dict(say.facts),
        "after": after,
        "tries": 0,
        "state": MessageState.WAITING.value,
    }
    connection.execute(_queueing(connection.dialect.name), values)


@cache
def _queueing(dialect: str) -> Insertion:
    return insertion_once(dialect, outbox, "key").values(due=epoch_now() + bindparam("after"))
