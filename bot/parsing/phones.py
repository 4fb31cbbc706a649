"""Finds telephone numbers in a line, and never takes a part of something else for one."""

import re
from collections.abc import Iterator

from phonenumbers import PhoneMetadata, enable_pattern_cache

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.number_rules import objection_to
from bot.calls.phone_number import PhoneNumber
from bot.parsing.found import Found
from bot.parsing.phone_facts import (
    describe,
    is_emergency_or_short,
    is_known,
    lacks_plus,
    read_whole,
)
from bot.parsing.phone_groups import MIN_DIGITS, Piece, pieces_of
from bot.parsing.phone_guesses import FoundPhone, guess
from bot.parsing.phone_surroundings import (
    EXTENSION,
    GOES_ON,
    ROUNDED,
    find_reference_word,
    mask_other_digits,
)
from bot.parsing.slack_text import MASK

_RUN = re.compile(r"[+(\[\d][\d ()\[\]+./–-]*")
_LETTERS_AFTER = re.compile(r"[^\W\d_]\w*|[ -]?[A-Z]{4,}\b|-[A-Z]{3,}\b")
_NOT_BEFORE = re.compile(r"(?:[^\W_]|(?<=\w)_|[$€£#%&@\\]|(?:\d[.,]|[?&][\w-]{1,12}=)\d*)\Z")
_PAIR = re.compile(
    r" (?P<digits>\d\d) (?:am\b|(?!uhr|heure|hora|o'?clock)[^\W\d_]{3})", re.IGNORECASE
)
_HOUR_AFTER = re.compile(r" ?(?:uhr|heures?|horas?|o['’]?clock)\b", re.IGNORECASE)
"""030 231250-15 Uhr: an hour, or a desk."""

_REST = re.compile(r" ?[,;\n] ?(?P<digits>\d{3,6})(?![\d.:/-]*\d|[.:]\d| ?[^\W\d_])")
"""030 2312, 5001: perhaps one number, torn."""

_QUANTITY_AFTER = re.compile(r" ?[^\W\d_]{2,}")
_CHECKS_PER_LINE = 120
_ENOUGH = 9  # digits, with which capitals behind a space are no part of a number
_ENOUGH_ABROAD = 10
_FEWEST_ALONE = 4  # Tokelau and Niue: all that stands in a field of its own
_TEL = re.compile(r"^\s*tel:", re.IGNORECASE)


def find_phones(text: str, *, region: str | None) -> list[FoundPhone]:
    """
    Find the telephone numbers in `text`, left to right.

    `region` is the ISO 3166 code whose national format is understood without a country code.
    What could be a number but cannot be called as it stands is found too, with its doubt; digits
    that are merely no better explained are `weak`, and matter only where there is no number else.
    """
    return list(_Reader(text, known_region(region)).read_line())


def read_number(text: str, *, region: str | None, is_alone: bool = True) -> Found[PhoneNumber]:
    """Read text that should be one telephone number and nothing else."""
    bare = _TEL.sub("", text).strip()
    reader = _Reader(bare, known_region(region), fewest_digits=_FEWEST_ALONE, is_alone=is_alone)
    found = list(reader.read_line())
    known = [phone.value for phone in found if phone.value is not None]
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare)):
        doubt = found[0].doubt
        if doubt is None and found[0].extension:
            extension = (found[0].extension,)
            reason = Reason.EXTENSION
            doubt = Doubt(field=Field.PHONE_NUMBER, reason=reason, read=bare, options=extension)
        return Found(start=0, end=len(text), value=found[0].value, doubt=doubt)
    reason = Reason.SEVERAL if len(known) > 1 else Reason.UNREADABLE
    if len(found) == 1 and found[0].doubt is not None:
        reason = found[0].doubt.reason
    options = tuple(dict.fromkeys(phone.e164 for phone in known))
    doubt = Doubt(field=Field.PHONE_NUMBER, reason=reason, read=bare[:200], options=options)
    return Found(start=0, end=len(text), value=known[0] if known else None, doubt=doubt)


def known_region(region: str | None) -> str | None:
    """Give the region as libphonenumber writes it, None if it knows none of that name."""
    upper = (region or "").upper()
    return upper if is_known(upper) else None


def keep_patterns() -> None:
    """Have libphonenumber compile each of its patterns once."""
    enable_pattern_cache()


def load_countries() -> None:
    """Load what is known of all countries, so that no line waits for the disk."""
    PhoneMetadata.load_all()
    find_phones("+49 151 12345678 and 115", region="DE")


class _Reader:
    """Reads one line; counts its work, since a line of digits has very many parts."""

    def __init__(
        self,
        text: str,
        region: str | None,
        *,
        fewest_digits: int = MIN_DIGITS,
        is_alone: bool = False,
    ) -> None:
        self.text = text
        self.masked = mask_other_digits(text)
        self.region = region
        self.is_alone = is_alone  # a field of its own: all that stands in it is one number
        self.fewest_digits = fewest_digits
        self.checks_left = _CHECKS_PER_LINE

    def read_line(self) -> Iterator[FoundPhone]:
        for rounded in ROUNDED.finditer(self.text):
            doubt = _doubt(Reason.NUMBER_HAS_LETTERS, rounded.group(), [])
            start, end = rounded.span()
            yield FoundPhone(start=start, end=end, value=None, weak=True, doubt=doubt)
        read_to = 0
        for run in _RUN.finditer(self.masked):
            for piece in pieces_of(self.masked, run.start(), run.end()):
                if piece.start < read_to:
                    continue  # the digits of an extension
                for phone in self._read_piece(self._behind_reference(piece)):
                    read_to = phone.end
                    yield phone

    def _read_piece(self, piece: Piece) -> Iterator[FoundPhone]:
        if self._is_part_of_something(piece):
            return
        letters = self._letters_after(piece)
        at = 0
        short = piece.digits < MIN_DIGITS and is_emergency_or_short(
            piece.window(0, len(piece.groups) - 1), self.region
        )
        if letters is None and not short and piece.digits >= self.fewest_digits:
            while (window := self._next_number(piece, at)) is not None:
                first, last, phone = window
                yield self._settle(piece, first, last, phone, before=first - at)
                at = last + 1
        if at == 0:
            end = letters.end() if letters else piece.end
            yield from guess(self.text, piece, end=end, region=self.region)

    def _behind_reference(self, piece: Piece) -> Piece:
        if piece.has_plus or find_reference_word(self.text, piece.start) is None:
            return piece
        return piece.behind_first_word() or piece

    def _is_part_of_something(self, piece: Piece) -> bool:
        before = self.masked[max(0, piece.start - 20) : piece.start]
        return not piece.has_plus and _NOT_BEFORE.search(before) is not None

    def _letters_after(self, piece: Piece) -> re.Match[str] | None:
        if EXTENSION.match(self.text, piece.end):
            return None
        letters = _LETTERS_AFTER.match(self.masked, piece.end)
        complete = piece.digits >= (_ENOUGH_ABROAD if piece.has_plus else _ENOUGH)
        return None if letters and complete and letters.group().startswith(" ") else letters

    def _next_number(self, piece: Piece, at: int) -> tuple[int, int, PhoneNumber] | None:
        """First and last group of the leftmost number from group `at` on, the longest there."""
        for first in range(at, len(piece.groups)):
            for last in piece.possible_ends(first, self.fewest_digits):
                phone = self._check(piece.window(first, last))
                if phone is not None:
                    return first, last, phone
        return None

    def _check(self, candidate: str) -> PhoneNumber | None:
        if self.checks_left <= 0:
            return None
        self.checks_left -= 1
        number = read_whole(candidate, self.region)
        return None if number is None else describe(number)

    def _settle(
        self, piece: Piece, first: int, last: int, phone: PhoneNumber, *, before: int
    ) -> FoundPhone:
        """Say where the number stands, and what keeps it from being called unasked."""
        start, end = piece.bounds(first, last)
        readings = [phone, *self._shorter_readings(piece, first, last)]
        is_last = last == len(piece.groups) - 1
        extension = EXTENSION.match(self.text, end) if is_last else None
        goes_on = is_last and extension is None and GOES_ON.match(self.text, end) is not None
        counts = not self.is_alone and piece.ends_in_count(first, last)
        counts = counts or (is_last and self._touches_pair(piece))
        counts = counts or self._ends_behind_stroke(piece, first, last)
        counts = counts or (is_last and _HOUR_AFTER.match(self.text, end) is not None)
        counts = counts or (is_last and self._goes_on_behind_mark(piece, first, end))
        unexplained = before > 0 or goes_on or counts or self._has_digits_left(piece, last)
        reason = objection_to(phone)
        if reason is None and lacks_plus(piece.window(first, last), self.region):
            reason = Reason.NUMBER_WITHOUT_PLUS
        if len(readings) > 1 or unexplained:
            reason = Reason.NUMBER_UNCLEAR
            if unexplained:
                start, end = piece.start if before else start, piece.end if not is_last else end
        read = self.text[start:end]
        word = None if piece.has_plus else find_reference_word(self.text, piece.start)
        if reason is None and word is not None:
            reason, read = Reason.UNREADABLE, self.text[word:end]
        return FoundPhone(
            start=start,
            end=extension.end() if extension else end,
            value=None if reason is Reason.NUMBER_KIND_REFUSED else phone,
            extension=extension.group("digits") if extension else "",
            weak=before > 0 or word is not None,
            doubt=_doubt(reason, read, readings),
        )

    def _shorter_readings(self, piece: Piece, first: int, last: int) -> list[PhoneNumber]:
        end = piece.end_without_tail(first, last, is_alone=self.is_alone)
        if end is None:
            return []
        shorter = self._check(piece.window(first, end))
        return [] if shorter is None else [shorter]

    def _ends_behind_stroke(self, piece: Piece, first: int, last: int) -> bool:
        """Whether a number may end before a stroke: "0151 2345678 / 9", "030 231250 01/02"."""
        end = piece.end_without_tail(first, last, is_alone=self.is_alone)
        return any(
            piece.has_stroke_behind(at)
            and (at == end or self._check(piece.window(first, at)) is not None)
            for at in range(first, last)
        )

    def _goes_on_behind_mark(self, piece: Piece, first: int, end: int) -> bool:
        """Whether a short number may go on behind a comma or in the next line."""
        start = piece.bounds(first, first)[0]
        rest = _REST.match(self.text, end)
        written = sum(char.isdigit() for char in self.text[start:end])
        if rest is None or written >= _ENOUGH:
            return False
        return self._check(f"{self.text[start:end]} {rest['digits']}") is not None

    def _touches_pair(self, piece: Piece) -> bool:
        """Whether pairs of digits go on in what was taken for a clock: "18 20 14 minute"."""
        pair = _PAIR.match(self.text, piece.end)
        pairs = all(end - start == 2 for start, end in piece.groups[-2:])
        if pair is None or not pairs or self.masked[piece.end + 1] != MASK:
            return False
        return self._check(self.text[piece.start : pair.end("digits")]) is not None

    def _has_digits_left(self, piece: Piece, last: int) -> bool:
        """Whether digits follow that neither a word nor another number explains."""
        if last == len(piece.groups) - 1:
            return False
        rest = len(piece.groups) - 1 - last
        if rest == 1 and _QUANTITY_AFTER.match(self.masked, piece.end):
            return False
        return self._next_number(piece, last + 1) is None


def _doubt(reason: Reason | None, read: str, readings: list[PhoneNumber]) -> Doubt | None:
    if reason is None:
        return None
    offered = len(readings) > 1 or reason is Reason.NUMBER_WITHOUT_PLUS
    options = tuple(phone.e164 for phone in readings) if offered else ()
    return Doubt(field=Field.PHONE_NUMBER, reason=reason, read=read, options=options)
