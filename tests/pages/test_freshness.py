"""Age is shown, not hidden (design decision 5): past its limit a fact says so; later a service moves down."""

from __future__ import annotations

from datetime import date

from html_pages import seen
from synthetic import SyntheticProject

OLD, UNCONFIRMED = "not confirmed since then", "not confirmed for a long time"


def service_heading(project: SyntheticProject, name: str, as_of: date) -> str:
    """The heading of second level above a service on the page of its kind, or the one that parts the lists."""
    page = project.page("en/services/counselling/", as_of)
    headings = page.main_headings
    parting = "Not confirmed for a long time"
    return "below" if parting in headings and headings.index(name) > headings.index(parting) else "above"


def test_services_by_age(untouched_project: SyntheticProject) -> None:
    text = untouched_project.page("en/organizations/half-example/").text
    current, old, forgotten = (
        text[text.index(name) :].partition("What to bring")[2][:160]
        for name in ("Current advice", "Older advice", "Advice not confirmed for long")
    )
    assert OLD not in current.partition("Older advice")[0]
    assert OLD in old
    assert UNCONFIRMED in forgotten


def test_service_moves_below_the_heading_when_it_was_not_confirmed_for_twice_its_limit(
    untouched_project: SyntheticProject,
) -> None:
    """Its information is of May 2026 and holds for twelve months."""
    for as_of, place in ((date(2027, 5, 1), "above"), (date(2028, 5, 1), "above"), (date(2028, 5, 2), "below")):
        assert service_heading(untouched_project, "Current advice", as_of) == place
    assert service_heading(untouched_project, "Advice not confirmed for long", date(2026, 11, 1)) == "below"


def test_line_stays_and_says_that_it_is_old(untouched_project: SyntheticProject) -> None:
    def number(as_of: date) -> str:
        page = untouched_project.page("en/hotlines/", as_of)
        return seen(page.one('//*[@id="full-line"]//li[.//a[@href="tel:+380000000001"]]'))

    fresh, old, unconfirmed = (number(date(year, 11, 1)) for year in (2026, 2027, 2029))
    assert "confirmed by call, 15 September 2026" in fresh
    assert OLD not in fresh
    assert OLD in old
    assert UNCONFIRMED in unconfirmed


def test_passing_time_makes_no_error(untouched_project: SyntheticProject) -> None:
    assert not untouched_project.check(date(2040, 1, 1)).has_errors


def test_day_changes_nothing_but_what_crosses_a_limit(untouched_project: SyntheticProject) -> None:
    for address in ("organizations/half-example/", "services/counselling/", "hotlines/", ""):
        one, other = (untouched_project.page(address, date(2026, 11, day)).source for day in (2, 3))
        assert one == other


def test_printed_on_a_page_is_never_called_confirmed(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/hotlines/")
    line = seen(page.one('//*[@id="full-child-line"]'))
    assert "confirmed by" not in line
    assert "confirmed in writing" not in line
    assert "La Strada-Ukraine report, 2019" in line
    state = seen(page.one('//*[@id="state-line"]'))
    assert "confirmed in writing by those who run it, 20 August 2026" in state
    channel = seen(page.one('//*[@id="full-line"]'))
    assert "printed on a public page of example.org, March 2026" in channel


def test_status_page_counts_ages(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/status/")
    assert "1 November 2026" in page.text
    assert "Invented Half" in page.text
