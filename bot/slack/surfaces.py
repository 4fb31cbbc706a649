"""All that may be typed and pressed before a call is over."""

from typing import Protocol

from slack_bolt.async_app import AsyncApp

from bot.messages.masking import mask_number
from bot.messages.words import Words
from bot.ports import Ledger
from bot.slack.acting import Acting
from bot.slack.admins import Admins
from bot.slack.buttons import Buttons
from bot.slack.desk import Desk
from bot.slack.did_you_mean import DidYouMean
from bot.slack.do_not_call import DoNotCallList
from bot.slack.gate import Gate
from bot.slack.help import Help
from bot.slack.listeners import Listeners
from bot.slack.my_calls import MyCalls
from bot.slack.next_time import NextTime
from bot.use_cases.block_ledger import BlockLedger
from bot.use_cases.do_not_call import DoNotCall
from bot.use_cases.fill_form import FillForm
from bot.use_cases.intake import Intake
from bot.use_cases.list_ledger import ListLedger
from bot.use_cases.pick_time import PickTime
from bot.use_cases.request_call import RequestCall
from bot.use_cases.settle_call import SettleCall
from bot.use_cases.submit_form import SubmitForm


class SurfacesLedger(Ledger, BlockLedger, ListLedger, Protocol):
    """All that is kept of calls, and the do-not-call list."""


def register_surfaces(
    app: AsyncApp,
    *,
    ledger: SurfacesLedger,
    intake: Intake,
    admins: Admins,
    desk: Desk,
    words: Words,
) -> None:
    """Tell Bolt what to call."""
    do_not_call = DoNotCall(
        ledger=ledger, clock=desk.clock, region=intake.region, mask=mask_number
    )
    blocking = DoNotCallList(do_not_call=do_not_call, admins=admins, desk=desk, words=words)
    acting = Acting(
        ledger=ledger,
        settle_call=SettleCall(ledger=ledger),
        fill_form=FillForm(intake=intake),
        gate=Gate(callers=intake.callers, admins=admins, desk=desk, words=words),
        desk=desk,
        words=words,
        wake=desk.wake,
    )
    mine = MyCalls(
        lists=ledger, acting=acting, admins=admins, clock=desk.clock, desk=desk, words=words
    )
    subcommands = {
        **Help(agents=intake.agents, words=words).answers,
        **blocking.answers,
        **mine.answers,
    }
    asking = DidYouMean(desk=desk, words=words, subcommands=subcommands)
    asking.register(app)
    Listeners(
        request_call=RequestCall(intake=intake),
        submit_form=SubmitForm(intake=intake),
        desk=desk,
        words=words,
        wake=desk.wake,
        subcommands=subcommands,
        did_you_mean=asking,
    ).register(app)
    NextTime(pick_time=PickTime(intake=intake), desk=desk, words=words).register(app)
    Buttons(acting=acting, fill_form=acting.fill_form, desk=desk, words=words).register(app)
