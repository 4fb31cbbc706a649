"""What is clicked on the page by somebody who tries the bot for the first time."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.screen import Screen


def test_a_file_of_the_bot_is_saved_by_a_click(screen: Screen) -> None:
    screen.type("/zeegcall export")
    expect(screen.whisper).to_contain_text("direct messages")
    screen.go_to("zeegcall")
    screen.page.get_by_role("tab", name="Messages").click()
    screen.shot("file")

    with screen.page.expect_download() as saving:
        screen.page.get_by_role("link", name=".csv").click()

    saved = saving.value
    assert saved.suggested_filename.endswith(".csv")
    assert Path(saved.path()).read_text("utf-8-sig").startswith("call,")
    expect(screen.page.get_by_role("link", name=".csv")).to_be_visible()
