"""Drafts and profiles: what a person typed is never lost."""

from datetime import timedelta
from secrets import token_hex

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.calls.draft import DraftState, FormField
from bot.calls.say import Saying
from bot.ledger import SqlLedger
from tests.ledger.samples import (
    NOW,
    a_call,
    a_draft,
    a_profile,
    let_pass,
    next_message,
    waiting,
)

ANY_TEXT = st.text(st.characters(categories=["L", "N", "P", "S", "Z", "C"]))
"""Also what UTF-8 cannot write: NUL and halves of surrogate pairs."""


def test_keeps_a_draft_as_it_is(ledger: SqlLedger) -> None:
    draft = a_draft()

    assert ledger.record_draft(draft, offer_after=2)
    assert ledger.draft("d1") == draft


def test_knows_nothing_of_other_drafts(ledger: SqlLedger) -> None:
    assert ledger.draft("d1") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(words=ANY_TEXT)
def test_keeps_whatever_can_be_typed_word_for_word(ledger: SqlLedger, words: str) -> None:
    draft = a_draft(token_hex(8), fields={FormField.REQUEST_TEXT: words})

    assert ledger.record_draft(draft, offer_after=2)

    assert ledger.draft(draft.draft_id) == draft


def test_keeps_one_draft_a_click(ledger: SqlLedger) -> None:
    assert ledger.record_draft(a_draft(), offer_after=2)
    again = a_draft(fields={FormField.REQUEST_TEXT: "something else"})

    assert not ledger.record_draft(again, offer_after=2)
    assert ledger.draft("d1") == a_draft()
    assert waiting(ledger) == ["draft:d1:offer_form"]


def test_offers_the_form_when_nothing_showed_it_in_time(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=60)
    assert ledger.claim_messages(limit=9, lease=60) == ()
    let_pass(ledger, 61)

    message = next_message(ledger)

    assert message.saying is Saying.OFFER_FORM
    assert message.draft == a_draft()
    assert message.call is None
    assert message.tries == 1


def test_offers_no_form_that_stands_on_the_screen(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=0)

    ledger.draft_shown("d1")

    assert waiting(ledger) == []
    assert _state(ledger) is DraftState.SHOWN


def test_offers_the_form_at_once_when_it_could_not_be_opened(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=60)

    ledger.offer_form_now("d1")

    assert next_message(ledger).key == "draft:d1:offer_form"


def test_offers_a_form_again_that_was_shown_and_then_failed(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=60)
    ledger.draft_shown("d1")

    ledger.offer_form_now("d1")

    assert next_message(ledger).key == "draft:d1:offer_form"


def test_offers_no_form_twice_at_once(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=0)
    next_message(ledger)

    ledger.offer_form_now("d1")

    assert ledger.claim_messages(limit=9, lease=60) == ()


def test_offers_no_form_of_a_draft_that_became_a_call(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=0)
    ledger.record_call(a_call(), draft_id="d1", may_repeat=False, say=[])

    ledger.offer_form_now("d1")

    assert waiting(ledger) == []
    assert _state(ledger) is DraftState.CLOSED


def test_an_offer_that_was_made_shows_the_draft(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=0)

    assert ledger.said(next_message(ledger), ts=None)
    assert _state(ledger) is DraftState.SHOWN


def test_showing_a_form_does_not_reopen_its_draft(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=0)
    ledger.record_call(a_call(), draft_id="d1", may_repeat=False, say=[])

    ledger.draft_shown("d1")

    assert _state(ledger) is DraftState.CLOSED


def test_keeps_the_form_as_it_was_last_typed(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=2)
    typed = {FormField.FULL_NAME: "Ada", FormField.EMAIL: ""}

    ledger.change_draft("d1", fields=typed)

    draft = ledger.draft("d1")
    assert draft is not None
    assert draft.fields == typed
    assert draft.asked is None


def test_keeps_the_warnings_that_a_form_shows(ledger: SqlLedger) -> None:
    ledger.record_draft(a_draft(), offer_after=2)

    ledger.show_warnings("d1", asked="digest")

    draft = ledger.draft("d1")
    assert draft is not None
    assert draft.asked == "digest"
    assert draft.fields == a_draft().fields


def test_remembers_a_person_as_last_read(ledger: SqlLedger) -> None:
    ledger.remember_profile(a_profile("Europe/Berlin"))
    moved = a_profile("America/New_York", read_at=NOW + timedelta(days=1))

    ledger.remember_profile(moved)

    assert ledger.profile(team_id="T1", user_id="U1") == moved


@pytest.mark.parametrize(
    ("team_id", "user_id"),
    [pytest.param("T2", "U1", id="same id elsewhere"), pytest.param("T1", "U2", id="colleague")],
)
def test_remembers_nobody_else(ledger: SqlLedger, team_id: str, user_id: str) -> None:
    ledger.remember_profile(a_profile())

    assert ledger.profile(team_id=team_id, user_id=user_id) is None


def _state(ledger: SqlLedger) -> DraftState:
    draft = ledger.draft("d1")
    assert draft is not None
    return draft.state
