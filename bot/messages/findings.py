"""The lines of a check-up: what is so, and how to mend it. In plain text, for a terminal."""

from collections.abc import Mapping

from bot.calls.failure import Failure, FailureKind
from bot.calls.finding import Finding, Health, Part
from bot.messages.failures import explain_failure
from bot.messages.words import Words

SIGNS: Mapping[Health, str] = {Health.GOOD: "ok  ", Health.LOOK: "look", Health.BAD: "BAD "}

SENTENCES: Mapping[tuple[Part, Health], str] = {
    (Part.SLACK_TOKEN, Health.GOOD): "Slack takes the bot's token: {bot} in {team}.",
    (Part.SLACK_TOKEN, Health.LOOK): "Slack could not be reached ({code}). Try again; if it stays "
    "so, look whether this machine may reach slack.com.",
    (Part.SLACK_TOKEN, Health.BAD): "Slack does not take SLACK_BOT_TOKEN ({code}). Copy the Bot "
    "User OAuth Token (xoxb-…) from the app's OAuth & Permissions again.",
    (Part.SLACK_SCOPES, Health.GOOD): "The token has the scopes that no call can do without.",
    (Part.SLACK_SCOPES, Health.LOOK): "Slack does not say which scopes the token has.",
    (Part.SLACK_SCOPES, Health.BAD): "The token lacks scopes: {missing}. Paste manifest.yml into "
    "the app's App Manifest again, then install the app again.",
    (Part.OPTIONAL_SCOPES, Health.LOOK): "The token lacks {scope}: {without}. manifest.yml asks "
    "for it.",
    (Part.SLACK_DOOR, Health.GOOD): "Slack's way to the bot: {way}.",
    (Part.SLACK_DOOR, Health.LOOK): "Slack could not be asked about SLACK_APP_TOKEN ({code}). Try "
    "again.",
    (Part.SLACK_DOOR, Health.BAD): "Slack does not take SLACK_APP_TOKEN ({code}). Create an "
    "App-Level Token (xapp-…) with the scope connections:write under Basic Information.",
    (Part.CLOCK, Health.GOOD): "This machine's clock agrees with Slack's.",
    (Part.CLOCK, Health.LOOK): "Slack does not say what time it is, so the clock is unknown.",
    (Part.CLOCK, Health.BAD): "This machine's clock is {seconds} s off. Slack's requests are "
    "refused and calls may ring at the wrong time: let it follow a time server (NTP).",
    (Part.CHANNEL, Health.GOOD): "The bot can write in {channel}.",
    (Part.CHANNEL, Health.LOOK): "Whether the bot can write in {channel} could not be found out "
    "({code}).",
    (Part.CHANNEL, Health.BAD): "The bot cannot write in {channel} ({code}). If that is the "
    "channel's ID (C…), type /invite @{bot} there; until then, cards of its calls come by direct "
    "message.",
    (Part.AGENT, Health.GOOD): "Zeeg would let the agent {agent} call: token, scope and agent are "
    "fine. Nobody was called.",
    (Part.AGENT, Health.LOOK): "Zeeg could not say whether the agent {agent} may call: "
    "{happened} {next_step}",
    (Part.AGENT, Health.BAD): "Zeeg does not let the agent {agent} call: {happened} {next_step}",
    (Part.DATABASE, Health.GOOD): "The database answers, and its tables are those of this "
    "program.",
    (Part.DATABASE, Health.LOOK): "The database is not ready: {error}. Starting the bot, or "
    "`python -m bot migrate`, makes or renews the tables.",
    (Part.DATABASE, Health.BAD): "The database does not work: {error}. Look whether it runs, "
    "and at DATABASE_URL and DATA_KEY.",
    (Part.WEBHOOK, Health.GOOD): "ZEEG_WEBHOOK_TOKEN is set: the bot listens on /zeeg/webhook. "
    "`python -m bot subscribe https://your.host/zeeg/webhook` tells Zeeg, if it does not know.",
    (Part.WEBHOOK, Health.LOOK): "ZEEG_WEBHOOK_TOKEN is not set: threads will not tell how calls "
    "end. Set it (`openssl rand -hex 24` makes one), then run `python -m bot subscribe "
    "https://your.host/zeeg/webhook`.",
}
"""By part and health. A test holds that what can be found has words."""


def line(finding: Finding, words: Words) -> str:
    """Say one finding in one line."""
    said = words.plain(SENTENCES[finding.part, finding.health], **finding.facts)
    return f"{SIGNS[finding.health]}  {said}"


PASSES = frozenset(
    {
        FailureKind.RATE_LIMITED,
        FailureKind.UNREACHABLE,
        FailureKind.SERVER_ERROR,
        FailureKind.NO_ANSWER,
        FailureKind.ANSWER_UNREADABLE,
    }
)
"""What may be otherwise in a minute, and says nothing of the settings."""


TO_MEND: Mapping[FailureKind, str] = {
    FailureKind.AGENT_NOT_ACTIVE: "Publish and enable it in Zeeg.",
    FailureKind.TOKEN_REJECTED: "Create one with the scope outbound-calls:write in Zeeg's "
    "developer settings, and set ZEEG_API_TOKEN to it.",
    FailureKind.SCOPE_MISSING: "Create one with the scope outbound-calls:write in Zeeg's "
    "developer settings, and set ZEEG_API_TOKEN to it.",
    FailureKind.AGENT_NOT_FOUND: "Copy the UUID from the agent's settings in Zeeg into "
    "ZEEG_AGENTS or ZEEG_AGENT_UUID.",
    FailureKind.UNREACHABLE: "Try again; if it stays so, look whether this machine may reach "
    "ZEEG_API_URL.",
}
"""What whoever sits before the terminal does: a thread's words send a colleague to them."""


def agent_finding(agent: str, failure: Failure | None, words: Words) -> Finding:
    """Put what Zeeg said to a call that it could not place into a finding."""
    if failure is None:
        return Finding(part=Part.AGENT, health=Health.GOOD, facts={"agent": agent})
    explained = explain_failure(failure, agent=agent, words=words)
    return Finding(
        part=Part.AGENT,
        health=Health.LOOK if failure.kind in PASSES else Health.BAD,
        facts={
            "agent": agent,
            "happened": explained.happened.replace("*", ""),
            "next_step": words.plain(TO_MEND.get(failure.kind, "Try again.")),
        },
    )
