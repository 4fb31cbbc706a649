"""What Slack shows of a call that was erased, or settled, is edited, by way of the outbox."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, bindparam, select

from bot.calls.erasing import TELL_OF_PERSONS
from bot.calls.say import FORGOTTEN_BY, Say, Saying, Topic
from bot.ledger.schema import MessageState, calls, fixed, outbox
from bot.ledger.writing_down import Subject, write_down
from bot.ports import Message

ELSEWHERE = "said_in"
"""The fact that names the channel of a reply that does not stand where its card does."""

SAID = select(outbox.c.topic, outbox.c.ts, outbox.c.facts).where(
    outbox.c.call_id == bindparam("call"),
    outbox.c.saying == Saying.REPLY.value,
    outbox.c.state == fixed(MessageState.SAID),
    outbox.c.topic.in_(bindparam("topics", expanding=True)),
    outbox.c.ts.is_not(None),
)
ASK_FOR_A_WORD = frozenset({Topic.UNCERTAIN, Topic.OVERDUE})
"""Replies with buttons for a person to say what became of a call."""

STANDS_AT = select(calls.c.status).where(calls.c.id == bindparam("call"))
STANDS_IN = select(calls.c.card_channel_id).where(calls.c.id == bindparam("call"))
ERASED = select(calls.c.card_channel_id, calls.c.forgotten_by).where(
    calls.c.id == bindparam("call"), calls.c.erased_at.is_not(None)
)


def unsay(connection: Connection, call_id: int, *, channel_id: str, by: str | None) -> None:
    """Have a call's card and its replies edited; `by` is who had the number forgotten."""
    told = {} if by is None else {FORGOTTEN_BY: by}
    card = Say(saying=Saying.CARD_EDIT, facts=told)
    replies = _edits(
        connection, call_id, TELL_OF_PERSONS, channel_id=channel_id, told=told, why="erased"
    )
    write_down(connection, Subject(call_id=call_id), [card, *replies])


def answer_replies(connection: Connection, call_id: int, *, why: str) -> None:
    """Have the replies edited that ask what became of a call, since that is known: by `why`."""
    channel_id = connection.scalar(STANDS_IN, {"call": call_id})
    if channel_id is not None:
        edits = _edits(
            connection, call_id, ASK_FOR_A_WORD, channel_id=channel_id, told={}, why=why
        )
        write_down(connection, Subject(call_id=call_id), edits)


def answer_if_settled(connection: Connection, message: Message) -> None:
    """Have a reply edited that was being said while it became known what it asks about."""
    call = message.call
    if call is None or message.saying is not Saying.REPLY or message.topic not in ASK_FOR_A_WORD:
        return
    if connection.scalar(STANDS_AT, {"call": call.call_id}) != call.status.value:
        answer_replies(connection, call.call_id, why="meanwhile")


def _edits(
    connection: Connection,
    call_id: int,
    topics: Collection[Topic],
    *,
    channel_id: str,
    told: Mapping[str, str],
    why: str,
) -> list[Say]:
    """Give an edit for each of a call's replies about these, once for each `why`."""
    values = {"call": call_id, "topics": [topic.value for topic in sorted(topics)]}
    return [
        Say(
            saying=Saying.REPLY_EDIT,
            topic=Topic(topic),
            facts={**told, "channel": facts.get(ELSEWHERE, channel_id), "ts": ts},
            once=f"{why}:{call_id}:{ts}",
        )
        for topic, ts, facts in connection.execute(SAID, values).all()
    ]


def unsay_if_erased(connection: Connection, message: Message) -> None:
    """Have edited what was said of a call while it was erased."""
    call = message.call
    if call is None or call.is_erased or not _tells_of_persons(message):
        return
    erased = connection.execute(ERASED, {"call": call.call_id}).one_or_none()
    if erased is not None and erased.card_channel_id is not None:
        unsay(connection, call.call_id, channel_id=erased.card_channel_id, by=erased.forgotten_by)


def _tells_of_persons(message: Message) -> bool:
    return message.saying is Saying.CARD or message.topic in TELL_OF_PERSONS
