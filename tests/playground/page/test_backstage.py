"""Behind the scenes: what Zeeg answers, how calls end, the clock, and Slack's wire."""

import httpx
import pytest

from bot.playground.cast import AGENTS, SALES
from bot.playground.page.backstage import Backstage
from bot.playground.zeeg_moods import DOWN, MOODS, USUAL
from tests.playground.page.visitor import Visitor

STATUSES = {
    USUAL: 201, "400": 400, "401": 401, "403": 403, "404": 404, "422-phone": 422, "422-time": 422,
    "429": 429, "500": 500, "503-page": 503,
}  # fmt: skip
ALEX = {"phoneNumber": "+4915112345678", "email": "alex@example.com", "fullName": "Alex Mueller"}


async def ring(backstage: Backstage, **more: str) -> int:
    """Ask the stand-in for a call, and give the status; 0 if no answer came."""
    (token,) = backstage.playground.zeeg.tokens
    url = f"{backstage.playground.zeeg_api_url}/agents/{AGENTS['Sales']}/outbound-calls"
    async with httpx.AsyncClient(trust_env=False) as client:
        try:
            headers = {"Authorization": f"Bearer {token}"}
            return (await client.post(url, json={**ALEX, **more}, headers=headers)).status_code
        except httpx.TransportError:
            return 0


@pytest.mark.parametrize("mood", sorted(STATUSES))
async def test_zeeg_answers_once_as_was_chosen(
    jane: Visitor, backstage: Backstage, mood: str
) -> None:
    await jane.do("answer-next", mood=mood, keeps=False)

    assert await ring(backstage) == STATUSES[mood]
    assert await ring(backstage) == 201
    assert (await jane.sees())["backstage"]["mood"] == USUAL


async def test_zeeg_goes_on_as_was_chosen(jane: Visitor, backstage: Backstage) -> None:
    await jane.do("answer-next", mood="500", keeps=True)

    assert [await ring(backstage) for _ in range(3)] == [500, 500, 500]
    assert (await jane.sees())["backstage"]["mood"] == "500"


@pytest.mark.parametrize(("mood", "calls"), [("lost-before", 0), ("lost-after", 1)])
async def test_connections_are_lost_before_or_after_the_call_was_taken(
    jane: Visitor, backstage: Backstage, mood: str, calls: int
) -> None:
    await jane.do("answer-next", mood=mood, keeps=False)

    assert await ring(backstage) == 0
    assert len(backstage.playground.zeeg.calls) == calls
    (post,) = (await jane.sees())["backstage"]["posts"]
    assert (post["is_over"], post["status"]) == (True, 0)


async def test_zeeg_is_away_until_something_else_is_chosen(
    jane: Visitor, backstage: Backstage
) -> None:
    await jane.do("answer-next", mood=DOWN, keeps=False)
    assert await ring(backstage) == 0
    assert backstage.playground.zeeg.posts == []

    await jane.do("answer-next", mood=USUAL, keeps=False)
    assert await ring(backstage) == 201


async def test_every_mood_can_be_chosen_on_the_page(jane: Visitor) -> None:
    moods = (await jane.sees())["backstage"]["moods"]

    assert [each["name"] for each in moods] == list(MOODS)
    assert all(each["title"] for each in moods)


async def test_a_post_is_shown_as_it_came_without_its_token(
    jane: Visitor, backstage: Backstage
) -> None:
    (token,) = backstage.playground.zeeg.tokens
    await ring(backstage, additionalData="wants <b>a demo</b>")

    seen = await jane.sees()
    (post,) = seen["backstage"]["posts"]
    assert post["body"] == {**ALEX, "additionalData": "wants <b>a demo</b>"}
    assert post["has_token"]
    assert post["answer"]["status"] == "pending"
    assert token not in str(seen)


async def test_time_passes_until_a_call_is_over_when_it_is_ended(
    jane: Visitor, backstage: Backstage
) -> None:
    before = backstage.clock()
    await ring(backstage)

    await jane.do("end-call", call=42, outcome="busy")

    assert backstage.playground.zeeg.calls[0].ends == 1
    assert backstage.clock() >= before + 95


async def test_calls_end_by_themselves_once_they_are_over(
    jane: Visitor, backstage: Backstage
) -> None:
    backstage.clock.hold()
    await ring(backstage)
    await jane.do("end-by-itself", seconds=20, outcome="voicemail")
    assert backstage.playground.zeeg.calls[0].ends == 0

    await jane.do("clock", move=20)

    await jane.until(lambda seen: seen["backstage"]["posts"][0]["call"]["ends"])
    await jane.do("end-by-itself", seconds=None, outcome="voicemail")
    assert (await jane.sees())["backstage"]["ends_by_itself"] is None


async def test_the_clock_is_held_moved_and_let_go(jane: Visitor, backstage: Backstage) -> None:
    await jane.do("clock", held=True)
    held = backstage.clock()
    assert backstage.clock() == held

    await jane.do("clock", move=3600)
    assert backstage.clock() == held + 3600
    assert backstage.clock.now().timestamp() == pytest.approx(held + 3600, abs=0.001)

    await jane.do("clock", held=False)
    assert held + 3600 <= backstage.clock() < held + 3700
    assert (await jane.sees())["backstage"]["clock"]["held_at"] is None


async def test_time_never_runs_back(jane: Visitor, backstage: Backstage) -> None:
    before = backstage.clock()

    await jane.do("clock", move=-3600)

    assert backstage.clock() >= before


@pytest.mark.parametrize("failure", ["operation_timeout", "dispatch_failed"])
async def test_one_command_fails_as_slack_shows_it(jane: Visitor, failure: str) -> None:
    await jane.do("fail-next", failure=failure)
    assert (await jane.sees())["backstage"]["delivery_failure"] == failure

    await jane.do("command", channel=SALES, text="/zeegcall help")
    await jane.do("command", channel=SALES, text="/zeegcall help")

    seen = await jane.sees()
    assert seen["notices"] == [f"/zeegcall failed with the error “{failure}”"]
    assert seen["backstage"]["delivery_failure"] == ""


async def test_a_webhook_that_is_not_there_is_not_subscribed(
    jane: Visitor, backstage: Backstage
) -> None:
    await backstage.subscribe(f"{jane.url}/zeeg/webhook", "a-token-of-some-length")

    webhook = (await jane.sees())["backstage"]["webhook"]
    assert webhook["url"].endswith("/zeeg/webhook")
    assert [each["status"] for each in webhook["deliveries"]] == [403]
