"""All that the bot says, rendered in one language, for the tests of what holds of all of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.calls.block import Block, BlockList, TakenOff
from bot.calls.bulk import BY_RULE, STOOD_STILL, BulkRow, Job, JobState, RowState, Tally
from bot.calls.call import Call
from bot.calls.concerns import (
    CalledRecently,
    NewCountry,
    OpenCall,
    OutsideCallingHours,
    TimeLeftOut,
    UnusualDay,
    UnusualNumber,
    ZoneUnknown,
)
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, FormField, Surface
from bot.calls.failure import Failure, FailureKind
from bot.calls.form import SHOWN_AT, Form
from bot.calls.listing import Listing
from bot.calls.preferences import NONE
from bot.calls.result import Booking, Result, Turn
from bot.calls.say import TAKEN, WORD, Topic
from bot.calls.settings_form import SettingsForm
from bot.calls.sharing import ShareResults
from bot.calls.status import Outcome, Status
from bot.messages.blocks import Rendered
from bot.messages.bulk import offer_preview, progress_card, result_refused, shown_nowhere
from bot.messages.bulk_words import PROBLEMS, ROW_SAYS, WARNINGS
from bot.messages.cards import card
from bot.messages.contacts import which_contact
from bot.messages.details import Seen, details_pages
from bot.messages.do_not_call import blocked_numbers
from bot.messages.home import home_of_guest, home_view
from bot.messages.lists import listed
from bot.messages.replies import reply
from bot.messages.usage import configured_agents, did_you_mean, everything, usage, usage_for_guests
from bot.messages.welcome import welcome
from bot.messages.words import Words
from bot.parsing import countries
from bot.slack.bulk_views import bulk_view, preview_view, problem_view
from bot.slack.modal import form_view, words_view
from bot.slack.settings_view import settings_view
from tests.sample import NOW, SALES, call, scheduled

SUPPORT = replace(SALES, name="Support", uuid="7d3c1c1e-0000-4000-8000-000000000002")
LATER = scheduled(NOW + timedelta(hours=3))
RESULT = Result(
    started_at=NOW,
    seconds=95,
    summary="Wants a demo.",
    booking=Booking(title="Demo", starts_at=NOW, join_url="https://zoom.example/j/1"),
    deeds=("booking created",),
    collected=(("size", "40"),),
    turns=(Turn(speaker="agent", words="Hello"),),
)


def calls() -> Iterator[Call]:
    """Give a call at each place where one can stand."""
    for status in Status:
        yield call(status)
        yield call(status, request=LATER)
        yield call(
            status,
            failure=Failure(kind=FailureKind.NUMBER_REFUSED, detail="no", also={"email": "bad"}),
        )
    for outcome in Outcome:
        yield replace(call(Status.COMPLETED, outcome=outcome), result=RESULT)


def messages(words: Words) -> Iterator[Rendered]:
    """Render every message that somebody reads."""
    for each in calls():
        yield card(each, words=words, now=NOW)
        for topic in Topic:
            for share in ShareResults:
                facts = {"by": "U_OMAR", "share": share.value, "again_now": "U_JANE"}
                yield reply(topic, each, facts=facts, words=words, now=NOW)
        yield reply(Topic.CANCELLED, each, facts={TAKEN: "7"}, words=words, now=NOW)
        yield reply(Topic.PENDING, each, facts={WORD: Status.FAILED}, words=words, now=NOW)
    some = tuple(calls())
    for of_all in (True, False):
        for listing in (
            Listing(upcoming=(), recent=()),
            Listing(upcoming=(), recent=(), were_erased=True),
            Listing(upcoming=some[:3], recent=some[3:6], more_upcoming=True, more_recent=True),
        ):
            yield listed(listing, words=words, now=NOW, of_all=of_all)
            over = replace(listing, upcoming=(), more_upcoming=False)
            yield listed(over, words=words, now=NOW, of_all=of_all, to_cancel=True)
    block = Block(masked="+49", reason="rude", blocked_by="U_JANE", blocked_at=NOW)
    off = TakenOff(block=block, unblocked_by="U_OMAR", unblocked_at=NOW)
    for blocks in (BlockList(), BlockList(newest=[block], has_more=True, taken_off=[off])):
        yield blocked_numbers(blocks, words)
    yield from (usage(words), usage_for_guests(words), welcome(words))
    yield from _bulk(words)
    yield which_contact([call(), call()], draft_id="d-1", words=words)
    yield which_contact([call()] * 11, draft_id="d-1", words=words)
    yield did_you_mean("list", draft_id="d1", words=words)
    yield from (
        configured_agents([SALES], words),
        configured_agents([SALES, SUPPORT], words),
    )


def _bulk(words: Words) -> Iterator[Rendered]:
    yield offer_preview("t-1", words)
    yield shown_nowhere("is_archived", words)
    yield from (result_refused(JOB, code, words) for code in ("missing_scope", "storage_limit"))
    for state in (JobState.RUNNING, JobState.PAUSED, JobState.STOPPING, JobState.ENDED):
        for by in ("", "U_JANE", BY_RULE, STOOD_STILL):
            yield progress_card(replace(JOB, state=state, changed_by=by), Tally(sent=3), words)


def modals(words: Words) -> Iterator[dict[str, Any]]:
    """Render every modal: the form with each doubt at its field and each concern, and others."""
    for field in Field:
        for reason in Reason:
            doubt = Doubt(field=field, reason=reason, read="at 2", options=(NOW.isoformat(),))
            yield form_view(replace(FORM, hints=(doubt,)), words)
    for concerns in _concerns():
        yield form_view(replace(FORM, concerns=concerns), words)
    yield form_view(replace(FORM, zone=None, draft=replace(FORM.draft, replaces=7)), words)
    for channel_id in ("", "C_SALES"):
        for region in (None, "DE"):
            form = SettingsForm(
                mine=NONE,
                channel=NONE,
                channel_id=channel_id,
                for_channel=bool(channel_id),
                region=region,
                language="en",
                zone="Europe/Berlin" if region else None,
                agents=(SALES, SUPPORT),
                countries=countries(),
            )
            yield settings_view(form, words)
    yield words_view(everything(words), words)
    yield bulk_view("t-1", (SALES, SUPPORT), words)
    yield from (problem_view(problem, words) for problem in PROBLEMS)
    for rows in (ROWS[:1], ROWS, ROWS * 7):
        yield preview_view(JOB, rows, zone="Europe/Berlin", agents=(SALES, SUPPORT), words=words)
    for each in calls():
        for page in details_pages(each, Seen(whole=True, zone="Asia/Tokyo"), words):
            yield words_view(page, words)


def homes(words: Words) -> Iterator[dict[str, Any]]:
    """Render every Home tab."""
    some = tuple(calls())
    yield home_of_guest(words)
    yield home_view(Listing(upcoming=(), recent=()), words=words, now=NOW)
    yield home_view(Listing(upcoming=some[:10], recent=some[10:20]), words=words, now=NOW)


JOB = Job(
    job_id=7,
    token="t-1",
    team_id="T1",
    channel_id="C_SALES",
    user_id="U_JANE",
    state=JobState.ASKED,
    response_url=None,
    created_at=NOW,
    ignored=("Region",),
    asked="d",
)
ALEX = {
    FormField.FULL_NAME: "Alex Mueller",
    FormField.PHONE_NUMBER: "+493023125001",
    FormField.AGENT: SALES.uuid,
    FormField.WHEN_PICKED: str(int(NOW.timestamp())),
}
ROWS = (
    BulkRow(number=2, state=RowState.READY, fields=ALEX),
    *(
        BulkRow(number=3, state=RowState.UNUSUAL, fields=ALEX, warnings=(f"{kind}:x",))
        for kind in WARNINGS
    ),
    *(
        BulkRow(
            number=3,
            state=RowState.UNUSUAL,
            fields=ALEX,
            doubts=(Doubt(field=Field.ADDITIONAL_DATA, reason=reason, read="x"),),
        )
        for reason in ROW_SAYS
    ),
    *(
        BulkRow(
            number=4,
            state=RowState.WRONG,
            fields=ALEX,
            doubts=(Doubt(field=Field.PHONE_NUMBER, reason=reason, read="x"),),
        )
        for reason in Reason
    ),
    BulkRow(number=5, state=RowState.WRONG, fields=ALEX, why="repeated:3"),
)

FORM = Form(
    draft=Draft(
        draft_id="d-1",
        key="T1:trigger:1",
        team_id="T1",
        channel_id="C_SALES",
        user_id="U_JANE",
        surface=Surface.COMMAND,
        created_at=NOW,
    ),
    fields={FormField.FULL_NAME: "Alex Mueller", SHOWN_AT[Field.PHONE_NUMBER]: "+49 30 23125001"},
    agents=(SALES, SUPPORT),
    zone="Europe/Berlin",
)


def _concerns() -> Iterator[tuple[Any, ...]]:
    evening = (NOW.time(), (NOW + timedelta(hours=9)).time())
    for day in UnusualDay:
        for usual in ((), (evening,), (evening, evening)):
            for ahead in (None, NOW + timedelta(hours=20), NOW + timedelta(days=9)):
                yield (
                    OutsideCallingHours(
                        zone="America/Argentina/Buenos_Aires",
                        local_time=NOW,
                        next_allowed=ahead,
                        day=day,
                        holiday="Day of Respect for Cultural Diversity",
                        usual=usual,
                    ),
                )
    yield (
        ZoneUnknown(),
        OpenCall(call_id=7, requester_id="U_OMAR", at=NOW),
        OpenCall(call_id=7, requester_id="U_OMAR", at=NOW, by_same_agent=False),
        CalledRecently(call_id=7, requester_id="U_OMAR", at=NOW),
        UnusualNumber(),
        NewCountry(region="GB"),
        NewCountry(region="XX"),
        TimeLeftOut(),
    )
