"""Grades the reader on time expressions from elsewhere, where they are at hand."""

import json
import os
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.parsing.times import parse_time

CASES = Path(os.environ.get("ZEEGCALL_CASES", Path(__file__).parents[4] / "shared" / "cases"))
EXACT = ("clock", "relative")

pytestmark = pytest.mark.may_skip


def local(text: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def is_right(case: dict[str, Any], at: datetime, zone: ZoneInfo) -> bool:
    expected = local(case["expect"], zone)
    if case["class"] == "date_only":
        return at.astimezone(zone).date() == expected.date()
    if case["class"] == "fuzzy":
        last = local(case["expect_end"], zone) if "expect_end" in case else expected
        slack = timedelta(hours=0 if "expect_end" in case else 3)
        return expected - slack <= at <= last + slack
    meant = [expected, *(local(other, zone) for other in case.get("alts", []))]
    return any(at.replace(second=0) == one.replace(second=0).astimezone(UTC) for one in meant)


def grade(case: dict[str, Any]) -> str:
    zone = ZoneInfo(case["tz"])
    now = local(case["ref"], zone)
    parsed = parse_time(case["text"], now=now, tz=case["tz"], locale=case["locale"])
    if parsed is None or parsed.at <= now:
        return "right" if case["class"] == "reject" else "nothing"
    if case["class"] == "reject":
        return "right" if parsed.assumed else "wrong"
    if is_right(case, parsed.at, zone):
        return "right"
    return "nothing" if parsed.assumed else "wrong"


@pytest.fixture(scope="module")
def grades() -> Counter[tuple[str, str]]:
    path = CASES / "times.jsonl"
    if not path.is_file():
        pytest.skip(f"no {path.name} in ZEEGCALL_CASES or beside the checkout")
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    ours = [case for case in cases if case["lang"] in ("en", "de", "fr", "es")]
    return Counter((case["class"], grade(case)) for case in ours)


def test_reads_nearly_all_exact_times(grades: Counter[tuple[str, str]]) -> None:
    total = sum(count for (kind, _), count in grades.items() if kind in EXACT)

    assert sum(grades[kind, "right"] for kind in EXACT) / total >= 0.95


def test_is_hardly_ever_wrong_in_silence(grades: Counter[tuple[str, str]]) -> None:
    wrong = sum(count for (_, grade_), count in grades.items() if grade_ == "wrong")

    assert wrong / grades.total() <= 0.005


def test_refuses_or_asks_about_what_is_no_time(grades: Counter[tuple[str, str]]) -> None:
    total = sum(count for (kind, _), count in grades.items() if kind == "reject")

    assert grades["reject", "right"] / total >= 0.99
