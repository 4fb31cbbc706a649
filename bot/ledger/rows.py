"""Rows of the tables, to and from the nouns."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import RowMapping

from bot.calls.call import Call, Card, NewCall
from bot.calls.draft import Draft, DraftState, FormField, Surface
from bot.calls.erasing import erased_request
from bot.calls.failure import Failure, FailureKind
from bot.calls.phone_number import NumberKind, PhoneNumber
from bot.calls.preferences import locale_in
from bot.calls.profile import Profile
from bot.calls.request import Agent, CallRequest
from bot.calls.status import Outcome, Status
from bot.ledger.result_rows import read_result

Values = dict[str, Any]


def draft_values(draft: Draft) -> Values:
    """Write a draft as columns."""
    return {
        "id": draft.draft_id,
        "key": draft.key,
        "team_id": draft.team_id,
        "channel_id": draft.channel_id,
        "user_id": draft.user_id,
        "surface": draft.surface.value,
        "fields": field_values(draft.fields),
        "thread_ts": draft.thread_ts,
        "source_link": draft.source_link,
        "response_url": draft.response_url,
        "asked": draft.asked,
        "retry_of": draft.retry_of,
        "replaces": draft.replaces,
        "state": draft.state.value,
        "created_at": draft.created_at,
        "written_at": draft.written_at,
    }


def field_values(fields: Mapping[FormField, str]) -> dict[str, str]:
    """Write what was typed as JSON."""
    return {field.value: words for field, words in fields.items()}


def read_draft(row: RowMapping) -> Draft:
    """Read a draft."""
    return Draft(
        draft_id=row["id"],
        key=row["key"],
        team_id=row["team_id"],
        channel_id=row["channel_id"],
        user_id=row["user_id"],
        surface=Surface(row["surface"]),
        fields={FormField(field): words for field, words in row["fields"].items()},
        thread_ts=row["thread_ts"],
        source_link=row["source_link"],
        response_url=row["response_url"],
        asked=row["asked"],
        retry_of=row["retry_of"],
        replaces=row["replaces"],
        state=DraftState(row["state"]),
        created_at=row["created_at"],
        written_at=row["written_at"],
    )


def profile_values(profile: Profile) -> Values:
    """Write a profile as columns."""
    return {
        "team_id": profile.team_id,
        "user_id": profile.user_id,
        "zone": profile.zone,
        "locale": profile.locale,
        "is_guest": profile.is_guest,
        "is_admin": profile.is_admin,
        "read_at": profile.read_at,
        "usergroups": None if profile.usergroups is None else sorted(profile.usergroups),
    }


def read_profile(row: RowMapping) -> Profile:
    """Read a profile, with the language that the person prefers."""
    values = dict(row)
    groups, language = values.pop("usergroups"), values.pop("language")
    slacks = values["locale"]
    values["locale"] = locale_in(language, slacks)
    values["slack_locale"] = slacks if values["locale"] != slacks else None
    return Profile(**values, usergroups=None if groups is None else frozenset(groups))


def call_values(new: NewCall) -> Values:
    """Write what was asked for as columns; status, hash and reference are the ledger's."""
    request = new.request
    return {
        "key": new.key,
        "team_id": new.team_id,
        "requester_id": new.requester_id,
        "requester_zone": new.requester_zone,
        "requester_locale": new.requester_locale,
        "channel_id": new.channel_id,
        "thread_ts": new.thread_ts,
        "source_link": new.source_link,
        "response_url": new.response_url,
        "surface": new.surface.value,
        "phone_number": request.phone.e164,
        "region": request.phone.region,
        "phone_facts": {
            "region": request.phone.region,
            "kind": request.phone.kind.value,
            "zones": list(request.phone.zones),
        },
        "email": request.email,
        "full_name": request.full_name,
        "additional_data": request.additional_data,
        "scheduled_time": request.scheduled_time,
        "agent_uuid": request.agent.uuid,
        "agent_name": request.agent.name,
        "requested_at": new.requested_at,
        "send_after": new.send_after,
        "not_after": new.not_after,
        "confirmed": list(new.confirmed),
        "retry_of": new.retry_of,
        "is_veiled": new.is_veiled,
    }


def begun_call(call_id: int, reference: str, new: NewCall) -> Call:
    """Give a call as it stands when it has just been recorded."""
    return Call(
        call_id=call_id,
        reference=reference,
        new=replace(new, replacing=None),
        status=Status.RECORDED,
        attempts=0,
        send_at=None,
        card=None,
        zeeg_id=None,
        failure=None,
        outcome=None,
        ended_at=None,
    )


def read_call(row: RowMapping) -> Call:
    """Read a call."""
    return Call(
        call_id=row["id"],
        reference=row["reference"],
        new=_read_new(row),
        status=Status(row["status"]),
        attempts=row["attempts"],
        send_at=row["send_at"],
        card=_read_card(row),
        zeeg_id=row["zeeg_id"],
        failure=_read_failure(row["failure"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        ended_at=row["ended_at"],
        result=read_result(row["outcome_facts"]),
        is_overdue=row["overdue_at"] is not None,
        is_erased=row["erased_at"] is not None,
    )


def failure_values(failure: Failure | None) -> dict[str, Any] | None:
    """Write a failure as JSON."""
    if failure is None:
        return None
    return {
        "kind": failure.kind.value,
        "detail": failure.detail,
        "field": failure.field,
        "also": dict(failure.also),
        "code": failure.code,
    }


def _read_failure(values: Mapping[str, Any] | None) -> Failure | None:
    if values is None:
        return None
    return Failure(
        kind=FailureKind(values["kind"]),
        detail=values["detail"],
        field=values["field"],
        also=values.get("also", {}),  # there is none in rows of before it was kept
        code=values["code"],
    )


def _read_card(row: RowMapping) -> Card | None:
    if row["card_ts"] is None:
        return None
    return Card(channel_id=row["card_channel_id"], ts=row["card_ts"])


def _read_new(row: RowMapping) -> NewCall:
    return NewCall(
        key=row["key"],
        team_id=row["team_id"],
        requester_id=row["requester_id"],
        channel_id=row["channel_id"],
        thread_ts=row["thread_ts"],
        source_link=row["source_link"],
        response_url=row["response_url"],
        surface=Surface(row["surface"]),
        request=_read_request(row),
        requester_zone=row["requester_zone"],
        requester_locale=row["requester_locale"],
        requested_at=row["requested_at"],
        send_after=row["send_after"],
        not_after=row["not_after"],
        confirmed=tuple(row["confirmed"]),
        retry_of=row["retry_of"],
        is_veiled=row["is_veiled"],
    )


def _read_request(row: RowMapping) -> CallRequest:
    agent = Agent(name=row["agent_name"], uuid=row["agent_uuid"])
    if row["erased_at"] is not None:
        return erased_request(agent=agent, scheduled_time=row["scheduled_time"])
    facts = row["phone_facts"]
    return CallRequest(
        phone=PhoneNumber(
            e164=row["phone_number"],
            region=facts["region"],
            kind=NumberKind(facts["kind"]),
            zones=tuple(facts["zones"]),
        ),
        email=row["email"],
        full_name=row["full_name"],
        additional_data=row["additional_data"],
        scheduled_time=row["scheduled_time"],
        agent=agent,
    )
