"""`doctor` and `subscribe`: a line for each thing, how to mend it, and no secret in any."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import _doctor, _subscribe
from bot.calls.finding import Health, Part
from bot.errors import LedgerError
from bot.ledger import open_ledger
from bot.messages.findings import SENTENCES
from bot.messages.subscribing import callback_address
from bot.playground.clock import RunningClock
from bot.playground.faults import Fault, answering, reset, slack_error
from bot.playground.playground import Playground
from bot.playground.zeeg_rules import Agent, Token
from bot.settings import Settings, read_settings
from bot.slack.check_up import WITHOUT
from tests.conversations.stage import SALES, SUPPORT, TOKEN, WEBHOOK_TOKEN, environment

SECRETS = [TOKEN, WEBHOOK_TOKEN, "xoxb-playground", "xapp-playground", "playground-signing-secret"]


class Surgery:
    """A workspace and a Zeeg in real time, and the settings of a bot between them."""

    def __init__(self, playground: Playground, folder: Path) -> None:
        self.playground = playground
        self.folder = folder

    def settings(self, **changes: str) -> Settings:
        database = self.folder / "calls.db"
        return read_settings(environment(self.playground, database, **changes))

    async def doctor(self, where: str = "", **changes: str) -> int:
        return await _doctor(self.settings(**changes), where)


@pytest.fixture
async def playground() -> object:
    clock = RunningClock()
    playground = Playground(clock)
    playground.zeeg.agents[SALES] = Agent(uuid=SALES, name="Sales")
    playground.zeeg.tokens[TOKEN] = Token()
    playground.workspace.app.scopes |= WITHOUT.keys()
    async with playground:
        yield playground


@pytest.fixture
def surgery(playground: Playground, tmp_path: Path) -> Surgery:
    made = Surgery(playground, tmp_path)
    open_ledger(made.settings().database_url).close()
    return made


Printed = Callable[[], str]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    def read() -> str:
        out = capsys.readouterr().out
        assert [secret for secret in SECRETS if secret in out] == []
        return out

    return read


async def test_says_that_all_is_well(surgery: Surgery, printed: Printed) -> None:
    assert await surgery.doctor() == 0

    lines = printed().splitlines()
    assert [text[:4] for text in lines] == ["ok  "] * 7
    assert "@zeegcall in playground" in lines[0]
    assert "POST /slack/events (type /zeegcall help" in lines[3]
    assert surgery.playground.zeeg.calls == []


async def test_socket_mode_is_tried(surgery: Surgery, printed: Printed) -> None:
    assert await surgery.doctor(SLACK_APP_TOKEN="xapp-playground") == 0
    assert "Slack's way to the bot: Socket Mode." in printed()

    assert await surgery.doctor(SLACK_APP_TOKEN="xapp-other") == 1
    assert "BAD   Slack does not take SLACK_APP_TOKEN" in printed()


TROUBLES = [
    pytest.param(
        "auth.test", "invalid_auth", "BAD   Slack does not take SLACK_BOT_TOKEN", id="token"
    ),
    pytest.param("auth.test", "ratelimited", "look  Slack could not be reached", id="busy"),
]


@pytest.mark.parametrize(("method", "error", "said"), TROUBLES)
async def test_says_what_slack_has_against_the_token(
    surgery: Surgery, printed: Printed, method: str, error: str, said: str
) -> None:
    surgery.playground.faults.next(method, slack_error(error))

    status = await surgery.doctor()

    out = printed()
    assert said in out
    assert status == (1 if "BAD" in out else 0)


ANSWER = {"ok": True, "user": "zeegcall", "team": "playground", "user_id": "U0"}
UNSAID = [
    pytest.param(
        "auth.test",
        answering(200, ANSWER, Date="today"),
        "Slack does not say what time it is",
        id="no date",
    ),
    pytest.param(
        "auth.test",
        answering(200, ANSWER, Date="Mon, 23 Nov 2026 09:00:00"),
        "Slack does not say what time it is",
        id="a date without a zone",
    ),
    pytest.param(
        "apps.connections.open",
        slack_error("internal_error"),
        "Slack could not be asked about SLACK_APP_TOKEN (internal_error)",
        id="app token",
    ),
    pytest.param(
        "chat.postEphemeral",
        slack_error("internal_error"),
        "Whether the bot can write in C_SALES could not be found out (internal_error)",
        id="channel",
    ),
]


@pytest.mark.parametrize(("method", "fault", "said"), UNSAID)
async def test_what_slack_does_not_say_is_neither_good_nor_bad(
    surgery: Surgery, printed: Printed, method: str, fault: Fault, said: str
) -> None:
    surgery.playground.faults.next(method, fault)

    await surgery.doctor("C_SALES", SLACK_APP_TOKEN="xapp-playground")

    assert f"look  {said}" in printed()


async def test_names_the_scopes_that_are_missing(surgery: Surgery, printed: Printed) -> None:
    surgery.playground.workspace.app.scopes -= {"users:read", "commands"}

    assert await surgery.doctor() == 1
    assert "lacks scopes: commands, users:read" in printed()


async def test_says_what_does_not_work_without_an_optional_scope(
    surgery: Surgery, printed: Printed
) -> None:
    app = surgery.playground.workspace.app
    app.scopes = {"commands", "chat:write", "users:read", "im:write"}

    assert await surgery.doctor() == 0

    out = printed()
    assert "look  The token lacks files:read: a list for /zeegcall bulk can only be pasted" in out
    assert "lacks im:write" not in out
    assert "usergroups" not in out
    app.scopes |= WITHOUT.keys()
    assert await surgery.doctor(ALLOWED_USERGROUPS="S0SALES") == 1
    out = printed()
    assert "lacks scopes: usergroups:read" in out
    assert "The token lacks " not in out.replace("The token lacks scopes", "")


async def test_measures_the_clock(surgery: Surgery, printed: Printed) -> None:
    clock = surgery.playground.workspace.clock
    assert isinstance(clock, RunningClock)
    clock.move(600)

    assert await surgery.doctor() == 1
    assert "clock is" in printed()


async def test_looks_at_a_channel_that_is_named(surgery: Surgery, printed: Printed) -> None:
    assert await surgery.doctor("C_NOWHERE") == 1
    out = printed()
    assert "cannot write in C_NOWHERE (channel_not_found)." in out
    assert "type /invite @zeegcall there" in out


AGENTS = [
    pytest.param(answering(403, {"error": "Missing scope"}), "BAD ", "outbound-calls", id="scope"),
    pytest.param(answering(401), "BAD ", "set ZEEG_API_TOKEN to it", id="token"),
    pytest.param(
        answering(400, {"message": "Agent is not active"}), "BAD ", "Publish and", id="not active"
    ),
    pytest.param(answering(404), "BAD ", "Copy the UUID", id="no such agent"),
    pytest.param(answering(500), "look", "Try again", id="an error of Zeeg's"),
    pytest.param(reset(), "look", "Try again", id="no answer"),
]


@pytest.mark.parametrize(("fault", "sign", "said"), AGENTS)
async def test_says_what_zeeg_has_against_an_agent(
    surgery: Surgery, printed: Printed, fault: object, sign: str, said: str
) -> None:
    surgery.playground.faults.next("outbound-calls", fault)  # type: ignore[arg-type]

    await surgery.doctor()

    (line,) = [text for text in printed().splitlines() if "agent Sales" in text]
    assert line.startswith(sign)
    assert said in line
    assert "whoever" not in line  # it is whoever reads this


async def test_looks_at_each_agent(surgery: Surgery, printed: Printed) -> None:
    assert await surgery.doctor(ZEEG_AGENTS=f"Sales={SALES},Support={SUPPORT}") == 1

    out = printed()
    assert "ok    Zeeg would let the agent Sales call" in out
    assert "BAD   Zeeg does not let the agent Support call: Zeeg knows no agent" in out


def read_only(*_: object, **__: object) -> None:
    """Stand in for the way to a database whose folder may not be written to."""
    raise LedgerError("the database failed: its file or folder is read-only")


async def test_says_what_is_wrong_with_the_database(
    surgery: Surgery, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = surgery.folder / "empty.db"
    assert await surgery.doctor(DATABASE_URL=f"sqlite:///{empty}") == 0
    assert "look  The database is not ready" in printed()
    assert not empty.exists()

    nowhere = surgery.folder / "no" / "such.db"
    assert await surgery.doctor(DATABASE_URL=f"sqlite:///{nowhere}") == 1
    assert "BAD   The database does not work" in printed()

    monkeypatch.setattr("bot.ledger.open_ledger", read_only)
    assert await surgery.doctor() == 1
    assert "BAD   The database does not work" in printed()


async def test_says_that_outcomes_are_not_connected(surgery: Surgery, printed: Printed) -> None:
    assert await surgery.doctor(ZEEG_WEBHOOK_TOKEN="") == 0
    assert "look  ZEEG_WEBHOOK_TOKEN is not set" in printed()


def test_whatever_is_found_has_words() -> None:
    optional = {(Part.OPTIONAL_SCOPES, Health.GOOD), (Part.OPTIONAL_SCOPES, Health.BAD)}
    never = {(Part.WEBHOOK, Health.BAD), *optional}
    assert set(SENTENCES) | never == {(part, health) for part in Part for health in Health}


async def test_subscribes_and_says_whether_the_test_arrived(
    surgery: Surgery, printed: Printed
) -> None:
    status = await _subscribe(surgery.settings(), "https://bot.invalid")

    assert status == 1
    out = printed()
    assert "Zeeg tells https://bot.invalid/zeeg/webhook how calls end" in out
    assert "test delivery did not arrive" in out
    (subscription,) = surgery.playground.zeeg.webhooks.subscriptions
    assert (subscription.token, subscription.events) == (
        WEBHOOK_TOKEN,
        ["ai_agent.call_completed"],
    )


CREATED = [
    pytest.param({"delivered": True}, 0, "Its test delivery arrived.", id="arrived"),
    pytest.param(None, 0, "did not say whether its test delivery arrived", id="not said"),
    pytest.param(
        {"delivered": False, "error": "404"}, 1, "Zeeg said: “404”.", id="did not arrive"
    ),
]


@pytest.mark.parametrize(("test", "status", "said"), CREATED)
async def test_says_what_zeeg_says_of_the_test(
    surgery: Surgery, printed: Printed, test: object, status: int, said: str
) -> None:
    created = {"success": True, "resource": {"uuid": "w1"}, "testResult": test}
    surgery.playground.faults.next("webhooks", answering(201, created))

    assert await _subscribe(surgery.settings(), "https://bot.example") == status

    out = printed()
    assert "(webhook w1)" in out
    assert said in out


REFUSED = [
    pytest.param(answering(401), "does not take ZEEG_API_TOKEN", id="token"),
    pytest.param(answering(403), "needs the scope webhooks:write", id="scope"),
    pytest.param(answering(422, {"message": "No such event"}), "Zeeg said: “No such", id="event"),
    pytest.param(answering(429), "too many requests at the moment", id="busy"),
    pytest.param(answering(500), "look under Webhooks in Zeeg's dashboard first", id="unknown"),
]


@pytest.mark.parametrize(("fault", "said"), REFUSED)
async def test_says_why_zeeg_did_not_subscribe(
    surgery: Surgery, printed: Printed, fault: object, said: str
) -> None:
    surgery.playground.faults.next("webhooks", fault)  # type: ignore[arg-type]

    assert await _subscribe(surgery.settings(), "https://bot.example/zeeg/webhook") == 1

    out = printed()
    assert said in out
    assert "The dashboard is the other way" in out


async def test_says_that_zeeg_is_not_reached(
    surgery: Surgery, printed: Printed, unused_tcp_port: int
) -> None:
    settings = surgery.settings(ZEEG_API_URL=f"http://127.0.0.1:{unused_tcp_port}")

    assert await _subscribe(settings, "https://bot.example") == 1

    out = printed()
    assert "Zeeg could not be reached. Try again." in out
    assert "Nobody knows whether it was created" not in out


async def test_subscribes_nothing_without_an_address(surgery: Surgery, printed: Printed) -> None:
    assert await _subscribe(surgery.settings(), "bot.example") == 2
    assert "Give the bot's own address" in printed()


async def test_subscribes_nothing_without_a_token(surgery: Surgery, printed: Printed) -> None:
    settings = surgery.settings(ZEEG_WEBHOOK_TOKEN="")

    assert await _subscribe(settings, "https://bot.example") == 2
    assert "ZEEG_WEBHOOK_TOKEN is not set" in printed()
    assert surgery.playground.zeeg.webhooks.subscriptions == []


ADDRESSES = [
    pytest.param("https://bot.example", "https://bot.example/zeeg/webhook", id="a host"),
    pytest.param("https://bot.example/", "https://bot.example/zeeg/webhook", id="a slash"),
    pytest.param(
        "https://b.example/at/zeeg/webhook", "https://b.example/at/zeeg/webhook", id="a path"
    ),
    pytest.param("http://bot.example", None, id="not encrypted"),
    pytest.param("bot.example", None, id="no scheme"),
    pytest.param("https://user@bot.example", None, id="a name in it"),
    pytest.param("https://[", None, id="broken"),
    pytest.param("", None, id="nothing"),
]


@pytest.mark.parametrize(("typed", "address"), ADDRESSES)
def test_reads_the_bots_own_address(typed: str, address: str | None) -> None:
    assert callback_address(typed) == address
