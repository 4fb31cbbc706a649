"""Links in messages: only what surely leads to where it says, whoever wrote it."""

from urllib.parse import urlsplit

from bot.messages.words import Mrkdwn

LONGEST_URL = 1000


def host_of(url: str) -> str | None:
    """
    Give the host, and port if named, of a plain https address in ASCII; None for any other.

    A stranger chose it: no password that looks like a host, no sign that Slack reads as markup.
    """
    if len(url) > LONGEST_URL or not url.isascii() or not url.isprintable():
        return None
    if any(sign in url for sign in ' <>|"\\^`{}'):
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme != "https" or not host or "." not in host or "@" in parts.netloc:
        return None
    return parts.netloc


def linked(url: str, label: Mrkdwn) -> Mrkdwn:
    """Make a link of an address that has a host."""
    return Mrkdwn(f"<{url.replace('&', '&amp;')}|{label}>")
