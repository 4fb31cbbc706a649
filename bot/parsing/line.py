"""A line with everything that finders saw in it, before it is settled what belongs to the call."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice, pairwise
from typing import Protocol

from bot.calls.doubts import Field
from bot.parsing.emails import find_emails
from bot.parsing.found import Found, Span
from bot.parsing.label_words import EVERYDAY, PLACES
from bot.parsing.labels import Label, find_labels
from bot.parsing.links import find_linked_emails, find_linked_phones, mask, mask_pages
from bot.parsing.mail_headers import find_mail_head
from bot.parsing.name_shapes import looks_like_person
from bot.parsing.name_words import COMPANY_FORMS
from bot.parsing.names import find_corroborated
from bot.parsing.phone_guesses import FoundPhone
from bot.parsing.phones import find_phones
from bot.parsing.slack_text import MASK, PlainText, read_slack_text
from bot.parsing.times import Beginning

LEADS_TO_TIME = re.compile(r"[\s\"']*(?:(?:on|at|am|um|den|dem|el|le|à|a las)\s+)?", re.IGNORECASE)

_VALUE = re.compile(rf"[^,;|\n•·{MASK}]*")
_CELL = re.compile(r"[^;|\n•·]+")
_DAY = re.compile(r"\d\d?\.\d\d?\.")
_DAY_AT_CLOCK = re.compile(
    r"(?<!\S)(?P<day>[^\s@]{2,16})@"
    r"(?P<clock>\d{1,2}(?:[:.h]\d\d)?(?: ?(?:[ap]\.?m|h|uhr)\b)?)(?![\w@-]|\.\w)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"\A[^\w\n]+(?=\w)")
_SNAKE = re.compile(r"(?<![\w@./+-])[^\W_]+(?:_[^\W_]+)+(?![\w@/+-])")
"""when_can_we_call_you: in_the_evening, as lead forms are posted."""

_MOST_CELLS = 40
_LONGEST_TIME = 40


class TimesFinder(Protocol):
    """Reads the times in a piece of text; `theirs` is the contact's IANA zone, if it is known."""

    def __call__(self, piece: str, theirs: str | None = None) -> list[Found[datetime]]:
        """Find them, left to right."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    A line as finders see it: pages and mentions masked, labels, numbers and addresses known.

    `find_times` reads the times in a piece of it, for the person who typed it, and
    `find_beginning` the words with which a piece begins that may be one.
    """

    plain: PlainText
    text: str
    labels: Sequence[Label]
    phones: Sequence[FoundPhone]
    emails: Sequence[Found[str]]
    find_times: TimesFinder
    find_beginning: Callable[[str], Beginning | None]
    now: datetime
    subjects: Sequence[Span] = ()
    is_mail: bool = False
    """Whether a mail is pasted in it, which was written some time ago."""

    @property
    def strong_phones(self) -> list[FoundPhone]:
        """The numbers that are written as numbers."""
        return [phone for phone in self.phones if not phone.weak]

    @property
    def words(self) -> str:
        """The text with numbers and addresses masked."""
        return mask(self.text, [*self.strong_phones, *self.emails])

    @property
    def addresses(self) -> list[str]:
        """The addresses in the line, which tell of its names."""
        return [email.value for email in self.emails if email.value is not None]

    def is_time(self, text: str) -> bool:
        """Whether a piece of text is a time and nothing else."""
        times = self.find_times(text)
        if len(times) != 1 or LEADS_TO_TIME.fullmatch(text, 0, times[0].start) is None:
            return False
        return not text[times[0].end :].strip(" \t\n,.;")


def read_line(
    given: str,
    *,
    region: str | None,
    now: datetime,
    find_times: TimesFinder,
    find_beginning: Callable[[str], Beginning | None],
) -> Line:
    """Find what there is in a text that Slack sent."""
    plain = read_slack_text(given)
    text = mask_pages(plain)
    if "_" in text:
        text = _SNAKE.sub(lambda found: found.group().replace("_", " "), text)
    head = find_mail_head(text)
    past = [
        each for each in head.written if not _is_ahead(find_times(text[each.start : each.end]))
    ]
    text = _with_day_beside_clock(mask(text, [*head.hidden, *past]), find_times)
    text = _without_at_signs(text, find_times)
    labels = find_labels(text)
    hidden = mask(text, (label for label in labels if label.field is not None))
    emails = find_linked_emails(plain)
    emails += find_emails(mask(hidden, emails))
    hidden = mask(hidden, emails)
    addresses = [email.value for email in emails if email.value is not None]
    name = find_corroborated(hidden, addresses=addresses)
    hidden = hidden if name is None else mask(hidden, [name])  # no "12 Avril" in a number
    phones = find_linked_phones(plain, region=region)
    phones += find_phones(mask(hidden, phones), region=region)
    phones.sort(key=lambda phone: phone.start)
    emails.sort(key=lambda email: email.start)
    line = Line(
        plain=plain,
        text=text,
        labels=(),
        phones=phones,
        emails=emails,
        find_times=find_times,
        find_beginning=find_beginning,
        now=now,
        subjects=head.subjects,
        is_mail=bool(head.hidden),
    )
    settled = (_settled(label, line, name) for label in labels)
    return replace(line, labels=[label for label in settled if label is not None])


def _is_ahead(times: Sequence[Found[datetime]]) -> bool:
    """Whether a date is none of when something was written: "Date: tomorrow 2pm"."""
    return any(time.value is not None for time in times)


def _with_day_beside_clock(text: str, find_times: TimesFinder) -> str:
    """Put a space between two cells that are one time together: "02.12.; 15:00"."""
    cells = list(islice(_CELL.finditer(text), _MOST_CELLS))
    for first, second in pairwise(cells):
        one, other = _SIGNS.sub("", first.group()).strip(), second.group().strip()
        short = max(len(one), len(other)) <= _LONGEST_TIME
        if short and first.end() + 1 == second.start():
            parts = (other, f"{one} {other}", *([] if _DAY.fullmatch(one) else [one]))
            if all(_is_all_time(part, find_times(part)) for part in parts):
                text = f"{text[: first.end()]} {text[second.start() :]}"
    return text


def _without_at_signs(text: str, find_times: TimesFinder) -> str:
    """Put a space between a day and its clock that look like an address: "tomorrow@2pm"."""
    if "@" not in text:
        return text
    for found in islice(_DAY_AT_CLOCK.finditer(text), _MOST_CELLS):
        time = f"{found['day']} @ {found['clock']}"
        if _is_all_time(time, find_times(time)):
            text = f"{text[: found.end('day')]} {text[found.start('clock') :]}"
    return text


def _is_all_time(text: str, times: Sequence[Span]) -> bool:
    return [(time.start, time.end) for time in times] == [(0, len(text))]


def _names_somebody_else(label: Label, line: Line, named: Span | None) -> bool:
    """
    Whether "client: Acme" names no person, or none where an address names one elsewhere, as the
    `named` words: it says a company then, or a word as in "lead: website".
    """
    value = _VALUE.match(line.text, label.end) if label.word in EVERYDAY else None
    if value is None:
        return False
    if any(word.casefold().strip(".,") in COMPANY_FORMS for word in value.group().split()):
        return True
    here = Span(start=value.start(), end=value.end())
    return named is not None and not named.overlaps(here)


def _settled(label: Label, line: Line, named: Span | None) -> Label | None:
    """Give a label that surely is one; a letter, or nearly a label, is none but in its place."""
    behind = [phone for phone in line.phones if phone.start == label.end]
    before_phone = bool(behind)
    if label.word in PLACES and not any(phone.value for phone in behind):
        return replace(label, field=None)  # "office: Berlin"
    if label.field is Field.FULL_NAME and _names_somebody_else(label, line, named):
        return replace(label, field=None)
    is_whole = not label.near and len(label.word) > 1
    if is_whole and not label.is_heading:
        return label
    if label.is_heading and label.field is Field.FULL_NAME:
        value = line.text[label.end :].partition("\n")[0]
        return label if looks_like_person(value.split()) else None
    before_email = any(email.start == label.end for email in line.emails)
    if label.field is Field.PHONE_NUMBER:
        return label if before_phone else None
    if label.field is Field.EMAIL:
        return label if before_email else None
    if label.is_heading:
        return label
    word = line.text[label.start : label.end].rstrip(" :=")
    is_name = find_corroborated(word, addresses=line.addresses)
    return None if before_phone or before_email or is_name else label
