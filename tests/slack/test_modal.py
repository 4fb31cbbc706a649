"""The form's view: whatever it is filled in with, Slack takes it, and it reads back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.calls.concerns import CalledRecently, OpenCall, OutsideCallingHours, ZoneUnknown
from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.draft import Draft, FormField, Surface
from bot.calls.form import Form
from bot.calls.request import Agent
from bot.messages.words import ENGLISH
from bot.playground.block_kit import problems_of
from bot.slack.modal import form_view, read_fields, read_yes
from bot.slack.payloads import Submission
from tests.sample import NOW, SALES

SUPPORT = Agent(name="Support", uuid="7d3c1c1e-0000-4000-8000-000000000002")

EMPTY = Form(
    draft=Draft(
        draft_id="d-1",
        key="T1:trigger:1",
        team_id="T1",
        channel_id="C_SALES",
        user_id="U_JANE",
        surface=Surface.COMMAND,
        created_at=NOW,
    ),
    fields={},
    agents=(SALES,),
    zone="Europe/Berlin",
)

TYPED = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=4000)

WORDY = [
    FormField.FULL_NAME,
    FormField.PHONE_NUMBER,
    FormField.EMAIL,
    FormField.WHEN_WORDS,
    FormField.ADDITIONAL_DATA,
]

DOUBTS = st.builds(
    Doubt,
    field=st.sampled_from(Field),
    reason=st.sampled_from(Reason),
    read=TYPED,
    options=st.sampled_from([(), (NOW.isoformat(),)]),
)

CONCERNS = st.lists(
    st.sampled_from(
        [
            ZoneUnknown(),
            OutsideCallingHours(zone="Asia/Tokyo", local_time=NOW, next_allowed=NOW),
            OutsideCallingHours(zone="Asia/Tokyo", local_time=NOW, next_allowed=None),
            OpenCall(call_id=7, requester_id="U_OMAR", at=NOW),
            CalledRecently(call_id=7, requester_id="U_OMAR", at=NOW),
        ]
    ),
    max_size=3,
).map(tuple)


@given(
    fields=st.dictionaries(st.sampled_from(WORDY), TYPED.filter(bool)),
    hints=st.lists(DOUBTS, max_size=5).map(tuple),
    concerns=CONCERNS,
    agents=st.sampled_from([(SALES,), (SALES, SUPPORT)]),
    zone=st.sampled_from([None, "Europe/Berlin", "America/Argentina/Buenos_Aires"]),
)
def test_slack_takes_every_form(
    fields: dict[FormField, str],
    hints: tuple[Doubt, ...],
    concerns: tuple[ZoneUnknown, ...],
    agents: tuple[Agent, ...],
    zone: str | None,
) -> None:
    form = replace(EMPTY, fields=fields, hints=hints, concerns=concerns, agents=agents, zone=zone)

    assert problems_of(form_view(form, ENGLISH), "modal") == []


def test_carries_the_drafts_id_and_nothing_else() -> None:
    filled_in = replace(EMPTY, fields={FormField.PHONE_NUMBER: "+493023125001"})

    assert form_view(filled_in, ENGLISH)["private_metadata"] == "d-1"


def test_the_button_says_whether_it_rings_now() -> None:
    now = replace(EMPTY, fields={FormField.PHONE_NUMBER: "+493023125001"})
    later = replace(EMPTY, fields={FormField.WHEN_PICKED: "1795525200"})

    assert form_view(EMPTY, ENGLISH)["submit"]["text"] == "Place call"
    assert form_view(now, ENGLISH)["submit"]["text"] == "Call now"
    assert form_view(later, ENGLISH)["submit"]["text"] == "Schedule call"


def test_asks_for_a_yes_only_where_something_is_unusual() -> None:
    unusual = replace(EMPTY, concerns=(ZoneUnknown(),))
    asks = [block.get("block_id") for block in form_view(unusual, ENGLISH)["blocks"]]

    assert "yes" in asks
    assert "yes" not in [block.get("block_id") for block in form_view(EMPTY, ENGLISH)["blocks"]]


def submission(state: dict[str, dict[str, dict[str, object]]]) -> Submission:
    """What Slack would send of this form."""
    return Submission(
        team_id="T1", user_id="U_JANE", view_id="V1", private_metadata="d-1", state=state
    )


def test_reads_each_field_as_it_was_typed() -> None:
    state: dict[str, dict[str, dict[str, object]]] = {
        "full_name": {"value": {"type": "plain_text_input", "value": " Alex  Mueller "}},
        "phone_number": {"value": {"type": "plain_text_input", "value": None}},
        "when_picked": {"value": {"type": "datetimepicker", "selected_date_time": 1795525200}},
        "agent": {"value": {"type": "static_select", "selected_option": {"value": SALES.uuid}}},
        "yes": {"value:d1": {"type": "checkboxes", "selected_options": [{"value": "yes"}]}},
        "another": {"value": {"value": "not ours"}},
    }

    assert read_fields(submission(state)) == {
        FormField.FULL_NAME: " Alex  Mueller ",
        FormField.WHEN_PICKED: "1795525200",
        FormField.AGENT: SALES.uuid,
    }
    assert read_yes(submission(state)) == ("d1", True)
    assert read_yes(submission({})) == (None, False)


def test_however_many_calls_are_open_slack_takes_the_form() -> None:
    calls = tuple(OpenCall(call_id=number, requester_id="U_OMAR", at=NOW) for number in range(100))

    view = form_view(replace(EMPTY, concerns=calls, asked="digest"), ENGLISH)

    assert problems_of(view, "modal") == []
    assert str(view).count("is not over") == 5
    assert "… and 95 more." in str(view)
