"""Hides phone numbers and emails where others can read."""

import re

from bot.calls.form import FIELD_LIMIT
from bot.messages.blocks import clip

DOTS = "\N{BULLET}" * 4

NORTH_AMERICA = "1"
AREA_CODE = 3  # digits, and no fewer, of each number there

# ITU-T E.164 country codes have one, two or three digits, and no code begins another.
ONE_DIGIT = frozenset("17")
TWO_DIGITS = frozenset(
    str(code)
    for code in (
        *(20, 27, *range(30, 35), 36, 39, 40, 41, *range(43, 50), *range(51, 59)),
        *(*range(60, 67), 81, 82, 84, 86, *range(90, 96), 98),
    )
)

AT = "@\N{FULLWIDTH COMMERCIAL AT}\N{SMALL COMMERCIAL AT}"
PART = rf"[^\s{AT}<>()\[\]{{}},;:\"|]{{1,254}}"
EMAIL = re.compile(rf"{PART}[{AT}]{PART}\.{PART}")

BETWEEN_DIGITS = (
    r"\s().\-/"
    "\N{MIDDLE DOT}\N{BULLET}\N{ONE DOT LEADER}\N{HYPHENATION POINT}\N{FULLWIDTH FULL STOP}"
    "\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{SMALL HYPHEN-MINUS}"
    "\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}"
)
"""What people and language models write between the digits of a number."""

DIGITS = re.compile(rf"\+?\(?\d(?:[{BETWEEN_DIGITS}]{{0,3}}\d){{6,}}")


def mask_number(e164: str) -> str:
    """Show enough of a number to know it again, too little to call it: "+49 151 ••••5678"."""
    digits = e164.removeprefix("+")
    length = 1 if digits[:1] in ONE_DIGIT else 2 if digits[:2] in TWO_DIGITS else 3
    code, national = digits[:length], digits[length:]
    last = national[-4:] if len(national) > 8 else national[-2:]
    first = national[: max(0, min(3, len(national) - len(last) - 4))]
    if code == NORTH_AMERICA and len(first) < AREA_CODE:
        first = ""  # two digits of an area code tell of another place
    return " ".join(part for part in (f"+{code}", first, f"{DOTS}{last}") if part)


def mask_text(text: str) -> str:
    """Hide every phone number and email in running text."""
    without_emails = EMAIL.sub(DOTS, text)
    return DIGITS.sub(lambda found: _mask_found(found.group()), without_emails)


def _mask_found(written: str) -> str:
    digits = [character for character in written if character.isdigit()]
    return f"{DOTS}{''.join(digits[-2:])}"


def mask_field(text: str) -> str:
    """Mask a text, as much of it as a field of the form takes."""
    return clip(mask_text(text), FIELD_LIMIT)
