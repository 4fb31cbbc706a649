"""Measures the bot beside bare floors, in one run, on this machine only."""
