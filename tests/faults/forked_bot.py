"""The bot in a process that is forked from one that has read its modules already."""

import multiprocessing
import os
import sys
from collections.abc import Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import bot.app  # noqa: F401 - so that it is there before the fork
from bot import parsing
from bot.__main__ import main

parsing.warm()

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["__main__", __name__])


def fork_bot(role: str, variables: Mapping[str, str], log: Path) -> ForkServerProcess:
    """Start it; it knows no variables but these, and writes everything it says into `log`."""
    process = FORKS.Process(target=_run, args=(role, dict(variables), log), daemon=True)
    process.start()
    return process


def _run(role: str, variables: dict[str, str], log: Path) -> None:
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(log.parent)
    with log.open("ab") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.exit(main([role]))
