"""What an answer of Zeeg's means: may somebody be ringing?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.calls.failure import Failure, FailureKind
from bot.errors import (
    CallRefusedError,
    CallUncertainError,
    ZeegError,
    ZeegUnavailableError,
)
from bot.ports import Placed
from bot.zeeg.complaints import Complaint, complaints, read_json
from bot.zeeg.patience import seconds_to_wait
from bot.zeeg.wire import placed_call

UNKNOWN_FATE = frozenset({408, 409, 425})
"""4xx that do not say whether an earlier part of the request was acted upon."""

INACTIVE = re.compile(r"\bagent\b.*\b(?:not (?:active|enabled|published)|inactive|disabled)\b")
LONGEST_DETAIL = 300

KINDS: Mapping[int, FailureKind] = {
    401: FailureKind.TOKEN_REJECTED,
    403: FailureKind.SCOPE_MISSING,
    404: FailureKind.AGENT_NOT_FOUND,
}

KIND_OF_FIELD: Mapping[str, FailureKind] = {
    "phone_number": FailureKind.NUMBER_REFUSED,
    "scheduled_time": FailureKind.TIME_REFUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back. `headers` are read by their lower-case names; `body` may be cut short."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def placed(answer: Answer) -> Placed:
    """Read the call out of an answer, or raise what the answer means. The status decides."""
    if 200 <= answer.status < 300:
        call = placed_call(read_json(answer.body))
        if call is not None:
            return call
    raise error_for(answer)


def error_for(answer: Answer) -> ZeegError:
    """Name what an answer without a call means."""
    status = answer.status
    said = complaints(answer.body)
    if status == 429:
        failure = _failure(FailureKind.RATE_LIMITED, status, said)
        return ZeegUnavailableError(failure, seconds=seconds_to_wait(answer.headers))
    if 500 <= status < 600 or status in UNKNOWN_FATE:
        return CallUncertainError(_failure(FailureKind.SERVER_ERROR, status, said))
    if 400 <= status < 500:
        return CallRefusedError(_refusal(status, said))
    return CallUncertainError(_failure(FailureKind.ANSWER_UNREADABLE, status, said))


def _refusal(status: int, said: Sequence[Complaint]) -> Failure:
    if status == 422:
        return _field_refusal(said)
    if status == 400 and any(INACTIVE.search(complaint.words) for complaint in said):
        return _failure(FailureKind.AGENT_NOT_ACTIVE, status, said)
    return _failure(KINDS.get(status, FailureKind.REQUEST_REFUSED), status, said)


def _field_refusal(said: Sequence[Complaint]) -> Failure:
    # What Zeeg files under a field's name outweighs what its sentences seem to be about.
    fields = [complaint.field for complaint in said if complaint.field]
    fields = fields or [complaint.subject for complaint in said if complaint.subject]
    for field, kind in KIND_OF_FIELD.items():
        if field in fields:
            return _failure(kind, 422, said, field)
    return _failure(FailureKind.FIELD_REFUSED, 422, said, fields[0] if fields else "")


def _said_of(said: Sequence[Complaint], field: str) -> str:
    return _short(complaint.text for complaint in said if complaint.field == field)


def _short(texts: Iterable[str]) -> str:
    detail = " ".join(dict.fromkeys(texts))
    cut = len(detail) > LONGEST_DETAIL
    return detail[: LONGEST_DETAIL - 1] + "…" if cut else detail


def _failure(
    kind: FailureKind, status: int, said: Sequence[Complaint], field: str = ""
) -> Failure:
    detail = _said_of(said, field) if field else ""
    others = dict.fromkeys(complaint.field for complaint in said if complaint.field)
    also = {other: _said_of(said, other) for other in others if detail and other != field}
    foreign = _short(complaint.text for complaint in said if complaint.is_named)
    if detail and foreign:
        also[""] = foreign
    detail = detail or _short(complaint.text for complaint in said)
    return Failure(kind=kind, detail=detail, field=field, also=also, code=str(status))
