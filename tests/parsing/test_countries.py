"""The countries that may be chosen."""

from bot.parsing import countries


def test_each_has_the_code_that_is_dialled_for_it() -> None:
    dialled = {country.region: country.dialled for country in countries()}

    assert len(dialled) > 240
    assert (dialled["DE"], dialled["US"], dialled["CA"]) == (49, 1, 1)
