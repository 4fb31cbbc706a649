"""What goes out to Zeeg, to the letter, and what comes back of a call that it took."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls.failure import Failure, FailureKind
from bot.calls.request import CallRequest
from bot.calls.status import Status
from bot.errors import CallRefusedError
from bot.ports import Placed
from bot.zeeg.wire import placed_call, scheduled_time
from tests.zeeg.telephones import AGENT_UUID, Recorder, a_request, zeeg_that

BERLIN = ZoneInfo("Europe/Berlin")


async def sent(request: CallRequest, *, zone: tzinfo = UTC) -> httpx.Request:
    zeeg = Recorder()
    await zeeg_that(zeeg, zone=zone).create_outbound_call(request)
    (only,) = zeeg.requests
    return only


async def test_posts_to_the_agents_outbound_calls() -> None:
    request = await sent(a_request())

    assert request.method == "POST"
    assert str(request.url) == f"https://api.zeeg.me/v2/agents/{AGENT_UUID}/outbound-calls"


async def test_sends_the_documented_headers() -> None:
    request = await sent(a_request())

    assert request.headers["authorization"] == "Bearer secret-token"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["accept"] == "application/json"


async def test_sends_only_what_there_is() -> None:
    request = await sent(a_request())

    assert json.loads(request.content) == {
        "phoneNumber": "+4915112345678",
        "email": "ada@example.com",
        "fullName": "Ada Lovelace",
    }


async def test_sends_context_and_time_if_there_are_some() -> None:
    at = datetime(2026, 4, 10, 14, 30, tzinfo=BERLIN)

    request = await sent(a_request(additional_data="asks for a demo — café", scheduled_time=at))

    body = json.loads(request.content)
    assert body["additionalData"] == "asks for a demo — café"
    assert body["scheduledTime"] == "2026-04-10 12:30:00"
    assert len(body) == 5


@pytest.mark.parametrize("nothing", [None, "", " \n "])
async def test_leaves_empty_context_out(nothing: str | None) -> None:
    request = await sent(a_request(additional_data=nothing))

    assert "additionalData" not in json.loads(request.content)


async def test_an_agent_id_stays_one_part_of_the_path() -> None:
    request = await sent(a_request(agent_uuid="../../webhooks?x=1"))

    assert request.url.raw_path == b"/v2/agents/..%2F..%2Fwebhooks%3Fx%3D1/outbound-calls"


async def test_half_a_surrogate_pair_does_not_stop_a_call() -> None:
    request = await sent(a_request(full_name="Ada \ud83d", additional_data="\ud83d\ude00 hi"))

    body = json.loads(request.content)
    assert body["fullName"] == "Ada \ufffd"
    assert body["additionalData"] == "😀 hi"


TIMES = [
    pytest.param(
        datetime(2026, 4, 10, 12, 30, tzinfo=UTC), "UTC", "2026-04-10 12:30:00", id="UTC"
    ),
    pytest.param(
        datetime(2026, 4, 10, 12, 30, tzinfo=UTC),
        "Europe/Berlin",
        "2026-04-10 14:30:00",
        id="summer",
    ),
    pytest.param(
        datetime(2026, 1, 10, 23, 30, tzinfo=UTC),
        "Europe/Berlin",
        "2026-01-11 00:30:00",
        id="winter, the next day",
    ),
    pytest.param(
        datetime(2026, 1, 10, 9, 0, 7, 999_999, tzinfo=timezone(timedelta(hours=-5))),
        "Asia/Kathmandu",
        "2026-01-10 19:45:07",
        id="fractions of a second are dropped",
    ),
]


@pytest.mark.parametrize(("at", "zone", "written"), TIMES)
def test_writes_times_on_the_wall_clock_of_zeegs_zone(
    at: datetime, zone: str, written: str
) -> None:
    assert scheduled_time(at, ZoneInfo(zone)) == written


@pytest.mark.parametrize("hour", [0, 1])
async def test_an_hour_that_comes_twice_in_zeegs_zone_is_never_sent(hour: int) -> None:
    at = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
    zeeg = Recorder()

    with pytest.raises(CallRefusedError) as caught:
        await zeeg_that(zeeg, zone=BERLIN).create_outbound_call(a_request(scheduled_time=at))

    assert zeeg.requests == []
    assert caught.value.failure == Failure(kind=FailureKind.TIME_TWICE)


async def test_a_time_at_the_end_of_the_calendar_is_refused() -> None:
    at = datetime.max.replace(tzinfo=UTC)

    with pytest.raises(CallRefusedError):
        await sent(a_request(scheduled_time=at), zone=BERLIN)


@given(
    at=st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1), timezones=st.timezones()),  # noqa: DTZ001 - the strategy adds the zone
    zone=st.sampled_from([UTC, BERLIN, ZoneInfo("America/St_Johns"), ZoneInfo("Asia/Kathmandu")]),
)
def test_every_time_it_writes_reads_back_as_the_same_second(at: datetime, zone: tzinfo) -> None:
    with suppress(ValueError):
        written = scheduled_time(at, zone)
        read = datetime.strptime(written, "%Y-%m-%d %H:%M:%S").replace(tzinfo=zone)
        assert read.timestamp() == at.replace(microsecond=0).timestamp()


ANSWERS = [
    pytest.param({"id": 42, "status": "pending"}, "42", Status.PENDING, id="pending"),
    pytest.param({"id": "c_9", "status": "completed"}, "c_9", Status.COMPLETED, id="completed"),
    pytest.param({"id": 42, "status": "Failed"}, "42", Status.FAILED, id="failed, in capitals"),
    pytest.param({"id": 42, "status": "ringing"}, "42", Status.PENDING, id="unknown status"),
    pytest.param({"id": 42, "status": None}, "42", Status.PENDING, id="no status"),
    pytest.param({"id": 42, "status": ["failed"]}, "42", Status.PENDING, id="odd status"),
    pytest.param({"id": 42}, "42", Status.PENDING, id="id alone"),
    pytest.param({"id": 42, "error": None, "success": True}, "42", Status.PENDING, id="no error"),
]


@pytest.mark.parametrize(("body", "zeeg_id", "status"), ANSWERS)
def test_reads_the_call_that_zeeg_took(body: object, zeeg_id: str, status: Status) -> None:
    assert placed_call(body) == Placed(zeeg_id=zeeg_id, status=status)


NO_CALLS = [
    pytest.param(None, id="nothing"),
    pytest.param([], id="list"),
    pytest.param("42", id="text"),
    pytest.param({}, id="empty object"),
    pytest.param({"id": None}, id="null"),
    pytest.param({"id": True}, id="boolean"),
    pytest.param({"id": 4.2}, id="fraction"),
    pytest.param({"id": " "}, id="blank"),
    pytest.param({"id": "4\x002"}, id="control sign"),
    pytest.param({"id": "x" * 101}, id="endless"),
    pytest.param({"id": [42]}, id="list of ids"),
    pytest.param({"id": 42, "success": False}, id="says that it failed"),
    pytest.param({"id": 42, "error": "Server busy"}, id="carries an error"),
    pytest.param({"resource": {"id": 42}}, id="wrapped"),
]


@pytest.mark.parametrize("body", NO_CALLS)
def test_anything_else_names_no_call(body: object) -> None:
    assert placed_call(body) is None
