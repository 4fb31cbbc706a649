"""The settings: read once from the environment's variables, and every mistake named at once."""

from bot.calls.sharing import ShareResults
from bot.settings.reading import read_database, read_settings
from bot.settings.values import Settings

__all__ = ["Settings", "ShareResults", "read_database", "read_settings"]
