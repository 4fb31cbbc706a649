"""A newcomer finds their calls at Home, and what else there is, in a real browser."""

from playwright.sync_api import expect

from tests.browser.screen import SURE, Screen


def test_home_shows_ones_calls_and_begins_new_ones(screen: Screen) -> None:
    home = screen.page.locator("#home")
    screen.go_to("zeegcall")
    screen.page.get_by_role("tab", name="Home").click()
    expect(home).to_contain_text("Type one line")
    screen.shot("first-opening")
    home.get_by_role("button", name="Call someone").click()
    expect(screen.form.get_by_label("Who")).to_have_value("")
    screen.form.get_by_role("button", name="Close", exact=True).last.click()
    expect(screen.form).to_have_count(0)

    screen.go_to("sales")
    screen.try_line(SURE)
    expect(screen.card).to_contain_text("Alex Mueller")
    screen.let_a_minute_pass()
    expect(screen.card).to_contain_text("Scheduled")

    screen.go_to("zeegcall")
    screen.page.get_by_role("tab", name="Home").click()
    expect(home).to_contain_text("#1 Alex Mueller (+49 151 ••••5678)")
    expect(home).to_contain_text("Scheduled: Zeeg has it")
    screen.shot("a-call")
    home.get_by_role("button", name="How to cancel").click()
    expect(screen.form).to_contain_text("I can't stop call #1")
    screen.shot("how-to-cancel")


def test_settings_hold_for_the_next_line(screen: Screen) -> None:
    screen.type("/zeegcall settings")
    region = screen.form.get_by_label("Numbers without a country code are from").first
    region.select_option(label="Germany (+49)")
    screen.shot("settings")
    screen.form.get_by_role("button", name="Save").click()
    expect(screen.form).to_contain_text("Saved. It holds from now on.")
    screen.shot("saved")
    screen.form.get_by_role("button", name="Close", exact=True).last.click()
    expect(screen.form).to_have_count(0)

    screen.type("/zeegcall Alex Mueller 0151 12345678 alex.mueller@example.com")

    expect(screen.card).to_contain_text("+49 151 ••••5678")


def test_help_is_short_and_shows_the_rest(screen: Screen) -> None:
    screen.type("/zeegcall help")
    screen.whisper.get_by_role("button", name="Show everything").click()

    expect(screen.form).to_contain_text("again 42")
    screen.shot("everything")
