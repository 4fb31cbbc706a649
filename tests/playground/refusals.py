"""What a refused call is refused with."""

from collections.abc import Awaitable

import pytest
from slack_sdk.errors import SlackApiError


async def refusal(calling: Awaitable[object]) -> str:
    """Wait for a call that must be refused, and give the error."""
    with pytest.raises(SlackApiError) as refused:
        await calling
    return str(refused.value.response["error"])
