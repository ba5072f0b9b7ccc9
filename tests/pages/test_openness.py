"""The openness checklist: met by data alone, by name, without marks; silence is never a no (S8)."""

import pytest

from cso.openness import POINTS, REPORT_POINTS, TRANSPARENCY_POINTS
from synthetic import FULL, SyntheticProject


def test_ten_points_of_the_initiative_and_every_gap_that_data_can_close() -> None:
    assert len(TRANSPARENCY_POINTS) == 10
    gaps = {gap for point in POINTS for gap in point.origin.replace(",", " ").split() if gap.startswith("G")}
    assert {"G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G12", "G13", "G14", "G15", "G16", "G17"} <= gaps
    assert len({point.id for point in POINTS}) == len(POINTS)


def test_full_profile_meets_every_point_and_each_leads_to_its_evidence(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/openness/")
    section = page.one('//section[@aria-labelledby="full-example"]')
    links = section.xpath('.//ul[contains(@class, "open-points")]//a')
    assert len(links) == len(POINTS)
    profile = untouched_project.page("en/organizations/full-example/")
    anchors = {element.get("id") for element in profile.all("//*[@id]")}
    for link in links:
        address, _, fragment = link.get("href").partition("#")
        assert address.endswith("organizations/full-example/")
        assert fragment in anchors


@pytest.mark.parametrize(
    "point", [point for point in REPORT_POINTS if point.field.isalpha()], ids=lambda point: point.id
)
def test_point_opens_with_its_field_and_closes_without(untouched_project: SyntheticProject, point: object) -> None:
    directory = untouched_project.directory()
    full, minimal = (
        next(entry for entry in directory.organizations if entry.slug == slug)
        for slug in ("full-example", "minimal-example")
    )
    assert point.count(full) > 0  # type: ignore[attr-defined]
    assert point.count(minimal) == 0  # type: ignore[attr-defined]


def test_public_source_profile_was_not_asked_yet(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/openness/")
    section = page.one('//section[@aria-labelledby="minimal-example"]')
    words = " ".join(section.itertext())
    expected = (
        "Not asked yet"
        if "public_source" in untouched_project.read("organizations/minimal-example/organization.yaml")
        else "Not published yet"
    )
    assert expected in words
    for forbidden in ("missing", "0 of", "none", "%"):
        assert forbidden not in words.lower()


def test_organizations_stand_by_name(untouched_project: SyntheticProject) -> None:
    headings = [
        heading for heading in untouched_project.page("en/openness/").headings[1:] if heading != "Where to call"
    ]
    names = [heading for heading in headings if heading not in ("If someone checks your phone",)]
    assert names == sorted(names, key=str.casefold)


def test_method_names_the_field_of_every_point(untouched_project: SyntheticProject) -> None:
    text = untouched_project.page("en/openness/method/").text
    for point in POINTS:
        assert point.field in text
    assert "Version 1" in text


def test_a_field_taken_out_closes_its_point(synthetic_project: SyntheticProject) -> None:
    before = len(synthetic_project.page("en/openness/").all('//section[@aria-labelledby="full-example"]//ul//a'))
    text = synthetic_project.read(FULL)
    start = text.index("\npress:")
    end = text.index("\n", start + 1)
    while text[end + 1 : end + 2] == " ":
        end = text.index("\n", end + 1)
    synthetic_project.write(FULL, text[:start] + text[end:])
    after = len(synthetic_project.page("en/openness/").all('//section[@aria-labelledby="full-example"]//ul//a'))
    assert after == before - 1
