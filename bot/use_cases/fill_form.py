"""Somebody opens a form that is filled in: one kept from before, or one from an earlier call."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.calls.call import Call
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, FormField
from bot.calls.failure import FailureKind
from bot.calls.form import TIMES, Form
from bot.calls.review import TWICE_AT_ZEEG
from bot.calls.status import NOT_SENT
from bot.use_cases.asking import Asked
from bot.use_cases.form_reading import read_form
from bot.use_cases.intake import Intake
from bot.use_cases.reader import Reader
from bot.use_cases.reading import read_line
from bot.use_cases.request_call import OFFER_AFTER, shown_hints
from bot.use_cases.when import picked

ZEEG_REFUSED = frozenset(
    {FailureKind.NUMBER_REFUSED, FailureKind.TIME_REFUSED, FailureKind.FIELD_REFUSED}
)
"""Zeeg's 422: it takes the call once something in the form is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FillForm:
    """The verb behind *Open the form* and *Call again*. It blocks, shortly, on the ledger."""

    intake: Intake

    def of_draft(self, draft_id: str, *, team_id: str, user_id: str) -> Form | None:
        """Fill a kept draft's form in again. None if it was sent, or is somebody else's."""
        draft = self.intake.open_draft(draft_id, team_id=team_id, user_id=user_id)
        if draft is None:
            return None
        reader = self.intake.reader(draft, self.intake.known_profile(draft))
        if set(draft.fields) - {FormField.REQUEST_TEXT}:
            return self.intake.form(draft, reader, fields=draft.fields)
        line = read_line(draft, reader)
        hints = shown_hints(draft, line, reader)
        return self.intake.form(draft, reader, fields=line.fields, hints=hints)

    def of_call(self, call: Call, asked: Asked, *, when: str = "") -> Form | None:
        """
        Fill a new form in from an earlier call, linked to it, and with the words of a time if
        some were typed. None if this click was answered.
        """
        fields = fields_of(call, now=self.intake.clock.now())
        draft = self.draft_of_call(call, asked, fields)
        reader = self.intake.reader(draft, self.intake.known_profile(draft))
        hints = _refused(call)
        if when:
            timed, unclear = _timed(fields, when, reader)
            # with its line, so that who takes the time out of the form is asked about that
            draft = replace(draft, fields={FormField.REQUEST_TEXT: asked.text, **timed})
            hints = (*hints, *unclear)
        if not self.intake.ledger.record_draft(draft, offer_after=OFFER_AFTER):
            return None
        return self.intake.form(draft, reader, fields=draft.fields, hints=hints)

    def to_reschedule(self, call: Call, asked: Asked) -> Form | None:
        """
        Fill a new form in from a call that it is to take the place of. None if the call was sent
        or stopped, or this click was answered.
        """
        if call.status not in NOT_SENT:
            return None
        fields = fields_of(call, now=self.intake.clock.now())
        draft = replace(self.draft_of_call(call, asked, fields), replaces=call.call_id)
        if not self.intake.ledger.record_draft(draft, offer_after=OFFER_AFTER):
            return None
        reader = self.intake.reader(draft, self.intake.known_profile(draft))
        return self.intake.form(draft, reader, fields=draft.fields)

    def draft_of_call(self, call: Call, asked: Asked, fields: Mapping[FormField, str]) -> Draft:
        """
        Begin a draft that follows an earlier call; it is not kept yet. Its card will stand where
        the earlier one was asked for, but in nobody else's own place.
        """
        is_there = call.new.requester_id == asked.user_id or not call.new.is_direct
        return Draft(
            draft_id=self.intake.new_id(),
            key=asked.key,
            team_id=asked.team_id,
            channel_id=call.new.channel_id if is_there else asked.user_id,
            user_id=asked.user_id,
            surface=asked.surface,
            fields=fields,
            thread_ts=call.new.thread_ts if is_there else None,
            source_link=call.new.source_link,
            response_url=asked.response_url,
            retry_of=call.call_id,
            created_at=self.intake.clock.now(),
        )


def at_time(fields: Mapping[FormField, str], at: datetime | None) -> dict[FormField, str]:
    """Give fields with this time, None for now, in place of theirs."""
    kept = {name: value for name, value in fields.items() if name not in TIMES}
    return kept if at is None else kept | {FormField.WHEN_PICKED: picked(at)}


def _timed(
    fields: Mapping[FormField, str], words: str, reader: Reader
) -> tuple[dict[FormField, str], tuple[Doubt, ...]]:
    """Put a time in words into fields: as a time if it is clear, else as it was typed."""
    typed = {**at_time(fields, None), FormField.WHEN_WORDS: words}
    reading = read_form(typed, reader)
    if reading.request is not None:
        return at_time(fields, reading.request.scheduled_time), ()
    return typed, tuple(reading.mistakes.values())


def fields_of(call: Call, *, now: datetime) -> dict[FormField, str]:
    """Give what the form of an earlier call holds; a time that has passed is left out."""
    request = call.request
    fields = {
        FormField.FULL_NAME: request.full_name,
        FormField.PHONE_NUMBER: request.phone.e164,
        FormField.EMAIL: request.email,
        FormField.ADDITIONAL_DATA: request.additional_data or "",
        FormField.AGENT: request.agent.uuid,
    }
    if request.scheduled_time is not None and request.scheduled_time > now:
        fields[FormField.WHEN_PICKED] = picked(request.scheduled_time)
    return {name: value for name, value in fields.items() if value}


def _refused(call: Call) -> tuple[Doubt, ...]:
    """Show what Zeeg said, or cannot be told, at the fields that it is about."""
    failure = call.failure
    if failure is not None and failure.kind is FailureKind.TIME_TWICE:
        return (TWICE_AT_ZEEG,)
    if failure is None or failure.kind not in ZEEG_REFUSED or not failure.detail:
        return ()
    return tuple(
        Doubt(field=Field(field), reason=Reason.ZEEG_REFUSED, read=detail)
        if field in set(Field)
        else Doubt(field=Field.ADDITIONAL_DATA, reason=Reason.ZEEG_SAID, read=detail)
        for field, detail in {failure.field: failure.detail, **failure.also}.items()
    )
