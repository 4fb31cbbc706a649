"""The countries that may be chosen."""

from bot.parsing import countries


def test_each_has_a_name_and_a_code() -> None:
    listed = {country.region: country for country in countries()}

    assert len(listed) > 240
    assert (listed["DE"].name, listed["DE"].dialled) == ("Germany", 49)
    assert (listed["US"].dialled, listed["CA"].dialled) == (1, 1)
    assert all(country.name != country.region for country in listed.values())


def test_they_stand_in_the_order_of_their_names() -> None:
    names = [country.name for country in countries()]

    assert names == sorted(names)
