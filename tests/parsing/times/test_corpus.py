"""Every text of the corpus means what its table says."""

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.calls.doubts import Doubt
from bot.parsing.times import find_times, read_time
from tests.parsing.times.corpus import (
    american,
    american_doubts,
    american_offsets,
    american_rarer,
    british,
    french,
    french_rarer,
    german,
    german_rarer,
    spanish,
    spanish_rarer,
)
from tests.parsing.times.corpus.table import Table

TABLES = (
    american.TABLE,
    american_offsets.TABLE,
    american_doubts.TABLE,
    british.TABLE,
    german.TABLE,
    french.TABLE,
    spanish.TABLE,
    american_rarer.TABLE,
    german_rarer.TABLE,
    french_rarer.TABLE,
    spanish_rarer.TABLE,
)


ONLY_ALONE = frozenset({"14.30", "an hour", "twenty mins", "2 hrs"})
"""Times where nothing else stands; between other words they may be anything."""


def rows(*, said_only: bool) -> list[object]:
    return list(_rows(said_only=said_only))


def _rows(*, said_only: bool) -> Iterator[object]:
    for table in TABLES:
        for rule, meant in table.meant.items():
            if said_only and rule in ("asked", "refused"):
                continue
            for text, meaning in meant.items():
                if said_only and text in ONLY_ALONE:
                    continue
                yield pytest.param(table, text, meaning, id=f"{table.locale} {rule}: {text}")


def now_in(table: Table) -> datetime:
    return datetime(2026, 11, 23, 10, tzinfo=ZoneInfo(table.tz))


def told(at: datetime | None, doubt: Doubt | None) -> str:
    shown = None if at is None else f"{at:%m-%d %H:%M}"
    return " ".join(word for word in (shown, doubt and doubt.reason.value) if word)


@pytest.mark.parametrize(("table", "text", "meaning"), rows(said_only=False))
def test_reads_what_people_mean(table: Table, text: str, meaning: str) -> None:
    reading = read_time(text, now=now_in(table), tz=table.tz, locale=table.locale)

    assert meaning == told(reading.at, reading.doubt)


@pytest.mark.parametrize(
    "variant",
    [
        pytest.param(str.upper, id="in capitals"),
        pytest.param(str.lower, id="in small letters"),
        pytest.param("  {}  ".format, id="with spaces around"),
        pytest.param("{}!".format, id="with a mark after it"),
    ],
)
def test_spelling_habits_change_nothing(variant: Callable[[str], str]) -> None:
    for table in TABLES:
        for text, meaning in table.meant.get("clocks", {}).items():
            said = read_time(variant(text), now=now_in(table), tz=table.tz, locale=table.locale)

            assert meaning == told(said.at, said.doubt), text


@pytest.mark.parametrize(("table", "text", "meaning"), rows(said_only=True))
def test_finds_it_between_other_words(table: Table, text: str, meaning: str) -> None:
    line = f"Zoë Xu, {text}, xyzzy"
    found = find_times(line, now=now_in(table), tz=table.tz, locale=table.locale)

    assert [meaning] == [told(one.value, one.doubt) for one in found]


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in sorted(ONLY_ALONE)])
def test_leaves_alone_what_may_be_anything(text: str) -> None:
    found = find_times(
        f"budget {text}, xyzzy", now=now_in(american.TABLE), tz="America/New_York", locale="en-US"
    )

    assert not [one for one in found if one.doubt is None]
