"""Lists of calls: a line for each, with the buttons that its thread has too."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.calls.call import Call
from bot.calls.listing import Half, Listing, Page
from bot.messages.blocks import Block, Rendered, actions, button, clip, section
from bot.messages.call_buttons import call_buttons
from bot.messages.cards import standing_now
from bot.messages.concerns import mention
from bot.messages.masking import mask_number, mask_text
from bot.messages.permission import FOR_MEMBERS
from bot.messages.times import for_reader
from bot.messages.words import Mrkdwn, Words, sentence

NONE_YET = sentence(
    "You have no calls yet. Try `/zeegcall Alex Mueller +49 30 23125001 "
    "alex.mueller@example.com tomorrow 2pm`, or `/zeegcall` alone for a form."
)
SHOW_MORE = "list_more"
MORE = sentence("There are more than these {count}.")
MORE_ELSEWHERE = sentence(
    "There are more than these {count}: `/zeegcall list` leads to the others."
)
NO_MORE = sentence("There are no more.")
NONE_AT_ALL = sentence("There are no calls yet.")
NOTHING_TO_CANCEL = sentence(
    "There is nothing to cancel: none of your calls waits or is under way."
)
ALL_ERASED = sentence(
    "Your calls are not kept any more: their names and numbers were erased, because they are old "
    "or because somebody asked for it. `/zeegcall` opens the form for a new one."
)
ALL_OF_ALL_ERASED = sentence(
    "No call is kept any more: their names and numbers were erased, because they are old or "
    "because somebody asked for it."
)


def listed(
    listing: Listing,
    *,
    words: Words,
    now: datetime,
    of_all: bool = False,
    for_guest: bool = False,
    to_cancel: bool = False,
    is_page: bool = False,
) -> Rendered:
    """
    Show calls to one person: their own, or everybody's to an admin; `to_cancel` one of them.
    `is_page` tells that others were shown before.
    """
    parts = list(list_parts(listing, words=words, now=now, of_all=of_all))
    if not parts and is_page:
        parts = [(words.mrkdwn(NO_MORE), ())]
    if parts and to_cancel and not listing.upcoming:
        parts = [(words.mrkdwn(NOTHING_TO_CANCEL), ()), *parts]
    if not parts:
        parts = [(_nothing(listing, words, of_all=of_all, for_guest=for_guest), [])]
    return Rendered(
        text="\n".join(text for text, _ in parts),
        blocks=[block for text, buttons in parts for block in _blocks(text, buttons)],
    )


def list_parts(
    listing: Listing,
    *,
    words: Words,
    now: datetime,
    of_all: bool = False,
    is_home: bool = False,
) -> Iterator[tuple[Mrkdwn, Sequence[Block]]]:
    """
    Give each paragraph of a list with its buttons; nothing if there are no calls. Home is no
    place for another page.
    """
    upcoming, recent = words.mrkdwn("*Upcoming and under way*"), words.mrkdwn("*Recent*")
    for half, title, calls, more in (
        (Half.UPCOMING, upcoming, listing.upcoming, listing.more_upcoming),
        (Half.RECENT, recent, listing.recent, listing.more_recent),
    ):
        if calls:
            yield title, ()
        for call in calls:
            line = call_line(call, words=words, now=now, of_all=of_all)
            yield line, call_buttons(call, words=words, now=now)
        if more and is_home:
            yield words.mrkdwn(MORE_ELSEWHERE, count=len(calls)), ()
        elif more:
            page = Page(half=half, after=calls[-1].call_id)
            yield words.mrkdwn(MORE, count=len(calls)), [_show_more(page, words, of_all=of_all)]


def call_line(call: Call, *, words: Words, now: datetime, of_all: bool = False) -> Mrkdwn:
    """Say in a line or two who is called, when, and where it stands."""
    facts = {
        "call_id": call.call_id,
        "name": clip(mask_text(call.request.full_name), 150),
        "number": mask_number(call.request.phone.e164),
        "at": for_reader(call.due, zone=call.new.requester_zone, words=words),
        "standing": standing_now(call, words=words, now=now),
        "agent": call.request.agent.name,
        "requester": mention(call.new.requester_id),
    }
    if of_all:
        return words.mrkdwn(
            "#{call_id} *{name}* ({number}), {at}\n"
            "{standing} · agent {agent} · asked for by {requester}",
            **facts,
        )
    return words.mrkdwn(
        "#{call_id} *{name}* ({number}), {at}\n{standing} · agent {agent}", **facts
    )


def _show_more(page: Page, words: Words, *, of_all: bool) -> Block:
    whose = "all" if of_all else "mine"
    value = f"{whose} {page.half} {page.after}"
    return button(words.plain("Show more"), action_id=SHOW_MORE, value=value)


def read_page(value: str) -> tuple[Page, bool]:
    """Read what *Show more* asks for, and whether it is of everybody's calls."""
    whose, half, after = value.split()
    return Page(half=Half(half), after=int(after)), whose == "all"


def only_admins_list_all(words: Words) -> Mrkdwn:
    """Answer `list all` of somebody who is no admin."""
    return words.mrkdwn("Only admins can list everybody's calls. `/zeegcall list` shows yours.")


def _nothing(listing: Listing, words: Words, *, of_all: bool, for_guest: bool) -> Mrkdwn:
    if for_guest:
        return words.mrkdwn(FOR_MEMBERS)
    if listing.were_erased:
        return words.mrkdwn(ALL_OF_ALL_ERASED if of_all else ALL_ERASED)
    return words.mrkdwn(NONE_AT_ALL if of_all else NONE_YET)


def _blocks(text: Mrkdwn, buttons: Sequence[Block]) -> list[Block]:
    return [section(text), *([actions(*buttons)] if buttons else [])]
