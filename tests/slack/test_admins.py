"""All admins are found, however many pages Slack has and however often it asks for patience."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.slack import admins
from bot.slack.admins import Admins


class Directory(AsyncWebClient):
    """A workspace of many pages, one admin on each; every `patience` answers it says 429."""

    def __init__(self, *, pages: int, patience: int) -> None:
        super().__init__()
        self.pages, self.patience = pages, patience
        self.asked: list[str] = []
        self.refuses = ""

    async def users_list(self, **asked: Any) -> Any:
        cursor = asked["cursor"]
        self.asked.append(cursor)
        if self.refuses:
            raise self._error(200, self.refuses)
        if len(self.asked) % (self.patience + 1) == 0:
            raise self._error(429, "ratelimited")
        page = int(cursor or 0)
        following = str(page + 1) if page + 1 < self.pages else ""
        return {
            "members": [{"id": f"U{page}", "is_admin": True}, {"id": f"M{page}"}],
            "response_metadata": {"next_cursor": following},
        }

    def _error(self, status: int, code: str) -> Exception:
        response = AsyncSlackResponse(
            client=self,
            http_verb="POST",
            api_url="users.list",
            req_args={},
            data={"ok": False, "error": code},
            headers={},
            status_code=status,
        )
        return SlackApiError(code, response)  # type: ignore[no-untyped-call]


async def test_pages_that_were_read_are_not_read_again() -> None:
    directory = Directory(pages=50, patience=20)
    everybody = Admins(client=directory, listed=frozenset()).everybody

    for _ in range(2):
        with pytest.raises(SlackUnavailableError):
            await everybody()

    assert await everybody() == tuple(sorted(f"U{page}" for page in range(50)))
    assert len(directory.asked) == 52


async def test_pages_of_long_ago_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admins, "KEPT", 0.0)
    directory = Directory(pages=3, patience=2)
    everybody = Admins(client=directory, listed=frozenset()).everybody
    with pytest.raises(SlackUnavailableError):
        await everybody()
    directory.patience = 99

    assert await everybody() == ("U0", "U1", "U2")
    assert directory.asked == ["", "1", "2", "", "1", "2"]


async def test_where_slack_knows_its_own_cursor_no_more_it_begins_anew() -> None:
    directory = Directory(pages=3, patience=2)
    everybody = Admins(client=directory, listed=frozenset()).everybody
    with pytest.raises(SlackUnavailableError):
        await everybody()
    directory.patience, directory.refuses = 99, "invalid_cursor"
    with pytest.raises(SlackUnavailableError):
        await everybody()
    with pytest.raises(SlackRefusedError):
        await everybody()
    directory.refuses = ""

    assert await everybody() == ("U0", "U1", "U2")
