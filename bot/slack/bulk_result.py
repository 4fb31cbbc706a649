"""Sends what became of a list: at its end to whoever sent it, and again when it is asked for."""

from collections.abc import Sequence

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.bulk import BulkRow, Job
from bot.calls.profile import Profile
from bot.messages.bulk import HEAD, result_rows, result_sent
from bot.messages.csv_file import csv_file
from bot.messages.times import UTC
from bot.messages.words import Words
from bot.slack.files import send_file


def zone_of(profile: Profile | None) -> str:
    """Give the IANA zone in which somebody reads times, UTC where nobody knows it."""
    return (profile.zone if profile else None) or UTC


async def send_result(
    client: AsyncWebClient,
    job: Job,
    rows: Sequence[BulkRow],
    *,
    to: str,
    zone: str,
    words: Words,
) -> None:
    """
    Send a file with a line for each row, as far as it is known now, to the person `to`, who reads
    times in `zone`.

    Raises SlackRefusedError or SlackUnavailableError.
    """
    await send_file(
        client,
        user_id=to,
        name=f"zeegcall-list-{job.job_id}.csv",
        content=csv_file(HEAD, result_rows(rows, zone=zone, words=words)),
        comment=result_sent(len(rows), words),
    )
