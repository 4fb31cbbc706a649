"""What the preview and the result of a list say of one row."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.calls.bulk import BulkRow
from bot.calls.doubts import Doubt, Field
from bot.calls.draft import FormField
from bot.messages.blocks import clip
from bot.messages.bulk_words import ROW_SAYS, WARNINGS, WRITE_IT_OUT
from bot.messages.doubts import explain_doubt
from bot.messages.times import in_zone
from bot.messages.words import Mrkdwn, Words, escape, one_line


def called_line(row: BulkRow, zone: str, agents: Mapping[str, str], words: Words) -> Mrkdwn:
    """Say whom a row calls, and when."""
    agent = agents.get(row.fields.get(FormField.AGENT, ""), "")
    facts = [
        escape(clip(row.fields.get(FormField.FULL_NAME, ""), 80)),
        escape(row.fields.get(FormField.PHONE_NUMBER, "")),
        escape(_when(row, zone, words)),
        *([escape(clip(agent, 40))] if agent else []),
    ]
    return Mrkdwn(f"{row.number}. {' · '.join(facts)}")


def _when(row: BulkRow, zone: str, words: Words) -> str:
    epoch = row.fields.get(FormField.WHEN_PICKED, "")
    if not epoch.isdecimal():
        return words.plain("now")
    return in_zone(datetime.fromtimestamp(int(epoch), UTC), zone, words)


def unusual_line(row: BulkRow, zone: str, agents: Mapping[str, str], words: Words) -> Mrkdwn:
    """Say what is unusual about a row, and what it says itself against calling, or now."""
    called = called_line(row, zone, agents, words)
    return Mrkdwn(f"{called}: {escape(_warnings(row, words))}")


def _warnings(row: BulkRow, words: Words) -> str:
    kinds = dict.fromkeys(warning.partition(":")[0] for warning in row.warnings)
    said = [
        words.plain(ROW_SAYS[doubt.reason], read=clip(one_line(doubt.read), 60))
        for doubt in row.doubts
        if doubt.reason in ROW_SAYS
    ]
    return ", ".join([*said, *(words.plain(WARNINGS[kind]) for kind in kinds if kind in WARNINGS)])


def wrong_line(row: BulkRow, zone: str, words: Words) -> Mrkdwn:
    """Say why a row is left out."""
    name = clip(one_line(row.fields.get(FormField.FULL_NAME, "")), 80)
    told = f"{name}: {reason_of(row, words, zone)}" if name else reason_of(row, words, zone)
    return Mrkdwn(f"{row.number}. {escape(told)}")


def reason_of(row: BulkRow, words: Words, zone: str) -> str:
    """Say why a row was left out or dropped."""
    kind, _, about = row.why.partition(":")
    if kind == "repeated":
        return words.plain("The same number stands in row {row} already.", row=about)
    if kind in WARNINGS:
        return words.plain(WARNINGS[kind])
    return " ".join(explain_in_list(doubt, zone=zone, words=words) for doubt in row.doubts)


def explain_in_list(doubt: Doubt, *, zone: str, words: Words) -> str:
    """Say what is unclear, and how it is said for certain: a list proposes nothing."""
    said = explain_doubt(doubt, zone=zone, words=words)
    if doubt.field is not Field.SCHEDULED_TIME or not doubt.options:
        return said
    return f"{said} {words.plain(WRITE_IT_OUT)}"
