"""Zeeg tells how a call ended, and the thread says so."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import SURE, Screen

ENDINGS = [
    pytest.param("answered", "Answered", id="answered"),
    pytest.param("voicemail", "voicemail", id="voicemail"),
    pytest.param("no answer", "Not answered", id="not answered"),
    pytest.param("busy", "Busy", id="busy"),
]


@pytest.mark.parametrize(("button", "words"), ENDINGS)
def test_an_outcome_reaches_card_and_thread(screen: Screen, button: str, words: str) -> None:
    screen.try_line(SURE)
    expect(screen.card).to_be_visible()
    screen.let_a_minute_pass()
    screen.open_thread()
    screen.open_backstage()
    screen.shot("rings")

    screen.backstage.get_by_role("button", name=button, exact=True).click()

    expect(screen.backstage).to_contain_text("Call 42 is over.")
    expect(screen.card).to_contain_text(words)
    screen.close_backstage()
    expect(screen.thread).to_contain_text(words)
    screen.shot("outcome")
    screen.open_backstage()
    delivery = screen.backstage.get_by_role("list", name="Deliveries").get_by_role("listitem")
    expect(delivery.locator(".status")).to_have_text("200")
    screen.shot("delivery")


def test_calls_end_by_themselves(screen: Screen) -> None:
    screen.open_backstage()
    screen.page.get_by_label("Calls end by themselves").select_option("after a minute")
    screen.page.get_by_label("How calls end").select_option("voicemail")
    screen.close_backstage()
    screen.type("/zeegcall Alex Mueller +49 151 12345678 alex@example.com about the demo")
    expect(screen.card).to_be_visible()
    screen.let_a_minute_pass()
    expect(screen.card).to_contain_text("Pending")

    screen.let_a_minute_pass()

    expect(screen.card).to_contain_text("voicemail")
    screen.shot("card")


def test_the_details_are_shown_to_the_requester_alone(screen: Screen) -> None:
    screen.try_line(SURE)
    expect(screen.card).to_be_visible()
    screen.let_a_minute_pass()
    screen.open_thread()
    screen.open_backstage()
    screen.backstage.get_by_role("button", name="answered", exact=True).click()
    screen.close_backstage()

    screen.thread.get_by_role("button", name="Details").last.click()
    expect(screen.form).to_contain_text("alex.mueller@example.com")
    screen.shot("details")
    screen.page.keyboard.press("Escape")
    expect(screen.form).to_have_count(0)

    screen.sit_down_as("Lukas Gruber")
    screen.open_thread()
    screen.thread.get_by_role("button", name="Details").last.click()
    refusal = screen.thread.locator(".message.ephemeral").last
    expect(refusal).to_contain_text("@Jane Doe")
    expect(screen.form).to_have_count(0)
    screen.shot("refused")
