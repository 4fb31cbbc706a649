"""Puts the house together: the sole owner of clients, connections and the clock."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial

import aiohttp
from slack_bolt.async_app import AsyncApp
from starlette.applications import Starlette

from bot import parsing
from bot.calls.calling_hours import CallingHoursBy
from bot.calls.event import Delivery
from bot.calls.public_holidays import warm_holidays
from bot.ledger import SqlLedger, carry_on, open_ledger
from bot.messages.masking import mask_field, mask_number
from bot.ports import Clock, Telephone
from bot.settings import Settings
from bot.slack.admins import Admins
from bot.slack.background import Background
from bot.slack.bolt_app import bolt_app
from bot.slack.desk import Desk
from bot.slack.homes import Homes
from bot.slack.identity import Identity, who_we_are
from bot.slack.languages import READERS
from bot.slack.profiles import Profiles
from bot.slack.signature import signed_with
from bot.slack.socket_mode import connected_socket
from bot.slack.speaking import call_threads, home_tabs
from bot.slack.surfaces import Surfaces
from bot.slack.thread import SlackThread
from bot.slack.web_api import slack_client
from bot.use_cases.callers import Callers
from bot.use_cases.circuit import Circuit
from bot.use_cases.erase import EraseKept
from bot.use_cases.group_commit import Doings, doings
from bot.use_cases.intake import Intake
from bot.use_cases.place_call import PlaceCall
from bot.use_cases.record_outcome import RecordOutcome, tell_overdue
from bot.use_cases.say_message import SayMessage
from bot.use_cases.veiling import Veil
from bot.web import Crowd, web_app
from bot.worker import Wake, Worker
from bot.zeeg.client import ZeegClient
from bot.zeeg.post import zeeg_http

SLACK_TIMEOUT = aiohttp.ClientTimeout(total=10)
"""For one answer of Slack's. slack_sdk's own limit counts only for sessions of its own."""


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        """Tell the present moment, aware, in UTC."""
        return datetime.now(UTC)


class Role(StrEnum):
    """What a process does: all of it, or its part on one of several machines."""

    SERVE = "serve"
    WEB = "web"  # answers Slack
    WORKER = "worker"  # places calls and speaks in Slack


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """
    Everything that runs: the web door and the worker, over one ledger, and what goes on after
    Slack was answered. `working` ends only when the house is closed, or by a mistake of ours; it
    is None where no worker runs.
    """

    web: Starlette
    worker: Worker
    working: asyncio.Task[None] | None
    ledger: SqlLedger
    background: Background


@asynccontextmanager
async def open_house(
    settings: Settings,
    *,
    clock: Clock,
    role: Role = Role.SERVE,
    at: Callable[[str], None] = carry_on,
) -> AsyncIterator[House]:
    """
    Build everything, and close it in the order in which nothing acknowledged is lost.

    `at` is told of each point at which a crash would leave something half done. Raises
    SettingsError or LedgerError where a setting turns out to be wrong.
    """
    async with AsyncExitStack() as stack:
        ledger = await asyncio.to_thread(
            open_ledger, settings.database_url, data_key=settings.hashing_key, at=at
        )
        stack.callback(ledger.close)
        session = await stack.enter_async_context(aiohttp.ClientSession(timeout=SLACK_TIMEOUT))
        client = slack_client(
            settings.slack_bot_token, base_url=settings.slack_api_url, session=session
        )
        # certificates are read while Slack answers
        identity, dialling = await asyncio.gather(
            who_we_are(client, stack),
            asyncio.to_thread(zeeg_http, url=settings.zeeg_api_url, token=settings.zeeg_api_token),
        )
        telephone = ZeegClient(
            await stack.enter_async_context(dialling), zone=settings.zeeg_timezone
        )
        admins = Admins(client=client, listed=settings.admins)
        crowd = Crowd()
        homes = await stack.enter_async_context(
            home_tabs(client, ledger, clock, language=settings.default_language).at_work()
        )
        do = stack.enter_context(doings(ledger))
        worker = _worker(
            settings,
            ledger,
            do,
            _placing(settings, ledger, clock, telephone, at),
            call_threads(homes, ledger, admins, identity),
            crowd,
        )
        background = Background()
        stack.push_async_callback(background.finish)
        bolt = bolt_app(identity, api_url=settings.slack_api_url)
        outcomes = RecordOutcome(ledger=ledger, clock=clock, share=settings.share_results)
        desk = _desk(settings, ledger, background, worker, homes, identity)
        surfaces = _listen(bolt, settings, ledger, desk, admins, outcomes, homes)
        await asyncio.to_thread(parsing.warm)
        background.start(asyncio.to_thread(_warm_the_rest, settings), name="warm")
        answers = role is not Role.WORKER
        working = None if role is Role.WEB else await _start(stack, worker, surfaces)
        socket = await _connect(stack, settings, bolt, session, crowd) if answers else None
        yield House(
            web=web_app(
                bolt=bolt if answers else None,
                is_slacks=signed_with(secret)
                if (secret := settings.slack_signing_secret)
                else None,
                crowd=crowd,
                take_delivery=_taking(outcomes, worker.wake),
                webhook_token=settings.zeeg_webhook_token if answers else None,
                ping=ledger.ping,
                connected=socket or identity.is_known,
            ),
            worker=worker,
            working=working,
            ledger=ledger,
            background=background,
        )


def _warm_the_rest(settings: Settings) -> None:
    """Load what is slow to load, and what some request would otherwise wait for."""
    parsing.warm_the_rest()
    if settings.calling_hours is CallingHoursBy.COUNTRY:
        warm_holidays()


async def _start(stack: AsyncExitStack, worker: Worker, surfaces: Surfaces) -> asyncio.Task[None]:
    """Start the worker last of what starts, to end last: it rings telephones."""
    await stack.enter_async_context(surfaces.bulk_work().at_work())
    working = asyncio.create_task(worker.run())
    stack.push_async_callback(_stop, worker, working)
    return working


async def _stop(worker: Worker, working: asyncio.Task[None]) -> None:
    worker.stop()
    await working


def _taking(record: RecordOutcome, wake: Callable[[], None]) -> Callable[[Delivery], str]:
    """Keep what Zeeg delivers, and let the worker tell it."""

    def take(delivery: Delivery) -> str:
        kept = record(delivery)
        wake()
        return kept

    return take


def _placing(
    settings: Settings,
    ledger: SqlLedger,
    clock: Clock,
    telephone: Telephone,
    at: Callable[[str], None],
) -> PlaceCall:
    return PlaceCall(
        ledger=ledger,
        telephone=telephone,
        clock=clock,
        policy=settings.policy,
        circuit=Circuit(time=time.monotonic),
        is_connected=settings.zeeg_webhook_token is not None,
        at=at,
    )


def _worker(
    settings: Settings,
    ledger: SqlLedger,
    do: Doings,
    place: PlaceCall,
    thread: SlackThread,
    crowd: Crowd,
) -> Worker:
    policy, clock = settings.policy, place.clock
    return Worker(
        ledger=ledger,
        do=do,
        clock=clock,
        place=place,
        say=SayMessage(ledger=ledger, thread=thread, clock=clock, policy=policy, at=place.at),
        tell_overdue=partial(
            tell_overdue,
            ledger,
            clock,
            after=settings.outcome_timeout,
            is_connected=place.is_connected,
        ),
        erase=EraseKept(ledger=ledger, clock=clock, keep=timedelta(days=settings.retention_days)),
        wake=Wake(),
        let_pass=crowd.let_pass,
        is_quiet=crowd.is_gone,
    )


def _listen(
    bolt: AsyncApp,
    settings: Settings,
    ledger: SqlLedger,
    desk: Desk,
    admins: Admins,
    outcomes: RecordOutcome,
    homes: Homes,
) -> Surfaces:
    intake = Intake(
        ledger=ledger,
        clock=desk.clock,
        policy=settings.policy,
        agents=settings.agents,
        region=settings.default_region,
        new_id=lambda: secrets.token_urlsafe(16),
        veil=Veil(number=mask_number, text=mask_field),
        callers=Callers(ledger=ledger, clock=desk.clock, rules=settings.callers),
    )
    everything = Surfaces(ledger=ledger, intake=intake, admins=admins, desk=desk, homes=homes)
    everything.register(bolt, outcomes=outcomes, words=READERS)
    return everything


def _desk(
    settings: Settings,
    ledger: SqlLedger,
    background: Background,
    worker: Worker,
    homes: Homes,
    identity: Identity,
) -> Desk:
    groups = settings.allowed_usergroups
    return Desk(
        client=homes.client,
        ledger=ledger,
        do=worker.do,
        clock=worker.clock,
        profiles=Profiles(identity=identity, clock=worker.clock, usergroups=groups),
        words=READERS,
        languages=homes.languages,
        background=background,
        wake=worker.wake,
    )


async def _connect(
    stack: AsyncExitStack,
    settings: Settings,
    bolt: AsyncApp,
    session: aiohttp.ClientSession,
    crowd: Crowd,
) -> Callable[[], Awaitable[bool]] | None:
    """Connect Socket Mode if there is a token for it; give what tells whether Slack is there."""
    if (token := settings.slack_app_token) is None:
        return None
    client = slack_client(token, base_url=settings.slack_api_url, session=session)
    socket = connected_socket(bolt, client=client, app_token=token, one_more=crowd.one)
    return await stack.enter_async_context(socket)
