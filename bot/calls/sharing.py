"""How much of a call's result others than its requester see."""

from enum import StrEnum


class ShareResults(StrEnum):
    """What of a call's result its thread shows to everybody in the channel."""

    SUMMARY = "summary"
    ALL = "all"
    REQUESTER = "requester"
