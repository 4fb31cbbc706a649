"""The real browser of `tests/browser`, and its trial, for what a newcomer does on the page."""

from tests.browser.conftest import (
    browser,
    open_page,
    pytest_pycollect_makemodule,
    screen,
    shots,
    url,
)

__all__ = ["browser", "open_page", "pytest_pycollect_makemodule", "screen", "shots", "url"]
