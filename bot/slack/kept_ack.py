"""What a subcommand answers where no command of Slack's waits for its ack."""

from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck

from bot.messages.blocks import Rendered, sections
from bot.messages.words import Mrkdwn


class KeptAck(AsyncAck):
    """Takes the answer, and keeps it; `said` is None where there was none."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Bolt's own
        self.said: Rendered | None = None

    async def __call__(self, *spoken: Any, **answer: Any) -> BoltResponse:  # noqa: ANN401 - Bolt's
        """Keep the words."""
        del spoken
        if text := answer.get("text", ""):
            blocks = answer.get("blocks") or sections(Mrkdwn(text))
            self.said = Rendered(text=text, blocks=tuple(blocks))
        return BoltResponse(status=200)
