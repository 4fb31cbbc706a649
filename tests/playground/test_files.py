"""Uploading a file in the three steps that Slack has for it."""

import httpx
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.playground import Playground
from bot.playground.records import Message
from tests.playground.refusals import refusal


async def test_a_file_appears_in_its_thread(slack: AsyncWebClient, playground: Playground) -> None:
    card = await slack.chat_postMessage(channel="C_SALES", text="x")

    await slack.files_upload_v2(
        channel="C_SALES", thread_ts=card["ts"], filename="transcript.txt", content="Hello there"
    )

    def files() -> list[Message]:
        return playground.person("U_JANE").sees("C_SALES", card["ts"])[1:]

    (shared,) = files()
    assert shared.files[0]["name"] == "transcript.txt"
    assert playground.workspace.files[shared.files[0]["id"]]["content"] == b"Hello there"


async def test_an_upload_that_does_not_fit_is_refused(slack: AsyncWebClient) -> None:
    started = await slack.files_getUploadURLExternal(filename="a.txt", length=5)

    async with httpx.AsyncClient() as http:
        answer = await http.post(started["upload_url"], content=b"longer")

    assert answer.status_code == 400
    unfinished = slack.files_completeUploadExternal(files=[{"id": started["file_id"]}])
    assert await refusal(unfinished) == "file_not_found"
    nothing = slack.files_getUploadURLExternal(filename="a.txt", length=0)
    assert await refusal(nothing) == "invalid_arguments"


async def test_a_file_without_a_channel_is_shown_to_nobody(
    slack: AsyncWebClient, playground: Playground
) -> None:
    await slack.files_upload_v2(filename="a.txt", content="Hello")
    assert playground.person("U_JANE").sees("C_SALES") == []
