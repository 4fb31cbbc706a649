"""What a Web API method was called with, from a form or from JSON."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from bot.playground.records import MethodError, Payload

T = TypeVar("T")


class Arguments:
    """The arguments of one call; a missing or malformed one is refused as Slack does."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given

    def text(self, name: str) -> str:
        """Give a string argument, empty if it is missing."""
        value = self.given.get(name)
        return "" if value is None else str(value)

    def needed(self, name: str, error: str = "invalid_arguments") -> str:
        """Give a string argument that must be there."""
        value = self.text(name)
        if not value:
            message = f"[ERROR] missing required field: {name}"
            raise MethodError(error, response_metadata={"messages": [message]})
        return value

    def flag(self, name: str) -> bool:
        """Give a boolean argument, which a form writes as 1 or true."""
        return self.text(name).lower() in {"1", "true"}

    def number(self, name: str, default: int) -> int:
        """Give a whole number."""
        try:
            return int(self.text(name) or default)
        except ValueError:
            raise MethodError("invalid_arguments") from None

    def structure(self, name: str, error: str) -> Any:  # noqa: ANN401 - any JSON
        """Give a JSON argument, which may have come as a string; None if it is missing."""
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except json.JSONDecodeError:
            raise MethodError(error) from None

    def page(self, items: Sequence[T], default: int) -> tuple[list[T], Payload]:
        """Cut the page out that `cursor` and `limit` name, and say how to get the next."""
        start = _position(self.text("cursor"))
        end = start + max(1, min(self.number("limit", default), 1000))
        cursor = base64.b64encode(str(end).encode()).decode() if end < len(items) else ""
        return list(items[start:end]), {"next_cursor": cursor}


def _position(cursor: str) -> int:
    try:
        return int(base64.b64decode(cursor or "MA=="))
    except (binascii.Error, ValueError):
        raise MethodError("invalid_cursor") from None
