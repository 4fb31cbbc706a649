"""What came of a call, out of an event whose keys are only partly documented."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from bot.calls.result import Booking, Result, Turn
from bot.zeeg import loose
from bot.zeeg.loose import Json

LONGEST_CALL = 7 * 86400
"""Seconds. No call takes longer."""

MOST_COLLECTED, MOST_TURNS, MOST_DEEDS = 200, 10_000, 50

ANALYSES = ("conversationAnalysis", "analysis", "callAnalysis")
SUMMARIES = ("summary", "callSummary", "conversationSummary", "shortSummary", "overview")
COLLECTED = ("collectedData", "dataCollected", "extractedData", "collected", "variables", "data")
TRANSCRIPTS = ("transcript", "messages", "turns")
SPEAKERS = ("role", "speaker", "sender", "from", "participant", "author")
WORDS = ("message", "text", "content", "words", "utterance")
DEEDS = ("title", "name", "label", "type", "action", "kind", "tool")


def result(event: Json) -> Result:
    """Read all of a result that is there."""
    analysis = _first_part(event, ANALYSES)
    return Result(
        started_at=loose.moment(event, "startedAt", "startTime", "started_at"),
        seconds=loose.whole_number(
            event, "durationSeconds", "duration", "callDuration", most=LONGEST_CALL
        ),
        summary=_summary(event, analysis),
        collected=tuple(islice(_collected(event, analysis), MOST_COLLECTED)),
        turns=tuple(islice(_turns(event), MOST_TURNS)),
        deeds=tuple(islice(_deeds(event.get("actions")), MOST_DEEDS)),
        booking=_booking(event.get("booking")),
    )


def _first_part(holder: Json, names: tuple[str, ...]) -> Json:
    return next((found for name in names if (found := loose.part(holder.get(name)))), {})


def _summary(event: Json, analysis: Json) -> str:
    found = loose.text(analysis, *SUMMARIES, longest=loose.LONGEST_TEXT)
    found = found or loose.text(event, *SUMMARIES, longest=loose.LONGEST_TEXT)
    # An analysis may be its summary and nothing else.
    return found or loose.text(event, *ANALYSES, longest=loose.LONGEST_TEXT)


def _collected(event: Json, analysis: Json) -> Iterator[tuple[str, str]]:
    """Give what was collected; without a key that says so, all of the analysis but its summary."""
    holder: object = None
    for name in COLLECTED:
        holder = holder or analysis.get(name) or (event.get(name) if name != "data" else None)
    if not holder:
        holder = {name: held for name, held in analysis.items() if name not in SUMMARIES}
    found = _named(holder) if isinstance(holder, list) else loose.phrases(holder)
    return ((readable(name), said) for name, said in found if said)


def _named(rows: list[object]) -> Iterator[tuple[str, str]]:
    """Read a list of names and values, as well as one of plain words."""
    for row in rows:
        name = loose.text(loose.part(row), "name", "key", "label", "field", "question")
        said = loose.text(
            loose.part(row), "value", "answer", "text", "result", longest=loose.LONGEST_TEXT
        )
        if name and said:
            yield name, said
        else:
            yield from loose.phrases(row)


def _turns(event: Json) -> Iterator[Turn]:
    found = next((event[name] for name in TRANSCRIPTS if event.get(name)), None)
    if isinstance(found, str):
        found = [found]
    if isinstance(found, Mapping):
        found = next((found[name] for name in TRANSCRIPTS if found.get(name)), None)
    for row in loose.parts(found):
        said = loose.words(row, loose.LONGEST_TEXT)
        turn = loose.part(row)
        said = said or loose.text(turn, *WORDS, longest=loose.LONGEST_TEXT)
        if said:
            yield Turn(speaker=loose.text(turn, *SPEAKERS, longest=50), words=said)


def _deeds(actions: object) -> Iterator[str]:
    for action in loose.parts(actions):
        deed = loose.words(action) or loose.text(loose.part(action), *DEEDS)
        if deed:
            yield readable(deed)


def _booking(value: object) -> Booking | None:
    held = loose.part(value)
    location = loose.part(held.get("location"))
    booking = Booking(
        title=loose.text(held, "title", "name", "eventName"),
        starts_at=loose.moment(held, "startTime", "startsAt", "start"),
        ends_at=loose.moment(held, "endTime", "endsAt", "end"),
        status=readable(loose.text(held, "status", longest=50)),
        place=loose.text(location, "type", "name") or loose.text(held, "location"),
        join_url=loose.text(location, "joinUrl", "url", "link", longest=2000)
        or loose.text(held, "joinUrl", longest=2000),
    )
    return None if booking == Booking() else booking


def readable(name: str) -> str:
    """Write a name of a program's as words: `teamSize` and `team_size` are "team size"."""
    if " " in name.strip():
        return name.strip()
    spaced = re.sub(r"(?<=[a-z0-9])[A-Z]", lambda found: f" {found[0].lower()}", name)
    return spaced.replace("_", " ").strip()
