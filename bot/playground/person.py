"""Somebody before Slack's client: types, presses, fills in, and sees what comes of it."""

from typing import Any

from bot.playground import views
from bot.playground.chat_methods import app_message, content_of
from bot.playground.delivery import Ack, Delivery, Kind
from bot.playground.heard import events_of
from bot.playground.method_arguments import Arguments
from bot.playground.payloads import Payloads
from bot.playground.records import ChannelKind, Message, MethodError, Payload, View
from bot.playground.typed_text import escaped
from bot.playground.typed_values import (
    client_side_errors,
    find_element,
    holds_state,
    picked_state,
)
from bot.playground.workspace import Workspace

TROUBLE = "We had some trouble connecting. Try again?"
NOT_SENT = Ack(failure="not_sent", status=0)


class Person:
    """One member of the workspace; what Slack's client tells them is in `notices`."""

    def __init__(
        self, workspace: Workspace, payloads: Payloads, delivery: Delivery, user_id: str
    ) -> None:
        self.workspace = workspace
        self.payloads = payloads
        self.delivery = delivery
        self.id = user_id
        self.notices: list[str] = []

    @property
    def modal(self) -> View | None:
        """The view on top of the open ones."""
        stack = self.workspace.modals.get(self.id)
        return stack[-1] if stack else None

    @property
    def home(self) -> View | None:
        """The app's home tab as this person has it."""
        return self.workspace.homes.get(self.id)

    def sees(self, channel_id: str, thread_ts: str = "") -> list[Message]:
        """Give what this person sees in a channel, or in one of its threads."""
        channel = self.workspace.channels[channel_id]
        if self.id not in channel.members and channel.kind is not ChannelKind.PUBLIC:
            return []
        seen = [each for each in channel.messages if each.only_for in {"", self.id}]
        if thread_ts:
            return [each for each in seen if thread_ts in {each.ts, each.thread_ts}]
        return [each for each in seen if each.thread_ts in {"", each.ts} or each.is_broadcast]

    def sees_from_app(self) -> list[Message]:
        """Give what this person sees in the direct conversation with the app."""
        return self.sees(self.workspace.direct_channel(self.id).id)

    async def command(self, channel_id: str, name: str, text: str = "") -> Ack:
        """Send a slash command; `text` goes out exactly as it is given."""
        if name not in self.workspace.app.commands:
            self.notices.append(f"{name} is not a valid command.")
            return NOT_SENT
        channel = self.workspace.channels[channel_id]
        if self.id not in channel.members:
            raise ValueError(f"{self.id} is not in {channel_id}")
        payload = self.payloads.command(self.id, channel, name, text)
        ack = await self.delivery.deliver(Kind.COMMAND, payload)
        failure = ack.failure or self._show_ack(channel_id, ack.body)
        if failure:
            self.notices.append(f"{name} failed with the error “{failure}”")
        return ack

    async def type_command(self, channel_id: str, name: str, typed: str = "") -> Ack:
        """Type a slash command, and let Slack write the words as the app asked for."""
        text = escaped(self.workspace, typed) if self.workspace.app.should_escape else typed
        return await self.command(channel_id, name, text)

    def _show_ack(self, channel_id: str, body: Payload) -> str:
        """Show the words of an ack, if it has any; gives the error if they are refused."""
        if not body.get("text") and not body.get("blocks"):
            return ""
        try:
            content = content_of(Arguments(body), self.workspace)
        except MethodError:
            return "invalid_command_response"
        content["only_for"] = "" if body.get("response_type") == "in_channel" else self.id
        app_message(self.workspace, channel_id, content)
        return ""

    async def shortcut(self, callback_id: str) -> Ack:
        """Use a global shortcut."""
        return await self._interact(self.payloads.shortcut(self.id, callback_id))

    async def message_shortcut(self, message: Message, callback_id: str) -> Ack:
        """Use a shortcut on a message."""
        payload = self.payloads.message_shortcut(self.id, message, callback_id)
        return await self._interact(payload)

    async def _interact(self, payload: Payload) -> Ack:
        ack = await self.delivery.deliver(Kind.INTERACTION, payload)
        if ack.failure:
            self.notices.append(TROUBLE)
        return ack

    async def click(
        self, where: Message | View, wanted: str, value: object = None, block_id: str = ""
    ) -> Ack:
        """
        Press a button, or pick `value` in an element; `wanted` is its action_id or block_id.

        What stands in an input block is only filled in, unless it dispatches actions.
        """
        block, element = find_element(where.blocks, wanted, block_id)
        names = {"block_id": block["block_id"], "action_id": element["action_id"]}
        if element["type"] == "button":
            shown = {"text", "value", "style"} & element.keys()
            action = {"type": "button", **names, **{name: element[name] for name in shown}}
        else:
            state = picked_state(element, value)
            action = {**state, **names}
            if holds_state(element):
                where.values.setdefault(names["block_id"], {})[names["action_id"]] = state
            if block["type"] == "input" and not block.get("dispatch_action"):
                return Ack(status=0)
        if isinstance(where, View):
            return await self._interact(self.payloads.view_action(where, action))
        return await self._interact(self.payloads.message_action(self.id, where, action))

    def fill(self, values: dict[str, Any]) -> None:
        """Fill the open modal in, without sending it; keys are block_ids or action_ids."""
        view = self._open_view()
        for wanted, value in values.items():
            block, element = find_element(view.blocks, wanted)
            state = picked_state(element, value)
            view.values[block["block_id"]][element["action_id"]] = state

    def _open_view(self) -> View:
        if self.modal is None:
            raise LookupError(f"{self.id} has no modal open")
        return self.modal

    async def submit(self, values: dict[str, Any] | None = None) -> Ack:
        """
        Fill the open modal in and press its submit button.

        What Slack's client refuses by itself, a required field left empty for one, is
        not sent: `modal.errors` says what.
        """
        self.fill(values or {})
        view = self._open_view()
        view.errors = client_side_errors(view.blocks, view.values)
        if view.errors:
            return NOT_SENT
        seen_hash = view.hash
        ack = await self.delivery.deliver(Kind.INTERACTION, self.payloads.submission(view))
        if ack.failure:
            self.notices.append(TROUBLE)
            return ack
        try:
            views.obey_submission(self.workspace, view, ack.body, seen_hash=seen_hash)
        except MethodError as error:
            self.notices.append(f"{TROUBLE} ({error.error}: {error.more})")
        return ack

    async def close_modal(self, *, is_cleared: bool = False) -> None:
        """Press the close button, or with `is_cleared` the cross that closes every view."""
        view = self._open_view()
        is_cleared = is_cleared or bool(view.content.get("clear_on_close"))
        closed = list(self.workspace.modals[self.id]) if is_cleared else [view]
        for each in reversed(closed):
            views.close_top(self.workspace, self.id)
            if each.content.get("notify_on_close"):
                await self._interact(self.payloads.closing(each, is_cleared=is_cleared))

    async def suggestions(self, wanted: str, typed: str) -> list[Payload]:
        """Type into an external select of the open modal, and give the options offered."""
        view = self._open_view()
        block, element = find_element(view.blocks, wanted)
        payload = self.payloads.suggestion(view, block, element["action_id"], typed)
        ack = await self._interact(payload)
        groups = ack.body.get("option_groups", [])
        return [*ack.body.get("options", []), *(o for group in groups for o in group["options"])]

    async def open_home(self) -> Ack:
        """Open the app's home tab."""
        channel = self.workspace.direct_channel(self.id)
        event: Payload = {
            "type": "app_home_opened",
            "user": self.id,
            "channel": channel.id,
            "tab": "home",
            "event_ts": self.workspace.new_ts(),
        }
        return await self.delivery.deliver_event(self.payloads.event(event))

    async def say(self, channel_id: str, text: str, thread_ts: str = "") -> Message:
        """Say something in a channel; the app hears of it if it subscribed to that."""
        message = Message(
            channel_id=channel_id,
            ts=self.workspace.new_ts(),
            user_id=self.id,
            text=text,
            thread_ts=thread_ts,
        )
        self.workspace.post(message)
        for event in events_of(self.workspace, message):
            await self.delivery.deliver_event(self.payloads.event(event))
        return message
