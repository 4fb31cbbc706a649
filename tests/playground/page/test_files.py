"""The page's files load nothing from elsewhere, make no markup of words, and fit together."""

import re
from pathlib import Path

import pytest

from bot.playground.page.door import FILES
from tests.playground.page.visitor import Visitor

ROOT = Path(__file__).parents[3]
TEXTS = {name: content.decode() for name, content in FILES.items()}
SCRIPTS = sorted(name for name in TEXTS if name.endswith(".js"))


async def test_every_file_is_served(jane: Visitor) -> None:
    for name, content in FILES.items():
        async with jane.session.get(f"{jane.url}/static/{name}") as answer:
            assert await answer.read() == content


@pytest.mark.parametrize("path", ["/static/..%2fdoor.py", "/static/door.py", "/static/", "/x"])
async def test_nothing_else_is_served(jane: Visitor, path: str) -> None:
    async with jane.session.get(f"{jane.url}{path}") as answer:
        assert answer.status == 404


def test_all_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"/static/([\w.]+)", "".join(TEXTS.values())))
    imported = {name for text in TEXTS.values() for name in re.findall(r'"\./([\w.]+)"', text)}

    assert named | imported <= set(TEXTS)
    assert set(TEXTS) - {"index.html"} <= named | imported


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_nothing_is_loaded_from_elsewhere(name: str) -> None:
    loading = r"(?:(?:src|href)=\"|url\(|@import |from \"|import\(\"|fetch\(.)((?:https?:)?//)"

    outside = re.findall(loading, TEXTS[name])

    assert outside == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_words_never_become_markup(name: str) -> None:
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|srcdoc"

    assert re.findall(markup, TEXTS[name]) == []


def test_every_emoji_that_the_bot_writes_has_a_picture() -> None:
    sources = "".join(path.read_text() for path in (ROOT / "bot" / "messages").glob("*.py"))
    written = set(re.findall(r":([a-z]+(?:_[a-z]+)*):(?=[ \"{])", sources))

    assert "telephone_receiver" in written
    assert written <= set(re.findall(r"^  (\w+):", TEXTS["emoji.js"], re.MULTILINE))
