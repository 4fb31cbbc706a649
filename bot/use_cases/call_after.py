"""A call is over, and somebody takes the next step: the form, filled in with a time for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, assert_never
from zoneinfo import ZoneInfo

from bot.calls.call import Call, Card
from bot.calls.calling_hours import concern_about_hours
from bot.calls.concerns import OutsideCallingHours
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, FormField
from bot.calls.form import Form
from bot.calls.say import Say, Saying, Topic
from bot.calls.sharing import ShareResults
from bot.use_cases.asking import Asked
from bot.use_cases.fill_form import FillForm, at_time, fields_of
from bot.use_cases.form_reading import read_form
from bot.use_cases.reader import Reader
from bot.use_cases.request_call import OFFER_AFTER


class Step(StrEnum):
    """What may be done after a call, by the button that does it."""

    AGAIN = "again_after"
    NOW = "again_now"
    IN_AN_HOUR = "again_in_an_hour"
    TOMORROW = "again_tomorrow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """The button was pressed before: by whom, and which call that became, if any."""

    by: str
    call_id: int | None


class PressLedger(Protocol):
    """What was made of buttons. Every method is one transaction, and blocks."""

    def draft_with_key(self, key: str) -> Draft | None:
        """Read the draft that a click made."""
        ...

    def say_about(self, call_id: int, *, say: Sequence[Say]) -> None:
        """Queue messages about a call that does not move."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAfter:
    """
    The verb behind the buttons under an outcome. It blocks, shortly, on the ledger.

    Each works once for all: whoever presses it first has the form, and may come back to it.
    """

    presses: PressLedger
    fill_form: FillForm
    share: ShareResults

    def press(self, call: Call, step: Step, asked: Asked, *, stands: Card) -> Form | Pressed:
        """Open the form for a step, or tell who took it; `stands` is where its button is."""
        asked = replace(asked, key=_key(asked.team_id, step, call))
        earlier = self.presses.draft_with_key(asked.key)
        if earlier is None:
            return self._begin(call, step, asked, stands)
        draft = self.fill_form.intake.open_draft(
            earlier.draft_id, team_id=asked.team_id, user_id=asked.user_id
        )
        if draft is not None:
            return self._come_back(draft, call, step)
        made = self.fill_form.intake.ledger.call_of_draft(earlier.draft_id)
        return Pressed(by=earlier.user_id, call_id=made.call_id if made else None)

    def _begin(self, call: Call, step: Step, asked: Asked, stands: Card) -> Form | Pressed:
        intake = self.fill_form.intake
        profile = intake.ledger.profile(team_id=asked.team_id, user_id=asked.user_id)
        reader = intake.reader(asked, profile)
        at, hints = self._time(call, step, reader)
        fields = at_time(fields_of(call, now=reader.now), at)
        draft = self.fill_form.draft_of_call(call, asked, fields)
        request = read_form(fields, reader).request
        unconfirmed = intake.foresee(request, reader) if request is not None else None
        if unconfirmed is not None:
            draft = replace(draft, asked=unconfirmed.asked)
        if not intake.ledger.record_draft(draft, offer_after=OFFER_AFTER):
            return self.press(call, step, asked, stands=stands)
        self._tell(call, stands)
        return intake.form(draft, reader, fields=fields, hints=hints, unconfirmed=unconfirmed)

    def _come_back(self, draft: Draft, call: Call, step: Step) -> Form:
        """Open a form that was closed: a time that is over by now is the step's anew."""
        intake = self.fill_form.intake
        reader = intake.reader(draft, intake.known_profile(draft))
        fields, hints = dict(draft.fields), tuple[Doubt, ...]()
        at = int(fields.get(FormField.WHEN_PICKED, "0"))
        if 0 < at <= reader.now.timestamp() and not fields.get(FormField.WHEN_WORDS):
            again, hints = self._time(call, step, reader)
            fields = at_time(fields, again)
        reading = read_form(fields, reader)
        hints = (*hints, *reading.mistakes.values())
        request = reading.request
        unconfirmed = intake.foresee(request, reader) if request is not None else None
        if unconfirmed is not None:
            intake.ledger.show_warnings(draft.draft_id, asked=unconfirmed.asked)
        return intake.form(draft, reader, fields=fields, hints=hints, unconfirmed=unconfirmed)

    def _time(
        self, call: Call, step: Step, reader: Reader
    ) -> tuple[datetime | None, tuple[Doubt, ...]]:
        """Find the step's time, or the next usual one if it is not usual to be called then."""
        at = _time_of(step, reader)
        phone, hours = call.request.phone, self.fill_form.intake.policy.calling_hours
        if hours is None:
            return at, ()
        concern = concern_about_hours(
            at or reader.now, zones=phone.zones, region=phone.region, hours=hours
        )
        if not isinstance(concern, OutsideCallingHours) or concern.next_allowed is None:
            return at, ()
        instead = concern.next_allowed
        hint = Doubt(
            field=Field.SCHEDULED_TIME,
            reason=Reason.TIME_OUTSIDE_HOURS,
            options=(instead.isoformat(),),
        )
        return instead, (hint,)

    def _tell(self, call: Call, stands: Card) -> None:
        """Let the reply with the buttons say who pressed which."""
        drafts = {
            step: self.presses.draft_with_key(_key(call.new.team_id, step, call)) for step in Step
        }
        facts = {step.value: draft.user_id for step, draft in drafts.items() if draft is not None}
        where = {"share": self.share.value, "channel": stands.channel_id, "ts": stands.ts}
        edit = Say(
            saying=Saying.REPLY_EDIT,
            topic=Topic.OUTCOME,
            facts={**facts, **where},
            nth=len(facts),
        )
        self.presses.say_about(call.call_id, say=[edit])


def _key(team_id: str, step: Step, call: Call) -> str:
    return f"{team_id}:{step.value}:{call.call_id}"


def _time_of(step: Step, reader: Reader) -> datetime | None:
    """Give the time of a step, None for now; tomorrow is by the reader's clock on the wall."""
    match step:
        case Step.AGAIN | Step.NOW:
            return None
        case Step.IN_AN_HOUR:
            return reader.now + timedelta(hours=1)
        case Step.TOMORROW:
            return reader.now.astimezone(ZoneInfo(reader.zone)) + timedelta(days=1)
        case _:
            assert_never(step)
