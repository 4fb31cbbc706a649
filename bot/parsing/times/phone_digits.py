"""Tells which numbers of a line belong to something like a phone number."""

import re
from collections.abc import Sequence

from bot.parsing.times.tokens import Token

_CLOCK_OR_DATE = re.compile(
    r"""
    (?<![\d./-]) \d{4} - \d\d - \d\d [t_ -] \d\d : \d\d
        (?: : \d\d (?: [.,]\d+ )? (?: [+-]\d\d:?\d\d )? )? (?! [\d:] )
    | (?<!\d) 20\d\d [01]\d [0-3]\d t \d{4} (?:\d\d)? (?! \d )
    | (?<![\d./-]) DAY \. DAY \.? [ ] (?: [01]?\d | 2[0-3] ) [.:] [0-5]\d (?! [./:-]? [ ]? \d )
    | (?<![\d:.]) \d{1,2} : \d{2} (?: :\d{2} )? (?! [\d:] )
    | (?<!\d) \d{1,2} (?: [.:]\d{2} )? [ ]? (?: uhr | [ap]\.?m\b\.? | h\d{0,2}\b | heures? \b
        | o'?clock | hrs?\b | horas?\b | min | st(?:d|unden?)\b | hours?\b | days?\b )
    | (?<![\d./-]) \d{4} ([-/.]) \d{1,2} \1 \d{1,2} (?! [-/.]?\d )
    | (?<![\d./-]) DAY ([-/.]) DAY \2 (?: \d{4} | \d{2} )? (?! [-/.]?\d )
    | (?<![\d./-]) DAY \. [ ]? DAY \. [ ]? 20\d\d (?! [-/.]?\d )
    | (?<![\d./-]) DAY / DAY (?! [-/.]?\d )
    | (?<!\d) [0-3]?\d (?: \. | st | nd | rd | th )? [ ]? (?: of[ ]|de[ ] )?
        (?: jan | feb | fev | mar | ap[rt] | avr | abr | ma[iy] | ju[nlil] | aug | aou | ago | sep
          | o[ck]t | nov | de[czs] | ene | dic | mrz ) [a-z]* \.? (?: [ ]?,?[ ]? 20\d\d \b )?
    | \b (?: at | um | gegen | a[ ]las? | vers | @ ) [ ]? [012]?\d \b (?! [-/.]?\d )
    """.replace("DAY", r"(?:0?[1-9]|[12]\d|3[01])"),
    re.VERBOSE,
)
_PHONE = re.compile(r"\+?[(\[]{0,2}\d(?:[ ()\[\]./+-]{0,3}\d)+")
_FEWEST = 7  # digits of a number that a network would dial
_LONGEST_GROUP = 5


def phone_tokens(tokens: Sequence[Token], text: str = "") -> frozenset[int]:
    """Return the indices of the tokens whose digits belong to a phone-like run."""
    folded = text or _rebuilt(tokens)
    if not any(_like_a_phone(found.group()) for found in _PHONE.finditer(folded)):
        return frozenset()  # and none becomes one by what is masked of it
    masked = _CLOCK_OR_DATE.sub(lambda found: "\x00" * len(found.group()), folded)
    spans = [found.span() for found in _PHONE.finditer(masked) if _like_a_phone(found.group())]
    dead: set[int] = set()
    at = 0
    for index, token in enumerate(tokens):
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at < len(spans) and spans[at][0] <= token.start and token.text[0].isdecimal():
            dead.add(index)
    return frozenset(dead)


def _rebuilt(tokens: Sequence[Token]) -> str:
    """Return the folded text, with one space wherever there were any."""
    pieces: list[str] = []
    end = 0
    for token in tokens:
        pieces += (" " * (token.start - end), token.text)
        end = token.start + len(token.text)
    return "".join(pieces)


def _like_a_phone(run: str) -> bool:
    groups = re.findall(r"\d+", run)
    digits = sum(map(len, groups))
    abroad = run.startswith("+") and digits >= _FEWEST - 1
    return abroad or digits >= _FEWEST or max(map(len, groups)) >= _LONGEST_GROUP
