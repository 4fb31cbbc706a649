"""How long Zeeg asks to be left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.zeeg.patience import LONGEST, RESETS, seconds_to_wait

DATE = "Tue, 10 Nov 2026 12:00:00 GMT"
EPOCH = 1_794_312_000  # the same moment

HEADERS = [
    pytest.param({"retry-after": "30"}, 30, id="seconds"),
    pytest.param({"retry-after": " 1.5 "}, 1.5, id="fraction"),
    pytest.param({"retry-after": "0"}, 0, id="zero"),
    pytest.param({"retry-after": "86400"}, LONGEST, id="a day is cut to an hour"),
    pytest.param(
        {"retry-after": "Tue, 10 Nov 2026 12:00:20 GMT", "date": DATE}, 20, id="HTTP date"
    ),
    pytest.param(
        {"retry-after": "Tue, 10 Nov 2026 11:00:00 GMT", "date": DATE}, 0, id="HTTP date passed"
    ),
    pytest.param({"retry-after": "Tue, 10 Nov 2026 12:00:20 GMT"}, None, id="date without Date"),
    pytest.param({"ratelimit-reset": "12"}, 12, id="RateLimit-Reset"),
    pytest.param({"x-ratelimit-reset": "12"}, 12, id="X-RateLimit-Reset, span"),
    pytest.param({"x-ratelimit-reset": str(EPOCH + 9), "date": DATE}, 9, id="moment"),
    pytest.param({"x-ratelimit-reset": f"{EPOCH + 9}000", "date": DATE}, 9, id="milliseconds"),
    pytest.param({"x-ratelimit-reset": str(EPOCH + 9)}, None, id="moment without Date"),
    pytest.param({"retry-after": "5", "ratelimit-reset": "60"}, 5, id="Retry-After wins"),
    pytest.param({"retry-after": "soon", "ratelimit-reset": "60"}, 60, id="unless it is nonsense"),
    pytest.param({"retry-after": "-5"}, None, id="negative"),
    pytest.param({"retry-after": "nan"}, None, id="not a number"),
    pytest.param({"retry-after": "٣"}, None, id="other digits"),
    pytest.param({}, None, id="nothing"),
]


@pytest.mark.parametrize(("headers", "seconds"), HEADERS)
def test_reads_what_zeeg_asks_for(headers: dict[str, str], seconds: float | None) -> None:
    assert seconds_to_wait(headers) == seconds


@given(
    st.dictionaries(
        st.sampled_from(["retry-after", "date", *RESETS]),
        st.text("0123456789.-+e naif٣", max_size=20) | st.integers().map(str) | st.just(DATE),
    )
)
def test_is_always_a_sane_span_or_nothing(headers: dict[str, str]) -> None:
    seconds = seconds_to_wait(headers)

    assert seconds is None or 0 <= seconds <= LONGEST
