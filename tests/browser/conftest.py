"""A real browser before a real trial. Without Playwright or Chromium these tests are skipped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.__main__ import open_own_bot
from bot.playground.trying import open_trial

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


@contextlib.contextmanager
def trial() -> Iterator[str]:
    """Run a trial in a thread of its own, and give its page's address."""
    told: list[str] = []
    is_up, loop, stop = threading.Event(), asyncio.new_event_loop(), asyncio.Event()

    async def stay() -> None:
        async with open_trial(open_own_bot) as trial:
            told.append(trial.url)
            is_up.set()
            await stop.wait()

    def run() -> None:
        try:
            loop.run_until_complete(stay())
        finally:
            is_up.set()
            loop.close()

    thread = threading.Thread(target=run)
    thread.start()
    is_up.wait()
    try:
        yield told[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    with trial() as url:
        yield url


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
