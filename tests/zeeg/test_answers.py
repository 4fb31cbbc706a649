"""Zeeg's error table, and every other answer: what each means for the one who is to be rung."""

import pytest

from bot.calls.failure import FailureKind
from bot.calls.status import Status
from bot.errors import CallRefusedError, CallUncertainError, ZeegUnavailableError
from bot.ports import Placed
from tests.zeeg.telephones import OURS, Recorder, a_request, answering, zeeg_that

NESTED = b'{"message":' + b"[" * 100_000 + b"]" * 100_000 + b"}"


@pytest.mark.parametrize("status", [200, 201, 202])
async def test_a_call_with_an_id_is_placed(status: int) -> None:
    placed = await answering(status, {"id": 42, "status": "pending"}).create_outbound_call(
        a_request()
    )

    assert placed == Placed(zeeg_id="42", status=Status.PENDING)


REFUSED = [
    pytest.param(400, {"message": "Agent is not active"}, FailureKind.AGENT_NOT_ACTIVE, id="400"),
    pytest.param(400, {"error": "agent_not_active"}, FailureKind.AGENT_NOT_ACTIVE, id="400 code"),
    pytest.param(400, "Agent is not active", FailureKind.AGENT_NOT_ACTIVE, id="400 plain text"),
    pytest.param(
        400, {"error": {"message": "Agent inactive"}}, FailureKind.AGENT_NOT_ACTIVE, id="400 deep"
    ),
    pytest.param(400, {"message": "Bad body"}, FailureKind.REQUEST_REFUSED, id="400 other"),
    pytest.param(400, None, FailureKind.REQUEST_REFUSED, id="400 empty"),
    pytest.param(401, {"message": "Unauthenticated."}, FailureKind.TOKEN_REJECTED, id="401"),
    pytest.param(401, "<html>Agent is not active", FailureKind.TOKEN_REJECTED, id="401 page"),
    pytest.param(403, {"error": "Missing scope"}, FailureKind.SCOPE_MISSING, id="403"),
    pytest.param(404, {"message": "Agent not found"}, FailureKind.AGENT_NOT_FOUND, id="404"),
    pytest.param(402, None, FailureKind.REQUEST_REFUSED, id="402"),
    pytest.param(405, None, FailureKind.REQUEST_REFUSED, id="405"),
    pytest.param(413, b"\xff\xfe\x00", FailureKind.REQUEST_REFUSED, id="413 rubbish"),
    pytest.param(451, NESTED, FailureKind.REQUEST_REFUSED, id="451 deeply nested"),
    pytest.param(422, None, FailureKind.FIELD_REFUSED, id="422 empty"),
    pytest.param(422, NESTED, FailureKind.FIELD_REFUSED, id="422 deeply nested"),
]


@pytest.mark.parametrize(("status", "body", "kind"), REFUSED)
async def test_zeegs_no_is_a_refusal(status: int, body: object, kind: FailureKind) -> None:
    with pytest.raises(CallRefusedError) as caught:
        await answering(status, body).create_outbound_call(a_request())

    assert caught.value.failure.kind is kind
    assert caught.value.failure.code == str(status)


FIELDS = [
    pytest.param(
        {"message": "Invalid.", "errors": {"phoneNumber": ["Invalid phone number format"]}},
        FailureKind.NUMBER_REFUSED,
        "phone_number",
        "Invalid phone number format",
        id="number, list",
    ),
    pytest.param(
        {"errors": {"phoneNumber": "Not a number"}},
        FailureKind.NUMBER_REFUSED,
        "phone_number",
        "Not a number",
        id="number, string",
    ),
    pytest.param(
        {"success": False, "message": "Invalid phone number format", "status": 422},
        FailureKind.NUMBER_REFUSED,
        "phone_number",
        "Invalid phone number format",
        id="number, told by the message",
    ),
    pytest.param(
        {"errors": {"scheduledTime": ["must be later"]}},
        FailureKind.TIME_REFUSED,
        "scheduled_time",
        "must be later",
        id="time",
    ),
    pytest.param(
        {"error": "Scheduled time in the past"},
        FailureKind.TIME_REFUSED,
        "scheduled_time",
        "Scheduled time in the past",
        id="time, told by the error",
    ),
    pytest.param(
        {"errors": {"scheduledTime": ["passed"], "phoneNumber": ["wrong"]}},
        FailureKind.NUMBER_REFUSED,
        "phone_number",
        "wrong",
        id="both: the number first",
    ),
    pytest.param(
        {"errors": {"fullName": ["too long", "too loud"]}},
        FailureKind.FIELD_REFUSED,
        "full_name",
        "too long too loud",
        id="name, two sentences",
    ),
    pytest.param(
        {"errors": {"body.additional_data": {"max": "too long"}}},
        FailureKind.FIELD_REFUSED,
        "additional_data",
        "too long",
        id="context, nested and in snake case",
    ),
    pytest.param(
        {"errors": [{"field": "email", "message": "must be an address", "code": "E1"}]},
        FailureKind.FIELD_REFUSED,
        "email",
        "must be an address",
        id="email, list of objects",
    ),
    pytest.param(
        {"email": ["must be an address"]},
        FailureKind.FIELD_REFUSED,
        "email",
        "must be an address",
        id="fields at the root",
    ),
    pytest.param(
        {"message": "Scheduled time in the past", "phoneNumber": "+4915112345678"},
        FailureKind.TIME_REFUSED,
        "scheduled_time",
        "Scheduled time in the past",
        id="the request echoed beside the message is no complaint",
    ),
    pytest.param(
        {"message": "The phone number is odd", "errors": {"email": "wrong"}},
        FailureKind.FIELD_REFUSED,
        "email",
        "wrong",
        id="a named field outweighs the words of the message",
    ),
    pytest.param(
        {"errors": {"timezone": "unknown zone"}},
        FailureKind.FIELD_REFUSED,
        "",
        "timezone: unknown zone",
        id="a field that we do not send",
    ),
    pytest.param(
        ["No such thing", 7, None],
        FailureKind.FIELD_REFUSED,
        "",
        "No such thing",
        id="a list at the root",
    ),
]


@pytest.mark.parametrize(("body", "kind", "field", "detail"), FIELDS)
async def test_422_names_the_field_and_quotes_zeeg(
    body: object, kind: FailureKind, field: str, detail: str
) -> None:
    with pytest.raises(CallRefusedError) as caught:
        await answering(422, body).create_outbound_call(a_request())

    failure = caught.value.failure
    assert (failure.kind, failure.field, failure.detail) == (kind, field, detail)


UNKNOWN = [
    pytest.param(200, None, FailureKind.ANSWER_UNREADABLE, id="200 empty"),
    pytest.param(201, "<html>welcome", FailureKind.ANSWER_UNREADABLE, id="201 page"),
    pytest.param(201, b'{"id": 4', FailureKind.ANSWER_UNREADABLE, id="201 cut short"),
    pytest.param(201, NESTED, FailureKind.ANSWER_UNREADABLE, id="201 deeply nested"),
    pytest.param(201, {"status": "pending"}, FailureKind.ANSWER_UNREADABLE, id="201 without id"),
    pytest.param(204, None, FailureKind.ANSWER_UNREADABLE, id="204"),
    pytest.param(302, None, FailureKind.ANSWER_UNREADABLE, id="302"),
    pytest.param(304, None, FailureKind.ANSWER_UNREADABLE, id="304"),
    pytest.param(408, None, FailureKind.SERVER_ERROR, id="408"),
    pytest.param(409, {"id": 42}, FailureKind.SERVER_ERROR, id="409"),
    pytest.param(425, None, FailureKind.SERVER_ERROR, id="425"),
    pytest.param(500, {"message": "Server Error"}, FailureKind.SERVER_ERROR, id="500"),
    pytest.param(502, "<html>Bad gateway", FailureKind.SERVER_ERROR, id="502"),
    pytest.param(503, None, FailureKind.SERVER_ERROR, id="503"),
    pytest.param(599, None, FailureKind.SERVER_ERROR, id="599"),
    pytest.param(777, None, FailureKind.ANSWER_UNREADABLE, id="777"),
]


@pytest.mark.parametrize(("status", "body", "kind"), UNKNOWN)
async def test_what_tells_nothing_is_uncertain(
    status: int, body: object, kind: FailureKind
) -> None:
    with pytest.raises(CallUncertainError) as caught:
        await answering(status, body).create_outbound_call(a_request())

    assert caught.value.failure.kind is kind
    assert caught.value.failure.code == str(status)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("to", ["/elsewhere", "http://[", "ftp://x", "https://evil.example/"])
async def test_a_redirect_is_never_followed(status: int, to: str) -> None:
    zeeg = Recorder(status, headers={"Location": to})

    with pytest.raises(CallUncertainError):
        await zeeg_that(zeeg).create_outbound_call(a_request())

    assert len(zeeg.requests) == 1


async def test_429_may_be_sent_again_when_zeeg_says() -> None:
    headers = {"Retry-After": "7"}
    zeeg = answering(429, {"message": "Too Many Attempts."}, headers=headers)

    with pytest.raises(ZeegUnavailableError) as caught:
        await zeeg.create_outbound_call(a_request())

    assert caught.value.seconds == 7
    assert caught.value.failure.kind is FailureKind.RATE_LIMITED
    assert caught.value.failure.detail == "Too Many Attempts."


@pytest.mark.parametrize("status", [400, 422, 429, 500])
async def test_what_zeeg_says_is_bounded(status: int) -> None:
    zeeg = answering(status, {"errors": ["x" * 200, "y" * 5_000]})

    with pytest.raises(OURS) as caught:
        await zeeg.create_outbound_call(a_request())

    assert len(caught.value.failure.detail) <= 300


SAYS = [
    pytest.param({"message": "No.\n\tNever\u202e \x00"}, "No. Never", id="control signs"),
    pytest.param({"message": "A", "error": "A"}, "A", id="said twice"),
    pytest.param(b'{"message": "caf\\ud83d"}', "caf", id="half a surrogate pair"),
    pytest.param("Nope".encode("utf-16"), "", id="plain text in another encoding"),
    pytest.param('{"message": "Nö"}'.encode("utf-16"), "Nö", id="JSON in UTF-16"),
    pytest.param('{"message": "Nö"}'.encode("latin-1"), "N\ufffd", id="JSON in Latin-1"),
    pytest.param("﻿{}".encode(), "", id="byte order mark"),
    pytest.param("  <h1>Nope</h1>", "", id="page"),
    pytest.param('{"message": "No', "", id="broken JSON"),
    pytest.param('{"status": 400, "type": "https://x", "code": "E"}', "", id="no sentence"),
    pytest.param("17", "", id="number"),
    pytest.param({"errors": " \n", "message": "No"}, "No", id="blank sentence"),
    pytest.param("[" * 300 + '"No"' + "]" * 300, "", id="too deep to look for"),
]


@pytest.mark.parametrize(("body", "detail"), SAYS)
async def test_quotes_zeegs_sentence_out_of_any_shape(body: object, detail: str) -> None:
    with pytest.raises(CallRefusedError) as caught:
        await answering(400, body).create_outbound_call(a_request())

    assert caught.value.failure.detail == detail


async def test_422_keeps_what_zeeg_said_of_each_field() -> None:
    body = {"errors": {"email": ["No mail server"], "phoneNumber": ["No network"]}}

    with pytest.raises(CallRefusedError) as caught:
        await answering(422, body).create_outbound_call(a_request())

    failure = caught.value.failure
    assert (failure.field, failure.detail) == ("phone_number", "No network")
    assert failure.also == {"email": "No mail server"}


@pytest.mark.parametrize(
    "errors",
    [
        pytest.param({"phoneNumber": ["No network"], "language": ["is required"]}, id="by key"),
        pytest.param(
            [
                {"field": "language", "message": "is required"},
                {"field": "phoneNumber", "message": "No network"},
            ],
            id="in a list",
        ),
    ],
)
async def test_422_keeps_what_zeeg_said_of_fields_that_are_none_of_ours(errors: object) -> None:
    with pytest.raises(CallRefusedError) as caught:
        await answering(422, {"message": "Invalid.", "errors": errors}).create_outbound_call(
            a_request()
        )

    failure = caught.value.failure
    assert (failure.field, failure.detail) == ("phone_number", "No network")
    assert failure.also == {"": "language: is required"}
