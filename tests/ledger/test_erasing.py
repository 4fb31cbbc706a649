"""What is known of a contact is gone after a while, or at once; what guards people stays."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.calls.block import Block
from bot.calls.call import Call, Card
from bot.calls.draft import FormField
from bot.calls.erasing import NOBODY, Forgotten
from bot.calls.event import CallEnded, EventState, KeptEvent, Unreadable
from bot.calls.failure import Failure, FailureKind
from bot.calls.matching import Verdict
from bot.calls.result import Result, Turn
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import NOT_SENT, Outcome, Status
from bot.errors import NumberBlockedError
from bot.ledger import SqlLedger, erasing
from bot.ledger.schema import calls, drafts, events, outbox
from tests.ledger.conftest import Opening
from tests.ledger.samples import (
    ADA,
    BEN,
    NOW,
    PENDING,
    SALES,
    a_call,
    a_draft,
    announced,
    claimed,
    next_message,
    now_of,
    recorded,
    waiting,
)

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LATER = datetime.now(UTC) + timedelta(days=1)
"""What ends during a test ended before then: ends are told by the database's clock."""

PERSONAL = ["Lovelace", "ada@", "15112345678", "demo", "Ada +49", "brother", "noted"]
NOTHING = {FormField.REQUEST_TEXT: "Ben, about the offer"}
CANCELLED = Say(saying=Saying.REPLY, topic=Topic.CANCELLED, facts={"by": "U_ADMIN"})


def ended(
    ledger: SqlLedger,
    key: str = "click 1",
    *,
    phone: str = ADA,
    draft: str = "d1",
    said: bool = True,
) -> Call:
    """A call from a draft that was answered, and about which all is said."""
    ledger.record_draft(a_draft(draft), offer_after=60)
    kept = ledger.record_call(a_call(key, phone=phone), draft_id=draft, may_repeat=True, say=[])
    outcome = CallEnded(
        conversation_id=f"c {key}",
        agent_uuid=SALES.uuid,
        agent_name="Sales",
        phone_number=phone,
        outcome=Outcome.ANSWERED,
        result=Result(
            seconds=61, summary="noted", turns=(Turn(speaker="contact", words="my brother"),)
        ),
    )
    with ledger._door.writing("time") as connection:
        sent = {"status": "pending", "send_at": NOW, "card_channel_id": "C1", "card_ts": "1.1"}
        connection.execute(update(calls).where(calls.c.id == kept.call.call_id).values(sent))
    told = Say(saying=Saying.REPLY, topic=Topic.OUTCOME)
    ledger.record_ended(outcome, judge=lambda _: Verdict(call_id=kept.call.call_id, say=(told,)))
    if said:
        ledger.said(next_message(ledger), ts="1.2")
    return now_of(ledger, kept.call)


def kept_events(ledger: SqlLedger) -> list[KeptEvent]:
    """The first two deliveries that the ledger keeps."""
    return [kept for event_id in (1, 2) if (kept := ledger.event(event_id)) is not None]


def everything(ledger: SqlLedger) -> str:
    """All that the ledger holds, as text."""
    with ledger._door.reading() as connection:
        rows: list[Any] = []
        for table in (calls, drafts, events, outbox):
            rows += connection.execute(select(table)).all()
        return str(rows)


def traces(ledger: SqlLedger) -> list[str]:
    return [piece for piece in PERSONAL if piece in everything(ledger)]


def test_nothing_is_erased_before_its_time(ledger: SqlLedger) -> None:
    call = ended(ledger)

    assert ledger.erase_kept(before=LONG_AGO) == 0
    assert now_of(ledger, call) == call


def test_all_that_is_known_of_a_contact_goes(ledger: SqlLedger) -> None:
    call = ended(ledger)
    assert traces(ledger) != []

    assert ledger.erase_kept(before=LATER) > 0

    left = now_of(ledger, call)
    assert traces(ledger) == []
    assert left.is_erased
    assert left.request.phone == NOBODY
    assert (left.status, left.outcome) == (Status.COMPLETED, Outcome.ANSWERED)
    assert left.result == Result(seconds=61)
    assert ledger.erase_kept(before=LATER) == 0


def test_what_stands_in_slack_is_edited(ledger: SqlLedger) -> None:
    call = ended(ledger)

    ledger.erase_kept(before=LATER)

    assert waiting(ledger) == [
        f"call:{call.call_id}:card_edit:1",
        f"once:erased:{call.call_id}:1.2:reply_edit:outcome",
    ]
    card = next_message(ledger)
    assert card.saying is Saying.CARD_EDIT
    ledger.said(card, ts=None)
    reply = next_message(ledger)
    assert (reply.facts["channel"], reply.facts["ts"]) == ("C1", "1.2")


def test_a_reply_that_is_being_posted_meanwhile_is_edited_too(ledger: SqlLedger) -> None:
    call = ended(ledger, said=False)
    reply = next_message(ledger)
    ledger.erase_kept(before=LATER)

    ledger.said(reply, ts="1.2")

    assert f"once:erased:{call.call_id}:1.2:reply_edit:outcome" in waiting(ledger)


def test_a_card_that_is_being_posted_meanwhile_is_edited_too(ledger: SqlLedger) -> None:
    call = recorded(ledger, a_call())
    card = next_message(ledger)
    ledger.forget(ADA, by="U_ADMIN", digits="15112345678", say=[CANCELLED])

    ledger.card_said(card, card=Card(channel_id="C1", ts="1.1"), send_at=NOW)

    assert f"call:{call.call_id}:card_edit:1" in waiting(ledger)
    assert now_of(ledger, call).status is Status.CANCELLED


def test_the_hash_stays(ledger: SqlLedger) -> None:
    call = ended(ledger)
    block = Block(masked="+49 ••••78", reason="asked", blocked_by="U1", blocked_at=NOW)
    refused = Failure(kind=FailureKind.NUMBER_BLOCKED)
    ledger.block_number(ADA, block, failure=refused, say=[], tell=[])

    ledger.erase_kept(before=LATER)

    [past] = ledger.history(phone_number=ADA, since=NOW - timedelta(hours=1)).calls
    assert past.call_id == call.call_id
    with pytest.raises(NumberBlockedError):
        recorded(ledger, a_call("click 2"))


def test_a_call_that_is_open_stays_whole(ledger: SqlLedger) -> None:
    call = announced(ledger)

    ledger.erase_kept(before=LATER)

    assert not now_of(ledger, call).is_erased


def test_a_call_of_which_nobody_ever_heard_ends_and_goes(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.PENDING, zeeg_id="42", say=[PENDING])

    ledger.erase_kept(before=NOW + timedelta(seconds=1))

    left = now_of(ledger, claim.call)
    assert left.is_erased
    assert (left.status, left.outcome) == (Status.COMPLETED, Outcome.UNKNOWN)


def test_late_news_of_an_erased_call_bring_nothing_back(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.PENDING, zeeg_id="42")
    ledger.erase_kept(before=NOW + timedelta(seconds=1))
    news = CallEnded(
        conversation_id="late",
        agent_uuid=SALES.uuid,
        agent_name="Sales",
        phone_number=ADA,
        outcome=Outcome.ANSWERED,
        result=Result(summary="noted"),
    )

    kept = ledger.record_ended(news, judge=lambda _: Verdict(call_id=None, alert=()))

    assert kept is EventState.UNMATCHED
    assert now_of(ledger, claim.call).result is None
    assert ledger.erase_kept(before=LATER) > 0
    assert traces(ledger) == []


def test_what_was_typed_and_never_sent_goes_too(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=60)

    assert ledger.erase_kept(before=NOW + timedelta(seconds=1)) == 1

    draft = ledger.draft("d1")
    assert draft is not None
    assert draft.fields == {}


def test_a_number_is_forgotten_at_once(ledger: SqlLedger) -> None:
    ada, ben = ended(ledger), ended(ledger, "click 2", phone=BEN, draft="d2")
    typed = {FormField.PHONE_NUMBER: "(0151) 1234-5678"}
    ledger.record_draft(a_draft("d3", fields=typed), offer_after=60)

    done = ledger.forget(ADA, by="U_ADMIN", digits="12345678", say=[CANCELLED])

    assert done == Forgotten(erased=(ada.call_id,), others=2)
    assert now_of(ledger, ada).is_erased
    assert not now_of(ledger, ben).is_erased
    draft = ledger.draft("d3")
    assert draft is not None
    assert draft.fields == {}


def test_a_delivery_that_nobody_could_read_is_forgotten_too(ledger: SqlLedger) -> None:
    for digest, number in [("a", "+49 (151) 1234-5678"), ("b", "+33612345678")]:
        body = f'{{"who": "Ada Lovelace", "number": "{number}"}}'
        ledger.record_unreadable(Unreadable(text=body, digest=digest), alert=[])

    done = ledger.forget(ADA, by="U_ADMIN", digits="112345678", say=[CANCELLED])

    assert done == Forgotten(others=1)
    assert [event.text == "" for event in kept_events(ledger)] == [True, False]


def test_an_outcome_of_another_number_is_not_forgotten(ledger: SqlLedger) -> None:
    for number in (ADA, BEN):
        news = CallEnded(
            conversation_id=number,
            agent_uuid=None,
            agent_name="Sales",
            phone_number=number,
            outcome=Outcome.ANSWERED,
        )
        ledger.record_ended(news, judge=lambda _: Verdict(call_id=None, alert=()))

    done = ledger.forget(ADA, by="U_ADMIN", digits="15112345678", say=[])

    assert done == Forgotten(others=1)
    assert [event.ended is None for event in kept_events(ledger)] == [True, False]


def test_what_is_typed_into_an_open_form_after_it_was_forgotten_is_found_again(
    ledger: SqlLedger,
) -> None:
    typed = {FormField.PHONE_NUMBER: "(0151) 1234-5678"}
    ledger.record_draft(a_draft("d3", fields=typed), offer_after=60)
    ledger.forget(ADA, by="U_ADMIN", digits="12345678", say=[])

    ledger.change_draft("d3", fields=typed)

    done = ledger.forget(ADA, by="U_ADMIN", digits="12345678", say=[])
    assert done == Forgotten(others=1)


def test_forgetting_stops_what_was_not_sent(ledger: SqlLedger) -> None:
    call = announced(ledger)

    done = ledger.forget(ADA, by="U_ADMIN", digits="12345678", say=[CANCELLED])

    assert done == Forgotten(erased=(call.call_id,), stopped=(call.call_id,))
    assert now_of(ledger, call).status is Status.CANCELLED
    assert not ledger.claim_calls(now=NOW + timedelta(days=1), limit=9, lease=30)
    assert f"call:{call.call_id}:reply:cancelled" in waiting(ledger)


def test_a_call_that_zeeg_has_is_erased_once_it_ends(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    done = ledger.forget(ADA, by="U_ADMIN", digits="12345678", say=[CANCELLED])
    assert done == Forgotten(open=(claim.call.call_id,))
    assert not now_of(ledger, claim.call).is_erased
    ledger.settle(claim, to=Status.REFUSED, failure=Failure(kind=FailureKind.FIELD_REFUSED))

    ledger.erase_kept(before=LONG_AGO)

    assert now_of(ledger, claim.call).is_erased
    assert next_message(ledger).facts["forgotten_by"] == "U_ADMIN"


def test_who_asked_to_forget_is_in_what_must_be_edited(ledger: SqlLedger) -> None:
    ended(ledger)

    ledger.forget(ADA, by="U_ADMIN", digits="12345678", say=[CANCELLED])

    assert next_message(ledger).facts["forgotten_by"] == "U_ADMIN"


def test_of_why_a_call_was_refused_what_may_quote_somebody_goes(ledger: SqlLedger) -> None:
    refusal = Failure(kind=FailureKind.FIELD_REFUSED, code="422", detail="ada@example.com is none")
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.REFUSED, failure=refusal)

    ledger.erase_kept(before=LATER)

    left = now_of(ledger, claim.call)
    assert left.is_erased
    assert left.failure == replace(refusal, detail="")


def test_a_call_without_a_card_has_nothing_to_be_edited(ledger: SqlLedger) -> None:
    recorded(ledger)

    ledger.forget(ADA, by="U_ADMIN", digits="15112345678", say=[CANCELLED])

    assert [key for key in waiting(ledger) if "edit" in key] == []


def test_why_a_number_is_not_called_is_forgotten_and_that_it_is_not_stays(
    ledger: SqlLedger,
) -> None:
    refused = Failure(kind=FailureKind.NUMBER_BLOCKED)
    block = Block(masked="…78", reason="Ada was rude", blocked_by="U1", blocked_at=NOW)
    other = replace(block, masked="…89")
    for number, entry in ((ADA, block), (BEN, other)):
        ledger.block_number(number, entry, failure=refused, say=[], tell=[])

    ledger.forget(ADA, by="U_ADMIN", digits="15112345678", say=[])

    kept = {entry.masked: entry for entry in ledger.blocks(limit=9)}
    assert kept == {"…78": replace(block, reason=""), "…89": other}


def test_a_number_that_nobody_called_is_no_trouble(ledger: SqlLedger) -> None:
    assert ledger.forget(BEN, by="U1", digits="612345678", say=[]) == Forgotten()


def test_an_erased_call_cannot_be_moved_back_to_life(ledger: SqlLedger) -> None:
    call = announced(ledger)
    ledger.forget(ADA, by="U_ADMIN", digits="12345678", say=[])

    assert ledger.move(call.call_id, to=Status.CANCELLED, out_of=NOT_SENT) is None


def test_while_a_number_is_looked_for_others_write_and_that_is_looked_at_too(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, another = opening(), opening()
    ledger.record_draft(a_draft("d1", fields=NOTHING), offer_after=60)
    hold, came = erasing._hold, iter(["d2"])

    def meanwhile(digits: str, texts: Iterable[str]) -> bool:
        for name in came:
            assert another.record_draft(a_draft(name), offer_after=60)
            body = Unreadable(text="{+49 151 12345678", digest="b1")
            assert another.record_unreadable(body, alert=[])
        return hold(digits, texts)

    monkeypatch.setattr(erasing, "_hold", meanwhile)

    done = ledger.forget(ADA, by="U_ADMIN", digits="15112345678", say=[])

    assert done.others == 2
    [first, second] = [ledger.draft(name) for name in ("d1", "d2")]
    assert first is not None
    assert first.fields == NOTHING
    assert second is not None
    assert second.fields == {}


def test_a_draft_that_was_changed_while_a_number_was_looked_for_stays(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, another = opening(), opening()
    ledger.record_draft(a_draft(), offer_after=60)
    looked = erasing._looked_through

    def changed(*given: Any) -> object:
        found = looked(*given)
        another.change_draft("d1", fields=NOTHING)
        return found

    monkeypatch.setattr(erasing, "_looked_through", changed)

    assert ledger.forget(ADA, by="U_ADMIN", digits="15112345678", say=[]) == Forgotten()
    kept = ledger.draft("d1")
    assert kept is not None
    assert kept.fields == NOTHING


def test_a_number_that_is_typed_into_an_old_form_meanwhile_is_forgotten_too(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, another = opening(), opening()
    old = replace(a_draft(fields=NOTHING), created_at=NOW - timedelta(hours=1))
    ledger.record_draft(old, offer_after=60)
    ledger.record_draft(a_draft("d2", fields=NOTHING), offer_after=60)
    looked = erasing._looked_through

    def typed(*given: Any) -> object:
        found = looked(*given)
        another.change_draft("d1", fields={FormField.PHONE_NUMBER: "+49 151 12345678"})
        return found

    monkeypatch.setattr(erasing, "_looked_through", typed)

    assert ledger.forget(ADA, by="U_ADMIN", digits="15112345678", say=[]).others == 1
    kept = ledger.draft("d1")
    assert kept is not None
    assert kept.fields == {}
