"""What Slack sends, made readable, and the way back to what was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parsing.found import Span
from bot.parsing.slack_text import MASK, LinkKind, as_typed, read_slack_text

READ = [
    pytest.param("Ada Lovelace", "Ada Lovelace", id="nothing odd"),
    pytest.param("&lt;b&gt; R&amp;D &amp;amp;", "<b> R&D &amp;", id="entities, once"),
    pytest.param("<tel:+4930|030>", "030", id="label of a number"),
    pytest.param("<tel:+4930>", "+4930", id="number without label"),
    pytest.param("<mailto:a@b.org|a@b.org>", "a@b.org", id="address"),
    pytest.param("<mailto:a@b.org|Ada>", "a@b.org Ada", id="address labelled with a name"),
    pytest.param("<@U1|ada> <#C1|sales>", "@ada #sales", id="mentions"),
    pytest.param("<!channel> <!subteam^S1|@team>", "!channel @team", id="groups"),
    pytest.param("<https://a.org|label>", "label", id="page"),
    pytest.param("Ada <ada@b.org>", "Ada <ada@b.org>", id="angle brackets that are no token"),
    pytest.param("a\u00a0b\u202fc\u3000d\te", "a b c d e", id="spaces"),
    pytest.param("a\r\nb\rc\u2028d", "a\nb\nc\nd", id="line breaks"),
    pytest.param("a\u200bb\u00adc\ufeffd\x00e\ud800f", "abcdef", id="what cannot be seen"),
    pytest.param("“a” „b“ «c» ‘d’", '"a" "b" "c" \'d\'', id="quotation marks"),
    pytest.param("<!date^1795525200^{time}|2 pm>", "2026-11-24 13:00 UTC", id="a moment"),
    pytest.param("<!date^1795525200^{date_short}|Nov 24>", "2026-11-24", id="a day"),
    pytest.param("１２٣", "123", id="digits"),
    pytest.param(f"a{MASK}b", "a b", id="the mask itself"),
]


@pytest.mark.parametrize(("given_text", "plain"), READ)
def test_makes_text_plain(given_text: str, plain: str) -> None:
    assert read_slack_text(given_text).text == plain


SHOWN = [
    pytest.param("“Zoë’s” plan – ½", "“Zoë’s” plan – ½", id="as typed"),
    pytest.param("👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم", id="joiners"),
    pytest.param("<@U1> <!here>", "<@U1> <!here>", id="mentions that only Slack can name"),
    pytest.param("at <!date^1795525200^{time}|2 pm>", "at 2 pm", id="a moment as it was shown"),
    pytest.param("<https://a.org/x|a.org/x>", "https://a.org/x", id="page"),
    pytest.param("<https://a.org|our site>", "our site (https://a.org)", id="labelled page"),
]


@pytest.mark.parametrize(("given_text", "shown"), SHOWN)
def test_quotes_text_as_it_was_typed(given_text: str, shown: str) -> None:
    plain = read_slack_text(given_text)

    assert plain.quote(0, len(plain.text)) == shown


def test_finds_the_way_back_to_a_token() -> None:
    given_text = "call <tel:+4930|030> now"
    plain = read_slack_text(given_text)
    [link] = plain.links

    assert link.kind is LinkKind.PHONE
    assert (link.target, link.label) == ("+4930", "030")
    start, end = plain.given(link)
    assert given_text[start:end] == "<tel:+4930|030>"


SLACKISH = st.lists(
    st.sampled_from([
        "<", ">", "|", "@U1", "#C1", "!here", "tel:", "mailto:", "https://", "a@b.org", "+49",
        "&lt;", "&amp;", " ", "\n", "\r\n", "x", "“", "\u200d", "\u202e", "\ud800", MASK, "１",
    ])
).map("".join)  # fmt: skip


@given(SLACKISH | st.text())
def test_knows_where_every_character_came_from(given_text: str) -> None:
    plain = read_slack_text(given_text)

    assert MASK not in plain.text
    last = 0
    for at in range(len(plain.text)):
        start, end = plain.given(Span(start=at, end=at + 1))
        assert last <= start < end <= len(given_text)
        last = end


def test_gives_back_what_somebody_typed_as_they_saw_it() -> None:
    sent = (
        "Ada &amp; Co <tel:+493023125001|+49 30 23125001> <mailto:ada@example.org|ada@example.org>"
    )

    assert as_typed(sent) == "Ada & Co +49 30 23125001 ada@example.org"
