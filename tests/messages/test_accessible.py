"""A message says all of it to a screen reader: every word is in `text`, and no emoji alone."""

import pytest

from bot.calls.preferences import LANGUAGES
from bot.messages.words import words_in
from tests.accessible import unheard
from tests.messages.all_that_is_said import messages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_says_all_of_it_in_its_text(language: str) -> None:
    said = messages(words_in(language))
    missing = {problem for each in said for problem in unheard(each.text, each.blocks)}

    assert missing == set()


@pytest.mark.parametrize(
    ("text", "block", "problem"),
    [
        pytest.param(
            "Done.",
            {"type": "section", "text": {"text": "Not done."}},
            "not in the text",
            id="a sentence that is not heard",
        ),
        pytest.param(
            "✅ :tada:",
            {"type": "section", "text": {"text": "✅ :tada:"}},
            "an emoji alone",
            id="emoji",
        ),
        pytest.param(
            "Done.",
            {"type": "actions", "elements": [{"type": "button", "text": {"text": ":x:"}}]},
            "no words on it",
            id="a button",
        ),
        pytest.param("Done.", {"type": "image", "alt_text": ""}, "a picture", id="a picture"),
    ],
)
def test_what_is_not_heard_is_found(text: str, block: dict[str, object], problem: str) -> None:
    assert any(each.startswith(problem) for each in unheard(text, [block]))
