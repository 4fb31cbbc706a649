"""What decides between two readings: the locale, the zone, and what has passed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.calls.doubts import Reason
from bot.parsing.times import ParsedTime, parse_time, read_time

MONDAY = "2026-11-23T10:00"


def parse(
    text: str, *, now: str = MONDAY, tz: str = "Europe/Berlin", locale: str | None = "en-GB"
) -> ParsedTime | None:
    moment = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(tz))
    return parse_time(text, now=moment, tz=tz, locale=locale)


def told(parsed: ParsedTime | None) -> str:
    if parsed is None:
        return "nothing"
    return f"{parsed.at:%Y-%m-%d %H:%M}" + (" asked" if parsed.assumed else "")


@pytest.mark.parametrize(
    ("locale", "tz", "expected"),
    [
        pytest.param("en-US", "America/New_York", "2026-12-03 14:00", id="American"),
        pytest.param("en-GB", "Europe/London", "2027-03-12 14:00 asked", id="British"),
        pytest.param("de_DE", "Europe/Berlin", "2027-03-12 14:00 asked", id="German"),
        pytest.param("en-US", "Europe/Berlin", "2026-12-03 14:00 asked", id="American in Berlin"),
        pytest.param("en", "UTC", "2026-12-03 14:00 asked", id="English, no country"),
        pytest.param("en-CA", "America/Toronto", "2026-12-03 14:00 asked", id="Canadian"),
        pytest.param(None, "UTC", "2026-12-03 14:00 asked", id="nothing known"),
    ],
)
def test_the_locale_orders_day_and_month(locale: str | None, tz: str, expected: str) -> None:
    assert expected == told(parse("12/03 2pm", tz=tz, locale=locale))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("03/12 2pm", "2026-12-03 14:00", id="soon in the reader's order"),
        pytest.param("02/05 2pm", "2027-05-02 14:00", id="next year in both orders"),
        pytest.param("12/03/2027 2pm", "2027-03-12 14:00", id="with its year"),
        pytest.param("Friday 12/03 2pm", "2027-03-12 14:00", id="its weekday fits"),
        pytest.param("12.03. 2pm", "2027-03-12 14:00", id="a full stop says which is the day"),
    ],
)
def test_the_readers_order_is_asked_about_only_where_the_other_is_sooner(
    text: str, expected: str
) -> None:
    assert expected == told(parse(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1/12 2pm", "2027-01-12 14:00 asked", id="the first of December is sooner"),
        pytest.param("1/5 2pm", "2027-01-05 14:00", id="sooner than the first of May"),
    ],
)
def test_an_americans_order_is_asked_about_no_less(text: str, expected: str) -> None:
    assert expected == told(parse(text, tz="America/New_York", locale="en-US"))


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        pytest.param("9am", MONDAY, "2026-11-24 09:00 asked", id="passed: tomorrow, asked"),
        pytest.param("11am", MONDAY, "2026-11-23 11:00", id="ahead: today"),
        pytest.param("today 9am", MONDAY, "nothing", id="today and passed"),
        pytest.param("monday 3pm", MONDAY, "2026-11-23 15:00 asked", id="its weekday is today"),
        pytest.param("friday 3pm", MONDAY, "2026-11-27 15:00", id="a weekday ahead"),
        pytest.param("next friday 3pm", MONDAY, "2026-12-04 15:00 asked", id="next friday"),
        pytest.param(
            "next monday 3pm", "2026-11-27T10:00", "2026-11-30 15:00", id="next monday, on friday"
        ),
        pytest.param("tuesday 25 November 3pm", MONDAY, "2026-11-25 15:00 asked", id="no tuesday"),
        pytest.param("wednesday 25 November 3pm", MONDAY, "2026-11-25 15:00", id="it fits"),
        pytest.param("20 November 3pm", MONDAY, "2027-11-20 15:00 asked", id="just passed"),
        pytest.param("3 July 3pm", MONDAY, "2027-07-03 15:00 asked", id="more than half a year"),
        pytest.param("3 May 3pm", MONDAY, "2027-05-03 15:00", id="less than half a year"),
        pytest.param("20 November 2026 3pm", MONDAY, "nothing", id="passed with its year"),
        pytest.param("29 February 3pm", MONDAY, "2028-02-29 15:00 asked", id="next leap year"),
        pytest.param("29 February 2027 3pm", MONDAY, "nothing", id="no leap year"),
        pytest.param("in 2 days", MONDAY, "2026-11-25 10:00 asked", id="days need a clock"),
        pytest.param("tomorrow 12am", MONDAY, "2026-11-24 00:00 asked", id="12 am"),
    ],
)
def test_looks_forward_and_asks(text: str, now: str, expected: str) -> None:
    assert expected == told(parse(text, now=now))


@pytest.mark.parametrize(
    ("text", "tz", "expected"),
    [
        pytest.param("3pm IST", "Europe/Berlin", "2026-11-23 10:30 asked", id="three ISTs"),
        pytest.param("3pm IST", "Asia/Kolkata", "2026-11-23 15:00", id="settled in India"),
        pytest.param("3pm CST", "America/Chicago", "2026-11-23 15:00", id="settled in Chicago"),
        pytest.param("3pm CST", "America/New_York", "2026-11-23 16:00", id="from New York"),
        pytest.param("3pm CST", "America/Havana", "2026-11-23 15:00", id="from Havana"),
        pytest.param("3pm CST", "Europe/Berlin", "2026-11-23 22:00 asked", id="two CSTs"),
        pytest.param("3pm EST", "Europe/Berlin", "2026-11-23 21:00", id="winter time in winter"),
        pytest.param("3 July 3pm EST", "Europe/Berlin", "2027-07-03 22:00 asked", id="in summer"),
        pytest.param("3pm ET", "Europe/Berlin", "2026-11-23 21:00", id="either season"),
        pytest.param("3pm E.S.T.", "Europe/Berlin", "2026-11-23 21:00", id="letters with dots"),
        pytest.param("3 p.m. (P.T.)", "Europe/Berlin", "2026-11-24 00:00", id="two, in brackets"),
        pytest.param("15:00 H.N.E.", "Europe/Berlin", "2026-11-23 21:00", id="French ones"),
        pytest.param("15 Uhr M.E.Z.", "Europe/London", "2026-11-23 14:00", id="German ones"),
        pytest.param(
            "3pm P.T. Barnum", "Europe/Berlin", "2026-11-24 00:00 asked", id="or initials"
        ),
        pytest.param("3pm e.t.", "Europe/Berlin", "2026-11-23 21:00 asked", id="small letters"),
        pytest.param("3pm \\EST", "Europe/Berlin", "2026-11-23 21:00", id="behind a stroke"),
        pytest.param(
            "2026-11-24T14:00:00-08:00", "Europe/Berlin", "2026-11-24 23:00", id="a machine's"
        ),
        pytest.param(
            "2026-11-24T14:00:00.000-08:00", "Europe/Berlin", "2026-11-24 23:00", id="thousandths"
        ),
        pytest.param(
            "2026-11-24T14:00-08:00", "Europe/Berlin", "2026-11-24 23:00", id="no seconds"
        ),
        pytest.param(
            "2026-11-24T09:00-10:00", "Europe/Berlin", "2026-11-24 09:00 asked", id="or a range"
        ),
        pytest.param(
            "2026-11-24 14:00-16:00", "Europe/Berlin", "2026-11-24 14:00 asked", id="a range"
        ),
        pytest.param("3pm UTC-5", "Europe/Berlin", "2026-11-23 21:00", id="offset"),
        pytest.param("3pm in Tokyo time", "Europe/Berlin", "2026-11-24 07:00 asked", id="Tokyo"),
        pytest.param("3pm Berlin time", "Europe/Berlin", "2026-11-23 15:00", id="own city"),
        pytest.param("3pm PHT", "Asia/Kolkata", "2026-11-23 12:30", id="letters in capitals"),
        pytest.param(
            "3pm EAT", "Europe/Berlin", "2026-11-23 13:00 asked", id="a word in capitals"
        ),
        pytest.param("3pm EAT time", "Europe/Berlin", "2026-11-23 13:00", id="surely no word"),
        pytest.param("4pm BDT", "Europe/Berlin", "2026-11-23 11:00 asked", id="two BDTs"),
        pytest.param("3pm GMT on April 1", "Europe/Berlin", "2027-04-01 17:00", id="GMT abroad"),
        pytest.param("3pm GMT on April 1", "Europe/London", "2027-04-01 16:00 asked", id="or BST"),
        pytest.param("3pm GMT on April 1", "Europe/Dublin", "2027-04-01 16:00 asked", id="or IST"),
        pytest.param("3pm UTC on April 1", "Europe/London", "2027-04-01 16:00", id="never BST"),
        pytest.param("3pm GMT", "Europe/London", "2026-11-23 15:00", id="GMT in winter"),
    ],
)
def test_reads_zones(text: str, tz: str, expected: str) -> None:
    assert expected == told(parse(text, tz=tz))


def test_an_unknown_zone_is_utc_and_asked() -> None:
    now = datetime.fromisoformat("2026-11-23T10:00+00:00")

    parsed = parse_time("2pm", now=now, tz="Mars/Olympus", locale="en-GB")

    assert parsed is not None
    assert parsed.doubt is not None
    assert Reason.TIME_ZONE_UNCLEAR is parsed.doubt.reason


def test_a_zone_may_be_given_as_such() -> None:
    zone = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 11, 23, 10, tzinfo=zone)

    assert told(parse_time("2pm", now=now, tz=zone, locale=None)) == "2026-11-23 14:00"


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(word, id=word)
        for word in ("now", "asap", "jetzt", "sofort", "maintenant", "tout de suite", "ahora")
    ],
)
def test_now_is_now_in_every_language(word: str) -> None:
    assert told(parse(word)) == "2026-11-23 10:00"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", Reason.MISSING, id="nothing"),
        pytest.param("soon", Reason.TIME_VAGUE, id="soon"),
        pytest.param("2pm or 4pm", Reason.SEVERAL, id="two times"),
        pytest.param("x" * 400, Reason.TOO_LONG, id="a novel"),
        pytest.param("tomorrow 2pm = Jane", Reason.TIME_UNCLEAR, id="more than a time"),
        pytest.param("tomorrow at 25:00", Reason.TIME_NEVER, id="no such hour"),
    ],
)
def test_says_why_there_is_no_time(text: str, reason: Reason) -> None:
    now = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Berlin"))

    reading = read_time(text, now=now, tz="Europe/Berlin", locale="en-GB")

    assert reading.at is None
    assert reading.doubt is not None
    assert reason is reading.doubt.reason


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        pytest.param("it-IT", "domani alle 15:00", "2026-11-24 15:00 asked", id="Italian"),
        pytest.param("it-IT", "tra 2 ore", "2026-11-23 12:00 asked", id="Italian offset"),
        pytest.param("nl-NL", "morgen om 15:00", "2026-11-24 15:00 asked", id="Dutch"),
        pytest.param("it-IT", "domani", "2026-11-24 10:00 asked", id="no clock"),
        pytest.param("it-IT", "ieri alle 15:00", "nothing", id="passed"),
        pytest.param("xx-XX", "domani alle 15:00", "2026-11-24 15:00 asked", id="no such one"),
    ],
)
def test_other_languages_are_read_and_always_asked(locale: str, text: str, expected: str) -> None:
    assert expected == told(parse(text, locale=locale, tz="Europe/Rome"))
