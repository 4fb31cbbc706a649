"""Whose requests are taken: our own workspace's, and all while nobody told us which that is."""

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import SettingsError
from bot.slack.bolt_app import FOREIGN, bolt_app
from bot.slack.identity import Identity

API = "https://slack.example/api/"


def an_identity(*, enterprise_id: str | None = None, is_known: bool = True) -> Identity:
    identity = Identity(client=AsyncWebClient(token="xoxb-1", base_url=API))
    if is_known:
        identity.result = AuthorizeResult(
            enterprise_id=enterprise_id, team_id="T1", bot_token="xoxb-1"
        )
        identity.known.set()
    return identity


class Answering(AsyncWebClient):
    """Slack, with what it answers when it is asked who we are."""

    def __init__(self, *answers: dict[str, object]) -> None:
        super().__init__(token="xoxb-1", base_url=API)
        self.answers = [*answers]

    async def auth_test(self, **_: Any) -> AsyncSlackResponse:
        answer = AsyncSlackResponse(
            client=self,
            http_verb="POST",
            api_url=API,
            req_args={},
            data=self.answers.pop(0),
            headers={},
            status_code=200,
        )
        if not answer["ok"]:
            raise SlackApiError("refused", answer)  # type: ignore[no-untyped-call]
        return answer


TAKEN = [
    pytest.param(an_identity(), None, "T1", True, id="our workspace"),
    pytest.param(an_identity(), None, "T2", False, id="another workspace"),
    pytest.param(an_identity(), "E1", "T2", False, id="another organisation"),
    pytest.param(an_identity(enterprise_id="E1"), "E1", "T2", True, id="our organisation"),
    pytest.param(an_identity(is_known=False), None, "T2", True, id="not known yet"),
]


@pytest.mark.parametrize(("identity", "enterprise_id", "team_id", "is_taken"), TAKEN)
async def test_takes_what_is_ours(
    identity: Identity, enterprise_id: str | None, team_id: str, *, is_taken: bool
) -> None:
    result = await identity.authorize(enterprise_id=enterprise_id, team_id=team_id)

    assert (result is not None) == is_taken


async def test_people_of_another_workspace_read_why_nothing_happens() -> None:
    app = bolt_app(an_identity(), api_url=API)
    body = {"type": "view_submission", "team": {"id": "T2"}, "user": {"id": "U2"}, "view": {}}

    answer = await app.async_dispatch(
        AsyncBoltRequest(
            body=urlencode({"payload": json.dumps(body)}),
            headers={"content-type": ["application/x-www-form-urlencoded"]},
        )
    )

    assert (answer.status, answer.body) == (200, FOREIGN)


async def test_a_token_that_slack_refuses_at_the_start_is_named() -> None:
    identity = Identity(client=Answering({"ok": False, "error": "token_revoked"}))

    with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN: Slack does not accept it"):
        await identity.learn()


async def test_slack_is_asked_until_it_says_who_we_are(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    errors = ["internal_error", "invalid_auth", "team_access_not_granted"]
    refusals: list[dict[str, object]] = [{"ok": False, "error": error} for error in errors]
    identity = Identity(client=Answering(*refusals, {"ok": True, "team_id": "T1"}))

    await identity.keep_learning()

    assert identity.team_id == "T1"
    assert slept == [1.0, 2.0, 4.0]


def test_bolt_does_not_warn_of_a_token_in_the_environment(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")

    bolt_app(an_identity(), api_url=API)

    assert caplog.text == ""


async def test_by_which_id_slack_marks_what_we_say_is_asked_only_where_it_is_not_known() -> None:
    says: dict[str, object] = {"ok": True, "team_id": "T1", "bot_id": "B1"}
    identity = Identity(client=Answering(says, says))

    assert await identity.bot_id() == "B1"
    assert await identity.learn()
    assert await identity.bot_id() == "B1"
