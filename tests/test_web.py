from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from web import html_problems

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VALID = (
    '<!DOCTYPE html>\n<html lang="uk"><head><meta charset="utf-8"><title>Допомога</title></head>'
    '<body><main><h1>Допомога</h1><p><a href="tel:116123">116&nbsp;123</a></p></main></body></html>\n'
)


def test_valid_page_has_no_problems(tmp_path: Path) -> None:
    (tmp_path / "help").mkdir()
    (tmp_path / "help" / "index.html").write_text(VALID, encoding="utf-8")
    assert html_problems(tmp_path) == []


@pytest.mark.parametrize(
    ("bad", "rule"),
    [
        ("<p><div>x</div></p>", "close-order"),
        ('<img src="a.png">', "wcag/h37"),
        ('<p id="a">x</p><p id="a">y</p>', "no-dup-id"),
        ('<p style="color: red">x</p>', "no-inline-style"),
        ("<ul><p>x</p></ul>", "element-permitted-content"),
    ],
)
def test_problem_is_found(tmp_path: Path, bad: str, rule: str) -> None:
    (tmp_path / "fine.html").write_text(VALID, encoding="utf-8")
    (tmp_path / "bad.html").write_text(VALID.replace("</main>", f"{bad}</main>"), encoding="utf-8")
    problems = html_problems(tmp_path)
    assert any(f" {rule}: " in problem for problem in problems), problems
    assert all(problem.startswith("bad.html:") for problem in problems)


def test_nothing_to_validate_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing was validated"):
        html_problems(tmp_path)


@pytest.mark.browser
def test_browser_starts(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<title>Допомога</title>")
    assert page.title() == "Допомога"
    page.close()
