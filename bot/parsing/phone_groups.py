"""A run of digits and punctuation, cut into the pieces and groups that a number is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MIN_DIGITS = 7
_MAX_DIGITS = 17
_MAX_GROUPS = 14
_LONG_ENOUGH = 10  # digits, with which most numbers are complete
_COUNTED = re.compile(r" [^\W\d_]{3,}")
_LISTED = re.compile(r"[.)]? [^\W\d_]{2,}|,\d| ?[-–] ?\d|:\d|-[^\W\d_]{2}")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,4} ?[-–] ?\d{1,4}")
_LONG_GROUP = 5
_COMPLETE = 7  # digits, behind which nobody writes one more group
_LONG_ALONE = 8  # digits, behind which nobody writes the one of a desk
_DIGITS = re.compile(r"\d+")
_NEXT_NUMBER = re.compile(r"--|[(\[]?\+[+ ]*|(?<=\d{5}) ?/ ?(?=0[1-9][\d ]{5})")
"""With a plus, or behind the stroke of "030 23125001 / 0151 12345678"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line in which one number may stand, or several without a plus."""

    text: str
    start: int
    end: int
    groups: tuple[tuple[int, int], ...]

    @property
    def has_plus(self) -> bool:
        """Whether it begins as an international number does."""
        return "+" in self.text[self.start : self.groups[0][0]]

    @property
    def digits(self) -> int:
        """How many digits it has."""
        return sum(end - start for start, end in self.groups)

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """Where groups `first` to `last` stand, with the brackets that belong to them."""
        start, end = self.groups[first][0], self.groups[last][1]
        if first == 0:
            start = self.start
        elif self.text[start - 1] in "([":
            start -= 1
        inner = self.text[start:end]
        opened = inner.count("(") + inner.count("[") - inner.count(")") - inner.count("]")
        if opened > 0 and self.text[end : end + 1] in {")", "]"}:
            end += 1
        if opened == 0 and self.text[end : end + 1] == ")" and inner.startswith("("):
            end += 1
        return start, end

    def window(self, first: int, last: int) -> str:
        """Quote groups `first` to `last` as they are written."""
        start, end = self.bounds(first, last)
        return self.text[start:end]

    def behind_first_word(self) -> "Piece | None":
        """
        Leave out what stands before a space, if a national number in groups follows: the order
        number in "4711-0815 030 23125001".
        """
        space = self.text.find(" ", self.start, self.end)
        rest = tuple(group for group in self.groups if group[0] > space >= 0)
        begins = [
            at
            for at, (start, _) in enumerate(rest)
            if self.text[start] == "0" and sum(e - s for s, e in rest[at:]) >= MIN_DIGITS
        ]
        if len(rest) < 2 or len(begins) != 1:
            return None
        start, end = rest[0]
        whole = self.text[start] == "0" and self.text[space:start] == " " and 3 <= end - start <= 5
        return Piece(self.text, start, self.end, rest) if whole else None

    def possible_ends(self, first: int, fewest: int) -> Iterator[int]:
        """List the last groups of windows from `first` of a number's length, longest first."""
        ends = []
        digits = 0
        for last in range(first, min(len(self.groups), first + _MAX_GROUPS)):
            digits += self.groups[last][1] - self.groups[last][0]
            if fewest <= digits <= _MAX_DIGITS:
                ends.append(last)
        return reversed(ends)

    def end_without_tail(self, first: int, last: int, *, is_alone: bool = False) -> int | None:
        """
        Last group of the shorter number that may be meant, None if the grouping leaves no doubt.
        Where the number `is_alone` in a field, what only a space parts belongs together, unless
        what stands before it is complete.

        A short group after a long one may be an hour or a quantity: "+49 30 901820 14", and one
        that begins with a zero another number. Groups of even length, and what a hyphen joins,
        belong together; a hyphen with a space may be a dash: "030 231250 - 3 seats".
        """
        for at in range(first, last):
            tail_start, tail_end = self.groups[at + 1][0], self.groups[last][1]
            mark = self.text[self.groups[at][1] : tail_start]
            if is_alone and mark.strip(" ") == "" and self._joined_length(first, at) < _COMPLETE:
                may_end = False
            elif mark.strip(" ") in {"", "/"}:
                may_end = self._may_end(first, at, tail_start, tail_end)
            elif mark == ".":
                may_end = self._is_fraction(at, tail_start, tail_end)
            else:
                may_end = " " in mark and self._may_be_dash(at, tail_start, tail_end)
            if may_end:
                return at
        return None

    def has_stroke_behind(self, last: int) -> bool:
        """Whether a stroke parts what follows group `last` from it."""
        end, following = self.groups[last][1], self.groups[last + 1][0]
        return "/" in self.text[end:following]

    def ends_in_count(self, first: int, last: int) -> bool:
        """Whether the last group is one digit that counts what follows: "0151 1234567 3 seats"."""
        start, end = self.groups[last]
        if first == last or end - start > 1 or self.text[start] == "0":
            return False
        apart = self.text[self.groups[last - 1][1] : start].strip("-.()")
        return bool(apart) and _LISTED.match(self.text, end) is not None

    def _may_end(self, first: int, at: int, tail_start: int, tail_end: int) -> bool:
        """Whether a number may end with group `at`, and the digits behind it be something else."""
        long = self._joined_length(first, at)
        tail = sum(sign.isdigit() for sign in self.text[tail_start:tail_end])
        most = tail if long >= _COMPLETE else 4 if long > _LONG_GROUP else 2
        if long >= _LONG_GROUP and (tail <= most or self.text[tail_start] == "0"):
            return True
        amount = _AMOUNT.fullmatch(self.text, tail_start, tail_end) is not None
        if amount and long >= _LONG_GROUP and _LISTED.match(self.text, tail_end):
            return True
        counted = _COUNTED.match(self.text, tail_end) is not None
        so_far = sum(end - start for start, end in self.groups[first : at + 1])
        return counted and tail <= 3 and so_far >= _LONG_ENOUGH

    def _is_fraction(self, at: int, tail_start: int, tail_end: int) -> bool:
        """Whether a program wrote a number down as one with a fraction: "493023125001.0"."""
        start, end = self.groups[at]
        return end - start >= _COMPLETE and tail_end - tail_start == 1

    def _may_be_dash(self, at: int, tail_start: int, tail_end: int) -> bool:
        """Whether a mark that no digit touches parts a number from a quantity, not its desk."""
        start, end = self.groups[at]
        if end - start < _LONG_GROUP or self.text[tail_start:tail_end].strip("0") == "":
            return False
        counted = _COUNTED.match(self.text, tail_end) is not None
        return counted or end - start >= _LONG_ALONE

    def _joined_length(self, first: int, at: int) -> int:
        """How many digits group `at` has, with those that a hyphen or dot joins to it."""
        length = 0
        while at >= first:
            start, end = self.groups[at]
            length += end - start
            if at == first or self.text[start - 1] not in "-.":
                break
            at -= 1
        return length


def pieces_of(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut a run of phone characters where a plus or a double dash begins something new."""
    marks = _NEXT_NUMBER.finditer(text, start, end)
    cuts = [start, *(mark.end() if mark.group() == "--" else mark.start() for mark in marks)]
    for begin, stop in zip(cuts, [*cuts[1:], end], strict=True):
        groups = tuple(digits.span() for digits in _DIGITS.finditer(text, begin, stop))
        if not groups:
            continue
        lead = re.search(r"[+(\[][+(\[ ]*$", text[begin : groups[0][0]])
        first = begin + lead.start() if lead else groups[0][0]
        yield Piece(text, first, groups[-1][1], groups)
