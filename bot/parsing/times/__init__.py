"""Reads times: what people type for one future point in time."""

from bot.parsing.times.beginnings import Beginning, find_beginning
from bot.parsing.times.counting import counts_word_at
from bot.parsing.times.finding import find_times
from bot.parsing.times.reading import ParsedTime, TimeReading, parse_time, read_time

__all__ = [
    "Beginning",
    "ParsedTime",
    "TimeReading",
    "counts_word_at",
    "find_beginning",
    "find_times",
    "parse_time",
    "read_time",
]
