"""The terminal's door: `python -m bot` serves, and the other words do one thing each."""

import argparse
import asyncio
import gc
import itertools
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from starlette.applications import Starlette

from bot.calls.finding import Finding, Health, Part
from bot.errors import (
    BotError,
    CallUncertainError,
    LedgerError,
    LedgerOutdatedError,
    SettingsError,
    ZeegError,
    trace_of,
)
from bot.messages import subscribing
from bot.messages.findings import agent_finding, line
from bot.messages.words import ENGLISH
from bot.ports import Clock
from bot.settings import Settings, read_database, read_settings

CRASH_AT = "ZEEGCALL_CRASH_AT"
CRASHED = 137
DATABASE_TROUBLE = "look whether the database runs, and at DATABASE_URL and DATA_KEY"


class Discreet(logging.Formatter):
    """Leaves out what an exception says itself, also where a library of others' logs it."""

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - logging's own
        """Say what was raised and where."""
        return trace_of(ei[1])


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says; give the exit status."""
    arguments = _arguments(argv)
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    level = logging.WARNING if arguments.command in TELLING else logging.INFO
    logging.basicConfig(level=level, handlers=[handler])
    for chatty in ("httpx", "alembic.runtime.plugins"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    failed = "It could not start:"
    try:
        if arguments.command == TRY:
            _try(TRY_PORT if arguments.port is None else arguments.port, hold=arguments.hold)
        elif arguments.command == MIGRATE:
            failed = "The database could not be brought up to date:"
            _migrate()
        else:
            settings = _settings()
            if arguments.command in TELLING:
                return asyncio.run(TELLING[arguments.command](settings, arguments.where))
            COMMANDS[arguments.command](settings)
    except SettingsError as error:
        return _complain("These settings need a look:", error.mistakes)
    except LedgerError as error:
        return _complain(failed, [str(error), DATABASE_TROUBLE])
    except BotError as error:
        return _complain(failed, [str(error)])
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; what would be left unread is an error."""
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Place phone calls from Slack."
    )
    parser.add_argument(
        "command",
        nargs="?",
        default="serve",
        choices=sorted([*COMMANDS, *TELLING, MIGRATE, TRY]),
        help="serve (default): answer Slack and place calls; web, worker: the same apart, for "
        "several machines; migrate: update the database; "
        "try: a workspace and a Zeeg of your own on a local page, that ring nobody; "
        "doctor: look whether everything is set up, and say how to mend what is not; "
        "subscribe: have Zeeg tell the bot how calls end",
    )
    parser.add_argument(
        "where",
        nargs="?",
        default="",
        help="subscribe: the bot's own https:// address; doctor: a channel to look at (C…)",
    )
    parser.add_argument("--port", type=int, help="the port of the page of try (4000)")
    parser.add_argument(
        "--hold",
        action="store_true",
        help="try with HOLD_SCHEDULED_CALLS=true: Cancel and Reschedule work",
    )
    arguments = parser.parse_args(argv)
    if arguments.where and arguments.command not in TELLING:
        parser.error(f"{arguments.command} takes nothing behind it")
    if arguments.command != TRY and (arguments.hold or arguments.port is not None):
        parser.error("--port and --hold are for try: set PORT or HOLD_SCHEDULED_CALLS instead")
    return arguments


def _complain(headline: str, sentences: Sequence[str]) -> int:
    print(headline, *(f"  - {sentence}" for sentence in sentences), sep="\n", file=sys.stderr)
    return 2


def _settings() -> Settings:
    """Read the settings; with a country that is none every number would be refused."""
    settings = read_settings(_environment())
    named = {
        "DEFAULT_REGION": {settings.default_region} if settings.default_region else frozenset(),
        "ALLOWED_COUNTRIES": settings.allowed_countries,
    }
    if any(named.values()):
        from bot.parsing.phone_facts import is_known

        mistakes = [
            f"{name} names a country that has no telephone numbers: use ISO 3166 codes, like DE"
            for name, regions in named.items()
            if not all(map(is_known, regions))
        ]
        if mistakes:
            raise SettingsError(mistakes)
    return settings


def _environment() -> Mapping[str, str]:
    """Read `.env` where the bot was started, and let real variables win."""
    try:
        kept = dotenv_values(Path(".env"))
    except UnicodeDecodeError as error:
        raise SettingsError([".env is not UTF-8: save it anew in UTF-8"]) from error
    except OSError as error:
        raise SettingsError([f".env cannot be read: {error.strerror}"]) from error
    return {**{name: value for name, value in kept.items() if value}, **os.environ}


def _serving(role: str) -> Callable[[Settings], None]:
    def run(settings: Settings) -> None:
        gc.disable()  # what is loaded now stays: to look through it each time is in vain
        # Heavy imports wait until the settings are known to be right.
        from bot.app import Role, SystemClock, open_house
        from bot.serving import fast_loop, listening, serve, told_to_stop

        async def until_stopped() -> None:
            clock, at = SystemClock(), _crash_point(os.environ.get(CRASH_AT, ""))
            with told_to_stop() as stop, listening(settings.host, settings.port) as door:
                async with open_house(settings, clock=clock, role=Role(role), at=at) as house:
                    gc.freeze()
                    gc.enable()
                    await serve(house.web, door=door, stop=stop, working=house.working)

        with asyncio.Runner(loop_factory=fast_loop()) as runner:
            runner.run(until_stopped())

    return run


def _crash_point(named: str) -> Callable[[str], None]:
    """Read where tests have the process die: "before POST", or "after claim:3" the third time."""
    name, _, nth = named.partition(":")
    passed = itertools.count(1)

    def at(point: str) -> None:
        if point == name and next(passed) == int(nth or 1):
            os._exit(CRASHED)

    return at


def _migrate() -> None:
    """Update the database; where that is done before a release there are often no tokens."""
    from bot.ledger import open_ledger

    database_url, data_key = read_database(_environment())
    open_ledger(database_url, data_key=data_key).close()
    print("The database is up to date.")


def _try(port: int, *, hold: bool) -> None:
    """Run the bot between a workspace and a Zeeg of its own; no setting is read from outside."""
    from bot.playground.trying import forget, try_out

    forget(os.environ)
    logging.getLogger().setLevel(logging.WARNING)
    asyncio.run(try_out(open_own_bot, port=port, hold=hold))


@asynccontextmanager
async def open_own_bot(variables: Mapping[str, str], clock: Clock) -> AsyncIterator[Starlette]:
    """Open the real bot with the trial's variables, unless one of them leads elsewhere."""
    from bot.app import open_house
    from bot.playground.trying import refuse_outside

    settings = read_settings(variables)
    refuse_outside(asdict(settings), variables)
    async with open_house(settings, clock=clock) as house:
        yield house.web


async def _doctor(settings: Settings, where: str) -> int:
    """Look at everything that can be looked at without anybody noticing, a line for each."""
    from bot.app import SystemClock
    from bot.slack.check_up import check_slack

    slack = await check_slack(
        token=settings.slack_bot_token,
        app_token=settings.slack_app_token,
        api_url=settings.slack_api_url,
        channel_id=where or None,
        clock=SystemClock(),
        asks_usergroups=bool(settings.allowed_usergroups),
    )
    webhook = Health.GOOD if settings.zeeg_webhook_token else Health.LOOK
    findings = [
        *slack,
        *await _check_agents(settings),
        await asyncio.to_thread(_check_database, settings),
        Finding(part=Part.WEBHOOK, health=webhook),
    ]
    print(*(line(finding, ENGLISH) for finding in findings), sep="\n")
    return 1 if any(finding.health is Health.BAD for finding in findings) else 0


async def _check_agents(settings: Settings) -> list[Finding]:
    from bot.zeeg.post import zeeg_http
    from bot.zeeg.probe import probe

    async with zeeg_http(url=settings.zeeg_api_url, token=settings.zeeg_api_token) as http:
        return [
            agent_finding(agent.name, await probe(http, agent.uuid), ENGLISH)
            for agent in settings.agents
        ]


def _check_database(settings: Settings) -> Finding:
    from bot.ledger import open_ledger

    try:
        open_ledger(settings.database_url, data_key=settings.hashing_key, migrate=False).close()
    except LedgerError as error:
        health = Health.LOOK if isinstance(error, LedgerOutdatedError) else Health.BAD
        return Finding(part=Part.DATABASE, health=health, facts={"error": str(error)})
    return Finding(part=Part.DATABASE, health=Health.GOOD)


async def _subscribe(settings: Settings, where: str) -> int:
    """Create Zeeg's webhook, and tell what became of its test delivery."""
    from bot.zeeg.post import zeeg_http
    from bot.zeeg.subscribe import subscribe

    address, token = subscribing.callback_address(where), settings.zeeg_webhook_token
    if address is None or token is None:
        print(subscribing.NO_ADDRESS if address is None else subscribing.CLOSED)
        return 2
    async with zeeg_http(url=settings.zeeg_api_url, token=settings.zeeg_api_token) as http:
        try:
            made = await subscribe(http, callback_url=address, token=token)
        except ZeegError as error:
            may_be = isinstance(error, CallUncertainError)
            said = subscribing.not_subscribed(error.failure, may_be=may_be, words=ENGLISH)
            print(*said, sep="\n")
            return 1
    lines = subscribing.subscribed(
        address,
        webhook_uuid=made.webhook_uuid,
        delivered=made.delivered,
        detail=made.detail,
        words=ENGLISH,
    )
    print(*lines, sep="\n")
    return 1 if made.delivered is False else 0


MIGRATE, TRY = "migrate", "try"
TRY_PORT = 4000
TELLING: Mapping[str, Callable[[Settings, str], Coroutine[None, None, int]]] = {
    "doctor": _doctor,
    "subscribe": _subscribe,
}
COMMANDS: Mapping[str, Callable[[Settings], None]] = {
    "serve": _serving("serve"),
    "web": _serving("web"),
    "worker": _serving("worker"),
}

if __name__ == "__main__":
    sys.exit(main())
