"""How a call ended, for its thread: every text that it tells is a stranger's, and masked."""

from collections.abc import Iterator, Mapping

from bot.calls.call import Call
from bot.calls.result import Booking, Result
from bot.calls.sharing import ShareResults
from bot.calls.status import Outcome
from bot.messages.blocks import Block, Rendered, actions, button, clip, context, section
from bot.messages.concerns import mention
from bot.messages.links import host_of, linked
from bot.messages.masking import mask_text
from bot.messages.times import for_reader, lasted
from bot.messages.words import Mrkdwn, Words, one_line, sentence

DETAILS = "call_details"
AGAIN = "again_after"
AGAIN_NOW = "again_now"
AGAIN_IN_AN_HOUR = "again_in_an_hour"
AGAIN_TOMORROW = "again_tomorrow"

LABELS: Mapping[str, str] = {
    AGAIN: sentence("Call again"),
    AGAIN_NOW: sentence("Call again now"),
    AGAIN_IN_AN_HOUR: sentence("In 1 hour"),
    AGAIN_TOMORROW: sentence("Tomorrow at this time"),
}
"""The buttons of the next step, by their action_id."""

REACHED_NOBODY = frozenset({Outcome.VOICEMAIL, Outcome.NOT_ANSWERED, Outcome.BUSY})

HEADLINES: Mapping[Outcome, str] = {
    Outcome.ANSWERED: sentence("{requester} *{name}* answered."),
    Outcome.VOICEMAIL: sentence("{requester} The call to *{name}* reached the voicemail."),
    Outcome.NOT_ANSWERED: sentence("{requester} *{name}* did not answer."),
    Outcome.BUSY: sentence("{requester} The line of *{name}* was busy."),
    Outcome.UNKNOWN: sentence(
        "{requester} The call to *{name}* is over; Zeeg does not say how it went."
    ),
}

HEADLINES_WITH_TIME: Mapping[Outcome, str] = {
    Outcome.ANSWERED: sentence("{requester} *{name}* answered: {time}."),
    Outcome.VOICEMAIL: sentence("{requester} The call to *{name}* reached the voicemail: {time}."),
    Outcome.NOT_ANSWERED: HEADLINES[Outcome.NOT_ANSWERED],
    Outcome.BUSY: HEADLINES[Outcome.BUSY],
    Outcome.UNKNOWN: sentence(
        "{requester} The call to *{name}* is over after {time}; Zeeg does not say how it went."
    ),
}

SUMMARY_LIMIT, LINE_LIMIT, LINES_LIMIT = 2000, 300, 20


def outcome_reply(call: Call, *, facts: Mapping[str, str], words: Words) -> Rendered:
    """Tell how a call ended, what came of it as far as it is shared, and what to do next."""
    share = ShareResults(facts.get("share", ShareResults.SUMMARY))
    lines = [_headline(call, words), *_result_lines(call, share, words)]
    pressed = pressed_line(facts, words)
    blocks = [
        *(section(line) for line in lines),
        actions(*_buttons(call, words)),
        *([context(pressed)] if pressed else []),
    ]
    return Rendered(text="\n".join([*lines, *([pressed] if pressed else [])]), blocks=blocks)


def pressed_line(facts: Mapping[str, str], words: Words) -> Mrkdwn | None:
    """Say who pressed which button, one phrase each."""
    said = [
        words.mrkdwn(
            "{person} pressed *{label}*.", person=mention(facts[action]), label=words.plain(label)
        )
        for action, label in LABELS.items()
        if action in facts
    ]
    return Mrkdwn(" ".join(said)) if said else None


def booking_line(booking: Booking, *, zone: str, words: Words) -> Mrkdwn | None:
    """Tell what was booked: what, when in the reader's zone, and the way in if it is safe."""
    parts = list(_booking_parts(booking, zone=zone, words=words))
    if not parts:
        return None
    return words.mrkdwn(":calendar: Booked: {what}", what=Mrkdwn(", ".join(parts)))


def deeds_line(result: Result, words: Words) -> Mrkdwn | None:
    """Tell what the agent did during the call."""
    deeds = [said for deed in result.deeds[:LINES_LIMIT] if (said := _shown(deed, 100))]
    return words.mrkdwn("The agent did: {deeds}", deeds=", ".join(deeds)) if deeds else None


def safe_link(url: str, words: Words) -> Mrkdwn | None:
    """Make a link that shows where it leads, None unless that is sure."""
    host = host_of(url)
    return None if host is None else linked(url, words.mrkdwn("Join at {host}", host=host))


def pressed_before(by: str, call_id: int | None, words: Words) -> Mrkdwn:
    """Answer somebody who pressed a button that another had pressed."""
    if call_id is None:
        return words.mrkdwn(
            "{person} pressed that already, and has the form. Nothing was changed: the other "
            "buttons still work.",
            person=mention(by),
        )
    return words.mrkdwn(
        "{person} pressed that already: it is call #{call_id}.",
        person=mention(by),
        call_id=call_id,
    )


def details_button(call: Call, words: Words) -> Block:
    """Let whoever may see it look at all of a call: its number, and what came of it."""
    return button(words.plain("Details"), action_id=DETAILS, value=str(call.call_id))


def _headline(call: Call, words: Words) -> Mrkdwn:
    outcome = call.outcome or Outcome.UNKNOWN
    seconds = call.result.seconds if call.result else None
    return words.mrkdwn(
        HEADLINES_WITH_TIME[outcome] if seconds else HEADLINES[outcome],
        requester=mention(call.new.requester_id),
        name=clip(mask_text(call.request.full_name), 150),
        time=lasted(seconds or 0, words),
    )


def _result_lines(call: Call, share: ShareResults, words: Words) -> Iterator[Mrkdwn]:
    result = call.result
    if result is None or result == Result(started_at=result.started_at, seconds=result.seconds):
        return
    if share is ShareResults.REQUESTER:
        yield words.mrkdwn("What came of it opens by *Details*.")
        return
    summary = _shown(result.summary, SUMMARY_LIMIT)
    if summary:
        yield words.mrkdwn("{summary}", summary=summary)
    booking = result.booking
    yield from _if_any(
        booking_line(booking, zone=call.new.requester_zone, words=words) if booking else None,
        deeds_line(result, words),
    )
    if share is ShareResults.ALL:
        yield from _if_any(_collected(result, words))


def _if_any(*lines: Mrkdwn | None) -> Iterator[Mrkdwn]:
    return (line for line in lines if line)


def _collected(result: Result, words: Words) -> Mrkdwn | None:
    lines = [
        words.mrkdwn(
            "*{name}*: {said}",
            name=_shown(name, 100) or "–",
            said=_shown(said, LINE_LIMIT) or "–",
        )
        for name, said in result.collected[:LINES_LIMIT]
    ]
    # A section holds 3000 signs: what does not fit is in the details, whole.
    shown = ""
    for line in lines:
        if len(shown) + len(line) > 2900:
            break
        shown = f"{shown}\n{line}" if shown else line
    return Mrkdwn(shown) if shown else None


def _booking_parts(booking: Booking, *, zone: str, words: Words) -> Iterator[Mrkdwn]:
    title, status = _shown(booking.title, 150), _shown(booking.status, 50)
    if title:
        yield words.mrkdwn("*{title}*", title=title)
    if booking.starts_at is not None:
        yield for_reader(booking.starts_at, zone=zone, words=words)
    if status:
        yield words.mrkdwn("{status}", status=status)
    link, place = safe_link(booking.join_url, words), _shown(booking.place, 100)
    if link is not None:
        yield link
    elif place:
        yield words.mrkdwn("{place}", place=place)


def _shown(text: str, limit: int) -> str:
    """Put a stranger's text into one masked line; empty if nothing of it could be seen."""
    return clip(mask_text(one_line(text)), limit)


def _buttons(call: Call, words: Words) -> list[Block]:
    steps = (
        (AGAIN_NOW, AGAIN_IN_AN_HOUR, AGAIN_TOMORROW)
        if call.outcome in REACHED_NOBODY
        else (AGAIN,)
    )
    value = str(call.call_id)
    return [
        details_button(call, words),
        *(button(words.plain(LABELS[step]), action_id=step, value=value) for step in steps),
    ]
