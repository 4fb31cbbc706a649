"""Reads times: what people type for one future point in time."""

from bot.parsing.times.finding import find_times
from bot.parsing.times.reading import ParsedTime, TimeReading, parse_time, read_time

__all__ = ["ParsedTime", "TimeReading", "find_times", "parse_time", "read_time"]
