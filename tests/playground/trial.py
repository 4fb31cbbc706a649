"""Runs `python -m bot try` in a process of its own, as a person would in a terminal."""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextlib.contextmanager
def trying(
    folder: Path, *words: str, variables: Mapping[str, str] | None = None
) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """
    Start it in `folder`, and give the address that it tells and its process.

    It is ended by SIGTERM, and must then leave by itself with status 0.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(variables or {})}
    command = [sys.executable, "-m", "bot", "try", *(words or ("--port", "0"))]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+", told)
            assert found, f"it told no address but {told!r}"
            yield found[0], process
        finally:
            process.terminate()
            status = process.wait(timeout=30)
        assert status == 0
