"""Every sentence stands in every language, tells the same facts, and fits where Slack shows it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.calls.preferences import LANGUAGES
from bot.messages.catalogues import catalogue_of, language_of
from bot.messages.times import all_of, clock_in_zone, in_zone, lasted, one_of, span, until
from bot.messages.usage import EXAMPLE
from bot.messages.words import words_in
from bot.parsing import parse
from bot.playground.block_kit import problems_of
from tests.messages.all_that_is_said import homes, messages, modals
from tests.sample import NOW

ROOT = Path(__file__).parents[2]
TRANSLATED = [language for language in LANGUAGES if language != "en"]

# Where a sentence stands: words.plain("…"), words.mrkdwn("…"), words.counted("…", "…"), and
# sentence("…") in a table.
KEYWORDS = {"plain": None, "mrkdwn": None, "sentence": None, "counted": (1, 2)}

FACT = re.compile(r"\{\w+\}")
EMOJI = re.compile(r":\w+:")
LETTER = re.compile(r"[^\W\d_]")

Sentence = str | tuple[str, ...]


def sentences() -> set[Sentence]:
    """Find all that is said; what holds nothing but facts is the same in every language."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    mapping = [(each["pattern"], each["method"]) for each in project["tool"]["babel"]["mappings"]]
    found = extract_from_dir(ROOT / "bot", method_map=mapping, keywords=KEYWORDS)
    said = {message for _, _, message, _, _ in found}
    return {each for each in said if LETTER.search(EMOJI.sub("", FACT.sub("", str(each))))}


def translated(language: str) -> dict[Sentence, Message]:
    path = ROOT / "bot" / "messages" / "languages" / f"{language}.po"
    with path.open("rb") as po:
        catalogue = read_po(po, locale=language)
    return {
        tuple(message.id) if isinstance(message.id, list | tuple) else message.id: message
        for message in catalogue
        if message.id
    }


def forms_of(text: Sentence | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def facts(text: str) -> list[str]:
    return sorted(set(FACT.findall(text)))


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_is_missing_and_none_is_left_over(language: str) -> None:
    there = translated(language)

    assert set(there) == sentences()
    assert [m.id for m in there.values() if m.fuzzy or not all(forms_of(m.string))] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_tells_the_same_facts(language: str) -> None:
    for said, message in translated(language).items():
        of_all, *of_one = reversed(forms_of(message.string))
        assert facts(of_all) == facts(forms_of(said)[-1]), of_all
        assert all(set(facts(form)) <= set(facts(of_all)) for form in of_one)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_is_marked_up_like_its_sentence(language: str) -> None:
    for said, message in translated(language).items():
        of_all = forms_of(said)[-1]
        for form in forms_of(message.string):
            for mark in ("*", "`", "\n", ":telephone_receiver:", ":calendar:"):
                assert form.count(mark) == of_all.count(mark), (mark, form)


def test_every_sentence_of_a_table_is_marked_and_found() -> None:
    known = {form for each in sentences() for form in forms_of(each)}
    unmarked = [
        text
        for path in sorted((ROOT / "bot" / "messages").glob("*.py"))
        if path.stem not in {"findings", "subscribing"}
        for text in strings_in(path)
        if text not in known
    ]

    assert unmarked == []


def strings_in(path: Path) -> Iterator[str]:
    """Find the texts of a module that look like something said: words with a space between."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    in_f_strings = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs | in_f_strings
            and re.search(r"[A-Za-z]{2,} [a-z]{2,}", node.value)
        ):
            yield node.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_slack_takes_every_message_modal_and_home(language: str) -> None:
    words = words_in(language)

    for message in messages(words):
        assert problems_of({"blocks": list(message.blocks)}, "message") == []
    for modal in modals(words):
        assert problems_of(modal, "modal") == []
    for home in homes(words):
        assert problems_of(home, "home") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_ours_is_cut_off(language: str) -> None:
    words = words_in(language)
    shown = [
        *(list(message.blocks) for message in messages(words)),
        *modals(words),
        *homes(words),
    ]

    cut = {
        text for each in shown for text in texts(each) if text.endswith("\N{HORIZONTAL ELLIPSIS}")
    }

    assert cut == set()


def texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("type") in {"plain_text", "mrkdwn"} and isinstance(node.get("text"), str):
            yield node["text"]
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_every_language_is_understood_without_a_question(language: str) -> None:
    line = words_in(language).plain(EXAMPLE).strip("`").removeprefix("/zeegcall ")

    read = parse(line, now=NOW, tz="Europe/Berlin", region=None, locale=language)

    assert read.to_ask == frozenset()
    assert read.scheduled_time == datetime(2026, 11, 24, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert read.phone_number == "+493023125001"
    assert read.additional_data


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("en", "Tue, 24 Nov 2026, 14:00 (Vienna time)", id="English"),
        pytest.param("de", "Di., 24. Nov. 2026, 14:00 (Ortszeit Wien)", id="German"),
        pytest.param("fr", "mar. 24 nov. 2026, 14:00 (heure locale : Vienne)", id="French"),
        pytest.param("es", "mar, 24 nov 2026, 14:00 (hora de Viena)", id="Spanish"),
    ],
)
def test_a_time_is_told_as_the_language_does(language: str, said: str) -> None:
    at = datetime(2026, 11, 24, 14, 0, tzinfo=ZoneInfo("Europe/Vienna"))

    assert in_zone(at, "Europe/Vienna", words_in(language)) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param(
            "en",
            [
                "Tue 14:00 (Vienna time)",
                "in 3 hours",
                "2 hours",
                "3 min 12 s",
                "a or b",
                "a and b",
            ],
            id="English",
        ),
        pytest.param(
            "de",
            [
                "Di., 14:00 (Ortszeit Wien)",
                "in 3 Stunden",
                "2 Stunden",
                "3 min 12 s",
                "a oder b",
                "a und b",
            ],
            id="German",
        ),
        pytest.param(
            "fr",
            [
                "mar. 14:00 (heure locale : Vienne)",
                "dans 3 heures",
                "2\N{NO-BREAK SPACE}heures",
                "3 min 12 s",
                "a ou b",
                "a et b",
            ],
            id="French",
        ),
        pytest.param(
            "es",
            [
                "mar, 14:00 (hora de Viena)",
                "dentro de 3 horas",
                "2 horas",
                "3 min 12 s",
                "a o b",
                "a y b",
            ],
            id="Spanish",
        ),
    ],
)
def test_spans_and_lists_are_told_as_the_language_does(language: str, said: list[str]) -> None:
    words = words_in(language)
    at = datetime(2026, 11, 24, 14, 0, tzinfo=ZoneInfo("Europe/Vienna"))

    assert [
        clock_in_zone(at, "Europe/Vienna", words),
        until(NOW + timedelta(hours=3), now=NOW, words=words),
        span(timedelta(hours=2), words),
        lasted(192, words),
        one_of(["a", "b"], words),
        all_of(["a", "b"], words),
    ] == said


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("de-DE", "de"),
        ("de_AT", "de"),
        ("en-GB", "en"),
        ("ES", "es"),
        ("pl-PL", "fr"),
        ("", "fr"),
        (None, "fr"),
    ],
)
def test_a_locale_that_is_not_spoken_gets_the_other_language(
    locale: str | None, language: str
) -> None:
    assert language_of(locale, "fr") == language


def test_what_a_catalogue_lacks_is_said_in_english() -> None:
    assert catalogue_of("de").translate("Never said: {fact}") == "Never said: {fact}"
