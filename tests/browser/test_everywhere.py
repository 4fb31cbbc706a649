"""The page on a phone, in the dark, by keyboard alone, and after a reload."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.screen import SURE, UNSURE, Screen

A_MINUTE_LATER = """
    () => fetch("/do/clock", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ as: "U0JANE", move: 60 }),
    }).then((answer) => answer.ok)
"""
"""Moves the clock without going backstage, so that nothing is pressed."""


def test_a_phone_shows_one_pane_at_a_time(open_page: Callable[..., Screen]) -> None:
    phone = open_page(width=375, height=740)
    phone.shot("welcome")
    phone.try_line(SURE)
    expect(phone.card).to_be_in_viewport()
    phone.shot("card")
    phone.let_a_minute_pass()
    phone.open_thread()
    expect(phone.thread).to_contain_text("Zeeg call 42")
    expect(phone.card).not_to_be_visible()
    phone.shot("thread")

    phone.page.get_by_role("button", name="Close thread").click()
    phone.page.get_by_role("button", name="Channels").last.click()
    phone.shot("channels")
    phone.go_to("leads")
    expect(phone.messages.last).to_be_visible()
    phone.shot("leads")
    phone.open_backstage()
    phone.shot("backstage")


def test_a_phone_has_the_form_on_its_whole_screen(open_page: Callable[..., Screen]) -> None:
    phone = open_page(width=375, height=740, colours="dark")
    phone.shot("dark")
    phone.try_line(UNSURE)
    expect(phone.form).to_be_visible()
    assert phone.form.bounding_box() == {"x": 0, "y": 0, "width": 375, "height": 740}
    phone.shot("form")
    phone.form.get_by_role("button", name="Schedule call").click()
    expect(phone.form).to_have_count(0)
    expect(phone.card).to_contain_text("Priya Nair")
    phone.shot("sent")


def test_the_dark_has_everything_too(open_page: Callable[..., Screen]) -> None:
    dark = open_page(colours="dark", width=1500, height=900)
    dark.shot("welcome")
    dark.type("/zeegcall help")
    dark.let_zeeg("500 · Server Error")
    dark.try_line(SURE)
    expect(dark.card).to_be_visible()
    dark.let_a_minute_pass()
    dark.open_thread()
    expect(dark.thread).to_contain_text("Zeeg answered with an error")
    dark.open_backstage()
    dark.shot("all-panes")
    dark.close_backstage()
    dark.type("/zeegcall")
    expect(dark.form).to_be_visible()
    dark.shot("form")


def test_the_keyboard_is_enough(screen: Screen) -> None:
    keyboard = screen.page.keyboard
    screen.hold_the_clock()
    screen.page.reload()
    screen.messages.first.wait_for()
    keyboard.press("Tab")
    expect(screen.page.get_by_text("Skip to the message box")).to_be_focused()
    screen.shot("skip")
    keyboard.press("Enter")
    expect(screen.page.locator("#box")).to_be_focused()

    keyboard.type("/z")
    keyboard.press("Tab")
    expect(screen.page.locator("#box")).to_have_value("/zeegcall ")
    keyboard.type("Alex Mueller +49 151 12345678 alex@example.com tomorrow 2pm about the demo")
    keyboard.press("Enter")
    undo = screen.card.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    for _ in range(6):
        keyboard.press("Shift+Tab")
        if undo.evaluate("each => each === document.activeElement"):
            break
    expect(undo).to_be_focused()
    screen.shot("focus")
    keyboard.press("Enter")
    expect(screen.card).to_contain_text("Cancelled")


def test_the_keyboard_stays_where_it_is_while_a_message_changes(screen: Screen) -> None:
    screen.hold_the_clock()
    screen.type("/zeegcall Alex Mueller +49 151 12345678 alex@example.com")
    reply = screen.card.get_by_role("button", name="Reply in thread")
    expect(screen.card.get_by_role("button", name="Undo")).to_be_visible()
    reply.focus()

    assert screen.page.evaluate(A_MINUTE_LATER)

    expect(screen.card).to_contain_text("Pending")
    expect(reply).to_be_focused()


def test_a_reload_stays_where_one_was(screen: Screen) -> None:
    screen.sit_down_as("Sam Rivera")
    screen.go_to("leads")

    screen.page.reload()

    expect(screen.page.get_by_label("You are").locator("option:checked")).to_contain_text("Sam")
    expect(screen.page.locator("#channel-title")).to_contain_text("leads")


def test_words_that_look_like_markup_stay_words(screen: Screen) -> None:
    screen.type("<img src=x onerror=alert(1)> <b>bold</b> & <script>alert(2)</script>")

    expect(screen.messages.last).to_contain_text(
        "<img src=x onerror=alert(1)> <b>bold</b> & <script>"
    )
    expect(screen.messages.last.locator("img[src=x], b, script")).to_have_count(0)


def test_a_thread_takes_replies_but_no_commands(screen: Screen) -> None:
    screen.type("Shall we call Alex?")
    expect(screen.messages.last).to_contain_text("Shall we call Alex?")
    screen.messages.last.hover()
    screen.messages.last.get_by_role("button", name="Reply in thread").click()
    reply = screen.page.locator("#reply-box")
    reply.fill("/zeegcall")
    reply.press("Enter")
    expect(screen.page.locator("#thread")).to_contain_text("/zeegcall is not supported in threads")
    reply.fill("Yes, please")
    reply.press("Enter")

    expect(screen.thread).to_contain_text("Yes, please")
    expect(screen.messages.last).to_contain_text("1 reply")
    screen.shot("thread")
