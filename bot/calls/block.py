"""The do-not-call list: numbers that are called by nobody here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.calls.call import Call


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """
    Who put a number on the list, when and why.

    `masked` is all of the number that is kept to be read; the number itself is known by its hash
    only. `reason` is empty if none was given.
    """

    masked: str
    reason: str
    blocked_by: str
    blocked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOff:
    """Who took a number off the list, and when; `block` stood there, here without its reason."""

    block: Block
    unblocked_by: str
    unblocked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockList:
    """The newest of the list, whether there is more of it, and what was taken off it last."""

    newest: Sequence[Block] = ()
    has_more: bool = False
    taken_off: Sequence[TakenOff] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """
    A number is on the do-not-call list: its entry, and whether it is a new one.

    `refused` are the ids of calls that were not sent yet and never will be; `at_zeeg` are calls
    that may still ring, since Zeeg has them or may have them.
    """

    block: Block
    is_new: bool
    refused: tuple[int, ...]
    at_zeeg: tuple[Call, ...]
