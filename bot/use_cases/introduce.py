"""A form is filled in with what a member of the workspace shows of themselves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.calls.contact import Contact
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import FormField
from bot.calls.form import SHOWN_AT, Form
from bot.parsing import read_phone
from bot.parsing.slack_text import as_typed
from bot.use_cases.intake import Intake

KEPT = (FormField.AGENT, FormField.WHEN_PICKED, FormField.WHEN_WORDS)
"""What a message says of a call, whoever it is with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduce:
    """The verbs of filling in. They block, shortly: what the form then shows is on disk first."""

    intake: Intake

    def author(self, form: Form, contact: Contact) -> Form:
        """Let the author of a message be its contact, and what they wrote what it is about."""
        line = as_typed(form.draft.fields.get(FormField.REQUEST_TEXT, ""))
        about = {FormField.ADDITIONAL_DATA: line} if line else {}
        kept = {field: form.fields.get(field, "") for field in KEPT}
        shown, hints = shown_by(contact, region=self.intake.region_of(form.draft))
        return self._filled(form, {**kept, **about, **shown}, hints)

    def mentioned(self, form: Form, contact: Contact) -> Form:
        """Let the member that a line names be its contact; what the line says of them wins."""
        said = {field: text for field, text in form.fields.items() if text}
        said[FormField.FULL_NAME] = contact.full_name
        line = form.draft.fields.get(FormField.REQUEST_TEXT, "")
        about = said.get(FormField.ADDITIONAL_DATA, "")
        said[FormField.ADDITIONAL_DATA] = _without_mention(about, line, contact.user_id)
        shown, hints = shown_by(contact, region=self.intake.region_of(form.draft))
        return self._filled(form, {**shown, **said}, hints)

    def _filled(
        self, form: Form, fields: Mapping[FormField, str], hints: tuple[Doubt, ...]
    ) -> Form:
        filled = {field: text for field, text in fields.items() if text}
        self.intake.keep(form.draft, filled)
        still_open = tuple(_still_open((*hints, *form.hints), filled))
        return replace(form, fields=filled, hints=still_open)


def _without_mention(about: str, line: str, user_id: str) -> str:
    """Take out of what a call is about how its line named whom to call: Slack's token, or @sam."""
    labels = re.findall(rf"<@{re.escape(user_id)}\|([^>]+)>", line)
    named = "|".join(
        [rf"<@{re.escape(user_id)}(?:\|[^>]*)?>", *(re.escape(f"@{name}") for name in labels)]
    )
    return re.sub(rf"(?:{named})(?!\w)[\s,;:]*", "", about).strip()


def shown_by(
    contact: Contact, *, region: str | None
) -> tuple[dict[FormField, str], tuple[Doubt, ...]]:
    """
    Give what a profile fills in, and what to ask: its number may be a national one of where its
    owner lives, and a stranger's by `region`, whose national numbers the form reads.
    """
    number = contact.phone_number
    is_sure = not number or _is_theirs(contact, region)
    shown = {
        FormField.FULL_NAME: contact.full_name,
        FormField.PHONE_NUMBER: number if is_sure else "",
        FormField.EMAIL: contact.email,
    }
    ask = Doubt(field=Field.PHONE_NUMBER, reason=Reason.NUMBER_NEEDS_COUNTRY, read=number)
    return {field: text for field, text in shown.items() if text}, () if is_sure else (ask,)


def _is_theirs(contact: Contact, region: str | None) -> bool:
    """Whether a number names its country, or would ring where its owner lives; or is none yet."""
    phone = read_phone(contact.phone_number, region=region).value
    if phone is None or read_phone(contact.phone_number, region=None).value is not None:
        return True
    return contact.zone in phone.zones


def _still_open(hints: tuple[Doubt, ...], fields: Mapping[FormField, str]) -> list[Doubt]:
    """Leave out the hints at what was missing and is filled in now; the profile shows no more."""
    found = {Field.FULL_NAME, Field.PHONE_NUMBER, Field.EMAIL}
    return [
        replace(hint, reason=Reason.NOT_IN_PROFILE) if hint.reason is Reason.MISSING else hint
        for hint in hints
        if hint.field not in found or not fields.get(SHOWN_AT[hint.field])
    ]
