"""Somebody takes the time that the form offers: it is filled in, and what stays to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.calls.draft import FormField
from bot.calls.form import Form
from bot.use_cases.form_reading import read_form
from bot.use_cases.intake import Intake


@dataclass(frozen=True, slots=True, kw_only=True)
class PickTime:
    """The verb behind *Use …* in the form. It blocks, shortly, on the ledger."""

    intake: Intake

    def __call__(
        self,
        draft_id: str,
        *,
        team_id: str,
        user_id: str,
        fields: Mapping[FormField, str],
        picked: str,
    ) -> Form | None:
        """
        Fill the form in with a time, as the picker has it, and keep everything else that stands
        in it. None if the draft was sent, or is somebody else's.
        """
        draft = self.intake.open_draft(draft_id, team_id=team_id, user_id=user_id)
        if draft is None:
            return None
        filled = {**self.intake.meant(draft, fields), FormField.WHEN_PICKED: picked}
        filled.pop(FormField.WHEN_WORDS, None)
        self.intake.keep(draft, filled)
        reader = self.intake.reader(draft, self.intake.known_profile(draft))
        reading = read_form(filled, reader)
        form = self.intake.form(
            draft, reader, fields=filled, hints=tuple(reading.mistakes.values())
        )
        unconfirmed = (
            self.intake.foresee(reading.request, reader, without=draft.replaces)
            if reading.request is not None
            else None
        )
        if unconfirmed is None:
            return form
        self.intake.ledger.show_warnings(draft.draft_id, asked=unconfirmed.asked)
        return replace(form, concerns=unconfirmed.concerns, asked=unconfirmed.asked)
