"""What is said of the do-not-call list, to one person alone."""

from collections.abc import Sequence

from bot.calls.block import Block, Blocked, BlockList, TakenOff
from bot.calls.call import Call
from bot.messages.blocks import Rendered, paragraphs, section
from bot.messages.concerns import mention
from bot.messages.lists import MORE
from bot.messages.masking import mask_text
from bot.messages.times import UTC, all_of, for_reader
from bot.messages.words import Mrkdwn, Words, sentence

HOW_TO_BLOCK = sentence(
    "Type the number behind it, and why: `/zeegcall {word} +49 30 23125001 {example}`."
)
EXAMPLE = sentence("asked not to be called")


def how_to_block(word: str, words: Words) -> Mrkdwn:
    """Say what belongs behind `block` or `unblock`."""
    example = words.plain(EXAMPLE) if word == "block" else ""
    return words.mrkdwn(HOW_TO_BLOCK if example else SHORT_HOW_TO, word=word, example=example)


SHORT_HOW_TO = sentence("Type the number behind it: `/zeegcall {word} +49 30 23125001`.")


def number_blocked(blocked: Blocked, words: Words) -> Mrkdwn:
    """Say that a number is on the list, which calls were stopped, and which may still ring."""
    number = blocked.block.masked
    first = (
        words.mrkdwn(
            "{number} is on the do-not-call list now: from here nobody is called there.",
            number=number,
        )
        if blocked.is_new
        else words.mrkdwn(
            "{number} is on the list already: {entry}",
            number=number,
            entry=entry(blocked.block, words),
        )
    )
    sentences = [first]
    if blocked.refused:
        sentences.append(
            words.mrkdwn(
                "Stopped before anything was sent: {calls}. Nobody was called.",
                calls=_calls(blocked.refused, words),
            )
        )
    if blocked.at_zeeg:
        sentences.append(
            words.mrkdwn(
                "*May still ring:* {calls}. I cannot stop that from here: cancel it in Zeeg's "
                "dashboard.",
                calls=Mrkdwn(all_of([_at_zeeg(call, words) for call in blocked.at_zeeg], words)),
            )
        )
    sentences.append(words.mrkdwn("An admin takes it off with `/zeegcall unblock`."))
    return Mrkdwn(" ".join(sentences))


def number_unblocked(block: Block | None, words: Words) -> Mrkdwn:
    """Say that a number may be called again, and what stood on the list."""
    if block is None:
        return words.mrkdwn("This number is not on the do-not-call list. Nothing was changed.")
    return words.mrkdwn(
        "{number} is off the do-not-call list. It stood there {entry}",
        number=block.masked,
        entry=entry(block, words),
    )


def only_members(words: Words) -> Mrkdwn:
    """Refuse a guest, or somebody of another organisation."""
    return words.mrkdwn(
        "Only full members of this workspace see and change the do-not-call list, not guests or "
        "people of other organisations. Nothing was changed."
    )


def only_admins_unblock(words: Words) -> Mrkdwn:
    """Refuse somebody who is no admin."""
    return words.mrkdwn(
        "Only admins take a number off the do-not-call list. Nothing was changed. "
        "`/zeegcall blocked` shows who put it there and why."
    )


def blocked_numbers(listed: BlockList, words: Words) -> Rendered:
    """Show the list, newest first, and what was taken off it last."""
    if listed.newest:
        title = words.mrkdwn("*Do not call*, newest first:")
    else:
        title = words.mrkdwn(
            "The do-not-call list is empty. Put a number on it with `/zeegcall block`."
        )
    lines = [
        words.mrkdwn("• {number} {entry}", number=block.masked, entry=entry(block, words))
        for block in listed.newest
    ]
    if listed.has_more:
        lines.append(words.mrkdwn(MORE, count=len(listed.newest)))
    parts = [title, *paragraphs(lines)]
    if listed.taken_off:
        parts.append(words.mrkdwn("*Taken off it*, newest first:"))
        parts += paragraphs([_taken_off(each, words) for each in listed.taken_off])
    return Rendered(text=Mrkdwn("\n".join(parts)), blocks=[section(part) for part in parts])


def _taken_off(taken_off: TakenOff, words: Words) -> Mrkdwn:
    """Say who took a number off the list, and what stood there."""
    return words.mrkdwn(
        "• {number}, {at}, by {person}. It stood there {entry}",
        number=taken_off.block.masked,
        at=for_reader(taken_off.unblocked_at, zone=UTC, words=words),
        person=mention(taken_off.unblocked_by),
        entry=entry(taken_off.block, words),
    )


def entry(block: Block, words: Words) -> Mrkdwn:
    """Say who put a number on the list, when and why."""
    since = words.mrkdwn(
        "since {at}, by {person}",
        at=for_reader(block.blocked_at, zone=UTC, words=words),
        person=mention(block.blocked_by),
    )
    if not block.reason:
        return words.mrkdwn("{since}.", since=since)
    return words.mrkdwn(
        "{since}, because: “{reason}”.", since=since, reason=mask_text(block.reason)
    )


def _at_zeeg(call: Call, words: Words) -> Mrkdwn:
    """Say by what a call is found in Zeeg's dashboard."""
    at = for_reader(call.due, zone=call.new.requester_zone, words=words)
    facts = {"call_id": call.call_id, "at": at, "agent": call.request.agent.name}
    if call.zeeg_id is None:
        return words.mrkdwn("call #{call_id} ({at}, agent {agent})", **facts)
    return words.mrkdwn(
        "call #{call_id} ({at}, agent {agent}, Zeeg call {zeeg_id})", zeeg_id=call.zeeg_id, **facts
    )


def _calls(call_ids: Sequence[int], words: Words) -> str:
    return words.plain(", ").join(words.plain("call #{id}", id=call_id) for call_id in call_ids)
