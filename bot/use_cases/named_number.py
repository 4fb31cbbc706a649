"""A subcommand's number, and the words behind it."""

import re

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.phone_number import PhoneNumber
from bot.parsing import clear_phones, read_phone
from bot.parsing.slack_text import read_slack_text

NUMBER = re.compile(r"\s*(<tel:[^>]*>|[+(\[]*\d[\d\s()\[\]/.–-]*)")
"""Where the number ends and the reason begins; what is no digit belongs to the reason."""


def read_number(text: str, *, region: str | None) -> tuple[PhoneNumber | Doubt, str]:
    """
    Read the number that a text begins with, and the words behind it; or the only one that stands
    in it; or say what is unclear.

    `region` is the ISO 3166 code whose national numbers are understood.
    """
    match = NUMBER.match(text)
    unreadable = Doubt(field=Field.PHONE_NUMBER, reason=Reason.UNREADABLE, read=text)
    if match is None:
        return _only_number(text, region=region) or unreadable, ""
    is_alone = not text[match.end() :].strip()
    found = read_phone(match.group().strip(), region=region, is_alone=is_alone)
    if found.value is None or not _is_clear(found.doubt):
        return found.doubt or unreadable, ""
    behind = read_slack_text(text[match.end() :]).text.strip(" ,;:–—-")
    return found.value, " ".join(behind.split())


def _only_number(text: str, *, region: str | None) -> PhoneNumber | None:
    """Find the one number of a line that begins with other words: "Anna Meyer +49 …"."""
    found = {phone.e164: phone for phone in clear_phones(text, region=region)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_clear(doubt: Doubt | None) -> bool:
    """Whether it is certain which number is meant, also of one that would be asked about."""
    return doubt is None or doubt.reason is Reason.NUMBER_KIND_UNUSUAL
