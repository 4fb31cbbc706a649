"""Calls, drafts and people to fill a ledger with, and the passing of time."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from bot.calls.call import Call, Card, NewCall
from bot.calls.draft import Draft, FormField, Surface
from bot.calls.failure import Failure, FailureKind
from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.calls.profile import Profile
from bot.calls.request import Agent, CallRequest
from bot.calls.say import Say, Saying, Topic
from bot.ledger import SqlLedger
from bot.ledger.schema import audit, calls, outbox
from bot.ports import Claim, Message

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SALES = Agent(name="Sales", uuid="0d1f7b32-9f0c-4d57-8c53-2a6f3c1f5a01")
SUPPORT = Agent(name="Support", uuid="5b0c2f9e-3c64-4b7a-9a8e-7f1f64d1c902")
ADA, BEN = "+4915112345678", "+33612345678"

CARD = Say(saying=Saying.CARD)
EDIT = Say(saying=Saying.CARD_EDIT)
PENDING = Say(saying=Saying.REPLY, topic=Topic.PENDING)
UNCERTAIN = Say(saying=Saying.REPLY, topic=Topic.UNCERTAIN)
STOPPED = Failure(kind=FailureKind.STOPPED)
BUSY_ZEEG = Failure(kind=FailureKind.RATE_LIMITED, code="429")


def a_draft(name: str = "d1", *, fields: Mapping[FormField, str] | None = None) -> Draft:
    return Draft(
        draft_id=name,
        key=f"T1:trigger:{name}",
        team_id="T1",
        channel_id="C1",
        user_id="U1",
        surface=Surface.COMMAND,
        fields=fields or {FormField.REQUEST_TEXT: "Ada +49 151 12345678 tomorrow"},
        response_url="https://hooks.slack.example/1",
        created_at=NOW,
    )


def a_profile(zone: str | None = "Europe/Berlin", *, read_at: datetime = NOW) -> Profile:
    return Profile(team_id="T1", user_id="U1", zone=zone, locale="de-DE", read_at=read_at)


def a_request(
    phone: str = ADA, *, agent: Agent = SALES, at: datetime | None = None
) -> CallRequest:
    return CallRequest(
        phone=PhoneNumber(
            e164=phone, region="DE", kind=NumberKind.MOBILE, zones=("Europe/Berlin",)
        ),
        email="ada@example.com",
        full_name="Ada Lovelace",
        additional_data="asked for a demo",
        scheduled_time=at,
        agent=agent,
    )


def a_call(key: str = "click 1", *, phone: str = ADA, **changes: Any) -> NewCall:
    values: dict[str, Any] = {
        "key": key,
        "team_id": "T1",
        "requester_id": "U1",
        "channel_id": "C1",
        "thread_ts": None,
        "source_link": None,
        "response_url": None,
        "surface": Surface.COMMAND,
        "request": a_request(phone),
        "requester_zone": "Europe/Berlin",
        "requester_locale": "de-DE",
        "requested_at": NOW,
        "send_after": NOW,
        "not_after": NOW + 5 * MINUTE,
        **changes,
    }
    return NewCall(**values)


def recorded(ledger: SqlLedger, new: NewCall | None = None, *, may_repeat: bool = False) -> Call:
    answer = ledger.record_call(new or a_call(), draft_id=None, may_repeat=may_repeat, say=[CARD])
    return answer.call


def next_message(ledger: SqlLedger, *, lease: float = 60) -> Message:
    [message] = ledger.claim_messages(limit=1, lease=lease)
    return message


def announced(ledger: SqlLedger, new: NewCall | None = None, *, send_at: datetime = NOW) -> Call:
    """A call whose card stands."""
    call = recorded(ledger, new)
    message = next_message(ledger)
    assert ledger.card_said(message, card=Card(channel_id="C1", ts="1.1"), send_at=send_at)
    return now_of(ledger, call)


def claimed(ledger: SqlLedger, new: NewCall | None = None, *, lease: float = 30) -> Claim:
    """A call that this ledger may send."""
    announced(ledger, new)
    [claim] = ledger.claim_calls(now=NOW, limit=10, lease=lease)
    return claim


def now_of(ledger: SqlLedger, call: Call) -> Call:
    found = ledger.call(call.call_id)
    assert found is not None
    return found


def waiting(ledger: SqlLedger) -> list[str]:
    """The keys of all messages that are neither said nor given up, in their order."""
    with ledger._door.reading() as connection:
        rows = select(outbox.c.key).where(outbox.c.state == "waiting").order_by(outbox.c.id)
        return list(connection.scalars(rows))


def audited(ledger: SqlLedger) -> list[tuple[Any, ...]]:
    with ledger._door.reading() as connection:
        columns = audit.c.call_id, audit.c.user_id, audit.c.deed, audit.c.surface
        return [tuple(row) for row in connection.execute(select(*columns))]


def let_pass(ledger: SqlLedger, seconds: float) -> None:
    """Let the database's clock go on: every lease and every wait gets that much shorter."""
    with ledger._door.writing("time") as connection:
        connection.execute(
            update(calls).values(
                lease_until=calls.c.lease_until - seconds,
                retry_after=calls.c.retry_after - seconds,
            )
        )
        connection.execute(update(outbox).values(due=outbox.c.due - seconds))
