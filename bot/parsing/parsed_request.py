"""What one command line was understood to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.calls.doubts import Doubt, Field
from bot.calls.phone_number import PhoneNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedRequest:
    """
    The fields of a call, and everything that a person must be asked before it is placed.

    A field with a doubt may hold a proposal. No `scheduled_time` and no doubt about it means now.
    `spans` tells, by field, start and end in the given text of what the field was read from.
    """

    phone: PhoneNumber | None = None
    email: str | None = None
    full_name: str | None = None
    additional_data: str | None = None
    scheduled_time: datetime | None = None
    doubts: tuple[Doubt, ...] = ()
    spans: Mapping[Field, tuple[int, int]] = field(default_factory=dict)

    @property
    def phone_number(self) -> str | None:
        """The number in E.164."""
        return None if self.phone is None else self.phone.e164

    @property
    def to_ask(self) -> frozenset[Field]:
        """The fields that have a doubt, every missing required one among them."""
        return frozenset(doubt.field for doubt in self.doubts)
