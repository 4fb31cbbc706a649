"""Who is in the workspace of `try`, what stands in its channels, and the app as installed."""

import datetime as dt
import secrets
import zoneinfo
from typing import Final

from bot.playground.records import Channel, ChannelKind, InstalledApp, Message, Payload, User
from bot.playground.workspace import Workspace
from bot.playground.zeeg import Zeeg
from bot.playground.zeeg_rules import Agent, Token

JANE: Final = "U0JANE"
GUIDE: Final = "U0GUIDE"
SALES: Final = "C0SALES"
LEADS: Final = "C0LEADS"

AGENTS: Final = {
    "Sales": "7d3c1c1e-0000-4000-8000-000000000001",
    "Support": "7d3c1c1e-0000-4000-8000-000000000002",
}

REGION: Final = "DE"
"""Where numbers without a country code are from: the workspace is in Berlin."""

COMMAND: Final = "/zeegcall"
USAGE_HINT: Final = "name, phone number, email, and if you like a time and what it is about"
DESCRIPTION: Final = "Ask Zeeg's AI agent to call somebody"
SHORTCUTS: Final[list[Payload]] = [
    {"name": "Call with Zeeg", "type": "message", "callback_id": "call_with_zeeg"},
    {"name": "Call someone", "type": "global", "callback_id": "call_someone"},
]
"""Those of the app's manifest: `name`, `type` (message or global) and `callback_id`."""

HAS_HOME: Final = True
IS_READ_ONLY: Final = True

WELCOME: Final = """\
Welcome! This is a workspace of your own with the real bot in it. Zeeg is made up here, so \
*no telephone rings*. Try one of these (a click puts it into the box below):

1. Sure, so it is placed at once: `/zeegcall Alex Mueller +49 151 12345678 \
alex.mueller@example.com tomorrow 2pm follow up on the demo request`
2. Not sure, so you are asked: `/zeegcall Priya Nair +44 20 7946 0018 priya.nair@example.com \
tomorrow at 2 wants a quote for 40 seats`
3. Nothing given, so the form opens: `/zeegcall`

Your calls stand under *zeegcall* at the left, in *Home*; `/zeegcall help` tells what else there \
is. A call ends a minute after it has rung, answered. Switch to somebody in another time zone at \
the top left, and open *Backstage* to see what Zeeg is sent, to choose what it answers and how \
calls end, and to move the clock."""
LEAD: Final = """\
*New lead from the website*
Name: Tom Becker
Phone: <tel:+4930901820|+49 30 901820>
Email: <mailto:tom.becker@example.com|tom.becker@example.com>
“We are 25 people and would like to see a demo this week.”"""
ELSEWHERE: Final = """\
The bot was not invited here, so it may not post. Ask for a call anyway, and see where you read \
of it."""


def installed_app() -> InstalledApp:
    """Give the app with secrets that nobody knows, and what its manifest asks for."""
    return InstalledApp(
        bot_token=f"xoxb-{secrets.token_urlsafe(16)}",
        app_token=f"xapp-{secrets.token_urlsafe(16)}",
        signing_secret=secrets.token_hex(16),
        scopes={
            "commands",
            "chat:write",
            "users:read",
            "users:read.email",
            "files:read",
            "files:write",
            "im:write",
        },
        commands={COMMAND},
        events={"app_home_opened"} if HAS_HOME else set(),
        usage_hint=USAGE_HINT,
        description=DESCRIPTION,
        shortcuts=SHORTCUTS,
        has_home=HAS_HOME,
        is_read_only=IS_READ_ONLY,
    )


def friendly_morning(now: float) -> float:
    """
    Give 10:24 in Berlin on this working day or the next, in Unix seconds.

    Whenever somebody tries it, it is an hour at which people may be called.
    """
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    day = dt.datetime.fromtimestamp(now, tz=berlin)
    while day.weekday() >= 5:
        day += dt.timedelta(days=1)
    return day.replace(hour=10, minute=24, second=0, microsecond=0).timestamp()


def fill(workspace: Workspace) -> None:
    """
    Let everybody in, and say the first words.

    Their numbers are of those that Germany, the USA and France keep for films and books.
    """
    people = [
        User(id=JANE, name="jane", real_name="Jane Doe", locale="en-GB", phone="+49 30 23125042",
             is_admin=True),
        User(id="U0LUKAS", name="lukas", real_name="Lukas Gruber", tz="Europe/Vienna",
             locale="de-AT", phone="+49 89 99998017"),
        User(id="U0SAM", name="sam", real_name="Sam Rivera", tz="America/New_York",
             locale="en-US", phone="+1 212 555 0143"),
        User(id="U0LUCIA", name="lucia", real_name="Lucía Ortiz", tz="America/Mexico_City",
             locale="es-MX"),
        User(id="U0NOA", name="noa", real_name="Noa Martin", tz="Europe/Paris", locale="fr-FR",
             phone="+33 1 99 00 12 34", is_restricted=True),
    ]  # fmt: skip
    for person in people:
        person.email = f"{person.name}@playground.example"
        workspace.add_user(person)
    workspace.add_user(User(id=GUIDE, name="guide", real_name="Playground guide", is_bot=True))
    everybody, bot = {person.id for person in people}, workspace.app.bot_user_id
    for channel in (
        Channel(id=SALES, name="sales", members=everybody | {bot}),
        Channel(id=LEADS, name="leads", members=everybody | {bot}),
        Channel(id="C0RANDOM", name="random", members=set(everybody)),
        Channel(id="G0BOARD", name="board", kind=ChannelKind.PRIVATE, members={JANE, "U0SAM"}),
        Channel(id="D0JANESAM", kind=ChannelKind.DIRECT, members={JANE, "U0SAM"}),
    ):
        workspace.add_channel(channel)
    for person in people:
        workspace.direct_channel(person.id)
    _speak(workspace)


def _speak(workspace: Workspace) -> None:
    for channel_id, text in (
        (SALES, WELCOME),
        ("C0RANDOM", ELSEWHERE),
        ("G0BOARD", ELSEWHERE),
    ):
        ts = workspace.new_ts()
        workspace.post(Message(channel_id=channel_id, ts=ts, user_id=GUIDE, text=text))
    lead = Message(channel_id=LEADS, ts=workspace.new_ts(), webhook_name="Website form", text=LEAD)
    workspace.post(lead)


def open_account(zeeg: Zeeg) -> str:
    """Give the stand-in Zeeg its agents, and give the token that may use them."""
    for name, uuid in AGENTS.items():
        zeeg.agents[uuid] = Agent(uuid=uuid, name=name)
    token = secrets.token_urlsafe(16)
    zeeg.tokens[token] = Token()
    return token
