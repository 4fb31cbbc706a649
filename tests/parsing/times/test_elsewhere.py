"""Days in languages that are not read here: they are seen, and asked about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.parsing.times import find_times, read_time

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))
SAYS_THE_DAY = {
    "domani alle 15:00": "11-24 15:00",
    "domani alle 15": "11-24 15:00",
    "dopodomani ore 9": "11-25 09:00",
    "amanhã às 14h": "11-24 14:00",
    "overmorgen om 14:00": "11-25 14:00",
    "morgen om 14:00": "11-24 14:00",
    "vrijdag om 14:00": "11-27 14:00",
    "jutro o 14": "11-24 14:00",
    "pojutrze 14:00": "11-25 14:00",
    "zítra ve 14:00": "11-24 14:00",
    "zajtra o 14:00": "11-24 14:00",
    "holnap 14:00": "11-24 14:00",
    "mâine la 14:00": "11-24 14:00",
    "imorgon kl 14": "11-24 14:00",
    "i morgen kl. 14:00": "11-24 14:00",
    "huomenna klo 14": "11-24 14:00",
    "yarın saat 14:00": "11-24 14:00",
    "завтра в 14:00": "11-24 14:00",
    "14:00 завтра": "11-24 14:00",
    "послезавтра 14:00": "11-25 14:00",
    "αύριο στις 14:00": "11-24 14:00",
    "מחר ב-14:00": "11-24 14:00",
    "غدا 14:00": "11-24 14:00",
    "明日14時": "11-24 14:00",
    "明天14点": "11-24 14:00",
    "내일 14시": "11-24 14:00",
    "сегодня 14:00": "11-23 14:00",
}


@pytest.mark.parametrize(
    ("text", "meaning"), [pytest.param(*row, id=row[0]) for row in SAYS_THE_DAY.items()]
)
def test_proposes_the_day_that_was_said(text: str, meaning: str) -> None:
    reading = read_time(text, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert reading.at is not None
    assert reading.doubt is not None
    assert meaning == f"{reading.at:%m-%d %H:%M}"


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in SAYS_THE_DAY])
def test_never_takes_the_clock_for_todays(text: str) -> None:
    line = f"Иван Петров +49 30 23125001 ivan@petrov.ru {text}"

    found = find_times(line, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found
    assert all(one.doubt is not None for one in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("утром 14:00", id="a part of the day"),
        pytest.param("14:00 пожалуйста", id="a word after it"),
        pytest.param("明日の14:00", id="no space between"),
        pytest.param("завтра", id="a day alone"),
    ],
)
def test_asks_where_a_word_cannot_be_read(text: str) -> None:
    found = find_times(text, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found
    assert all(one.doubt is not None for one in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Иван Петров tomorrow 14:00", id="a name in other letters"),
        pytest.param("Пример demo 2pm", id="further off"),
        pytest.param("Maine office tomorrow 14:00", id="a word that is a place, too"),
    ],
)
def test_other_words_raise_no_question(text: str) -> None:
    (found,) = find_times(text, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert found.doubt is None
