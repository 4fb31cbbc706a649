"""What Slack makes of the words after a command that has `should_escape` set."""

import re

from bot.playground.records import ChannelKind
from bot.playground.workspace import Workspace


def escaped(workspace: Workspace, typed: str) -> str:
    """
    Write typed text as Slack sends it.

    The three special characters become entities, known @names and #names become
    tokens, web and email addresses are wrapped.
    """
    text = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    people = {user.name: user.id for user in workspace.users.values()}
    public = [c for c in workspace.channels.values() if c.kind is ChannelKind.PUBLIC]
    channels = {channel.name: channel.id for channel in public}

    def mention(found: re.Match[str]) -> str:
        user_id = people.get(found[1])
        return f"<@{user_id}|{found[1]}>" if user_id else found[0]

    def channel(found: re.Match[str]) -> str:
        channel_id = channels.get(found[1])
        return f"<#{channel_id}|{found[1]}>" if channel_id else found[0]

    text = re.sub(r"https?://[^\s<>]+", r"<\g<0>>", text)
    text = re.sub(r"(?<!\S)([\w.+-]+@[\w-]+\.[\w.-]*\w)", r"<mailto:\1|\1>", text)
    text = re.sub(r"(?<!\S)@([\w.-]*\w)", mention, text)
    return re.sub(r"(?<!\S)#([\w-]+)", channel, text)
