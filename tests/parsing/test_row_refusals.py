"""Rows that say that nobody is to be called, in a note, a name, a status or a flag."""

import pytest

from bot.calls.draft import FormField
from bot.parsing.row_refusals import find_refusal


def refusal(header: str, cell: str) -> str:
    return find_refusal({FormField.FULL_NAME: "Nora Stein"}, [("City", "Berlin"), (header, cell)])


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("DNC", "x"), ("DNC", "✓"), ("do_not_call", "1"), ("DoNotCall", "TRUE"),
        ("Do not call?", "Yes"), ("Opt-out", "Y"), ("Opted out on", "2025-01-02"),
        ("Werbesperre", "ja"), ("Anrufsperre", "X"), ("Sperrvermerk", "siehe Akte"),
        ("Bloctel", "oui"), ("Ne pas appeler", "1"), ("No llamar", "sí"),
        ("Lista Robinson", "Sí"), ("Consent", "No"), ("Consent", "withdrawn"), ("Consent", ""),
        ("Consent to call", "n/a"), ("Opt-in", "0"), ("Phone opt-in", "No"), ("Call?", "no"),
        ("Call allowed", "N"), ("May we call", "✗"), ("Einwilligung", "–"),
        ("Darf angerufen werden", "nein"), ("Anrufen", ""), ("DSGVO", "offen"),
        ("Consentement", "non"), ("Autorise appels", "faux"), ("Consentimiento", "No"),
        ("Status", "DNC"), ("Status", "Gesperrt"), ("Tags", "VIP, DNC"),
        ("Status", "Unsubscribed"),
        ("Statut", "ne plus appeler"), ("Estado", "no llamar"), ("?", "do not call"),
        ("Lead status", "Not interested"), ("Kommentar", "verstorben"),
        ("Call result", "wrong number"), ("Remarque 2", "liste rouge"),
    ],
)  # fmt: skip
def test_a_column_says_that_nobody_is_to_be_called(header: str, cell: str) -> None:
    assert refusal(header, cell)


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Company", "Robinson"), ("Source", "Opposition"), ("GDPR", "signed"),
        ("Consent", "verbal"), ("Can we call?", "yes please"), ("Callable", "Yes (mobile)"),
        ("Einwilligung", "ja, telefonisch"), ("TPS checked", "yes"), ("To call", "Tom"),
        ("Permission level", "Admin"), ("Last call", "No answer"),
        ("DNC", "No"), ("Do not call", ""), ("Do not call", "-"), ("Opt-out", "false"),
        ("Werbesperre", "nein"), ("Bloctel", "non"), ("Lista Robinson", "no"),
        ("Consent", "Yes"), ("Consent", "✓"), ("Consent", "form of 2024-05-01"), ("Opt-in", "x"),
        ("Einwilligung", "erteilt"), ("Consentement", "oui"), ("Consentimiento", "sí"),
        ("Newsletter opt-in", "No"), ("Email opt-out", "Yes"), ("hs_email_optout", "true"),
        ("Status", "New"), ("Stage", "Callback requested"), ("Link", "https://example.com/no"),
        ("Street", "Sperrgasse 5"), ("Company", "Block & Sons"), ("Description", "opt out of B"),
        ("Next step", "cancel contract"), ("No. of calls", "0"),
    ],
)  # fmt: skip
def test_what_says_nothing_of_calling_or_a_yes_is_none(header: str, cell: str) -> None:
    assert refusal(header, cell) == ""


@pytest.mark.parametrize(
    "name",
    [
        "Nora Stein - DO NOT CALL", "Nora Stein (verstorben)", "Nora Stein (DNC)",
        "Nora Stein †", "NICHT ANRUFEN Nora Stein", "Nora Stein / ne pas appeler",
    ],
)  # fmt: skip
def test_a_name_may_say_so(name: str) -> None:
    assert find_refusal({FormField.FULL_NAME: name}, [])


@pytest.mark.parametrize(
    "note",
    ["nicht anrufen!", "do not call", "ne pas rappeler svp", "por favor no llamar", "VIP; DNC"],
)
def test_a_note_may_say_so(note: str) -> None:
    assert find_refusal({FormField.ADDITIONAL_DATA: note}, [])


@pytest.mark.parametrize("note", ["demo", "cancel contract", "Block A", "stop by on Friday"])
def test_a_note_about_the_call_is_none(note: str) -> None:
    said = {FormField.FULL_NAME: "Robin Block", FormField.ADDITIONAL_DATA: note}

    assert find_refusal(said, []) == ""
