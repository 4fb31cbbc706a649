"""What a finder finds: a stretch of text, the value in it, and whether it was said or assumed."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.calls.doubts import Doubt

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters `start` up to, not including, `end`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Span, Generic[Value_co]):
    """A value read from a span. With a `doubt` it is a proposal, without a value a question."""

    value: Value_co | None
    doubt: Doubt | None = None
