"""The ledger: what survives a crash. Only this room speaks SQL."""

from bot.ledger.ledger import SqlLedger, open_ledger

__all__ = ["SqlLedger", "open_ledger"]
