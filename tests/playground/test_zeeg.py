"""The stand-in Zeeg answers as the guide says, and counts what it may have accepted."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.playground.clock import MovableClock
from bot.playground.faults import (
    Fault,
    answering,
    done_but_answering,
    lost_answer,
    reset,
    reset_unread,
)
from bot.playground.playground import Playground
from bot.playground.zeeg_door import OUTBOUND_CALLS
from bot.playground.zeeg_rules import Token
from tests.playground.conftest import AGENT

CALL = {"phoneNumber": "+4915112345678", "email": "alex@example.com", "fullName": "Alex Mueller"}


@pytest.fixture
async def http(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": "Bearer zeeg-token"}
    async with httpx.AsyncClient(base_url=playground.zeeg_api_url, headers=headers) as client:
        yield client


async def ask(http: httpx.AsyncClient, agent: str = AGENT, **changes: object) -> httpx.Response:
    return await http.post(f"/agents/{agent}/outbound-calls", json={**CALL, **changes})


async def test_a_call_is_accepted_as_a_bare_object(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    answer = await ask(http, additionalData="a demo")

    assert answer.status_code == 201
    assert answer.json() == {
        "id": 42,
        "status": "pending",
        "agentId": AGENT,
        **CALL,
        "additionalData": "a demo",
        "scheduledTime": None,
    }
    (post,) = playground.zeeg.posts
    assert post.call is playground.zeeg.calls[0]
    assert post.exchange.headers["Authorization"] == "Bearer zeeg-token"


async def test_a_scheduled_call_is_due_at_its_time(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    await ask(http, scheduledTime="2027-01-15 09:00:00")
    playground.zeeg.zone = "Europe/Berlin"
    await ask(http, scheduledTime="2027-01-15 10:00:00")
    assert [call.due_at for call in playground.zeeg.calls] == [1_800_003_600] * 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"phoneNumber": "015112345678"}, "phoneNumber", id="national"),
        pytest.param({"phoneNumber": "+49 151 12345678"}, "phoneNumber", id="spaces"),
        pytest.param({"phoneNumber": "not-a-number"}, "phoneNumber", id="probe"),
        pytest.param({"phoneNumber": None}, "phoneNumber", id="no number"),
        pytest.param({"email": "alex"}, "email", id="email"),
        pytest.param({"fullName": "  "}, "fullName", id="name"),
        pytest.param({"additionalData": ["x"]}, "additionalData", id="context"),
        pytest.param({"scheduledTime": "2027-01-15 08:00:00"}, "scheduledTime", id="now"),
        pytest.param({"scheduledTime": "2027-01-15T09:00:00Z"}, "scheduledTime", id="ISO"),
        pytest.param({"scheduledTime": "2027-1-15 9:00:00"}, "scheduledTime", id="short"),
        pytest.param({"scheduledTime": 1_800_003_600}, "scheduledTime", id="epoch"),
    ],
)
async def test_a_bad_field_is_named(
    playground: Playground,
    http: httpx.AsyncClient,
    clock: MovableClock,
    changes: dict[str, Any],
    field: str,
) -> None:
    clock.now = 1_800_000_000

    answer = await ask(http, **changes)

    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]
    assert playground.zeeg.calls == []


async def test_messages_of_fields_are_lists_and_strings(http: httpx.AsyncClient) -> None:
    answer = await ask(http, phoneNumber="x", email="x")
    errors = answer.json()["errors"]
    assert isinstance(errors["phoneNumber"], list)
    assert isinstance(errors["email"], str)


async def test_what_is_no_object_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.post(f"/agents/{AGENT}/outbound-calls", content=b"{")
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("change", "status"),
    [
        pytest.param("inactive agent", 400, id="inactive agent"),
        pytest.param("unknown token", 401, id="unknown token"),
        pytest.param("no scope", 403, id="no scope"),
        pytest.param("unknown agent", 404, id="unknown agent"),
    ],
)
async def test_the_account_is_checked_before_the_fields(
    playground: Playground, http: httpx.AsyncClient, change: str, status: int
) -> None:
    zeeg = playground.zeeg
    if change == "inactive agent":
        zeeg.agents[AGENT].is_active = False
    elif change == "unknown token":
        zeeg.tokens.clear()
    elif change == "no scope":
        zeeg.tokens["zeeg-token"] = Token(scopes=frozenset({"webhooks:write"}))
    else:
        zeeg.agents.clear()

    answer = await ask(http, phoneNumber="no number")

    assert answer.status_code == status
    assert {"message", "error"} & answer.json().keys()
    assert zeeg.maybe_accepted == []


@pytest.mark.parametrize(
    ("fault", "maybe", "placed"),
    [
        pytest.param(answering(429, Retry_After="2"), 0, 0, id="429 with a time"),
        pytest.param(answering(429), 0, 0, id="429 without"),
        pytest.param(answering(422, {"message": "x"}), 0, 0, id="refused"),
        pytest.param(answering(500), 1, 0, id="500 before"),
        pytest.param(done_but_answering(500), 1, 1, id="500 after"),
        pytest.param(answering(302, Location="https://example.com"), 1, 0, id="redirect"),
        pytest.param(done_but_answering(201, "<html>"), 1, 1, id="no JSON"),
        pytest.param(done_but_answering(201), 1, 1, id="empty"),
        pytest.param(done_but_answering(201, {"id": "42"}), 1, 1, id="id as text"),
        pytest.param(reset_unread(), 1, 0, id="lost before reading"),
        pytest.param(reset(), 1, 0, id="lost after reading"),
        pytest.param(lost_answer(), 1, 1, id="lost after placing"),
    ],
)
async def test_it_knows_what_may_have_been_accepted_and_what_was(
    playground: Playground, http: httpx.AsyncClient, fault: Fault, maybe: int, placed: int
) -> None:
    playground.faults.next(OUTBOUND_CALLS, fault)

    try:
        await ask(http)
    except httpx.TransportError:
        assert fault.torn

    assert len(playground.zeeg.maybe_accepted) == maybe
    assert len(playground.zeeg.calls) == placed


async def test_a_zeeg_that_is_down_refuses_connections_and_comes_back(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    await ask(http)
    await playground.zeeg_listener.stop()
    with pytest.raises(httpx.ConnectError):
        await ask(http)

    await playground.zeeg_listener.start()
    assert (await ask(http)).status_code == 201
    assert len(playground.zeeg.posts) == 2
