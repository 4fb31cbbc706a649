"""Real sockets on this machine: what breaks where, and what that proves."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC

import httpx
import pytest

from bot.calls.failure import FailureKind
from bot.errors import CallUncertainError, ZeegUnavailableError
from bot.ports import Placed
from bot.zeeg.client import ZeegClient
from bot.zeeg.post import zeeg_http
from tests.zeeg.telephones import a_request

Conversation = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

CALL = b'{"id": 42, "status": "pending"}'
CREATED = b"HTTP/1.1 201 Created\r\nContent-Length: 31\r\n\r\n" + CALL


async def read_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    return head + await reader.readexactly(length)


@asynccontextmanager
async def zeeg_at(
    port: int, *, scheme: str = "http", read: float = 10.0, seconds: float = 20.0
) -> AsyncIterator[ZeegClient]:
    timeout = httpx.Timeout(10.0, read=read)
    async with zeeg_http(
        url=f"{scheme}://127.0.0.1:{port}/v2", token="secret", timeout=timeout
    ) as http:
        yield ZeegClient(http, zone=UTC, seconds=seconds)


@asynccontextmanager
async def listening(talk: Conversation) -> AsyncIterator[int]:
    """Answer each connection so; give the port."""
    talks: set[asyncio.Task[None]] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        try:
            await talk(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in talks:
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)


def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def test_a_closed_port_proves_that_nothing_was_sent() -> None:
    async with zeeg_at(closed_port()) as zeeg:
        with pytest.raises(ZeegUnavailableError) as caught:
            await zeeg.create_outbound_call(a_request())

    assert caught.value.failure.kind is FailureKind.UNREACHABLE


async def test_a_failed_tls_handshake_proves_that_nothing_was_sent() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"220 mail.example.com ESMTP\r\n")
        await writer.drain()

    async with listening(talk) as port, zeeg_at(port, scheme="https") as zeeg:
        with pytest.raises(ZeegUnavailableError) as caught:
            await zeeg.create_outbound_call(a_request())

    assert caught.value.failure.kind is FailureKind.UNREACHABLE


async def test_places_a_call_over_a_real_connection() -> None:
    requests: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await read_request(reader))
        writer.write(CREATED)
        await writer.drain()

    async with listening(talk) as port, zeeg_at(port) as zeeg:
        placed = await zeeg.create_outbound_call(a_request())

    assert isinstance(placed, Placed)
    assert placed.zeeg_id == "42"
    assert len(requests) == 1


async def test_each_call_has_a_fresh_connection() -> None:
    connections = 0

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        while True:
            await read_request(reader)
            writer.write(CREATED)
            await writer.drain()

    async with listening(talk) as port, zeeg_at(port) as zeeg:
        for _ in range(3):
            await zeeg.create_outbound_call(a_request())

    assert connections == 3


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def hang_up(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await read_request(reader)


async def speak_rubbish(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    writer.write(b"220 mail.example.com ESMTP\r\n\r\n")
    await writer.drain()


async def hang_up_at_once(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


BROKEN = [
    pytest.param(reset, id="reset after the body was read"),
    pytest.param(hang_up, id="closed after the body was read"),
    pytest.param(speak_rubbish, id="no HTTP"),
    pytest.param(hang_up_at_once, id="closed before anything was read"),
]


@pytest.mark.parametrize("talk", BROKEN)
async def test_a_broken_conversation_is_uncertain_and_not_repeated(talk: Conversation) -> None:
    connections = 0

    async def counted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        await talk(reader, writer)

    async with listening(counted) as port, zeeg_at(port) as zeeg:
        with pytest.raises(CallUncertainError) as caught:
            await zeeg.create_outbound_call(a_request())

    assert caught.value.failure.kind is FailureKind.NO_ANSWER
    assert connections == 1


async def test_silence_is_uncertain() -> None:
    async def talk(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await read_request(reader)
        await asyncio.Event().wait()

    async with listening(talk) as port, zeeg_at(port, read=0.05) as zeeg:
        with pytest.raises(CallUncertainError) as caught:
            await zeeg.create_outbound_call(a_request())

    assert caught.value.failure.kind is FailureKind.NO_ANSWER


async def drip(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0)


async def test_an_answer_that_drips_for_ever_ends_with_the_time_there_is() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 9999999\r\n\r\n")
        await drip(writer)

    async with listening(talk) as port, zeeg_at(port, seconds=0.3) as zeeg:
        with pytest.raises(CallUncertainError) as caught:
            await zeeg.create_outbound_call(a_request())

    assert caught.value.failure.kind is FailureKind.ANSWER_UNREADABLE


async def test_an_answer_cut_short_is_uncertain() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(CREATED[:-3])
        await writer.drain()

    async with listening(talk) as port, zeeg_at(port) as zeeg:
        with pytest.raises(CallUncertainError) as caught:
            await zeeg.create_outbound_call(a_request())

    assert caught.value.failure.kind is FailureKind.ANSWER_UNREADABLE


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY", "http_proxy"])
async def test_the_way_to_this_machine_never_leads_through_a_proxy(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(CREATED)
        await writer.drain()

    monkeypatch.setenv(variable, f"http://127.0.0.1:{closed_port()}")
    async with listening(talk) as port, zeeg_at(port) as zeeg:
        placed = await zeeg.create_outbound_call(a_request())

    assert placed.zeeg_id == "42"
