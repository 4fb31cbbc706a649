"""Somebody picks a member of the workspace in the form: it is filled in from their profile."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.calls.contact import Contact
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, DraftState, FormField
from bot.calls.form import SHOWN_AT, Form
from bot.use_cases.intake import Intake

ABOUT_THEM = (Field.FULL_NAME, Field.PHONE_NUMBER, Field.EMAIL)

FROM_PROFILE = frozenset(SHOWN_AT[field] for field in ABOUT_THEM)
"""What a profile fills in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """A draft in whose form a member was picked, what stood in it, and who was picked before."""

    draft: Draft
    fields: Mapping[FormField, str]
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PickPerson:
    """The verbs behind the form's people picker. They block, shortly, on the ledger."""

    intake: Intake

    def keep(
        self, draft_id: str, *, team_id: str, user_id: str, fields: Mapping[FormField, str]
    ) -> Picked | None:
        """
        Keep all that stands in the form, with who was picked. None if the draft was sent, or is
        somebody else's.
        """
        draft = self.intake.ledger.draft(draft_id)
        if draft is None or draft.state is DraftState.CLOSED:
            return None
        if (draft.team_id, draft.user_id) != (team_id, user_id):
            return None
        meant = self.intake.meant(draft, fields)
        self.intake.keep(draft, meant)
        return Picked(draft=draft, fields=meant, before=draft.fields.get(FormField.PERSON, ""))

    def fill(self, picked: Picked, contact: Contact | None) -> Form:
        """
        Fill the form in from a profile, None if nobody can be called by it. What the profile does
        not show stays as it was typed, unless somebody else's profile may have filled it in.
        """
        typed = {} if picked.before else picked.fields
        shown = _shown(contact) if contact is not None else {}
        about_them = {field: shown.get(field) or typed.get(field, "") for field in FROM_PROFILE}
        filled = {field: text for field, text in {**picked.fields, **about_them}.items() if text}
        self.intake.keep(picked.draft, filled)
        reader = self.intake.reader(picked.draft, self.intake.known_profile(picked.draft))
        hints = tuple(
            Doubt(field=field, reason=Reason.MISSING)
            for field in ABOUT_THEM
            if not filled.get(SHOWN_AT[field])
        )
        return self.intake.form(picked.draft, reader, fields=filled, hints=hints)


def _shown(contact: Contact) -> dict[FormField, str]:
    return {
        FormField.FULL_NAME: contact.full_name,
        FormField.PHONE_NUMBER: contact.phone_number,
        FormField.EMAIL: contact.email,
    }
