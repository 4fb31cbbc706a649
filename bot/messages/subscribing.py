"""What `subscribe` answers in a terminal. In plain text."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.calls.failure import Failure, FailureKind
from bot.messages.words import Words

PATH = "/zeeg/webhook"

CLOSED = (
    "ZEEG_WEBHOOK_TOKEN is not set, so the bot would turn Zeeg away. Set it (`openssl rand -hex "
    "24` makes one), start the bot with it, and try again."
)
NO_ADDRESS = (
    "Give the bot's own address, like https://your.host/zeeg/webhook: https, and reachable from "
    "the internet."
)
CREATED = "Zeeg tells {address} how calls end (webhook {webhook_uuid})."
ARRIVED = "Its test delivery arrived."
UNTRIED = "Zeeg did not say whether its test delivery arrived."
LOST = (
    "Its test delivery did not arrive. Zeeg forgets an address that answers 404 or whose "
    "host is not found: look whether the bot runs there with this ZEEG_WEBHOOK_TOKEN."
)
SAID = "Zeeg said: “{detail}”."
BY_HAND = (
    "The dashboard is the other way: add the address and the token under Webhooks in Zeeg's "
    "settings, for the event ai_agent.call_completed."
)
UNKNOWN = "Nobody knows whether it was created: look under Webhooks in Zeeg's dashboard first."


def callback_address(where: str) -> str | None:
    """Read the bot's own address, None if Zeeg could not reach it; the path may be left out."""
    try:
        parts = urlsplit(where.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    says_more = parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme != "https" or not host or says_more or not where.isascii():
        return None
    path = parts.path.rstrip("/")
    return f"https://{parts.netloc}{path or PATH}"


def subscribed(
    address: str, *, webhook_uuid: str, delivered: bool | None, detail: str, words: Words
) -> Sequence[str]:
    """Say that it was created, and whether its test delivery arrived."""
    created = words.plain(CREATED, address=address, webhook_uuid=webhook_uuid)
    if delivered is None:
        return (created, words.plain(UNTRIED))
    if delivered:
        return (created, words.plain(ARRIVED))
    return (created, words.plain(LOST), *([words.plain(SAID, detail=detail)] if detail else []))


def not_subscribed(failure: Failure, *, may_be: bool, words: Words) -> Sequence[str]:
    """Say why it was not created, or that nobody knows, and what to do."""
    lines = [words.plain(_why(failure.kind), code=failure.code or "?")]
    if failure.detail:
        lines.append(words.plain(SAID, detail=failure.detail))
    if may_be:
        lines.append(words.plain(UNKNOWN))
    return (*lines, words.plain(BY_HAND))


def _why(kind: FailureKind) -> str:
    match kind:
        case FailureKind.TOKEN_REJECTED:
            return "Zeeg does not take ZEEG_API_TOKEN."
        case FailureKind.SCOPE_MISSING:
            return "ZEEG_API_TOKEN may not create webhooks: it needs the scope webhooks:write."
        case FailureKind.UNREACHABLE:
            return "Zeeg could not be reached. Try again."
        case FailureKind.RATE_LIMITED:
            return "Zeeg has too many requests at the moment. Try again in a minute."
        case _:
            return "Zeeg did not create the webhook ({code})."
