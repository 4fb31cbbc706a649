"""What must be so when everything is over, whatever happened meanwhile."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from bot.calls.call import Call
from bot.calls.draft import DraftState
from bot.calls.status import Status
from bot.ledger.door import reading
from bot.ledger.rows import read_call
from bot.ledger.schema import calls, drafts, outbox
from bot.messages.cards import standing
from bot.messages.words import ENGLISH
from bot.playground.records import Message
from bot.playground.zeeg import Post
from tests.faults.contacts import PERSONAL, Contact
from tests.faults.world import World

TOLD_BY: Mapping[Status, str] = {
    Status.PENDING: "reply:pending",
    Status.REFUSED: "reply:refused",
    Status.EXPIRED: "reply:expired",
    Status.CANCELLED: "reply:cancelled",
    Status.UNCERTAIN: "reply:uncertain",
}
"""The message that tells where a call stands."""


@dataclass(kw_only=True)
class Asked:
    """What one person asked for, and whether Slack took the bot's word that it is kept."""

    contact: Contact
    acked: bool


@dataclass(kw_only=True)
class Findings:
    """How it went. `broken` names each promise that was not kept."""

    broken: list[str] = field(default_factory=list)
    acked: int = 0
    calls: Counter[str] = field(default_factory=Counter)
    posts: int = 0
    messages: int = 0
    repeated: int = 0


def check(world: World, asked: list[Asked], *, may_repeat: bool = False) -> Findings:
    """Hold everything against the promises; `may_repeat` without the history scopes."""
    findings = Findings(acked=sum(each.acked for each in asked))
    ledger_calls = calls_by_phone(world)
    said = _said(world)
    findings.calls.update(call.status.value for call in ledger_calls.values())
    findings.posts = len(world.playground.zeeg.maybe_accepted)
    findings.messages = sum(said.values())
    findings.repeated = sum(count - 1 for count in said.values())
    findings.broken += _posts(world, ledger_calls)
    findings.broken += _kept(world, asked, ledger_calls)
    findings.broken += _told(world, ledger_calls, said)
    if not may_repeat:
        findings.broken += [f"said {n} times: {key}" for key, n in said.items() if n > 1]
    findings.broken += [f"in the log: {piece}" for piece in PERSONAL if piece in world.log()]
    return findings


def _posts(world: World, ledger_calls: Mapping[str, Call]) -> Iterator[str]:
    """At most one POST that Zeeg may have accepted for each contact, and none too late."""
    rung = Counter(_phone(post) for post in world.playground.zeeg.maybe_accepted)
    yield from (f"rung {n} times: {phone}" for phone, n in rung.items() if n > 1)
    for post in world.playground.zeeg.posts:
        call = ledger_calls.get(_phone(post))
        if call is None:
            yield f"rung without a call in the ledger: {_phone(post)}"
        elif post.exchange.asked_at > call.new.not_after.timestamp() + 0.5:
            yield f"rung too late: {_phone(post)}"
        elif post.call is not None and call.status in {
            Status.CANCELLED,
            Status.EXPIRED,
            Status.REFUSED,
        }:
            yield f"rung, and told as {call.status}: {_phone(post)}"


def _kept(world: World, asked: list[Asked], ledger_calls: Mapping[str, Call]) -> Iterator[str]:
    """Every acknowledged request is a call that stands somewhere, or a form shown or offered."""
    kept = _drafts(world)
    seen = _drafts_seen(world)
    for each in asked:
        call = ledger_calls.get(each.contact.phone)
        if call is not None or not each.acked:
            continue
        mine = [row for row in kept if each.contact.email in str(row["fields"])]
        if not mine:
            yield f"acknowledged and lost: {each.contact.number}"
        elif not any(_was_seen(row, seen) for row in mine):
            states = [row["state"] for row in mine]
            yield f"its form was never seen: {each.contact.number}, {states}"


def _was_seen(row: Mapping[str, Any], seen: set[str]) -> bool:
    """A form that became a call was on a screen, whatever Slack's answer said."""
    if row["state"] == DraftState.CLOSED:
        return True
    return row["state"] == DraftState.SHOWN and row["id"] in seen


def _told(
    world: World, ledger_calls: Mapping[str, Call], said: Mapping[str, int]
) -> Iterator[str]:
    """Each call has its card, which tells where it stands, and its last word in the thread."""
    cards = {_key(message): message for message in _messages(world)}
    given_up = _given_up(world)
    for call in ledger_calls.values():
        name = f"call:{call.call_id}"
        if call.status not in TOLD_BY:
            yield f"{name} is still {call.status}"
            continue
        needed = {f"{name}:card", f"{name}:{TOLD_BY[call.status]}"}
        missing = needed - said.keys() - given_up
        yield from (f"never said: {key} of a call that is {call.status}" for key in missing)
        card = cards.get(f"{name}:card")
        if card is not None and standing(call, ENGLISH) not in card.text:
            yield f"{name} is {call.status}, and its card tells {card.text[-80:]!r}"


def calls_by_phone(world: World) -> dict[str, Call]:
    """Read every call, by the number that it rings."""
    with reading(world.engine) as connection:
        found = connection.execute(select(calls).order_by(calls.c.id)).mappings()
        return {call.request.phone.e164: call for call in map(read_call, found)}


def _drafts(world: World) -> list[dict[str, Any]]:
    with reading(world.engine) as connection:
        return [dict(row) for row in connection.execute(select(drafts)).mappings()]


def _given_up(world: World) -> set[str]:
    with reading(world.engine) as connection:
        return set(connection.scalars(select(outbox.c.key).where(outbox.c.state == "given_up")))


def _drafts_seen(world: World) -> set[str]:
    """Ids of the drafts whose form stood on a screen, or was offered by a button."""
    playground = world.playground
    opened = {
        str((exchange.answer or {}).get("view", {}).get("private_metadata", ""))
        for exchange in playground.traffic.of("views.open")
        if isinstance(exchange.answer, dict)
    }
    done = {view.content.get("private_metadata", "") for view in _views(world)}
    offered = {
        str(element.get("value", ""))
        for message in _all_messages(world)
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
    }
    return opened | done | offered


def _views(world: World) -> Iterator[Any]:
    for stack in world.playground.workspace.modals.values():
        yield from stack


def _all_messages(world: World) -> Iterator[Message]:
    for channel in world.playground.workspace.channels.values():
        yield from channel.messages


def _messages(world: World) -> Iterator[Message]:
    return (message for message in _all_messages(world) if message.metadata)


def _key(message: Message) -> str:
    assert message.metadata is not None
    return str(message.metadata["event_payload"]["key"])


def _said(world: World) -> Counter[str]:
    return Counter(_key(message) for message in _messages(world))


def _phone(post: Post) -> str:
    body = post.exchange.body
    return str(body.get("phoneNumber", "")) if isinstance(body, dict) else ""


REGRETS = "could not keep|cannot be reached|did not expect|know whether I kept|records are slow"


def is_kept(body: Mapping[str, Any]) -> bool:
    """Whether an ack says that the request is kept: it then has no words of regret."""
    return not re.search(REGRETS, str(body))
