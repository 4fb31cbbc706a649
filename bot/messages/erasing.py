"""What is said where a contact was erased, and to whoever asked for it."""

from collections.abc import Sequence

from bot.calls.call import Call
from bot.calls.erasing import Forgotten
from bot.messages.blocks import Rendered, actions, button, context, section
from bot.messages.masking import mask_number
from bot.messages.words import Mrkdwn, Words

FORGET = "forget_number"
IN_A_LIST = 20


def erased_card(call: Call, standing: Mrkdwn, words: Words) -> Rendered:
    """Show what is left of a call: its number, and how it stands."""
    text = erased(call, words)
    line = words.mrkdwn(
        "{standing} · agent {agent} · call #{call_id}",
        standing=standing,
        agent=call.request.agent.name,
        call_id=call.call_id,
    )
    return Rendered(text=f"{text} · {line}", blocks=[section(text), context(line)])


def erased(call: Call, words: Words) -> Mrkdwn:
    """Say that nobody knows any more who was called."""
    return words.mrkdwn(
        "Who call #{call_id} was for, and what came of it, has been erased.", call_id=call.call_id
    )


def nothing_left(call: Call, words: Words) -> Mrkdwn:
    """Answer a button or a subcommand for a call whose contact was erased."""
    return words.mrkdwn(
        "Who call #{call_id} was for has been erased, so there is nothing to show or to repeat. "
        "Nothing was changed.",
        call_id=call.call_id,
    )


def ask_to_forget(phone_number: str, words: Words) -> Rendered:
    """Ask for a yes before a number, in E.164, is forgotten: the button alone carries it whole."""
    text = words.mrkdwn(
        "Forget {number}? All that I keep of it is erased for good, calls to it that were not "
        "sent yet are cancelled, and their messages in Slack are edited. Nothing brings it back.",
        number=mask_number(phone_number),
    )
    yes = button(
        words.plain("Forget this number"), action_id=FORGET, value=phone_number, style="danger"
    )
    return Rendered(text=text, blocks=[section(text), actions(yes)])


def forgotten(number: str, done: Forgotten, words: Words) -> Mrkdwn:
    """Say what was erased, what was stopped, and what cannot be. `number` is masked."""
    if not (done.erased or done.open or done.others):
        return words.mrkdwn("I keep nothing of {number}. Nothing was changed.", number=number)
    if done.open:
        said = [
            words.mrkdwn("{number} is not forgotten as a whole yet.", number=number),
            words.mrkdwn(
                "*May still ring:* {calls}. Zeeg has it, or may have it, and I cannot stop it "
                "from here: cancel it in Zeeg's dashboard. What I keep of it is erased when it "
                "ends.",
                calls=_ids(done.open, words),
            ),
        ]
    else:
        said = [words.mrkdwn("{number} is forgotten.", number=number)]
    if done.erased:
        said.append(
            words.mrkdwn(
                "Erased: {calls}. What Slack shows of it is being edited; if Slack does not "
                "let me, I tell you which message.",
                calls=_ids(done.erased, words),
            )
        )
    if done.stopped:
        said.append(
            words.mrkdwn(
                "Stopped before anything was sent: {calls}. Nobody was called.",
                calls=_ids(done.stopped, words),
            )
        )
    said.append(
        words.mrkdwn(
            "What Zeeg keeps, and what people copied, is not in my hands. A number that is on the "
            "do-not-call list stays on it."
        )
    )
    return Mrkdwn(" ".join(said))


def not_edited(call: Call, code: Mrkdwn | str, words: Words) -> Mrkdwn:
    """Tell who asked to forget a number what Slack still shows."""
    return words.mrkdwn(
        "A message about call #{call_id} could not be edited ({code}). Delete it by hand, or ask "
        "an admin of the workspace to: it may still show a name.",
        call_id=call.call_id,
        code=code,
    )


def only_admins_forget(words: Words) -> Mrkdwn:
    """Answer somebody who is no admin."""
    return words.mrkdwn("Only admins can have a number forgotten. Nothing was changed.")


def how_to_forget(words: Words) -> Mrkdwn:
    """Say what belongs behind `forget`."""
    return words.mrkdwn(
        "Type the number behind it: `/zeegcall forget +49 30 23125001`. All that I keep of it is "
        "erased once you have said yes."
    )


def _ids(call_ids: Sequence[int], words: Words) -> Mrkdwn:
    shown = ", ".join(f"#{call_id}" for call_id in call_ids[:IN_A_LIST])
    more = len(call_ids) - IN_A_LIST
    if more > 0:
        return words.mrkdwn("{calls} and {count} more", calls=shown, count=more)
    return words.mrkdwn("{calls}", calls=shown)
