"""What stands before a person when a test begins."""

from typing import Any

from bot.playground.playground import Playground
from bot.playground.records import Message
from bot.playground.views import open_modal


def has_open(playground: Playground, view: dict[str, Any]) -> None:
    workspace = playground.workspace
    trigger = workspace.spend_trigger(workspace.issue_trigger("U_JANE", "C_SALES"))
    open_modal(workspace, trigger, view)


def posted(playground: Playground, *blocks: dict[str, Any], only_for: str = "") -> Message:
    workspace = playground.workspace
    message = Message(
        channel_id="C_SALES",
        ts=workspace.new_ts(),
        user_id=workspace.app.bot_user_id,
        from_app=True,
        only_for=only_for,
        blocks=[{"block_id": f"block{n}", **each} for n, each in enumerate(blocks)],
    )
    return workspace.post(message)


def everything_granted(playground: Playground) -> None:
    """Grant every scope that a method here can ask for."""
    playground.workspace.app.scopes |= {
        f"{kind}:{right}"
        for kind in ("channels", "groups", "im", "mpim")
        for right in ("read", "history")
    } | {"usergroups:read", "team:read", "reactions:write"}
