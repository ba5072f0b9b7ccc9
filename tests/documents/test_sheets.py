"""Which documents there are, and which numbers may be printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cso.directory import Directory
from cso.directory.help import Hotline
from cso.documents.sheets import Sheet, is_confirmed, sheets
from synthetic import SyntheticProject

SITE = "https://example.org"


@pytest.fixture
def directory(untouched_project: SyntheticProject) -> Directory:
    return untouched_project.directory()


def by_path(directory: Directory, language: str = "uk") -> dict[str, Sheet]:
    return {sheet.path: sheet for sheet in sheets(directory, language, SITE)}


def with_line(directory: Directory, line: Hotline) -> Directory:
    return replace(directory, hotlines=tuple(line if line.id == old.id else old for old in directory.hotlines))


def test_a_poster_and_a_card_for_every_national_line_and_every_region(
    directory: Directory,
) -> None:
    found = by_path(directory, "en")
    for name in ("lines/full-line", "lines/state-line", "lines/full-child-line"):
        assert {f"documents/en/{name}-poster.pdf", f"documents/en/{name}-card.pdf"} <= set(found)
    regions = {path for path in found if path.startswith("documents/en/regions/")}
    assert len(regions) == 2 * len(directory.vocabularies.regions) == 54
    assert len(found) == 54 + 6


def test_each_leads_to_a_page_of_the_help_section_in_its_language(directory: Directory) -> None:
    assert by_path(directory)["documents/uk/lines/full-line-card.pdf"].address == f"{SITE}/help/"
    assert by_path(directory, "en")["documents/en/regions/lviv-card.pdf"].address == f"{SITE}/en/help/in/lviv/"


def test_only_confirmed_numbers_are_printed(directory: Directory) -> None:
    for path, sheet in by_path(directory).items():
        numbers = [number for line in sheet.lines for number in line.numbers]
        assert numbers
        assert sheet.sample is not any(map(is_confirmed, numbers)), path
        assert all(map(is_confirmed, numbers)) or not any(map(is_confirmed, numbers)), path


def test_a_line_printed_on_a_public_page_alone_is_a_sample(directory: Directory) -> None:
    child_line = by_path(directory)["documents/uk/lines/full-child-line-poster.pdf"]
    assert child_line.sample
    assert child_line.for_children


def test_a_confirmation_past_its_limit_makes_a_sample_again(untouched_project: SyntheticProject) -> None:
    later = by_path(untouched_project.directory(date(2028, 1, 1)))
    assert all(sheet.sample for sheet in later.values())
    assert not by_path(untouched_project.directory())["documents/uk/lines/full-line-poster.pdf"].sample


def test_lines_of_the_region_come_first(directory: Directory) -> None:
    state_line = directory.hotline("state-line")
    assert state_line is not None
    lviv = next(region for region in directory.vocabularies.regions if region.id == "lviv")
    regional = replace(state_line, id="lviv-line", level="regional", regions=(lviv.reference,))
    wider = replace(directory, hotlines=(*directory.hotlines, regional))
    poster = by_path(wider)["documents/uk/regions/lviv-poster.pdf"]
    assert poster.lines[0].code == regional.code
    elsewhere = by_path(wider)["documents/uk/regions/odesa-poster.pdf"]
    assert regional.code not in [line.code for line in elsewhere.lines]


def test_an_unconfirmed_line_is_left_out_beside_a_confirmed_one(directory: Directory) -> None:
    child_line = directory.hotline("full-child-line")
    assert child_line is not None
    site = replace(directory.site, national_lines=("full-child-line", "full-line"))
    poster = by_path(replace(directory, site=site))["documents/uk/regions/lviv-poster.pdf"]
    assert not poster.sample
    assert child_line.code not in [line.code for line in poster.lines]


def test_nothing_of_an_organisation_but_its_line(directory: Directory) -> None:
    """A sheet has no field that could hold a place, an organisation or a shelter (S5)."""
    assert set(Sheet.__slots__) == {
        "kind",
        "path",
        "place",
        "for_children",
        "lines",
        "emergency",
        "address",
        "sample",
        "demonstration",
    }
