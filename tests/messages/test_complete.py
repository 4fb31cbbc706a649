"""Nothing that can happen is without words, and the words say what a person needs."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls.bulk import BulkRow, RowState
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.failure import Failure, FailureKind
from bot.calls.say import WORD, Topic
from bot.calls.status import STATUS_OF_OUTCOME, Outcome, Status
from bot.messages.blocks import sections
from bot.messages.bulk import result_rows
from bot.messages.cards import ENDED, STANDING, card
from bot.messages.doubts import explain_doubt
from bot.messages.failures import FIXABLE, MAY_RING, explain_failure, who_rings
from bot.messages.problems import give_back
from bot.messages.replies import CALL_AGAIN, reply
from bot.messages.uncertain import IT_RANG, NOBODY_CALLED, ZEEG_HAS_IT
from bot.messages.words import ENGLISH, Mrkdwn
from bot.playground.block_kit import problems_of
from tests.sample import NOW, call

BERLIN = "Europe/Berlin"


@pytest.mark.parametrize("kind", FailureKind)
def test_every_failure_says_what_happened_who_rings_and_what_to_do(kind: FailureKind) -> None:
    failure = Failure(kind=kind, code="500")
    explained = explain_failure(failure, agent="Sales", words=ENGLISH)
    rings = who_rings(failure, ENGLISH)

    assert explained.happened.endswith((".", ")"))
    assert explained.next_step.endswith(".")
    assert ("unknown" in rings) == (kind in MAY_RING)
    assert ("Nobody was called" in rings) == (kind not in MAY_RING)


def test_no_two_failures_sound_alike() -> None:
    said = {
        explain_failure(Failure(kind=kind), agent="Sales", words=ENGLISH).happened
        for kind in FailureKind
    }

    assert len(said) == len(FailureKind)


def test_what_zeeg_says_itself_is_quoted_and_harmless() -> None:
    failure = Failure(kind=FailureKind.NUMBER_REFUSED, detail="<!channel> *not* valid")

    happened = explain_failure(failure, agent="Sales", words=ENGLISH).happened

    assert "&lt;!channel&gt;" in happened
    assert "*not*" not in happened


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("field", Field)
def test_every_doubt_about_every_field_has_words(field: Field, reason: Reason) -> None:
    options = ("2026-11-24T14:00:00+01:00",)
    doubt = Doubt(field=field, reason=reason, read="half three", options=options)

    said = explain_doubt(doubt, zone=BERLIN, words=ENGLISH)

    assert said[-1] in ".?”"
    assert "{" not in said


def test_a_time_that_is_proposed_names_its_zone() -> None:
    doubt = Doubt(
        field=Field.SCHEDULED_TIME,
        reason=Reason.TIME_BARE_HOUR,
        read="at 2",
        options=("2026-11-24T14:00:00+01:00",),
    )

    said = explain_doubt(doubt, zone=BERLIN, words=ENGLISH)

    assert "Tue, 24 Nov 2026, 14:00 (Berlin time)" in said


def test_every_status_and_outcome_has_words() -> None:
    assert set(STANDING) == set(Status)
    assert set(ENDED) == set(Outcome)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param({"status": Status.FAILED}, "Failed: nobody was reached", id="Zeeg's word"),
        pytest.param(
            {"status": Status.FAILED, "is_hearsay": True},
            "Nobody was called, by a teammate's word",
            id="a person's word that nobody was called",
        ),
        pytest.param(
            {"status": Status.COMPLETED, "is_hearsay": True, "is_overdue": True},
            "It rang, by a teammate's word",
            id="a person's word that it rang",
        ),
        pytest.param(
            {"status": Status.PENDING, "is_overdue": True},
            "Was due; nothing was heard of it since",
            id="nobody's word",
        ),
    ],
)
def test_a_lists_result_says_as_little_as_is_known(row: dict[str, Any], said: str) -> None:
    called = BulkRow(number=2, state=RowState.CALLED, call_id=7, **row)

    assert list(result_rows([called], zone="UTC", words=ENGLISH)) == [(2, said, "", 7, "")]


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("kind", FailureKind)
@pytest.mark.parametrize("status", Status)
def test_every_reply_is_one_that_slack_takes(
    topic: Topic, status: Status, kind: FailureKind
) -> None:
    said = reply(
        topic,
        call(status, failure=Failure(kind=kind)),
        facts={"by": "U_OMAR"},
        words=ENGLISH,
        now=NOW,
    )

    assert problems_of({"text": said.text, "blocks": list(said.blocks)}, "message") == []
    assert said.text


@pytest.mark.parametrize("status", Status)
def test_every_card_is_one_that_slack_takes_and_its_text_says_it_all(status: Status) -> None:
    shown = card(call(status), words=ENGLISH, now=NOW)

    assert problems_of({"text": shown.text, "blocks": list(shown.blocks)}, "message") == []
    for fact in ("Alex Mueller", "<@U_JANE>", "Sales", "#42"):
        assert fact in shown.text


def test_a_card_shows_neither_the_number_nor_the_email() -> None:
    shown = card(call(), words=ENGLISH, now=NOW)

    assert "3023125001" not in str(shown).replace(" ", "")
    assert "example.com" not in str(shown)


def buttons_of(topic: Topic, status: Status, kind: FailureKind) -> list[str]:
    failed = call(status, failure=Failure(kind=kind))
    blocks = reply(topic, failed, facts={}, words=ENGLISH, now=NOW).blocks
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    return [element["text"]["text"] for row in rows for element in row]


@pytest.mark.parametrize("kind", FailureKind)
def test_a_mistake_that_can_be_mended_has_a_button_for_it(kind: FailureKind) -> None:
    expected = "Fix and send again" if kind in FIXABLE else "Call again"

    assert buttons_of(Topic.REFUSED, Status.REFUSED, kind) == [expected]


def test_what_is_uncertain_is_for_a_person_to_say() -> None:
    asked = buttons_of(Topic.UNCERTAIN, Status.UNCERTAIN, FailureKind.NO_ANSWER)

    assert asked == ["It rang", "Nobody was called, try again"]
    assert len({CALL_AGAIN, IT_RANG, ZEEG_HAS_IT, NOBODY_CALLED}) == 4


def test_a_problem_carries_a_reference() -> None:
    refused = call(Status.REFUSED, failure=Failure(kind=FailureKind.SCOPE_MISSING))

    said = reply(Topic.REFUSED, refused, facts={}, words=ENGLISH, now=NOW)

    assert "K7M2P9QX" in said.text
    assert who_rings(Failure(kind=FailureKind.SCOPE_MISSING), ENGLISH) in said.text


def test_a_number_in_a_name_is_hidden_too() -> None:
    named = call(Status.PENDING)
    request = replace(named.request, full_name="Alex +49 151 12345678")

    shown = card(replace(named, new=replace(named.new, request=request)), words=ENGLISH, now=NOW)

    assert "12345678" not in str(shown)
    assert "Alex" in shown.text


@pytest.mark.parametrize(
    ("topic", "untrue"),
    [
        (Topic.PENDING, "is pending"),
        (Topic.WAITING, "Nobody was called yet"),
        (Topic.UNCERTAIN, "unknown whether"),
        (Topic.OVERDUE, "heard nothing"),
        (Topic.BLOCKED, "may still ring"),
    ],
)
def test_a_reply_that_waited_for_its_turn_says_nothing_untrue(topic: Topic, untrue: str) -> None:
    over = call(Status.COMPLETED, outcome=Outcome.ANSWERED)

    said = reply(topic, over, facts={"by": "U_OMAR"}, words=ENGLISH, now=NOW)

    assert untrue not in said.text
    assert "#42" in said.text
    assert not any(block["type"] == "actions" for block in said.blocks)


def test_nobody_is_told_to_invite_the_bot_into_a_conversation_of_two() -> None:
    between = call(Status.PENDING)
    between = replace(between, new=replace(between.new, channel_id="D_JANE_SAM"))

    said = reply(
        Topic.CANNOT_POST, between, facts={"code": "channel_not_found"}, words=ENGLISH, now=NOW
    )

    assert "/invite" not in said.text
    assert "our direct messages" in said.text


@pytest.mark.parametrize(
    ("word", "outcome", "told"),
    [
        (Status.FAILED, Outcome.ANSWERED, "says that nobody was called"),
        (Status.COMPLETED, Outcome.NOT_ANSWERED, "says that it rang"),
    ],
)
def test_a_persons_word_is_told_as_it_was_given(word: Status, outcome: Outcome, told: str) -> None:
    news = call(STATUS_OF_OUTCOME[outcome], outcome=outcome)

    said = reply(Topic.SETTLED, news, facts={"by": "U_OMAR", WORD: word}, words=ENGLISH, now=NOW)

    assert told in said.text


@given(st.text(max_size=9000, alphabet="ab \n&"))
def test_a_long_text_is_split_into_paragraphs_that_slack_takes(typed: str) -> None:
    text = give_back(f"x{typed}", Mrkdwn("Sorry."), ENGLISH)

    parts = [str(block["text"]["text"]) for block in sections(text)]

    assert "".join(parts) == text
    assert all(0 < len(part) <= 3000 for part in parts)
