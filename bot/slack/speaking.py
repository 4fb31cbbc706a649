"""Puts together what speaks in Slack by itself: the threads of calls, and Home tabs."""

import time
from functools import partial
from typing import Protocol

from slack_sdk.web.async_client import AsyncWebClient

from bot.ports import Clock
from bot.slack.admins import Admins
from bot.slack.homes import Homes, HomesLedger
from bot.slack.identity import Identity
from bot.slack.languages import Languages
from bot.slack.pacing import Pace
from bot.slack.thread import SlackThread
from bot.use_cases.preferring import PreferenceLedger, results_of


class SpeakingLedger(HomesLedger, PreferenceLedger, Protocol):
    """What is asked of the ledger while something is said."""


def home_tabs(
    client: AsyncWebClient, ledger: SpeakingLedger, clock: Clock, *, language: str
) -> Homes:
    """Make what keeps Home tabs up to date. `language` is spoken where nothing says which."""
    languages = Languages(ledger=ledger, otherwise=language, time=time.monotonic)
    pace = Pace(time=time.monotonic)
    return Homes(client=client, ledger=ledger, pace=pace, clock=clock, languages=languages)


def call_threads(
    homes: Homes, ledger: SpeakingLedger, admins: Admins, identity: Identity
) -> SlackThread:
    """Make what says things in threads, and tells Home of what has moved."""
    return SlackThread(
        client=homes.client,
        pace=Pace(time=time.monotonic),
        clock=homes.clock,
        languages=homes.languages,
        everybody=admins.everybody,
        moved=homes.moved,
        results=partial(results_of, ledger),
        identity=identity,
    )
