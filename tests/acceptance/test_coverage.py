"""`docs/coverage.md` is true: every gap has a row, its pages exist in both languages, its test exists."""

import re

import pytest

from html_pages import BuiltSite
from synthetic import PROJECT

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (PROJECT / "docs/coverage.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| G\d", line)
]


def test_every_gap_has_one_row() -> None:
    assert [row[0] for row in ROWS] == [f"G{number}" for number in range(1, 21)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_page_of_a_gap_exists_in_both_languages(row: list[str], real_site: BuiltSite) -> None:
    pages = re.findall(r"`([^`]+/)`", row[2])
    assert pages
    for page in pages:
        assert f"{page}index.html" in real_site.files
        assert f"en/{page}index.html" in real_site.files


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_test_of_a_gap_exists(row: list[str]) -> None:
    path, _, name = row[4].strip("`").partition("::")
    assert re.search(rf"^def {name}\(", (PROJECT / path).read_text(encoding="utf-8"), re.MULTILINE), row[4]
