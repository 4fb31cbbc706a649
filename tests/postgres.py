"""A PostgreSQL server of the tests' own: made in a temporary directory, thrown away afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from sqlalchemy import create_engine, text

NEEDED = ("initdb", "pg_ctl", "postgres")
UNPRIVILEGED = ("postgres", "nobody")
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses=''"


def find_binaries() -> Path | None:
    """Find the directory of the server's programs, None if there is none on this machine."""
    tried = [Path(found).resolve().parent for found in [shutil.which("postgres")] if found]
    pg_config = shutil.which("pg_config")
    if pg_config:
        answer = subprocess.run(  # noqa: S603 - found on PATH
            [pg_config, "--bindir"], capture_output=True, text=True, check=True
        )
        tried.append(Path(answer.stdout.strip()))
    tried += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((at for at in tried if all((at / name).exists() for name in NEEDED)), None)


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """Run a server on a socket in a temporary directory; give the URL of its first database."""
    user = _unprivileged_user()
    home = Path(tempfile.mkdtemp(prefix="zeegcall-pg-"))
    if user is not None:
        shutil.chown(home, user)
    data = home / "data"
    try:
        _run([binaries / "initdb", "-D", data, "-U", "zeegcall", *_INITIAL], user)
        options = f"-k {home} {QUICK}"
        start: list[str | Path] = ["-D", data, "-l", home / "log", "-w", "-o", options, "start"]
        _run([binaries / "pg_ctl", *start], user)
        try:
            yield f"postgresql://zeegcall@/postgres?host={home}"
        finally:
            _run([binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], user)
    finally:
        shutil.rmtree(home)


@contextmanager
def own_database(server_url: str) -> Iterator[str]:
    """Make an empty database beside the one that the URL names, and drop it afterwards."""
    address = server_url.partition("://")[2]
    engine = create_engine(f"postgresql+psycopg://{address}", isolation_level="AUTOCOMMIT")
    name = f"zeegcall_test_{token_hex(6)}"
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
        yield engine.url.set(drivername="postgres", database=name).render_as_string(
            hide_password=False
        )
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        engine.dispose()


_INITIAL = ("-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")


def _unprivileged_user() -> str | None:
    """Name who runs the server: it refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    known = {line.partition(":")[0] for line in Path("/etc/passwd").read_text().splitlines()}
    return next(user for user in UNPRIVILEGED if user in known)


def _run(command: Sequence[str | Path], user: str | None) -> None:
    # the server keeps what it inherits open: a pipe would never end
    subprocess.run(  # noqa: S603 - the server's own programs
        command,
        check=True,
        user=user,
        extra_groups=None if user is None else [],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
