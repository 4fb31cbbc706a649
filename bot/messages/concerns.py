"""Says what a person must say yes to before a call is placed. In mrkdwn, for the form."""

from datetime import datetime
from typing import assert_never

from bot.calls.concerns import (
    CalledRecently,
    Concern,
    OpenCall,
    OutsideCallingHours,
    UnusualNumber,
    ZoneUnknown,
)
from bot.messages.times import clock_in_zone, for_reader
from bot.messages.words import Mrkdwn, Words


def explain_concern(concern: Concern, *, zone: str, words: Words) -> Mrkdwn:
    """Say what is unusual about a call, in one or two sentences."""
    match concern:
        case OutsideCallingHours():
            return _outside_hours(concern, words)
        case ZoneUnknown():
            return words.mrkdwn(
                "I can't tell from the number where the contact lives, so I don't know "
                "what time it is there."
            )
        case OpenCall(call_id=call_id, requester_id=requester_id, at=at):
            return words.mrkdwn(
                "Call #{call_id} to this number is not over: {requester} asked for it, due {at}.",
                call_id=call_id,
                requester=mention(requester_id),
                at=_at(at, zone, words),
            )
        case CalledRecently(call_id=call_id, requester_id=requester_id, at=at):
            return words.mrkdwn(
                "This number was called in the last 24 hours: call #{call_id}, asked for by "
                "{requester}, {at}.",
                call_id=call_id,
                requester=mention(requester_id),
                at=_at(at, zone, words),
            )
        case UnusualNumber():
            return words.mrkdwn(
                "This is a freephone or company number, rarely a contact's own telephone."
            )
        case _:
            assert_never(concern)


def mention(user_id: str) -> Mrkdwn:
    """Name a person in Slack by their id."""
    return Mrkdwn(f"<@{user_id}>")


def _at(at: datetime, zone: str, words: Words) -> Mrkdwn:
    return for_reader(at, zone=zone, words=words)


def _outside_hours(concern: OutsideCallingHours, words: Words) -> Mrkdwn:
    there = clock_in_zone(concern.local_time, concern.zone, words)
    if concern.next_allowed is None:
        return words.mrkdwn("It would ring at {there}.", there=there)
    return words.mrkdwn(
        "It would ring at {there}, outside the usual hours. The next usual time is {next}.",
        there=there,
        next=clock_in_zone(concern.next_allowed, concern.zone, words),
    )
