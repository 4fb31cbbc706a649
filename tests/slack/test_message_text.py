"""Whatever a message stands in, it is read as lines that one could have typed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.message_text import text_of_message


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [*elements]}],
    }


FIELDS = {
    "type": "section",
    "fields": [
        {"type": "mrkdwn", "text": "*Name:*\nTom Becker"},
        {"type": "mrkdwn", "text": "*Phone*\n<tel:+4930901820|+49 30 901820>"},
    ],
}
TITLED = {
    "title": "Response #12",
    "fields": [{"title": "E-mail", "value": "tom@example.com"}, {"title": "Seats:", "value": 3}],
    "fallback": "what nobody sees",
}
MAIL = {
    "filetype": "email",
    "subject": "Call me",
    "from": [{"name": "Tom Becker", "address": "tom@example.com"}],
    "plain_text": "My number is 030 901820",
}
SHARED = {"message_blocks": [{"message": {"blocks": [section("Tom 030 901820")]}}]}
LISTED = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_list",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]},
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "two"}]},
            ],
        }
    ],
}
LINK = {"type": "link", "url": "mailto:tom@example.com", "text": "tom@example.com"}
BOLD = {"type": "text", "text": "Phone", "style": {"bold": True}}

STRUCK = {"type": "text", "text": "030 901820", "style": {"strike": True}}
MOMENT = {"type": "date", "timestamp": 1795525200, "format": "{time}", "fallback": "2 pm"}
FORWARDED = {
    **MAIL,
    "subject": "WG: Call me",
    "plain_text": "FYI\n\nVon: Eva Lenz <eva@lenz.example.com>\nMobil: 0171 3920012",
}
BY_A_FORM = {**MAIL, "from": [{"name": "Tom Becker via Forms", "address": "no-reply@example.com"}]}

SHAPES = [
    pytest.param(
        {"files": [FORWARDED]},
        "Tom Becker\ntom@example.com\nCall me\nFYI\n"
        "Von: Eva Lenz <eva@lenz.example.com>\nMobil: 0171 3920012",
        id="a mail in a mail: either may be meant",
    ),
    pytest.param(
        {"files": [{**BY_A_FORM, "subject": "Re: AW: Demo"}]},
        "name: Tom Becker\nemail: no-reply@example.com\nDemo\nMy number is 030 901820",
        id="a mail by a form, and answered",
    ),
    pytest.param(
        {"text": "030 231250011\n030 23125001"}, "030 231250011\n030 23125001", id="near numbers"
    ),
    pytest.param(
        {"blocks": [rich({"type": "text", "text": "Tom "}, STRUCK)]},
        "Tom  ~030 901820~",
        id="struck out",
    ),
    pytest.param(
        {"blocks": [rich({**LINK, "style": {"strike": True}}, {**STRUCK, "text": "1\n2"})]},
        "~tom@example.com~  ~1~\n~2~",
        id="struck-out links and lines",
    ),
    pytest.param(
        {"blocks": [rich({"type": "text", "text": "at "}, MOMENT)]},
        "at <!date^1795525200^{time}|2 pm>",
        id="a moment",
    ),
    pytest.param(
        {"attachments": [{"author_name": "Tom Becker", "text": "call me"}]},
        "Tom Becker\ncall me",
        id="author of an attachment",
    ),
    pytest.param({"text": "Tom\n\n030 901820"}, "Tom\n030 901820", id="plain text"),
    pytest.param(
        {"blocks": [FIELDS]},
        "Name: Tom Becker\nPhone: <tel:+4930901820|+49 30 901820>",
        id="a form's fields",
    ),
    pytest.param(
        {"attachments": [TITLED]},
        "Response #12\nE-mail: tom@example.com\nSeats",
        id="an attachment; what is no text is none",
    ),
    pytest.param(
        {"attachments": [{"fallback": "Tom 030 901820"}]}, "Tom 030 901820", id="only a fallback"
    ),
    pytest.param(
        {"files": [MAIL]},
        "name: Tom Becker\nemail: tom@example.com\nCall me\nMy number is 030 901820",
        id="a forwarded mail",
    ),
    pytest.param(
        {"attachments": [{"text": "Tom 030 901820", "fallback": "what nobody sees"}]},
        "Tom 030 901820",
        id="an attachment of text",
    ),
    pytest.param(
        {"attachments": [{"blocks": [section("Tom 030 901820")], "fallback": "[no preview]"}]},
        "Tom 030 901820",
        id="an attachment of blocks",
    ),
    pytest.param(
        {"files": [{**MAIL, "filetype": "", "mode": "email", "plain_text": "", "preview": "Hi"}]},
        "name: Tom Becker\nemail: tom@example.com\nCall me\nHi",
        id="a mail by its mode, and its beginning alone",
    ),
    pytest.param({"files": [{**MAIL, "filetype": "pdf"}]}, "", id="a file that is no mail"),
    pytest.param({"attachments": [SHARED]}, "Tom 030 901820", id="a shared message"),
    pytest.param({"blocks": [LISTED]}, "one\ntwo", id="a list"),
    pytest.param(
        {"blocks": [rich(BOLD, {"type": "text", "text": "\n030 901820"})]},
        "Phone: 030 901820",
        id="a label in bold above its value",
    ),
    pytest.param(
        {"blocks": [rich({**LINK, "text": ""}, {**BOLD, "text": " "}, {**LINK, "url": "a:1"})]},
        "<mailto:tom@example.com> <a:1|tom@example.com>",
        id="links with and without words",
    ),
    pytest.param(
        {"blocks": [rich({**LINK, "text": LINK["url"]})]},
        "<mailto:tom@example.com>",
        id="a link that is its own words",
    ),
    pytest.param(
        {"blocks": [rich({**BOLD, "text": "2 * 3"}, {"type": "text", "text": ", 030 901820"})]},
        "2 * 3, 030 901820",
        id="bold with an asterisk in it",
    ),
    pytest.param(
        {"blocks": [rich({"type": "text", "text": "Mail: "}, LINK)]},
        "Mail: <mailto:tom@example.com|tom@example.com>",
        id="a link",
    ),
    pytest.param(
        {"text": "Tom 030 901820", "blocks": [section("Tom <tel:+4930901820|030 901820>")]},
        "Tom <tel:+4930901820|030 901820>\nTom 030 901820",
        id="a number is told by its target",
    ),
    pytest.param(
        {"text": "*Tom* 030 901820", "blocks": [section("*Tom* 030 901820")]},
        "Tom 030 901820",
        id="text and blocks say the same",
    ),
    pytest.param({"text": "Email:"}, "Email", id="a label and nothing else"),
    pytest.param({}, "", id="nothing"),
]


@pytest.mark.parametrize(("message", "text"), SHAPES)
def test_reads_every_shape(message: dict[str, Any], text: str) -> None:
    assert text_of_message(message) == text


def test_reads_the_first_lines_of_a_long_message() -> None:
    text = text_of_message({"text": "\n".join(f"row {row:04d}" for row in range(2_000))})

    assert text.startswith("row 0000\nrow 0001\n")
    assert text.endswith("row 0443")  # whole rows of nine signs, 4,000 of them at most


def test_leaves_no_half_number_at_the_end() -> None:
    text = text_of_message({"text": f"{'x' * 3_980} call +49 30 901820123 now"})

    assert text == f"{'x' * 3_980} call +49 30 901820123 now"[:3_985]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "text", "blocks", "elements", "fields", "attachments", "files", "rows"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["text", "blocks", "attachments", "files"]), JSON))
def test_takes_any_json(message: dict[str, Any]) -> None:
    assert isinstance(text_of_message(message), str)
