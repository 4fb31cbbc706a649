"""Somebody puts a number on the do-not-call list, takes it off, or looks at the list."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.calls.block import Block, Blocked, BlockList
from bot.calls.doubts import Doubt
from bot.calls.failure import Failure, FailureKind
from bot.calls.say import Say, Saying, Topic
from bot.ports import Clock
from bot.use_cases.block_ledger import BlockLedger
from bot.use_cases.named_number import read_number

LONGEST_REASON = 300
SHOWN, SHOWN_OFF = 40, 10
"""
Entries of the list that are shown, and of what was taken off it: a message takes 50 blocks, and a
long reason may fill one.
"""

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
        phone, reason = read_number(text, region=region)
        if isinstance(phone, Doubt):
            return phone
        return self.ledger.block_number(
            phone.e164,
            Block(
                masked=self.mask(phone.e164),
                reason=reason[:LONGEST_REASON],
                blocked_by=by,
                blocked_at=self.clock.now(),
            ),
            failure=Failure(kind=FailureKind.NUMBER_BLOCKED),
            say=STOPPED,
            tell=[Say(saying=Saying.REPLY, topic=Topic.BLOCKED, facts={"by": by})],
        )

    def unblock(self, text: str, *, by: str, region: str | None) -> Unblocked | Doubt:
        """Take the number that the text begins with off the list."""
        phone, _ = read_number(text, region=region)
        if isinstance(phone, Doubt):
            return phone
        at = self.clock.now()
        return Unblocked(block=self.ledger.unblock_number(phone.e164, by=by, at=at))

    def listed(self) -> BlockList:
        """Read as much of the list as one message holds."""
        newest = self.ledger.blocks(limit=SHOWN + 1)
        return BlockList(
            newest=newest[:SHOWN],
            has_more=len(newest) > SHOWN,
            taken_off=self.ledger.taken_off(limit=SHOWN_OFF),
        )
