"""URLs out of payloads lead to Slack's hosts alone, without redirects, and not without end."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackError, SlackRefusedError, SlackUnavailableError
from bot.slack.downloads import LARGEST, download
from bot.slack.web_api import respond, slack_client


@dataclass
class Host:
    """A host that answers as it is told to, and keeps what it was asked."""

    server: TestServer
    asked: list[web.Request] = field(default_factory=list)
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]] | None = None

    def url(self, path: str) -> str:
        return str(self.server.make_url(path))


async def a_host(file_url: Callable[[], str]) -> Host:
    app = web.Application()
    host = Host(server=TestServer(app))

    async def files_info(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "file": {"url_private_download": file_url()}})

    async def anything(request: web.Request) -> web.StreamResponse:
        host.asked.append(request)
        return await host.answer(request) if host.answer else web.Response(text="name,phone\n")

    app.router.add_get("/api/files.info", files_info)
    app.router.add_route("*", "/{path:.*}", anything)
    await host.server.start_server()
    return host


@dataclass
class Scene:
    """Slack, a host that is not Slack's, and where the file is said to be."""

    slack: Host
    elsewhere: Host
    client: AsyncWebClient
    file_url: str = ""


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    slack, elsewhere = await a_host(lambda: made.file_url), await a_host(lambda: "")
    async with ClientSession() as session:
        client = slack_client("xoxb-secret", base_url=slack.url("/api/"), session=session)
        made = Scene(slack=slack, elsewhere=elsewhere, client=client)
        made.file_url = slack.url("/files/leads.csv")
        yield made
    await slack.server.close()
    await elsewhere.server.close()


async def test_a_file_is_fetched_with_the_token(scene: Scene) -> None:
    assert await download(scene.client, "F1") == b"name,phone\n"
    assert scene.slack.asked[0].headers["Authorization"] == "Bearer xoxb-secret"


@pytest.mark.parametrize("path", ["/files/leads.csv", ""])
async def test_the_token_goes_to_no_other_host(scene: Scene, path: str) -> None:
    scene.file_url = scene.elsewhere.url(path) if path else ""

    with pytest.raises(SlackRefusedError, match="invalid_file_url"):
        await download(scene.client, "F1")

    assert not scene.elsewhere.asked


async def test_a_file_is_not_looked_for_where_a_redirect_leads(scene: Scene) -> None:
    async def away(_: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(scene.elsewhere.url("/files/leads.csv"))

    scene.slack.answer = away

    with pytest.raises(SlackRefusedError, match="http_302"):
        await download(scene.client, "F1")

    assert not scene.elsewhere.asked


async def test_a_file_without_end_is_refused(scene: Scene) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        for _ in range(3):
            await answer.write(b"x" * LARGEST)
        return answer

    scene.slack.answer = endless

    with pytest.raises(SlackRefusedError, match="too_large"):
        await download(scene.client, "F1")


async def cut(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


def status(number: int) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=number)

    return answer


ANSWERS = [
    pytest.param(status(404), SlackRefusedError, "http_404", id="gone"),
    pytest.param(status(429), SlackUnavailableError, "http_429", id="too often"),
    pytest.param(status(503), SlackUnavailableError, "http_503", id="down"),
    pytest.param(cut, SlackUnavailableError, "unreachable", id="cut off"),
]


@pytest.mark.parametrize(("answer", "error", "code"), ANSWERS)
async def test_what_goes_wrong_with_a_file_has_a_name(
    scene: Scene,
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]],
    error: type[SlackError],
    code: str,
) -> None:
    scene.slack.answer = answer

    with pytest.raises(error, match=code):
        await download(scene.client, "F1")


@pytest.mark.parametrize(("answer", "error", "code"), ANSWERS)
async def test_what_goes_wrong_with_a_response_url_has_a_name(
    scene: Scene,
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]],
    error: type[SlackError],
    code: str,
) -> None:
    scene.slack.answer = answer

    with pytest.raises(error, match=code):
        await respond(scene.client, scene.slack.url("/commands/1"), text="Hi", blocks=[])


async def test_a_response_url_of_another_host_hears_nothing(scene: Scene) -> None:
    with pytest.raises(SlackRefusedError, match="invalid_response_url"):
        await respond(scene.client, scene.elsewhere.url("/commands/1"), text="Hi", blocks=[])

    assert not scene.elsewhere.asked


async def test_a_response_url_is_followed_to_no_other_place(scene: Scene) -> None:
    async def away(_: web.Request) -> web.StreamResponse:
        raise web.HTTPTemporaryRedirect(scene.elsewhere.url("/commands/1"))

    scene.slack.answer = away

    with pytest.raises(SlackRefusedError, match="http_307"):
        await respond(scene.client, scene.slack.url("/commands/1"), text="Hi", blocks=[])

    assert not scene.elsewhere.asked
