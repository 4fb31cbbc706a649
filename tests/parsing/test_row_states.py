"""Columns that say that a row was called, is done with or left aside, and those that do not."""

import pytest

from bot.calls.draft import FormField
from bot.parsing.row_refusals import find_refusal


def refusal(header: str, cell: str) -> str:
    return find_refusal({FormField.FULL_NAME: "Nora Stein"}, [("City", "Bonn"), (header, cell)])


@pytest.mark.parametrize(
    "header",
    [
        "Called", "Called?", "Already called", "Call done", "Angerufen", "Schon kontaktiert",
        "Gesprochen", "Erledigt", "Appelé", "Déjà contacté", "Traitée", "Llamado", "Contactada",
        "Hecho", "Skip", "Ausgeschieden", "Test", "Duplicate", "Verstorben",
    ],
)  # fmt: skip
def test_a_row_that_is_done_with_is_asked_about_and_others_are_not(header: str) -> None:
    for yes in ("yes", "ja", "x", "2026-11-20", "Tom"):
        assert refusal(header, yes) == f"{header}: {yes}"
    for no in ("no", "nein", "non", "", "0", "noch nicht", "not yet"):
        assert refusal(header, no) == ""


@pytest.mark.parametrize(
    "header",
    [
        "Active", "Is active", "Include", "Phone verified", "Aktiv", "Freigegeben", "Anzurufen",
        "Telefon gültig?", "Actif", "Validée", "Activo", "Incluir", "To be called",
        "To contact", "Interested",
    ],
)  # fmt: skip
def test_a_row_that_is_none_of_those_to_call_is_asked_about(header: str) -> None:
    for no in ("no", "nein", "FALSE", "0", "", "inactive"):
        assert refusal(header, no)
    for yes in ("yes", "ja", "x", "TRUE", "since 2020"):
        assert refusal(header, yes) == ""


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Status", "Called"), ("Lead status", "Unqualified"), ("Stage", "Closed Won"),
        ("Status", "Waiting for approval"), ("Contact status", "inactive"),
        ("Call outcome", "reached"), ("Phone status", "disconnected"), ("Status", "erledigt"),
        ("Status", "Kunde verloren"), ("Status", "nicht qualifiziert"),
        ("Statut", "en attente"), ("Statut", "terminé"), ("Estado", "ya llamado"),
        ("Estado", "no válido"), ("Called", "nicht anrufen"), ("…", "Erledigt"),
        ("Active", "do not call"), ("Etapa", "Perdido"), ("Anrufstatus", "erledigt"),
         ("Call result", "done"),
    ],
)  # fmt: skip
def test_a_status_may_say_that_a_row_is_none_to_call(header: str, cell: str) -> None:
    assert refusal(header, cell)


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Status", "New"), ("Status", "Open"), ("Lead status", "Qualified"), ("Stage", "Lead"),
        ("Lead status", "Attempted to contact"), ("Lifecycle stage", "Customer"),
        ("Status", "not called yet"), ("Status", "to be contacted"),
        ("Status", "noch nicht angerufen"), ("Statut", "pas encore appelé"),
        ("Estado", "no contactado"), ("Payment status", "done"), ("Closed date", "2026-12-31"),
        ("Times contacted", "3"), ("Last contacted", "2026-10-01"), ("Test score", "80"),
        ("Active users", "0"), ("Zahlungsstatus", "erledigt"),
        ("Email verified", "no"), ("Active since", ""),
        ("Lead source", "Test"), ("Owner", "Won Lee"), ("Priority", "High"),
    ],
)  # fmt: skip
def test_what_a_sales_tool_says_of_a_lead_to_call_is_none(header: str, cell: str) -> None:
    assert refusal(header, cell) == ""
