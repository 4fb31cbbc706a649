"""Many calls at once: the form, the preview, the progress card and the result file, in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.calls.bulk import BY_RULE, STOOD_STILL, BulkRow, Job, JobState, RowState, Tally
from bot.calls.doubts import hidden
from bot.calls.request import Agent
from bot.calls.status import Status
from bot.messages.blocks import (
    Block,
    Rendered,
    actions,
    button,
    context,
    paragraphs,
    question,
    section,
)
from bot.messages.bulk_rows import called_line, reason_of, unusual_line, wrong_line
from bot.messages.bulk_words import (
    LOOK,
    OPEN_PREVIEW,
    PAUSE,
    READY,
    RESUME,
    ROW_WORDS,
    SEND_RESULT,
    SHOWN_NOWHERE,
    STATES,
    STOP,
)
from bot.messages.cards import ENDED, HEARSAY, STANDING, UNHEARD
from bot.messages.concerns import mention
from bot.messages.exporting import export_refused
from bot.messages.slack_refusals import how_to_post, named
from bot.messages.words import Mrkdwn, Words

SHOWN, SHOWN_OTHERWISE = 10, 60
"""Rows that a preview shows: of those without a question, and of each other kind."""


HEAD = ("row", "status", "outcome", "call", "reason")
"""The result file's columns; their names are for programs too, and the same in every language."""


def preview_blocks(
    job: Job, rows: Sequence[BulkRow], *, zone: str, agents: Sequence[Agent], words: Words
) -> list[Block]:
    """Show what would be called, what is unusual about it, and what is wrong."""
    ready = [row for row in rows if row.state is RowState.READY]
    unusual = [row for row in rows if row.state is RowState.UNUSUAL]
    wrong = [row for row in rows if row.state is RowState.WRONG]
    blocks = [section(_counted(ready, unusual, wrong, words))]
    if job.ignored:
        names = ", ".join(job.ignored)
        blocks.append(context(words.mrkdwn("I leave these columns out: {names}.", names=names)))
    several = len(agents) > 1
    names_of = {agent.uuid: agent.name for agent in agents} if several else {}
    lines = (called_line(row, zone, names_of, words) for row in ready)
    blocks += _listed(words.mrkdwn("*These are called*"), list(lines), words, most=SHOWN)
    unusual_lines = [unusual_line(row, zone, names_of, words) for row in unusual]
    blocks += _listed(words.mrkdwn("*These are unusual*"), unusual_lines, words)
    wrong_lines = [wrong_line(row, zone, words) for row in wrong]
    blocks += _listed(words.mrkdwn("*These are left out*"), wrong_lines, words)
    return blocks


def offer_preview(token: str, words: Words) -> Rendered:
    """Bring a preview that could not be shown where its form was."""
    text = words.mrkdwn(READY)
    look = button(words.plain(LOOK), action_id=OPEN_PREVIEW, value=token, style="primary")
    return Rendered(text=text, blocks=[section(text), actions(look)])


def progress_card(job: Job, tally: Tally, words: Words) -> Rendered:
    """Show everybody how far a list is; its calls are told of in its thread."""
    headline = words.mrkdwn(
        ":telephone_receiver: {requester} asked for calls to a list of {count}",
        requester=mention(job.user_id),
        count=tally.of,
    )
    standing, counts = _standing(job, words), _counts(job, tally, words)
    buttons = _buttons(job, words)
    return Rendered(
        text=f"{headline} · {standing} · {counts}",
        blocks=[
            section(headline),
            section(standing),
            context(counts),
            *([actions(*buttons, block_id="list_buttons")] if buttons else []),
        ],
    )


def result_refused(job: Job, code: str, words: Words) -> Rendered:
    """Say why there is no result file, with a button that sends it once there may be one."""
    sorry = export_refused(code, words)
    return Rendered(text=sorry, blocks=[section(sorry), actions(_send_result(job, words))])


def shown_nowhere(code: str, words: Words) -> Rendered:
    """Say that a list whose card may stand nowhere has ended before it began."""
    sorry = words.mrkdwn(SHOWN_NOWHERE, code=named(code), advice=how_to_post(code, words))
    return Rendered(text=sorry, blocks=[section(sorry)])


def result_rows(
    rows: Iterable[BulkRow], *, zone: str, words: Words
) -> Iterator[tuple[object, ...]]:
    """Say of every row what became of it, with times in `zone`; nothing of a contact is in it."""
    for row in rows:
        yield (
            row.number,
            words.plain(_stands(row)),
            words.plain(ENDED[row.outcome]) if row.outcome else "",
            row.call_id or "",
            reason_of(replace(row, doubts=tuple(map(hidden, row.doubts))), words, zone),
        )


def result_sent(count: int, words: Words) -> Mrkdwn:
    """Say what the result file holds."""
    return words.counted(
        "What became of the one row of this list, as far as it is known now. Its card tells what "
        "comes later.",
        "What became of the {count} rows of this list, as far as it is known now. The cards tell "
        "what comes later.",
        count,
    )


def _stands(row: BulkRow) -> str:
    if row.status is None:
        return ROW_WORDS[row.state]
    if row.status is Status.PENDING and row.is_overdue:
        return UNHEARD
    return (HEARSAY if row.is_hearsay else STANDING)[row.status]


def _counted(
    ready: Sequence[BulkRow], unusual: Sequence[BulkRow], wrong: Sequence[BulkRow], words: Words
) -> Mrkdwn:
    said = [words.counted("*One row can be called.*", "*{count} rows can be called.*", len(ready))]
    if unusual:
        said.append(
            words.counted(
                "One is unusual, and is only called if you say so.",
                "{count} are unusual, and are only called if you say so.",
                len(unusual),
            )
        )
    if wrong:
        said.append(words.counted("One is left out.", "{count} are left out.", len(wrong)))
    return Mrkdwn(" ".join(said))


def _listed(
    title: Mrkdwn, lines: Sequence[Mrkdwn], words: Words, *, most: int = SHOWN_OTHERWISE
) -> list[Block]:
    if not lines:
        return []
    shown = list(lines[:most])
    if len(lines) > most:
        shown.append(words.counted("… and one more.", "… and {count} more.", len(lines) - most))
    return [section(paragraph) for paragraph in paragraphs([title, *shown])]


def _counts(job: Job, tally: Tally, words: Words) -> Mrkdwn:
    """Count the rows; how calls end is told by their own cards once the list has ended."""
    if job.state is JobState.ENDED:
        return words.mrkdwn(
            "{sent} sent to Zeeg · {left_out} not called",
            sent=tally.sent,
            left_out=tally.left_out,
        )
    return words.mrkdwn(
        "{sent} sent to Zeeg ({reached} answered or voicemail, {nobody} reached nobody) · "
        "{under_way} under way · {to_do} to come · {left_out} not called",
        sent=tally.sent,
        reached=tally.reached,
        nobody=tally.nobody,
        under_way=tally.under_way,
        to_do=tally.to_do,
        left_out=tally.left_out,
    )


def _standing(job: Job, words: Words) -> Mrkdwn:
    said = words.mrkdwn(STATES.get(job.state, STATES[JobState.RUNNING]))
    if job.state is JobState.ENDED:
        return said
    if job.changed_by == BY_RULE:
        return words.mrkdwn(
            "{standing}: {requester} may not ask for more calls now. Press *Resume* when that has "
            "changed.",
            standing=said,
            requester=mention(job.user_id),
        )
    if job.changed_by == STOOD_STILL:
        return words.mrkdwn(
            "{standing}: it stood still for more than an hour. Press *Resume* if the rest are "
            "still to be called.",
            standing=said,
        )
    if job.state is not JobState.RUNNING and job.changed_by:
        return words.mrkdwn(
            "{standing}, by {person}", standing=said, person=mention(job.changed_by)
        )
    return said


def _buttons(job: Job, words: Words) -> list[Block]:
    asks = question(
        words.plain("Stop this list?"),
        words.plain(
            "Nobody more is called, and what was not sent yet is cancelled. Unlike a paused "
            "list, it cannot go on."
        ),
        yes=words.plain("Stop it"),
        no=words.plain("Don't stop"),
    )
    stop = button(words.plain("Stop"), action_id=STOP, value=job.token, style="danger", asks=asks)
    match job.state:
        case JobState.RUNNING:
            return [button(words.plain("Pause"), action_id=PAUSE, value=job.token), stop]
        case JobState.PAUSED:
            return [button(words.plain("Resume"), action_id=RESUME, value=job.token), stop]
        case JobState.ENDED:
            return [_send_result(job, words)]
        case _:
            return []


def _send_result(job: Job, words: Words) -> Block:
    return button(words.plain("Send the result"), action_id=SEND_RESULT, value=job.token)
