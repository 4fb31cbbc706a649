"""A line that asks for no call is found, in all four languages."""

import pytest

from bot.parsing import refusal_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("block Ada Lovelace +49 30 23125001 ada@example.com", "block"),
        ("  Cancel Ada +49 30 23125001", "Cancel"),
        ("reschedule Ada to 3pm", "reschedule"),
        ("Absagen Ada +49 30 23125001", "Absagen"),
        ("annuler Ada", "annuler"),
        ("olvidar a Ada", "olvidar"),
        ("stop calling Ada +49 30 23125001", "stop calling"),
        ("Ada +49 30 23125001 please don’t call", "don’t call"),
        ("Ada asked not to be called", "not to be called"),
        ("DO NOT CALL: Ada", "DO NOT CALL"),
        ("Ada bitte nicht mehr anrufen", "nicht mehr anrufen"),
        ("Ada möchte nicht angerufen werden", "nicht angerufen werden"),
        ("ruf Ada nicht an", "ruf Ada nicht an"),
        ("Ada, prefers email", "prefers email"),
        ("Ada, text before calling", "text before calling"),
        ("Nachricht: Bitte keine Anrufe.", "Bitte keine Anrufe"),
        ("Rückruf gewünscht: Nein", "Rückruf gewünscht: Nein"),
        ("Ada ada@example.com number is wrong", "com number is wrong"),
        ("Ada, Tom will call her", "Tom will call her"),
        ("par mail uniquement svp", "par mail uniquement"),
        ("Ada: keine Anrufe", "keine Anrufe"),
        ("Ada, ne plus l'appeler", "ne plus l'appeler"),
        ("n'appelez pas Ada", "n'appelez pas"),
        ("no llamar a Ada", "no llamar"),
        ("Ada, no la llames", "no la llames"),
        ("no vuelvas a llamarla", "no vuelvas a llamarla"),
        ("Please cancel Ada +49 30 23125001", "cancel"),
        ("*Block*: Ada", "Block"),
        ("Sperre Ada +49 30 23125001", "Sperre"),
        ("Block Acme GmbH +49 30 23125001 ada@acme.example", "Block"),
        ("block party +49 30 23125001 ada@block-party.example", "block"),
        ("Ada, no call needed", "no call needed"),
        ("Ada needn't call", "needn't call"),
        ("Ada doesn't want any more calls", "doesn't want any more calls"),
        ("Ada opted out", "opted out"),
        ("Name: Ada\nConsent to call: No", "Consent to call: No"),
        ("Name: Ada\nMay we call you?: No", "call you?: No"),
        ("Name: Ada\nDürfen wir Sie anrufen? Nein", "anrufen? Nein"),
        ("Name: Ada\nTelefonkontakt erlaubt: nein", "Telefonkontakt erlaubt: nein"),
        ("Name: Ada\nConsentement appel : Non", "Consentement appel : Non"),
        ("Name: Ada\nAcepta llamadas: No", "llamadas: No"),
        ("Name: Ada\nDNC: yes", "DNC: yes"),
        ("Name: Ada\nLead Status: Unsubscribed", "Unsubscribed"),
        ("Name: Ada\nPreferred contact method: Email", "Preferred contact method: Email"),
        ("Name: Ada\nKontakt per: Mail", "Kontakt per: Mail"),
        ("Canceled: Ada - 10:00am", "Canceled"),
        ("Ada nvm", "nvm"),
        ("Ada, just save the contact", "just save"),
        ("Ada, schon mit ihr gesprochen", "schon mit ihr gesprochen"),
        ("Ada, on lui a déjà parlé", "on lui a déjà parlé"),
        ("Ada, send her a mail", "send her a mail"),
        ("Ada 📞❌", "❌"),
        ("Ada\n☐ I agree to be called", "☐ I agree to be called"),
        ("Ada\nStatus: Closed lost", "Closed lost"),
        ("Ada: email only", "email only"),
        ("Ada heute nicht anrufen", "heute nicht anrufen"),
        ("Ada will keine Anrufe", "will keine Anrufe"),
        ("Ada nur per Mail", "nur per Mail"),
        ("Ada ne souhaite pas être appelée", "ne souhaite pas être appelée"),
        ("Ada no quiere llamadas", "no quiere llamadas"),
        ("Ada passed away", "passed away"),
        ("Ada, wrong number", "wrong number"),
        ("Ada, falsche Nummer", "falsche Nummer"),
        ("Ada, number is not hers", "number is not hers"),
        ("Ada no longer works there", "no longer works there"),
        ("Ada, already called", "already called"),
        ("I'll call Ada tomorrow 2pm", "I'll call"),
        ("remind me to call Ada", "remind me to call"),
        ("did you call Ada?", "did you call"),
        ("Ada, never mind", "never mind"),
        ("Annulez l'appel à Ada", "Annulez"),
        ("Bloquea a Ada", "Bloquea"),
        ("Ada does not want to be called", "does not want to be called"),
        ("Ada wünscht keine weiteren Anrufe", "keine weiteren Anrufe"),
        ("Ada ne veut plus être appelée", "ne veut plus être appelée"),
        ("Ada no quiere más llamadas", "no quiere más llamadas"),
        ("Ada, que no le llamemos más", "no le llamemos"),
        ("Ada asked not to be contacted", "not to be contacted"),
        ("no need to call Ada", "no need to call"),
        ("hold off calling Ada", "hold off calling"),
        ("No calls please, Ada", "No calls"),
        ("Ada, kein Rückruf nötig", "kein Rückruf nötig"),
        ("pas besoin de rappeler Ada", "pas besoin de rappeler"),
        ("no hace falta llamar a Ada", "no hace falta llamar"),
    ],
)
def test_finds_the_words_that_ask_for_no_call(text: str, said: str) -> None:
    found = refusal_in(text)

    assert found is not None
    assert found.words == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ada Lovelace +49 30 23125001 ada@example.com tomorrow 2pm follow up",
        "Ada did not call back",
        "she never called us",
        "Stop & Shop +1 415 555 0132",
        "stop by Ada +49 30 23125001",
        "Block Party GmbH, Ada Lovelace +49 30 23125001 ada@block-party.example",
        "Bloque Ruiz +49 30 23125001 <mailto:bloque.ruiz@x.example|bloque.ruiz@x.example>",
        "Block-Meier +49 30 23125001",
        "Cancelled order of Ada",
        "nicht erreicht, bitte anrufen",
        "Rufus ist nicht an Bord",
        "elle n'a pas appelé",
        "no llamó ayer",
        "er hat gestern nicht angerufen",
        "konnte ihn nicht anrufen",
        "invoice has the wrong number of seats",
        "Ada, login no longer works",
        "Ada: invoice number is wrong",
        "Ada, phone is dead, router too",
        "Ada, Widerspruch zur Rechnung",
        "already called twice, call again at 3pm",
        "not interested in the old plan, pitch the new one",
        "er hat noch keine Anrufe bekommen",
        "Ada, called yesterday: no answer",
        "Dernier appel : non abouti",
        "phone consultation: no charge",
        "Vergessen Sie nicht Ada +49 30 23125001",
    ],
)
def test_takes_everything_else_for_a_request(text: str) -> None:
    assert refusal_in(text) is None


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("sperre Ada", "block"),
        ("stop calling Ada", "block"),
        ("stornieren: Ada", "cancel"),
        ("please reschedule Ada", "list"),
        ("Ada asked not to be called", None),
        ("heute nicht anrufen: Ada", None),
        ("email only: Ada", None),
    ],
)
def test_tells_what_is_asked_for_instead_where_a_line_begins_with_it(
    text: str, deed: str | None
) -> None:
    found = refusal_in(text)

    assert found is not None
    assert found.deed == deed
