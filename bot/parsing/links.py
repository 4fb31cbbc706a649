"""Numbers and addresses that Slack made links of, and what finders must not look into."""

import re
from collections.abc import Iterable

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.emails import read_address
from bot.parsing.found import Found, Span
from bot.parsing.labels import find_labels
from bot.parsing.name_shapes import looks_like_person
from bot.parsing.phone_guesses import FoundPhone
from bot.parsing.phones import read_number
from bot.parsing.slack_text import MASK, Link, LinkKind, PlainText

_PAGE = re.compile(r"(?:(?:https?|ftp)://|www\.)[^\s<>|\"]+", re.IGNORECASE)
_SITE = re.compile(
    r"(?<![\w@.+'-])(?<![)\]}])(?<![)\]}] )[a-z][\w-]*\.(?:com|net|org|io|ai|app)\b"
    r"(?![\w@.+-])(?:/[^\s<>|\"]*)?",
    re.IGNORECASE,
)
"""Monday.com, booking.com/offers."""

_EMOJI = re.compile(
    r"(?<![\w:]):(?!clock\d|alarm_clock:)[a-z][a-z0-9_+'-]*:(?![\w:])", re.IGNORECASE
)

_STRUCK = re.compile(r"(?<![^\s(*_])~(?=[^\s~])[^~\n]*[^\s~]~(?![^\s.,;:!?)*_])")
"""~+49 151 12345678~: what somebody has struck out is not to be called."""


def mask(text: str, spans: Iterable[Span]) -> str:
    """Cover spans, character for character."""
    for span in spans:
        text = text[: span.start] + MASK * (span.end - span.start) + text[span.end :]
    return text


def mask_pages(plain: PlainText) -> str:
    """
    Cover what is neither name, number, address nor time: pages, mentions, emoji codes, and what
    was struck out.
    """
    covered = {LinkKind.PAGE, LinkKind.MENTION}
    hidden = (each for each in plain.links if each.kind in covered and not _is_name(plain, each))
    text = mask(plain.text, hidden)
    for pattern in (_PAGE, _SITE, _EMOJI, _STRUCK):
        text = pattern.sub(lambda found: MASK * len(found.group()), text)
    return text


def _is_name(plain: PlainText, link: Link) -> bool:
    """Whether a page is linked to a labelled name, as in what CRMs post: "Name: Nora Stein"."""
    if link.kind is not LinkKind.PAGE or not looks_like_person(link.label.split()):
        return False
    before = plain.text[plain.text.rfind("\n", 0, link.start) + 1 : link.start]
    return any(
        label.end == len(before) and label.field is Field.FULL_NAME
        for label in find_labels(before)
    )


def find_linked_emails(plain: PlainText) -> list[Found[str]]:
    """Read the addresses behind links; one that shows another address is a doubt."""
    return [_read_email(link) for link in _live(plain) if link.kind is LinkKind.EMAIL]


def find_linked_phones(plain: PlainText, *, region: str | None) -> list[FoundPhone]:
    """Read the numbers behind links; one that shows another number is a doubt."""
    return [_read_phone(link, region) for link in _live(plain) if link.kind is LinkKind.PHONE]


def _live(plain: PlainText) -> list[Link]:
    """Give the links that are not struck out."""
    struck = [Span(start=at.start(), end=at.end()) for at in _STRUCK.finditer(plain.text)]
    return [link for link in plain.links if not any(link.overlaps(each) for each in struck)]


def _read_email(link: Link) -> Found[str]:
    target = read_address(link.target.partition("?")[0])
    value, doubt = target.value, target.doubt
    if "@" in link.label:
        label = read_address(link.label)
        same = value and label.value and value.casefold() == label.value.casefold()
        if not same:
            both = tuple(each for each in (label.value, value) if each)
            value = next(iter(both), None)  # what its reader saw comes first
            doubt = _disagreement(Field.EMAIL, link, both)
    return Found(start=link.start, end=link.end, value=value, doubt=doubt)


def _read_phone(link: Link, region: str | None) -> FoundPhone:
    target = read_number(link.target, region=region)
    value, doubt = target.value, target.doubt
    if link.label and not _shows(link, value.e164 if value else "", region):
        label = read_number(link.label, region=region)
        both = [each.value for each in (label, target) if each.value]
        value = next(iter(both), None)
        options = tuple(phone.e164 for phone in both)
        doubt = _disagreement(Field.PHONE_NUMBER, link, options)
    return FoundPhone(start=link.start, end=link.end, value=value, doubt=doubt)


def _shows(link: Link, e164: str, region: str | None) -> bool:
    """Whether a link's label is its number, perhaps in national format."""
    label = read_number(link.label, region=region).value
    if label is not None:
        return label.e164 == e164
    digits = re.sub(r"\D", "", link.label)
    if not e164 or any(char.isalpha() for char in link.label):
        return not e164 and digits == re.sub(r"\D", "", link.target)
    return len(digits) >= 6 and e164.endswith(digits.lstrip("0"))


def _disagreement(field: Field, link: Link, options: tuple[str, ...]) -> Doubt:
    read = f"{link.label} ({link.target})"
    return Doubt(field=field, reason=Reason.HALVES_DISAGREE, read=read, options=options)
