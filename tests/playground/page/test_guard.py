"""Only the page itself, on this machine, may see and do anything."""

import pytest

from bot.playground.cast import SALES
from bot.playground.page.backstage import Backstage
from bot.playground.page.guard import HEADERS
from tests.playground.page.visitor import Visitor

ALIEN_HOSTS = [
    pytest.param("evil.example", id="a name that was made to lead here"),
    pytest.param("evil.example:4000", id="with a port"),
    pytest.param("127.0.0.1.evil.example", id="a name that begins like ours"),
    pytest.param("localhost.evil.example", id="another one"),
    pytest.param("0.0.0.0", id="every address"),  # noqa: S104
    pytest.param("192.168.1.7:4000", id="the machine in its network"),
]
ALIEN_HEADERS = [
    pytest.param({"Origin": "https://evil.example"}, id="another site"),
    pytest.param({"Origin": "null"}, id="a sandboxed frame"),
    pytest.param({"Origin": "http://127.0.0.1:1"}, id="another program on this machine"),
    pytest.param({}, id="no origin at all"),
]


@pytest.mark.parametrize("host", ALIEN_HOSTS)
@pytest.mark.parametrize("path", ["/", "/live?as=U0JANE", "/static/app.js", "/nowhere"])
async def test_names_that_were_made_to_lead_here_are_refused(
    jane: Visitor, host: str, path: str
) -> None:
    async with jane.session.get(f"{jane.url}{path}", headers={"Host": host}) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
async def test_this_machines_own_names_are_let_in(jane: Visitor, name: str) -> None:
    url = jane.url.replace("127.0.0.1", name)
    async with jane.session.get(f"{url}/", headers={"Host": url[7:]}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("headers", ALIEN_HEADERS)
async def test_what_other_pages_post_is_refused_and_not_done(
    jane: Visitor, backstage: Backstage, headers: dict[str, str]
) -> None:
    given = {"as": "U0JANE", "channel": SALES, "text": "psst"}
    said = len(backstage.playground.workspace.channels[SALES].messages)

    async with jane.session.post(f"{jane.url}/do/say", json=given, headers=headers) as answer:
        assert answer.status == 403

    assert len(backstage.playground.workspace.channels[SALES].messages) == said


async def test_a_form_cannot_post_for_the_page(jane: Visitor) -> None:
    async with jane.session.post(
        f"{jane.url}/do/say", data='{"as": "U0JANE"}', headers={"Origin": jane.url}
    ) as answer:
        assert answer.status == 403


async def test_a_request_that_another_site_started_sees_nothing(jane: Visitor) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with jane.session.get(f"{jane.url}/live?as=U0JANE", headers=headers) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("path", ["/", "/static/app.js", "/static/none.js", "/live?as=U0JANE"])
async def test_every_answer_keeps_the_page_to_itself(jane: Visitor, path: str) -> None:
    async with jane.session.get(f"{jane.url}{path}") as answer:
        kept = {name: answer.headers.get(name) for name in HEADERS}

    assert kept == HEADERS
    assert "default-src 'none'" in HEADERS["Content-Security-Policy"]
