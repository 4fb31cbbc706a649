"""Views and the triggers that open them, as Slack's own client sees them."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.clock import MovableClock
from bot.playground.playground import Playground
from tests.playground.blocks import modal, plain, section, typed
from tests.playground.refusals import refusal


class TestTriggers:
    async def test_opens_one_view_only(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        trigger_id = playground.workspace.issue_trigger("U_JANE")

        await slack.views_open(trigger_id=trigger_id, view=modal(section()))

        again = slack.views_open(trigger_id=trigger_id, view=modal(section()))
        assert await refusal(again) == "exchanged_trigger_id"

    async def test_lives_three_seconds(
        self, slack: AsyncWebClient, playground: Playground, clock: MovableClock
    ) -> None:
        trigger_id = playground.workspace.issue_trigger("U_JANE")
        clock.move(3.1)
        late = slack.views_open(trigger_id=trigger_id, view=modal(section()))
        assert await refusal(late) == "expired_trigger_id"

    async def test_cannot_be_made_up(self, slack: AsyncWebClient) -> None:
        made_up = slack.views_open(trigger_id="1.2.3", view=modal(section()))
        assert await refusal(made_up) == "invalid_trigger_id"


class TestViews:
    async def test_three_can_lie_on_top_of_each_other(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        def trigger() -> str:
            return playground.workspace.issue_trigger("U_JANE")

        first = await slack.views_open(trigger_id=trigger(), view=modal(section()))
        second = await slack.views_push(trigger_id=trigger(), view=modal(section()))
        await slack.views_push(trigger_id=trigger(), view=modal(section()))

        fourth = slack.views_push(trigger_id=trigger(), view=modal(section()))
        assert await refusal(fourth) == "push_limit_reached"
        assert second["view"]["previous_view_id"] == first["view"]["id"]
        assert second["view"]["root_view_id"] == first["view"]["id"]

    async def test_an_update_keeps_what_was_typed_where_the_ids_stay(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        jane = playground.person("U_JANE")
        trigger_id = playground.workspace.issue_trigger("U_JANE")
        form = modal(typed(), typed() | {"block_id": "second"})
        opened = await slack.views_open(trigger_id=trigger_id, view=form)
        jane.fill({"field": "Alex", "second": "lost"})

        changed = modal(typed(initial_value="ignored"), typed() | {"block_id": "third"})
        await slack.views_update(view_id=opened["view"]["id"], view=changed)

        assert jane.modal is not None
        assert jane.modal.values["field"]["typed"]["value"] == "Alex"
        assert jane.modal.values["third"]["typed"]["value"] is None
        assert "second" not in jane.modal.values

    async def test_a_stale_hash_is_refused(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        trigger_id = playground.workspace.issue_trigger("U_JANE")
        opened = await slack.views_open(trigger_id=trigger_id, view=modal(section()))
        view_id, seen = opened["view"]["id"], opened["view"]["hash"]
        await slack.views_update(view_id=view_id, view=modal(section()), hash=seen)

        stale = slack.views_update(view_id=view_id, view=modal(section()), hash=seen)
        assert await refusal(stale) == "hash_conflict"
        gone = slack.views_update(view_id="V_GONE", view=modal(section()))
        assert await refusal(gone) == "not_found"

    async def test_a_bad_view_is_refused_with_reasons(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        trigger_id = playground.workspace.issue_trigger("U_JANE")
        with pytest.raises(SlackApiError) as refused:
            await slack.views_open(trigger_id=trigger_id, view=modal(typed(), submit=None))
        assert refused.value.response["error"] == "invalid_arguments"
        assert refused.value.response["response_metadata"]["messages"] == [
            "[ERROR] missing required field: submit [json-pointer:]"
        ]

    async def test_a_home_tab_is_published_and_replaced(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        jane = playground.person("U_JANE")
        for words in ("one", "two"):
            block = section(text=plain(words))
            await slack.views_publish(user_id="U_JANE", view={"type": "home", "blocks": [block]})
        assert jane.home is not None
        assert jane.home.blocks[0]["text"]["text"] == "two"

    async def test_nothing_can_be_pushed_on_nothing(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        trigger_id = playground.workspace.issue_trigger("U_JANE")
        push = slack.views_push(trigger_id=trigger_id, view=modal(section()))
        assert await refusal(push) == "not_found"

    async def test_an_external_id_names_one_view(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        named = modal(section(), external_id="form-7")
        for user_id in ("U_JANE", "U_OMAR"):
            trigger_id = playground.workspace.issue_trigger(user_id)
            opening = slack.views_open(trigger_id=trigger_id, view=named)
            if user_id == "U_JANE":
                await opening
            else:
                assert await refusal(opening) == "duplicate_external_id"
        changed = {**named, "title": plain("Changed")}
        answer = await slack.views_update(external_id="form-7", view=changed)
        assert answer["view"]["title"]["text"] == "Changed"

    async def test_a_view_has_a_largest_size(
        self, slack: AsyncWebClient, playground: Playground
    ) -> None:
        blocks = [section(text=plain("x" * 3000)) for _ in range(90)]
        trigger_id = playground.workspace.issue_trigger("U_JANE")
        large = slack.views_open(trigger_id=trigger_id, view=modal(*blocks))
        assert await refusal(large) == "view_too_large"
