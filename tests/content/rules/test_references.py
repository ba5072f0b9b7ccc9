"""Ids that point at each other, and dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.rules.folders import PROFILE, PUBLIC_PROFILE, Files, findings, found, profile
from cso.content.rules import dates, references

CONTACT = "contacts:\n  - {id: office, role: office, kind: website, url: https://example.org}\n"
CONFIRMATION = "owner: dawn\nwithheld: {since: 2026-01-01, reason: asked}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("themes: [prevention]", []),
        ("themes: [preventoin]", [("unknown-reference-near", 4)]),
        ("themes: [xyz]", [("unknown-reference", 4)]),
        ("seat:\n  region: lvov\n", [("unknown-reference-near", 5)]),
        ("seat: {country: FR}", [("unknown-reference", 4)]),
        ("parent: dawn", []),
        ("parent: dusk", [("unknown-reference", 4)]),
        ("memberships:\n  - {network: no-such, role: member}", [("unknown-reference", 5)]),
        (f"{CONTACT}feedback:\n  contact: office", []),
        (f"{CONTACT}feedback:\n  contact: offise", [("unknown-reference-near", 7)]),
        (f"{CONTACT}press:\n  contact: press", [("unknown-reference", 7)]),
        ("services:\n  - id: a\n    types: [legal-aid]\n    way_in: {value: hotline, hotline: line}", []),
        (
            "services:\n  - id: a\n    types: [legal-aid]\n    way_in: {value: hotline, hotline: other}",
            [("unknown-reference", 7)],
        ),
        ("shelters:\n  - id: a\n    admission: {value: hotline, hotline: xyz}", [("unknown-reference", 6)]),
        ("source: report-2019", []),
        ("source: report-2091", [("unknown-reference-near", 4)]),
        ("source: www.example.org", [("unknown-source", 4)]),
        ("source: https://example.org/x", []),
        ("source: https://example.org/x https://example.org/y", [("source-with-space", 4)]),
    ],
)
def test_a_reference_leads_to_something(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert found(references.unknown_references, tmp_path, {**LINES, **profile(text)}) == expected


LINES = {
    "hotlines/line.yaml": "id: line\n",
    "hotlines/police.yaml": "id: police\n",
    "hotlines/national.yaml": "id: national\n",
}


def test_a_reference_to_a_withheld_organisation_is_no_error_even_when_its_profile_is_gone(tmp_path: Path) -> None:
    files = {**LINES, **profile("parent: dusk"), "confirmations/dusk.yaml": CONFIRMATION}
    assert found(references.unknown_references, tmp_path, files) == []


def test_the_closest_id_is_suggested_in_both_languages(tmp_path: Path) -> None:
    (finding,) = findings(references.unknown_references, tmp_path, {**LINES, **profile("themes: [preventoin]")})
    assert "prevention" in finding.fix("en")
    assert "prevention" in finding.fix("uk")


def test_the_site_names_lines_that_exist(tmp_path: Path) -> None:
    assert found(references.unknown_references, tmp_path, {}) == [("unknown-reference", 5), ("unknown-reference", 6)]


@pytest.mark.parametrize(
    ("rule", "files", "expected"),
    [
        (references.duplicate_ids, profile("reports:\n  - id: a\n  - id: a"), [("duplicate-id", 6)]),
        (references.duplicate_ids, profile("reports:\n  - id: a\nservices:\n  - id: a"), []),
        (references.duplicate_ids, {"vocabularies/themes.yaml": "terms:\n  - id: a\n  - id: a"}, [("duplicate-id", 3)]),
        (references.duplicate_lines, {**profile("hotlines:\n  - id: line"), **LINES}, [("id-taken", 1)]),
        (references.duplicate_lines, profile("hotlines:\n  - id: other"), []),
        (
            references.duplicate_codes,
            profile("hotlines:\n  - id: line-158\n  - id: line-173"),
            [("entry-code-taken", 6)],
        ),
        (references.duplicate_codes, profile("hotlines:\n  - id: line-158\n  - id: line-174"), []),
        (references.duplicate_owners, {**profile("", slug="line"), **LINES}, [("id-taken", 1)]),
        (references.duplicate_owners, {**profile(""), "networks/dawn.yaml": "id: dawn"}, [("id-taken", 1)]),
        (references.duplicate_owners, {**profile(""), **LINES}, []),
        (references.reserved_ids, profile("", slug="reports"), [("reserved-id", 1)]),
        (references.reserved_ids, profile("reports:\n  - id: page"), [("reserved-id", 5)]),
        (references.reserved_ids, {"vocabularies/regions.yaml": "terms:\n  - id: index"}, [("reserved-id", 2)]),
        (references.reserved_ids, profile("reports:\n  - id: page-of-hope"), []),
        (references.file_names, {"hotlines/a.yaml": "id: b"}, [("id-not-file-name", 1)]),
        (references.file_names, {"networks/a.yaml": "id: b"}, [("id-not-file-name", 1)]),
        (references.file_names, {"confirmations/a.yaml": "# x\nowner: b"}, [("id-not-file-name", 2)]),
        (references.file_names, LINES, []),
        (references.former_slugs, profile("former_slugs: [old]"), []),
        (references.former_slugs, profile("former_slugs: [dawn]"), [("former-slug-current", 4)]),
        (references.former_slugs, {**profile("former_slugs: [dusk]"), **profile("", slug="dusk")}, [("id-taken", 4)]),
        (
            references.former_slugs,
            {**profile("former_slugs: [old]"), **profile("former_slugs: [old]", slug="dusk")},
            [("id-taken", 4)],
        ),
    ],
)
def test_ids_are_never_in_each_others_way(
    tmp_path: Path, rule: object, files: Files, expected: list[tuple[str, int]]
) -> None:
    assert callable(rule)
    assert found(rule, tmp_path, files) == expected


FUTURE = "date-in-future"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("status: {value: active, as_of: 2026-11-23}", []),
        ("status: {value: active, as_of: 2026-11-24}", [(FUTURE, 4)]),
        ("status: {value: active, as_of: 2026}", []),
        ("status: {value: active, as_of: 2026-11}", []),
        ("status: {value: active, as_of: 2026-12}", [(FUTURE, 4)]),
        ("status: {value: active, as_of: 2027}", [(FUTURE, 4)]),
        ("status: {value: active, as_of: undated}", []),
        ("status: {value: active, as_of: 1900}", []),
        ("history:\n  - {event: founded, date: 2027, text: {uk: а}}", [(FUTURE, 5)]),
        ("proposals:\n  - id: a\n    submitted: 2027-01-01", [(FUTURE, 6)]),
        ("proposals:\n  - id: a\n    submitted: 2026\n    outcome_date: 2027", [(FUTURE, 7)]),
        ("results:\n  - period: {from: 2026, to: 2027}", [(FUTURE, 5)]),
        ("coordination:\n  - {body: a, role: member, from: 2027}", [(FUTURE, 5)]),
        ("coordination:\n  - {body: a, role: member, from: 2020, to: 2030}", []),
        ("policies:\n  - {kind: a, status: adopted, adopted: 2030}", [(FUTURE, 5)]),
        ("activities:\n  - id: a\n    period: {from: 2027, to: 2028}", []),
        ("activities:\n  - id: a\n    results:\n      - period: {from: 2027}", [(FUTURE, 7)]),
        ("funding:\n  - kind: other\n    period: {from: 2027, to: 2029}", []),
        ("consent:\n  date: 2026-11-24\n  review_date: 2028-01-01", [(FUTURE, 5)]),
        ("consent:\n  date: 2026-11-20\n  review_date: 2028-01-01", []),
        ("press:\n  releases:\n    - {date: 2027, title: {uk: а}}", [(FUTURE, 6)]),
    ],
)
def test_what_has_happened_is_not_in_the_future(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert found(dates.future_dates, tmp_path, profile(text)) == expected


def test_a_confirmation_is_not_in_the_future(tmp_path: Path) -> None:
    files = {"confirmations/a.yaml": "owner: a\nentries:\n  - {kind: email, value: a, date: 2027-01-01}"}
    assert found(dates.future_dates, tmp_path, files) == [(FUTURE, 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reports:\n  - {id: a, year: 2027}", [(FUTURE, 5)]),
        ("reports:\n  - {id: a, year: 2026}", []),
        ("feedback:\n  yearly:\n    - year: 2030", [(FUTURE, 6)]),
    ],
)
def test_a_year_is_not_in_the_future(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert found(dates.future_years, tmp_path, profile(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("results:\n  - period: {from: 2020, to: 2019}", [("end-before-beginning", 5)]),
        ("results:\n  - period: {from: 2020-05, to: 2020}", []),
        ("results:\n  - period: {from: 2020, to: 2020-01-01}", []),
        ("former_names:\n  - {name: {uk: А}, from: 2020-05-02, to: 2020-05-01}", [("end-before-beginning", 5)]),
        ("consent:\n  date: 2026-01-02\n  review_date: 2026-01-01", [("end-before-beginning", 6)]),
        ("proposals:\n  - submitted: 2020\n    outcome_date: 2019", [("end-before-beginning", 6)]),
        ("coordination:\n  - {from: undated, to: 2019}", []),
    ],
)
def test_nothing_ends_before_it_begins(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert found(dates.ends_before_beginnings, tmp_path, profile(text)) == expected


def test_the_heads_of_the_samples_have_the_lines_that_tests_count_on() -> None:
    assert (PROFILE.count("\n"), PUBLIC_PROFILE.count("\n")) == (3, 4)
