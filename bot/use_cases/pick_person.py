"""Somebody picks a member of the workspace in the form: it is filled in from their profile."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.calls.contact import Contact
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, FormField
from bot.calls.form import SHOWN_AT, Form
from bot.use_cases.intake import Intake
from bot.use_cases.introduce import shown_by

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
        draft = self.intake.open_draft(draft_id, team_id=team_id, user_id=user_id)
        if draft is None:
            return None
        meant = self.intake.meant(draft, fields)
        self.intake.keep(draft, meant)
        return Picked(draft=draft, fields=meant, before=draft.fields.get(FormField.PERSON, ""))

    def is_newest(self, picked: Picked) -> bool:
        """Whether nobody else was picked since, and the form was not sent."""
        was, person = picked.draft, picked.fields.get(FormField.PERSON)
        now = self.intake.open_draft(was.draft_id, team_id=was.team_id, user_id=was.user_id)
        return now is not None and now.fields.get(FormField.PERSON) == person

    def fill(self, picked: Picked, contact: Contact | None) -> Form:
        """
        Fill the form in from a profile, None if nobody can be called by it. What the profile does
        not show stays as it was typed, unless it may be somebody else's: another profile may have
        filled it in, or it stands beside another name.
        """
        region = self.intake.region_of(picked.draft)
        shown, ask = shown_by(contact, region=region) if contact is not None else ({}, ())
        is_same = contact is None or _may_be_called(picked.fields, shown)
        theirs = is_same and not picked.before
        typed = picked.fields if theirs else {}
        about_them = {field: shown.get(field) or typed.get(field, "") for field in FROM_PROFILE}
        filled = {field: text for field, text in {**picked.fields, **about_them}.items() if text}
        self.intake.keep(picked.draft, filled)
        reader = self.intake.reader(picked.draft, self.intake.known_profile(picked.draft))
        reason = Reason.NOT_IN_PROFILE if contact else Reason.MISSING
        missing = [Doubt(field=field, reason=reason) for field in ABOUT_THEM]
        hints = tuple(hint for hint in (*ask, *missing) if not filled.get(SHOWN_AT[hint.field]))
        return self.intake.form(picked.draft, reader, fields=filled, hints=hints)


def _may_be_called(fields: Mapping[FormField, str], shown: Mapping[FormField, str]) -> bool:
    """Whether a form names nobody yet, or somebody by a name that the profile holds too."""
    named = words_of_name(fields.get(FormField.FULL_NAME, ""))
    profile = words_of_name(shown.get(FormField.FULL_NAME, ""))
    return named <= profile or (bool(profile) and profile <= named)


def words_of_name(name: str) -> frozenset[str]:
    """Fold a name: "Müller" and "muller" are one."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset("".join(sign if sign.isalnum() else " " for sign in kept).split())
