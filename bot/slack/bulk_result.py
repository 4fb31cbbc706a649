"""Sends what became of a list: at its end to whoever sent it, and again when it is asked for."""

from collections.abc import Sequence

from slack_sdk.web.async_client import AsyncWebClient

from bot.calls.bulk import BulkRow, Job
from bot.messages.bulk import HEAD, result_rows, result_sent
from bot.messages.csv_file import csv_file
from bot.messages.words import Words
from bot.slack.files import send_file


async def send_result(
    client: AsyncWebClient, job: Job, rows: Sequence[BulkRow], *, to: str, words: Words
) -> None:
    """
    Send a file with a line for each row, as far as it is known now, to the person `to`.

    Raises SlackRefusedError or SlackUnavailableError.
    """
    await send_file(
        client,
        user_id=to,
        name=f"zeegcall-list-{job.job_id}.csv",
        content=csv_file(HEAD, result_rows(rows, words)),
        comment=result_sent(len(rows), words),
    )
