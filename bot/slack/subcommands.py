"""
The words after `/zeegcall` that ask for something else than a call.

A whole line that is only a known word is a subcommand, and so is a known word with what it takes
behind it. Everything else is a request: "Help Desk +49 …" is a person.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from slack_bolt.async_app import AsyncAck

from bot.slack.payloads import Command


class Subcommand(StrEnum):
    """Every subcommand, by the word that is typed."""

    HELP = "help"
    BLOCK = "block"
    UNBLOCK = "unblock"
    BLOCKED = "blocked"


NUMBER = re.compile(r"<tel:|[+(\[]*\d")

TAKES: Mapping[Subcommand, re.Pattern[str]] = {
    Subcommand.BLOCK: NUMBER,
    Subcommand.UNBLOCK: NUMBER,
}
"""How what stands behind the word begins; the others take nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A subcommand, and what was typed behind it, empty if nothing was."""

    subcommand: Subcommand
    argument: str


Answer = Callable[[AsyncAck, Command, str], Awaitable[None]]
"""Answers a subcommand: acknowledges it, and does with its argument what it asks for."""


def read_subcommand(text: str) -> Typed | None:
    """Read a line as a subcommand, None if it is a request for a call."""
    word, *rest = text.split(maxsplit=1)[:2] or [""]
    if word.casefold() not in set(Subcommand):
        return None
    subcommand = Subcommand(word.casefold())
    argument = rest[0].strip() if rest else ""
    takes = TAKES.get(subcommand)
    if argument and (takes is None or not takes.match(argument)):
        return None
    return Typed(subcommand=subcommand, argument=argument)
