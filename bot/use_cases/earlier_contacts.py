"""Somebody types only who is to be called, or their number: it is filled in, or chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.calls.call import Call
from bot.calls.doubts import Field, Reason
from bot.calls.draft import FormField, Surface
from bot.calls.form import Form
from bot.calls.status import Status
from bot.use_cases.intake import Intake
from bot.use_cases.pick_person import ABOUT_THEM, FROM_PROFILE, words_of_name
from bot.use_cases.reading import read_line
from bot.use_cases.request_call import shown_hints

LOOKED_THROUGH = 300
"""So many of somebody's newest calls are looked through."""

LONGEST_NAME = 4
"""Words; more of them are what a call is about."""


class ContactLedger(Protocol):
    """Reads calls by who asked for them. It blocks."""

    def asked_for(self, *, team_id: str, requester_id: str, most: int) -> Sequence[Call]:
        """Read the newest calls that somebody asked for, newest first; nothing that was erased."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierContacts:
    """
    The verbs of calling somebody again by name or email. They block, shortly, on the ledger, and
    look at the person's own calls alone, of which nothing was hidden from them. Nobody is called:
    a form is filled in.
    """

    intake: Intake
    calls: ContactLedger

    def meant(self, form: Form) -> Sequence[Call]:
        """
        Find the newest call to each contact that a line may mean, newest first. Of a number that
        was typed that is who had it last, unless a name or an address says that it is another.
        """
        draft, number = form.draft, form.fields.get(FormField.PHONE_NUMBER)
        name, email = _named(form), form.fields.get(FormField.EMAIL, "").casefold()
        is_nobody = not (name or email or number)
        is_said = form.fields.keys() >= FROM_PROFILE
        if draft.surface is not Surface.COMMAND or is_nobody or is_said:
            return ()
        if _is_number_unclear(form):
            return ()
        theirs = self.calls.asked_for(
            team_id=draft.team_id, requester_id=draft.user_id, most=LOOKED_THROUGH
        )
        newest: dict[str, Call] = {}
        for call in theirs:
            was_undone = call.status is Status.CANCELLED  # it may be for its contact
            if call.is_whole_for(draft.user_id) and not was_undone:
                newest.setdefault(call.request.phone.e164, call)
        if not (email or number):
            return _called(name, list(newest.values()))
        found = [
            call
            for call in newest.values()
            if email in {"", call.request.email.casefold()}
            and number in {None, call.request.phone.e164}
        ]
        typed = form.fields.get(FormField.FULL_NAME, "")
        return _called(typed, found) if typed else found  # another name is another person

    def fill(self, form: Form, call: Call) -> Form:
        """Fill a form in with whom an earlier call was for; what was typed besides stays."""
        request = call.request
        fields = dict(form.fields)
        if not fields.keys() & {FormField.FULL_NAME, FormField.EMAIL, FormField.PHONE_NUMBER}:
            fields.pop(FormField.ADDITIONAL_DATA, None)  # it was the name
        fields |= {
            FormField.FULL_NAME: request.full_name,
            FormField.PHONE_NUMBER: request.phone.e164,
            FormField.EMAIL: request.email,
        }
        self.intake.keep(form.draft, fields)
        hints = tuple(hint for hint in form.hints if hint.field not in ABOUT_THEM)
        return replace(form, fields=fields, hints=hints, from_call=call.call_id)

    def picked(self, draft_id: str, call_id: int, *, team_id: str, user_id: str) -> Form | None:
        """Fill a kept draft in with the contact that was chosen; None if either is not theirs."""
        draft = self.intake.open_draft(draft_id, team_id=team_id, user_id=user_id)
        call = self.intake.ledger.call(call_id)
        if draft is None or call is None or call.is_erased:
            return None
        if call.new.team_id != team_id or not call.is_whole_for(user_id):
            return None
        reader = self.intake.reader(draft, self.intake.known_profile(draft))
        line = read_line(draft, reader)
        hints = shown_hints(draft, line, reader)
        return self.fill(self.intake.form(draft, reader, fields=line.fields, hints=hints), call)


def _is_number_unclear(form: Form) -> bool:
    """Whether a number was typed that is unclear or may not be called."""
    return any(
        hint.field is Field.PHONE_NUMBER and hint.reason is not Reason.MISSING
        for hint in form.hints
    )


def _named(form: Form) -> str:
    """Give the name in a line, or what it consists of beside a time; empty if that is more."""
    fields = form.fields
    name = fields.get(FormField.FULL_NAME, "")
    about = fields.get(FormField.ADDITIONAL_DATA, "")
    if name or FormField.EMAIL in fields:
        return name
    is_a_name = 0 < len(about.split()) <= LONGEST_NAME and not any(map(str.isdigit, about))
    return about if is_a_name else ""


def _called(name: str, calls: Sequence[Call]) -> list[Call]:
    """Find those of that name: by whole words, or if there are none by how words begin."""
    asked = words_of_name(name)
    if not asked:
        return []
    names = [(call, words_of_name(call.request.full_name)) for call in calls]
    whole = [call for call, words in names if asked <= words]
    if whole:
        return whole
    return [
        call
        for call, words in names
        if all(any(word.startswith(one) for word in words) for one in asked)
    ]
