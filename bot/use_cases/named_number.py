"""A subcommand's number, and the words behind it."""

import re
from collections.abc import Sequence

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.phone_number import PhoneNumber
from bot.parsing import clear_phones, read_phone
from bot.parsing.slack_text import read_slack_text

NUMBER = re.compile(r"\s*(<tel:[^>]*>|[+(\[]*\d[\d\s()\[\]/.–-]*)")
"""Where the number ends and the reason begins; what is no digit belongs to the reason."""


def read_number(text: str, *, region: str | None) -> tuple[PhoneNumber | Doubt, str]:
    """
    Read the number that a text begins with, and the words behind it; or the only one that stands
    in it; or say what is unclear: a second number that was taken for words would not be blocked.

    `region` is the ISO 3166 code whose national numbers are understood.
    """
    match = NUMBER.match(text)
    if match is None:
        return _only_one(clear_phones(text, region=region), text), ""
    behind = text[match.end() :]
    found = read_phone(match.group().strip(), region=region, is_alone=not behind.strip())
    if found.value is None or not _is_clear(found.doubt):
        return found.doubt or _unreadable(text), ""
    named = _only_one([found.value, *clear_phones(behind, region=region)], text)
    return named, " ".join(read_slack_text(behind).text.strip(" ,;:–—-").split())


def _only_one(phones: Sequence[PhoneNumber], text: str) -> PhoneNumber | Doubt:
    """Take the only number that there is; ask about several."""
    found = {phone.e164: phone for phone in phones}
    if len(found) > 1:
        return Doubt(
            field=Field.PHONE_NUMBER, reason=Reason.SEVERAL, read=text, options=tuple(found)
        )
    return next(iter(found.values()), _unreadable(text))


def _unreadable(text: str) -> Doubt:
    return Doubt(field=Field.PHONE_NUMBER, reason=Reason.UNREADABLE, read=text)


def _is_clear(doubt: Doubt | None) -> bool:
    """Whether it is certain which number is meant, also of one that would be asked about."""
    return doubt is None or doubt.reason is Reason.NUMBER_KIND_UNUSUAL
