"""The whole way through processes and sockets, before a Slack that nobody here wrote."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.playground.faults import held_until
from tests.local_slack.conftest import Office
from tests.local_slack.emulator import JANE

ALEX = "Alex Mueller +49 30 23125001 alex.mueller@example.com"
PAT = "Pat Lee +49 30 23125002 pat.lee@example.com"


async def test_a_form_is_corrected_and_a_clear_line_needs_none(office: Office) -> None:
    slack = office.slack
    day = datetime.now(UTC).date() + timedelta(days=3)
    at = datetime(day.year, day.month, day.day, 14, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    async with office.bot():
        await slack.type("/zeegcall Alex Mueller follow up on the demo")
        form = await slack.until(lambda: slack.form)
        assert form.holds("who") == "Alex Mueller"
        assert form.holds("what") == "follow up on the demo"
        await office.knows_jane()

        await slack.submit(phone="12", email="alex at example")
        errors = await slack.until(lambda: form.errors)
        assert len(errors) == 2
        assert "12" in form.error_at("phone")
        assert "alex at example" in form.error_at("email")
        assert office.posts == []

        await slack.submit(phone="+49 30 23125001", email="alex.mueller@example.com")
        card, _ = await slack.told("is pending")
        assert "Alex Mueller* (+49 30 ••••5001) now" in card["text"]
        assert slack.form is None

        await slack.type(f"/zeegcall {PAT} {day} 14:30 follow up")
        card, told = await slack.told("is scheduled")
        assert "Pat Lee* (+49 30 ••••5002) for" in card["text"]
        assert "14:30 (Berlin time)" in told
        assert slack.form is None

    assert office.posts == [
        {
            "phoneNumber": "+493023125001",
            "email": "alex.mueller@example.com",
            "fullName": "Alex Mueller",
            "additionalData": "follow up on the demo",
        },
        {
            "phoneNumber": "+493023125002",
            "email": "pat.lee@example.com",
            "fullName": "Pat Lee",
            "additionalData": "follow up",
            "scheduledTime": f"{at.astimezone(UTC):%F %T}",
        },
    ]
    assert not [word for word in office.log.split() if "2312500" in word or "example" in word]
    assert not [name for name in ("Mueller", "Pat Lee", "Traceback", ".py:") if name in office.log]


async def test_a_call_under_way_survives_being_told_to_stop(office: Office) -> None:
    slack, zeeg_answers = office.slack, asyncio.Event()
    office.playground.faults.next("outbound-calls", held_until(zeeg_answers))
    async with office.bot() as bot:
        await slack.type(f"/zeegcall {ALEX} follow up on the demo")
        await office.playground.until(lambda: office.posts)
        await bot.told_to_stop()
        zeeg_answers.set()
        assert await bot.ended() == 0

    async with office.bot():
        card, _ = await slack.told("is pending")

    assert f"<@{JANE}> asked for a call to *Alex Mueller*" in card["text"]
    assert len(office.posts) == 1
    assert len(slack.cards) == 1


async def test_home_shows_a_call_and_follows_it(office: Office) -> None:
    slack = office.slack
    async with office.bot():
        await slack.open_home()
        await slack.until(lambda: "Type one line" in slack.home or None)

        await slack.type(f"/zeegcall {ALEX}")

        await slack.told("is pending")
        await slack.until(lambda: "Pending: Zeeg has it" in slack.home or None)
        assert "#1 *Alex Mueller* (+49 30 ••••5001)" in slack.home
