"""What follows from a number: kind, digits, E.164, links."""

from __future__ import annotations

import pytest

from cso import phones
from cso.phones import PhoneError, PhoneKind, UnknownCountryError, parse_number


@pytest.mark.parametrize(
    ("dial", "country", "kind", "digits", "e164", "link", "link_abroad"),
    [
        ("116 123", "UA", "short_code", "116123", None, "tel:116123", None),
        ("15-47", "UA", "short_code", "1547", None, "tel:1547", None),
        ("527", "UA", "short_code", "527", None, "tel:527", None),
        ("102", "UA", "emergency", "102", None, "tel:102", None),
        ("112", "EU", "emergency", "112", None, "tel:112", None),
        ("116 000", "EU", "short_code", "116000", None, "tel:116000", None),
        ("110", "DE", "emergency", "110", None, "tel:110", None),
        ("116 016", "DE", "short_code", "116016", None, "tel:116016", None),
        ("0 800 500 335", "UA", "toll_free", "0800500335", "+380800500335", "tel:0800500335", None),
        ("+380 800 500 335", "UA", "toll_free", "0800500335", "+380800500335", "tel:0800500335", None),
        ("800 077 777", "CZ", "toll_free", "800077777", "+420800077777", "tel:800077777", None),
        ("+36 80 20 55 20", "HU", "toll_free", "0680205520", "+3680205520", "tel:0680205520", None),
        (
            "+380 44 205 36 95",
            "UA",
            "standard",
            "0442053695",
            "+380442053695",
            "tel:+380442053695",
            "tel:+380442053695",
        ),
        ("22 628 01 20", "PL", "standard", "226280120", "+48226280120", "tel:+48226280120", "tel:+48226280120"),
    ],
)
def test_what_follows_from_a_number(
    dial: str, country: str, kind: str, digits: str, e164: str | None, link: str, link_abroad: str | None
) -> None:
    number = parse_number(dial, country)
    assert number.kind is PhoneKind(kind)
    assert (number.digits, number.e164, number.link, number.link_abroad) == (digits, e164, link, link_abroad)


@pytest.mark.parametrize(
    ("dial", "country"),
    [
        ("386", "UA"),
        ("8-800-505-50", "UA"),
        ("044 205 36", "UA"),
        ("+48 22 628 01 20", "UA"),
        ("527", "EU"),
        ("-", "UA"),
    ],
)
def test_a_number_that_cannot_be_dialled_is_refused_without_repeating_it(dial: str, country: str) -> None:
    with pytest.raises(PhoneError) as error:
        parse_number(dial, country)
    assert dial not in str(error.value)


def test_a_country_without_a_plan_is_refused() -> None:
    with pytest.raises(UnknownCountryError):
        parse_number("123", "XX")


def test_numbers_that_belong_to_nobody_are_known_as_such() -> None:
    assert parse_number("+380 00 123 45 67", "UA").is_synthetic
    assert not parse_number("+380 44 205 36 95", "UA").is_synthetic


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("0 800 500 335", "UA"), ("+380800500335", "UA"), True),
        (("116 123", "UA"), ("116123", "UA"), True),
        (("116 123", "UA"), ("116123", "PL"), False),
        (("112", "EU"), ("112", "UA"), False),
        (("nothing 12", "UA"), ("12", "UA"), True),
    ],
)
def test_two_ways_of_writing_one_number_are_equal(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert (phones.comparable(*one) == phones.comparable(*other)) is same
