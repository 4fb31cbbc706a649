"""A call is due: Zeeg is asked to place it, once, and what became of it is written down."""

import asyncio
import random
from dataclasses import dataclass
from datetime import timedelta

from bot.calls.failure import Failure, FailureKind
from bot.calls.review import Policy, too_late
from bot.calls.say import Say, Saying, Topic
from bot.calls.status import Status
from bot.errors import CallRefusedError, CallUncertainError, ZeegUnavailableError
from bot.ports import Claim, Clock, Ledger, Placed, Telephone

LEASE = 30.0
"""Seconds a claim holds: longer than the POST may take, so that an answer finds it held."""

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
"""Seconds between tries while Zeeg surely takes nothing: Zeeg's own advice for 429."""

EDIT = Say(saying=Saying.CARD_EDIT)
TELL_AFTER = 2
"""Tries after which the thread is told that Zeeg takes no calls at the moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCall:
    """The worker's verb for a claimed call. Nothing in it sends the same call twice."""

    ledger: Ledger
    telephone: Telephone
    clock: Clock
    policy: Policy

    async def __call__(self, claim: Claim) -> None:
        """Send a claimed call, unless a rule says meanwhile that it may not be sent."""
        late = too_late(claim.call, policy=self.policy, now=self.clock.now())
        if late is not None:
            await self._settle(claim, Status.EXPIRED, Topic.EXPIRED, failure=late)
            return
        if not await asyncio.to_thread(self.ledger.still_fresh, claim, lease=LEASE):
            await asyncio.to_thread(self.ledger.put_back, claim, failure=None, seconds=0)
            return
        try:
            placed = await self.telephone.create_outbound_call(claim.call.request)
        except CallRefusedError as error:
            await self._settle(claim, Status.REFUSED, Topic.REFUSED, failure=error.failure)
        except ZeegUnavailableError as error:
            await self._wait(claim, error)
        except CallUncertainError as error:
            await self._settle(claim, Status.UNCERTAIN, Topic.UNCERTAIN, failure=error.failure)
        else:
            await self._placed(claim, placed)

    async def _placed(self, claim: Claim, placed: Placed) -> None:
        topic = Topic.PENDING if placed.status is Status.PENDING else Topic.OUTCOME
        say = [Say(saying=Saying.REPLY, topic=topic), EDIT]
        await asyncio.to_thread(
            self.ledger.settle, claim, to=placed.status, zeeg_id=placed.zeeg_id, say=say
        )

    async def _settle(self, claim: Claim, to: Status, topic: Topic, *, failure: Failure) -> None:
        say = [Say(saying=Saying.REPLY, topic=topic), EDIT]
        await asyncio.to_thread(self.ledger.settle, claim, to=to, failure=failure, say=say)

    async def _wait(self, claim: Claim, error: ZeegUnavailableError) -> None:
        """Send it again later if there is time for it; nobody was called so far."""
        seconds = error.seconds if error.seconds is not None else back_off(claim.call.attempts)
        again = self.clock.now() + timedelta(seconds=seconds)
        if again > claim.call.new.not_after:
            await self._settle(claim, Status.EXPIRED, Topic.EXPIRED, failure=error.failure)
            return
        say = [Say(saying=Saying.REPLY, topic=Topic.WAITING)]
        await asyncio.to_thread(
            self.ledger.put_back,
            claim,
            failure=error.failure,
            seconds=seconds,
            say=say if claim.call.attempts >= TELL_AFTER else (),
        )


def back_off(attempts: int) -> float:
    """Give the seconds to wait after so many tries: doubling, with jitter, up to a minute."""
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(attempts, 10))
    return wait * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing


INTERRUPTED = Failure(kind=FailureKind.STOPPED)


def reap(ledger: Ledger) -> None:
    """
    Call uncertain what was being sent when its process stopped: perhaps somebody's phone rings.
    """
    say = [Say(saying=Saying.REPLY, topic=Topic.UNCERTAIN), EDIT]
    ledger.reap_calls(say=say, failure=INTERRUPTED)


def expire(ledger: Ledger, clock: Clock) -> None:
    """Give up calls whose card could not be shown before it was too late to call."""
    say = [Say(saying=Saying.REPLY, topic=Topic.EXPIRED), EDIT]
    ledger.expire_calls(now=clock.now(), say=say, failure=Failure(kind=FailureKind.TOO_LATE))
