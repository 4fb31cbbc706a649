"""Somebody puts a number on the do-not-call list, takes it off, or looks at the list."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.calls.block import Block, Blocked
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.failure import Failure, FailureKind
from bot.calls.phone_number import PhoneNumber
from bot.calls.say import Say, Saying, Topic
from bot.parsing import read_phone
from bot.parsing.slack_text import read_slack_text
from bot.ports import Clock
from bot.use_cases.block_ledger import BlockLedger

NUMBER = re.compile(r"\s*(<tel:[^>]*>|[+(\[]*\d[\d\s()\[\]/.–-]*)")
"""Where the number ends and the reason begins; what is no digit belongs to the reason."""

LONGEST_REASON = 300
SHOWN = 50
"""Entries of the list that are shown."""

STOPPED = [
    Say(saying=Saying.REPLY, topic=Topic.REFUSED),
    Say(saying=Saying.CARD_EDIT),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unblocked:
    """A number may be called; `block` is the entry that was taken off, None if there was none."""

    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoNotCall:
    """
    The verbs behind `block`, `unblock` and `blocked`. They block, shortly, on the ledger.

    `mask` hides most of a number.
    """

    ledger: BlockLedger
    clock: Clock
    mask: Callable[[str], str]

    def block(self, text: str, *, by: str, region: str | None) -> Blocked | Doubt:
        """
        Put the number that the text begins with on the list; what follows is the reason.

        Calls to it that were not sent yet are refused; of those that Zeeg has, its thread says
        that they may still ring. `region` is the ISO 3166 code whose national numbers are
        understood.
        """
        phone, reason = _read(text, region)
        if isinstance(phone, Doubt):
            return phone
        return self.ledger.block_number(
            phone.e164,
            Block(
                masked=self.mask(phone.e164),
                reason=reason,
                blocked_by=by,
                blocked_at=self.clock.now(),
            ),
            failure=Failure(kind=FailureKind.NUMBER_BLOCKED),
            say=STOPPED,
            tell=[Say(saying=Saying.REPLY, topic=Topic.BLOCKED, facts={"by": by})],
        )

    def unblock(self, text: str, *, region: str | None) -> Unblocked | Doubt:
        """Take the number that the text begins with off the list."""
        phone, _ = _read(text, region)
        if isinstance(phone, Doubt):
            return phone
        return Unblocked(block=self.ledger.unblock_number(phone.e164))

    def newest(self) -> Sequence[Block]:
        """Read the newest entries."""
        return self.ledger.blocks(limit=SHOWN)


def _read(text: str, region: str | None) -> tuple[PhoneNumber | Doubt, str]:
    match = NUMBER.match(text)
    if match is None:
        return Doubt(field=Field.PHONE_NUMBER, reason=Reason.UNREADABLE, read=text), ""
    found = read_phone(match.group().strip(), region=region)
    reason = read_slack_text(text[match.end() :]).text.strip(" ,;:–—-")
    if found.value is None or not _is_clear(found.doubt):
        unreadable = Doubt(field=Field.PHONE_NUMBER, reason=Reason.UNREADABLE, read=text)
        return found.doubt or unreadable, ""
    return found.value, " ".join(reason.split())[:LONGEST_REASON]


def _is_clear(doubt: Doubt | None) -> bool:
    """Whether it is certain which number is meant, also of one that would be asked about."""
    return doubt is None or doubt.reason is Reason.NUMBER_KIND_UNUSUAL
