"""Says what a person must say yes to before a call is placed. In mrkdwn, for the form."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import assert_never

from bot.calls.concerns import (
    CalledRecently,
    Concern,
    NewCountry,
    OpenCall,
    OutsideCallingHours,
    TimeLeftOut,
    UnusualDay,
    UnusualNumber,
    ZoneUnknown,
)
from bot.calls.public_holidays import holiday_on
from bot.messages.times import all_of, clock_in_zone, for_reader, in_zone
from bot.messages.words import Mrkdwn, Words, sentence

NOT_OVER: Mapping[bool, str] = {
    True: sentence(
        "Call #{call_id} to this number is not over: {requester} asked for it, due {at}."
    ),
    False: sentence(
        "Call #{call_id} to this number, by another agent, is not over: {requester} asked for "
        "it, due {at}."
    ),
}
"""By whether it is the same agent's."""

ALMOST_A_WEEK = timedelta(days=6)

ON_DAYS: Mapping[UnusualDay, str] = {
    UnusualDay.NONE: sentence("It would ring at {there}, outside the usual hours."),
    UnusualDay.SATURDAY: sentence(
        "It would ring at {there}: on a Saturday calls are not usual there."
    ),
    UnusualDay.SUNDAY: sentence(
        "It would ring at {there}: on a Sunday calls are not usual there."
    ),
    UnusualDay.HOLIDAY: sentence(
        "It would ring at {there}, on a public holiday there ({holiday}), when calls are not "
        "usual."
    ),
    UnusualDay.EVE: sentence(
        "It would ring at {there}, on the day before a public holiday, when calls are not usual "
        "there."
    ),
}
"""Why no hour of that day is usual."""

IN_HOURS: Mapping[UnusualDay, str] = {
    UnusualDay.NONE: sentence(
        "It would ring at {there}, outside the usual hours there ({spans})."
    ),
    UnusualDay.SATURDAY: sentence(
        "It would ring at {there}, outside the usual hours of a Saturday there ({spans})."
    ),
    UnusualDay.SUNDAY: sentence(
        "It would ring at {there}, outside the usual hours of a Sunday there ({spans})."
    ),
    UnusualDay.HOLIDAY: sentence(
        "It would ring at {there}, outside the usual hours of a public holiday there "
        "({holiday}: {spans})."
    ),
    UnusualDay.EVE: sentence(
        "It would ring at {there}, outside the usual hours of the day before a public holiday "
        "there ({spans})."
    ),
}
"""Why that hour is not usual on a day on which others are."""


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
                NOT_OVER[concern.by_same_agent],
                call_id=call_id,
                requester=mention(requester_id),
                at=_at(at, zone, words),
            )
        case CalledRecently(call_id=call_id, requester_id=requester_id, at=at):
            return words.mrkdwn(
                "Zeeg was asked to call this number in the last 24 hours: call #{call_id}, asked "
                "for by {requester}, {at}.",
                call_id=call_id,
                requester=mention(requester_id),
                at=_at(at, zone, words),
            )
        case UnusualNumber():
            return words.mrkdwn(
                "This is a freephone or company number, rarely a contact's own telephone."
            )
        case NewCountry(region=region):
            return words.mrkdwn(
                "This is the first call from here to that country: {country}. Is the country "
                "code right?",
                country=words.locale.territories.get(region, region),
            )
        case TimeLeftOut():
            return words.mrkdwn("There was a time, and now there is none: it would ring at once.")
        case _:
            assert_never(concern)


def mention(user_id: str) -> Mrkdwn:
    """Name a person in Slack by their id."""
    return Mrkdwn(f"<@{user_id}>")


def _at(at: datetime, zone: str, words: Words) -> Mrkdwn:
    return for_reader(at, zone=zone, words=words)


def _outside_hours(concern: OutsideCallingHours, words: Words) -> Mrkdwn:
    told = _unusual_hour(concern, words)
    if concern.is_one_of_several:
        told = words.mrkdwn(
            "The number does not tell in which of several time zones the contact lives. In one of "
            "them: {told}",
            told=told,
        )
    if concern.next_allowed is None:
        return told
    return words.mrkdwn(
        "{told} The next usual time is {next}.",
        told=told,
        next=next_time(concern, words),
    )


def _unusual_hour(concern: OutsideCallingHours, words: Words) -> Mrkdwn:
    """Say what is unusual about that hour: the day, or the clock."""
    spans = [
        f"{opens:%H:%M}-{'24:00' if closes == time.max else f'{closes:%H:%M}'}"
        for opens, closes in concern.usual
    ]
    sentences = IN_HOURS if spans else ON_DAYS
    return words.mrkdwn(
        sentences[concern.day],
        there=clock_in_zone(concern.local_time, concern.zone, words),
        spans=all_of(spans, words),
        holiday=_holiday(concern, words),
    )


def _holiday(concern: OutsideCallingHours, words: Words) -> str:
    """Name a holiday in the reader's language, where its country has a name for it in that."""
    day, language = concern.local_time.date(), words.locale.language
    named = "" if language == "en" else holiday_on(day, concern.country, language)
    return named or concern.holiday


def next_time(concern: OutsideCallingHours, words: Words) -> str:
    """Say the next usual time by the contact's clock, with its date where it is far off."""
    at = concern.next_allowed or concern.local_time
    say = clock_in_zone if at - concern.local_time < ALMOST_A_WEEK else in_zone
    return say(at, concern.zone, words)
