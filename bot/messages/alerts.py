"""What only admins are told: an outcome without a call, a wrong zone, an unreadable delivery."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from bot.calls.call import Call
from bot.calls.event import CallEnded, EventState, KeptEvent
from bot.messages.blocks import Block, Rendered, actions, button, clip, section, strangers_option
from bot.messages.cards import ENDED, standing
from bot.messages.concerns import mention
from bot.messages.masking import mask_number, mask_text
from bot.messages.times import for_reader, in_zone, lasted, span
from bot.messages.words import Mrkdwn, Words, sentence

ASSIGN = "assign_event"
SHOW_RAW = "show_raw"
NONE = "none"

UNMATCHED = sentence(
    "A call has ended, and I can't tell which of ours it was: none fits, or several do. {what} "
    "Press *Assign* to pick it, and its thread is told."
)
UNREADABLE = sentence(
    "Zeeg sent something that I can't read, so I don't know whether a call has ended. It is kept. "
    "If it goes on, Zeeg may have changed its format: look for a newer version of this bot. You "
    "are told of this once a day."
)
TOO_EARLY = sentence("A scheduled call began about {span} too early.")
TOO_LATE = sentence("A scheduled call began about {span} too late.")
ZONE = sentence(
    "{began} Zeeg may read times in another zone than I think: compare `ZEEG_TIMEZONE` with the "
    "time zone of your Zeeg account. Until then, *scheduled calls may ring at the wrong hour*. "
    "You are told of this once a day."
)

ADMINS_ONLY = sentence("Only admins can do that. Nothing was changed.")

ZONE_OF_ADMINS = "UTC"


def alert(event: KeptEvent, *, facts: Mapping[str, str], words: Words) -> Rendered:
    """Tell an admin what there is to do."""
    if "hours" in facts:
        text = _wrong_zone(int(facts["hours"]), words)
        return Rendered(text=text, blocks=[section(text)])
    value = str(event.event_id)
    if event.state is EventState.UNREADABLE:
        text = words.mrkdwn(UNREADABLE)
        press = button(words.plain("Show it"), action_id=SHOW_RAW, value=value)
    else:
        text = words.mrkdwn(UNMATCHED, what=_told(event, words))
        press = button(words.plain("Assign"), action_id=ASSIGN, value=value, style="primary")
    return Rendered(text=text, blocks=[section(text), actions(press)])


def settled(event: KeptEvent, words: Words) -> Mrkdwn:
    """Say what became of an event."""
    person = mention(event.settled_by) if event.settled_by else words.mrkdwn("I myself")
    if event.call_id is not None:
        return words.mrkdwn(
            "{person} assigned this to call #{call_id}.", person=person, call_id=event.call_id
        )
    if event.state is EventState.DISMISSED:
        return words.mrkdwn("{person} said that this was none of our calls.", person=person)
    return words.mrkdwn("Nothing was changed: that call has its outcome already, or is gone.")


NOT_KNOWN = sentence("I don't know this outcome any more.")
WHICH = sentence("Which call has ended?")
TITLE = sentence("Assign an outcome")
TAKE = sentence("Assign")
CLOSE = sentence("Close")


def choices(calls: Sequence[Call], words: Words) -> list[Block]:
    """Offer the calls that it may have been, and that it was none."""
    options = [
        strangers_option(_name(call, words), str(call.call_id), _when(call, words))
        for call in calls
    ]
    return [*options, strangers_option(words.plain("None of our calls"), NONE)]


def _told(event: KeptEvent, words: Words) -> Mrkdwn:
    ended = event.ended
    if ended is None:
        return settled(event, words)
    return words.mrkdwn("It told: {facts}.", facts=Mrkdwn(", ".join(_facts(ended, words))))


def _facts(ended: CallEnded, words: Words) -> Iterator[Mrkdwn]:
    yield words.mrkdwn(ENDED[ended.outcome])
    if ended.result.seconds:
        yield words.mrkdwn("{time}", time=lasted(ended.result.seconds, words))
    if ended.phone_number is not None:
        yield words.mrkdwn("{number}", number=mask_number(ended.phone_number))
    if ended.agent_name:
        yield words.mrkdwn("agent {agent}", agent=ended.agent_name)
    if ended.started_at is not None:
        at = for_reader(ended.started_at, zone=ZONE_OF_ADMINS, words=words)
        yield words.mrkdwn("began {at}", at=at)


def _wrong_zone(hours: int, words: Words) -> Mrkdwn:
    began = words.mrkdwn(
        TOO_EARLY if hours < 0 else TOO_LATE, span=span(timedelta(hours=abs(hours)), words)
    )
    return words.mrkdwn(ZONE, began=began)


def _name(call: Call, words: Words) -> str:
    return words.plain(
        "#{call_id} {name}, {number}",
        call_id=call.call_id,
        name=clip(mask_text(call.request.full_name), 40),
        number=mask_number(call.request.phone.e164),
    )


def _when(call: Call, words: Words) -> str:
    at = in_zone(call.due, call.new.requester_zone, words)
    return words.plain("{at}, {standing}", at=at, standing=standing(call, words))
