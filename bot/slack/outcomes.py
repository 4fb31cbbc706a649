"""All that may be pressed once a call is over."""

from typing import Protocol

from slack_bolt.async_app import AsyncApp

from bot.messages.words import Words
from bot.ports import Ledger
from bot.slack.admins import Admins
from bot.slack.assigning import Assigning
from bot.slack.desk import Desk
from bot.slack.details import Details
from bot.slack.gate import Gate
from bot.slack.next_steps import NextSteps
from bot.use_cases.call_after import CallAfter, PressLedger
from bot.use_cases.event_ledger import EventLedger
from bot.use_cases.fill_form import FillForm
from bot.use_cases.record_outcome import RecordOutcome


class OutcomeLedger(Ledger, EventLedger, PressLedger, Protocol):
    """All that is kept of calls and their ends."""


def register_outcomes(
    app: AsyncApp,
    *,
    ledger: OutcomeLedger,
    record: RecordOutcome,
    fill_form: FillForm,
    admins: Admins,
    desk: Desk,
    words: Words,
) -> None:
    """Tell Bolt what to call."""
    share = record.share
    Details(events=ledger, admins=admins, desk=desk, share=share, words=words).register(app)
    call_after = CallAfter(presses=ledger, fill_form=fill_form, share=share)
    gate = Gate(callers=fill_form.intake.callers, admins=admins, desk=desk, words=words)
    NextSteps(call_after=call_after, gate=gate, desk=desk, words=words).register(app)
    Assigning(record=record, admins=admins, desk=desk, words=words, wake=desk.wake).register(app)
