"""One language's words, and the only way for a stranger's text into one of our sentences."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


class Mrkdwn(str):
    """Text that is mrkdwn already: ours, or escaped."""

    __slots__ = ()


FORMATTING = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        # Slack knows no escape for these: a look-alike shows the same and formats nothing.
        "*": "\N{ASTERISK OPERATOR}",
        "_": "\N{MODIFIER LETTER LOW MACRON}",
        "~": "\N{TILDE OPERATOR}",
        "`": "\N{MODIFIER LETTER GRAVE ACCENT}",
    }
)


def escape(text: str) -> Mrkdwn:
    """
    Make a stranger's text harmless in mrkdwn: it mentions, links and formats nothing.

    https://docs.slack.dev/messaging/formatting-message-text: `&`, `<` and `>` are all that can
    be escaped. It becomes one line, since a `>` at the start of a line would quote.
    """
    return Mrkdwn(one_line(text).translate(FORMATTING))


def one_line(text: str) -> str:
    """Put a stranger's text into one line, without what is invisible or turns the writing."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """Take out control, format and lone surrogate characters, keeping line breaks."""
    return "".join(
        character
        for character in text
        if character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
    )


def as_written(sentence: str) -> str:
    """Translate into English, which the sentences are written in."""
    return sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """
    Speaks one language: every sentence goes through `translate` before its facts are put in.

    `language` is an IETF tag such as "en" or "de".
    """

    language: str = "en"
    translate: Callable[[str], str] = as_written

    def plain(self, sentence: str, /, **facts: object) -> str:
        """Say it where Slack shows plain text: nothing needs escaping there."""
        shown = {name: one_line(str(fact)) for name, fact in facts.items()}
        return self.translate(sentence).format(**shown)

    def mrkdwn(self, sentence: str, /, **facts: object) -> Mrkdwn:
        """Say it in mrkdwn. Facts are escaped unless they are Mrkdwn already."""
        shown = {
            name: fact if isinstance(fact, Mrkdwn) else escape(str(fact))
            for name, fact in facts.items()
        }
        return Mrkdwn(self.translate(sentence).format(**shown))


ENGLISH = Words()
