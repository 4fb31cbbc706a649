"""How much it holds, and for how long: workers on both databases, a full ledger, its memory."""

import argparse
import asyncio
import contextlib
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, text

from bench.commands import BOT_TOKEN, SIGNING_SECRET, command
from bench.end_to_end import arrived, wait_for
from bench.load import hammer
from bench.processes import AGENT, Running, answering, bot, free_port, running
from bench.report import Figure, show, write
from bot.calls.call import Card, NewCall
from bot.calls.draft import Surface
from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.calls.request import Agent, CallRequest
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import Status
from bot.ledger import SqlLedger, open_ledger
from bot.ledger.door import writing
from bot.ledger.schema import calls, drafts, outbox
from tests.postgres import find_binaries, own_database, running_server

AT_ONCE = 200
REPLY, EDIT = Say(saying=Saying.REPLY, topic=Topic.PENDING), Say(saying=Saying.CARD_EDIT)
SAID = ("card", "reply", "card_edit")


def measure(
    *, commands: int = 600, rows: tuple[int, ...] = (10_000, 100_000), memory: int = 3_000
) -> list[Figure]:
    """Measure all three; the long versions are asked for in numbers (see the end of the file)."""
    return [*_machines(commands), *_growth(rows), *_memory(memory)]


def _machines(commands: int) -> list[Figure]:
    """Count calls a second, from the first command to the last reply."""
    with tempfile.TemporaryDirectory() as folder:
        figures = [_rate("SQLite", f"sqlite:///{folder}/calls.db", 1, commands)]
    binaries = find_binaries()
    if binaries is None:
        print("no PostgreSQL server is installed here: its figures are left out")
        return figures
    with running_server(binaries) as server:
        for workers in (1, 2, 4):
            with own_database(server) as url:
                figures.append(_rate("PostgreSQL", url, workers, commands))
    return figures


def _rate(database: str, url: str, workers: int, commands: int) -> Figure:
    with _apart(url, workers) as (web, peers):
        asyncio.run(hammer(web.port, [command(channel=9999)], at_once=1))
        arrived(peers.port, zeeg=1, replies=1)
        requests = [command(channel=number, text="") for number in range(commands)]
        began = time.monotonic()
        done = asyncio.run(hammer(web.port, requests, at_once=AT_ONCE))
        came = arrived(peers.port, zeeg=commands + 1, replies=commands + 1, within=120)
        seconds = max(at for at, _ in came["slack"]) - began
    if done.failed:
        raise RuntimeError(f"{done.failed} of {commands} were not acknowledged")
    name = f"{database}, {workers} {'worker' if workers == 1 else 'workers'} apart from the web"
    return Figure(name=name, value=commands / seconds, unit="calls/s")


@contextlib.contextmanager
def _apart(url: str, workers: int) -> Iterator[tuple[Running, Running]]:
    """Run one `bot web` and several `bot worker`, beside peers that take 80 ms."""
    port = free_port()
    with contextlib.ExitStack() as stack:
        peer = stack.enter_context(answering(0.08, 0.08))
        open_ledger(url).close()
        environ = _environ(url, peer.port)
        for _ in range(workers):
            own = free_port()
            worker = [sys.executable, "-m", "bot", "worker"]
            stack.enter_context(running(worker, own, {**environ, "PORT": str(own)}))
        web = [sys.executable, "-m", "bot", "web"]
        yield stack.enter_context(running(web, port, {**environ, "PORT": str(port)})), peer


def _environ(url: str, peers: int) -> Mapping[str, str]:
    return {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": f"http://127.0.0.1:{peers}/api/",
        "ZEEG_API_TOKEN": "bench",
        "ZEEG_API_URL": f"http://127.0.0.1:{peers}/v2",
        "ZEEG_AGENT_UUID": AGENT,
        "DATABASE_URL": url,
        "HOST": "127.0.0.1",
        "UNDO_SECONDS": "0",
        "CALLING_HOURS": "off",
    }


def _growth(rows: tuple[int, ...]) -> list[Figure]:
    """Time the ledger's part of a call's life, with so many calls of the past beside it."""
    figures, floor = [], None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "calls.db"
        ledger = open_ledger(f"sqlite:///{path}")
        there = 0
        for count in (0, *rows):
            _fill(ledger, there, count)
            there = count
            value = statistics.median(_life(ledger) for _ in range(200)) * 1000
            floor = value if floor is None else floor
            name = f"a call's life in SQLite, {count:,} calls there"
            figures.append(Figure(name=name, value=value, unit="ms", floor=floor))
        ledger.close()
    return figures


def _life(ledger: SqlLedger) -> float:
    """Record, say, announce, claim and settle one call; give the seconds."""
    now = datetime.now(UTC)
    began = time.perf_counter()
    ledger.history(phone_number="+4930" + secrets.token_hex(4), since=now - timedelta(days=1))
    say = [Say(saying=Saying.CARD)]
    ledger.record_call(_new_call(now), draft_id=None, may_repeat=False, say=say)
    (message,) = ledger.claim_messages(limit=5, lease=60)
    ledger.card_said(message, card=Card(channel_id="C1", ts="1.1"), send_at=now)
    (claim,) = ledger.claim_calls(now=now, limit=5, lease=60)
    ledger.settle(claim, to=Status.PENDING, zeeg_id="1", say=[REPLY, EDIT])
    for _ in range(2):
        (message,) = ledger.claim_messages(limit=5, lease=60)
        ledger.said(message, ts="1.2")
    ledger.look(now=now)
    return time.perf_counter() - began


def _new_call(now: datetime) -> NewCall:
    number = f"+49151{secrets.randbelow(10**8):08d}"
    phone = PhoneNumber(e164=number, region="DE", kind=NumberKind.MOBILE, zones=("Europe/Berlin",))
    request = CallRequest(
        phone=phone,
        email="alex@example.com",
        full_name="Alex Mueller",
        additional_data=None,
        scheduled_time=None,
        agent=Agent(name="Sales", uuid=AGENT),
    )
    return NewCall(
        key=secrets.token_hex(8),
        team_id="T0BENCH",
        requester_id="U000001",
        channel_id="C000001",
        thread_ts=None,
        source_link=None,
        response_url=None,
        surface=Surface.COMMAND,
        request=request,
        requester_zone="Europe/Berlin",
        requester_locale="en-GB",
        requested_at=now,
        send_after=now,
        not_after=now + timedelta(minutes=5),
    )


def _fill(ledger: SqlLedger, there: int, count: int) -> None:
    """Put calls of the past into the ledger, ended as most are."""
    engine = ledger._door.engine  # noqa: SLF001 - a measurement may
    then = datetime.now(UTC) - timedelta(days=30)
    with writing(engine) as connection:
        for start in range(there, count, 10_000):
            some = range(start, min(start + 10_000, count))
            connection.execute(insert(drafts), [_typed(number, then) for number in some])
            connection.execute(insert(calls), [_past(number, then) for number in some])
            said = [_said(number, what) for number in some for what in SAID]
            connection.execute(insert(outbox), said)
        connection.execute(text("ANALYZE"))


def _typed(number: int, then: datetime) -> dict[str, object]:
    return {
        "id": f"past {number}",
        "key": f"past {number}",
        "team_id": "T0BENCH",
        "channel_id": f"C{number % 100:06d}",
        "user_id": f"U{number % 500:06d}",
        "surface": "command",
        "fields": {"request_text": "Alex Mueller +49 30 23125001 alex@example.com tomorrow 2pm"},
        "state": "closed",
        "created_at": then,
    }


def _said(number: int, what: str) -> dict[str, object]:
    return {
        "key": f"past {number}:{what}",
        "subject": f"call:{-1 - number}",
        "call_id": -1 - number,
        "saying": what,
        "facts": {},
        "due": 0.0,
        "tries": 1,
        "state": "said",
        "ts": "1.1",
    }


def _past(number: int, then: datetime) -> dict[str, object]:
    return {
        "id": -1 - number,
        "key": f"past {number}",
        "reference": f"P{number}",
        "team_id": "T0BENCH",
        "requester_id": f"U{number % 500:06d}",
        "requester_zone": "Europe/Berlin",
        "channel_id": f"C{number % 100:06d}",
        "surface": "command",
        "phone_hash": secrets.token_hex(16),
        "phone_number": f"+4930{number:08d}",
        "phone_facts": {"region": "DE", "kind": "mobile", "zones": ["Europe/Berlin"]},
        "email": "alex@example.com",
        "full_name": "Alex Mueller",
        "agent_uuid": AGENT,
        "agent_name": "Sales",
        "requested_at": then,
        "send_after": then,
        "not_after": then,
        "confirmed": [],
        "may_repeat": False,
        "status": "completed",
        "attempts": 1,
        "outcome": "answered",
        "ended_at": then,
    }


def _memory(commands: int) -> list[Figure]:
    """Look at the memory of the whole bot after its first commands, and after many more."""
    with bot() as (whole, peers):
        _send(whole.port, peers.port, commands // 10, before=0)
        early = whole.rss
        _send(whole.port, peers.port, commands - commands // 10, before=commands // 10)
        late = whole.rss
    return [
        Figure(name=f"memory after {commands // 10:,} commands", value=early, unit="MB"),
        Figure(name=f"memory after {commands:,} commands", value=late, unit="MB", floor=early),
    ]


def _send(port: int, peers: int, count: int, *, before: int) -> None:
    """Send them by and by, so that none waits until it is too late to call."""
    for start in range(0, count, 1000):
        some = range(start, min(start + 1000, count))
        requests = [command(channel=number % 5000, text="") for number in some]
        asyncio.run(hammer(port, requests, at_once=32))
        wait_for(peers, zeeg=before + some.stop, replies=0, within=120)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commands", type=int, default=600)
    parser.add_argument("--rows", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--memory", type=int, default=100_000)
    given = parser.parse_args()
    measured = measure(commands=given.commands, rows=tuple(given.rows), memory=given.memory)
    show("sustained", measured)
    write(Path("bench-sustained.json"), measured)
