"""Why a call was not placed, or why nobody knows whether it was."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FailureKind(StrEnum):
    """One for each thing that can go wrong between us and the contact's telephone."""

    AGENT_NOT_ACTIVE = "agent_not_active"  # 400
    REQUEST_REFUSED = "request_refused"  # 400 and other 4xx that say something else
    TOKEN_REJECTED = "token_rejected"  # 401  # noqa: S105 - a kind of failure, no secret
    SCOPE_MISSING = "scope_missing"  # 403
    AGENT_NOT_FOUND = "agent_not_found"  # 404
    NUMBER_REFUSED = "number_refused"  # 422 phoneNumber
    TIME_REFUSED = "time_refused"  # 422 scheduledTime
    FIELD_REFUSED = "field_refused"  # 422, another field
    RATE_LIMITED = "rate_limited"  # 429: surely not accepted
    UNREACHABLE = "unreachable"  # no connection: surely not sent
    SERVER_ERROR = "server_error"  # 5xx: unknown whether it rings
    NO_ANSWER = "no_answer"  # sent, then silence or a broken connection: unknown
    ANSWER_UNREADABLE = "answer_unreadable"  # 2xx or 3xx whose body says nothing: unknown
    STOPPED = "stopped"  # the bot stopped while it was sending: unknown

    TIME_TWICE = "time_twice"  # Zeeg's format cannot tell this time for certain: it was not asked
    CARD_REFUSED = "card_refused"  # Slack let the bot post nowhere: no card, no call
    CARD_BROKEN = "card_broken"  # a mistake of ours: its card cannot be put into words
    TOO_LATE = "too_late"  # `not_after` had passed
    OUTSIDE_HOURS = "outside_hours"  # it had become too late in the day, or too early
    NUMBER_BLOCKED = "number_blocked"  # put on the do-not-call list meanwhile
    NUMBER_NOT_ALLOWED = "number_not_allowed"  # a rule that was changed meanwhile refuses it


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """
    What went wrong. `detail` is the other side's own sentence (a stranger's text), `field` the
    field of the request that it is about, `also` what was said of other fields, and `code` the
    HTTP status or Slack's error name.
    """

    kind: FailureKind
    detail: str = ""
    field: str = ""
    also: Mapping[str, str] = dataclasses.field(default_factory=dict)
    code: str = ""
