"""Names of many shapes, beside contexts and among words that are days and months."""

import pytest

from tests.parsing.lines import BERLIN, BERLIN_DE, MADRID, NAME, PARIS, WHEN, Desk

NAMES = [
    pytest.param("Zoë Kravitz", "zoe.kravitz@example.org", id="diaeresis"),
    pytest.param("Jürgen Groß", "juergen.gross@example.org", id="umlaut as ue"),
    pytest.param("Jürgen Groß", "jurgen.gross@example.org", id="umlaut as u"),
    pytest.param("Łucja Żak", "lucja.zak@example.org", id="Polish"),
    pytest.param("Nguyễn Thị Mai", "mai.nguyen@example.org", id="Vietnamese, given name last"),
    pytest.param("Pieter van den Berg", "p.vandenberg@example.org", id="particles"),
    pytest.param("Ana María de la Cruz", "ana.delacruz@example.org", id="Spanish particles"),
    pytest.param("Conor O'Neill", "conor.oneill@example.org", id="apostrophe"),
    pytest.param("Conor O’Neill", "coneill@example.org", id="curly apostrophe, initial"),
    pytest.param("Jean-Luc Moreau", "jean-luc.moreau@example.org", id="hyphen"),
    pytest.param("Li Na", "li.na@example.org", id="short"),
    pytest.param("Teller", "teller@example.org", id="one word"),
    pytest.param("李小龍", "bruce@example.org", id="Chinese"),
    pytest.param("ليلى حداد", "layla@example.org", id="Arabic"),
    pytest.param("Олена Шевченко", "olena@example.org", id="Cyrillic"),
    pytest.param("ada lovelace", "ada.lovelace@example.org", id="small letters"),
    pytest.param("ADA LOVELACE", "ada.lovelace@example.org", id="capitals"),
    pytest.param("Dr. Ada Lovelace", "lovelace@example.org", id="title"),
    pytest.param("Frau Prof. Dr. Ada von der Heide", "a.heide@example.org", id="German titles"),
    pytest.param("Ada Lovelace PhD", "ada.lovelace@example.org", id="degree"),
    pytest.param("Henry Ford II", "henry.ford@example.org", id="the second"),
    pytest.param("Lovelace, Ada", "ada.lovelace@example.org", id="family name first"),
    pytest.param('William "Bill" Gates', "bill.gates@example.org", id="nickname quoted"),
    pytest.param("William (Bill) Gates", "bill.gates@example.org", id="nickname in brackets"),
    pytest.param("J. R. R. Tolkien", "tolkien@example.org", id="initials"),
    pytest.param("Jan Mai", "jan.mai@example.org", id="January and May"),
    pytest.param("April June", "april.june@example.org", id="April and June"),
    pytest.param("Mr. Sunday", "sunday@example.org", id="Sunday"),
    pytest.param("Ines Freitag", "ines.freitag@example.org", id="Friday"),
    pytest.param("Will March", "will.march@example.org", id="March"),
]


@pytest.mark.parametrize(("name", "email"), NAMES)
def test_reads_names_of_many_shapes(name: str, email: str) -> None:
    call = BERLIN.read(f"{name} +49 30 23125777 {email} tomorrow 4pm demo of the product")

    assert call.full_name == name
    assert BERLIN.clock(call) == "24.11.2026 16:00"
    assert call.additional_data == "demo of the product"
    assert call.to_ask == frozenset()


WITNESSED = [
    pytest.param("Ada Lovelace Follow up on the offer", "Follow up on the offer", id="capital"),
    pytest.param("ada lovelace follow up on the offer", "follow up on the offer", id="small"),
    pytest.param("Ada Lovelace Budget 2027", "Budget 2027", id="number behind"),
    pytest.param("offer for Ada Lovelace", "offer", id="behind the context"),
]


@pytest.mark.parametrize(("words", "context"), WITNESSED)
def test_parts_name_and_context_by_the_address(words: str, context: str) -> None:
    call = BERLIN.read(f"ada.lovelace@example.org +49 30 23125777 tomorrow 4pm {words}")

    assert call.full_name is not None
    assert call.full_name.casefold() == "ada lovelace"
    assert call.additional_data == context
    assert call.to_ask == frozenset()


DAYS = [
    pytest.param(
        BERLIN_DE, "Ines Freitag 030 23125777 ines.freitag@example.org Freitag 14 Uhr",
        "Ines Freitag", "27.11.2026 14:00", id="Freitag on Freitag",
    ),
    pytest.param(
        MADRID, "Domingo Ruiz 612345678 domingo.ruiz@example.org domingo a las 17:00",
        "Domingo Ruiz", "29.11.2026 17:00", id="Domingo on domingo",
    ),
    pytest.param(
        PARIS, "Avril Petit 01 99 00 12 34 avril.petit@example.org 3 avril 10h",
        "Avril Petit", "03.04.2027 10:00", id="Avril in avril",
    ),
    pytest.param(
        BERLIN, "May June 3 June 10am +49 30 23125777 may.june@example.org",
        "May June", "03.06.2027 10:00", id="June in June",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("desk", "text", "name", "clock"), DAYS)
def test_tells_people_from_days(desk: Desk, text: str, name: str, clock: str) -> None:
    call = desk.read(text)

    assert call.full_name == name
    assert desk.clock(call) == clock


def test_asks_whether_a_day_is_the_surname() -> None:
    call = BERLIN_DE.read("Maik Freitag 14 Uhr 030 23125777 maik@example.org")

    assert WHEN in call.to_ask


NAMELESS = [
    pytest.param("+49 30 23125777 ada@example.org wants a demo", id="context only"),
    pytest.param("<@U012AB3CD|ada> +49 30 23125777 ada@example.org demo", id="mention"),
    pytest.param("+49 30 23125777 ada@example.org", id="nothing"),
    pytest.param("Acme GmbH +49 30 23125777 info@example.org", id="company"),
    pytest.param("@ada +49 30 23125777 info@example.org", id="handle"),
]


@pytest.mark.parametrize("text", NAMELESS)
def test_asks_for_the_name_where_there_is_none(text: str) -> None:
    call = BERLIN.read(text)

    assert call.to_ask == {NAME}
    assert call.full_name is None


UNCLEAR = [
    pytest.param("+49 30 23125777 info@example.org Ada Lovelace Renewal Talks", id="words touch"),
    pytest.param("ada lovelace +49 30 23125777 info@example.org demo", id="small letters"),
]


@pytest.mark.parametrize("text", UNCLEAR)
def test_proposes_a_name_that_it_is_not_sure_of(text: str) -> None:
    call = BERLIN.read(text)

    assert call.to_ask == {NAME}
    assert call.full_name is not None
    assert call.full_name.casefold().startswith("ada lovelace")


@pytest.mark.parametrize(
    "typed",
    [
        "ada lovelace {phone} ada@example.org",
        "ada lovelace {phone} lovelace@example.org",
        "ada lovelace {phone} a.lovelace@example.org",
        "ada lovelace, {phone}, ada@example.org",
        "ada lovelace ada@example.org {phone}",
        "please call ada lovelace {phone} ada@example.org",
    ],
)
def test_takes_two_small_words_for_a_name_where_an_address_has_one(typed: str) -> None:
    call = BERLIN.read(typed.format(phone="+49 30 23125777") + " tomorrow 4pm demo")

    assert call.full_name == "ada lovelace"
    assert call.additional_data == "demo"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize(
    "typed",
    [
        "ada renewal {phone} ada@example.org",
        "ada sick {phone} ada@example.org",
        "ada kommt {phone} ada@example.org",
        "jefa ada {phone} ada@example.org",
        "ada malade {phone} ada@example.org",
        "tell lovelace {phone} lovelace@example.org",
        "ada acme {phone} ada@acme.com",
        "ada from acme {phone} ada@example.org",
        "ada is ill {phone} ada@example.org",
        "ada lovelace {phone} bob@example.org",
        "{phone} ada@example.org ada again",
    ],
)
def test_takes_no_words_of_a_context_for_a_small_name(typed: str) -> None:
    assert NAME in BERLIN.read(typed.format(phone="+49 30 23125777")).to_ask


def test_leaves_company_and_role_to_the_context() -> None:
    call = BERLIN.read("Ada Lovelace (Acme GmbH), CTO, +49 30 23125777 ada.l@example.org, demo")

    assert call.full_name == "Ada Lovelace"
    assert call.additional_data == "(Acme GmbH), CTO, demo"


def test_keeps_mentions_in_the_context() -> None:
    call = BERLIN.read(
        "Ada Lovelace +49 30 23125777 ada.l@example.org ask <@U012AB3CD|bob> or <@U012AB3CE> in "
        "<#C024BE7LR|sales>"
    )

    assert call.additional_data == "ask @bob or <@U012AB3CE> in #sales"
    assert call.to_ask == frozenset()


@pytest.mark.parametrize("name", ["Lisa New", "Vincent Price", "Ada Head"])
def test_a_family_name_that_is_another_word_too_is_asked_about(name: str) -> None:
    given = name.partition(" ")[0].casefold()
    read = BERLIN.read(f"{name} +49 30 23125001 {given}@example.org tomorrow 2pm")

    assert read.full_name == name
    assert [doubt.field for doubt in read.doubts] == ["full_name"]


@pytest.mark.parametrize(
    "line",
    [
        "Ben & Kate Stone +49 30 23125001 ben@stone.example",
        "Ben and Kate Stone +49 30 23125001 ben@stone.example",
        "Anna & Peter Schulz +49 30 23125001 schulz@web.example",
        "Anna u. Peter Schulz +49 30 23125001 schulz@web.example",
    ],
)
def test_asks_which_of_two_people_with_one_telephone_is_meant(line: str) -> None:
    assert BERLIN.read(line).to_ask == {NAME}


@pytest.mark.parametrize("label", ["C", "O", "D", "W", "H"])
def test_a_label_of_one_letter_is_no_part_of_a_name(label: str) -> None:
    read = BERLIN.read(f"Ada Lovelace {label}: +49 30 23125001 ada@example.org")

    assert read.full_name == "Ada Lovelace"
