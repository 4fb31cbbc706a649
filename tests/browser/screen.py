"""The page as a person has it before them: what they do, and what they see."""

import re
from pathlib import Path
from typing import Final

from playwright.sync_api import Locator, Page, expect

SURE: Final = "/zeegcall Alex Mueller"
UNSURE: Final = "/zeegcall Priya Nair"

NAMELESS: Final = """() => [...document.querySelectorAll("button, input, select, textarea, a")]
  .filter((each) => each.checkVisibility())
  .filter((each) => !(each.innerText || each.ariaLabel || each.labels?.length || each.title))
  .map((each) => each.outerHTML)"""
TOO_WIDE: Final = "() => document.documentElement.scrollWidth > window.innerWidth"


class Screen:
    """One open page; `wrong` gathers what its console complains of."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.wrong: list[str] = []
        self._shots = 0
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on(
            "console",
            lambda message: self.wrong.append(message.text) if message.type == "error" else None,
        )

    def shot(self, name: str) -> None:
        """Take a picture, and see that nothing sticks out or has no name."""
        self._shots += 1
        self.page.mouse.move(0, 0)
        self.page.screenshot(path=self.folder / f"{self._shots:02d}-{name}.png")
        assert not self.page.evaluate(TOO_WIDE), f"{name} is wider than its window"
        assert self.page.evaluate(NAMELESS) == []

    def type(self, line: str) -> None:
        """Type a line into the message box, and send it."""
        box = self.page.locator("#box")
        box.fill(line)
        box.press("Enter")

    def try_line(self, beginning: str) -> None:
        """Click on one of the welcome's lines, and send it."""
        self.page.get_by_role("button", name=beginning).first.click()
        expect(self.page.locator("#box")).to_have_value(re.compile(re.escape(beginning)))
        self.page.locator("#box").press("Enter")

    def sit_down_as(self, name: str) -> None:
        """Become somebody else."""
        choice = self.page.get_by_label("You are")
        option = choice.locator("option", has_text=name)
        choice.select_option(value=option.get_attribute("value"))
        expect(choice.locator("option:checked")).to_contain_text(name)

    def go_to(self, channel: str) -> None:
        """Look at a channel or conversation."""
        self.page.locator("#sidebar").get_by_role("button", name=channel).click()
        expect(self.page.locator("#channel-title")).to_contain_text(channel)

    @property
    def messages(self) -> Locator:
        """The messages in the channel."""
        return self.page.locator("#messages .message")

    @property
    def card(self) -> Locator:
        """The newest message of the bot that everybody sees."""
        return self.page.locator(
            "#messages .message:not(.ephemeral)", has_text="asked for a call"
        ).last

    @property
    def whisper(self) -> Locator:
        """The newest message that only this person sees."""
        return self.page.locator("#messages .message.ephemeral").last

    @property
    def thread(self) -> Locator:
        """What is said in the open thread."""
        return self.page.locator("#replies")

    @property
    def form(self) -> Locator:
        """The open form."""
        return self.page.get_by_role("dialog")

    @property
    def backstage(self) -> Locator:
        """The panel with Zeeg and the clock."""
        return self.page.get_by_role("complementary", name="Backstage")

    def open_thread(self) -> None:
        """Open the thread of the newest card, once something is said in it."""
        self.card.get_by_role("button", name=re.compile(r"\d repl")).click()
        expect(self.thread).to_be_visible()

    def open_backstage(self) -> None:
        """Open the panel with Zeeg and the clock."""
        if not self.backstage.is_visible():
            self.page.get_by_role("button", name="Backstage").locator("visible=true").first.click()
        expect(self.backstage).to_be_visible()

    def close_backstage(self) -> None:
        """Close it again."""
        self.page.get_by_role("button", name="Close backstage").click()

    def let_zeeg(self, mood: str) -> None:
        """Choose what Zeeg does with the next request."""
        self.open_backstage()
        self.page.get_by_label("The next request is answered").select_option(label=mood)
        self.close_backstage()

    def hold_the_clock(self) -> None:
        """Let no time pass."""
        self.open_backstage()
        self.page.get_by_role("button", name="Hold").click()
        expect(self.page.get_by_role("button", name="Let it run")).to_be_visible()
        self.close_backstage()

    def let_a_minute_pass(self) -> None:
        """Move the clock past the seconds in which a call can be undone."""
        self.open_backstage()
        self.page.get_by_role("button", name="+1 min").click()
        self.close_backstage()
