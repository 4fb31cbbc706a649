"""A newcomer asks for calls in a real browser: sure, unsure, undone, refused, unknown."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.screen import SURE, UNSURE, Screen

END_THE_CALL = """
    () => fetch("/do/end-call", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        as: new URLSearchParams(location.hash.slice(1)).get("as"),
        call: 42,
        outcome: "answered",
      }),
    }).then((answer) => answer.ok)
"""


def test_a_sure_line_gets_a_card_and_is_undone(screen: Screen) -> None:
    screen.shot("welcome")
    screen.hold_the_clock()

    screen.page.locator("#box").press_sequentially("/z")
    expect(screen.page.get_by_role("button", name="Ask Zeeg's AI agent")).to_be_visible()
    screen.shot("hint")
    screen.page.locator("#box").fill("")
    screen.try_line(SURE)
    expect(screen.card).to_contain_text("+49 151 ••••5678")
    expect(screen.card).to_contain_text("About: follow up on the demo request")
    screen.shot("card")

    screen.card.get_by_role("button", name="Undo").click()
    expect(screen.card).to_contain_text("Cancelled: nobody was called")
    expect(screen.card.get_by_role("button", name="Undo")).to_have_count(0)
    screen.shot("undone")

    screen.let_a_minute_pass()
    screen.open_backstage()
    expect(screen.backstage).to_contain_text("Nothing yet.")
    screen.shot("nothing-was-sent")


def test_an_unsure_line_is_asked_corrected_and_placed(screen: Screen) -> None:
    screen.try_line(UNSURE)
    expect(screen.form.get_by_label("Who")).to_have_value("Priya Nair")
    expect(screen.form).to_contain_text("I read “tomorrow at 2” as")
    screen.shot("form")

    screen.form.get_by_label("Phone number").fill("112")
    screen.form.get_by_role("button", name="Schedule call").click()
    error = screen.form.get_by_role("alert").filter(has_text="112")
    expect(error).to_contain_text("emergency or short numbers")
    expect(screen.form.get_by_label("Phone number")).to_be_focused()
    expect(screen.form.get_by_label("Email")).to_have_value("priya.nair@example.com")
    screen.shot("mistake")

    screen.form.get_by_label("Phone number").fill("+44 20 7946 0018")
    screen.form.get_by_label("When, in words").fill("tomorrow 3pm")
    screen.shot("mended")
    screen.form.get_by_role("button", name="Schedule call").click()
    expect(screen.form).to_have_count(0)
    expect(screen.card).to_contain_text("Priya Nair")

    screen.let_a_minute_pass()
    screen.open_thread()
    expect(screen.thread).to_contain_text("Zeeg call 42")
    screen.shot("thread")


def test_a_command_alone_opens_an_empty_form_that_can_be_left(screen: Screen) -> None:
    screen.type("/zeegcall")
    expect(screen.form.get_by_label("Who")).to_have_value("")
    screen.form.get_by_role("button", name="Place call").click()
    expect(screen.form.get_by_role("alert").filter(has_text="required")).to_have_count(3)
    screen.shot("required")

    screen.page.keyboard.press("Escape")
    expect(screen.form).to_have_count(0)
    expect(screen.card).to_have_count(0)


def test_a_refusal_is_told_in_the_thread(screen: Screen) -> None:
    screen.let_zeeg("400 · Agent is not active")
    screen.try_line(SURE)
    expect(screen.card).to_be_visible()
    screen.let_a_minute_pass()

    screen.open_thread()
    expect(screen.thread).to_contain_text("is not active")
    expect(screen.thread).to_contain_text("Nobody was called.")
    screen.shot("refused")

    screen.open_backstage()
    expect(screen.backstage.locator(".status")).to_have_text("400")
    screen.shot("what-zeeg-said")


def test_a_lost_answer_is_called_unknown_and_settled_by_a_person(screen: Screen) -> None:
    screen.let_zeeg("Connection lost, call taken")
    screen.try_line(SURE)
    expect(screen.card).to_be_visible()
    screen.let_a_minute_pass()

    screen.open_thread()
    expect(screen.thread).to_contain_text("unknown whether somebody was called")
    screen.shot("unknown")

    screen.thread.get_by_role("button", name="Zeeg has it").click()
    expect(screen.thread).to_contain_text("says that Zeeg has it")
    screen.shot("settled")


def test_a_form_made_of_an_earlier_call_mends_what_zeeg_refused(screen: Screen) -> None:
    screen.let_zeeg("422 · Invalid phone number format")
    screen.try_line(SURE)
    expect(screen.card).to_be_visible()
    screen.let_a_minute_pass()
    screen.open_thread()

    screen.thread.get_by_role("button", name="Fix and send again").click()
    expect(screen.form.get_by_label("Who")).to_have_value("Alex Mueller")
    screen.shot("fix")


def test_where_the_bot_may_not_post_it_writes_directly(screen: Screen) -> None:
    screen.go_to("board")
    screen.type("/zeegcall Alex Mueller +49 151 12345678 alex@example.com tomorrow 2pm demo")
    expect(screen.whisper).to_contain_text("/invite")
    expect(screen.whisper).to_contain_text("Only visible to you")
    screen.shot("not-invited")

    screen.go_to("zeegcall")
    expect(screen.card).to_contain_text("Alex Mueller")
    screen.shot("direct")


def test_a_bot_that_is_too_slow_is_told_as_slack_does(screen: Screen) -> None:
    screen.open_backstage()
    screen.page.get_by_label("The next command or click").select_option("operation_timeout")
    screen.close_backstage()
    screen.type("/zeegcall help")

    notice = screen.page.locator(".notice")
    expect(notice).to_contain_text("/zeegcall failed with the error “operation_timeout”")
    screen.shot("too-slow")
    notice.get_by_role("button", name="Dismiss").click()
    expect(notice).to_have_count(0)


def test_everybody_reads_times_in_their_own_zone(screen: Screen) -> None:
    screen.try_line(SURE)
    expect(screen.card).to_contain_text("14:00")

    screen.sit_down_as("Sam Rivera")
    expect(screen.card).to_contain_text("8:00")
    screen.shot("sam")
    screen.sit_down_as("Lukas Gruber")
    expect(screen.card).to_contain_text("morgen, 14:00")

    screen.type("/zeegcall Eva Klein +43 1 5880010 eva@example.com morgen um 15 Uhr Angebot")
    expect(screen.card).to_contain_text("Eva Klein")
    expect(screen.card).to_contain_text("@Lukas Gruber")
    screen.shot("lukas")


def test_what_one_does_the_others_see_at_once(open_page: Callable[..., Screen]) -> None:
    jane, sam = open_page(), open_page()
    sam.sit_down_as("Sam Rivera")
    sam.go_to("leads")

    jane.type("Is anybody free to call Alex?")

    news = sam.page.get_by_role("button", name=re.compile("sales"))
    expect(news).to_contain_text("1")
    sam.go_to("sales")
    expect(sam.messages.last).to_contain_text("Is anybody free")
    expect(news).not_to_contain_text("1")


def test_a_click_counts_though_news_come_while_the_button_is_held(screen: Screen) -> None:
    screen.try_line(SURE)
    expect(screen.card).to_be_visible()
    screen.let_a_minute_pass()
    expect(screen.card).to_contain_text("2 replies")
    screen.card.get_by_role("button", name="2 replies").hover()

    screen.page.mouse.down()
    assert screen.page.evaluate(END_THE_CALL)
    screen.page.wait_for_timeout(300)  # the card is another by then
    screen.page.mouse.up()

    expect(screen.thread).to_be_visible()


def test_help_is_seen_by_the_one_who_asked(screen: Screen) -> None:
    screen.type("/zeegcall help")
    expect(screen.whisper).to_contain_text("in any order")
    screen.shot("help")

    screen.sit_down_as("Sam Rivera")
    expect(screen.whisper).to_have_count(0)


def test_after_zeeg_was_away_the_page_says_what_is_waited_for(screen: Screen) -> None:
    screen.open_backstage()
    waits = screen.backstage.get_by_text("tries again by itself within a minute")
    expect(waits).to_be_hidden()
    screen.let_zeeg("Nobody listens, until you choose another")
    screen.open_backstage()
    expect(waits).to_be_visible()
    screen.shot("away")

    screen.let_zeeg("201 · takes the call")

    screen.open_backstage()
    expect(waits).to_be_visible()
    screen.close_backstage()
    screen.try_line(SURE)
    expect(screen.card).to_be_visible()
    screen.let_a_minute_pass()
    screen.open_backstage()
    expect(screen.backstage).to_contain_text("POST #1")
    expect(waits).to_be_hidden()
