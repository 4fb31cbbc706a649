"""Where something stands that was said in Slack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """
    Where a message stands. `channel_id` is not the call's own if the bot could not post there;
    `refusal` is then Slack's error name for the channel.
    """

    channel_id: str
    ts: str | None
    refusal: str | None = None
