"""Rows that are damaged, or that another version wrote: they hold up nothing else."""

import logging
from typing import Any

import pytest
from sqlalchemy import text, update

from bot.calls.block import Block
from bot.calls.failure import Failure, FailureKind
from bot.calls.status import Status
from bot.errors import UnreadableRowError
from bot.ledger import SqlLedger
from bot.ledger.schema import calls, outbox
from bot.ledger.unreadable import LOOKS
from tests.ledger.samples import (
    ADA,
    BEN,
    EDIT,
    MINUTE,
    NOW,
    PENDING,
    STOPPED,
    UNCERTAIN,
    a_call,
    announced,
    claimed,
    let_pass,
    now_of,
    recorded,
    waiting,
)

BROKEN: list[Any] = [
    pytest.param({"surface": "hologram"}, id="a word that only another version knows"),
    pytest.param({"phone_facts": {"region": "DE"}}, id="a fact is missing"),
    pytest.param({"phone_facts": [1]}, id="JSON of another shape"),
    pytest.param({"failure": {"kind": "eclipse"}}, id="a failure that only another version knows"),
]


def spoil_call(ledger: SqlLedger, call_id: int, **changes: Any) -> None:
    with ledger._door.writing("spoil") as connection:
        connection.execute(update(calls).where(calls.c.id == call_id).values(changes))


def spoil_message(ledger: SqlLedger, key: str, **changes: Any) -> None:
    with ledger._door.writing("spoil") as connection:
        connection.execute(update(outbox).where(outbox.c.key == key).values(changes))


def claimed_ids(ledger: SqlLedger) -> list[int]:
    """Whom two looks of the worker would call."""
    claims = [*ledger.claim_calls(now=NOW, limit=10, lease=30)]
    claims += ledger.claim_calls(now=NOW, limit=10, lease=30)
    return [claim.call.call_id for claim in claims]


def claimed_keys(ledger: SqlLedger) -> list[str]:
    """What two looks of the worker would say."""
    messages = [*ledger.claim_messages(limit=10, lease=60)]
    messages += ledger.claim_messages(limit=10, lease=60)
    return [message.key for message in messages]


@pytest.mark.parametrize("changes", BROKEN)
def test_one_call_that_cannot_be_read_keeps_nobody_else_from_being_called(
    ledger: SqlLedger, caplog: pytest.LogCaptureFixture, changes: dict[str, Any]
) -> None:
    broken, whole = announced(ledger), announced(ledger, a_call("click 2", phone=BEN))
    spoil_call(ledger, broken.call_id, **changes)

    with caplog.at_level(logging.ERROR):
        assert claimed_ids(ledger) == [whole.call_id]

    assert f"row cannot be read call={broken.call_id}" in caplog.text
    assert "Ada" not in caplog.text
    assert ADA not in caplog.text


def test_broken_json_keeps_nobody_else_from_being_called(sqlite_ledger: SqlLedger) -> None:
    broken = announced(sqlite_ledger)
    whole = announced(sqlite_ledger, a_call("click 2", phone=BEN))
    with sqlite_ledger._door.writing("spoil") as connection:
        spoiling = text("UPDATE calls SET phone_facts = '{\"regi' WHERE id = :id")
        connection.execute(spoiling, {"id": broken.call_id})

    assert claimed_ids(sqlite_ledger) == [whole.call_id]


def test_it_is_looked_at_once_in_a_while_and_called_once_it_can_be_read(ledger: SqlLedger) -> None:
    call = announced(ledger)
    spoil_call(ledger, call.call_id, surface="hologram")
    assert claimed_ids(ledger) == []

    due = ledger.look(now=NOW)
    assert not due.calls
    assert due.seconds == pytest.approx(60, abs=5)
    spoil_call(ledger, call.call_id, surface=call.new.surface.value)
    assert claimed_ids(ledger) == []
    let_pass(ledger, 61)

    [claim] = ledger.claim_calls(now=NOW, limit=10, lease=30)

    assert (claim.call.status, claim.call.attempts) == (Status.SENDING, 1)


def test_a_message_whose_call_cannot_be_read_keeps_no_other_from_being_said(
    ledger: SqlLedger, caplog: pytest.LogCaptureFixture
) -> None:
    broken = recorded(ledger)
    recorded(ledger, a_call("click 2", phone=BEN))
    spoil_call(ledger, broken.call_id, surface="hologram")

    with caplog.at_level(logging.ERROR):
        assert claimed_keys(ledger) == ["call:2:card"]

    assert "row cannot be read message=1" in caplog.text
    spoil_call(ledger, broken.call_id, surface=broken.new.surface.value)
    let_pass(ledger, 3 * 60)
    assert "call:1:card" in claimed_keys(ledger)


@pytest.mark.parametrize(
    "changes", [{"saying": "sung"}, {"saying": "reply", "topic": "weather"}], ids=str
)
def test_a_message_that_can_never_be_read_lets_those_behind_it_have_their_turn(
    ledger: SqlLedger, changes: dict[str, Any]
) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.PENDING, say=[PENDING, EDIT])
    first, second = waiting(ledger)
    spoil_message(ledger, first, **changes)

    for _ in range(LOOKS):
        assert claimed_keys(ledger) == []
        let_pass(ledger, 3600)

    assert claimed_keys(ledger) == [second]
    assert waiting(ledger) == [second]


def test_what_was_being_sent_is_called_uncertain_also_if_it_cannot_be_read(
    ledger: SqlLedger,
) -> None:
    claim = claimed(ledger)
    spoil_call(ledger, claim.call.call_id, surface="hologram")
    let_pass(ledger, 31)

    assert ledger.reap_calls(say=[UNCERTAIN], failure=STOPPED) == [claim.call.call_id]


def test_zeegs_answer_is_kept_also_if_the_call_cannot_be_read(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    spoil_call(ledger, claim.call.call_id, surface="hologram")

    assert ledger.settle(claim, to=Status.PENDING, zeeg_id="42")

    spoil_call(ledger, claim.call.call_id, surface=claim.call.new.surface.value)
    assert now_of(ledger, claim.call).zeeg_id == "42"


def test_a_list_of_calls_leaves_out_what_cannot_be_read(ledger: SqlLedger) -> None:
    broken, whole = recorded(ledger), recorded(ledger, a_call("click 2", phone=BEN))
    spoil_call(ledger, broken.call_id, surface="hologram")

    listing = ledger.listed(team_id="T1", requester_id="U1", most=10)

    assert [call.call_id for call in listing.upcoming] == [whole.call_id]


def test_a_number_is_blocked_and_forgotten_also_if_its_call_cannot_be_read(
    ledger: SqlLedger,
) -> None:
    sent = claimed(ledger, a_call("click 2", phone=BEN)).call
    call = announced(ledger)
    for each in (call, sent):
        spoil_call(ledger, each.call_id, surface="hologram")
    failure = Failure(kind=FailureKind.NUMBER_BLOCKED)
    for number in (ADA, BEN):
        entry = Block(masked="+49", reason="", blocked_by="U1", blocked_at=NOW)
        ledger.block_number(number, entry, failure=failure, say=[], tell=[])

    assert ledger.forget(ADA, by="U1", digits="15112345678", say=[]).erased == (call.call_id,)
    assert ledger.forget(BEN, by="U1", digits="612345678", say=[]).open == (sent.call_id,)
    assert claimed_ids(ledger) == []


@pytest.mark.parametrize("changes", [{"outcome_facts": [1]}, {"failure": "eclipse"}], ids=str)
def test_what_cannot_be_read_is_erased_in_its_time_with_all_others(
    ledger: SqlLedger, changes: dict[str, Any]
) -> None:
    broken, whole = announced(ledger), announced(ledger, a_call("click 2", phone=BEN))
    for call in (broken, whole):
        ledger.move(call.call_id, to=Status.CANCELLED, out_of=frozenset({Status.ANNOUNCED}))
    spoil_call(ledger, broken.call_id, **changes)
    later = now_of(ledger, whole).ended_at
    assert later is not None

    assert ledger.erase_kept(before=later + MINUTE) == 2

    with ledger._door.reading() as connection:
        kept = connection.execute(text("SELECT full_name, phone_number FROM calls")).all()
    assert [tuple(row) for row in kept] == [(None, None)] * 2


def test_a_mistake_of_ours_in_a_claim_is_no_row_that_cannot_be_read(
    ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced(ledger)
    nothing: dict[int, str] = {}
    monkeypatch.setattr("bot.ledger.sending.secrets.token_hex", lambda size: nothing[size])

    with pytest.raises(UnreadableRowError, match="KeyError"):
        ledger.claim_calls(now=NOW, limit=10, lease=30)
    monkeypatch.undo()

    assert len(ledger.claim_calls(now=NOW, limit=10, lease=30)) == 1
