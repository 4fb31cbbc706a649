"""A page with one of everything that Block Kit has in it, and an app that answers nothing much."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.playground import cast, views
from bot.playground.chat_methods import app_message, content_of
from bot.playground.clock import RunningClock
from bot.playground.method_arguments import Arguments
from bot.playground.page.backstage import Backstage
from bot.playground.page.door import PageDoor
from bot.playground.playground import Playground
from bot.playground.running import running
from bot.playground.server import Listener
from tests.playground.sample_app import as_asgi, sample_app

Block = dict[str, Any]


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


OPTIONS = [{"text": plain(name), "value": name.lower()} for name in ("Sales", "Support")]
MARKS = (
    "*bold* _italic_ ~struck~ `code` :tada: :unknown_name: <@U0SAM> <!here> <#C0SALES> "
    "<https://example.com/a?b=1|a link> <javascript:alert(1)|no link> &lt;b&gt; 2*3*4 a_b_c\n"
    "&gt; quoted *words*\n```two\n  lines```<!date^1799229600^{date_long} at {time}|then>"
)
SURE = {
    "title": plain("Really?"),
    "text": plain("Everybody will hear of it."),
    "confirm": plain("Yes, do it"),
    "deny": plain("Leave it"),
    "style": "danger",
}
RICH = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "Rich ", "style": {"bold": True}},
                {"type": "user", "user_id": cast.JANE},
                {"type": "link", "url": "https://example.com", "text": " link "},
                {"type": "emoji", "name": "wave"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "ordered",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "<i>one</i>"}]}
            ],
        },
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "said"}]},
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "x = 1"}]},
    ],
}
MESSAGE: list[Block] = [
    {"type": "header", "text": plain("A header")},
    {"type": "section", "text": mrkdwn(MARKS)},
    {"type": "section", "fields": [mrkdwn("*Left*\none"), mrkdwn("*Right*\ntwo")]},
    RICH,
    {"type": "divider"},
    {
        "type": "table",
        "rows": [
            [{"type": "raw_text", "text": "Name"}, {"type": "raw_text", "text": "Calls"}],
            [{"type": "raw_text", "text": "Jane"}, {"type": "raw_text", "text": "3"}],
        ],
    },
    {"type": "context", "elements": [mrkdwn("small *print*"), plain("more of it")]},
    {
        "type": "actions",
        "block_id": "buttons",
        "elements": [
            {"type": "button", "action_id": "undo", "text": plain("Go"), "style": "primary"},
            {
                "type": "button",
                "action_id": "sure",
                "text": plain("Delete"),
                "style": "danger",
                "confirm": SURE,
            },
            {"type": "static_select", "action_id": "pick", "options": OPTIONS},
            {"type": "overflow", "action_id": "more", "options": OPTIONS},
        ],
    },
]


def field(name: str, label: str, element: Block, **more: object) -> Block:
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": {"action_id": "value", **element},
        **more,
    }


FORM: Block = {
    "type": "modal",
    "callback_id": "gallery",
    "title": plain("Everything"),
    "submit": plain("Send"),
    "blocks": [
        {"type": "alert", "level": "warning", "text": mrkdwn("Look *twice*.")},
        field("text", "Text", {"type": "plain_text_input", "max_length": 20}),
        field("email", "Email", {"type": "email_text_input"}, hint=plain("Where to write")),
        field("number", "Number", {"type": "number_input", "is_decimal_allowed": False}),
        field("day", "Day", {"type": "datepicker", "initial_date": "2027-01-20"}),
        field("hour", "Hour", {"type": "timepicker", "initial_time": "14:30"}),
        field("moment", "Moment", {"type": "datetimepicker", "initial_date_time": 1_800_000_000}),
        field("agent", "Agent", {"type": "static_select", "options": OPTIONS}),
        field("person", "Person", {"type": "users_select"}),
        field("one", "One of", {"type": "radio_buttons", "options": OPTIONS}),
        field("some", "Some of", {"type": "checkboxes", "options": OPTIONS}, optional=True),
        {
            "type": "section",
            "block_id": "beside",
            "text": mrkdwn("A section with a button"),
            "accessory": {"type": "button", "action_id": "undo", "text": plain("Press")},
        },
    ],
}


@asynccontextmanager
async def gallery() -> AsyncIterator[tuple[str, Playground]]:
    """Put the page up with one of everything, and give its address."""
    clock = RunningClock()
    app = cast.installed_app()
    app.has_home, app.events = True, {"app_home_opened"}
    app.shortcuts = [
        {"name": "Call them", "type": "message", "callback_id": "call_from_message"},
        {"name": "Call someone", "type": "global", "callback_id": "nobody_answers"},
    ]
    playground = Playground(clock, app)
    cast.fill(playground.workspace)
    async with playground, running(as_asgi(sample_app(playground))) as url:
        playground.delivery.to(f"{url}/slack/events")
        workspace = playground.workspace
        content = content_of(Arguments({"text": "x", "blocks": MESSAGE}), workspace)
        app_message(workspace, cast.SALES, content)
        trigger = workspace.spend_trigger(workspace.issue_trigger("U0SAM"))
        views.open_modal(workspace, trigger, FORM)
        page = Listener(PageDoor(Backstage(playground, clock)).application)
        await page.start()
        yield page.url, playground
        await page.stop()
