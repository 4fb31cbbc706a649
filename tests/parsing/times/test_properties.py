"""What holds for every text."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.parsing.times import find_times, parse_time, read_time

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 10, tzinfo=BERLIN)
LOCALES = st.sampled_from([None, "", "en-US", "en_GB", "de-DE", "fr-FR", "es-ES", "it-IT", "xx"])
# fmt: off
WORDS = st.sampled_from(
    [
        "at",
        "um",
        "a",
        "à",
        "las",
        "2",
        "3",
        "14",
        "30",
        "half",
        "past",
        "quarter",
        "to",
        "friday",
        "next",
        "in",
        "minutes",
        "hours",
        ",",
        ".",
        "-",
        ":",
        "/",
        "+",
        "12:30",
        "2pm",
        "morgen",
        "h",
        "und",
        "y",
        "de",
        "mai",
        "10.11.",
        "2026",
        "demain",
        "mañana",
        "tomorrow",
        "every",
        "from",
        "until",
        "5th",
        "of",
        "the",
        "UTC",
        "Berlin",
        "time",
        "noon",
        "+49",
        "151",
        "12345678",
        "no",
        "vor",
        "nach",
        "halb",
        "viertel",
        "et",
        "demie",
        "½",
        "２",
        "\ufffc",
    ]
)
# fmt: on
MIXED = st.lists(WORDS, max_size=12).map(" ".join)
MOMENTS = st.datetimes(
    datetime.fromisoformat("2000-01-01"),
    datetime.fromisoformat("9990-01-01"),
    timezones=st.just(UTC),
)


@given(text=st.text(max_size=80) | MIXED, now=MOMENTS, tz=st.text(max_size=12), locale=LOCALES)
@example(text="in 9999 years", now=datetime(9980, 1, 1, tzinfo=UTC), tz="UTC", locale="en-US")
@example(text="every", now=NOW, tz="../../etc/passwd", locale="en-US")
@example(text="2pm", now=NOW, tz="\x00", locale=None)
@settings(deadline=None)
def test_never_raises(text: str, now: datetime, tz: str, locale: str | None) -> None:
    read = read_time(text, now=now, tz=tz, locale=locale)
    found = find_times(text, now=now, tz=tz, locale=locale)

    assert read.at is not None or read.doubt is not None
    assert all(one.value is not None or one.doubt is not None for one in found)


@given(text=st.text(max_size=200) | MIXED, locale=LOCALES)
@settings(deadline=None)
def test_spans_lie_inside_the_text_and_apart(text: str, locale: str | None) -> None:
    found = find_times(text, now=NOW, tz="Europe/Berlin", locale=locale)

    edges = [edge for one in found for edge in (one.start, one.end)]
    assert sorted(edges) == edges
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all("\ufffc" not in text[one.start : one.end] for one in found)


@given(text=MIXED, locale=LOCALES)
@settings(deadline=None)
def test_a_time_is_never_in_the_past(text: str, locale: str | None) -> None:
    parsed = parse_time(text, now=NOW, tz="Europe/Berlin", locale=locale)

    assert parsed is None or parsed.at >= NOW


STYLES = (
    ("en-US", "{at:%Y-%m-%d %H:%M}"),
    ("en-US", "{at:%Y-%m-%dT%H:%M:%S}"),
    ("en-US", "{at:%B} {at.day}, {at.year} at {hour}:{at:%M} {half}"),
    ("en-US", "{at.month}/{at.day}/{at.year} {hour}:{at:%M}{half}"),
    ("en-US", "{hour}:{at:%M}{half} on {at:%a} {at:%b} {at.day} {at.year}"),
    ("en-GB", "{at:%A} {at.day} {at:%B} {at.year}, {at:%H:%M}"),
    ("en-GB", "{at:%d/%m/%Y} {at:%H:%M}"),
    ("en-GB", "{at:%d/%m/%y} at {hour}.{at:%M}{half}"),
    ("de-DE", "{at.day}.{at.month}.{at.year} um {at:%H:%M} Uhr"),
    ("de-DE", "am {at:%d.%m.%y}, {at:%H.%M} Uhr"),
    ("fr-FR", "le {at:%d/%m/%Y} à {at:%H}h{at:%M}"),
    ("es-ES", "el {at:%d/%m/%Y} a las {at:%H:%M}"),
    ("es-ES", "{at:%d-%m-%Y} {at:%H:%M}"),
)


@given(
    at=st.datetimes(
        datetime.fromisoformat("2026-11-24"), datetime.fromisoformat("2034-12-31")
    ).map(lambda at: at.replace(second=0, microsecond=0)),
    style=st.sampled_from(STYLES),
)
@settings(deadline=None)
def test_a_written_minute_is_read_back(at: datetime, style: tuple[str, str]) -> None:
    locale, form = style
    half = "am" if at.hour < 12 else "pm"
    text = form.format(at=at, hour=at.hour % 12 or 12, half=half)

    tz = "America/New_York" if locale == "en-US" else "Europe/Berlin"
    parsed = parse_time(text, now=NOW.astimezone(ZoneInfo(tz)), tz=tz, locale=locale)

    if parsed is None or parsed.assumed:
        assert _changes_its_clocks(at, ZoneInfo(tz)) or at.hour < 7
    if parsed is not None:
        assert at == parsed.at.replace(tzinfo=None)


def _changes_its_clocks(at: datetime, zone: ZoneInfo) -> bool:
    before, after = (at + timedelta(days=days) for days in (-1, 1))
    return before.replace(tzinfo=zone).utcoffset() != after.replace(tzinfo=zone).utcoffset()


@given(text=st.text("bkq ,xz", max_size=30), place=st.booleans())
@settings(deadline=None)
def test_other_words_do_not_move_a_time(*, text: str, place: bool) -> None:
    line = f"{text}, 2026-12-03 14:30" if place else f"2026-12-03 14:30, {text}"

    (found,) = find_times(line, now=NOW, tz="Europe/Berlin", locale="en-GB")

    assert datetime(2026, 12, 3, 14, 30, tzinfo=BERLIN) == found.value
