"""A mistake in the content is told at its line and leaves the site as it was; taking something off always works."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from cso.content.findings import Level, render
from cso.phones import spellings
from html_pages import BuiltSite, holds_number, state
from synthetic import AS_OF, FULL, HALF, MINIMAL, OFFICE, SyntheticProject

NEWS = "organizations/full-example/news/2026-05-04-event.md"
CONFIRMATIONS = "confirmations/full-example.yaml"


@dataclass(frozen=True)
class Mistake:
    """One edit that breaks the content.

    Args:
        path: the file.
        old: text that stands in it once.
        new: what a person writes instead.
        code: code of the finding.
        lines_down: how many lines below the edit the finding stands.
        secret: what no output may repeat (S7).
    """

    path: str
    old: str
    new: str
    code: str
    lines_down: int = 0
    secret: str = ""


MISTAKES = {
    "misspelt key": Mistake(HALF, "summary:", "sumary:", "misspelt-key"),
    "phone without quotes that is wrong": Mistake(FULL, "00 000 00 06", "044 123", "phone-not-valid"),
    "unknown region": Mistake(OFFICE, "region: lviv", "region: lvov", "unknown-reference-near"),
    "duplicate key": Mistake(MINIMAL, "as_of: 2026-02", "as_of: 2026-02\nas_of: 2026-03", "duplicate-key", 1),
    "unconfirmed number": Mistake(FULL, "00 000 00 01", "00 000 00 99", "contact-not-confirmed"),
    "number in a description": Mistake(
        FULL,
        "Порада за вигаданою лінією.",
        "Порада за номером 00 000 00 77.",
        "phone-in-text",
        secret="00 000 00 77",
    ),
    "street in a news item": Mistake(
        NEWS, "Його підтримали вигадані партнери.", "Приходьте на вул. Тиху, 17.", "street-in-text", secret="Тиху"
    ),
}


@pytest.fixture
def project(synthetic_site: BuiltSite, untouched_project: SyntheticProject, tmp_path: Path) -> SyntheticProject:
    """The invented content with a site built from it, free to be changed."""
    assert synthetic_site.pages
    return untouched_project.copy(tmp_path / "copy")


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_told_at_its_line_and_the_site_stays(project: SyntheticProject, name: str) -> None:
    mistake = MISTAKES[name]
    before = state(project.output)
    line = project.edit(mistake.path, mistake.old, mistake.new) + mistake.lines_down
    done = project.run("cso", "build", "--as-of", AS_OF.isoformat(), "--lang", "uk")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert state(project.output) == before
    (ukrainian,) = [row for row in done.stdout.splitlines() if "  помилка  " in row]
    assert re.fullmatch(
        rf"content/{mistake.path}:{line}:\d+  помилка  {mistake.code}  .*[а-яіїєґ].*  → .*[а-яіїєґ].*", ukrainian
    ), ukrainian
    findings = [finding for finding in project.check().findings if finding.level is Level.ERROR]
    (english,) = render(findings, "text", "en").splitlines()
    assert re.search(rf"content/{mistake.path}:{line}:\d+  error  {mistake.code}  [A-Z“].*  → [A-Z].*", english), (
        english
    )
    for told in (done.stdout, done.stderr, english, render(findings, "json", "uk"), render(findings, "github", "en")):
        assert not mistake.secret or mistake.secret not in told


def test_pelican_refuses_the_same_mistake(project: SyntheticProject) -> None:
    before = state(project.output)
    line = project.edit(HALF, "summary:", "sumary:")
    done = project.run("pelican", "content")
    assert done.returncode == 1
    assert f"content/{HALF}:{line}:" in done.stdout
    assert state(project.output) == before


def test_all_mistakes_are_told_in_one_run(project: SyntheticProject) -> None:
    duplicate = MISTAKES.pop("duplicate key")  # the same file could not be read on
    try:
        wanted = {(f"content/{m.path}", project.edit(m.path, m.old, m.new), m.code) for m in MISTAKES.values()}
    finally:
        MISTAKES["duplicate key"] = duplicate
    found = {
        (f"content/{finding.file.rpartition('/content/')[2]}", finding.line, finding.code)
        for finding in project.check().findings
    }
    assert wanted <= found


def test_phone_without_quotes_that_is_right_is_fine(project: SyntheticProject) -> None:
    project.edit(FULL, "dial: 00 000 00 01", "dial: 0000000001")
    assert project.page("hotlines/").all('//*[@id="full-line"]//a[@href="tel:+380000000001"]')


def holds(site: BuiltSite, number: str) -> list[str]:
    """Files of the site that hold a number of Ukraine in any spelling."""
    return [
        path
        for path, data in site.files.items()
        if any(holds_number(data.decode("utf-8", "replace"), digits) for digits in spellings(number, "UA"))
    ]


def test_only_confirmed_numbers_are_published(project: SyntheticProject) -> None:
    site = BuiltSite(project.output)
    assert holds(site, "00 000 00 01"), "the confirmed one is there, so the search works"
    assert holds(site, "00 000 00 02") == [], "awaiting"
    assert holds(site, "00 000 00 03") == [], "withdrawn"
    assert holds(site, "00 000 00 10") == [], "of a withheld organisation"


def test_withdrawal_goes_through(project: SyntheticProject) -> None:
    text = project.read(CONFIRMATIONS)
    entry = text.index("value: 00 000 00 01")
    project.write(CONFIRMATIONS, text[:entry] + text[entry:].replace("state: confirmed", "state: withdrawn", 1))
    site = project.build()
    assert holds(site, "00 000 00 01") == []
    assert "full-line" in site.page("hotlines/").markup, "the line keeps its other ways to reach it"


def test_line_without_a_shown_contact_goes_and_what_refers_to_it_says_so(project: SyntheticProject) -> None:
    text = project.read(CONFIRMATIONS)
    project.write(CONFIRMATIONS, text.replace("state: confirmed", "state: withdrawn"))
    site = project.build()
    assert not site.page("hotlines/").all('//*[@id="full-line"]')
    assert "Not known: ask the national line" in site.page("en/organizations/full-example/").text


def test_withheld_organization_is_nowhere(project: SyntheticProject) -> None:
    site = BuiltSite(project.output)
    for word in ("withheld-example", "withheld-line", "withheld-service", "затін", "Shade"):
        assert [path for path, data in site.files.items() if word.encode() in data or word in path] == [], word


def test_organization_that_runs_the_national_line_can_be_withheld(project: SyntheticProject) -> None:
    project.append(CONFIRMATIONS, "withheld:\n  since: 2026-10-30\n  reason: safety\n")
    site = project.build()
    for word in ("full-example", "full-line", "Вигадана повнота", "Invented Fullness", "Вигадана лінія допомоги"):
        assert [path for path, data in site.files.items() if word.encode() in data or word in path] == [], word
    assert holds(site, "00 000 00 01") == []
    assert holds(site, "00 000 00 04"), "the other national line stands on every page instead"


def test_mistake_of_one_does_not_keep_a_withdrawn_number_online(project: SyntheticProject) -> None:
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "content"], ["commit", "--quiet", "--message=Good"]):
        subprocess.run([*git, *command], cwd=project.root, check=True, capture_output=True)
    project.edit(HALF, "summary:", "sumary:")
    text = project.read(CONFIRMATIONS)
    project.write(CONFIRMATIONS, text.replace("state: confirmed", "state: withdrawn"))
    assert project.run("cso", "build", "--as-of", AS_OF.isoformat()).returncode == 1
    site = project.build("--last-good", "HEAD")
    assert holds(site, "00 000 00 01") == []
    assert "Half of this profile is filled in." in site.page("en/organizations/half-example/").markup
