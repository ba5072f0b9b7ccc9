"""Dates, numbers and plural forms are right in both languages, and what is in another language says so."""

from __future__ import annotations

import re

import pytest

from html_pages import BuiltSite, seen
from synthetic import FULL, SyntheticProject


def test_dates(untouched_project: SyntheticProject) -> None:
    ukrainian = untouched_project.page("organizations/full-example/").text
    english = untouched_project.page("en/organizations/full-example/").text
    for text, dates in (
        (ukrainian, ("15 березня 1998 р.", "квітень 2022 р.", "1 вересня 2026 р.", "серпень 2006 р.")),
        (english, ("15 March 1998", "April 2022", "1 September 2026", "August 2006")),
    ):
        for date in dates:
            assert date in text


def test_no_sentence_ends_with_two_full_stops(synthetic_site: BuiltSite) -> None:
    assert not [
        path for path, page in synthetic_site.pages.items() if ".." in seen(page.one("//body")).replace("…", "")
    ]


@pytest.mark.parametrize("language", ["uk", "en"])
def test_no_date_stays_as_it_was_written(untouched_project: SyntheticProject, language: str) -> None:
    prefix = "" if language == "uk" else "en/"
    for address in ("organizations/full-example/", "hotlines/", "proposals/", "results/", "status/"):
        text = untouched_project.page(prefix + address).text
        assert not [word for word in text.split() if word.startswith(("2026-", "2025-", "1998-"))]


def test_numbers(untouched_project: SyntheticProject) -> None:
    ukrainian = untouched_project.page("organizations/full-example/").markup
    english = untouched_project.page("en/organizations/full-example/").markup
    for markup, numbers in (
        (ukrainian, ("12\u00a0345", "1\u00a0200\u00a0000", "12,5", "950,5")),
        (english, ("12,345", "1,200,000", "12.5", "950.5")),
    ):
        for number in numbers:
            assert number in markup


@pytest.mark.parametrize(
    ("number", "members", "days"),
    [
        (1, ("1 член ", "1 member "), ("упродовж 1 дня", "within 1 day.")),
        (3, ("3 члени ", "3 members "), ("упродовж 3 днів", "within 3 days.")),
        (5, ("5 членів ", "5 members "), ("упродовж 5 днів", "within 5 days.")),
        (11, ("11 членів ", "11 members "), ("упродовж 11 днів", "within 11 days.")),
        (21, ("21 член ", "21 members "), ("упродовж 21 дня", "within 21 days.")),
    ],
)
def test_plural_of_days(
    synthetic_project: SyntheticProject, number: int, members: tuple[str, str], days: tuple[str, str]
) -> None:
    synthetic_project.edit(FULL, "members: 5", f"members: {number}")
    synthetic_project.edit(FULL, "answer_days: 14", f"answer_days: {number}")
    ukrainian = synthetic_project.page("organizations/full-example/")
    english = synthetic_project.page("en/organizations/full-example/")
    assert members[0] in ukrainian.section("Хто ухвалює рішення")
    assert members[1] in english.section("Who decides")
    assert days[0] in ukrainian.section("Зворотний зв’язок")
    assert days[1] in english.section("Feedback")


def test_name_in_another_language_says_so(untouched_project: SyntheticProject) -> None:
    english = untouched_project.page("en/organizations/minimal-example/")
    assert english.one("//h1/span").get("lang") == "uk"
    assert not untouched_project.page("organizations/minimal-example/").all("//h1/span")
    half = untouched_project.page("en/organizations/half-example/")
    brochure = [element for element in half.all("//*[@lang='uk']") if seen(element) == "Вигадана брошура"]
    assert brochure
    network = untouched_project.page("networks/example-network/")
    assert [element for element in network.all("//*[@lang='en']") if seen(element) == "Invented World Network"]


def test_every_text_in_cyrillic_letters_is_marked_on_an_english_page(synthetic_site: BuiltSite) -> None:
    for path, page in synthetic_site.pages.items():
        if page.language != "en":
            continue
        for element in page.all("//body//*[text()]"):
            own = "".join(element.xpath("text()"))
            if re.search("[а-яіїєґ]{3}", own.lower()):
                assert element.xpath("ancestor-or-self::*[@lang][1]")[0].get("lang") != "en", (path, own)


def test_hours(untouched_project: SyntheticProject) -> None:
    english = seen(untouched_project.page("en/hotlines/").one('//*[@id="full-line"]'))
    ukrainian = seen(untouched_project.page("hotlines/").one('//*[@id="full-line"]'))
    assert "Monday to Friday 09:30–18:00" in english
    assert "Saturday, Sunday 10:00–24:00" in english
    assert "(Kyiv time)" in english
    assert "з понеділка до п’ятниці 09:30–18:00" in ukrainian
    assert "субота, неділя 10:00–24:00" in ukrainian
