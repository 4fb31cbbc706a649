"""Grades reading against case files that lie beside the checkout, where there are any."""

import importlib.util
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.calls.doubts import Field
from bot.parsing import read_phone
from tests.parsing.grading import read
from tests.parsing.lines import Desk

BESIDE = Path(__file__).parents[3] / "shared" / "cases"
CASES = Path(os.environ.get("ZEEGCALL_CASES", str(BESIDE)))

EVERY = 7  # a prime, so that every spelling has its turn

pytestmark = [
    pytest.mark.may_skip,
    pytest.mark.skipif(not (CASES / "lines.jsonl").exists(), reason=f"no case files in {CASES}"),
]


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Read the rows of a case file."""
    with (CASES / name).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def grader() -> ModuleType:
    """Load the grader that lies with the cases."""
    spec = importlib.util.spec_from_file_location("score_lines", CASES / "score_lines.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_reads_the_lines() -> None:
    grade = grader().grade
    verdicts = Counter[str]()
    for row in rows("lines.jsonl"):
        told = read(row["text"], row["now"], row["tz"], row["region"], row["locale"])
        verdicts[grade(row, told)[0]] += 1

    assert verdicts["CRITICAL"] == 0
    assert verdicts["PASS"] >= 0.97 * verdicts.total()


def test_reads_the_numbers_in_a_field_and_in_a_line() -> None:
    asked = Counter[str]()
    for index, row in enumerate(rows("phones.jsonl")):
        if row["kind"] == "google-matcher":
            continue  # expects what is found in a text, not what is called
        if row["kind"] == "example" and index % EVERY:
            continue  # bench/understanding.py reads them all
        desk = Desk(zone="Europe/Berlin", region=row["region"], locale="en-GB")
        call = desk.read(f"Alex Mueller {row['text']} alex@example.com demo")
        field = read_phone(row["text"], region=row["region"])
        in_field = None if field.doubt or field.value is None else field.value.e164
        in_line = None if Field.PHONE_NUMBER in call.to_ask else call.phone_number
        for number in (in_field, in_line):
            assert number is None or (number == row["expect"] and not row["must_not_call"]), row
        if row["kind"] == "example" and not row["must_not_call"] and in_line is None:
            asked[row["style"]] += 1

    assert asked.total() < 150 / EVERY, asked
