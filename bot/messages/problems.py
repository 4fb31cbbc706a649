"""Says what came in the way before there was a call: in one person's eyes only."""

from bot.calls.call import Call
from bot.errors import LedgerError, LedgerUnsureError, UnknownPersonError
from bot.messages.cards import standing
from bot.messages.concerns import mention
from bot.messages.words import Mrkdwn, Words, sentence

NOT_SHOWN = sentence(
    "Slack did not let me open that in time. Nothing was changed. Please try again."
)
NOT_KNOWN = sentence(
    "Slack did not tell me in time who you are, so nothing was changed. Please try again in a "
    "minute."
)
"""To somebody who may be allowed what they asked for, and may not."""


NOT_KEPT = sentence(
    "I could not keep your request, so nobody was called. Please send it again in a minute; "
    "if that fails too, tell whoever runs this bot. Reference {reference}."
)
PERHAPS_KEPT = sentence(
    "I could not reach my records for a moment, so I don't know whether I kept this. If no card "
    "and no form of it shows within a minute, nobody was called: send it again then. Reference "
    "{reference}."
)
SLOW = sentence(
    "My records are slow at the moment, and I go on as soon as they answer. Please wait for a "
    "card, a form or a word from me before you send this again."
)

SLOW_FORM = sentence(
    "My records are slow at the moment. Please wait some seconds, then send this again: nobody is "
    "called twice."
)


def nothing_kept(typed: str, *, error: BaseException, reference: str, words: Words) -> Mrkdwn:
    """Give back what was typed, since the ledger could not be written, or may not have been."""
    is_unsure = isinstance(error, LedgerUnsureError)
    sorry = words.mrkdwn(PERHAPS_KEPT if is_unsure else NOT_KEPT, reference=reference)
    return give_back(typed, sorry, words)


def give_back(typed: str, sorry: Mrkdwn, words: Words) -> Mrkdwn:
    """Give back all of what was typed, if anything was, behind why nothing became of it."""
    if not typed.strip():
        return sorry
    return words.mrkdwn("{sorry}\nYou typed: {typed}", sorry=sorry, typed=typed)


def not_done(words: Words) -> Mrkdwn:
    """Say that what was asked for could not be written down, or read."""
    return words.mrkdwn(
        "My records cannot be reached, so nothing was changed. Please try again in a minute; if "
        "that fails too, tell whoever runs this bot."
    )


def form_not_opened(call_id: int, words: Words) -> Mrkdwn:
    """Say that a call was settled, and that the form for the next one could not be filled in."""
    return words.mrkdwn(
        "What you said of call #{call_id} is kept, but my records cannot be reached for its form. "
        "Type `/zeegcall again {call_id}` in a minute.",
        call_id=call_id,
    )


def form_not_kept(error: BaseException, *, reference: str, words: Words) -> str:
    """Say that the form could not be kept; it stays open with everything in it."""
    if isinstance(error, LedgerUnsureError):
        return words.plain(PERHAPS_KEPT, reference=reference)
    return words.plain(
        "I could not keep this, so nobody was called. Please send it again in a minute. "
        "Reference {reference}.",
        reference=reference,
    )


def unexpected(*, reference: str, words: Words) -> Mrkdwn:
    """Say that something went wrong that has no name of ours."""
    return words.mrkdwn(
        "Something went wrong that I did not expect, and I don't know whether that worked. If it "
        "was about a call, look at its card before you try again: if there is none, nobody was "
        "called. Tell whoever runs this bot the reference {reference}.",
        reference=reference,
    )


PERHAPS_DONE = sentence(
    "I could not reach my records for a moment, so I don't know whether that was done. Look "
    "before you do it again: at the call's card, if it was about a call."
)


def explain_error(error: BaseException, *, reference: str, words: Words) -> Mrkdwn:
    """Say what came in the way of something that was pressed or typed."""
    match error:
        case LedgerUnsureError():
            return words.mrkdwn(PERHAPS_DONE)
        case LedgerError():
            return not_done(words)
        case UnknownPersonError():
            return words.mrkdwn(NOT_KNOWN)
        case _:
            return unexpected(reference=reference, words=words)


def not_yours(call: Call, words: Words) -> Mrkdwn:
    """Answer somebody who pressed a button of another's call."""
    return words.mrkdwn(
        "Only {requester} and admins can do that with call #{call_id}. Nothing was changed.",
        requester=mention(call.new.requester_id),
        call_id=call.call_id,
    )


def too_late(call: Call, words: Words) -> Mrkdwn:
    """Answer a button that was pressed after its time, or twice."""
    return words.mrkdwn(
        "Nothing was changed: it is too late for that, or done already. Call #{call_id} stands "
        "at: {standing}.",
        call_id=call.call_id,
        standing=standing(call, words),
    )


def no_such_call(words: Words) -> Mrkdwn:
    """Answer a button whose call is not in the ledger any more."""
    return words.mrkdwn("I don't know this call any more. Nothing was changed.")


def of_no_call(words: Words) -> Mrkdwn:
    """Answer *Call with Zeeg* on a message of ours that is about no call."""
    return words.mrkdwn(
        "I wrote that message myself, and there is nobody in it to call. Nobody was called. "
        "`/zeegcall` opens an empty form."
    )


def no_call_with_number(call_id: int, words: Words) -> Mrkdwn:
    """Answer a subcommand that names a call which is not in the ledger."""
    return words.mrkdwn(
        "I know no call #{call_id}. Nothing was changed. `/zeegcall list` shows yours.",
        call_id=call_id,
    )


def no_such_button(words: Words) -> Mrkdwn:
    """Answer a button that does nothing any more."""
    return words.mrkdwn(
        "This button is from an earlier version of me and does nothing any more. Nothing was "
        "changed. Type `/zeegcall help` to see what I can do."
    )
