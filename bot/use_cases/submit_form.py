"""Somebody submits the form: it is placed, or comes back with every mistake or warning."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.calls.call import Call
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, DraftState, FormField
from bot.calls.form import SHOWN_AT, TIMES
from bot.calls.permission import Rule
from bot.calls.request import CallRequest
from bot.calls.status import NOT_SENT
from bot.errors import CallMovedError
from bot.use_cases.asking import (
    Accepted,
    FormAnswer,
    Lost,
    Mistakes,
    OpenForm,
    Refused,
    SentBefore,
    Submitted,
    TooLate,
    TurnedAway,
    Unanswered,
    Unconfirmed,
)
from bot.use_cases.form_reading import read_form, read_form_again
from bot.use_cases.intake import Intake
from bot.use_cases.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitForm:
    """The verb behind the form's submit button. It blocks, shortly, on the ledger."""

    intake: Intake

    def __call__(self, submitted: Submitted) -> FormAnswer:
        """Place what the form holds, or give it back."""
        draft = self._own_draft(submitted)
        if draft is None:
            return Lost()
        reader = self.intake.reader(draft, self.intake.known_profile(draft))
        fields = self.intake.meant(draft, submitted.fields)
        if draft.state is DraftState.CLOSED:
            call = self.intake.ledger.call_of_draft(draft.draft_id)
            return Lost() if call is None else _sent(call, fields, reader)
        reading = read_form_again(draft, fields, reader)
        if reading.request is None:
            away = self.intake.turned_away(draft, reader.profile)
            if away is not None and away.barred.rule is not Rule.UNKNOWN:
                return away  # before anything is said of the number
            refused = self.intake.refusals(reading.phone, reader, at=reading.at)
            also = {SHOWN_AT[doubt.field]: doubt for doubt in refused}
            return self._mistakes(draft, fields, {**also, **reading.mistakes}, reader)
        draft = self.intake.keep(draft, fields)
        in_vain = self._too_late(draft) or self._unchanged(draft, reading.request, reader)
        return in_vain or self._place(draft, reading.request, fields, reader, submitted)

    def _place(
        self,
        draft: Draft,
        request: CallRequest,
        fields: Mapping[FormField, str],
        reader: Reader,
        submitted: Submitted,
    ) -> FormAnswer:
        try:
            answer = self.intake.accept(
                draft,
                request,
                reader,
                key=submitted.key,
                # a yes to other warnings than those that the form shows by now is none
                confirmed=submitted.confirmed and submitted.asked == draft.asked,
            )
        except CallMovedError:
            return self._too_late(draft) or Lost()
        if isinstance(answer, Accepted):
            return answer if answer.is_new else _sent(answer.call, fields, reader)
        if isinstance(answer, TurnedAway):
            return answer
        if isinstance(answer, Refused):
            at = {SHOWN_AT[answer.doubt.field]: answer.doubt}
            return self._mistakes(draft, fields, at, reader)
        if request.scheduled_time is None:
            fields = {field: said for field, said in fields.items() if field not in TIMES}
        return self._ask(draft, fields, answer, reader, submitted)

    def _ask(
        self,
        draft: Draft,
        fields: Mapping[FormField, str],
        answer: Unconfirmed,
        reader: Reader,
        submitted: Submitted,
    ) -> Unanswered | OpenForm:
        """Show the warnings, or if the form shows them already, what they wait for."""
        if answer.asked == submitted.asked and not submitted.confirmed:
            return Unanswered()
        self.intake.ledger.show_warnings(draft.draft_id, asked=answer.asked)
        return OpenForm(form=self.intake.form_again(draft, reader, fields, answer))

    def _own_draft(self, submitted: Submitted) -> Draft | None:
        draft = self.intake.ledger.draft(submitted.draft_id)
        if draft is None:
            return None
        owner = (draft.team_id, draft.user_id)
        return draft if owner == (submitted.team_id, submitted.user_id) else None

    def _too_late(self, draft: Draft) -> TooLate | None:
        """Tell where the call stands that this one was to take the place of, if it moved."""
        if draft.replaces is None:
            return None
        replaced = self.intake.ledger.call(draft.replaces)
        if replaced is None or replaced.status in NOT_SENT:
            return None
        return TooLate(call=replaced)

    def _unchanged(self, draft: Draft, request: CallRequest, reader: Reader) -> Mistakes | None:
        """Give back a form whose call would take the place of one that is just like it."""
        replaced = None if draft.replaces is None else self.intake.ledger.call(draft.replaces)
        if replaced is None or replaced.request != request:
            return None
        number = f"#{replaced.call_id}"
        same = Doubt(field=Field.SCHEDULED_TIME, reason=Reason.NOTHING_CHANGED, read=number)
        return _told({SHOWN_AT[same.field]: same}, reader)

    def _mistakes(
        self,
        draft: Draft,
        fields: Mapping[FormField, str],
        at: Mapping[FormField, Doubt],
        reader: Reader,
    ) -> Mistakes:
        self.intake.keep(draft, fields)
        return _told(self.intake.covered(draft, at), reader)


def _sent(call: Call, fields: Mapping[FormField, str], reader: Reader) -> Accepted | SentBefore:
    """
    Tell a form that is sent once more, as after a slow answer, from one that was changed since:
    whoever changed it must not believe that the change is called. Its words are read as then.
    """
    again = read_form(fields, replace(reader, now=call.new.requested_at)).request
    return Accepted(call=call, is_new=False) if again == call.request else SentBefore(call=call)


def _told(at: Mapping[FormField, Doubt], reader: Reader) -> Mistakes:
    return Mistakes(at=at, zone=reader.zone, knows_zone=reader.knows_zone)
