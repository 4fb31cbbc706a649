"""A real browser before a real trial. Without Playwright or Chromium these tests are skipped."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.__main__ import open_own_bot
from bot.playground.trying import open_trial
from tests.browser.in_a_thread import in_a_thread

if find_spec("playwright") is not None:
    from playwright.sync_api import Browser, sync_playwright

    from tests.browser.screen import Screen

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Undrivable(pytest.Module):
    """A module of tests that nothing here can run."""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        pytest.skip("Playwright is not installed", allow_module_level=True)


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    if find_spec("playwright") is not None or os.environ.get("ZEEGCALL_SKIP_NOTHING"):
        return None
    return Undrivable.from_parent(parent, path=module_path)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Drive one browser. It is gone before other tests run an event loop in this thread."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    with in_a_thread(lambda: open_trial(open_own_bot)) as trial:
        yield trial.url


@pytest.fixture
def shots(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The folder for this test's screenshots: ZEEGCALL_SCREENSHOTS, or one that is thrown away."""
    folder = Path(os.environ.get("ZEEGCALL_SCREENSHOTS") or tmp_path / "screenshots")
    name = re.sub(r"\W+", "-", request.node.name.removeprefix("test_")).strip("-")
    return folder / name


@pytest.fixture
def open_page(browser: Browser, url: str, shots: Path) -> Iterator[Callable[..., Screen]]:
    contexts = []
    opened: list[Screen] = []

    def open_page(*, width: int = 1100, height: int = 760, colours: str = "light") -> Screen:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if colours == "dark" else "light",
            reduced_motion="reduce",
            locale="en-GB",
            has_touch=width < 500,
        )
        contexts.append(context)
        screen = Screen(context.new_page(), shots)
        opened.append(screen)
        screen.page.goto(url)
        screen.messages.first.wait_for()
        return screen

    yield open_page
    for context in contexts:
        context.close()
    assert [wrong for screen in opened for wrong in screen.wrong] == []


@pytest.fixture
def screen(open_page: Callable[..., Screen]) -> Screen:
    return open_page()
