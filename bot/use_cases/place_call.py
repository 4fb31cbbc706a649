"""A call is due: Zeeg is asked to place it, once, and what became of it is written down."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.calls.failure import Failure, FailureKind
from bot.calls.review import Policy, too_late
from bot.calls.say import Say, Saying, Topic
from bot.calls.standing import Standing
from bot.calls.status import Status
from bot.errors import CallRefusedError, CallUncertainError, LedgerError, ZeegUnavailableError
from bot.ports import Claim, Clock, Ledger, Placed, Telephone
from bot.use_cases.circuit import Circuit
from bot.use_cases.insisting import Ending

LEASE = 30.0
"""
Seconds a claim holds: longer than the POST may take, so that an answer finds it held, unless it
was long under way to the POST.
"""

STALLED = timedelta(seconds=5)
"""Whoever slept for longer since it looked where a call stands knows that no more."""

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
"""Seconds between tries while Zeeg surely takes nothing: Zeeg's own advice for 429."""

SHORTEST_WAIT = 0.5
"""Seconds, also if Zeeg says that it may be asked again at once."""

WORTH_TELLING = 5.0
"""Seconds of waiting after which the thread is told that Zeeg takes no calls at the moment."""

REFUSED_BY_RULE = frozenset({FailureKind.NUMBER_BLOCKED, FailureKind.NUMBER_NOT_ALLOWED})
"""A call that may never be sent, however soon somebody asks again."""

EDIT = Say(saying=Saying.CARD_EDIT)
WAITING = Say(saying=Saying.REPLY, topic=Topic.WAITING)
TELL_AFTER = 2
"""Tries after which the thread is told so, too."""

DOWN = Failure(kind=FailureKind.UNREACHABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCall:
    """
    The worker's verb for a claimed call. Nothing in it sends the same call twice. It gives what
    writes down how that ended.

    `is_connected` tells whether Zeeg says how calls end; that it does not is said once.
    `at` is told where it stands, "before POST" and "after POST", for tests that crash there.
    """

    ledger: Ledger
    telephone: Telephone
    clock: Clock
    policy: Policy
    circuit: Circuit
    is_connected: bool
    at: Callable[[str], None]

    async def __call__(self, claim: Claim) -> Ending:
        """Send a claimed call, unless a rule says meanwhile that it may not be sent."""
        looked_at = self.clock.now()
        try:
            # not where deeds queue for the one writer: a look that waits makes the call late
            standing = await asyncio.to_thread(self.ledger.standing, claim, lease=LEASE)
        except LedgerError:
            standing = Standing.LOST
        if standing is Standing.LOST:
            return partial(self._give_back, claim)
        late = too_late(
            claim.call,
            policy=self.policy,
            now=self.clock.now(),
            is_blocked=standing is Standing.BLOCKED,
        )
        if late is not None:
            status, topic = (
                (Status.REFUSED, Topic.REFUSED)
                if late.kind in REFUSED_BY_RULE
                else (Status.EXPIRED, Topic.EXPIRED)
            )
            return partial(self._settle, claim, status, topic, failure=late)
        rest = self.circuit.wait()
        if rest > 0:
            tell = self.circuit.is_down or rest > WORTH_TELLING
            return partial(self._wait, claim, DOWN, rest, tell=tell)
        self.at("before POST")
        # a machine may be suspended anywhere: meanwhile others told it as unknown, and somebody
        # who believed that nobody was called may have called again
        if timedelta() <= self.clock.now() - looked_at <= STALLED:
            return await self._send(claim)
        return partial(self._give_back, claim)

    def _give_back(self, claim: Claim) -> None:
        """Let it be claimed anew; told as uncertain meanwhile, it is told as not sent."""
        if not self.ledger.put_back(claim, failure=None, seconds=0):
            self._surely_not(claim, Failure(kind=FailureKind.TOO_LATE))

    async def _send(self, claim: Claim) -> Ending:
        try:
            placed = await self.telephone.create_outbound_call(claim.call.request)
        except CallRefusedError as error:
            self.circuit.answered()
            no, told = Status.REFUSED, Topic.REFUSED
            return partial(self._settle, claim, no, told, failure=error.failure)
        except ZeegUnavailableError as error:
            return self._again_later(claim, error)
        except CallUncertainError as error:
            self.circuit.failed()
            unknown, told = Status.UNCERTAIN, Topic.UNCERTAIN
            return partial(self._settle, claim, unknown, told, failure=error.failure)
        self.at("after POST")
        self.circuit.answered()
        return partial(self._placed, claim, placed)

    def _placed(self, claim: Claim, placed: Placed) -> None:
        topic = Topic.PENDING if placed.status is Status.PENDING else Topic.OUTCOME
        say = [Say(saying=Saying.REPLY, topic=topic), EDIT]
        if not self.is_connected:
            once = f"not_connected:{claim.call.new.team_id}"
            say.append(Say(saying=Saying.REPLY, topic=Topic.NOT_CONNECTED, once=once))
        self.ledger.settle(claim, to=placed.status, zeeg_id=placed.zeeg_id, say=say)

    def _settle(self, claim: Claim, to: Status, topic: Topic, *, failure: Failure) -> None:
        say = [Say(saying=Saying.REPLY, topic=topic), EDIT]
        settled = self.ledger.settle(claim, to=to, failure=failure, say=say)
        if not settled and to is Status.EXPIRED:
            self._surely_not(claim, failure)

    def _surely_not(self, claim: Claim, failure: Failure) -> None:
        """Say of a call that was told as uncertain meanwhile that nobody was called."""
        self._settle(claim, Status.REFUSED, Topic.REFUSED, failure=failure)

    def _again_later(self, claim: Claim, error: ZeegUnavailableError) -> Ending:
        attempts = claim.call.attempts
        if error.failure.kind is FailureKind.RATE_LIMITED:
            asked = error.seconds if error.seconds is not None else back_off(attempts)
            seconds = max(SHORTEST_WAIT, asked)
            self.circuit.asked_to_wait(seconds)
        else:
            seconds = back_off(attempts)
            self.circuit.failed()
        tell = attempts >= TELL_AFTER or seconds > WORTH_TELLING
        return partial(self._wait, claim, error.failure, seconds, tell=tell, tried=True)

    def _wait(
        self, claim: Claim, failure: Failure, seconds: float, *, tell: bool, tried: bool = False
    ) -> None:
        """Send it later if there is time for it; nobody was called so far."""
        left = (claim.call.new.not_after - self.clock.now()) / timedelta(seconds=1)
        if tried and seconds > left:
            self._settle(claim, Status.EXPIRED, Topic.EXPIRED, failure=failure)
            return
        given = self.ledger.put_back(
            claim,
            failure=failure if tried else None,
            seconds=min(seconds, max(left, SHORTEST_WAIT)),
            say=[WAITING] if tell else (),
        )
        if not given:
            self._surely_not(claim, failure)


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


AHEAD = timedelta(minutes=5)
"""A call for now that was asked for so much later than now was so by a clock that ran ahead."""


def expire(ledger: Ledger, clock: Clock) -> None:
    """
    Give up calls whose card could not be shown before it was too late to call, and calls for now
    that would ring only once it is again as late as when they were asked for.
    """
    say = [Say(saying=Saying.REPLY, topic=Topic.EXPIRED), EDIT]
    late = Failure(kind=FailureKind.TOO_LATE)
    ledger.expire_calls(now=clock.now(), ahead=AHEAD, say=say, failure=late)
