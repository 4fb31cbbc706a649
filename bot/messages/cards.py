"""The one card that a call has in Slack: who asked for what, and where it stands."""

from collections.abc import Mapping
from datetime import datetime

from bot.calls.call import Call
from bot.calls.status import NOT_SENT, Outcome, Status
from bot.messages.blocks import Block, Rendered, actions, button, clip, context, section
from bot.messages.concerns import mention
from bot.messages.erasing import erased_card
from bot.messages.links import host_of, linked
from bot.messages.masking import mask_number, mask_text
from bot.messages.times import (
    clock,
    clock_in_zone,
    for_reader,
    lasted,
    offset,
    same_clock,
    until,
)
from bot.messages.words import Mrkdwn, Words, sentence

UNDO = "undo_call"
CANCEL = "cancel_call"
RESCHEDULE = "reschedule_call"

STANDING: Mapping[Status, str] = {
    Status.RECORDED: sentence("About to be sent to Zeeg"),
    Status.ANNOUNCED: sentence("About to be sent to Zeeg"),
    Status.SENDING: sentence("Being sent to Zeeg"),
    Status.PENDING: sentence("Pending: Zeeg has it in the queue"),
    Status.COMPLETED: sentence("Completed"),
    Status.FAILED: sentence("Failed: nobody was reached"),
    Status.CANCELLED: sentence("Cancelled: nobody was called"),
    Status.EXPIRED: sentence("Not sent in time: nobody was called"),
    Status.REFUSED: sentence("Not placed: nobody was called"),
    Status.UNCERTAIN: sentence("Unknown: nobody knows yet whether it rang"),
}

HEARSAY: Mapping[Status, str] = {
    Status.COMPLETED: sentence("It rang, by a teammate's word"),
    Status.FAILED: sentence("Nobody was called, by a teammate's word"),
}
"""Where it was uncertain, and a person said what happened."""

UNHEARD = sentence("Was due; nothing was heard of it since")

ENDED: Mapping[Outcome, str] = {
    Outcome.ANSWERED: sentence("Answered"),
    Outcome.VOICEMAIL: sentence("Reached the voicemail"),
    Outcome.NOT_ANSWERED: sentence("Not answered"),
    Outcome.BUSY: sentence("Busy"),
    Outcome.UNKNOWN: sentence("Over; Zeeg does not say how it went"),
}


UNTIMED = frozenset({Outcome.NOT_ANSWERED, Outcome.BUSY})
"""How long it rang is of no use to anybody."""


def card(call: Call, *, words: Words, now: datetime) -> Rendered:
    """Show a call to everybody in the channel: its number masked, its email not at all."""
    if call.is_erased:
        return erased_card(call, standing(call, words), words)
    headline = _headline(call, words)
    lines = [
        standing(call, words),
        _small_print(call, words),
        *_source(call, words),
    ]
    about = _about(call, words)
    blocks = [section(headline), *([section(about)] if about else []), context(*lines)]
    buttons = stopping_buttons(call, words=words, now=now)
    return Rendered(
        text=" · ".join([headline, *([about] if about else []), *lines]),
        blocks=[*blocks, *([actions(*buttons)] if buttons else [])],
    )


def stopping_buttons(call: Call, *, words: Words, now: datetime) -> list[Block]:
    """Give what stops a call that is not over, as far as anything does or can be said of it."""
    value, at = str(call.call_id), call.request.scheduled_time
    if call.is_held:
        return [
            button(words.plain("Cancel"), action_id=CANCEL, value=value),
            button(words.plain("Reschedule"), action_id=RESCHEDULE, value=value),
        ]
    if call.status in NOT_SENT:
        return [button(words.plain("Undo"), action_id=UNDO, value=value)]
    if call.status is Status.PENDING and at is not None and at > now:
        return [button(words.plain("How to cancel"), action_id=CANCEL, value=value)]
    return []


def standing(call: Call, words: Words) -> Mrkdwn:
    """Say in a word or two where a call stands, and how it ended if that is known."""
    if call.status is Status.PENDING and call.is_overdue:
        return words.mrkdwn(UNHEARD)
    if call.status is Status.PENDING and call.request.scheduled_time is not None:
        return words.mrkdwn("Scheduled: Zeeg has it")
    if call.is_held:
        until_then = for_reader(call.new.send_after, zone=call.new.requester_zone, words=words)
        return words.mrkdwn(
            "Kept here until {until}, then handed to Zeeg; *Cancel* and *Reschedule* work until "
            "then",
            until=until_then,
        )
    if call.status in NOT_SENT and call.request.scheduled_time is not None:
        return words.mrkdwn("About to be scheduled at Zeeg")
    if call.outcome is not None:
        ended = words.mrkdwn(ENDED[call.outcome])
        seconds = call.result.seconds if call.result else None
        if not seconds or call.outcome in UNTIMED:
            return ended
        return words.mrkdwn("{ended}, {time}", ended=ended, time=lasted(seconds, words))
    if call.status is Status.UNCERTAIN and call.request.scheduled_time is not None:
        return words.mrkdwn("Unknown: nobody knows yet whether Zeeg has it")
    return words.mrkdwn((HEARSAY if call.is_hearsay else STANDING)[call.status])


def when(call: Call, words: Words) -> Mrkdwn:
    """
    Say when it rings: in the reader's zone, and in the contact's where clocks differ; where its
    number tells several, and none with the requester's clock, between which hours it may be.
    """
    at = call.request.scheduled_time
    if at is None:
        return words.mrkdwn("now")
    for_everybody = for_reader(at, zone=call.new.requester_zone, words=words)
    zones = sorted(call.request.phone.zones, key=lambda zone: offset(at, zone))
    if not zones or any(same_clock(at, zone, call.new.requester_zone) for zone in zones):
        return words.mrkdwn("for {at} your time", at=for_everybody)
    first, last = zones[0], zones[-1]
    if same_clock(at, first, last):
        there = clock_in_zone(at, call.request.phone.zones[0], words)
        return words.mrkdwn(
            "for {at} your time, {there} for the contact", at=for_everybody, there=there
        )
    return words.mrkdwn(
        "for {at} your time, between {first} and {last} for the contact, whose number does not "
        "tell the time zone",
        at=for_everybody,
        first=clock(at, first, words),
        last=clock(at, last, words),
    )


def _headline(call: Call, words: Words) -> Mrkdwn:
    return words.mrkdwn(
        ":telephone_receiver: {requester} asked for a call to *{name}* ({number}) {when}",
        requester=mention(call.new.requester_id),
        name=clip(mask_text(call.request.full_name), 150),
        number=mask_number(call.request.phone.e164),
        when=when(call, words),
    )


def _about(call: Call, words: Words) -> Mrkdwn | None:
    if not call.request.additional_data:
        return None
    about = clip(mask_text(call.request.additional_data), 300)
    return words.mrkdwn("About: {about}", about=about)


def standing_now(call: Call, *, words: Words, now: datetime) -> Mrkdwn:
    """Say where a call stands and how soon it is due, where that is read at once."""
    at = call.request.scheduled_time
    stands = standing(call, words)
    if at is None or call.status not in {Status.PENDING, Status.ANNOUNCED} or at <= now:
        return stands
    if call.is_held:
        return stands
    return words.mrkdwn(
        "{standing} · {until}", standing=stands, until=until(at, now=now, words=words)
    )


def _source(call: Call, words: Words) -> list[Mrkdwn]:
    """Link back to the message in which the contact came in."""
    url = call.new.source_link
    if not url or host_of(url) is None:
        return []
    return [linked(url, words.mrkdwn("The message it came from"))]


def _small_print(call: Call, words: Words) -> Mrkdwn:
    if call.new.retry_of is not None:
        return words.mrkdwn(
            "Agent {agent} · call #{call_id}, after #{retry_of}",
            agent=call.request.agent.name,
            call_id=call.call_id,
            retry_of=call.new.retry_of,
        )
    return words.mrkdwn(
        "Agent {agent} · call #{call_id}", agent=call.request.agent.name, call_id=call.call_id
    )
