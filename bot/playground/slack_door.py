"""Slack's side of the wire over HTTP: the Web API, response_urls, uploads and Socket Mode."""

import email.utils
import json
from collections.abc import Callable
from urllib.parse import parse_qsl

from aiohttp import web

from bot.playground.faults import Answer, Fault, tear
from bot.playground.method_arguments import Arguments
from bot.playground.records import MethodError, Payload
from bot.playground.response_urls import respond
from bot.playground.slack_methods import call, check_token
from bot.playground.socket_mode import SocketMode
from bot.playground.traffic import Exchange, Way
from bot.playground.wire import Wire
from bot.playground.workspace import Workspace

_MOST_BYTES = 50_000_000


class SlackDoor:
    """The routes that `slack.com`, `hooks.slack.com` and `wss-primary.slack.com` answer."""

    def __init__(self, workspace: Workspace, wire: Wire, sockets: SocketMode) -> None:
        self.workspace = workspace
        self.wire = wire
        self.sockets = sockets

    def application(self) -> web.Application:
        """Give the routes as an application that can be served."""
        application = web.Application(client_max_size=_MOST_BYTES)
        application.router.add_route("*", "/api/{method}", self.answer_method)
        application.router.add_post("/response/{id}", self.answer_response_url)
        application.router.add_post("/upload/{id}", self.take_upload)
        application.router.add_get("/download/{id}", self.give_file)
        application.router.add_get("/link", self.sockets.connect)
        return application

    async def answer_method(self, request: web.Request) -> web.StreamResponse:
        """Answer one Web API call, or let it go wrong as the faults say."""
        name = request.match_info["method"]
        fault = self.wire.faults.take(name)
        if fault is not None and fault.unread:
            return tear(request)
        given = await _arguments(request)
        exchange = self.wire.traffic.asked(Way.SLACK_METHOD, name, given)
        return await self._through(
            request, exchange, fault, lambda: Answer(body=self._call(request, name, given))
        )

    async def _through(
        self,
        request: web.Request,
        exchange: Exchange,
        fault: Fault | None,
        do: Callable[[], Answer],
    ) -> web.Response:
        response = await self.wire.answer(request, exchange, fault, do)
        now = self.workspace.clock()
        response.headers.setdefault("Date", email.utils.formatdate(now, usegmt=True))
        response.headers["X-OAuth-Scopes"] = ",".join(sorted(self.workspace.app.scopes))
        return response

    def _call(self, request: web.Request, name: str, given: Payload) -> Payload:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        token = token or str(given.get("token", ""))
        if name == "apps.connections.open":
            return self._connection(request, token)
        answer = call(self.workspace, name, Arguments(given), token)
        if answer.get("file_id"):
            answer["upload_url"] = f"{_base(request)}/upload/{answer['file_id']}"
        if isinstance(answer.get("file"), dict):
            file = answer["file"]
            file["url_private_download"] = f"{_base(request)}/download/{file['id']}"
        return answer

    def _connection(self, request: web.Request, token: str) -> Payload:
        try:
            check_token(token, self.workspace.app.app_token)
        except MethodError as error:
            return {"ok": False, "error": error.error}
        ticket = self.sockets.new_ticket()
        url = f"{_base(request).replace('http', 'ws', 1)}/link?ticket={ticket}"
        return {"ok": True, "url": f"{url}&app_id={self.workspace.app.id}"}

    async def answer_response_url(self, request: web.Request) -> web.StreamResponse:
        """Take what was sent to a response_url; the answer is the bare word ok."""
        fault = self.wire.faults.take("response_url")
        given = await _arguments(request)
        exchange = self.wire.traffic.asked(Way.RESPONSE_URL, "response_url", given)
        response_id = request.match_info["id"]
        return await self._through(
            request, exchange, fault, lambda: self._respond(response_id, given)
        )

    def _respond(self, response_id: str, given: Payload) -> Answer:
        try:
            respond(self.workspace, response_id, Arguments(given))
        except MethodError as error:
            body = {"ok": False, "error": error.error, **error.more}
            status = 404 if error.error in {"expired_url", "used_url"} else 400
            return Answer(status=status, body=body)
        return Answer(body="ok")

    async def take_upload(self, request: web.Request) -> web.StreamResponse:
        """Take the bytes of a file."""
        content = await request.read()
        file_id = request.match_info["id"]
        exchange = self.wire.traffic.asked(Way.UPLOAD, "upload", file_id)
        fault = self.wire.faults.take("upload")
        return await self._through(request, exchange, fault, lambda: self._keep(file_id, content))

    async def give_file(self, request: web.Request) -> web.StreamResponse:
        """Give the bytes of a file to the app, and to nobody else."""
        token = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        file = self.workspace.files.get(request.match_info["id"])
        try:
            check_token(token, self.workspace.app.bot_token)
        except MethodError:
            raise web.HTTPForbidden from None
        if file is None or "content" not in file:
            raise web.HTTPNotFound
        return web.Response(body=file["content"])

    def _keep(self, file_id: str, content: bytes) -> Answer:
        file = self.workspace.files.get(file_id)
        if file is None or len(content) != file["size"]:
            return Answer(status=400, body="size or file unknown")
        file["content"] = content
        return Answer(body=f"OK - {len(content)}")


def _base(request: web.Request) -> str:
    return f"http://{request.host}"


async def _arguments(request: web.Request) -> Payload:
    """Read a call's arguments, whichever of Slack's content types it has."""
    query = dict(request.query)
    body = (await request.read()).decode()
    if request.content_type == "application/json":
        read = json.loads(body or "{}")
        return {**query, **(read if isinstance(read, dict) else {})}
    return {**query, **dict(parse_qsl(body, keep_blank_values=True))}
