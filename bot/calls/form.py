"""The form, before Slack's blocks: what stands in it, and what it asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.calls.concerns import Concern
from bot.calls.doubts import Doubt, Field
from bot.calls.draft import Draft, FormField
from bot.calls.request import Agent

SHOWN_AT: Mapping[Field, FormField] = {
    Field.PHONE_NUMBER: FormField.PHONE_NUMBER,
    Field.EMAIL: FormField.EMAIL,
    Field.FULL_NAME: FormField.FULL_NAME,
    Field.SCHEDULED_TIME: FormField.WHEN_WORDS,
    Field.ADDITIONAL_DATA: FormField.ADDITIONAL_DATA,
    Field.AGENT: FormField.AGENT,
}
"""Where in the form a field's hint or error stands."""


TIMES = frozenset({FormField.WHEN_PICKED, FormField.WHEN_WORDS})
"""Where a time stands; without one in either the call is for now."""

FIELD_LIMIT = 3000
"""
Characters that a field takes.

https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """
    A draft's form. `fields` are what it is filled in with, `hints` what needs a look, `concerns`
    what needs a yes. Times are told in `zone`, which is named; it is None until Slack was asked
    for the reader's own.
    `asked` is what a yes to the concerns is bound to. `from_call` is the earlier call whose
    contact is filled in, if there is one.
    """

    draft: Draft
    fields: Mapping[FormField, str]
    agents: tuple[Agent, ...]
    zone: str | None
    hints: tuple[Doubt, ...] = ()
    concerns: tuple[Concern, ...] = ()
    asked: str | None = None
    from_call: int | None = None
