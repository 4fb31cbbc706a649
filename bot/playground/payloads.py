"""What Slack tells the app: commands, shortcuts, actions, submissions and events, as JSON."""

from typing import Final

from bot.playground.records import Channel, Message, Payload, View
from bot.playground.shapes import channel_name, message_json, view_json
from bot.playground.workspace import Workspace

VERIFICATION_TOKEN: Final = "deprecated-verification-token"  # noqa: S105 - Slack sends one
_ENTERPRISE: Final[Payload] = {"is_enterprise_install": False, "enterprise": None}


class Payloads:
    """Writes payloads for one workspace; `base_url` is where response_urls lead."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.base_url = ""

    def response_url(self, channel_id: str, user_id: str, original: Message | None = None) -> str:
        """Give an interaction its response_url."""
        given = self.workspace.issue_response_url(channel_id, user_id, original)
        return f"{self.base_url}/response/{given}"

    def command(self, user_id: str, channel: Channel, name: str, text: str) -> Payload:
        """Write a slash command; all values are strings, and there is no thread."""
        workspace = self.workspace
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": workspace.team_id,
            "team_domain": workspace.domain,
            "channel_id": channel.id,
            "channel_name": channel_name(channel),
            "user_id": user_id,
            "user_name": workspace.users[user_id].name,
            "command": name,
            "text": text,
            "api_app_id": workspace.app.id,
            "is_enterprise_install": "false",
            "response_url": self.response_url(channel.id, user_id),
            "trigger_id": workspace.issue_trigger(user_id, channel.id),
        }

    def _interaction(self, kind: str, user_id: str, channel_id: str = "") -> Payload:
        workspace = self.workspace
        user = workspace.users[user_id]
        return {
            "type": kind,
            "user": {
                "id": user.id,
                "username": user.name,
                "name": user.name,
                "team_id": user.team_id,
            },
            "team": {"id": workspace.team_id, "domain": workspace.domain},
            "api_app_id": workspace.app.id,
            "token": VERIFICATION_TOKEN,
            "trigger_id": workspace.issue_trigger(user_id, channel_id),
            **_ENTERPRISE,
        }

    def shortcut(self, user_id: str, callback_id: str) -> Payload:
        """Write a global shortcut: it knows no channel and has no response_url."""
        more = {"callback_id": callback_id, "action_ts": self.workspace.new_ts()}
        return {**self._interaction("shortcut", user_id), **more}

    def message_shortcut(self, user_id: str, message: Message, callback_id: str) -> Payload:
        """Write a message shortcut, in threads too."""
        channel = self.workspace.channels[message.channel_id]
        return {
            **self._interaction("message_action", user_id, channel.id),
            "callback_id": callback_id,
            "action_ts": self.workspace.new_ts(),
            "channel": {"id": channel.id, "name": channel_name(channel)},
            "message_ts": message.ts,
            "message": message_json(self.workspace, message),
            "response_url": self.response_url(channel.id, user_id),
        }

    def message_action(self, user_id: str, message: Message, action: Payload) -> Payload:
        """Write a press in a message; Slack shows the app no ephemeral message's content."""
        channel = self.workspace.channels[message.channel_id]
        container: Payload = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": bool(message.only_for),
        }
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        payload = {
            **self._interaction("block_actions", user_id, channel.id),
            "container": container,
            "channel": {"id": channel.id, "name": channel_name(channel)},
            "state": {"values": message.values},
            "response_url": self.response_url(channel.id, user_id, message),
            "actions": [{**action, "action_ts": self.workspace.new_ts()}],
        }
        if not message.only_for:
            payload["message"] = message_json(self.workspace, message)
        return payload

    def view_action(self, view: View, action: Payload) -> Payload:
        """Write a press in a modal or in the home tab."""
        return {
            **self._interaction("block_actions", view.user_id, view.channel_id),
            "container": {"type": "view", "view_id": view.id},
            "view": view_json(self.workspace, view),
            "actions": [{**action, "action_ts": self.workspace.new_ts()}],
        }

    def submission(self, view: View) -> Payload:
        """Write a submitted modal: no channel, unless one was picked with a response_url."""
        urls = []
        for block in view.blocks:
            element = block.get("element") or {}
            if not element.get("response_url_enabled"):
                continue
            state = view.values[block["block_id"]][element["action_id"]]
            channel_id = state.get("selected_conversation") or state.get("selected_channel")
            if channel_id:
                urls.append(
                    {
                        "block_id": block["block_id"],
                        "action_id": element["action_id"],
                        "channel_id": channel_id,
                        "response_url": self.response_url(channel_id, view.user_id),
                    }
                )
        return {
            **self._interaction("view_submission", view.user_id, view.channel_id),
            "view": view_json(self.workspace, view),
            "response_urls": urls,
        }

    def closing(self, view: View, *, is_cleared: bool) -> Payload:
        """Write a modal that was closed without submitting; there is no trigger."""
        payload = self._interaction("view_closed", view.user_id)
        del payload["trigger_id"]
        shown = view_json(self.workspace, view)
        return {**payload, "view": shown, "is_cleared": is_cleared}

    def suggestion(self, view: View, block: Payload, action_id: str, typed: str) -> Payload:
        """Write what was typed so far in an external select."""
        payload = self._interaction("block_suggestion", view.user_id)
        del payload["trigger_id"]
        return {
            **payload,
            "container": {"type": "view", "view_id": view.id},
            "view": view_json(self.workspace, view),
            "block_id": block["block_id"],
            "action_id": action_id,
            "value": typed,
        }

    def event(self, event: Payload) -> Payload:
        """Write something that happened, in its outer envelope."""
        workspace = self.workspace
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": workspace.team_id,
            "context_team_id": workspace.team_id,
            "context_enterprise_id": None,
            "api_app_id": workspace.app.id,
            "event": event,
            "type": "event_callback",
            "event_id": workspace.new_id("Ev"),
            "event_time": int(workspace.clock()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.team_id,
                    "user_id": workspace.app.bot_user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
            "event_context": workspace.new_id("context"),
        }
