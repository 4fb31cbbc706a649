"""Writes down what somebody asked for as a call that the ledger can keep."""

from collections.abc import Sequence

from bot.calls.call import NewCall
from bot.calls.concerns import Concern, name_of
from bot.calls.draft import Draft
from bot.calls.replacing import replacing_of
from bot.calls.request import CallRequest
from bot.calls.review import Policy
from bot.use_cases.reader import Reader


def new_call(
    draft: Draft,
    request: CallRequest,
    reader: Reader,
    *,
    key: str,
    concerns: Sequence[Concern],
    policy: Policy,
    retry_of: int | None,
) -> NewCall:
    """
    Make a draft's request a call: `key` names the click, `concerns` are what was said yes to,
    and `retry_of` is the call that it repeats.
    """
    now, due, hold = reader.now, request.scheduled_time, policy.hold_lead
    return NewCall(
        key=key,
        team_id=draft.team_id,
        requester_id=draft.user_id,
        channel_id=draft.channel_id,
        thread_ts=draft.thread_ts,
        source_link=draft.source_link,
        response_url=draft.response_url,
        surface=draft.surface,
        request=request,
        requester_zone=reader.zone,
        requester_locale=reader.locale,
        requested_at=now,
        send_after=max(now, due - hold) if due is not None and hold is not None else now,
        not_after=due if due is not None else now + policy.stale,
        confirmed=tuple(name_of(concern) for concern in concerns),
        retry_of=retry_of,
        replacing=replacing_of(draft),
    )
