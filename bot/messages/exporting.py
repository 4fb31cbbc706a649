"""What is on record of all calls, as a file for admins, and what is said with it."""

from collections.abc import Sequence
from datetime import datetime

from bot.calls.audited import Audited
from bot.messages.csv_file import csv_file
from bot.messages.slack_refusals import named
from bot.messages.words import Mrkdwn, Words

HEAD = (
    "call",
    "reference",
    "requested_at",
    "requester",
    "channel",
    "surface",
    "agent",
    "scheduled_time",
    "status",
    "outcome",
    "ended_at",
    "zeeg_call",
    "warnings_overridden",
    "after_call",
    "deeds",
)
"""The columns' names are for programs too, and the same in every language. Times are UTC."""

FILE_NAME = "zeegcall-{day:%Y-%m-%d}.csv"


def audit_file(audited: Sequence[Audited]) -> bytes:
    """Write a line for each call; nothing of a contact is in it."""
    return csv_file(HEAD, (_row(call) for call in audited))


def export_sent(count: int, words: Words) -> Mrkdwn:
    """Say what the file holds."""
    return words.counted(
        "Who asked for which call, when, how, and which warnings were overridden: one call. "
        "No name, number or email is in it.",
        "Who asked for which call, when, how, and which warnings were overridden: {count} calls. "
        "No name, number or email is in it.",
        count,
    )


def look_at_direct_messages(words: Words) -> Mrkdwn:
    """Say where the file is, where it was asked for."""
    return words.mrkdwn("The file is in your direct messages with me.")


def export_refused(code: str, words: Words) -> Mrkdwn:
    """Say why there is no file."""
    if code == "missing_scope":
        return words.mrkdwn(
            "I may not send files here. Whoever manages this Slack app can add the scopes "
            "`files:write` and `im:write` and install it again."
        )
    return words.mrkdwn(
        "Slack does not take the file at the moment ({code}). Please try again in a minute.",
        code=named(code),
    )


def only_admins_export(words: Words) -> Mrkdwn:
    """Answer somebody who is no admin."""
    return words.mrkdwn("Only admins can have what is on record of everybody's calls.")


def _row(call: Audited) -> tuple[object, ...]:
    return (
        call.call_id,
        call.reference,
        _time(call.requested_at),
        call.requester_id,
        call.channel_id,
        call.surface,
        call.agent_name,
        _time(call.scheduled_time),
        call.status.value,
        "" if call.outcome is None else call.outcome.value,
        _time(call.ended_at),
        call.zeeg_id,
        "; ".join(call.confirmed),
        call.retry_of,
        "; ".join(call.deeds),
    )


def _time(at: datetime | None) -> str:
    return "" if at is None else f"{at:%Y-%m-%d %H:%M:%S}"
