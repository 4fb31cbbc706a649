"""Whatever Zeeg delivers is read for what it says, and never breaks anything."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls.event import CallEnded, NotOurs, Unreadable
from bot.calls.result import Booking, Result, Turn
from bot.calls.status import Outcome
from bot.ledger.result_rows import event_values, read_event
from bot.zeeg.webhook import is_zeegs, read_delivery

EVENT: dict[str, Any] = {
    "event": "ai_agent.call_completed",
    "conversationId": "c1",
    "agentId": "7D3C1C1E-0000-4000-8000-000000000001",
    "direction": "outbound",
    "callOutcome": "answered",
    "isCall": True,
    "contactPhoneNumber": "+49 30 23125001",
}


def ended(**changes: object) -> CallEnded:
    """Read the event with some of its fields changed."""
    read = read_delivery(json.dumps({**EVENT, **changes}).encode())
    assert isinstance(read, CallEnded)
    return read


def result(**changes: object) -> Result:
    return ended(**changes).result


def test_reads_whose_call_it_was() -> None:
    assert ended() == CallEnded(
        conversation_id="c1",
        agent_uuid="7d3c1c1e-0000-4000-8000-000000000001",
        agent_name="",
        phone_number="+493023125001",
        outcome=Outcome.ANSWERED,
    )


TURNS: list[Any] = [
    pytest.param([{"role": "agent", "message": "Hi"}], id="role and message"),
    pytest.param([{"speaker": "agent", "text": "Hi"}], id="speaker and text"),
    pytest.param([{"sender": "agent", "content": "Hi"}, None, {}], id="gaps"),
    pytest.param({"messages": [{"role": "agent", "text": "Hi"}]}, id="in an object"),
]


@pytest.mark.parametrize("transcript", TURNS)
def test_reads_turns_by_their_likely_keys(transcript: object) -> None:
    assert result(transcript=transcript).turns == (Turn(speaker="agent", words="Hi"),)


def test_reads_a_transcript_that_is_one_text() -> None:
    assert result(transcript="Hi. Hello.").turns == (Turn(speaker="", words="Hi. Hello."),)


SUMMARIES: list[Any] = [
    pytest.param({"conversationAnalysis": {"summary": "Good"}}, id="summary"),
    pytest.param({"conversationAnalysis": {"callSummary": "Good"}}, id="callSummary"),
    pytest.param({"conversationAnalysis": "Good"}, id="nothing but it"),
    pytest.param({"summary": "Good", "conversationAnalysis": None}, id="beside the analysis"),
    pytest.param({"analysis": {"summary": "Good"}}, id="analysis"),
]


@pytest.mark.parametrize("changes", SUMMARIES)
def test_reads_the_summary_by_its_likely_keys(changes: dict[str, object]) -> None:
    assert result(**changes).summary == "Good"


COLLECTED: list[Any] = [
    pytest.param({"collectedData": {"teamSize": 12}}, id="an object"),
    pytest.param({"collectedData": [{"name": "team size", "value": "12"}]}, id="a list of rows"),
    pytest.param({"team_size": 12, "summary": "Good"}, id="the analysis itself"),
]


@pytest.mark.parametrize("analysis", COLLECTED)
def test_reads_collected_data_by_their_likely_keys(analysis: dict[str, object]) -> None:
    assert result(conversationAnalysis=analysis).collected == (("team size", "12"),)


@pytest.mark.parametrize(
    ("row", "collected"),
    [
        pytest.param({"text": "12"}, ("text", "12"), id="no name"),
        pytest.param({"name": "team size"}, ("name", "team size"), id="no value"),
    ],
)
def test_keeps_all_of_a_row_that_is_no_name_with_a_value(
    row: dict[str, str], collected: tuple[str, str]
) -> None:
    assert result(collectedData=[row]).collected == (collected,)


def test_reads_a_booking() -> None:
    booking = {
        "uuid": "b1",
        "title": "Demo",
        "startTime": "2027-01-20T13:00:00Z",
        "location": {"type": "zoom", "joinUrl": "https://zoom.example/j"},
    }

    read = result(booking=booking).booking

    assert read is not None
    assert (read.title, read.place, read.join_url) == ("Demo", "zoom", "https://zoom.example/j")
    assert str(read.starts_at) == "2027-01-20 13:00:00+00:00"


def test_a_booking_that_says_nothing_is_none() -> None:
    assert result(booking={"invitees": []}).booking is None
    assert Booking() != result(booking={"title": "Demo"}).booking


MOMENTS: list[Any] = [
    pytest.param("2026-11-23T09:00:00Z", "2026-11-23 09:00:00+00:00", id="UTC"),
    pytest.param("2026-11-23T10:00:00+01:00", "2026-11-23 09:00:00+00:00", id="an offset"),
    pytest.param("2026-11-23T09:00:00", "2026-11-23 09:00:00+00:00", id="no zone"),
    pytest.param(1795424400, "2026-11-23 09:00:00+00:00", id="seconds"),
    pytest.param(1795424400000, "2026-11-23 09:00:00+00:00", id="milliseconds"),
    pytest.param("0001-01-01T00:00:00+14:00", "None", id="before time"),
    pytest.param("soon", "None", id="words"),
    pytest.param(1e300, "None", id="beyond time"),
    pytest.param(True, "None", id="no time at all"),
]


@pytest.mark.parametrize(("said", "at"), MOMENTS)
def test_reads_when_it_began(said: object, at: str) -> None:
    assert str(result(startedAt=said).started_at) == at


@pytest.mark.parametrize("seconds", [-1, "abc", 1e400, None, [], 10**9])
def test_a_duration_that_cannot_be_is_none(seconds: object) -> None:
    assert result(durationSeconds=seconds).seconds is None


def test_an_envelope_is_opened() -> None:
    inner = {name: value for name, value in EVENT.items() if name != "event"}
    wrapped = json.dumps({"event": EVENT["event"], "data": inner}).encode()

    assert read_delivery(wrapped) == ended()


OTHERS: list[Any] = [
    pytest.param(b"", NotOurs, id="nothing"),
    pytest.param(b" \n", NotOurs, id="spaces"),
    pytest.param(b"{}", NotOurs, id="an empty object"),
    pytest.param(b"null", NotOurs, id="null"),
    pytest.param(b'{"event": "webhook.test"}', NotOurs, id="a test"),
    pytest.param(b'{"event": "ai_agent.call_completed"}', Unreadable, id="no conversation"),
    pytest.param(b'{"direction": "inbound", "summary": "x"}', NotOurs, id="an inbound call"),
    pytest.param(b'{"isCall": false, "transcript": "x"}', NotOurs, id="a chat"),
    pytest.param(b'{"data": {"isCall": false, "summary": "x"}}', NotOurs, id="a chat, wrapped"),
    pytest.param(
        b'{"event": "ai_agent.call_completed", "data": {"event": "x", "id": 7}}',
        Unreadable,
        id="an envelope with nothing of a call in it",
    ),
    pytest.param(b'{"direction": "outbound"}', Unreadable, id="an outbound call"),
    pytest.param(b"[1]", Unreadable, id="a list"),
    pytest.param(b"{", Unreadable, id="torn"),
    pytest.param(b"\xff\xfe\x00", Unreadable, id="no text"),
    pytest.param(b"[" * 100_000, Unreadable, id="deeper than anybody digs"),
]


@pytest.mark.parametrize(("body", "kind"), OTHERS)
def test_knows_what_is_no_end_of_a_call(body: bytes, kind: type) -> None:
    assert isinstance(read_delivery(body), kind)


def test_nothing_is_too_deep_to_be_read_or_to_be_told_as_unreadable() -> None:
    kinds = set()
    for depth in range(500, 1000):  # around it Python gives up, sooner or later
        deep = '{"a":' * depth + "1" + "}" * depth
        body = json.dumps({**EVENT, "conversationAnalysis": 0}).replace(": 0", f": {deep}")
        kinds.add(type(read_delivery(body.encode())))

    assert kinds <= {CallEnded, Unreadable}


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    [
        *EVENT,
        "agentName",
        "startedAt",
        "durationSeconds",
        "transcript",
        "conversationAnalysis",
        "actions",
        "booking",
        "data",
    ]
)


@given(st.dictionaries(FIELDS, ANY_JSON, max_size=8))
def test_any_json_is_read_and_can_be_kept(changes: dict[str, Any]) -> None:
    read = read_delivery(json.dumps({**EVENT, **changes}).encode())

    if isinstance(read, CallEnded):
        kept = json.loads(json.dumps(event_values(read), allow_nan=False))
        assert read_event(kept) == read


@given(st.binary(max_size=200))
def test_any_bytes_are_read(body: bytes) -> None:
    assert isinstance(read_delivery(body), CallEnded | NotOurs | Unreadable)


@pytest.mark.parametrize(
    ("token", "expected", "right"),
    [
        pytest.param("s3cret-8", "s3cret-8", True, id="right"),
        pytest.param("s3cret-9", "s3cret-8", False, id="wrong"),
        pytest.param("", "s3cret-8", False, id="empty"),
        pytest.param(None, "s3cret-8", False, id="none"),
        pytest.param("s3cret-8", None, False, id="none is set"),
        pytest.param("", None, False, id="nothing is not nothing"),
        pytest.param("s\u00e9cret", "s3cret-8", False, id="no ASCII"),
    ],
)
def test_only_zeegs_token_opens(token: str | None, expected: str | None, *, right: bool) -> None:
    assert is_zeegs(token, expected=expected) is right
