from __future__ import annotations

from pathlib import Path

from cso.content.documentation import findings_page
from cso.content.messages import MESSAGES

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"


def test_the_page_is_the_one_made_from_the_messages() -> None:
    assert PAGE.read_text("utf-8") == findings_page(), "run: python -m cso.content.documentation > docs/findings.md"


def test_every_code_stands_in_the_page_once() -> None:
    headings = [line for line in findings_page().splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted(f"### `{code}`" for code in MESSAGES)


def test_placeholders_are_shown_as_such() -> None:
    page = findings_page()
    assert "The key “‹key›” already stands in line ‹first_line›." in page
    assert "{" not in page.replace("“{”", "").replace("«{»", "")
