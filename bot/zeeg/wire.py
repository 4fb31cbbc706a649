"""Zeeg's JSON, both ways: the only place that writes camelCase."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.calls.clock_change import comes_twice
from bot.calls.request import CallRequest
from bot.calls.status import Status
from bot.ports import Placed

FIELDS: Mapping[str, str] = {
    "phoneNumber": "phone_number",
    "email": "email",
    "fullName": "full_name",
    "additionalData": "additional_data",
    "scheduledTime": "scheduled_time",
}
"""Zeeg's names of the fields of a call, and ours."""

STATUSES: Mapping[str, Status] = {
    "pending": Status.PENDING,
    "completed": Status.COMPLETED,
    "failed": Status.FAILED,
}

NO_CALL: Mapping[str, str] = {
    "phoneNumber": "not-a-number",
    "email": "nobody@example.com",
    "fullName": "Nobody",
}
"""A call that Zeeg cannot place, whoever reads it: no telephone has such a number."""

CALL_COMPLETED = "ai_agent.call_completed"
LONGEST_ID = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """
    A webhook that Zeeg keeps for us. `delivered` tells whether its test delivery arrived, None if
    Zeeg did not say; `detail` is what went wrong with it, in Zeeg's words.
    """

    webhook_uuid: str
    delivered: bool | None
    detail: str = ""


def outbound_call_body(request: CallRequest, zone: tzinfo) -> dict[str, str]:
    """
    Write a request as Zeeg reads it, its time in the zone in which Zeeg is said to read it.

    Raises ValueError if Zeeg's format cannot tell the time for certain.
    """
    body = {
        "phoneNumber": request.phone.e164,
        "email": _whole(request.email),
        "fullName": _whole(request.full_name),
    }
    if request.additional_data and request.additional_data.strip():
        body["additionalData"] = _whole(request.additional_data)
    if request.scheduled_time is not None:
        body["scheduledTime"] = scheduled_time(request.scheduled_time, zone)
    return body


def scheduled_time(at: datetime, zone: tzinfo) -> str:
    """
    Write a time as `YYYY-MM-DD HH:mm:ss` on the wall clock of `zone`.

    Raises ValueError in the hour that a change to winter time repeats: the format has no offset,
    so Zeeg might call an hour early or late.
    """
    try:
        local = at.astimezone(zone)
    except OverflowError as error:
        raise ValueError(f"{at:%Y} is out of reach") from error
    if comes_twice(at, zone):
        raise ValueError(f"{local:%H:%M} comes twice on {local:%Y-%m-%d} in {zone}")
    return f"{local:%Y-%m-%d %H:%M:%S}"


def placed_call(body: object) -> Placed | None:
    """
    Read Zeeg's answer to a call it took, None if it names no call or says that it failed to.

    A status word that nobody documented counts as pending: Zeeg has the call.
    """
    if not isinstance(body, dict) or body.get("success") is False or body.get("error"):
        return None
    zeeg_id = _id(body.get("id"))
    if zeeg_id is None:
        return None
    word = body.get("status")
    known = STATUSES.get(word.strip().lower()) if isinstance(word, str) else None
    return Placed(zeeg_id=zeeg_id, status=known or Status.PENDING)


def subscription_body(*, callback_url: str, token: str, scope: str) -> dict[str, object]:
    """Write a subscription to the outcomes of calls; `scope` is `user` or `organization`."""
    return {
        "callbackUrl": callback_url,
        "events": [CALL_COMPLETED],
        "scope": scope,
        "token": token,
    }


def subscription(body: object) -> Subscription | None:
    """Read Zeeg's answer to a subscription, None if it names none."""
    if not isinstance(body, dict) or body.get("success") is False:
        return None
    resource, test = body.get("resource"), body.get("testResult")
    webhook_uuid = _id(resource.get("uuid")) if isinstance(resource, dict) else None
    if webhook_uuid is None:
        return None
    test = test if isinstance(test, dict) else {}
    delivered, error = test.get("delivered"), test.get("error")
    return Subscription(
        webhook_uuid=webhook_uuid,
        delivered=delivered if isinstance(delivered, bool) else None,
        detail=error if isinstance(error, str) else "",
    )


def _id(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = str(value).strip()
    is_sane = 0 < len(text) <= LONGEST_ID and text.isascii() and text.isprintable()
    return text if is_sane else None


def _whole(text: str) -> str:
    # Half of a surrogate pair, which Slack's JSON can carry, has no UTF-8.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
