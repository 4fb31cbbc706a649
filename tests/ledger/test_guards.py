"""What the database itself refuses, should the program ever ask for it."""

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from bot.calls.status import Status
from bot.errors import LedgerError, LedgerUnsureError
from bot.ledger import SqlLedger
from tests.ledger.samples import SUPPORT, a_call, a_request, claimed, recorded

NOBODY = "phone_number = NULL, phone_facts = NULL, email = NULL, full_name = NULL"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("status = 'ringing'", id="a status of nobody's"),
        pytest.param("status = 'announced', send_at = NULL", id="announced for no time"),
        pytest.param("status = 'sending'", id="sending without a claim"),
        pytest.param("status = 'completed'", id="ended at no time"),
        pytest.param("ended_at = requested_at", id="open, and ended"),
        pytest.param(NOBODY, id="erased while it may still ring"),
        pytest.param("key = 'click 2'", id="one click, two calls"),
        pytest.param(f"agent_uuid = '{SUPPORT.uuid}'", id="open twice for one agent"),
    ],
)
def test_refuses_a_call_that_cannot_be(ledger: SqlLedger, change: str) -> None:
    call = recorded(ledger)
    yes = (f"open_call:{call.call_id}",)
    recorded(ledger, a_call("click 2", request=a_request(agent=SUPPORT), confirmed=yes))

    with pytest.raises(LedgerError, match="refused a row"), ledger._door.writing("mistake") as by:
        by.execute(text(f"UPDATE calls SET {change} WHERE id = {call.call_id}"))  # noqa: S608

    assert ledger.call(call.call_id) == call


def test_allows_that_a_call_is_erased_once_it_has_ended(ledger: SqlLedger) -> None:
    claim = claimed(ledger)
    ledger.settle(claim, to=Status.COMPLETED)

    with ledger._door.writing("erasing") as connection:
        erased = connection.execute(text(f"UPDATE calls SET {NOBODY}"))  # noqa: S608

    assert erased.rowcount == 1


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("state = 'forgotten'", id="a state of nobody's"),
        pytest.param("call_id = NULL", id="about nothing"),
        pytest.param("call_id = 99", id="about a call that there is not"),
    ],
)
def test_refuses_a_message_that_cannot_be(ledger: SqlLedger, change: str) -> None:
    recorded(ledger)

    with pytest.raises(LedgerError, match="refused a row"), ledger._door.writing("mistake") as by:
        by.execute(text(f"UPDATE outbox SET {change}"))  # noqa: S608


def test_quotes_nobody_when_it_refuses_a_row(ledger: SqlLedger) -> None:
    recorded(ledger)

    with pytest.raises(LedgerError) as refused, ledger._door.writing("mistake") as connection:
        connection.execute(text("UPDATE calls SET status = 'ringing'"))

    assert refused.value.__cause__ is None
    assert "Ada" not in str(refused.value)


def test_a_lost_commit_is_called_unknown_where_a_server_may_have_done_it(
    ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(_: Connection) -> None:
        raise OperationalError("COMMIT", {}, ConnectionError("gone"))

    monkeypatch.setattr(Connection, "commit", lose)

    with pytest.raises(LedgerError) as raised:
        recorded(ledger)

    is_server = ledger._door.engine.dialect.name == "postgresql"
    assert isinstance(raised.value, LedgerUnsureError) is is_server
