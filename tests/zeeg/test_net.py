"""The net under everything: whatever comes or fails to come, it is one of our three errors."""

import asyncio
import builtins
import json
from collections.abc import AsyncIterator
from datetime import UTC

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.calls.failure import FailureKind
from bot.errors import CallRefusedError, CallUncertainError, ZeegError, ZeegUnavailableError
from bot.ports import Placed
from bot.zeeg.client import ZeegClient
from bot.zeeg.post import zeeg_http
from tests.zeeg.telephones import OURS, Recorder, a_request, answering, zeeg_that

NOT_SENT = {httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout}

EVERY_ERROR = sorted(
    {
        thing
        for thing in vars(httpx).values()
        if isinstance(thing, type) and issubclass(thing, Exception)
    },
    key=lambda error: error.__name__,
)
"""Every exception that httpx exports: a new one joins by itself."""


def an(error: type[Exception]) -> Exception:
    if issubclass(error, httpx.HTTPStatusError):
        request = httpx.Request("POST", "https://api.zeeg.me")
        return error("boom", request=request, response=httpx.Response(500))
    if error in {httpx.StreamConsumed, httpx.StreamClosed, httpx.ResponseNotRead}:
        return error()
    if error is httpx.RequestNotRead:
        return error()
    return error("boom")


def failing_with(error: Exception) -> ZeegClient:
    def far(_: httpx.Request) -> httpx.Response:
        raise error

    return zeeg_that(far)


class BreakingBody(httpx.AsyncByteStream):
    """Gives some text, then breaks."""

    def __init__(self, text: bytes, error: Exception) -> None:
        self.text = text
        self.error = error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.text
        raise self.error


def breaking_off(status: int, text: bytes, error: Exception) -> ZeegClient:
    return zeeg_that(lambda _: httpx.Response(status, stream=BreakingBody(text, error)))


@pytest.mark.parametrize("error", EVERY_ERROR)
async def test_every_error_that_httpx_knows_becomes_one_of_ours(error: type[Exception]) -> None:
    with pytest.raises(OURS) as caught:
        await failing_with(an(error)).create_outbound_call(a_request())

    if error in NOT_SENT:
        assert isinstance(caught.value, ZeegUnavailableError)
        assert caught.value.failure.kind is FailureKind.UNREACHABLE
    else:
        assert isinstance(caught.value, CallUncertainError)
        assert caught.value.failure.kind is FailureKind.NO_ANSWER


@pytest.mark.parametrize("name", ["ConnectionResetError", "BrokenPipeError", "TimeoutError"])
async def test_a_bare_socket_error_is_uncertain(name: str) -> None:
    with pytest.raises(CallUncertainError):
        await failing_with(getattr(builtins, name)()).create_outbound_call(a_request())


@pytest.mark.parametrize("error", EVERY_ERROR)
async def test_once_the_status_is_here_it_decides(error: type[Exception]) -> None:
    with pytest.raises(CallRefusedError) as refused:
        await breaking_off(401, b"{", an(error)).create_outbound_call(a_request())
    with pytest.raises(CallUncertainError) as uncertain:
        await breaking_off(201, b'{"id": 4', an(error)).create_outbound_call(a_request())
    placed = await breaking_off(201, b'{"id": 4}', an(error)).create_outbound_call(a_request())

    assert refused.value.failure.kind is FailureKind.TOKEN_REJECTED
    assert uncertain.value.failure.kind is FailureKind.ANSWER_UNREADABLE
    assert placed.zeeg_id == "4"


async def test_text_that_cannot_be_decoded_is_uncertain() -> None:
    zeeg = answering(201, b"no gzip", headers={"Content-Encoding": "gzip"})

    with pytest.raises(CallUncertainError):
        await zeeg.create_outbound_call(a_request())


class EndlessBody(httpx.AsyncByteStream):
    """Gives spaces for ever, and counts how much was taken."""

    def __init__(self) -> None:
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            self.taken += 100_000
            yield b" " * 100_000


@pytest.mark.parametrize("status", [201, 422, 500])
async def test_a_megabyte_is_read_and_no_more(status: int) -> None:
    body = EndlessBody()

    with pytest.raises(OURS):
        await zeeg_that(lambda _: httpx.Response(status, stream=body)).create_outbound_call(
            a_request()
        )

    assert body.taken == 1_000_000


async def test_a_body_in_one_piece_is_cut_at_a_megabyte() -> None:
    with pytest.raises(CallUncertainError):
        await answering(201, b" " * 1_000_000 + b'{"id": 42}').create_outbound_call(a_request())


async def test_cancelling_is_not_an_answer() -> None:
    asked = asyncio.Event()

    async def far(_: httpx.Request) -> httpx.Response:
        asked.set()
        return await asyncio.Future[httpx.Response]()

    task = asyncio.create_task(zeeg_that(far).create_outbound_call(a_request()))
    await asked.wait()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task


async def test_an_answer_that_never_ends_is_given_up() -> None:
    async def far(_: httpx.Request) -> httpx.Response:
        return await asyncio.Future[httpx.Response]()

    http = zeeg_http(
        url="https://api.zeeg.me/v2", token="secret", transport=httpx.MockTransport(far)
    )
    with pytest.raises(CallUncertainError):
        await ZeegClient(http, zone=UTC, seconds=0.01).create_outbound_call(a_request())


async def test_nothing_is_sent_once_the_client_is_closed() -> None:
    http = zeeg_http(url="https://api.zeeg.me/v2", token="secret")
    await http.aclose()

    with pytest.raises(ZeegUnavailableError):
        await ZeegClient(http, zone=UTC).create_outbound_call(a_request())


async def test_a_request_that_cannot_be_written_is_refused() -> None:
    zeeg = Recorder()

    with pytest.raises(CallRefusedError):
        await zeeg_that(zeeg).create_outbound_call(a_request(agent_uuid="x" * 70_000))

    assert zeeg.requests == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("aé\ud800\0 ", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "status", "message", "error", "errors", "phoneNumber", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
CALLS = st.fixed_dictionaries({"id": st.integers() | st.text("a-9"), "status": JSON})
BODIES = st.binary(max_size=80) | (JSON | CALLS).map(lambda value: json.dumps(value).encode())
STATUSES = st.integers(100, 999) | st.sampled_from([200, 201, 400, 422, 429, 500])


async def what_became_of(zeeg: ZeegClient) -> Placed | ZeegError:
    try:
        return await zeeg.create_outbound_call(a_request())
    except OURS as error:
        return error


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(status=STATUSES, body=BODIES, after=st.text("0123456789abc-. ", max_size=9))
@example(status=201, body=b'{"id": 42}', after="")
@example(status=422, body=b'{"message": "no"}', after="")
async def test_any_answer_is_a_call_or_one_of_our_errors(
    status: int, body: bytes, after: str
) -> None:
    result = await what_became_of(answering(status, body, headers={"Retry-After": after}))

    if isinstance(result, Placed):
        assert 200 <= status < 300
        assert result.zeeg_id.isprintable()
    else:
        detail = result.failure.detail
        assert result.failure.code == str(status)
        assert len(detail) <= 300
        assert detail == detail.encode().decode()
        assert "\0" not in detail
