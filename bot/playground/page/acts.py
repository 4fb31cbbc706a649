"""What the page may have done: a person's typing and pressing, and the knobs backstage."""

import base64
from collections.abc import Awaitable, Callable
from typing import Any, Final

from bot.playground.page.backstage import Backstage
from bot.playground.person import Person
from bot.playground.records import Message, MethodError, Payload, View
from bot.playground.typed_text import escaped
from bot.playground.zeeg_outcomes import Outcome

Act = Callable[["Acts", Person, Payload], Awaitable[None]]
LONGEST_MOVE: Final = 31 * 86400.0


class Acts:
    """Does for a person what the page asks; KeyError, LookupError and ValueError mean no sense."""

    def __init__(self, backstage: Backstage) -> None:
        self.backstage = backstage
        self.playground = backstage.playground

    async def do(self, name: str, given: Payload) -> None:
        """Do one thing by its name; `as` says who does it."""
        person = self.playground.person(str(given["as"]))
        if person.workspace.user(person.id).is_bot:
            raise LookupError("nobody sits there")
        await ACTS[name](self, person, given)

    async def delivered(self, sending: Awaitable[object]) -> None:
        """Wait for what goes to the bot, and let a failure that was asked for end with it."""
        try:
            await sending
        finally:
            self.backstage.delivered()

    async def say(self, person: Person, given: Payload) -> None:
        """Say something in a channel or thread."""
        text = escaped(person.workspace, str(given["text"]))
        await person.say(own_channel(person, given), text, str(given.get("thread_ts") or ""))

    async def command(self, person: Person, given: Payload) -> None:
        """Send a slash command; one of Slack's own is known, with which the bot is invited."""
        name, _, typed = str(given["text"]).strip().partition(" ")
        channel = own_channel(person, given)
        app = person.workspace.app
        if (name, typed.strip()) == ("/invite", f"@{app.bot_name}"):
            person.workspace.channels[channel].members.add(app.bot_user_id)
        else:
            await self.delivered(person.type_command(channel, name, typed.strip()))

    async def click(self, person: Person, given: Payload) -> None:
        """Press a button or pick something, in a message, the modal or the home tab."""
        where = _place(person, given)
        filled = given.get("values")
        if filled:
            person.fill(_with_files(person, filled))
        names = str(given["action_id"]), str(given["block_id"])
        sending = person.click(where, names[0], given.get("value"), names[1])
        await self.delivered(sending)

    async def fill(self, person: Person, given: Payload) -> None:
        """Keep what was typed into the modal so far."""
        person.fill(_with_files(person, given["values"]))

    async def submit(self, person: Person, given: Payload) -> None:
        """Send the open modal off with what was filled in."""
        await self.delivered(person.submit(_with_files(person, given["values"])))

    async def close(self, person: Person, given: Payload) -> None:
        """Close the modal on top, or all of them."""
        if person.modal is not None:
            await person.close_modal(is_cleared=bool(given.get("all")))

    async def shortcut(self, person: Person, given: Payload) -> None:
        """Use a shortcut, on a message if one is named."""
        callback_id = str(given["callback_id"])
        if given.get("ts"):
            message = _message(person, given)
            await self.delivered(person.message_shortcut(message, callback_id))
        else:
            await self.delivered(person.shortcut(callback_id))

    async def open_home(self, person: Person, given: Payload) -> None:
        """Look at the app's home tab."""
        del given
        await person.open_home()

    async def answer_next(self, person: Person, given: Payload) -> None:
        """Choose what Zeeg does next."""
        del person
        await self.backstage.answer_next(str(given["mood"]), keeps=bool(given["keeps"]))

    async def end_call(self, person: Person, given: Payload) -> None:
        """End a call."""
        del person
        await self.backstage.end_call(int(given["call"]), Outcome(given["outcome"]))

    async def end_by_itself(self, person: Person, given: Payload) -> None:
        """Choose whether calls end by themselves, when, and how."""
        del person
        seconds = given.get("seconds")
        is_on = seconds is not None
        self.backstage.ends_by_itself = (
            (float(seconds or 0), Outcome(given["outcome"])) if is_on else None
        )

    async def clock(self, person: Person, given: Payload) -> None:
        """Move the clock on, hold it, or let it go."""
        del person
        clock = self.backstage.clock
        if "move" in given:
            clock.move(min(max(0.0, float(given["move"])), LONGEST_MOVE))
        elif given["held"]:
            clock.hold()
        else:
            clock.go()

    async def fail_next(self, person: Person, given: Payload) -> None:
        """Let Slack's next payload to the bot fail."""
        del person
        self.backstage.fail_next_delivery(str(given["failure"]))


ACTS: Final[dict[str, Act]] = {
    "say": Acts.say,
    "command": Acts.command,
    "click": Acts.click,
    "fill": Acts.fill,
    "submit": Acts.submit,
    "close": Acts.close,
    "shortcut": Acts.shortcut,
    "open-home": Acts.open_home,
    "answer-next": Acts.answer_next,
    "end-call": Acts.end_call,
    "end-by-itself": Acts.end_by_itself,
    "clock": Acts.clock,
    "fail-next": Acts.fail_next,
}
NONSENSE: Final = (KeyError, LookupError, ValueError, TypeError, MethodError)


def own_channel(person: Person, given: Payload) -> str:
    """Find the channel that is named, if the person is in it."""
    channel = person.workspace.channels[str(given["channel"])]
    if person.id not in channel.members:
        raise LookupError("not in that channel")
    return channel.id


def _with_files(person: Person, values: Payload) -> Payload:
    """Let the workspace keep the files that were put into fields, as Slack does at once."""
    return {name: _kept(person, value) for name, value in values.items()}


def _kept(person: Person, value: object) -> object:
    if not (isinstance(value, list) and value and isinstance(value[0], dict)):
        return value
    files = [(str(each["name"]), base64.b64decode(str(each["content"]))) for each in value]
    return [{"id": person.workspace.add_file(*file), "name": file[0]} for file in files]


def _message(person: Person, given: Payload) -> Message:
    channel = person.workspace.channels[own_channel(person, given)]
    for message in channel.messages:
        if message.ts == given["ts"] and message.only_for in {"", person.id}:
            return message
    raise LookupError("no such message")


def _place(person: Person, given: dict[str, Any]) -> Message | View:
    if given.get("ts"):
        return _message(person, given)
    view = person.home if given.get("view") == "home" else person.modal
    if view is None:
        raise LookupError("nothing is open")
    return view
