"""All that may be typed, pressed and opened in Slack."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from slack_bolt.async_app import AsyncApp

from bot.messages.masking import mask_number
from bot.messages.words import Words
from bot.slack.acting import Acting
from bot.slack.admins import Admins
from bot.slack.answering import Answering
from bot.slack.bulk import Bulk
from bot.slack.bulk_card import BulkCards
from bot.slack.bulk_work import BulkWork
from bot.slack.buttons import Buttons
from bot.slack.contacts import Contacts
from bot.slack.desk import Desk
from bot.slack.did_you_mean import DidYouMean
from bot.slack.do_not_call import DoNotCallList
from bot.slack.exporting import AuditLedger, Exporting
from bot.slack.forgetting import Forgetting
from bot.slack.gate import Gate
from bot.slack.help import Help
from bot.slack.home_tab import HomeTab
from bot.slack.homes import Homes, HomesLedger
from bot.slack.introducing import Introducing
from bot.slack.listeners import Listeners
from bot.slack.meeting import Meeting
from bot.slack.my_calls import MyCalls
from bot.slack.next_time import NextTime
from bot.slack.outcomes import OutcomeLedger, register_outcomes
from bot.slack.pacing import Pace
from bot.slack.people import People
from bot.slack.settings import Settings
from bot.slack.shortcuts import CardLedger, Shortcuts
from bot.slack.subcommands import Answer, Subcommand
from bot.slack.translating import Translating
from bot.slack.unknown_buttons import UnknownButtons
from bot.use_cases.block_ledger import BlockLedger
from bot.use_cases.bulk_ledger import BulkLedger
from bot.use_cases.call_row import CallRow
from bot.use_cases.check_table import CheckTable
from bot.use_cases.do_not_call import DoNotCall
from bot.use_cases.earlier_contacts import ContactLedger, EarlierContacts
from bot.use_cases.erase import ErasingLedger, Forget
from bot.use_cases.fill_form import FillForm
from bot.use_cases.intake import Intake
from bot.use_cases.introduce import Introduce
from bot.use_cases.pick_person import PickPerson
from bot.use_cases.pick_time import PickTime
from bot.use_cases.preferring import PreferenceLedger
from bot.use_cases.record_outcome import RecordOutcome
from bot.use_cases.request_call import RequestCall
from bot.use_cases.settle_call import SettleCall
from bot.use_cases.submit_form import SubmitForm


class SurfacesLedger(
    CardLedger,
    ContactLedger,
    OutcomeLedger,
    BlockLedger,
    BulkLedger,
    HomesLedger,
    PreferenceLedger,
    ErasingLedger,
    AuditLedger,
    Protocol,
):
    """All that is kept of calls and people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surfaces:
    """Puts the listeners together from what they share."""

    ledger: SurfacesLedger
    intake: Intake
    admins: Admins
    desk: Desk
    homes: Homes
    rung: asyncio.Event = field(default_factory=asyncio.Event)

    def bulk_work(self) -> BulkWork:
        """Give what goes on with lists of calls."""
        return BulkWork(
            ledger=self.ledger,
            check=CheckTable(intake=self.intake),
            call_row=CallRow(intake=self.intake),
            settle_call=SettleCall(ledger=self.ledger),
            desk=self.desk,
            cards=BulkCards(
                ledger=self.ledger,
                client=self.desk.client,
                languages=self.desk.languages,
                pace=Pace(time=time.monotonic),
                identity=self.desk.profiles.identity,
            ),
            rung=self.rung,
        )

    def register(self, app: AsyncApp, *, outcomes: RecordOutcome, words: Words) -> None:
        """Tell Bolt what to call: what comes most often first, since it asks one after another."""
        app.middleware(Translating(languages=self.desk.languages))
        acting, settings = self._acting(words), self._settings(words)
        bulk = self._bulk(acting.gate, words)
        forgetting = Forgetting(
            forget=Forget(ledger=self.ledger),
            region_of=self.intake.region_of,
            admins=self.admins,
            desk=self.desk,
            words=words,
        )
        helping = Help(agents_of=self.intake.agents_of, desk=self.desk, words=words)
        mine = MyCalls(
            lists=self.ledger,
            acting=acting,
            admins=self.admins,
            clock=self.desk.clock,
            desk=self.desk,
            words=words,
        )
        subcommands = {
            **helping.answers,
            **settings.answers,
            **self._subcommands(words),
            **mine.answers,
            **forgetting.answers,
            **bulk.answers,
        }
        asking = DidYouMean(
            open_draft=self.intake.open_draft,
            desk=self.desk,
            words=words,
            subcommands=subcommands,
        )
        answering = self._answering(asking, words)
        self._listeners(answering, subcommands, words).register(app)
        Buttons(acting=acting, fill_form=acting.fill_form, desk=self.desk, words=words).register(
            app
        )
        for surface in (settings, helping, mine, bulk, forgetting, asking, answering.contacts):
            surface.register(app)
        self._forms(answering, acting, app, words)
        register_outcomes(
            app,
            ledger=self.ledger,
            record=outcomes,
            fill_form=acting.fill_form,
            admins=self.admins,
            desk=self.desk,
            words=words,
        )
        UnknownButtons(desk=self.desk, words=words).register(app)

    def _settings(self, words: Words) -> Settings:
        return Settings(
            ledger=self.ledger,
            callers=self.intake.callers,
            admins=self.admins,
            agents=self.intake.agents,
            region=self.intake.region,
            homes=self.homes,
            desk=self.desk,
            words=words,
        )

    def _answering(self, asking: DidYouMean, words: Words) -> Answering:
        return Answering(
            request_call=RequestCall(intake=self.intake),
            desk=self.desk,
            words=words,
            wake=self.desk.wake,
            did_you_mean=asking,
            introducing=Introducing(
                introduce=Introduce(intake=self.intake),
                callers=self.intake.callers,
                desk=self.desk,
            ),
            contacts=Contacts(
                earlier=EarlierContacts(intake=self.intake, calls=self.ledger),
                desk=self.desk,
                words=words,
            ),
        )

    def _listeners(
        self, answering: Answering, subcommands: Mapping[Subcommand, Answer], words: Words
    ) -> Listeners:
        return Listeners(
            request_call=answering.request_call,
            submit_form=SubmitForm(intake=self.intake),
            desk=self.desk,
            words=words,
            wake=self.desk.wake,
            subcommands=subcommands,
            answering=answering,
            meeting=Meeting(desk=self.desk),
        )

    def _forms(self, answering: Answering, acting: Acting, app: AsyncApp, words: Words) -> None:
        """Register what opens the form elsewhere than by a command, and what is pressed in it."""
        introducing = answering.introducing
        Shortcuts(
            ledger=self.ledger,
            acting=acting,
            answering=answering,
            introducing=introducing,
            words=words,
        ).register(app)
        People(
            pick_person=PickPerson(intake=self.intake), introducing=introducing, words=words
        ).register(app)
        NextTime(pick_time=PickTime(intake=self.intake), desk=self.desk, words=words).register(app)
        HomeTab(
            homes=self.homes,
            ledger=self.ledger,
            answering=answering,
            callers=self.intake.callers,
            desk=self.desk,
        ).register(app)

    def _bulk(self, gate: Gate, words: Words) -> Bulk:
        return Bulk(
            ledger=self.ledger,
            intake=self.intake,
            gate=gate,
            desk=self.desk,
            words=words,
            rung=self.rung,
        )

    def _acting(self, words: Words) -> Acting:
        return Acting(
            ledger=self.ledger,
            settle_call=SettleCall(ledger=self.ledger),
            fill_form=FillForm(intake=self.intake),
            gate=Gate(
                callers=self.intake.callers, admins=self.admins, desk=self.desk, words=words
            ),
            desk=self.desk,
            words=words,
            wake=self.desk.wake,
            moved=self.homes.moved,
        )

    def _subcommands(self, words: Words) -> Mapping[Subcommand, Answer]:
        do_not_call = DoNotCall(
            ledger=self.ledger,
            clock=self.desk.clock,
            mask=mask_number,
        )
        blocking = DoNotCallList(
            do_not_call=do_not_call,
            region_of=self.intake.region_of,
            admins=self.admins,
            desk=self.desk,
            words=words,
        )
        exporting = Exporting(ledger=self.ledger, admins=self.admins, desk=self.desk, words=words)
        return {**blocking.answers, **exporting.answers}
