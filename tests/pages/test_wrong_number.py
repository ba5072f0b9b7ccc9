"""Beside every number for people in need: what to do when it is not what it should be."""

from __future__ import annotations

import pytest

from cso.entry_code import entry_code
from html_pages import BuiltSite, HtmlPage, digits, seen

WRONG = {"uk": "Щось не так із цим номером?", "en": "Something wrong with this number?"}


def cards(page: HtmlPage) -> list[tuple[str, str, list[str]]]:
    """The number to dial of every card, the text of what is said when it is wrong, and the numbers linked there."""
    found = []
    for card in page.all("//main//article[contains(@class, 'line')]"):
        numbers = card.xpath(".//a[starts-with(@href, 'tel:')][not(ancestor::details)]")
        folded = card.xpath(".//details[contains(@class, 'wrong')]")
        if numbers:
            others = [link.get("href") for box in folded for link in box.xpath(".//a[starts-with(@href, 'tel:')]")]
            found.append((numbers[0].get("href"), " ".join(map(seen, folded)), others))
    return found


@pytest.mark.parametrize(
    "address", ["en/help/", "en/hotlines/", "en/help/in/lviv/", "en/help/with/legal-aid/", "en/help/for/women/"]
)
def test_every_number_says_what_to_do_when_it_is_wrong(synthetic_site: BuiltSite, address: str) -> None:
    shown = [card for card in cards(synthetic_site.page(address)) if digits(card[0]) not in ("102", "112")]
    assert shown
    for number, text, others in shown:
        assert WRONG["en"] in text, number
        assert all(digits(other) != digits(number) for other in others)


def test_contact_of_an_organisation_has_its_code(synthetic_site: BuiltSite) -> None:
    code = entry_code("full-example/intake-phone")
    pages = [page for page in synthetic_site.pages.values() if code in page.text]
    assert {page.language for page in pages} >= {"uk", "en"}
    for page in pages:
        (box,) = page.all(f"//details[contains(@class, 'wrong')][contains(., '{code}')]")[:1]
        assert WRONG.get(page.language, "") in seen(box)


def test_first_line_names_another_one(real_site: BuiltSite) -> None:
    """The line that stands first is the one most likely imitated: beside it stands the second."""
    for language in ("", "en/"):
        first = cards(real_site.page(f"{language}help/"))
        assert first and all(others for number, _, others in first if digits(number) not in ("102", "112"))
