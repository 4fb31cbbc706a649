"""The settings: read once from the environment's variables, and every mistake named at once."""

from bot.settings.reading import read_settings
from bot.settings.values import Settings, ShareResults

__all__ = ["Settings", "ShareResults", "read_settings"]
