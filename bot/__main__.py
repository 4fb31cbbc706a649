"""The terminal's door: `python -m bot` serves, and the other words do one thing each."""

import argparse
import asyncio
import itertools
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path

from dotenv import dotenv_values
from starlette.applications import Starlette

from bot.errors import BotError, SettingsError
from bot.ports import Clock
from bot.settings import Settings, read_settings

CRASH_AT = "ZEEGCALL_CRASH_AT"
CRASHED = 137


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says; give the exit status."""
    parser = argparse.ArgumentParser(prog="zeegcall", description="Place phone calls from Slack.")
    parser.add_argument(
        "command",
        nargs="?",
        default="serve",
        choices=sorted([*COMMANDS, TRY]),
        help="serve (default): answer Slack and place calls; web, worker: the same apart, for "
        "several machines; migrate: update the database; "
        "try: a workspace and a Zeeg of your own on a local page, that ring nobody",
    )
    parser.add_argument("--port", type=int, default=4000, help="where the page of try is")
    arguments = parser.parse_args(argv)
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        if arguments.command == TRY:
            _try(arguments.port)
        else:
            COMMANDS[arguments.command](read_settings(_environment()))
    except SettingsError as error:
        return _complain("These settings need a look:", error.mistakes)
    except BotError as error:
        return _complain("It could not start:", [str(error)])
    return 0


def _complain(headline: str, sentences: Sequence[str]) -> int:
    print(headline, *(f"  - {sentence}" for sentence in sentences), sep="\n", file=sys.stderr)
    return 2


def _environment() -> Mapping[str, str]:
    """Read `.env` beside the program, and let real variables win."""
    try:
        kept = dotenv_values(Path(".env"))
    except UnicodeDecodeError as error:
        raise SettingsError([".env is not UTF-8: save it anew in UTF-8"]) from error
    return {**{name: value for name, value in kept.items() if value}, **os.environ}


def _serving(role: str) -> Callable[[Settings], None]:
    def run(settings: Settings) -> None:
        # Heavy imports wait until the settings are known to be right.
        from bot.app import Role, SystemClock, open_house
        from bot.serving import listening, serve, told_to_stop

        async def until_stopped() -> None:
            clock, at = SystemClock(), _crash_point(os.environ.get(CRASH_AT, ""))
            with told_to_stop() as stop, listening(settings.host, settings.port) as door:
                async with open_house(settings, clock=clock, role=Role(role), at=at) as house:
                    await serve(house.web, door=door, stop=stop, working=house.working)

        asyncio.run(until_stopped())

    return run


def _crash_point(named: str) -> Callable[[str], None]:
    """Read where tests have the process die: "before POST", or "after claim:3" the third time."""
    name, _, nth = named.partition(":")
    passed = itertools.count(1)

    def at(point: str) -> None:
        if point == name and next(passed) == int(nth or 1):
            os._exit(CRASHED)

    return at


def _migrate(settings: Settings) -> None:
    from bot.ledger import open_ledger

    open_ledger(settings.database_url).close()
    print("The database is up to date.")


def _try(port: int) -> None:
    """Run the bot between a workspace and a Zeeg of its own; no setting is read from outside."""
    from bot.playground.trying import forget, try_out

    forget(os.environ)
    logging.getLogger().setLevel(logging.WARNING)
    asyncio.run(try_out(open_own_bot, port=port))


@asynccontextmanager
async def open_own_bot(variables: Mapping[str, str], clock: Clock) -> AsyncIterator[Starlette]:
    """Open the real bot with the trial's variables, unless one of them leads elsewhere."""
    from bot.app import open_house
    from bot.playground.trying import refuse_outside

    settings = read_settings(variables)
    refuse_outside(asdict(settings), variables)
    async with open_house(settings, clock=clock) as house:
        yield house.web


TRY = "try"
COMMANDS: Mapping[str, Callable[[Settings], None]] = {
    "serve": _serving("serve"),
    "web": _serving("web"),
    "worker": _serving("worker"),
    "migrate": _migrate,
}

if __name__ == "__main__":
    sys.exit(main())
