"""What a person must say yes to before a call, and what stops one that was fine before."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls.block import Block
from bot.calls.calling_hours import CallingHours, concern_about_hours, next_allowed
from bot.calls.concerns import (
    CalledRecently,
    NewCountry,
    OpenCall,
    OutsideCallingHours,
    UnusualNumber,
    ZoneUnknown,
    digest,
    name_of,
)
from bot.calls.doubts import Reason
from bot.calls.failure import FailureKind
from bot.calls.history import History, PastCall
from bot.calls.phone_number import NumberKind
from bot.calls.review import Policy, may_be_slip, refuse, review, too_late
from bot.calls.status import Status
from tests.sample import BERLIN_NUMBER, NOW, REQUEST, SALES, call, scheduled

HOURS = CallingHours(opens=time(8), closes=time(21))

POLICY = Policy(
    calling_hours=HOURS,
    allowed_countries=frozenset(),
    undo=timedelta(seconds=5),
    stale=timedelta(minutes=5),
    hold_lead=None,
)

ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"]


def berlin(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin"))


def past(status: Status, *, ago: timedelta, agent_uuid: str = SALES.uuid) -> History:
    one = PastCall(
        call_id=7, requester_id="U_OMAR", agent_uuid=agent_uuid, status=status, at=NOW - ago
    )
    return History(calls=(one,))


@pytest.mark.parametrize(
    ("at", "is_usual"),
    [
        pytest.param(berlin(24, 7, 59), False, id="a minute before"),
        pytest.param(berlin(24, 8), True, id="when it opens"),
        pytest.param(berlin(24, 20, 59), True, id="the last minute"),
        pytest.param(berlin(24, 21), False, id="when it closes"),
    ],
)
def test_asks_outside_the_calling_hours_at_the_contacts_place(
    at: datetime, *, is_usual: bool
) -> None:
    concern = concern_about_hours(at, zones=("Europe/Berlin",), region="DE", hours=HOURS)

    assert (concern is None) == is_usual


def test_asks_unless_it_is_usual_in_every_zone_the_contact_may_live_in() -> None:
    at = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)

    concern = concern_about_hours(
        at, zones=("America/New_York", "America/Los_Angeles"), region="US", hours=HOURS
    )

    assert isinstance(concern, OutsideCallingHours)
    assert concern.zone == "America/Los_Angeles"
    assert concern.local_time.hour == 6
    assert concern.next_allowed == datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


def test_asks_when_nothing_is_known_of_the_contacts_zone() -> None:
    assert concern_about_hours(NOW, zones=(), region="001", hours=HOURS) == ZoneUnknown()


def test_offers_no_time_where_no_hour_suits_all_zones() -> None:
    opposite = ("Pacific/Auckland", "Europe/Berlin", "America/Los_Angeles")

    mornings = CallingHours(opens=time(8), closes=time(11))

    assert next_allowed(NOW, zones=opposite, region="US", hours=mornings) is None


@given(
    at=st.datetimes(
        min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - the zone is given beside it
        max_value=datetime(2028, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    zones=st.lists(st.sampled_from(ZONES), min_size=1, max_size=3),
)
def test_the_next_usual_time_is_later_and_usual(at: datetime, zones: list[str]) -> None:
    offered = next_allowed(at, zones=zones, region="DE", hours=HOURS)

    if offered is not None:
        assert offered > at
        assert concern_about_hours(offered, zones=zones, region="DE", hours=HOURS) is None


def test_asks_about_no_hour_when_the_team_switched_that_off() -> None:
    at_night = scheduled(berlin(24, 3))

    assert review(at_night, history=History(), policy=POLICY, now=NOW) != ()
    assert (
        review(at_night, history=History(), policy=replace(POLICY, calling_hours=None), now=NOW)
        == ()
    )


OPEN_STATUSES = [Status.RECORDED, Status.ANNOUNCED, Status.SENDING, Status.PENDING]


@pytest.mark.parametrize("status", [*OPEN_STATUSES, Status.UNCERTAIN])
def test_asks_about_a_call_by_the_same_agent_that_is_not_over(status: Status) -> None:
    history = past(status, ago=timedelta(hours=23))

    (concern,) = review(REQUEST, history=history, policy=POLICY, now=NOW)

    assert isinstance(concern, OpenCall)
    assert (concern.call_id, concern.requester_id) == (7, "U_OMAR")


@pytest.mark.parametrize("status", [Status.PENDING, Status.UNCERTAIN])
def test_asks_nothing_about_a_call_whose_end_was_never_heard_of(status: Status) -> None:
    history = past(status, ago=timedelta(hours=25))

    assert review(REQUEST, history=history, policy=POLICY, now=NOW) == ()


@pytest.mark.parametrize(
    ("status", "ago", "is_asked"),
    [
        pytest.param(Status.COMPLETED, timedelta(hours=23), True, id="yesterday"),
        pytest.param(Status.COMPLETED, timedelta(hours=25), False, id="longer ago"),
        pytest.param(Status.FAILED, timedelta(hours=1), True, id="rang in vain"),
        pytest.param(Status.CANCELLED, timedelta(hours=1), False, id="was undone"),
        pytest.param(Status.REFUSED, timedelta(hours=1), False, id="was refused"),
        pytest.param(Status.EXPIRED, timedelta(hours=1), False, id="was never sent"),
    ],
)
def test_asks_about_a_number_that_was_rung_within_a_day(
    status: Status, ago: timedelta, *, is_asked: bool
) -> None:
    concerns = review(REQUEST, history=past(status, ago=ago), policy=POLICY, now=NOW)

    assert any(isinstance(concern, CalledRecently) for concern in concerns) == is_asked


def test_asks_about_another_agents_open_call_to_the_number() -> None:
    history = past(Status.PENDING, ago=timedelta(hours=1), agent_uuid="another")

    (concern,) = review(REQUEST, history=history, policy=POLICY, now=NOW)

    assert isinstance(concern, OpenCall)
    assert not concern.by_same_agent


def test_asks_about_every_call_that_may_still_ring_as_they_are_due() -> None:
    anothers = past(Status.PENDING, ago=timedelta(hours=1), agent_uuid="another").calls
    own = replace(past(Status.PENDING, ago=timedelta(hours=2)).calls[0], call_id=6)

    concerns = review(REQUEST, history=History(calls=(*anothers, own)), policy=POLICY, now=NOW)

    assert [isinstance(concern, OpenCall) for concern in concerns] == [True, True]
    assert name_of(concerns[0]) == "open_call:6"


@pytest.mark.parametrize("status", [Status.PENDING, Status.ANNOUNCED])
def test_asks_about_a_call_that_is_scheduled_for_later(status: Status) -> None:
    (concern,) = review(
        REQUEST, history=past(status, ago=-timedelta(days=3)), policy=POLICY, now=NOW
    )

    assert isinstance(concern, OpenCall)
    assert concern.at == NOW + timedelta(days=3)


def test_refuses_a_blocked_number_whatever_its_kind() -> None:
    block = Block(
        masked="+49 30 ••••5001", reason="asked for it", blocked_by="U_OMAR", blocked_at=NOW
    )

    refused = refuse(BERLIN_NUMBER, policy=POLICY, history=History(block=block))

    assert refused is not None
    assert refused.reason is Reason.NUMBER_BLOCKED


def test_sends_nothing_to_a_number_that_was_blocked_meanwhile() -> None:
    failure = too_late(call(Status.ANNOUNCED), policy=POLICY, now=NOW, is_blocked=True)

    assert failure is not None
    assert failure.kind is FailureKind.NUMBER_BLOCKED


def test_asks_about_the_first_call_to_a_country() -> None:
    concerns = review(REQUEST, history=History(is_new_country=True), policy=POLICY, now=NOW)

    assert concerns == (NewCountry(region="DE"),)


@pytest.mark.parametrize(
    ("asks", "allowed", "home", "zone", "is_slip"),
    [
        pytest.param(True, "", None, "UTC", True, id="asked"),
        pytest.param(True, "", "FR", "Europe/Paris", True, id="from abroad"),
        pytest.param(True, "", "DE", "Europe/Paris", False, id="their numbers are from there"),
        pytest.param(True, "", "FR", "Europe/Berlin", False, id="they live there"),
        pytest.param(True, "DE", "FR", "Europe/Paris", False, id="on the team's list"),
        pytest.param(False, "", "FR", "Europe/Paris", False, id="not asked"),
    ],
)
def test_looks_up_a_country_only_where_it_may_be_a_slip(
    allowed: str, home: str | None, zone: str, *, asks: bool, is_slip: bool
) -> None:
    countries = frozenset(allowed.split())
    policy = replace(POLICY, asks_new_countries=asks, allowed_countries=countries)

    assert may_be_slip(BERLIN_NUMBER, policy=policy, home=home, zone=zone) == is_slip


def test_asks_about_freephone_numbers() -> None:
    phone = replace(BERLIN_NUMBER, kind=NumberKind.TOLL_FREE)

    concerns = review(replace(REQUEST, phone=phone), history=History(), policy=POLICY, now=NOW)

    assert concerns == (UnusualNumber(),)


@pytest.mark.parametrize(
    "kind",
    [
        NumberKind.PREMIUM_RATE,
        NumberKind.SHARED_COST,
        NumberKind.PERSONAL_NUMBER,
        NumberKind.PAGER,
        NumberKind.VOICEMAIL,
        NumberKind.UNKNOWN,
    ],
)
def test_refuses_numbers_that_are_no_persons_telephone(kind: NumberKind) -> None:
    refused = refuse(replace(BERLIN_NUMBER, kind=kind), policy=POLICY, history=History())

    assert refused is not None
    assert refused.reason is Reason.NUMBER_KIND_REFUSED


def test_refuses_satellite_numbers() -> None:
    phone = replace(BERLIN_NUMBER, region="001", kind=NumberKind.MOBILE)

    assert refuse(phone, policy=POLICY, history=History()) is not None


def test_refuses_countries_that_are_not_on_the_list() -> None:
    only_france = replace(POLICY, allowed_countries=frozenset({"FR"}))

    refused = refuse(BERLIN_NUMBER, policy=only_france, history=History())

    assert refused is not None
    assert refused.reason is Reason.NUMBER_COUNTRY_REFUSED
    both = replace(POLICY, allowed_countries=frozenset({"FR", "DE"}))
    assert refuse(BERLIN_NUMBER, policy=both, history=History()) is None


def test_sends_nothing_after_its_time() -> None:
    recorded = call(Status.ANNOUNCED)
    latest = recorded.new.not_after

    assert too_late(recorded, policy=POLICY, now=latest, is_blocked=False) is None
    failure = too_late(
        recorded, policy=POLICY, now=latest + timedelta(seconds=1), is_blocked=False
    )
    assert failure is not None
    assert failure.kind is FailureKind.TOO_LATE


def test_sends_nothing_that_a_rule_refuses_meanwhile() -> None:
    only_france = replace(POLICY, allowed_countries=frozenset({"FR"}))

    failure = too_late(call(Status.ANNOUNCED), policy=only_france, now=NOW, is_blocked=False)

    assert failure is not None
    assert failure.kind is FailureKind.NUMBER_NOT_ALLOWED


def test_sends_nothing_when_it_has_become_too_late_in_the_day_unless_somebody_said_yes() -> None:
    asked_late = call(Status.ANNOUNCED)
    at_night = berlin(23, 21, 1)
    waits = replace(asked_late, new=replace(asked_late.new, not_after=at_night))

    failure = too_late(waits, policy=POLICY, now=at_night, is_blocked=False)
    assert failure is not None
    assert failure.kind is FailureKind.OUTSIDE_HOURS

    said_yes = replace(waits.new, confirmed=("outside_hours:Europe/Berlin",))
    assert (
        too_late(replace(waits, new=said_yes), policy=POLICY, now=at_night, is_blocked=False)
        is None
    )


def test_a_yes_counts_for_the_number_the_time_the_agent_and_the_warnings_it_was_given_for() -> (
    None
):
    night = OutsideCallingHours(zone="Europe/Berlin", local_time=NOW, next_allowed=None)
    given_for = digest(REQUEST, [night])
    other_number = replace(REQUEST, phone=replace(BERLIN_NUMBER, e164="+493023125002"))
    other_agent = replace(REQUEST, agent=replace(SALES, uuid="another"))

    assert digest(REQUEST, [night]) == given_for
    assert digest(other_number, [night]) != given_for
    assert digest(scheduled(berlin(24, 22)), [night]) != given_for
    assert digest(other_agent, [night]) != given_for
    assert digest(REQUEST, [night, ZoneUnknown()]) != given_for
