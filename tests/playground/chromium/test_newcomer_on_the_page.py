"""What is clicked on the page by somebody who tries the bot for the first time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.screen import Screen


def test_a_file_of_the_bot_is_saved_by_a_click(screen: Screen) -> None:
    screen.type("/zeegcall export")
    expect(screen.whisper).to_contain_text("direct messages")
    screen.go_to("zeegcall")
    screen.page.get_by_role("tab", name="Messages").click()
    expect(screen.page.locator("#chat")).to_contain_text("has been turned off")
    expect(screen.page.locator("#box")).not_to_be_visible()
    screen.shot("file")

    with screen.page.expect_download() as saving:
        screen.page.get_by_role("link", name=".csv").click()

    saved = saving.value
    assert saved.suggested_filename.endswith(".csv")
    assert Path(saved.path()).read_text("utf-8-sig").startswith("call,")
    expect(screen.page.get_by_role("link", name=".csv")).to_be_visible()


@pytest.mark.parametrize("width", [1200, 1280, 1400, 1600])
def test_thread_and_backstage_leave_room_for_the_channels(
    open_page: Callable[..., Screen], width: int
) -> None:
    screen = open_page(width=width, height=800)
    screen.type("Shall we call Alex?")
    screen.open_backstage()
    reply_to_the_last(screen)
    expect(screen.thread).to_be_visible()
    expect(screen.backstage).to_be_visible()
    screen.shot("all-panes")

    widths = {name: width_of(screen, name) for name in ("sidebar", "chat", "thread", "backstage")}
    assert sum(widths.values()) == pytest.approx(width, abs=1)
    assert widths["chat"] >= 380
    screen.sit_down_as("Lukas Gruber")
    screen.go_to("leads")


def test_a_thread_takes_the_place_of_backstage_where_both_have_no_room(screen: Screen) -> None:
    screen.type("Shall we call Alex?")
    screen.open_backstage()

    reply_to_the_last(screen)

    expect(screen.thread).to_be_visible()
    expect(screen.backstage).not_to_be_visible()
    screen.open_backstage()
    expect(screen.thread).not_to_be_visible()
    screen.close_backstage()
    expect(screen.thread).to_be_visible()


def reply_to_the_last(screen: Screen) -> None:
    screen.messages.last.hover()
    screen.messages.last.get_by_role("button", name="Reply in thread").click()


def width_of(screen: Screen, name: str) -> float:
    box = screen.page.locator(f"#{name}").bounding_box()
    return box["width"] if box else 0.0
