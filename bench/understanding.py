"""
Accuracy and speed of reading lines, times and numbers, beside a plain pipeline, in one run.

    python -m bench.understanding [CASES]

CASES is a folder with lines.jsonl, times.jsonl, phones.jsonl and their graders; without it the
environment variable ZEEGCALL_CASES says where they are.
"""

import importlib.util
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import dateparser
import dateparser.search
import phonenumbers

from bot.calls.doubts import Field
from bot.parsing import parse, parse_time, read_phone, warm

Row = dict[str, Any]
Reader = Callable[[Row], Any]
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+\w")
_SETTINGS: Any = {"PREFER_DATES_FROM": "future"}


def main(named: str) -> None:
    """Print one table: what was read right, what was silently wrong, and how long it took."""
    default = Path(__file__).parents[2] / "shared" / "cases"
    cases = Path(named or os.environ.get("ZEEGCALL_CASES") or default)
    if not (cases / "lines.jsonl").exists():
        print(f"No case files in {cases}. Name their folder, or set ZEEGCALL_CASES.")
        return
    began = time.perf_counter()
    warm()
    print(f"warmed in {1000 * (time.perf_counter() - began):.0f} ms\n")
    print(f"{'':24} {'rows':>6} {'right':>7} {'wrong':>7} {'p50':>9} {'p99':>9} {'max':>9}")
    grade = _grader(cases)
    lines = list(_rows(cases / "lines.jsonl"))
    _report("lines, zeegcall", lines, _read_line, lambda row, told: _of_line(grade, row, told))
    _report("lines, plain", lines, _plain_line, lambda row, told: _of_line(grade, row, told))
    times = [row for row in _rows(cases / "times.jsonl") if _is_clear(row)]
    _report("times, zeegcall", times, _read_time, _of_time)
    _report("times, dateparser", times[::4], _plain_time, _of_time)
    phones = [row for row in _rows(cases / "phones.jsonl") if row["kind"] != "google-matcher"]
    _report("numbers, zeegcall", phones, _read_number, _of_number)
    _report("numbers, plain", phones, _plain_number, _of_number)


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _report(name: str, rows: list[Row], read: Reader, judge: Callable[[Row, Any], str]) -> None:
    verdicts = Counter[str]()
    took = []
    for row in rows:
        began = time.perf_counter()
        told = read(row)
        took.append(1000 * (time.perf_counter() - began))
        verdicts[judge(row, told)] += 1
    took.sort()
    shares = (f"{100 * verdicts[word] / len(rows):6.1f}%" for word in ("right", "wrong"))
    speed = (f"{took[int(part * (len(took) - 1))]:6.2f} ms" for part in (0.5, 0.99, 1.0))
    print(f"{name:24} {len(rows):6} {' '.join(shares)} {' '.join(speed)}")


def _grader(cases: Path) -> Callable[[Row, Row], tuple[str, Any]]:
    spec = importlib.util.spec_from_file_location("score_lines", cases / "score_lines.py")
    if spec is None or spec.loader is None:
        sys.exit(f"No grader in {cases}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    graded: Callable[[Row, Row], tuple[str, Any]] = module.grade
    return graded


def _of_line(grade: Callable[[Row, Row], tuple[str, Any]], row: Row, told: Row) -> str:
    verdict = grade(row, told)[0]
    return {"PASS": "right", "CRITICAL": "wrong"}.get(verdict, "other")


def _read_line(row: Row) -> Row:
    now = datetime.fromisoformat(row["now"])
    call = parse(row["text"], now=now, tz=row["tz"], region=row["region"], locale=row["locale"])
    words = {Field.PHONE_NUMBER: "phone", Field.EMAIL: "email", Field.FULL_NAME: "name"}
    words |= {Field.SCHEDULED_TIME: "when", Field.ADDITIONAL_DATA: "note"}
    return {
        "phone": call.phone_number,
        "email": call.email,
        "name": call.full_name,
        "when": _on_the_clock(call.scheduled_time, row["tz"]),
        "note": call.additional_data,
        "ask": [words[field] for field in call.to_ask],
    }


def _plain_line(row: Row) -> Row:
    """Read as many bots do: the first match of each kind, then the first words as the name."""
    rest = row["text"]
    number = next(iter(phonenumbers.PhoneNumberMatcher(rest, row["region"])), None)
    rest = rest.replace(number.raw_string, "|") if number else rest
    email = _EMAIL.search(rest)
    rest = rest.replace(email.group(), "|") if email else rest
    base = datetime.fromisoformat(row["now"]).replace(tzinfo=None)
    settings: Any = {**_SETTINGS, "RELATIVE_BASE": base}
    dates = dateparser.search.search_dates(rest[:500], settings=settings) or []
    rest = rest.replace(dates[0][0], "|") if dates else rest
    pieces = [piece.strip(" ,;:()<>-") for piece in re.split(r"[|,\n]", rest)]
    name, *context = [piece for piece in pieces if piece] or [""]
    told = {
        "phone": number and phonenumbers.format_number(number.number, 0),
        "email": email and email.group(),
        "name": name or None,
        "when": dates[0][1].isoformat() if dates else None,
        "note": " ".join(context) or None,
    }
    return {**told, "ask": [word for word in ("phone", "email", "name") if not told[word]]}


def _on_the_clock(at: datetime | None, zone: str) -> str | None:
    if at is None:
        return None
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat()


def _is_clear(row: Row) -> bool:
    return row["lang"] in {"en", "de", "fr", "es"} and row["class"] in {
        "clock",
        "relative",
        "reject",
    }


def _now_of(row: Row) -> datetime:
    return datetime.fromisoformat(row["ref"]).replace(tzinfo=ZoneInfo(row["tz"]))


def _read_time(row: Row) -> datetime | None:
    read = parse_time(row["text"], now=_now_of(row), tz=row["tz"], locale=row["locale"])
    return None if read is None or read.assumed else read.at


def _plain_time(row: Row) -> datetime | None:
    """Read as dateparser's front page shows, with the requester's clock and zone."""
    base = _now_of(row).replace(tzinfo=None)
    settings: Any = {**_SETTINGS, "RELATIVE_BASE": base}
    read = dateparser.parse(row["text"], settings=settings)
    if read is None or read.tzinfo is not None:
        return read
    return read.replace(tzinfo=ZoneInfo(row["tz"]))


def _of_time(row: Row, told: datetime | None) -> str:
    """Judge a time; what is not after now counts as a question back."""
    if told is None or told <= _now_of(row):
        return "right" if row["class"] == "reject" else "other"
    if row["class"] == "reject":
        return "wrong"
    expected = datetime.fromisoformat(row["expect"]).replace(tzinfo=ZoneInfo(row["tz"]))
    return "right" if abs((told - expected).total_seconds()) < 60 else "wrong"


def _read_number(row: Row) -> str | None:
    found = read_phone(row["text"], region=row["region"])
    return None if found.doubt or found.value is None else found.value.e164


def _plain_number(row: Row) -> str | None:
    try:
        number = phonenumbers.parse(row["text"], row["region"])
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, 0) if phonenumbers.is_valid_number(number) else None


def _of_number(row: Row, told: str | None) -> str:
    if row["must_not_call"]:
        return "right" if told is None else "wrong"
    if told is None:
        return "other"
    return "right" if told == row["expect"] else "wrong"


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
