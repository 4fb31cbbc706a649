"""The page's own server: its files, what a person sees as it changes, and what they do."""

import asyncio
import contextlib
import json
from importlib import resources
from typing import Final
from urllib.parse import quote

from aiohttp import web

from bot.playground.page.acts import ACTS, NONSENSE, Acts
from bot.playground.page.backstage import Backstage
from bot.playground.page.desk import desk
from bot.playground.page.guard import guarded, limited
from bot.playground.page.seen import file_seen_by, seen_by
from bot.playground.person import Person

TYPES: Final = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
FILES: Final = {
    file.name: file.read_bytes()
    for file in (resources.files(__package__) / "static").iterdir()
    if file.name.endswith(tuple(TYPES))
}
PAUSE: Final = 0.02
"""Seconds in which changes gather before they are shown."""
HEARTBEAT: Final = 15.0


class PageDoor:
    """The routes of the page, for whoever sits on this machine."""

    def __init__(self, backstage: Backstage) -> None:
        self.backstage = backstage
        self.playground = backstage.playground
        self.acts = Acts(backstage)
        self._closing = asyncio.Event()

    def application(self) -> web.Application:
        """Give the routes as an application that can be served."""
        application = web.Application(middlewares=[guarded])
        application.on_response_prepare.append(limited)
        application.on_shutdown.append(self._close)
        application.router.add_get("/", self.show_file)
        application.router.add_get("/static/{name}", self.show_file)
        application.router.add_get("/people", self.list_people)
        application.router.add_get("/live", self.show_changes)
        application.router.add_get("/files/{id}", self.give_file)
        application.router.add_post("/do/{act}", self.act)
        return application

    async def _close(self, application: web.Application) -> None:
        del application
        self._closing.set()
        self.playground.traffic.ring()

    async def show_file(self, request: web.Request) -> web.Response:
        """Send one of the page's files."""
        name = request.match_info.get("name", "index.html")
        if name not in FILES:
            raise web.HTTPNotFound
        ending = name[name.rindex(".") :]
        return web.Response(body=FILES[name], content_type=TYPES[ending], charset="utf-8")

    async def list_people(self, request: web.Request) -> web.Response:
        """Tell whom one may be."""
        del request
        users = self.playground.workspace.users.values()
        return web.json_response([user.id for user in users if not user.is_bot])

    def _before(self, request: web.Request) -> Person:
        """Tell who sits before the page."""
        user_id = request.query.get("as", "")
        user = self.playground.workspace.users.get(user_id)
        if user is None or user.is_bot:
            raise web.HTTPNotFound
        return self.playground.person(user_id)

    async def give_file(self, request: web.Request) -> web.Response:
        """Give a file to be saved, to whoever sees the message that it stands in."""
        file = file_seen_by(self._before(request), request.match_info["id"])
        if file is None:
            raise web.HTTPNotFound
        saved = f"attachment; filename*=UTF-8''{quote(file['name'], safe='')}"
        return web.Response(body=file["content"], headers={"Content-Disposition": saved})

    async def act(self, request: web.Request) -> web.Response:
        """Do something that the page asks for."""
        name = request.match_info["act"]
        if name not in ACTS:
            raise web.HTTPNotFound
        try:
            await self.acts.do(name, await request.json())
        except NONSENSE as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
        finally:
            self.playground.traffic.ring()
        return web.json_response({"ok": True})

    async def show_changes(self, request: web.Request) -> web.StreamResponse:
        """Send what a person sees, at first and whenever it has changed (Server-Sent Events)."""
        person = self._before(request)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            await self._stream(response, person)
        return response

    async def _stream(self, response: web.StreamResponse, person: Person) -> None:
        shown = ""
        with self.playground.traffic.own_bell() as bell:
            while not self._closing.is_set():
                bell.clear()
                now = json.dumps({**seen_by(person), "backstage": desk(self.backstage)})
                message = ": still here\n\n" if now == shown else f"data: {now}\n\n"
                await response.write(message.encode())
                shown = now
                await _rung(bell, HEARTBEAT)
                await asyncio.sleep(PAUSE)


async def _rung(bell: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await bell.wait()
