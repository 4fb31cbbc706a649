"""How Slack brings its payloads, and what it makes of the answers."""

import asyncio
import json
from urllib.parse import parse_qsl

import pytest
from slack_sdk.signature import SignatureVerifier
from starlette.responses import PlainTextResponse, Response

from bot.playground.delivery import Delivery
from bot.playground.person import Person
from bot.playground.playground import Playground
from bot.playground.records import InstalledApp, Message, User
from bot.playground.socket_mode import SocketMode
from bot.playground.traffic import Traffic
from tests.playground.stub_app import StubApp


def test_signs_as_slack_documents() -> None:
    secret = "8f742231b10e8888abcd99yyyzzz85a5"
    installed = InstalledApp(signing_secret=secret)
    traffic = Traffic(lambda: 0)
    sockets = SocketMode("A1", traffic.ring)
    delivery = Delivery(installed, sockets, traffic, signing_time=lambda: 1531420618)
    body = (
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2F"
        "commands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    assert delivery.signature(body)["X-Slack-Signature"] == (
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    )


class TestCommand:
    async def test_is_a_signed_form(
        self, jane: Person, app: StubApp, playground: Playground
    ) -> None:
        await jane.command("C_SALES", "/zeegcall", "Alex & <tel:+4915112345678|0151>")

        form = dict(parse_qsl(app.bodies[0], keep_blank_values=True))
        headers = dict(app.told[0].headers)
        verifier = SignatureVerifier(playground.workspace.app.signing_secret)
        assert verifier.is_valid_request(app.bodies[0], headers)
        assert form["text"] == "Alex & <tel:+4915112345678|0151>"
        assert form["channel_name"] == "sales"
        assert form["is_enterprise_install"] == "false"
        assert form["response_url"].startswith(playground.slack_listener.url)
        assert "thread_ts" not in form

    @pytest.mark.parametrize(
        ("answer", "error"),
        [
            pytest.param(Response(status_code=404), "dispatch_failed", id="not found"),
            pytest.param(Response(status_code=500), "dispatch_failed", id="broken"),
            pytest.param(
                PlainTextResponse("x" * 40_001), "invalid_command_response", id="too many words"
            ),
        ],
    )
    async def test_tells_the_person_what_went_wrong(
        self, jane: Person, app: StubApp, answer: Response, error: str
    ) -> None:
        app.answers.append(answer)
        await jane.command("C_SALES", "/zeegcall")
        assert jane.notices == [f"/zeegcall failed with the error “{error}”"]

    async def test_that_is_not_acknowledged_in_time_is_told_as_timed_out(
        self, jane: Person, app: StubApp, playground: Playground
    ) -> None:
        app.gate = asyncio.Event()
        playground.delivery.ack_seconds = 0.01

        ack = await jane.command("C_SALES", "/zeegcall")
        app.gate.set()

        assert ack.failure == "operation_timeout"
        assert jane.notices == ["/zeegcall failed with the error “operation_timeout”"]

    async def test_to_an_app_that_is_not_there_fails(
        self, playground: Playground, jane: Person
    ) -> None:
        playground.delivery.to("")
        ack = await jane.command("C_SALES", "/zeegcall")
        assert ack.failure == "dispatch_failed"

    async def test_to_a_port_where_nobody_listens_fails(self, playground: Playground) -> None:
        await playground.zeeg_listener.stop()
        playground.delivery.to(playground.zeeg_listener.url)
        ack = await playground.person("U_JANE").command("C_SALES", "/zeegcall")
        assert (ack.failure, ack.status) == ("dispatch_failed", 0)

    async def test_with_an_ack_that_is_no_json_shows_nothing(
        self, jane: Person, app: StubApp
    ) -> None:
        app.answers.append(Response("{", media_type="application/json"))
        await jane.command("C_SALES", "/zeegcall")
        assert (jane.notices, jane.sees("C_SALES")) == ([], [])

    async def test_can_only_be_typed_where_one_is(self, playground: Playground) -> None:
        far = playground.person(User(id="U_FAR", name="far", real_name="Far"))
        with pytest.raises(ValueError, match="U_FAR is not in C_SALES"):
            await far.command("C_SALES", "/zeegcall")

    async def test_that_nobody_installed_is_not_sent(self, jane: Person, app: StubApp) -> None:
        await jane.command("C_SALES", "/elsewhere")
        assert jane.notices == ["/elsewhere is not a valid command."]
        assert app.bodies == []

    async def test_is_shown_to_all_only_if_the_ack_says_so(
        self, jane: Person, app: StubApp, playground: Playground
    ) -> None:
        app.answer({"text": "for all", "response_type": "in_channel"})
        await jane.command("C_SALES", "/zeegcall")
        assert [each.text for each in playground.person("U_OMAR").sees("C_SALES")] == ["for all"]

    async def test_is_escaped_as_the_app_asked(self, jane: Person, app: StubApp) -> None:
        await jane.type_command("C_SALES", "/zeegcall", "@omar a&b <3 in #sales a@b.example")
        form = dict(parse_qsl(app.bodies[0]))
        assert form["text"] == (
            "<@U_OMAR|omar> a&amp;b &lt;3 in <#C_SALES|sales> <mailto:a@b.example|a@b.example>"
        )


async def test_a_global_shortcut_knows_no_channel(jane: Person, app: StubApp) -> None:
    await jane.shortcut("call_someone")
    assert app.payload["callback_id"] == "call_someone"
    assert not {"channel", "response_url", "message"} & app.payload.keys()


async def test_a_shortcut_on_a_webhooks_message_shows_no_author(
    jane: Person, app: StubApp, playground: Playground
) -> None:
    workspace = playground.workspace
    lead = Message(
        channel_id="C_SALES", ts=workspace.new_ts(), text="New lead", webhook_name="Leads"
    )
    await jane.message_shortcut(workspace.post(lead), "call")
    assert app.payload["message"]["username"] == "Leads"
    assert "user" not in app.payload["message"]
    assert app.payload["response_url"]


class TestEvents:
    async def test_are_told_again_until_they_are_heard(self, jane: Person, app: StubApp) -> None:
        app.answers = [Response(status_code=500), Response(status_code=500)]

        ack = await jane.open_home()

        assert ack.failure == ""
        numbers = [request.headers.get("x-slack-retry-num") for request in app.told]
        assert numbers == [None, "1", "2"]
        assert app.told[1].headers["x-slack-retry-reason"] == "http_error"
        assert len({json.loads(body)["event_id"] for body in app.bodies}) == 1

    async def test_are_told_four_times_at_most(self, jane: Person, app: StubApp) -> None:
        app.answers = [Response(status_code=500) for _ in range(9)]
        await jane.open_home()
        assert len(app.told) == 4

    async def test_are_not_told_again_if_the_app_asks_for_that(
        self, jane: Person, app: StubApp
    ) -> None:
        app.answers = [Response(status_code=500, headers={"x-slack-no-retry": "1"})]
        await jane.open_home()
        assert len(app.told) == 1

    async def test_of_messages_come_as_subscribed(
        self, jane: Person, app: StubApp, playground: Playground
    ) -> None:
        await jane.say("C_SALES", "nobody listens")
        assert app.bodies == []

        playground.workspace.app.events |= {"message.channels", "app_mention"}
        await jane.say("C_SALES", "hello <@U0ZEEGCALL>")
        await jane.say("C_OTHER", "the bot is not here")

        events = [json.loads(body)["event"] for body in app.bodies]
        assert [event["type"] for event in events] == ["message", "app_mention"]
        assert events[0]["channel_type"] == "channel"

    async def test_a_request_url_is_verified(self, app: StubApp, playground: Playground) -> None:
        app.answer({"challenge": "a-challenge"})
        ack = await playground.delivery.verify_url()
        assert ack.body == {"challenge": "a-challenge"}
        assert json.loads(app.bodies[0])["type"] == "url_verification"
