"""The report library: every facet is a plain page, and every report is on the page of each of its values."""

import re

from cso.pages.views.reports import FACETS, values_of
from html_pages import BuiltSite
from synthetic import SyntheticProject


def test_every_value_has_a_page_with_its_reports(untouched_project: SyntheticProject) -> None:
    reports = untouched_project.directory().reports()
    assert reports
    for report in reports:
        for facet, values in values_of(report).items():
            assert facet in FACETS
            for value, _ in values:
                page = untouched_project.page(f"en/reports/by/{facet}/{value}/")
                link = f"/{report.owner}/{report.id}/"
                assert any(str(element.get("href")).endswith(link) for element in page.all("//main//article//a"))


def test_page_of_a_value_shows_no_other_report(untouched_project: SyntheticProject) -> None:
    reports = untouched_project.directory().reports()
    year = next(report.year for report in reports if report.year)
    page = untouched_project.page(f"en/reports/by/year/{year}/")
    assert len(page.all("//main//article")) == sum(report.year == year for report in reports)


def test_report_says_how_to_cite_it_and_where_it_stays(untouched_project: SyntheticProject) -> None:
    report = untouched_project.directory().reports()[0]
    address = f"en/reports/{report.owner}/{report.id}/"
    text = untouched_project.page(address).text
    assert "How to cite" in text
    assert f"https://example.org/{address}" in text


def test_report_says_what_it_is_evidence_for_and_what_its_file_is(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/reports/full-example/annual-2025/")
    assert "Evidence for" in page.text
    assert re.search(r"PDF, [\d,]+ kB, \d+ pages?", page.text)


def test_regions_tell_how_far_a_coalition_reaches(real_site: BuiltSite) -> None:
    text = real_site.page("en/regions/").text
    assert re.search(r"2011\s+18", text) and re.search(r"2019\s+31", text)
