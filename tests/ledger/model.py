"""What the ledger promises, told once more in plain Python: one process, no database, no crash."""

from dataclasses import dataclass, field

from bot.calls.say import Saying
from bot.calls.status import MOVES, NOT_SENT, OPEN, Status
from tests.ledger.samples import EDIT

Says = tuple[str, ...]
EDITING = EDIT.what


@dataclass
class ModelCall:
    """A call by its click; `send_at` and `not_after` are minutes of the clock of people."""

    click: str
    phone: str
    not_after: int
    draft: str = ""
    status: Status = Status.RECORDED
    attempts: int = 0
    send_at: int | None = None
    token: str | None = None
    lease_until: float = 0
    retry_after: float = 0


@dataclass
class ModelMessage:
    """A row of the outbox; `subject` is `call:<click>` or `draft:<id>`."""

    subject: str
    what: str
    due: float
    token: str | None = None
    tries: int = 0
    state: str = "waiting"

    @property
    def key(self) -> str:
        return f"{self.subject}:{self.what}"


@dataclass
class Model:
    """What is kept. `epoch` is the database's clock in seconds, `now` minutes of people's."""

    epoch: float = 0
    now: int = 0
    drafts: dict[str, str] = field(default_factory=dict)
    calls: dict[str, ModelCall] = field(default_factory=dict)
    outbox: list[ModelMessage] = field(default_factory=list)
    tokens: int = 0

    def record_draft(self, draft: str, *, after: float) -> bool:
        if draft in self.drafts:
            return False
        self.drafts[draft] = "open"
        self._say(f"draft:{draft}", ("offer_form",), after=after)
        return True

    def draft_shown(self, draft: str) -> None:
        if self.drafts.get(draft) == "open":
            self.drafts[draft] = "shown"
        self._drop(draft)

    def offer_form_now(self, draft: str) -> None:
        if self.drafts.get(draft, "closed") == "closed":
            return
        for message in self.outbox:
            mine = message.subject == f"draft:{draft}" and message.token is None
            if mine and message.state in {"waiting", "dropped"}:
                message.state, message.due = "waiting", self.epoch

    def record_call(
        self,
        call: ModelCall,
        *,
        draft: str,
        may_repeat: bool,
        say: Says,
        replaces: str | None = None,
        tell: Says = (),
    ) -> object:
        made = [other.draft for other in self.calls.values()]
        if call.click in self.calls or draft in made:
            return False
        old = self.calls.get(replaces or "")
        if replaces is not None and (old is None or old.status not in NOT_SENT):
            return "moved"
        others = [other for other in self.calls.values() if other is not old]
        same = [other for other in others if other.phone == call.phone]
        if not may_repeat and any(other.status in OPEN for other in same):
            return "open"
        call.draft = draft
        self.calls[call.click] = call
        if draft in self.drafts:
            self.drafts[draft] = "closed"
            self._drop(draft)
        self._say(f"call:{call.click}", say)
        if old is not None:
            self._move(old, Status.CANCELLED, tell)
        return True

    def move(self, click: str, *, to: Status, out_of: frozenset[Status], say: Says) -> bool:
        call = self.calls.get(click)
        if call is None or call.status not in out_of:
            return False
        token = call.token
        self._move(call, to, say)
        call.token = token
        return True

    def claim_calls(self, *, limit: int, lease: float) -> list[tuple[str, str]]:
        due = [
            call
            for call in self.calls.values()
            if call.status is Status.ANNOUNCED
            and call.send_at is not None
            and call.send_at <= self.now
            and call.retry_after <= self.epoch
        ]
        due.sort(key=lambda call: call.send_at or 0)
        for call in due[:limit]:
            call.status, call.token = Status.SENDING, self._token()
            call.lease_until, call.attempts = self.epoch + lease, call.attempts + 1
        return [(call.click, str(call.token)) for call in due[:limit]]

    def still_fresh(self, click: str, token: str, *, lease: float) -> bool:
        call = self.calls[click]
        ours = call.token == token and call.status is Status.SENDING
        return ours and call.lease_until - self.epoch >= lease / 2

    def settle(self, click: str, token: str, *, to: Status, say: Says) -> bool:
        call = self.calls[click]
        if call.token != token:
            return False
        by_word = call.status in {Status.COMPLETED, Status.FAILED}
        if to not in MOVES[Status.UNCERTAIN if by_word else call.status]:
            return False
        self._move(call, to, say)
        return True

    def put_back(self, click: str, token: str, *, counts: bool, seconds: float) -> bool:
        call = self.calls[click]
        if call.status is not Status.SENDING or call.token != token:
            return False
        call.status, call.token = Status.ANNOUNCED, None
        call.retry_after = self.epoch + seconds
        call.attempts -= 0 if counts else 1
        return True

    def reap_calls(self, say: Says) -> list[str]:
        late = [
            call
            for call in self.calls.values()
            if call.status is Status.SENDING and call.lease_until <= self.epoch
        ]
        late.sort(key=lambda call: call.lease_until)
        for call in late:
            self._move(call, Status.UNCERTAIN, say)
        return sorted(call.click for call in late)

    def expire_calls(self, say: Says) -> list[str]:
        late = [
            call
            for call in self.calls.values()
            if call.status is Status.RECORDED and call.not_after <= self.now
        ]
        late.sort(key=lambda call: call.not_after)
        for call in late:
            self._move(call, Status.EXPIRED, say)
        return sorted(call.click for call in late)

    def claim_messages(self, *, limit: int, lease: float) -> list[tuple[str, str]]:
        due = [message for message in self._heads() if message.due <= self.epoch]
        due.sort(key=lambda message: message.what != Saying.CARD.value)
        for message in due[:limit]:
            message.token, message.due = self._token(), self.epoch + lease
            message.tries += 1
        return [(message.key, str(message.token)) for message in due[:limit]]

    def said(self, key: str, token: str) -> bool:
        message = self._held(key, token)
        if message is None:
            return False
        message.state, message.token = "said", None
        draft = message.subject.removeprefix("draft:")
        if self.drafts.get(draft) == "open":
            self.drafts[draft] = "shown"
        return True

    def card_said(self, key: str, token: str, *, send_at: int, say: Says) -> bool:
        message = self._held(key, token)
        if message is None:
            return False
        message.state, message.token = "said", None
        call = self.calls[message.subject.removeprefix("call:")]
        if call.status is Status.RECORDED:
            call.status, call.send_at = Status.ANNOUNCED, send_at
        self._say(message.subject, say)
        return True

    def put_off(self, key: str, token: str, *, seconds: float, tried: bool) -> None:
        message = self._held(key, token)
        if message is not None:
            message.tries -= 0 if tried else 1
            message.token, message.due = None, self.epoch + seconds

    def give_up(self, key: str, token: str, *, say: Says) -> None:
        message = self._held(key, token)
        if message is not None:
            message.state, message.token = "given_up", None
            self._say(message.subject, say)

    def seconds_to_next(self) -> float | None:
        waits = [message.due - self.epoch for message in self._heads()]
        for call in self.calls.values():
            if call.status is Status.RECORDED:
                waits.append((call.not_after - self.now) * 60)
            elif call.status is Status.SENDING:
                waits.append(call.lease_until - self.epoch)
            elif call.status is Status.ANNOUNCED and call.send_at is not None:
                held = call.retry_after - self.epoch
                waits.append(held if held > 0 else (call.send_at - self.now) * 60)
        return max(0, min(waits)) if waits else None

    def _move(self, call: ModelCall, to: Status, say: Says) -> None:
        call.status, call.retry_after = to, 0
        if to is not Status.UNCERTAIN:
            call.token = None
        self._say(f"call:{call.click}", say)

    def _say(self, subject: str, say: Says, *, after: float = 0) -> None:
        for what in say:
            mine = [message for message in self.outbox if message.subject == subject]
            if what == EDITING:
                edits = [message for message in mine if message.what.startswith(EDITING)]
                if any(edit.state == "waiting" and edit.token is None for edit in edits):
                    continue
                name = f"{EDITING}:{len(edits) + 1}"
            elif any(message.what == what for message in mine):
                continue
            else:
                name = what
            self.outbox.append(ModelMessage(subject, name, self.epoch + after))

    def _heads(self) -> list[ModelMessage]:
        heads: dict[str, ModelMessage] = {}
        for message in self.outbox:
            if message.state == "waiting":
                heads.setdefault(message.subject, message)
        return sorted(heads.values(), key=self.outbox.index)

    def _held(self, key: str, token: str) -> ModelMessage | None:
        held = [m for m in self.outbox if (m.key, m.token) == (key, token)]
        return next((message for message in held if message.state == "waiting"), None)

    def _drop(self, draft: str) -> None:
        for message in self.outbox:
            if message.subject == f"draft:{draft}" and message.state == "waiting":
                message.state, message.token = "dropped", None

    def _token(self) -> str:
        self.tokens += 1
        return f"token {self.tokens}"
