"""Zeeg's webhook: subscribing, being told how calls ended, and being forgotten."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.responses import Response

from bot.playground.playground import Playground
from bot.playground.zeeg_outcomes import Call, Outcome, booking_after
from tests.playground.conftest import AGENT
from tests.playground.stub_app import StubApp

HOOK = "http://app/slack/events"
SUBSCRIPTION = {
    "callbackUrl": HOOK,
    "events": ["ai_agent.call_completed"],
    "scope": "user",
    "token": "a-secret-token",
}


@pytest.fixture
def receiver(playground: Playground) -> StubApp:
    stub = StubApp()
    playground.zeeg.webhooks.use(stub.client())
    return stub


@pytest.fixture
async def http(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": "Bearer zeeg-token"}
    async with httpx.AsyncClient(base_url=playground.zeeg_api_url, headers=headers) as client:
        yield client


@pytest.fixture
def call() -> Call:
    body = {"phoneNumber": "+4915112345678", "email": "a@example.com", "fullName": "Alex"}
    return Call(id=42, agent_uuid=AGENT, agent_name="Sales", body=body, due_at=1_800_000_000)


async def test_a_subscription_is_tried_at_once(
    playground: Playground, receiver: StubApp, http: httpx.AsyncClient
) -> None:
    answer = await http.post("/webhooks", json=SUBSCRIPTION)

    assert answer.status_code == 201
    assert answer.json()["testResult"] == {"delivered": True, "statusCode": 200, "error": None}
    assert answer.json()["resource"]["uuid"]
    assert receiver.told[0].headers["Token"] == "a-secret-token"
    assert len(playground.zeeg.webhooks.subscriptions) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"callbackUrl": "bot.example"}, "callbackUrl", id="no URL"),
        pytest.param({"events": ["call.rang"]}, "events", id="unknown event"),
        pytest.param({"events": []}, "events", id="no event"),
        pytest.param({"scope": "world"}, "scope", id="unknown scope"),
        pytest.param({"token": "short"}, "token", id="short token"),
        pytest.param({"token": "has a space"}, "token", id="token with a space"),
    ],
)
async def test_a_bad_subscription_is_refused(
    http: httpx.AsyncClient, changes: dict[str, Any], field: str
) -> None:
    answer = await http.post("/webhooks", json={**SUBSCRIPTION, **changes})
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]


async def test_subscribing_needs_a_token_of_ones_own(
    playground: Playground, http: httpx.AsyncClient
) -> None:
    playground.zeeg.tokens.clear()
    assert (await http.post("/webhooks", json=SUBSCRIPTION)).status_code == 401


async def test_an_answered_call_is_told_with_all_that_came_of_it(
    playground: Playground, receiver: StubApp, call: Call
) -> None:
    playground.zeeg.webhooks.subscribe(HOOK, "a-secret-token")

    assert await playground.zeeg.complete(call) == [200]

    event = json.loads(receiver.bodies[0])
    assert receiver.told[0].headers["Token"] == "a-secret-token"
    assert event["event"] == "ai_agent.call_completed"
    assert event["callOutcome"] == "answered"
    assert event["contactPhoneNumber"] == "+4915112345678"
    assert event["startedAt"] == "2027-01-15T08:00:00Z"
    assert event["durationSeconds"] == 95
    assert event["transcript"]
    assert event["conversationAnalysis"]["summary"]
    assert event["booking"]["location"]["joinUrl"]


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - {Outcome.ANSWERED}))
async def test_a_call_nobody_took_has_no_words_in_it(
    playground: Playground, receiver: StubApp, call: Call, outcome: Outcome
) -> None:
    playground.zeeg.webhooks.subscribe(HOOK, "")
    await playground.zeeg.complete(call, outcome)
    event = json.loads(receiver.bodies[0])
    assert event["callOutcome"] == outcome.value
    assert (event["transcript"], event["booking"]) == ([], None)
    assert "Token" not in receiver.told[0].headers


async def test_fields_can_be_changed_and_a_delivery_repeated(
    playground: Playground, receiver: StubApp, call: Call
) -> None:
    playground.zeeg.webhooks.subscribe(HOOK, "")

    await playground.zeeg.complete(call)
    await playground.zeeg.complete(call, conversationId="conversation-42-1", durationSeconds=None)
    await playground.zeeg.complete(call)

    events = [json.loads(body) for body in receiver.bodies]
    ids = [event["conversationId"] for event in events]
    assert ids == ["conversation-42-1", "conversation-42-1", "conversation-42-3"]
    assert events[1]["durationSeconds"] is None


@pytest.mark.parametrize(("status", "kept"), [(404, 0), (410, 0), (401, 1), (500, 1), (200, 1)])
async def test_a_url_that_is_gone_is_forgotten(
    playground: Playground, receiver: StubApp, call: Call, status: int, kept: int
) -> None:
    playground.zeeg.webhooks.subscribe(HOOK, "")
    receiver.answers = [Response(status_code=status)]
    assert await playground.zeeg.complete(call) == [status]
    assert len(playground.zeeg.webhooks.subscriptions) == kept


async def test_a_subscriber_that_is_not_there_is_told_of_nothing(
    playground: Playground, call: Call
) -> None:
    await playground.zeeg_listener.stop()
    playground.zeeg.webhooks.subscribe(playground.zeeg_listener.url, "")
    assert await playground.zeeg.complete(call) == [0]


async def test_a_call_ends_by_itself_if_it_shall(
    playground: Playground, receiver: StubApp, http: httpx.AsyncClient
) -> None:
    playground.zeeg.webhooks.subscribe(HOOK, "")
    playground.zeeg.ends_by_itself = (0.0, Outcome.BUSY)
    body = {"phoneNumber": "+4915112345678", "email": "a@example.com", "fullName": "Alex"}

    await http.post(f"/agents/{AGENT}/outbound-calls", json=body)

    await playground.until(lambda: receiver.bodies)
    assert json.loads(receiver.bodies[0])["callOutcome"] == "busy"


async def test_a_url_that_is_not_there_is_not_subscribed(
    playground: Playground, receiver: StubApp, http: httpx.AsyncClient
) -> None:
    receiver.answers = [Response(status_code=404)]
    answer = await http.post("/webhooks", json=SUBSCRIPTION)
    assert answer.json()["testResult"]["delivered"] is False
    assert playground.zeeg.webhooks.subscriptions == []
    assert (await http.post("/webhooks", json=[])).status_code == 422


async def test_a_call_that_has_not_ended_is_let_go_with_the_playground(
    playground: Playground, receiver: StubApp, http: httpx.AsyncClient
) -> None:
    playground.zeeg.webhooks.subscribe(HOOK, "")
    playground.zeeg.ends_by_itself = (3600.0, Outcome.ANSWERED)
    body = {"phoneNumber": "+4915112345678", "email": "a@example.com", "fullName": "Alex"}
    await http.post(f"/agents/{AGENT}/outbound-calls", json=body)

    await playground.zeeg.close()

    assert receiver.bodies == []


@pytest.mark.parametrize(
    ("days", "starts"),
    [
        pytest.param(0, "2027-01-18T13:00:00Z", id="a Friday"),
        pytest.param(1, "2027-01-18T13:00:00Z", id="a Saturday"),
        pytest.param(3, "2027-01-19T13:00:00Z", id="a Monday"),
    ],
)
def test_an_appointment_is_on_the_next_working_day_with_whom_was_called(
    call: Call, days: int, starts: str
) -> None:
    call.due_at += days * 86400

    booking = booking_after(call)

    assert booking["startTime"] == starts
    assert booking["invitees"] == [{"name": "Alex", "email": "a@example.com"}]
