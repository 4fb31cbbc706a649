"""What Slack's answers mean, whatever stands in them."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import SlackUnavailableError
from bot.slack.web_api import asked


async def refusing(retry_after: str) -> AsyncSlackResponse:
    """Answer 429 with this header."""
    raise SlackApiError(  # type: ignore[no-untyped-call]
        "ratelimited",
        AsyncSlackResponse(
            client=AsyncWebClient(),
            http_verb="POST",
            api_url="chat.postMessage",
            req_args={},
            data={"ok": False, "error": "ratelimited"},
            headers={"Retry-After": retry_after},
            status_code=429,
        ),
    )


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param("30", 30, id="seconds"),
        pytest.param("3600", 3600, id="an hour"),
        pytest.param("86400", 3600, id="a day"),
        pytest.param("9" * 400, 3600, id="without end"),
        pytest.param("", None, id="none"),
        pytest.param("soon", None, id="a word"),
        pytest.param("²", None, id="a digit that is no number"),
        pytest.param("-1", None, id="over"),
    ],
)
async def test_waits_as_long_as_slack_says_but_never_longer_than_an_hour(
    header: str, seconds: float | None
) -> None:
    with pytest.raises(SlackUnavailableError) as raised:
        await asked(refusing(header))

    assert raised.value.seconds == seconds
