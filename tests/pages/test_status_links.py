"""`/status/` tells of the last check of outward links, and says so when there was none."""

from __future__ import annotations

import datetime

import pytest

from cso.upkeep.link_report import BrokenLink, LinkReport, read, save
from synthetic import SyntheticProject

DAY = datetime.date(2026, 10, 30)


def test_status_says_what_did_not_open_and_when(synthetic_project: SyntheticProject) -> None:
    settings = synthetic_project.root / "pelicanconf.py"
    few = ("cso.publish", "cso.directory", "cso.pages")
    more = f"\nPLUGINS = [name for name in PLUGINS if name in {few}]\n"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    site = synthetic_project.build()
    assert "Not asked yet whether they still open." in site.page("en/status/").text
    report = LinkReport(DAY, 40, (BrokenLink("https://example.org/gone", "full-example"),))
    save(report, synthetic_project.root / ".cache/links.json")
    site = synthetic_project.build()
    assert "https://example.org/gone" in site.page("status/").section("Посилання на інші сайти")
    assert "30 October 2026" in site.page("en/status/").section("Outward links")
    others = [page for path, page in site.pages.items() if "status/" not in path]
    assert not any("30 October 2026" in page.text and "example.org/gone" in page.text for page in others)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"date": "soon", "checked": 1, "broken": []}'])
def test_a_file_that_cannot_be_read_is_no_check(synthetic_project: SyntheticProject, text: str) -> None:
    path = synthetic_project.root / "links.json"
    path.write_text(text)
    assert read(path) is None
    save(LinkReport(DAY, 1, ()), path)
    assert read(path) == LinkReport(DAY, 1, ())
