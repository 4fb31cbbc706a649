"""
The words after `/zeegcall` that ask for something else than a call.

A whole line that is only a known word is a subcommand, and so is a known word with what it takes
behind it; "block Anna" asks for her number, since it surely asks for no call, and "block Anna
+49 …" is asked about. Everything else is a request: "Help Desk +49 …" is a person.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from enum import StrEnum

from slack_bolt.async_app import AsyncAck

from bot.calls.doubts import Reason
from bot.parsing import VERBS, refusal_in
from bot.parsing.times import read_time
from bot.slack.payloads import Command


class Subcommand(StrEnum):
    """Every subcommand, by the word that is typed."""

    HELP = "help"
    LIST = "list"
    AGAIN = "again"
    CANCEL = "cancel"
    AGENTS = "agents"
    SETTINGS = "settings"
    BLOCK = "block"
    UNBLOCK = "unblock"
    BLOCKED = "blocked"
    FORGET = "forget"
    EXPORT = "export"
    BULK = "bulk"


SYNONYMS: Mapping[Subcommand, str] = {
    Subcommand.HELP: "hilfe aide ayuda ?",
    Subcommand.LIST: "status liste lista reporter",
    Subcommand.AGAIN: "retry repeat redial nochmal wieder erneut encore rappeler repetir",
    Subcommand.AGENTS: "agenten agentes",
    Subcommand.SETTINGS: "einstellungen réglages reglages paramètres ajustes",
    Subcommand.BLOCKED: "gesperrt bloqués bloqueados",
    Subcommand.EXPORT: "exportieren exporter exportar",
    Subcommand.BULK: "sammelanruf masivo groupé csv",
}
"""What people type instead, above all those who read the rest in German, French or Spanish."""

MEANS: Mapping[str, Subcommand] = {
    **{word: meant for meant, words in SYNONYMS.items() for word in words.split()},
    **{verb: Subcommand(deed.value) for deed, verbs in VERBS.items() for verb in verbs.split()},
    **{subcommand.value: subcommand for subcommand in Subcommand},
}

ONLY_TELLS = frozenset({Subcommand.HELP, Subcommand.LIST, Subcommand.AGENTS, Subcommand.BLOCKED})
"""What changes nothing: it may be answered after Slack was acknowledged."""

TAKES_NOBODY = frozenset(
    {
        Subcommand.HELP,
        Subcommand.LIST,
        Subcommand.AGENTS,
        Subcommand.SETTINGS,
        Subcommand.BLOCKED,
        Subcommand.EXPORT,
        Subcommand.BULK,
    }
)
"""What is meant for nobody: with words behind it, and no contact, it is asked about."""

NUMBER = re.compile(r"<tel:|[+(\[]*\d")
HOLDS_CONTACT = re.compile(r"[\d@]")
CALL = re.compile(
    r"(?:(?:call|anruf|appel|llamada) )?(?:#|<#\w+\|)?([0-9]{1,9})>?[.!]*"
    r"(?: (?:please|bitte|svp|por favor)[.!]*)?\Z",
    re.IGNORECASE,
)
"""A call by its number; Slack makes a link of "#42" where a channel has that name."""

AGAIN = re.compile(
    r"(?:(?:call|anruf|appel|llamada) )?(?:#|<#\w+\|)?([1-9][0-9]{0,8})>?[.!,]*\s+(.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
"""A call by its number, and what stands behind it."""

TO_CALL = r"\A(?:please )?(?:call|ring|phone|anruf|r?appel(?:er|le[rz]?)?|llam(?:a|ada|ar)) "
CALL_AGAIN = re.compile(rf"{TO_CALL}(?=again\b|#|<#)", re.IGNORECASE)
CALLS_NUMBER = re.compile(rf"{TO_CALL}(?=[1-9][0-9]{{0,5}}\b)", re.IGNORECASE)
"""What may mean an earlier call by its number, or a short telephone number."""

A_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)

TAKES: Mapping[Subcommand, re.Pattern[str]] = {
    Subcommand.BLOCK: NUMBER,
    Subcommand.UNBLOCK: NUMBER,
    Subcommand.FORGET: NUMBER,
    Subcommand.LIST: re.compile(r"(?:all|alle|tous|toutes|todos|todas)\Z", re.IGNORECASE),
    Subcommand.CANCEL: CALL,
}
"""How what stands behind the word begins; the others take nothing."""

ALIKE = 0.8
"""How alike a word has to be to one of ours, by `difflib`; letters that changed places are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A subcommand, and what was typed behind it, empty if nothing was."""

    subcommand: Subcommand
    argument: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Which call is to be repeated, None for the newest; and when, in words, empty for now."""

    call_id: int | None
    when: str


Answer = Callable[[AsyncAck, Command, str], Awaitable[None]]
"""Answers a subcommand: acknowledges it, and does with its argument what it asks for."""


def read_subcommand(text: str) -> Typed | None:
    """Read a line as a subcommand, None if it is a request for a call."""
    text = CALL_AGAIN.sub("", text.strip(), count=1)
    word, argument = _split(text)
    if word.startswith(("#", "<#")):
        return _typed(Subcommand.AGAIN, text)
    meant = MEANS.get(word)
    return None if meant is None else _typed(meant, argument)


def near_miss(text: str) -> Typed | None:
    """Guess which subcommand a line was meant to be that is none, None if it looks like none."""
    word, argument = _split(text)
    known = MEANS.get(word)
    if known in TAKES_NOBODY and argument and not HOLDS_CONTACT.search(argument):
        return Typed(subcommand=known, argument="")
    refusal = refusal_in(text)
    if refusal is not None and refusal.deed is not None:
        return _asked_for_else(text, Subcommand(refusal.deed.value))
    if CALLS_NUMBER.match(text):
        return _typed(Subcommand.AGAIN, CALLS_NUMBER.sub("", text, count=1))
    meant = [
        typed
        for subcommand in Subcommand
        if _are_alike(word, subcommand) and (typed := _typed(subcommand, argument)) is not None
    ]
    return max(meant, key=lambda typed: _ratio(word, typed.subcommand), default=None)


def _asked_for_else(text: str, subcommand: Subcommand) -> Typed:
    """Take a line that names somebody for a subcommand, which finds their number in it."""
    takes_number = TAKES.get(subcommand) is NUMBER and HOLDS_CONTACT.search(text)
    return Typed(subcommand=subcommand, argument=text.strip() if takes_number else "")


def call_named(argument: str) -> int | None:
    """Read the number of a call, None if there is none."""
    found = CALL.match(argument)
    return int(found[1]) if found else None


def again_named(argument: str) -> Again | None:
    """Read which call is to be repeated, and when; None if that is not all that is said."""
    call_id = call_named(argument)
    if call_id is not None or not argument:
        return Again(call_id=call_id, when="")
    found = AGAIN.match(argument)
    if found and _is_time(found[2]):
        return Again(call_id=int(found[1]), when=found[2])
    return Again(call_id=None, when=argument) if _is_time(argument) else None


def _is_time(words: str) -> bool:
    """Whether words are a time and nothing else, clear or not, wherever and whenever it is."""
    reading = read_time(words, now=A_MOMENT, tz="UTC", locale=None)
    is_unclear = reading.doubt is not None and reading.doubt.reason is Reason.TIME_UNCLEAR
    return reading.at is not None and not is_unclear


def _split(text: str) -> tuple[str, str]:
    word, *rest = text.split(maxsplit=1)[:2] or [""]
    return word.casefold(), rest[0].strip() if rest else ""


def _are_alike(word: str, subcommand: Subcommand) -> bool:
    if abs(len(word) - len(subcommand)) > 2:
        return False
    return sorted(word) == sorted(subcommand) or _ratio(word, subcommand) >= ALIKE


def _ratio(word: str, subcommand: Subcommand) -> float:
    return SequenceMatcher(None, word, subcommand.value).ratio()


def _typed(subcommand: Subcommand, argument: str) -> Typed | None:
    takes = TAKES.get(subcommand)
    if takes is NUMBER and not HOLDS_CONTACT.search(argument):
        return Typed(subcommand=subcommand, argument="")
    if subcommand is Subcommand.AGAIN:
        return Typed(subcommand=subcommand, argument=argument) if again_named(argument) else None
    if argument and (takes is None or not takes.match(argument)):
        return None
    return Typed(subcommand=subcommand, argument=argument)
