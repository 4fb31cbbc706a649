"""Files as spreadsheets write them: read for certain, or not at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.parsing.encodings import decode
from bot.parsing.tables import read_table

WESTERN = [
    "Name;Phone\nEva Núñez;+34 91 1234567\n",
    "Name;Telefon;Notiz\nJürgen Groß;+49 30 1;„Demo“ – über 100 €\n",
    "Nom;Note\nRené Lefèvre;l’offre, à 3ème étage\nFrançoise D’Été;Noël\n",
    "Name;Note\nJane O’Neil;Jane’s offer, don’t wait…\n",
    "Navn\nSøren Åse\nBjørn Ærø\n",
    "Name;Note\nTomáš Novák;x\nMiloš Šimek;x\n",
    "Name;Note\nZoë McDonald-Müller;jörg@müller.de: Größe 3 m²\n",
    "Nombre;Nota\nÁngel López;¿qué? mañana\n",
    "Name;Straße\nHANS MEIßNER;HAUPTSTRAßE 5 • N°5\nMaxi Beck;10 €/Monat, 50 ½\n",
    "Nom;Note\nClaire Lebœuf;sa sœur, “ok”\nJoséMaría Gil;Œuvre\n",
    "Name;Phone\nNora\u00a0Stein;+49\u00a030\u00a023125001\n",
]


@pytest.mark.parametrize("text", WESTERN)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_reads_what_spreadsheets_write(text: str, encoding: str) -> None:
    read = decode((text * 20).encode(encoding))

    assert read is not None
    assert read.strip("\ufeff") == text * 20


def test_reads_the_other_end_first() -> None:
    text = WESTERN[0] * 20

    assert decode(text.encode("utf-16-be")) == text


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
@pytest.mark.parametrize(
    "name",
    [
        "Jürgen", "Groß", "März", "Köhler", "Özdemir", "Ärzte", "Übel", "René", "Lefèvre",
        "Émile", "Besançon", "Noël", "Jérôme", "à bientôt", "García", "Núñez", "López", "Jesús",
        "Sánchez", "Ángel", "Óscar", "Ñandú",
    ],
)  # fmt: skip
def test_no_letter_becomes_another(name: str, encoding: str) -> None:
    assert decode(f"Name;Phone\n{name};+49 30 23125001\n".encode(encoding)) is None


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Łukasz", "cp1250"),
        ("Kamiński", "cp1250"),
        ("Иван Петров", "cp1251"),
        ("Γιώργος", "cp1253"),
        ("Gülşen Işık", "cp1254"),
        ("山田太郎", "cp932"),
        ("王小明", "gbk"),
    ],
)
def test_nor_one_of_another_country(name: str, encoding: str) -> None:
    assert decode(f"Name;Phone\n{name};+49 30 23125001\n".encode(encoding)) is None


@given(st.binary(max_size=400))
def test_no_bytes_raise(content: bytes) -> None:
    read_table(decode(content) or "", most=50)


@pytest.mark.parametrize("content", [b"a-" * 200_000, b"\xe9'" * 150_000, b"(" * 300_000])
def test_a_file_of_signs_is_looked_at_in_no_time(content: bytes) -> None:
    begun = time.perf_counter()

    decode(content + b"\xe9\x93x")

    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize("word", ["a-" * 90, "é'" * 90, "Aé-" * 60, "3-" * 90, "(" * 190])
def test_nor_does_a_word_of_signs_take_long(word: str) -> None:
    begun = time.perf_counter()

    decode(f"{word}é“x".encode("cp1252"))

    assert time.perf_counter() - begun < 2
