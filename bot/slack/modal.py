"""The form in Slack: builds its view, and reads what was typed into it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.calls.concerns import Concern, OpenCall, OutsideCallingHours
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import FormField
from bot.calls.form import FIELD_LIMIT, SHOWN_AT, TIMES, Form
from bot.calls.request import Agent
from bot.messages import form_words
from bot.messages.blocks import (
    Block,
    actions,
    button,
    clip,
    context,
    modal,
    option,
    plain,
    section,
    select,
    strangers_option,
)
from bot.messages.concerns import explain_concern, next_time
from bot.messages.contacts import from_earlier
from bot.messages.doubts import explain_doubt
from bot.messages.times import UTC, place
from bot.messages.words import Mrkdwn, Words, escape
from bot.slack.payloads import Submission

CALLBACK_ID = "call_form"
VALUE = "value"
YES = "yes"
USE_TIME = "use_time"
PERSON_PICKED = "person_picked"

HINT_LIMIT = 2000
OPEN_SHOWN = 5
"""Open calls to a number that are shown one by one: a form takes 100 blocks."""

ABOVE_ALL = frozenset({Reason.ASKS_FOR_NO_CALL, Reason.ZEEG_SAID})


@dataclass(frozen=True, slots=True, kw_only=True)
class Anew:
    """
    Fields that are filled in over what stood there. Slack keeps what stands in a field while its
    ids are the same: `mark`, different each time, makes them others.
    """

    mark: str = ""
    fields: frozenset[FormField] = TIMES


AS_IT_STANDS = Anew()


def form_view(form: Form, words: Words, *, anew: Anew = AS_IT_STANDS) -> Block:
    """Build the form, filled in. `private_metadata` holds the draft's id and nothing else."""
    is_timed = FormField.WHEN_PICKED in form.fields
    hints = {
        SHOWN_AT[doubt.field]: explain_doubt(
            doubt, zone=form.zone or UTC, words=words, is_filled_in=is_timed
        )
        for doubt in reversed(form.hints)
        if doubt.reason not in ABOVE_ALL
    }
    zeegs = {SHOWN_AT[doubt.field] for doubt in form.hints if doubt.reason is Reason.ZEEG_REFUSED}
    return modal(
        words.plain(_title(form)),
        [
            *_above_all(form, words),
            *_replaced(form, words),
            *_source(form, words),
            *_warnings(form, words),
            *(
                block
                for field in _fields(form)
                for block in _field(
                    field, form, hints.get(field), words, anew=anew, above=field in zeegs
                )
            ),
        ],
        close=words.plain(form_words.CLOSE),
        submit=words.plain(_submit(form)),
        callback_id=CALLBACK_ID,
        private_metadata=form.draft.draft_id,
    )


def read_fields(submission: Submission) -> dict[FormField, str]:
    """Read what the form holds; a field that is empty or not there is left out."""
    fields = {}
    for field in FormField:
        element = next(iter(submission.state.get(field, {}).values()), None)
        typed = _typed(element) if element else ""
        if typed:
            fields[field] = typed
    return fields


def read_yes(submission: Submission) -> tuple[str | None, bool]:
    """Read what the warnings are bound to that were shown, and whether they got a yes."""
    for action_id, element in submission.state.get(YES, {}).items():
        return action_id.removeprefix(f"{VALUE}:"), bool(element.get("selected_options"))
    return None, False


def errors_of(mistakes: Mapping[FormField, Doubt], *, zone: str, words: Words) -> dict[str, str]:
    """Say every mistake at its field, as `response_action: errors` wants it."""
    return {field.value: _mistake(doubt, zone, words) for field, doubt in mistakes.items()}


def _mistake(doubt: Doubt, zone: str, words: Words) -> str:
    """Say a mistake; where it is only a doubt about a time, say how to confirm it."""
    said = explain_doubt(doubt, zone=zone, words=words)
    if doubt.field is not Field.SCHEDULED_TIME or not doubt.options:
        return said
    return f"{said} {words.plain(form_words.CONFIRM_TIME)}"


def sentence_view(text: Mrkdwn, words: Words) -> Block:
    """Build a view that only says something."""
    return words_view([section(text)], words)


def words_view(blocks: Sequence[Block], words: Words) -> Block:
    """Build a view in which nothing is typed."""
    return modal(words.plain(form_words.NAME), blocks, close=words.plain(form_words.OK))


def _typed(element: Mapping[str, Any]) -> str:
    option = element.get("selected_option")
    if isinstance(option, Mapping):
        return str(option.get("value") or "")
    picked = element.get("selected_date_time") or element.get("selected_user")
    return str(picked) if picked else str(element.get("value") or "")


def _fields(form: Form) -> list[FormField]:
    fields = [
        FormField.PERSON,
        FormField.FULL_NAME,
        FormField.PHONE_NUMBER,
        FormField.EMAIL,
        FormField.WHEN_PICKED,
        FormField.WHEN_WORDS,
        FormField.AGENT,
        FormField.ADDITIONAL_DATA,
    ]
    return [field for field in fields if field is not FormField.AGENT or len(form.agents) > 1]


def _title(form: Form) -> str:
    return form_words.TITLE if form.draft.replaces is None else form_words.RESCHEDULE


def _submit(form: Form) -> str:
    if form.fields.keys() & TIMES:
        return form_words.SCHEDULE
    return form_words.CALL if form.fields.get(FormField.PHONE_NUMBER) else form_words.PLACE


def _replaced(form: Form, words: Words) -> list[Block]:
    """Say which call this one takes the place of."""
    if form.draft.replaces is None:
        return []
    sentence = words.mrkdwn(form_words.REPLACES, call_id=form.draft.replaces)
    return [section(sentence)]


def _above_all(form: Form, words: Words) -> list[Block]:
    """Say first of all what is about no field, such as that nobody should be called."""
    return [
        section(escape(explain_doubt(doubt, zone=form.zone or UTC, words=words)))
        for doubt in form.hints
        if doubt.reason in ABOVE_ALL
    ]


def _source(form: Form, words: Words) -> list[Block]:
    """Say which earlier call the contact comes from."""
    return [] if form.from_call is None else [context(from_earlier(form.from_call, words))]


def _warnings(form: Form, words: Words) -> list[Block]:
    """
    Show what is unusual, and ask for the one explicit yes. Its ids are others for other warnings,
    so that no yes stays in it; and it may be left out, for what is asked about may be changed.
    """
    if not form.concerns:
        return []
    open_calls = [concern for concern in form.concerns if isinstance(concern, OpenCall)]
    untold = open_calls[OPEN_SHOWN:]
    told = [concern for concern in form.concerns if concern not in untold]
    sentences = [block for concern in told for block in _warning(concern, form, words)]
    if untold:
        more = words.counted("… and one more.", "… and {count} more.", len(untold))
        sentences.append(section(more))
    question: Block = {
        "type": "input",
        "block_id": YES,
        "label": plain(words.plain(form_words.SURE)),
        "element": {
            "type": "checkboxes",
            "action_id": f"{VALUE}:{form.asked}",
            "options": [option(words.plain(form_words.YES), YES)],
        },
        "optional": True,
    }
    return [*sentences, question]


def _warning(concern: Concern, form: Form, words: Words) -> list[Block]:
    """Say what is unusual; where another time would be usual, a button fills it in."""
    told = explain_concern(concern, zone=form.zone or UTC, words=words)
    sentence = section(words.mrkdwn(":warning: {concern}", concern=told))
    if not isinstance(concern, OutsideCallingHours) or concern.next_allowed is None:
        return [sentence]
    use = button(
        words.plain(form_words.USE_TIME, time=next_time(concern, words)),
        action_id=USE_TIME,
        value=str(int(concern.next_allowed.timestamp())),
    )
    return [sentence, actions(use)]


def _action_id(field: FormField, anew: Anew) -> str:
    if field is FormField.PERSON:
        return PERSON_PICKED
    return f"{VALUE}:{anew.mark}" if anew.mark and field in anew.fields else VALUE


def _field(
    field: FormField, form: Form, hint: str | None, words: Words, *, anew: Anew, above: bool
) -> list[Block]:
    """Build a field with its hint, which Slack shows below it, or above what Zeeg said to it."""
    if hint is None or not above:
        return [_input(field, form, hint, words, action_id=_action_id(field, anew))]
    said = section(words.mrkdwn(":warning: {concern}", concern=hint))
    return [said, _input(field, form, None, words, action_id=_action_id(field, anew))]


def _input(
    field: FormField, form: Form, hint: str | None, words: Words, *, action_id: str
) -> Block:
    block: Block = {
        "type": "input",
        "block_id": field.value,
        "label": plain(words.plain(form_words.LABELS[field])),
        "element": {"action_id": action_id, **_element(field, form, words)},
        "optional": field in form_words.OPTIONAL,
    }
    if field is FormField.PERSON:
        block["dispatch_action"] = True
    note = hint or _standing_hint(field, form, words)
    return block | ({"hint": plain(note, HINT_LIMIT)} if note else {})


def _standing_hint(field: FormField, form: Form, words: Words) -> str | None:
    if field is FormField.PERSON:
        return words.plain(form_words.PERSON_HINT)
    if len(form.fields.get(field, "")) > FIELD_LIMIT:
        return words.plain(form_words.CUT)
    if field is not FormField.WHEN_WORDS:
        return None
    if form.zone is None:
        return words.plain(form_words.WHEN_HINT_ANYWHERE)
    return words.plain(form_words.WHEN_HINT, place=place(form.zone, words))


def _element(field: FormField, form: Form, words: Words) -> Block:
    typed = form.fields.get(field, "")
    if field is FormField.WHEN_PICKED:
        at = {"initial_date_time": int(typed)} if typed.isdigit() else {}
        return {"type": "datetimepicker", **at}
    if field is FormField.AGENT:
        return agent_select(form.agents, chosen=typed)
    placeholder = plain(words.plain(form_words.PLACEHOLDERS[field]), 150)
    if field is FormField.PERSON:
        picked = {"initial_user": typed} if typed else {}
        return {"type": "users_select", "placeholder": placeholder, **picked}
    element: Block = {
        "type": "plain_text_input",
        "multiline": field is FormField.ADDITIONAL_DATA,
        "placeholder": placeholder,
    }
    return element | ({"initial_value": clip(typed, FIELD_LIMIT)} if typed else {})


def agent_select(agents: Sequence[Agent], *, chosen: str = "") -> Block:
    """Make a list of the agents, of which the first is chosen if none is named by its uuid."""
    named = [strangers_option(agent.name, agent.uuid) for agent in agents]
    return select(named, chosen=chosen)
