"""Names as a form's field holds them."""

import pytest

from bot.calls.doubts import Reason
from bot.parsing import read_name

NAMES = [
    "Ada Lovelace", "ada", "Zoë O’Neill-Kravitz III", "李小龍", "X Æ A-12", "Dr. Ada, PhD",
    "Ada Lovelace (Acme)",
]  # fmt: skip


@pytest.mark.parametrize("typed", NAMES)
def test_takes_a_name_as_it_is_typed(typed: str) -> None:
    found = read_name(f"  {typed}\u00a0")

    assert (found.value, found.doubt) == (typed, None)


REFUSED = [
    pytest.param("", Reason.MISSING, id="empty"),
    pytest.param(" \u200b\n ", Reason.MISSING, id="blank"),
    pytest.param("12345", Reason.UNREADABLE, id="digits"),
    pytest.param("ada@example.org", Reason.UNREADABLE, id="address"),
    pytest.param("https://example.org", Reason.UNREADABLE, id="page"),
    pytest.param("Ada " * 40, Reason.TOO_LONG, id="a novel"),
]


@pytest.mark.parametrize(("typed", "reason"), REFUSED)
def test_says_why_a_field_holds_no_name(typed: str, reason: Reason) -> None:
    found = read_name(typed)

    assert found.doubt is not None
    assert found.doubt.reason is reason
