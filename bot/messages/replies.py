"""What is said in a call's thread, and to its requester alone."""

from collections.abc import Mapping
from datetime import datetime
from typing import assert_never

from bot.calls.call import Call
from bot.calls.erasing import TELL_OF_PERSONS
from bot.calls.failure import Failure, FailureKind
from bot.calls.replacing import INSTEAD
from bot.calls.say import TAKEN, WORD, Topic
from bot.calls.status import AWAITED, SURELY_NOT_CALLED, Status
from bot.messages.blocks import Block, Rendered, actions, button, section
from bot.messages.cards import standing, when
from bot.messages.concerns import mention
from bot.messages.erasing import erased, not_edited
from bot.messages.failures import FIXABLE, explain_failure, who_rings
from bot.messages.outcomes import details_button, outcome_reply
from bot.messages.slack_refusals import how_to_post, named
from bot.messages.times import for_reader, until
from bot.messages.uncertain import uncertain_buttons
from bot.messages.welcome import WELCOME, welcome
from bot.messages.words import Mrkdwn, Words, sentence

CALL_AGAIN = "call_again"

NOT_CONNECTED = sentence(
    "I can't tell you how calls end yet: see in Zeeg's dashboard how one went. Whoever runs this "
    "bot can connect Zeeg's outcomes, once for everybody: set `ZEEG_WEBHOOK_TOKEN`, then run "
    "`python -m bot subscribe https://your.host/zeeg/webhook`."
)

WORDS_OF_PERSONS: Mapping[Status, str] = {
    Status.COMPLETED: sentence("{person} says that it rang."),
    Status.FAILED: sentence("{person} says that nobody was called."),
    Status.PENDING: sentence("{person} says that Zeeg has it."),
}

UNEXPLAINED = Failure(kind=FailureKind.STOPPED)


def reply(
    topic: Topic, call: Call, *, facts: Mapping[str, str], words: Words, now: datetime
) -> Rendered:
    """Say what became of a call. The requester is mentioned only when something needs or ends."""
    if topic is Topic.WELCOME:
        return welcome(words)
    if call.is_erased and topic in TELL_OF_PERSONS:
        gone = erased(call, words)
        return Rendered(text=gone, blocks=[section(gone)])
    if topic is Topic.OUTCOME and call.outcome is not None:
        return outcome_reply(call, facts=facts, words=words)
    text = _by_now(topic, call, words) or _text(topic, call, facts=facts, words=words, now=now)
    if WORD in facts and topic in {Topic.PENDING, Topic.OUTCOME}:
        text = _after_a_word(call, words)
    buttons = _buttons(topic, call, words=words, now=now)
    blocks = [section(text), *([actions(*buttons)] if buttons else [])]
    return Rendered(text=text, blocks=blocks)


def _text(
    topic: Topic, call: Call, *, facts: Mapping[str, str], words: Words, now: datetime
) -> Mrkdwn:
    match topic:
        case Topic.PENDING:
            return _pending(call, words=words, now=now)
        case Topic.OUTCOME:
            return _to_requester(call, standing(call, words), words)
        case Topic.REFUSED | Topic.EXPIRED | Topic.UNCERTAIN | Topic.NOT_PLACED:
            return _problem(call, words)
        case Topic.CANCELLED | Topic.RESCHEDULED | Topic.SETTLED | Topic.BLOCKED:
            return _done_by(topic, call, facts=facts, words=words)
        case Topic.WAITING:
            return words.mrkdwn(
                "Zeeg does not take calls at the moment. Nobody was called yet; I keep trying "
                "until {until}.",
                until=for_reader(call.new.not_after, zone=call.new.requester_zone, words=words),
            )
        case Topic.OVERDUE:
            return _to_requester(
                call,
                words.mrkdwn(
                    "Call #{call_id} was due {due}, and I have heard nothing of it since. It may "
                    "have rung. Look for Zeeg call {zeeg_id} in Zeeg's dashboard, under the calls "
                    "of the agent *{agent}*; if news still comes, it is told here.",
                    call_id=call.call_id,
                    due=for_reader(call.due, zone=call.new.requester_zone, words=words),
                    zeeg_id=call.zeeg_id or "?",
                    agent=call.request.agent.name,
                ),
                words,
            )
        case Topic.CANNOT_POST | Topic.NOT_EDITED:
            return _slack_refused(topic, call, facts.get("code", "?"), words)
        case Topic.NOT_CONNECTED | Topic.WELCOME:
            return words.mrkdwn(NOT_CONNECTED if topic is Topic.NOT_CONNECTED else WELCOME)
        case _:
            assert_never(topic)


def _by_now(topic: Topic, call: Call, words: Words) -> Mrkdwn | None:
    """Say where a call stands that has moved on while its reply waited for its turn in Slack."""
    facts = {
        "call_id": call.call_id,
        "zeeg_id": call.zeeg_id or "?",
        "standing": standing(call, words),
    }
    match topic:
        case Topic.PENDING if call.status is not Status.PENDING:
            return words.mrkdwn("Zeeg took call #{call_id} (Zeeg call {zeeg_id}).", **facts)
        case Topic.WAITING if call.status not in {Status.ANNOUNCED, Status.SENDING}:
            return words.mrkdwn(
                "Zeeg did not take calls for a while. Call #{call_id} stands at: {standing}.",
                **facts,
            )
        case Topic.UNCERTAIN | Topic.OVERDUE if not call.is_unknown:
            return words.mrkdwn(
                "For a while nobody knew what became of call #{call_id}. It stands at: "
                "{standing}.",
                **facts,
            )
        case _:
            return None


def _slack_refused(topic: Topic, call: Call, code: str, words: Words) -> Mrkdwn:
    """Say what Slack did not let us do, by its own name for that."""
    if topic is Topic.NOT_EDITED:
        return not_edited(call, named(code), words)
    if call.new.channel_id.startswith("D"):
        return words.mrkdwn(
            "I can't write in a conversation of two people, so the thread of call #{call_id} is "
            "in our direct messages.",
            call_id=call.call_id,
        )
    return words.mrkdwn(
        "I may not post in that channel ({code}), so the thread of call #{call_id} is in "
        "our direct messages. {advice}",
        code=named(code),
        call_id=call.call_id,
        advice=how_to_post(code, words),
    )


def _pending(call: Call, *, words: Words, now: datetime) -> Mrkdwn:
    at = call.request.scheduled_time
    if at is None:
        return words.mrkdwn(
            "Call #{call_id} is pending: Zeeg has it in the queue (Zeeg call {zeeg_id}).",
            call_id=call.call_id,
            zeeg_id=call.zeeg_id or "?",
        )
    return words.mrkdwn(
        "Call #{call_id} is scheduled {when}, {until} (Zeeg call {zeeg_id}).",
        call_id=call.call_id,
        when=when(call, words),
        until=until(at, now=now, words=words),
        zeeg_id=call.zeeg_id or "?",
    )


def _after_a_word(call: Call, words: Words) -> Mrkdwn:
    """Say that Zeeg has a call of which a person had said how it went."""
    return _to_requester(
        call,
        words.mrkdwn(
            "Zeeg's answer came late, and it counts, whatever was said here meanwhile: Zeeg took "
            "call #{call_id} (Zeeg call {zeeg_id}). *It may ring, or has rung.* If it was asked "
            "for again and that went to Zeeg too, cancel one of them in Zeeg's dashboard.",
            call_id=call.call_id,
            zeeg_id=call.zeeg_id or "?",
        ),
        words,
    )


def _problem(call: Call, words: Words) -> Mrkdwn:
    failure = call.failure or UNEXPLAINED
    explained = explain_failure(failure, agent=call.request.agent.name, words=words)
    surely_not = call.status in SURELY_NOT_CALLED
    rings = words.mrkdwn("Nobody was called.") if surely_not else who_rings(failure, words)
    return _to_requester(
        call,
        words.mrkdwn(
            "{happened} {rings} {next_step} Reference {reference}.",
            happened=explained.happened,
            rings=rings,
            next_step=explained.next_step,
            reference=call.reference,
        ),
        words,
    )


def _done_by(topic: Topic, call: Call, *, facts: Mapping[str, str], words: Words) -> Mrkdwn:
    person = mention(facts["by"]) if "by" in facts else words.mrkdwn("somebody")
    if topic is Topic.BLOCKED:
        return _blocked(call, person, words)
    if topic is Topic.CANCELLED and TAKEN in facts:
        return _second(call, facts[TAKEN], words)
    sentence = _what_was_done(topic, call, person, facts=facts, words=words)
    is_own = facts.get("by") == call.new.requester_id
    return sentence if is_own else _to_requester(call, sentence, words)


def _what_was_done(
    topic: Topic, call: Call, person: Mrkdwn, *, facts: Mapping[str, str], words: Words
) -> Mrkdwn:
    if topic is Topic.CANCELLED:
        return words.mrkdwn("Cancelled by {person}. Nobody was called.", person=person)
    if topic is Topic.RESCHEDULED:
        return words.mrkdwn(
            "Rescheduled by {person}: call #{instead} takes its place. Nobody was called.",
            person=person,
            instead=facts.get(INSTEAD, "?"),
        )
    said = facts.get(WORD, call.status)
    it_rang = WORDS_OF_PERSONS[Status.COMPLETED]
    return words.mrkdwn(WORDS_OF_PERSONS.get(Status(said), it_rang), person=person)


def _second(call: Call, taken: str, words: Words) -> Mrkdwn:
    """Say that a call is not made, since the one that it was to repeat may ring after all."""
    return _to_requester(
        call,
        words.mrkdwn(
            "I cancelled this call: Zeeg has taken call #{taken} to the same contact after all, "
            "and nobody is to be called twice. Nobody was called by this one.",
            taken=taken,
        ),
        words,
    )


def _blocked(call: Call, person: Mrkdwn, words: Words) -> Mrkdwn:
    if call.status not in AWAITED:
        return words.mrkdwn(
            "The number of call #{call_id} was put on the do-not-call list by {person}.",
            call_id=call.call_id,
            person=person,
        )
    sentence = words.mrkdwn(
        "The number of call #{call_id} was put on the do-not-call list by {person}, but Zeeg has "
        "the call already, and I cannot stop it from here: *it may still ring.* Cancel it in "
        "Zeeg's dashboard (Zeeg call {zeeg_id}).",
        call_id=call.call_id,
        person=person,
        zeeg_id=call.zeeg_id or "?",
    )
    return _to_requester(call, sentence, words)


def _to_requester(call: Call, sentence: Mrkdwn, words: Words) -> Mrkdwn:
    return words.mrkdwn(
        "{requester} {sentence}", requester=mention(call.new.requester_id), sentence=sentence
    )


def _buttons(topic: Topic, call: Call, *, words: Words, now: datetime) -> list[Block]:
    value = str(call.call_id)
    match topic:
        case Topic.REFUSED if call.failure is not None and call.failure.kind in FIXABLE:
            label = words.plain("Fix and send again")
        case Topic.EXPIRED:
            label = words.plain("Call now")
        case Topic.REFUSED | Topic.CANCELLED | Topic.NOT_PLACED:
            label = words.plain("Call again")
        case Topic.PENDING if call.request.scheduled_time is not None:
            return [details_button(call, words)]
        case Topic.UNCERTAIN | Topic.OVERDUE if call.is_unknown:
            return uncertain_buttons(call, words=words, now=now)
        case _:
            return []
    return [button(label, action_id=CALL_AGAIN, value=value)]
