"""Says why a call was not placed: what happened, whether it rings, what to do and who can."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.calls.failure import Failure, FailureKind
from bot.messages.masking import mask_text
from bot.messages.slack_refusals import how_to_post, named
from bot.messages.words import Mrkdwn, Words, sentence

CHECK = sentence("Look in Zeeg's dashboard whether the call is there, before anybody tries again.")
FIX = sentence("Press *Fix and send again*: everything you typed is still there.")

SENTENCES: Mapping[FailureKind, tuple[str, str]] = {
    FailureKind.AGENT_NOT_ACTIVE: (
        sentence("Zeeg's agent *{agent}* is not active."),
        sentence(
            "Ask whoever manages Zeeg to publish and enable the agent *{agent}*, then call again."
        ),
    ),
    FailureKind.REQUEST_REFUSED: (
        sentence("Zeeg refused the call ({code})."),
        sentence("Tell whoever runs this bot what Zeeg said."),
    ),
    FailureKind.TOKEN_REJECTED: (
        sentence("Zeeg does not accept this bot's token: it is missing, wrong or revoked."),
        sentence(
            "Ask whoever runs this bot to put a valid token into `ZEEG_API_TOKEN`, then call "
            "again."
        ),
    ),
    FailureKind.SCOPE_MISSING: (
        sentence("This bot's Zeeg token may not place calls."),
        sentence(
            "Ask whoever manages Zeeg for a token with the scope `outbound-calls:write`, "
            "then call again."
        ),
    ),
    FailureKind.AGENT_NOT_FOUND: (
        sentence("Zeeg knows no agent with the ID that is set for *{agent}*."),
        sentence(
            "Ask whoever runs this bot to compare `ZEEG_AGENTS` with the agent's settings in "
            "Zeeg, then call again."
        ),
    ),
    FailureKind.NUMBER_REFUSED: (sentence("Zeeg does not take this phone number."), FIX),
    FailureKind.TIME_REFUSED: (sentence("Zeeg does not take the time of this call."), FIX),
    FailureKind.FIELD_REFUSED: (sentence("Zeeg does not take one of the fields."), FIX),
    FailureKind.RATE_LIMITED: (
        sentence("Zeeg was too busy to take this call in time."),
        sentence("Call again in a few minutes."),
    ),
    FailureKind.UNREACHABLE: (
        sentence("Zeeg could not be reached in the time there was."),
        sentence("Call again in a few minutes. If it stays so, tell whoever runs this bot."),
    ),
    FailureKind.SERVER_ERROR: (
        sentence("Zeeg answered with an error of its own ({code})."),
        CHECK,
    ),
    FailureKind.NO_ANSWER: (
        sentence("The call went out to Zeeg, and no answer came back."),
        CHECK,
    ),
    FailureKind.ANSWER_UNREADABLE: (
        sentence("Zeeg's answer could not be understood ({code})."),
        CHECK,
    ),
    FailureKind.STOPPED: (
        sentence("This bot was interrupted while it sent the call to Zeeg."),
        CHECK,
    ),
    FailureKind.TIME_TWICE: (
        sentence(
            "The clocks go back at the hour of this call, in the time zone in which Zeeg reads "
            "times. That hour comes twice, and I have no way to tell Zeeg which one you mean."
        ),
        sentence(
            "Press *Fix and send again* and pick a time before or after that hour: everything "
            "you typed is still there."
        ),
    ),
    FailureKind.CARD_REFUSED: (
        sentence(
            "I may neither post in this channel nor write to you, so there would be no thread "
            "to tell you how the call went ({code})."
        ),
        sentence("{advice} *Call again* opens the form with all that you typed."),
    ),
    FailureKind.CARD_BROKEN: (
        sentence(
            "I made a mistake and cannot show this call, so there would be no thread to tell you "
            "how it went."
        ),
        sentence("Tell whoever runs this bot, and call again once it is mended."),
    ),
    FailureKind.TOO_LATE: (
        sentence("The call could not be sent in time, and I never call late."),
        sentence("Call again if it still helps."),
    ),
    FailureKind.OUTSIDE_HOURS: (
        sentence(
            "By the time it could be sent, it was no usual hour for a call at the contact's place."
        ),
        sentence("Call again, and pick another time or say yes to this one."),
    ),
    FailureKind.NUMBER_BLOCKED: (
        sentence("This number was put on the do-not-call list."),
        sentence(
            "`/zeegcall blocked` shows by whom and why. If it is a mistake, an admin can take it "
            "off."
        ),
    ),
    FailureKind.NUMBER_NOT_ALLOWED: (
        sentence("By the time it could be sent, this bot's settings refused the number."),
        sentence("Ask whoever runs this bot to look at `ALLOWED_COUNTRIES` and `DENY_PREFIXES`."),
    ),
}
"""What happened, and what to do about it. A test holds that no kind is forgotten."""

MAY_RING = frozenset(
    {
        FailureKind.SERVER_ERROR,
        FailureKind.NO_ANSWER,
        FailureKind.ANSWER_UNREADABLE,
        FailureKind.STOPPED,
    }
)

FIXABLE = frozenset(
    {
        FailureKind.NUMBER_REFUSED,
        FailureKind.TIME_REFUSED,
        FailureKind.FIELD_REFUSED,
        FailureKind.TIME_TWICE,
    }
)
"""The requester can mend these in the form: Zeeg's 422, and a time that Zeeg cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Two sentences, in mrkdwn: what happened, and what to do next."""

    happened: Mrkdwn
    next_step: Mrkdwn


def explain_failure(failure: Failure, *, agent: str, words: Words) -> Explained:
    """Put a failure into words. What the other side said itself is quoted, masked."""
    happened, next_step = SENTENCES[failure.kind]
    is_slacks = failure.kind is FailureKind.CARD_REFUSED
    code = named(failure.code) if is_slacks else failure.code or "?"
    said = words.mrkdwn(happened, agent=agent, code=code)
    for detail in filter(None, (failure.detail, *failure.also.values())):
        shown = mask_text(detail)[:300].rstrip(" .")
        quoted = words.mrkdwn("Zeeg said: “{detail}”.", detail=shown)
        said = Mrkdwn(f"{said} {quoted}")
    return Explained(
        happened=said,
        next_step=words.mrkdwn(next_step, agent=agent, advice=how_to_post(failure.code, words)),
    )


def who_rings(failure: Failure, words: Words) -> Mrkdwn:
    """Say whether somebody may be ringing."""
    if failure.kind in MAY_RING:
        return words.mrkdwn("*It is unknown whether somebody was called.*")
    return words.mrkdwn("Nobody was called.")
