"""Finds email addresses in a line, and what was meant to be one."""

import re
import unicodedata
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.found import Found
from bot.parsing.slack_text import MASK

_AROUND = rf"\s<>()\[\]{{}},;:\"|=`{MASK}"
_CHUNK = re.compile(rf"[^{_AROUND}]+")
_SPELLED_AT = re.compile(
    r"(?P<local>[\w.+-]{1,64}) ?[(\[{] ?(?:at|ät|arobase|arroba) ?[)\]}] ?"
    r"(?P<domain>[\w-]{1,63}"
    r"(?: ?(?:\.|[(\[{] ?(?:dot|punkt|point|punto) ?[)\]}]) ?[\w-]{1,63}){1,4})",
    re.IGNORECASE,
)
_BRACKETS_AT = re.compile(r"[(\[{] ?(?:at|ät|arobase|arroba) ?[)\]}]", re.IGNORECASE)
_SPELLED_DOT = re.compile(r" ?(?:\.|[(\[{] ?(?:dot|punkt|point|punto) ?[)\]}]) ?", re.IGNORECASE)
_LOOK_LATIN = {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}
_WRITTEN_TOGETHER = {"HIRAGANA", "KATAKANA", "HANGUL", "KATAKANA-HIRAGANA"}
_TOO_MANY = 50
_LONGEST = 320


def find_emails(text: str) -> list[Found[str]]:
    """
    Find the email addresses in `text`, left to right, each ready to be sent to.

    What has an @ and is no address is found too, with its doubt. The value keeps the case of the
    part before the @, and writes the domain in ASCII.
    """
    if text.count("@") > _TOO_MANY:
        start, end = text.index("@"), text.rindex("@") + 1
        return [_doubtful(start, end, Reason.EMAIL_INVALID, text[start : start + _LONGEST])]
    chunks = (chunk.span() for chunk in _CHUNK.finditer(text) if "@" in chunk.group())
    found = [_read(*_trimmed(text, start, end), text) for start, end in chunks]
    emails = [email for email in found if email is not None]
    if not emails and _BRACKETS_AT.search(text):
        emails = [_read_spelled(match) for match in _SPELLED_AT.finditer(text)]
    return emails


def read_address(text: str) -> Found[str]:
    """Read text that should be one email address and nothing else."""
    trimmed = re.sub(r"^\s*(?:mailto:)?\s*|\s+$", "", text, flags=re.IGNORECASE)
    found = find_emails(trimmed)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(trimmed)):
        return found[0]
    values = [email.value for email in found if email.value is not None]
    reason = Reason.SEVERAL if len(set(values)) > 1 else Reason.UNREADABLE
    return _doubtful(0, len(text), reason, text.strip(), *values)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the punctuation and Slack's marks for bold and the like around an address."""
    while end > start and (text[end - 1] in ".!?'*~/\\" or _is_picture(text[end - 1])):
        end -= 1
    while start < end and (text[start] in "'*~./\\" or _is_picture(text[start])):
        start += 1
    if text[start:end].startswith("_") and text[start:end].endswith("_"):
        start, end = start + 1, end - 1
    return start, end


def _is_picture(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char) in {"So", "Sk", "Mn"}


def _read(start: int, end: int, text: str) -> Found[str] | None:
    written = text[start:end]
    local, _, domain = written.partition("@")
    if not local and "." not in domain:
        return None  # "@ 3pm", "@alex"
    if (address := _valid(written)) is None:
        return _doubtful(start, end, Reason.EMAIL_INVALID, written)
    if _looks_like_another(domain):
        return _doubtful(start, end, Reason.EMAIL_LOOKALIKE, written)
    return Found(start=start, end=end, value=address)


def _read_spelled(match: re.Match[str]) -> Found[str]:
    """Propose the address behind "alex (at) example (dot) com"."""
    domain = _SPELLED_DOT.sub(".", match["domain"])
    address = _valid(f"{match['local']}@{domain}")
    options = () if address is None else (address,)
    return _doubtful(*match.span(), Reason.EMAIL_INVALID, match.group(), *options)


def _doubtful(start: int, end: int, reason: Reason, read: str, *options: str) -> Found[str]:
    different = tuple(dict.fromkeys(options))
    doubt = Doubt(field=Field.EMAIL, reason=reason, read=read, options=different)
    return Found(start=start, end=end, value=different[0] if different else None, doubt=doubt)


@lru_cache(maxsize=256)
def _valid(written: str) -> str | None:
    if len(written) > _LONGEST:
        return None
    try:
        address = validate_email(
            written,
            check_deliverability=False,
            allow_smtputf8=False,
            allow_quoted_local=False,
            allow_domain_literal=False,
            allow_display_name=False,
            strict=True,
        )
    except EmailNotValidError:
        return None
    return address.ascii_email


def _looks_like_another(domain: str) -> bool:
    """Whether letters of another alphabet may pass for Latin ones, as in "еxample.com"."""
    if domain.isascii():
        return False
    *labels, top = domain.split(".")
    scripts = [_scripts_of(label) for label in labels]
    mixed = any(len(of_label - _WRITTEN_TOGETHER) > 1 for of_label in scripts)
    return mixed or (top.isascii() and any(of_label & _LOOK_LATIN for of_label in scripts))


def _scripts_of(label: str) -> set[str]:
    return {unicodedata.name(char, "").split(" ")[0] for char in label if char.isalpha()}
