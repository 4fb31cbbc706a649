"""Tells how far a text begins with words that may be a time, though no rule reads them as one."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.parsing.times.line import Line, line_of, read_locale
from bot.parsing.times.roles import roles_of

_LONGEST = 80  # characters, of which a time is the beginning
_MAYBE_TIMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"[gorABbIOFRPMqps]*T(?![ok])",  # later, every morning, end of next week
        r"[gorABbIOFRPMNHndeqpsh]*T(?=\$)",  # 12 nachts
        r"[NHnde]o[gBA]*[TPM](?!k)",  # fifteenth of this month
        r"[gAorsn]*[BbIFR][gorABbRNHns]*[PMhq](?!k)",  # next few days, alle 2 Tage
        r"[gA]*O[gorABbRs]*[PMT](?=\$)",  # by christmas
        r"[gA]*O[gA]*(?:C|[Hn]h?)(?![PMgr])",  # before 4
        r"[gA]*F[gA]*(?:C(?:rC)?|[Hn][gprA]+[Hn](?![PMhc]))",  # between 0730-0930
        r"I[NHn](?![PMhgor])",  # in 15
        r"A[gp]*q|A[NHn]y|qy|ny|[NH]y(?=\$)",  # at quarter past, at 20 past
        r"[gA]*C(?![or])|[gA]*Cr[CHn](?![PMh])",  # 1730, 9.30-11
        r"[gA]*[Hn]h(?!o)",  # 9 heures
        r"[gA]*(?:d(?!k)|e(?=\$))",  # 22nd
        r"[gBbIOFA]*M[gr]*[NHnde](?![PMh])",  # dec 2
        r"HrH(?![rPMhNH])",  # 14 bis 15
        r"(?:[gA]P?n|B[NH]g[NH]|(?:n[gr]?){3,})(?=\$)",  # le vingt-sept, twelve-oh-three
        r"[NHns]+Pf|[gA]*[NHn]?Pb",  # 3 fortnights hence, la semaine à venir
        r"D(?=\$)|pq(?=\$)|[gn]*Po[gB]*[MT](?=\$)",  # daily, y cuarto, semana de mayo
    )
)
"""What may be a time, in the letters of `roles`."""

_THINGS = re.compile(
    r"(?:later|late|early|tarde|fruh|spat)[ -](?:stage|adopter|bird|pay|fee|deliver|date|"
    r"booking|career|retire|access|buch)|"
    r"(?:morning|afternoon|evening|night|day|weekend|weekday|holiday)s?[ -](?:person|people|class|"
    r"course|school|shift|rate|owl|nurse|trip|break|guard|job|worker|staff|porter)|"
    r"lunch[ -](?:menu|box|order)|(?:next[ -]day|overnight)[ -](?:deliver|shipping)|one day|"
    r"bank holiday|after[ -]hours|"
    r"(?:gleich|bald|pronto|bientot|luego|soon)[ -](?:\d|zwei|drei|mehrere|de\b|to\b)|"
    r"despues de\b|pronto pago|spater mal|jeu (?:concours|video)|"
    r"sun[ -](?:cream|screen|protect|glass|bed|roof|shade)|sat[ -](?:nav|phone|tv|dish)"
)
"""Later stage, evening class, sun cream: words of a time that are the first half of a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """Where the words end that may be a time, and whether there are no others."""

    end: int
    is_all: bool


def find_beginning(text: str, *, now: datetime, tz: str, locale: str | None) -> Beginning | None:
    """Find the words with which `text` begins that may be a time: "later" in "later demo"."""
    indent = len(text) - len(text.lstrip(" \t\n\"'(*_@.!?-"))
    line = line_of(text[indent : indent + _LONGEST], read_locale(locale, tz))
    roles = roles_of(line, year=now.year)
    if not roles.letters or "x" in roles.letters:
        return None
    ends = [found.end() for each in _MAYBE_TIMES if (found := each.match(roles.letters))]
    if not ends or _THINGS.match(_folded(line)):
        return None
    phrases = max(ends)
    return Beginning(
        end=indent + line.tokens[roles.ends[phrases - 1] - 1].end,
        is_all=roles.letters[phrases:] == "$" and len(text) <= indent + _LONGEST,
    )


def _folded(line: Line) -> str:
    return "".join(f"{'' if each.joined else ' '}{each.text}" for each in line.tokens).lstrip()
