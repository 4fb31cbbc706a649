"""The two questions to Zeeg that ring nobody."""

import json
from collections.abc import Callable

import httpx
import pytest

from bot.calls.failure import FailureKind
from bot.errors import CallRefusedError, CallUncertainError, ZeegError
from bot.zeeg.post import zeeg_http
from bot.zeeg.probe import probe
from bot.zeeg.subscribe import subscribe
from bot.zeeg.wire import Subscription
from tests.zeeg.telephones import AGENT_UUID, Recorder

CREATED = {
    "success": True,
    "resource": {"uuid": "w-1"},
    "testResult": {"delivered": True, "statusCode": 200, "error": None},
}


def zeeg(far: Callable[[httpx.Request], httpx.Response]) -> httpx.AsyncClient:
    return zeeg_http(
        url="https://api.zeeg.me/v2", token="secret", transport=httpx.MockTransport(far)
    )


async def test_the_probe_asks_for_a_call_that_no_telephone_could_ring() -> None:
    far = Recorder(422, {"message": "Invalid phone number format"})

    assert await probe(zeeg(far), AGENT_UUID) is None
    (request,) = far.requests
    number = json.loads(request.content)["phoneNumber"]
    assert not [sign for sign in number if sign.isdigit()]
    assert request.url.path == f"/v2/agents/{AGENT_UUID}/outbound-calls"


PROBES = [
    pytest.param(400, {"message": "Agent is not active"}, FailureKind.AGENT_NOT_ACTIVE, id="400"),
    pytest.param(401, {}, FailureKind.TOKEN_REJECTED, id="401"),
    pytest.param(403, {}, FailureKind.SCOPE_MISSING, id="403"),
    pytest.param(404, {}, FailureKind.AGENT_NOT_FOUND, id="404"),
    pytest.param(429, {}, FailureKind.RATE_LIMITED, id="429"),
    pytest.param(500, {}, FailureKind.SERVER_ERROR, id="500"),
    pytest.param(201, {"id": 42}, FailureKind.ANSWER_UNREADABLE, id="201"),
]


@pytest.mark.parametrize(("status", "body", "kind"), PROBES)
async def test_the_probe_names_what_is_not_fine(
    status: int, body: object, kind: FailureKind
) -> None:
    failure = await probe(zeeg(lambda _: httpx.Response(status, json=body)), AGENT_UUID)

    assert failure is not None
    assert failure.kind is kind


async def test_subscribes_to_the_outcomes_of_calls() -> None:
    far = Recorder(201, CREATED)

    created = await subscribe(
        zeeg(far), callback_url="https://bot.example.com/zeeg/webhook", token="s3cret-8"
    )

    assert created == Subscription(webhook_uuid="w-1", delivered=True)
    (request,) = far.requests
    assert str(request.url) == "https://api.zeeg.me/v2/webhooks"
    assert json.loads(request.content) == {
        "callbackUrl": "https://bot.example.com/zeeg/webhook",
        "events": ["ai_agent.call_completed"],
        "scope": "user",
        "token": "s3cret-8",
    }


async def subscribed(status: int, body: object) -> Subscription:
    return await subscribe(
        zeeg(lambda _: httpx.Response(status, json=body)),
        callback_url="https://bot.example.com",
        token="s3cret-8",
    )


async def test_a_subscription_that_is_told_as_200_is_one_too() -> None:
    assert await subscribed(200, CREATED) == Subscription(webhook_uuid="w-1", delivered=True)


async def test_tells_when_the_test_delivery_did_not_arrive() -> None:
    test = {"delivered": False, "statusCode": 502, "error": "Bad gateway"}

    created = await subscribed(201, {**CREATED, "testResult": test})

    assert created == Subscription(webhook_uuid="w-1", delivered=False, detail="Bad gateway")


@pytest.mark.parametrize("test", [None, [], {}, {"delivered": "yes", "error": 3}])
async def test_a_test_result_of_another_shape_says_nothing(test: object) -> None:
    created = await subscribed(201, {**CREATED, "testResult": test})

    assert created == Subscription(webhook_uuid="w-1", delivered=None)


NOT_SUBSCRIBED = [
    pytest.param(201, {"success": False, "resource": {"uuid": "w"}}, CallUncertainError, id="no"),
    pytest.param(201, {"success": True}, CallUncertainError, id="no uuid"),
    pytest.param(201, [], CallUncertainError, id="a list"),
    pytest.param(302, CREATED, CallUncertainError, id="302"),
    pytest.param(403, {"message": "Missing scope"}, CallRefusedError, id="403"),
    pytest.param(422, {"errors": {"events": ["unknown"]}}, CallRefusedError, id="422"),
    pytest.param(500, {}, CallUncertainError, id="500"),
]


@pytest.mark.parametrize(("status", "body", "error"), NOT_SUBSCRIBED)
async def test_anything_else_is_no_subscription(
    status: int, body: object, error: type[ZeegError]
) -> None:
    with pytest.raises(error):
        await subscribed(status, body)
