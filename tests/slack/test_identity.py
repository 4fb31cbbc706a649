"""Whose requests are taken: our own workspace's, and all while nobody told us which that is."""

import json
from urllib.parse import urlencode

import pytest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

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
