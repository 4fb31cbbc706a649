"""Asks which of somebody's earlier contacts is meant."""

from collections.abc import Sequence

from bot.calls.call import Call
from bot.messages.blocks import Rendered, actions, button, clip, section
from bot.messages.masking import mask_number
from bot.messages.usage import OPEN_FORM
from bot.messages.words import Mrkdwn, Words

PICK_CONTACT = "pick_contact"

OFFERED = 10
"""Contacts to choose from."""


def which_contact(calls: Sequence[Call], *, draft_id: str, words: Words) -> Rendered:
    """Offer the contacts of these calls, or a form without any; for their requester alone."""
    text = words.mrkdwn("Whom do you mean? The form opens before anybody is called.")
    if len(calls) > OFFERED:
        more = words.mrkdwn(
            "These are the {count} of {total} whom you called last: for another one, type more of "
            "the name, or the email.",
            count=OFFERED,
            total=len(calls),
        )
        text = Mrkdwn(f"{text} {more}")
    offered = [
        button(
            words.plain(
                "{name}, {number}",
                name=clip(call.request.full_name, 40),
                number=mask_number(call.request.phone.e164),
            ),
            action_id=f"{PICK_CONTACT}:{place}",
            value=f"{draft_id}:{call.call_id}",
        )
        for place, call in enumerate(calls[:OFFERED])
    ]
    other = button(words.plain("Somebody else"), action_id=OPEN_FORM, value=draft_id)
    return Rendered(text=text, blocks=[section(text), actions(*offered, other)])


def from_earlier(call_id: int, words: Words) -> Mrkdwn:
    """Say in the form where its contact comes from."""
    return words.mrkdwn(
        "Filled in from call #{call_id}, your last one to this contact.", call_id=call_id
    )
