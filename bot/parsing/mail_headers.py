"""Finds the head of a pasted mail: who wrote it and when, to whom, and about what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.parsing.found import Span
from bot.parsing.name_shapes import looks_like_person
from bot.parsing.name_words import ROLES

_KEYS = {
    "from": ("from", "von", "de"),
    "when": ("sent", "date", "gesendet", "datum", "envoyé", "enviado", "fecha", "el"),
    "to": ("to", "cc", "bcc", "reply-to", "an", "kopie", "antwort an", "à", "para"),
    "subject": ("subject", "betreff", "objet", "asunto"),
}
_KIND = {key: kind for kind, keys in _KEYS.items() for key in keys}
_LINE = re.compile(
    rf"^[>\s*_]*(?P<key>{'|'.join(_KIND)})[*_]? ?:[*_]? *(?P<value>[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_WROTE = re.compile(
    r"^[>\s]*(?P<when>(?:on|am|le|el) [^\n<>@]{6,50}?\d{1,2}[:h.]\d\d(?: ?[ap]\.?m\b\.?)?"
    r"(?: uhr)?,?(?: schrieb)?) [^\n]{3,120}?(?P<wrote>(?:wrote|a écrit|escribió)? ?:) *$",
    re.IGNORECASE | re.MULTILINE,
)
"""On Fri, Nov 20, 2026 at 4:12 PM Dana Cole <dana@cole.example> wrote:"""

_ANNOUNCED = re.compile(r"^[>\s]*[^\n:]{6,60}:[>\s]*\Z", re.MULTILINE)
"""Begin forwarded message:"""

_LONGEST = 80
_FEWEST_DIGITS = 7
_ADDRESS = re.compile(r"(?P<local>[^\s<>,;:@|]+)@")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailHead:
    """
    What the head of a mail hides: the words in it that are no field of the call.

    `written` tells when it was written, `subjects` are its subjects, each with its label.
    """

    hidden: Sequence[Span] = ()
    written: Sequence[Span] = ()
    subjects: Sequence[Span] = ()


def find_mail_head(text: str) -> MailHead:
    """Find what belongs to the heads of mails in a text; two lines in a row make one."""
    if ":" not in text:
        return MailHead()
    hidden: list[Span] = []
    written: list[Span] = []
    subjects: list[Span] = []
    for head in _heads(text):
        begin = max(0, head[0].start("key") - _LONGEST)
        announced = _ANNOUNCED.search(text, begin, head[0].start())
        if announced is not None:
            hidden.append(Span(start=announced.start(), end=announced.end()))
        for line in head:
            kind = _KIND[line["key"].casefold()]
            whole = Span(start=line.start("key"), end=line.end())
            if kind in {"subject", "when"}:
                (subjects if kind == "subject" else written).append(whole)
            elif kind == "from" or (kind == "to" and _names_somebody(line["value"])):
                hidden.append(Span(start=line.start("key"), end=line.start("value")))
            else:
                hidden.append(whole)
    for wrote in _WROTE.finditer(text):
        hidden += [Span(start=s, end=e) for s, e in (wrote.span("when"), wrote.span("wrote"))]
    return MailHead(hidden=hidden, written=written, subjects=subjects)


def _heads(text: str) -> Iterator[list[re.Match[str]]]:
    head: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        if head and text[head[-1].end() : line.start("key")].strip("\n >*_"):
            yield from _whole(head)
            head = []
        head.append(line)
    yield from _whole(head)


def _whole(head: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Give a head that tells who wrote and something else: "An: Max" alone is a label of ours."""
    kinds = {_KIND[line["key"].casefold()] for line in head}
    if "from" in kinds and len(kinds) > 1:
        yield head


def _names_somebody(value: str) -> bool:
    """Whether it went to a person, or a number: who of the two is to be called, nobody says."""
    if sum(char.isdigit() for char in value) >= _FEWEST_DIGITS:
        return True
    addresses = [found["local"].casefold() for found in _ADDRESS.finditer(value)]
    if addresses:
        return any(local not in ROLES for local in addresses)
    words = value.split()
    return len(words) > 1 and looks_like_person(words)
