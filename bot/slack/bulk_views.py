"""The views of many calls at once: builds the form and the preview, and reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.calls.bulk import TO_DO, BulkRow, Job, RowState
from bot.calls.draft import FormField
from bot.calls.request import Agent
from bot.messages import bulk_words, form_words
from bot.messages.blocks import Block, modal, option, plain, section
from bot.messages.bulk import preview_blocks
from bot.messages.words import Words
from bot.slack.modal import agent_select, words_view
from bot.slack.payloads import Submission

FORM, PREVIEW = "bulk_form", "bulk_preview_form"
ROWS, FILE, WHEN, AGENT, UNUSUAL = "rows", "file", "when_words", "agent", "unusual"
VALUE = "value"
FILE_TYPES = ["csv", "tsv", "txt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What the form holds: rows or a file's id, and what counts for rows that do not say it."""

    text: str
    file_id: str
    settings: Mapping[FormField, str]


def bulk_view(
    token: str, agents: Sequence[Agent], words: Words, *, with_file: bool = True
) -> Block:
    """Build the form. `private_metadata` holds the job's token and nothing else."""
    rows: Block = {
        "type": "plain_text_input",
        "action_id": VALUE,
        "multiline": True,
        "max_length": 3000,
        "placeholder": plain(words.plain(bulk_words.EXAMPLE), 150),
    }
    blocks = [
        _input(ROWS, bulk_words.ROWS_LABEL, rows, words, hint=bulk_words.ROWS_HINT),
        *(
            [
                _input(
                    FILE,
                    bulk_words.FILE_LABEL,
                    {
                        "type": "file_input",
                        "action_id": VALUE,
                        "filetypes": FILE_TYPES,
                        "max_files": 1,
                    },
                    words,
                )
            ]
            if with_file
            else []
        ),
        _input(WHEN, bulk_words.WHEN_LABEL, _when(words), words),
        *([_agents(agents, words)] if len(agents) > 1 else []),
    ]
    return modal(
        words.plain(bulk_words.TITLE),
        blocks,
        close=words.plain(form_words.CLOSE),
        submit=words.plain(bulk_words.READ),
        callback_id=FORM,
        private_metadata=token,
    )


def preview_view(
    job: Job, rows: Sequence[BulkRow], *, zone: str, agents: Sequence[Agent], words: Words
) -> Block:
    """Build the preview. `private_metadata` is the job's token and what the yes is bound to."""
    blocks = preview_blocks(job, rows, zone=zone, agents=agents, words=words)
    if not any(row.state in TO_DO for row in rows):
        return words_view(blocks, words)
    unusual = any(row.state is RowState.UNUSUAL for row in rows)
    return modal(
        words.plain(bulk_words.TITLE),
        [*blocks, *([_question(words)] if unusual else [])],
        close=words.plain(form_words.CLOSE),
        submit=words.plain(bulk_words.CALL_THEM),
        callback_id=PREVIEW,
        private_metadata=f"{job.token}:{job.asked}",
    )


def problem_view(problem: str, words: Words) -> Block:
    """Say why nothing of a table could be used."""
    return words_view([section(words.mrkdwn(bulk_words.PROBLEMS[problem]))], words)


def read_sent(submission: Submission) -> Sent:
    """Read the form."""
    said = {
        FormField.WHEN_WORDS: _said(submission, WHEN),
        FormField.AGENT: _said(submission, AGENT),
    }
    return Sent(
        text=_said(submission, ROWS),
        file_id=_said(submission, FILE),
        settings={field: text for field, text in said.items() if text},
    )


def read_with_unusual(submission: Submission) -> bool:
    """Whether the unusual rows were said yes to."""
    element = submission.state.get(UNUSUAL, {}).get(VALUE) or {}
    return bool(element.get("selected_options"))


def _said(submission: Submission, block_id: str) -> str:
    element: Mapping[str, Any] = submission.state.get(block_id, {}).get(VALUE) or {}
    option = element.get("selected_option")
    if isinstance(option, Mapping):
        return str(option.get("value") or "")
    files = element.get("files")
    if isinstance(files, list) and files and isinstance(files[0], Mapping):
        return str(files[0].get("id") or "")
    return str(element.get("value") or "").strip()


def _input(
    block_id: str, label: str, element: Block, words: Words, *, hint: str | None = None
) -> Block:
    block: Block = {
        "type": "input",
        "block_id": block_id,
        "label": plain(words.plain(label)),
        "element": element,
        "optional": True,
    }
    return block | ({"hint": plain(words.plain(hint))} if hint else {})


def _when(words: Words) -> Block:
    shown = words.plain(bulk_words.WHEN_EXAMPLE)
    return {"type": "plain_text_input", "action_id": VALUE, "placeholder": plain(shown, 150)}


def _agents(agents: Sequence[Agent], words: Words) -> Block:
    element = {"action_id": VALUE, **agent_select(agents)}
    return _input(AGENT, form_words.LABELS[FormField.AGENT], element, words)


def _question(words: Words) -> Block:
    yes = option(words.plain(bulk_words.INCLUDE), "yes")
    element = {"type": "checkboxes", "action_id": VALUE, "options": [yes]}
    return _input(UNUSUAL, bulk_words.UNUSUAL_LABEL, element, words)
