"""Slack's text → plain text: tokens unwrapped, entities decoded, odd characters made usual."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from bot.parsing.found import Span
from bot.parsing.odd_characters import MASK, plain_character, shown_character

__all__ = ["MASK", "Link", "LinkKind", "PlainText", "as_typed", "read_slack_text"]

_TOKEN = re.compile(
    r"<(?:(?P<kind>[@#!])|(?P<scheme>(?i:tel|mailto|[a-z][a-z0-9+.]*(?=://))):)"
    r"(?P<target>[^<>|\n]*)(?:\|(?P<label>[^<>\n]*))?>"
)
_DATE = re.compile(r"date\^(?P<at>[0-9]{9,11})\^(?P<format>[^^|>]*)")
_ODD = re.compile(r"<|&(?:lt|gt|amp);|\r\n?|[^\n\x20-\x7e]")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_JOINERS = "\u200c\u200d"  # part of Persian words and of emoji: read without, shown with
_RIGHT_TO_LEFT_OVERRIDE = "\u202e"


class LinkKind(StrEnum):
    """What a token of Slack's points to."""

    PHONE = "phone"
    EMAIL = "email"
    PAGE = "page"
    MENTION = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Span):
    """A token of Slack's in the plain text; `label` is what its reader sees, empty if nothing."""

    kind: LinkKind
    target: str
    label: str = ""


@dataclass(slots=True)
class PlainText:
    """
    Text that finders can read, and the way back to what Slack sent.

    Each plain character knows the given characters that it came from, and how a person should
    see it again: digits and quotation marks of other scripts stay as they were typed.
    """

    text: str = ""
    links: list[Link] = field(default_factory=list)
    reversed_by_override: bool = False
    tabs: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    def given(self, span: Span) -> tuple[int, int]:
        """Start and end, in the given text, of a span that is not empty."""
        return self.starts[span.start], self.ends[span.end - 1]

    def quote(self, start: int, end: int) -> str:
        """Plain characters `start` to `end` as they were typed."""
        return "".join(self.shown[start:end])


def as_typed(given: str) -> str:
    """Give back what somebody typed, as they saw it, from what Slack sent."""
    plain = read_slack_text(given)
    return plain.quote(0, len(plain.text))


def read_slack_text(given: str) -> PlainText:
    """Make plain text of what Slack sends, whatever it is."""
    return _Writer(given).write_all()


class _Writer:
    """Writes plain characters one after the other and notes where each came from."""

    def __init__(self, given: str) -> None:
        self.given = given
        self.chars: list[str] = []
        self.plain = PlainText(reversed_by_override=_RIGHT_TO_LEFT_OVERRIDE in given)

    def write_all(self) -> PlainText:
        at = 0
        while (odd := _ODD.search(self.given, at)) is not None:
            self._copy(at, odd.start())
            token = _TOKEN.match(self.given, odd.start()) if odd.group() == "<" else None
            at = (token or odd).end()
            if token is None:
                self._write_odd(odd)
            else:
                self._write_token(token)
        self._copy(at, len(self.given))
        self.plain.text = "".join(self.chars)
        return self.plain

    def _copy(self, start: int, end: int) -> None:
        self.chars += self.given[start:end]
        self.plain.shown += self.given[start:end]
        self.plain.starts += range(start, end)
        self.plain.ends += range(start + 1, end + 1)

    def _put(self, char: str, shown: str, start: int, end: int) -> None:
        self.chars.append(char)
        self.plain.shown.append(shown)
        self.plain.starts.append(start)
        self.plain.ends.append(end)

    def _write_odd(self, odd: re.Match[str]) -> None:
        piece = odd.group()
        if piece == "<" or piece in _ENTITIES:
            char = _ENTITIES.get(piece, piece)
            self._put(char, char, odd.start(), odd.end())
        elif char := plain_character(piece[0]):
            self.plain.tabs += [len(self.chars)] if piece == "\t" else []
            self._put(char, shown_character(piece[0]), odd.start(), odd.end())
        elif piece in _JOINERS and self.plain.shown:
            self.plain.shown[-1] += piece

    def _write_range(self, start: int, end: int) -> None:
        """Write given characters in which nothing is a token."""
        at = start
        while (odd := _ODD.search(self.given, at, end)) is not None:
            self._copy(at, odd.start())
            self._write_odd(odd)
            at = odd.end()
        self._copy(at, end)

    def _write_token(self, token: re.Match[str]) -> None:
        first = len(self.chars)
        kind = _kind_of(token)
        label = token.group("label") or ""
        moment = _DATE.match(token.group("target")) if token.group("kind") == "!" else None
        if moment is not None:
            at = datetime.fromtimestamp(int(moment["at"]), UTC)
            shows_clock = "{time" in moment["format"]
            self._write_date(
                token, f"{at:%Y-%m-%d %H:%M} UTC" if shows_clock else f"{at:%Y-%m-%d}"
            )
            return
        if kind is LinkKind.MENTION:
            self._write_mention(token)
        elif not label or _is_only_a_name(label, kind):
            self._write_range(*token.span("target" if kind is not LinkKind.PAGE else 0))
        else:
            self._write_range(*token.span("label"))
        if len(self.chars) == first:
            return
        link = Link(
            start=first,
            end=len(self.chars),
            kind=kind,
            target=_decoded(token.group("target")),
            label=_decoded(label),
        )
        self.plain.links.append(link)
        if kind is LinkKind.PAGE:
            self._show_page(token, link)
        elif label and _is_only_a_name(label, kind):
            self._put(" ", " ", token.end("target"), token.start("label"))
            self._write_range(*token.span("label"))
        self.plain.starts[first] = token.start()
        self.plain.ends[-1] = token.end()

    def _write_date(self, token: re.Match[str], words: str) -> None:
        """Write the moment that each reader sees by their own clock; it is shown as it was."""
        for char in words:
            self._put(char, "", token.start(), token.end())
        self.plain.shown[-len(words)] = _decoded(token.group("label") or "") or words

    def _write_mention(self, token: re.Match[str]) -> None:
        mark = token.group("kind")
        first = len(self.chars)
        if token.group("label") is None:
            self._write_range(token.start("kind"), token.end("target"))
            self.plain.shown[-1] = token.group()
            for at in range(len(self.chars) - 1, first, -1):
                self.plain.shown[at - 1] = ""
            return
        if mark in "@#":
            self._put(mark, mark, token.start("kind"), token.end("kind"))
        self._write_range(*token.span("label"))

    def _show_page(self, token: re.Match[str], link: Link) -> None:
        """Show a page's address, with its label before it if that is another text."""
        page = f"{token.group('scheme')}:{link.target}"
        same = not link.label or _bare_address(link.label) == _bare_address(page)
        self.plain.shown[link.start : link.end] = [""] * (link.end - link.start)
        self.plain.shown[link.start] = page if same else f"{link.label} ({page})"


def _kind_of(token: re.Match[str]) -> LinkKind:
    match (token.group("scheme") or "").lower():
        case "":
            return LinkKind.MENTION
        case "tel":
            return LinkKind.PHONE
        case "mailto":
            return LinkKind.EMAIL
        case _:
            return LinkKind.PAGE


def _is_only_a_name(label: str, kind: LinkKind) -> bool:
    """Whether a link to a number or address is labelled with words instead of a number or one."""
    if kind is LinkKind.PHONE:
        return not any(char.isdigit() for char in label)
    return kind is LinkKind.EMAIL and "@" not in label


def _bare_address(page: str) -> str:
    """Take from a page's address what browsers add to it."""
    return page.casefold().rpartition("://")[2].removeprefix("www.").rstrip("/")


def _decoded(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
