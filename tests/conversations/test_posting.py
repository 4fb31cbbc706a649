"""Where the bot may not post: found out before anybody's phone rings."""

import pytest

from bot.calls.draft import Surface
from bot.messages.welcome import CALL_SOMEONE
from bot.playground.faults import rate_limited, slack_error
from bot.playground.records import Message
from tests.conversations.stage import ALEX, Stage, is_welcome
from tests.conversations.test_form import FILLED_IN


def direct_messages(stage: Stage) -> list[Message]:
    """What the bot wrote to Jane directly."""
    return stage.jane.sees_from_app()


async def posted_directly(stage: Stage) -> Message:
    """Wait for the card in Jane's direct messages."""
    return await stage.until(
        lambda: next((each for each in direct_messages(stage) if each.metadata), None)
    )


@pytest.mark.parametrize("channel_id", ["C_OTHER", "G_BOARD"])
async def test_the_card_comes_by_direct_message_with_a_note_how_to_invite(
    stage: Stage, channel_id: str
) -> None:
    await stage.type(ALEX, channel_id=channel_id)

    card = await posted_directly(stage)
    assert "Alex Mueller" in card.text
    note = await stage.whispered("I may not post in that channel", channel_id)
    assert "/invite @zeegcall" in note.text
    await stage.until(lambda: stage.jane.sees(card.channel_id, card.ts)[1:])
    assert len(stage.posts) == 1


REFUSALS = [
    "not_in_channel",
    "channel_not_found",
    "is_archived",
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "msg_blocks_too_long",
    "missing_scope",
    "ekm_access_denied",
    "team_access_not_granted",
    "an_error_that_slack_invents_tomorrow",
]


@pytest.mark.parametrize("refusal", REFUSALS)
async def test_every_refusal_of_slacks_leads_to_the_direct_message(
    stage: Stage, refusal: str
) -> None:
    stage.playground.faults.next("chat.postMessage", slack_error(refusal))
    await stage.type(ALEX)

    await posted_directly(stage)
    note = await stage.whispered("I may not post in that channel")
    assert f"`{refusal}`" in note.text
    is_lost = refusal in {"not_in_channel", "channel_not_found"}
    assert ("/invite @zeegcall" in note.text) == is_lost
    assert ("ask in another one" in note.text) == (refusal == "is_archived")
    assert ("Whoever manages that channel" in note.text) == refusal.startswith("restricted")


async def test_no_card_no_call(stage: Stage) -> None:
    refused = slack_error("restricted_action")
    stage.playground.faults.next("chat.postMessage", refused, times=2)
    await stage.type(ALEX)

    note = await stage.whispered("there would be no thread")
    assert "Nobody was called." in note.text
    assert "(`restricted_action`)" in note.text
    assert stage.posts == []

    await stage.jane.click(note, "call_again")
    view = await stage.form()
    assert "Alex Mueller" in str(view.content)


async def test_what_slack_refuses_for_good_is_in_the_log(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await stage.type(ALEX)
    await stage.told("is pending")
    stage.playground.faults.next("chat.update", slack_error("cant_update_message"), times=9)

    await stage.playground.zeeg.complete(stage.playground.zeeg.calls[0])

    await stage.told("answered")
    given_up = "message given up key=call:1:card_edit"
    await stage.until(lambda: given_up in caplog.text or None)
    assert "code=cant_update_message" in caplog.text


async def test_a_busy_slack_is_waited_for(stage: Stage) -> None:
    stage.playground.faults.next("chat.postMessage", rate_limited(0), times=2)
    await stage.type(ALEX)

    await stage.told("is pending")
    assert len(stage.cards()) == 1
    assert len(stage.posts) == 1


async def test_an_unanswered_card_holds_the_call_back_until_it_is_too_late(stage: Stage) -> None:
    stage.playground.faults.next("chat.postMessage", slack_error("service_unavailable"))
    await stage.type(ALEX)
    await stage.until(lambda: stage.playground.traffic.of("chat.postMessage") or None)

    stage.pass_time(301)

    await stage.told("never call late")
    assert stage.posts == []


async def test_the_first_card_in_a_channel_says_who_is_new_once(stage: Stage) -> None:
    for line in (ALEX, "Pat Lee +49 30 23125002 pat.lee@example.com tomorrow 2pm"):
        await stage.type(line)
    await stage.until(lambda: len(stage.posts) == 2 or None)

    def welcomes() -> list[Message]:
        in_threads = [stage.jane.sees("C_SALES", card.ts) for card in stage.cards()]
        return [each for thread in in_threads for each in thread if is_welcome(each)]

    [said] = await stage.until(welcomes)
    assert said.text.count("/zeegcall") == 2

    await stage.jane.click(said, CALL_SOMEONE)
    await stage.form()
    await stage.jane.submit({**FILLED_IN, "phone_number": "+49 30 23125003"})
    await stage.until(lambda: len(stage.cards()) == 3 or None)
    call = stage.house.ledger.call(3)
    assert call is not None
    assert call.new.surface is Surface.BUTTON


async def test_direct_messages_begin_without_it(stage: Stage) -> None:
    await stage.type(ALEX, channel_id="G_BOARD")

    await stage.until(lambda: stage.posts or None)

    said = [
        message
        for channel in stage.playground.workspace.channels.values()
        for message in channel.messages
        if is_welcome(message)
    ]
    assert said == []
