"""Everything that Block Kit has is shown, and what is put into it arrives."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from bot.playground.playground import Playground
from tests.browser.gallery import gallery
from tests.browser.in_a_thread import in_a_thread
from tests.browser.screen import Screen


@pytest.fixture
def shown() -> Iterator[tuple[str, Playground]]:
    with in_a_thread(gallery) as shown:
        yield shown


@pytest.fixture
def url(shown: tuple[str, Playground]) -> str:
    return shown[0]


@pytest.fixture
def playground(shown: tuple[str, Playground]) -> Playground:
    return shown[1]


def test_every_block_of_a_message_is_shown(screen: Screen) -> None:
    message = screen.messages.last
    expect(message.locator("strong", has_text="bold")).to_be_visible()
    expect(message).to_contain_text(
        "🎉 :unknown_name: @Sam Rivera @here #sales a link no link <b>"
    )
    expect(message).to_contain_text("2*3*4 a_b_c")
    expect(message.get_by_role("link", name="a link")).to_have_attribute(
        "href", "https://example.com/a?b=1"
    )
    expect(message.get_by_role("link", name="no link")).to_have_count(0)
    expect(message.locator("blockquote").first).to_have_text("quoted words")
    expect(message).to_contain_text("<i>one</i>")
    expect(message.get_by_role("cell", name="Jane")).to_be_visible()
    message.locator(".actions").scroll_into_view_if_needed()
    screen.shot("message")


def test_a_button_may_ask_first(screen: Screen) -> None:
    screen.messages.last.get_by_role("button", name="Delete").click()
    expect(screen.form).to_contain_text("Everybody will hear of it.")
    screen.shot("question")
    screen.form.get_by_role("button", name="Leave it").click()
    expect(screen.form).to_have_count(0)

    screen.messages.last.get_by_role("button", name="Delete").click()
    screen.form.get_by_role("button", name="Yes, do it").click()
    expect(screen.page.locator(".notice")).to_contain_text("We had some trouble connecting")


def test_everything_that_is_filled_in_arrives(screen: Screen, playground: Playground) -> None:
    screen.sit_down_as("Sam Rivera")
    form = screen.form
    expect(form).to_contain_text("Look twice.")
    expect(form.get_by_label("Time", exact=True)).to_have_value("03:00")
    form.get_by_label("Text").fill("words")
    form.get_by_label("Email").fill("sam@example.com")
    form.get_by_label("Number").fill("12")
    form.get_by_label("Date", exact=True).fill("2027-07-01")
    form.get_by_label("Agent").select_option("Support")
    form.get_by_label("Person").select_option("Jane Doe")
    form.get_by_label("Sales").first.check()
    form.get_by_label("Support").last.check()
    screen.shot("filled")
    form.get_by_role("button", name="Send").click()
    expect(form).to_contain_text("We had some trouble connecting. Try again?")

    (sent,) = [each for each in playground.traffic.exchanges if each.method == "view_submission"]
    state = {name: held["value"] for name, held in sent.body["view"]["state"]["values"].items()}
    assert state["text"]["value"] == "words"
    assert state["email"]["value"] == "sam@example.com"
    assert state["number"]["value"] == "12"
    assert state["day"]["selected_date"] == "2027-01-20"
    assert state["hour"]["selected_time"] == "14:30"
    assert state["moment"]["selected_date_time"] == 1_814_425_200  # 03:00 in New York's summer
    assert state["agent"]["selected_option"]["value"] == "support"
    assert state["person"]["selected_user"] == "U0JANE"
    assert state["one"]["selected_option"]["value"] == "sales"
    assert [each["value"] for each in state["some"]["selected_options"]] == ["support"]


def test_a_shortcut_on_a_message_opens_its_form(screen: Screen) -> None:
    screen.go_to("leads")
    screen.messages.last.hover()
    screen.page.screenshot(path=screen.folder / "toolbar.png")
    screen.messages.last.get_by_role("button", name="Call them").click()

    expect(screen.form).to_contain_text("New lead from")


def test_the_home_tab_is_shown_beside_the_messages(screen: Screen) -> None:
    screen.go_to("zeegcall")
    screen.page.get_by_role("tab", name="Home").click()
    expect(screen.page.locator("#home hr")).to_be_visible()
    screen.shot("home")

    screen.page.get_by_role("tab", name="Messages").click()
    expect(screen.page.locator("#home")).not_to_be_visible()


def test_the_gallery_fits_a_phone(open_page: Callable[..., Screen]) -> None:
    phone = open_page(width=375, height=740, colours="dark")
    phone.shot("message")
