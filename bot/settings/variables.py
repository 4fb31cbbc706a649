"""Values out of the environment's variables; what is wrong with them is collected, in words."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

T = TypeVar("T")
D = TypeVar("D")

TRUE = frozenset({"true", "yes", "on", "1"})
FALSE = frozenset({"false", "no", "off", "0"})
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HOST_NAME = re.compile(r"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})*|[0-9a-f:]+")
DURATION = re.compile(r"([0-9]{1,7}) ?(s|seconds?|m|min|minutes?|h|hours?|d|days?)?")
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class MalformedError(ValueError):
    """A value that cannot be; the text says what it must be instead, and never repeats it."""


class Variables:
    """
    The variables, and what is wrong with them so far.

    A variable that is empty counts as one that is not set.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.mistakes: list[str] = []

    def text(self, name: str) -> str:
        """Give what stands in a variable, empty if nothing does."""
        return self._environ.get(name, "").strip()

    def read(self, name: str, parse: Callable[[str], T], default: D) -> T | D:
        """Read a variable that need not be set."""
        text = self.text(name)
        if not text:
            return default
        try:
            return parse(text)
        except MalformedError as error:
            self.mistakes.append(f"{name} {error}")
            return default

    def need(self, name: str, parse: Callable[[str], str], how: str) -> str:
        """Read a variable that must be set; `how` says where its value comes from."""
        if not self.text(name):
            self.mistakes.append(f"{name} is missing: {how}")
        return self.read(name, parse, "")


def word(text: str) -> str:
    """Read what is one piece of printable ASCII: a token, a key, a host."""
    if not (text.isascii() and text.isprintable()) or " " in text:
        raise MalformedError("holds a space or a sign that cannot be in it: copy it again")
    return text


def token_starting_with(prefix: str, *, hints: Mapping[str, str]) -> Callable[[str], str]:
    """Read a token of this kind; `hints` say by another kind's prefix what was mistaken for it."""

    def parse(text: str) -> str:
        for other, hint in hints.items():
            if text.startswith(other):
                raise MalformedError(hint)
        if prefix and not re.fullmatch(re.escape(prefix) + r".*[A-Za-z0-9].*", text):
            raise MalformedError(f"must start with {prefix} and go on")
        return word(text)

    return parse


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Read a whole number within these bounds."""

    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise MalformedError(f"must be a whole number from {least} to {most}")
        return int(text)

    return parse


def yes_or_no(text: str) -> bool:
    """Read true or false."""
    if text.lower() not in TRUE | FALSE:
        raise MalformedError("must be true or false")
    return text.lower() in TRUE


def duration(text: str) -> timedelta:
    """Read `2h`, `90m`, `45 minutes`; a bare number is in seconds."""
    match = DURATION.fullmatch(text.lower())
    seconds = int(match[1]) * UNITS[(match[2] or "s")[0]] if match else 0
    if not 60 <= seconds <= 30 * 86400:
        raise MalformedError("must be a span from a minute to 30 days, like 2h, 90m or 7200s")
    return timedelta(seconds=seconds)


def zone(text: str) -> ZoneInfo:
    """Read an IANA time zone."""
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise MalformedError("must be an IANA time zone, like UTC or Europe/Berlin") from None


def region(text: str) -> str:
    """Read a country's ISO 3166 code."""
    code = text.upper()
    if code == "UK":
        raise MalformedError("must be GB for the United Kingdom, as ISO 3166 has it")
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise MalformedError("must be made of ISO 3166 country codes of two letters, like DE")
    return code


def several(parse: Callable[[str], str]) -> Callable[[str], frozenset[str]]:
    """Read a list with commas or spaces between its parts."""
    return lambda text: frozenset(parse(part) for part in re.split(r"[,;\s]+", text) if part)


def slack_ids(first: str, what: str) -> Callable[[str], frozenset[str]]:
    """Read Slack's ids of one kind, known by their first letter."""

    def parse(text: str) -> str:
        if not re.fullmatch(rf"[{first}][A-Z0-9]+", text):
            kinds = " or ".join(f"{letter}…" for letter in first)
            raise MalformedError(f"must list {what} IDs ({kinds}), not names: copy them in Slack")
        return text

    return several(parse)


def url(text: str) -> str:
    """Read an https address (or http on this machine), without a slash at its end."""
    if _is_safe(word(text)):
        return text.rstrip("/")
    raise MalformedError(
        "must be an https:// address without password and question mark (http:// only for "
        "localhost)"
    )


def _is_safe(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    is_private = parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)
    return is_private and bool(HOST_NAME.fullmatch(host)) and not _says_more(parts)


def _says_more(parts: SplitResult) -> bool:
    return bool(parts.query or parts.fragment or "@" in parts.netloc)
