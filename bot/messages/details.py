"""All that is known of a call, on pages: for those who may see numbers and emails."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.calls.call import Call
from bot.calls.result import Booking, Result
from bot.messages.blocks import Block, actions, button, context, plain_section, section
from bot.messages.cards import standing
from bot.messages.masking import mask_number, mask_text
from bot.messages.outcomes import booking_line
from bot.messages.times import for_reader
from bot.messages.words import Mrkdwn, Words, one_line, sentence, visible

EARLIER, LATER = "details_earlier", "details_later"

PIECE = 2800
"""Signs in one block; Slack takes 3000."""

PAGE_SIGNS, PAGE_BLOCKS = 12_000, 40

SPEAKERS: Mapping[str, str] = {
    **dict.fromkeys(("agent", "assistant", "ai"), sentence("Agent")),
    **dict.fromkeys(("user", "contact", "customer", "human"), sentence("Contact")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How much a reader may see: whole numbers and emails, or masked; times in `zone`."""

    whole: bool
    zone: str


def details_pages(call: Call, seen: Seen, words: Words) -> list[list[Block]]:
    """Lay all of it out, nothing cut off, on as many pages as it needs."""
    pages: list[list[Block]] = [[]]
    signs = 0
    for block in _blocks(call, seen, words):
        size = len(str(block))
        if pages[-1] and (len(pages[-1]) >= PAGE_BLOCKS or signs + size > PAGE_SIGNS):
            pages.append([])
            signs = 0
        pages[-1].append(block)
        signs += size
    return pages


def text_pages(text: str) -> list[list[Block]]:
    """Lay a long text out on pages, word for word."""
    pieces = [plain_section(piece) for piece in _pieces(text)]
    return [pieces[start : start + 4] for start in range(0, len(pieces), 4)] or [[]]


def page_turner(value: str, number: int, of: int, words: Words) -> list[Block]:
    """Make the buttons that turn pages; `value` names what is paged. None for a single page."""
    if of == 1:
        return []
    label = words.mrkdwn("Page {number} of {count}", number=number, count=of)
    turns = [
        button(words.plain(text), action_id=action_id, value=f"{value}:{to}")
        for text, action_id, to in (
            (sentence("Earlier"), EARLIER, number - 1),
            (sentence("Later"), LATER, number + 1),
        )
        if 1 <= to <= of
    ]
    return [context(label), actions(*turns)]


def _blocks(call: Call, seen: Seen, words: Words) -> Iterator[Block]:
    yield section(_facts(call, seen, words))
    if call.request.additional_data:
        yield from _part(words.mrkdwn("*About*"), _shown(call.request.additional_data, seen))
    result = call.result
    if result is None:
        return
    if result.summary:
        yield from _part(words.mrkdwn("*Summary*"), _shown(result.summary, seen))
    if result.booking is not None:
        yield from _booking(result.booking, seen, words)
    if result.deeds:
        deeds = "\n".join(_shown(one_line(deed), seen) for deed in result.deeds)
        yield from _part(words.mrkdwn("*What the agent did*"), deeds)
    if result.collected:
        yield from _part(words.mrkdwn("*Collected data*"), _collected(result, seen))
    if result.turns:
        yield from _part(words.mrkdwn("*Transcript*"), _transcript(result, seen, words))


def _facts(call: Call, seen: Seen, words: Words) -> Mrkdwn:
    request = call.request
    number = request.phone.e164 if seen.whole else mask_number(request.phone.e164)
    lines = [
        words.mrkdwn("*{name}*", name=_shown(request.full_name[:200], seen)),
        standing(call, words),
        words.mrkdwn("Phone: {number}", number=number),
        *([words.mrkdwn("Email: {email}", email=request.email[:300])] if seen.whole else []),
        *_due(call, seen, words),
        *_started(call.result, seen, words),
        words.mrkdwn("Agent: {agent}", agent=request.agent.name),
        words.mrkdwn("Zeeg call {zeeg_id}, reference {reference}", **_ids(call)),
    ]
    return Mrkdwn("\n".join(lines))


def _ids(call: Call) -> dict[str, str]:
    return {"zeeg_id": call.zeeg_id or "?", "reference": call.reference}


def _due(call: Call, seen: Seen, words: Words) -> list[Mrkdwn]:
    at = call.request.scheduled_time
    if at is None:
        return []
    return [words.mrkdwn("Scheduled: {at}", at=for_reader(at, zone=seen.zone, words=words))]


def _started(result: Result | None, seen: Seen, words: Words) -> list[Mrkdwn]:
    at: datetime | None = result.started_at if result else None
    if at is None:
        return []
    return [words.mrkdwn("Began: {at}", at=for_reader(at, zone=seen.zone, words=words))]


def _booking(booking: Booking, seen: Seen, words: Words) -> Iterator[Block]:
    line = booking_line(booking, zone=seen.zone, words=words)
    if line is not None:
        yield section(line)
    if booking.join_url and seen.whole:
        # As it stands, so that a link that is not offered as one can still be looked at.
        yield from _part(words.mrkdwn("*Where it takes place*"), booking.join_url)


def _collected(result: Result, seen: Seen) -> str:
    lines = (
        f"{_shown(one_line(name), seen)}: {_shown(said, seen)}" if name else _shown(said, seen)
        for name, said in result.collected
    )
    return "\n".join(lines)


def _transcript(result: Result, seen: Seen, words: Words) -> str:
    lines = (
        f"{_speaker(turn.speaker, words)}: {_shown(turn.words, seen)}"
        if turn.speaker
        else _shown(turn.words, seen)
        for turn in result.turns
    )
    return "\n".join(lines)


def _speaker(role: str, words: Words) -> str:
    """Name who spoke: Zeeg tells a role, as one names it to a machine."""
    known = SPEAKERS.get(role.strip().casefold())
    return words.plain(known) if known else one_line(role).capitalize()


def _shown(text: str, seen: Seen) -> str:
    return text if seen.whole else mask_text(visible(text))


def _part(title: Mrkdwn, text: str) -> Iterator[Block]:
    pieces = list(_pieces(text))
    if pieces:
        yield section(title)
    for piece in pieces:
        yield plain_section(piece)


def _pieces(text: str) -> Iterator[str]:
    """Cut a text where a line or a word ends, and leave nothing out."""
    rest = visible(text).strip()
    while len(rest) > PIECE:
        cut = max(rest.rfind("\n", 0, PIECE), rest.rfind(" ", PIECE // 2, PIECE))
        end = cut + 1 if cut > 0 else PIECE
        piece = rest[:end].strip()
        if piece:
            yield piece
        rest = rest[end:]
    if rest.strip():
        yield rest.strip()
