"""Who may ask for calls, rule by rule."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.calls.permission import (
    GROUPS_GOOD_FOR,
    CallerRules,
    DailyCap,
    Rule,
    cap_of,
    refuse_caller,
)
from bot.calls.profile import Profile

NOW = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
CAPPED = CallerRules(daily_calls=5)
GROUPED = CallerRules(usergroups=frozenset({"S1", "S2"}))


def somebody(**changes: Any) -> Profile:
    values: dict[str, Any] = {"zone": "Europe/Berlin", "locale": None, "read_at": NOW, **changes}
    return Profile(team_id="T1", user_id="U1", **values)


RULES = [
    pytest.param(somebody(), CallerRules(), None, id="member"),
    pytest.param(somebody(is_guest=True), CallerRules(), Rule.MEMBERS_ONLY, id="guest"),
    pytest.param(
        somebody(is_guest=True, is_admin=True),
        CallerRules(admins=frozenset({"U1"})),
        Rule.MEMBERS_ONLY,
        id="guest among the admins",
    ),
    pytest.param(None, CallerRules(), Rule.UNKNOWN, id="nobody knows"),
    pytest.param(somebody(), CallerRules(channels=frozenset({"C1"})), None, id="channel"),
    pytest.param(
        somebody(), CallerRules(channels=frozenset({"C2"})), Rule.CHANNEL, id="other channel"
    ),
    pytest.param(
        None, CallerRules(channels=frozenset({"C2"})), Rule.CHANNEL, id="channel, whoever it is"
    ),
    pytest.param(somebody(usergroups=frozenset({"S2"})), GROUPED, None, id="one of the groups"),
    pytest.param(somebody(usergroups=frozenset()), GROUPED, Rule.USERGROUP, id="no group"),
    pytest.param(
        somebody(usergroups=frozenset({"S9"})), GROUPED, Rule.USERGROUP, id="group of before"
    ),
    pytest.param(somebody(usergroups=None), GROUPED, Rule.UNKNOWN, id="groups not known"),
    pytest.param(
        somebody(
            usergroups=frozenset({"S1"}), read_at=NOW - GROUPS_GOOD_FOR - timedelta(seconds=1)
        ),
        GROUPED,
        Rule.UNKNOWN,
        id="groups read too long ago",
    ),
]


@pytest.mark.parametrize(("profile", "rules", "rule"), RULES)
def test_names_the_rule(profile: Profile | None, rules: CallerRules, rule: Rule | None) -> None:
    barred = refuse_caller(profile, channel_id="C1", rules=rules, now=NOW)

    assert (barred.rule if barred is not None else None) == rule


@pytest.mark.parametrize(
    ("zone", "since"),
    [
        pytest.param(
            "Europe/Berlin", datetime(2026, 3, 2, 15, 30, tzinfo=UTC), id="Berlin, 00:30"
        ),
        pytest.param("America/New_York", datetime(2026, 3, 2, 5, tzinfo=UTC), id="New York"),
        pytest.param(None, datetime(2026, 3, 2, tzinfo=UTC), id="no zone"),
    ],
)
def test_counts_from_the_midnight_of_ones_own_day_and_eight_hours_at_least(
    zone: str | None, since: datetime
) -> None:
    assert cap_of(somebody(zone=zone), rules=CAPPED, now=NOW) == DailyCap(since=since, limit=5)


@pytest.mark.parametrize(
    ("is_admin", "admins", "capped"),
    [
        pytest.param(True, set(), False, id="workspace admin"),
        pytest.param(False, {"U1"}, False, id="listed"),
        pytest.param(True, {"U2"}, True, id="workspace admin, but others are listed"),
    ],
)
def test_admins_have_no_cap(*, is_admin: bool, admins: set[str], capped: bool) -> None:
    rules = CallerRules(daily_calls=5, admins=frozenset(admins))

    assert (cap_of(somebody(is_admin=is_admin), rules=rules, now=NOW) is not None) == capped
