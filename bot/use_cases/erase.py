"""What is known of a contact is erased: after the days that it is kept, or at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.calls.doubts import Doubt
from bot.calls.erasing import Forgotten
from bot.calls.phone_number import PhoneNumber
from bot.calls.say import Say, Saying, Topic
from bot.ports import Clock
from bot.use_cases.named_number import read_number

LEAST_DIGITS = 6
"""Of a number, to find it in what was typed."""


class ErasingLedger(Protocol):
    """Erases. Every method is one transaction, and blocks."""

    def erase_kept(self, *, before: datetime) -> int:
        """
        Erase a batch of what ended or came before then, and of calls that were to be forgotten
        and have ended since; give how many rows that was. What Slack shows of them is edited.
        """
        ...

    def forget(self, phone_number: str, *, by: str, digits: str, say: Sequence[Say]) -> Forgotten:
        """
        Erase all that is kept of a number, and cancel what was not sent, which `say` tells. Drafts
        are found by the number's last `digits`. Who asked is told what Slack does not let edit.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseKept:
    """The worker's verb. `keep` is how long names, numbers and words are kept after the end."""

    ledger: ErasingLedger
    clock: Clock
    keep: timedelta

    def __call__(self) -> bool:
        """Erase a batch; True if there may be more."""
        return self.ledger.erase_kept(before=self.clock.now() - self.keep) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """The verb behind `forget`."""

    ledger: ErasingLedger

    def number(self, text: str, *, region: str | None) -> PhoneNumber | Doubt:
        """
        Read the number that the text begins with. `region` is the ISO 3166 code whose national
        numbers are understood.
        """
        phone, _ = read_number(text, region=region)
        return phone

    def __call__(self, phone_number: str, *, by: str) -> Forgotten:
        """Forget a number, in E.164."""
        digits = phone_number.removeprefix("+")
        say = [Say(saying=Saying.REPLY, topic=Topic.CANCELLED, facts={"by": by})]
        return self.ledger.forget(
            phone_number, by=by, digits=digits[-max(LEAST_DIGITS, len(digits) - 4) :], say=say
        )
