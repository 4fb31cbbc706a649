"""A small Bolt app that uses most of what a call bot uses, to try the playground with."""

from typing import Any

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.playground.playground import Playground

FORM: dict[str, Any] = {
    "type": "modal",
    "callback_id": "call_form",
    "title": {"type": "plain_text", "text": "Call someone"},
    "submit": {"type": "plain_text", "text": "Call now"},
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "who",
            "label": {"type": "plain_text", "text": "Who"},
            "element": {"type": "plain_text_input", "action_id": "name"},
        },
        {
            "type": "input",
            "block_id": "phone",
            "label": {"type": "plain_text", "text": "Phone"},
            "element": {"type": "plain_text_input", "action_id": "number"},
        },
        {
            "type": "input",
            "block_id": "when",
            "optional": True,
            "label": {"type": "plain_text", "text": "When"},
            "element": {"type": "datetimepicker", "action_id": "time"},
        },
    ],
}


def card(name: str, channel_id: str) -> list[dict[str, Any]]:
    button = {
        "type": "button",
        "action_id": "undo",
        "value": channel_id,
        "text": {"type": "plain_text", "text": "Undo"},
    }
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": f"Calling *{name}*"}},
        {"type": "actions", "block_id": "buttons", "elements": [button]},
    ]


def sample_app(playground: Playground) -> AsyncApp:
    """Make the app: a command opens a form, the form posts a card, its button edits it."""
    installed = playground.workspace.app
    client = AsyncWebClient(token=installed.bot_token, base_url=playground.slack_api_url)
    app = AsyncApp(client=client, signing_secret=installed.signing_secret)

    @app.command("/zeegcall")
    async def command(ack: Any, body: Any, client: Any) -> None:
        if body["text"] == "help":
            await ack("Type who is to be called.")
            return
        await ack()
        view = {**FORM, "private_metadata": body["channel_id"]}
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.view("call_form")
    async def submitted(ack: Any, view: Any, body: Any, client: Any) -> None:
        values = view["state"]["values"]
        if not values["phone"]["number"]["value"].startswith("+"):
            await ack(response_action="errors", errors={"phone": "Start with +"})
            return
        await ack()
        channel_id, name = view["private_metadata"], values["who"]["name"]["value"]
        posted = await client.chat_postMessage(
            channel=channel_id, text=f"Calling {name}", blocks=card(name, channel_id)
        )
        await client.chat_postMessage(
            channel=channel_id,
            thread_ts=posted["ts"],
            text=f"<@{body['user']['id']}> asked for it",
        )

    @app.action("undo")
    async def undone(ack: Any, body: Any, client: Any, respond: Any) -> None:
        await ack()
        await client.chat_update(
            channel=body["channel"]["id"], ts=body["message"]["ts"], text="Undone", blocks=[]
        )
        await respond("Nobody was called.")

    @app.event("app_home_opened")
    async def opened(event: Any, client: Any) -> None:
        view = {"type": "home", "blocks": [{"type": "divider"}]}
        await client.views_publish(user_id=event["user"], view=view)

    @app.shortcut("call_from_message")
    async def shortcut(ack: Any, body: Any, client: Any) -> None:
        await ack()
        title = {"type": "plain_text", "text": body["message"]["text"][:24]}
        await client.views_open(trigger_id=body["trigger_id"], view={**FORM, "title": title})

    return app


def as_asgi(app: AsyncApp) -> Starlette:
    """Put a Bolt app behind the one route that Slack calls."""
    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    return Starlette(routes=[Route("/slack/events", events, methods=["POST"])])
