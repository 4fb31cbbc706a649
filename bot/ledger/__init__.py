"""The ledger: what survives a crash. Only this room speaks SQL."""

from bot.ledger.ledger import SqlLedger, carry_on, open_ledger

__all__ = ["SqlLedger", "carry_on", "open_ledger"]
