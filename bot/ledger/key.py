"""The key of the number hashes: given, or made once and kept beside the database."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine, func, insert, select

from bot.errors import LedgerError
from bot.ledger.door import writing
from bot.ledger.engine import file_of
from bot.ledger.schema import data_key

LOCK = 0x7A656B79  # any number that all instances agree on


def settle_data_key(engine: Engine, given: bytes | None) -> bytes:
    """
    Find the key: the given one, else the one that was made before, else a new one.

    A new one is kept in a file beside SQLite's (`zeegcall.db.key`), on a server in a table.
    Raises LedgerError if the database was filled with another key, because repeats and blocked
    numbers would not be recognised.
    """
    file = _key_file(engine)
    with writing(engine) as connection:
        if file is None:
            connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
        row = connection.execute(select(data_key)).mappings().one_or_none()
        if row is not None:
            kept = _read(file) if file is not None else row["generated"]
            return _matching(_meant(given) or [_from_hex(kept)], row["fingerprint"])
        key = given or _from_hex(_read(file)) or secrets.token_bytes(32)
        generated = None if given else key.hex()
        if file is not None and generated is not None:
            _write(file, generated)
            generated = None
        values = {"id": 1, "fingerprint": _fingerprint(key), "generated": generated}
        connection.execute(insert(data_key).values(values))
        return key


def _meant(given: bytes | None) -> list[bytes | None]:
    """List what a given key may mean: itself, and, if it is what a file of ours holds, that."""
    if given is None:
        return []
    try:
        return [given, bytes.fromhex(given.decode("ascii"))]
    except ValueError:
        return [given]


def _matching(keys: Sequence[bytes | None], fingerprint: str) -> bytes:
    known = [key for key in keys if key is not None]
    if not known:
        raise LedgerError(
            "the data key is gone: set DATA_KEY to what the database's .key file held, or put "
            "that file back"
        )
    for key in known:
        if _fingerprint(key) == fingerprint:
            return key
    raise LedgerError("the data key is not the one that this database was filled with")


def _fingerprint(key: bytes) -> str:
    return hmac.new(key, b"zeegcall data key", hashlib.sha256).hexdigest()


def _from_hex(text: str | None) -> bytes | None:
    try:
        return None if text is None else bytes.fromhex(text)
    except ValueError:
        raise LedgerError("the data key beside the database cannot be read") from None


def _key_file(engine: Engine) -> Path | None:
    file = file_of(engine)
    return None if file is None else file.with_name(f"{file.name}.key")


def _read(file: Path | None) -> str | None:
    if file is None:
        return None
    try:
        return file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"the data key beside the database cannot be read: {error}") from error


def _write(file: Path, text: str) -> None:
    """Write it whole or not at all: half a key would lock the database's owner out."""
    draft = file.with_name(f"{file.name}.new")
    try:
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as new:
            new.write(text + "\n")
            new.flush()
            os.fsync(new.fileno())
        draft.replace(file)
    except OSError as error:
        raise LedgerError(f"the data key cannot be kept: {error.strerror}") from error
