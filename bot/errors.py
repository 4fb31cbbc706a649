"""
What the world can do to us. Each branch answers: may somebody be ringing?

    BotError
    ├── SettingsError             a setting is missing or malformed; the bot refuses to start
    ├── LedgerError               the ledger could not be read or written; nothing was dialled
    │   ├── LedgerUnsureError     perhaps it was written: it is asked for again, or looked for
    │   ├── LedgerOutdatedError   its tables are older than this program, or not there yet
    │   ├── UnreadableRowError    what stands in it is damaged, or another version's
    │   └── TornTransactionError  a part of what several wrote together failed; nothing was written
    ├── OpenCallError             another open call to this number was first; nothing was written
    ├── NumberBlockedError        the number is on the do-not-call list; nothing was written
    ├── DailyCapError             they asked for enough calls today; nothing was written
    ├── CallMovedError            the call to be replaced was sent or stopped; nothing was written
    ├── RowSettledError           a list's row was stopped or forgotten; nothing was written
    ├── RepeatedClickError        the same click was answered before; nothing was written
    ├── UnknownPersonError        Slack did not say in time who somebody is; nothing was written
    ├── SlackError
    │   ├── SlackRefusedError     Slack said no for good, by name; nothing is said here
    │   └── SlackUnavailableError Slack did not take it now, or nobody knows; say it again later
    └── ZeegError
        ├── CallRefusedError      Zeeg answered no; nobody is called
        ├── ZeegUnavailableError  Zeeg surely did not take it; nobody is called, may be sent again
        └── CallUncertainError    it left, and no answer tells; somebody may be ringing
"""

import traceback
from collections.abc import Sequence

from bot.calls.failure import Failure


class BotError(Exception):
    """The root: whatever the world did that has a name of ours."""


class SettingsError(BotError):
    """A setting is missing or malformed. `mistakes` names them all, one sentence each."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = tuple(mistakes)


class LedgerError(BotError):
    """The ledger could not be read or written."""


class LedgerUnsureError(LedgerError):
    """The database was lost while it committed: nobody knows whether it did."""


class UnreadableRowError(LedgerError):
    """A row holds what this program cannot read, as one that another version wrote."""


class TornTransactionError(LedgerError):
    """A part of a transaction of several failed: none of it was kept, and each may try alone."""


class LedgerOutdatedError(LedgerError):
    """The database's tables are older than this program, or not there yet."""


class OpenCallError(BotError):
    """Another open call to this number was recorded first."""


class NumberBlockedError(BotError):
    """The number was put on the do-not-call list before the call was recorded."""


class DailyCapError(BotError):
    """Somebody has asked for as many calls today as they may, which are `limit`."""

    def __init__(self, limit: int) -> None:
        super().__init__("as many calls as one person may ask for in a day")
        self.limit = limit


class CallMovedError(BotError):
    """The call that another was to take the place of was sent or stopped meanwhile."""


class RowSettledError(BotError):
    """A row of a list was called, stopped or forgotten meanwhile, or its list does not run."""


class RepeatedClickError(BotError):
    """The same click was kept before, as a draft."""


class UnknownPersonError(BotError):
    """Slack did not say in time who somebody is, so that nobody knows what they may do."""


class SlackError(BotError):
    """Slack did not do what it was asked for. `code` is Slack's own name for it."""

    def __init__(self, code: str) -> None:
        super().__init__(f"slack answered {code}")
        self.code = code


class SlackRefusedError(SlackError):
    """Slack said no, and will say no again."""


class SlackUnavailableError(SlackError):
    """
    Slack cannot now, or its answer was lost. `seconds` is how long to wait, None if nobody said;
    `may_be_done` whether it may have done what it was asked for.
    """

    def __init__(
        self, code: str, *, seconds: float | None = None, may_be_done: bool = True
    ) -> None:
        super().__init__(code)
        self.seconds = seconds
        self.may_be_done = may_be_done


class ZeegError(BotError):
    """A call was not placed, or may not have been. `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.kind} {failure.code}".strip())
        self.failure = failure


class CallRefusedError(ZeegError):
    """Zeeg answered no: nobody is called."""


class ZeegUnavailableError(ZeegError):
    """
    Zeeg surely did not accept it: nobody is called, and it may be sent again.

    `seconds` is how long Zeeg asked us to wait, None if it did not say.
    """

    def __init__(self, failure: Failure, *, seconds: float | None = None) -> None:
        super().__init__(failure)
        self.seconds = seconds


class CallUncertainError(ZeegError):
    """The request left and no answer tells what became of it: never sent again by itself."""


def trace_of(error: BaseException) -> str:
    """
    Say what was raised and where, for the log.

    Not what it says itself: an exception's text may quote what a person typed; a LedgerError's
    is ours, and says what is to be mended.
    """
    name = type(error).__name__
    lines = [
        f"{frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return " | ".join([f"{name}: {error}" if isinstance(error, LedgerError) else name, *lines])
