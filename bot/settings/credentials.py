"""Tokens, keys and the database's address: what each must look like, and what it is taken for."""

import re

from bot.settings.variables import MalformedError, token_starting_with, word

SCHEMES = ("sqlite:///", "postgres://", "postgresql://", "postgresql+psycopg://")

MISPLACED = "holds a token of Slack's: it belongs into SLACK_BOT_TOKEN or SLACK_APP_TOKEN"

slack_bot_token = token_starting_with(
    "xoxb-",
    hints={
        "xapp-": "holds the app-level token: it belongs into SLACK_APP_TOKEN",
        "xoxp-": "holds a user's token: copy the Bot User OAuth Token (xoxb-…)",
        "xoxe": "holds a token that rotates: switch token rotation off and install the app again",
    },
)
slack_app_token = token_starting_with(
    "xapp-",
    hints={"xoxb-": "holds the bot's token: copy an App-Level Token (xapp-…)"},
)
not_slacks_token = token_starting_with("", hints={"xox": MISPLACED, "xapp-": MISPLACED})


def zeeg_token(text: str) -> str:
    """Read Zeeg's token, which has no prefix of its own."""
    if text.lower().startswith("bearer"):
        raise MalformedError("must hold the token alone, without the word Bearer")
    return not_slacks_token(text)


def webhook_token(text: str) -> str:
    """Read the secret that Zeeg sends back, within Zeeg's bounds."""
    if not 8 <= len(word(text)) <= 1000:
        raise MalformedError("must have 8 to 1000 signs")
    return text


def data_key(text: str) -> str:
    """Read a key that is too long to be guessed."""
    if len(text) < 16:
        raise MalformedError("must have 16 signs or more: `openssl rand -hex 32` makes a good one")
    return text


def database_url(text: str) -> str:
    """Read the address of a database that keeps what it is given."""
    if not text.startswith(SCHEMES):
        raise MalformedError("must start with sqlite:///, postgres:// or postgresql://")
    if text.startswith("sqlite:") and re.fullmatch(r"(:memory:)?(\?.*)?", text[10:]):
        raise MalformedError("must name a file, like sqlite:///zeegcall.db: memory keeps no call")
    return text
