"""One language's words, and the only way for a stranger's text into one of our sentences."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from babel import Locale

from bot.messages.catalogues import Catalogue, catalogue_of


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


def sentence(text: str) -> str:
    """Mark a sentence that stands in a table, so that it is found and translated."""
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """
    Speaks one language: every sentence is translated before its facts are put in.

    `catalogue` gives the language that is spoken at that moment.
    """

    catalogue: Callable[[], Catalogue]

    @property
    def locale(self) -> Locale:
        """How this language writes dates, spans and lists."""
        return self.catalogue().locale

    def plain(self, sentence: str, /, **facts: object) -> str:
        """Say it where Slack shows plain text: nothing needs escaping there."""
        shown = {name: one_line(str(fact)) for name, fact in facts.items()}
        return self.catalogue().translate(sentence).format(**shown)

    def mrkdwn(self, sentence: str, /, **facts: object) -> Mrkdwn:
        """Say it in mrkdwn. Facts are escaped unless they are Mrkdwn already."""
        return _filled(self.catalogue().translate(sentence), facts)

    def counted(self, one: str, many: str, /, count: int, **facts: object) -> Mrkdwn:
        """Say in mrkdwn how many there are: `{count}` is put in too."""
        said = self.catalogue().counted(one, many, count)
        return _filled(said, {"count": count, **facts})


def _filled(sentence: str, facts: Mapping[str, object]) -> Mrkdwn:
    shown = {
        name: fact if isinstance(fact, Mrkdwn) else escape(str(fact))
        for name, fact in facts.items()
    }
    return Mrkdwn(sentence.format(**shown))


def words_in(language: str) -> Words:
    """Give the words of one of `LANGUAGES`."""
    return Words(catalogue=partial(catalogue_of, language))


ENGLISH = words_in("en")
