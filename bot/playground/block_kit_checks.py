"""
What a check of a piece of JSON is, and the few kinds that Block Kit is made of.

A check takes a value and the JSON pointer it stands at and names what is wrong with
it, in the words of Slack's own `response_metadata.messages`. A rule says what must
hold between the fields of an object whose fields are right by themselves.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Problems = Iterator[str]
Check = Callable[[object, str], Problems]
Rule = Callable[[Mapping[str, Any], str], Problems]
Fields = Mapping[str, Check]


def problem(what: str, where: str) -> str:
    """Say what is wrong and where."""
    return f"[ERROR] {what} [json-pointer:{where}]"


def string(longest: int = 3000, shortest: int = 1, pattern: str = "") -> Check:
    """Accept a string of so many characters; Slack counts characters, not bytes."""

    def check(value: object, where: str) -> Problems:
        if not isinstance(value, str):
            yield problem("must provide a string", where)
        elif len(value) < shortest:
            yield problem(f"must be more than {shortest - 1} characters", where)
        elif len(value) > longest:
            yield problem(f"must be less than {longest + 1} characters", where)
        elif pattern and not re.fullmatch(pattern, value):
            yield problem("failed to match the pattern", where)

    return check


def integer(low: int, high: int) -> Check:
    """Accept a whole number from `low` to `high`."""

    def check(value: object, where: str) -> Problems:
        if not isinstance(value, int) or isinstance(value, bool):
            yield problem("must provide a number", where)
        elif not low <= value <= high:
            yield problem(f"must be from {low} to {high}", where)

    return check


def flag(value: object, where: str) -> Problems:
    """Accept true or false."""
    if not isinstance(value, bool):
        yield problem("must provide a boolean", where)


def one_of(*words: str) -> Check:
    """Accept one of the words."""

    def check(value: object, where: str) -> Problems:
        if value not in words:
            yield problem(f"must be one of {', '.join(words)}", where)

    return check


def items(each: Check, most: int, least: int = 1) -> Check:
    """Accept a list of so many items, each of which passes its own check."""

    def check(value: object, where: str) -> Problems:
        if not isinstance(value, list):
            yield problem("must be an array", where)
            return
        if len(value) < least:
            yield problem(f"no fewer than {least} items allowed", where)
        if len(value) > most:
            yield problem(f"no more than {most} items allowed", where)
        for index, item in enumerate(value):
            yield from each(item, f"{where}/{index}")

    return check


def fields(required: Fields, optional: Fields, also: Rule | None = None) -> Check:
    """
    Accept an object with these fields and no others.

    `also` sees the whole of one whose fields are all right by themselves.
    """
    known = {**required, **optional}

    def check(value: object, where: str) -> Problems:
        if not isinstance(value, dict):
            yield problem("must be an object", where)
            return
        missing = [name for name in required if value.get(name) is None]
        found = [problem(f"missing required field: {name}", where) for name in missing]
        for name, held in value.items():
            found += _field(known.get(name), name, held, where)
        yield from found
        if also is not None and not found:
            yield from also(value, where)

    return check


def _field(check: Check | None, name: str, held: object, where: str) -> Problems:
    if check is None:
        yield problem(f"invalid additional property: {name}", where)
    elif held is not None:
        yield from check(held, f"{where}/{name}")


def kinds(checks: Mapping[str, Check]) -> Check:
    """Accept an object whose `type` is one of these, and check it as that."""

    def check(value: object, where: str) -> Problems:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in checks:
            yield problem(f"unsupported type: {kind}", where)
        else:
            yield from checks[kind](value, where)

    return check


def kind(name: str, required: Fields, optional: Fields, also: Rule | None = None) -> Check:
    """Accept an object with `type: name` and these fields."""
    return fields({"type": one_of(name), **required}, optional, also)


def at_least_one(*names: str) -> Rule:
    """Ask an object for one of these fields at least."""

    def rule(value: Mapping[str, Any], where: str) -> Problems:
        if not any(value.get(name) for name in names):
            yield problem(f"missing required field: {' or '.join(names)}", where)

    return rule


def exactly_one(*names: str) -> Rule:
    """Ask an object for exactly one of these fields."""

    def rule(value: Mapping[str, Any], where: str) -> Problems:
        if sum(name in value for name in names) != 1:
            yield problem(f"must have exactly one of {', '.join(names)}", where)

    return rule
