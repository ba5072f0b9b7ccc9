"""`cso stale`: what is due is told and asked for; nothing that passes with time is an error."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cso.cli import main
from synthetic import FULL, SyntheticProject


def stale(project: SyntheticProject, *words: str) -> int:
    return main(["stale", "--content", str(project.content), *words])


def test_a_fresh_profile_is_not_due_and_becomes_due_with_time(
    untouched_project: SyntheticProject, capsys: pytest.CaptureFixture[str]
) -> None:
    def due_of(day: date) -> dict[str, list[str]]:
        assert stale(untouched_project, "--as-of", day.isoformat(), "--format", "json") == 0
        told = json.loads(capsys.readouterr().out)
        return {
            one["slug"]: [fact["when"] for fact in one["facts"] if not fact["part"]] for one in told["organizations"]
        }

    assert due_of(date(2026, 11, 1)).get("full-example", []) == []
    assert due_of(date(2027, 9, 15))["full-example"] == ["soon"]
    assert due_of(date(2028, 1, 1))["full-example"] == ["due"]


@pytest.mark.parametrize(("language", "words"), [("uk", "Чи це досі так?"), ("en", "Is this still right?")])
def test_one_issue_per_organisation_with_the_line_to_change(
    synthetic_project: SyntheticProject, language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    synthetic_project.edit("site.yaml", "launched: false", "launched: false\nrepository: https://example.org/who-helps")
    folder = synthetic_project.root / "issues"
    assert stale(synthetic_project, "--as-of", "2028-01-01", "--lang", language, "--issues", str(folder)) == 0
    told = (folder / "full-example.md").read_text("utf-8")
    line = 1 + synthetic_project.read(FULL).splitlines().index("as_of: 2026-10")
    assert told.startswith(f"# {words}")
    assert "https://example.org/who-helps/edit/main/" in told and f"organization.yaml#L{line})" in told
    assert 'as_of: "2028-01"' in told
    assert "CONTRIBUTING" not in told
    public = (folder / "half-example.md").read_text("utf-8")
    assert "CONTRIBUTING" in public, "what others put together is not asked of the organisation as if it had written it"
    editors = (folder / "editors.md").read_text("utf-8")
    assert "- [ ] " in editors and "00 000" not in editors + told, "numbers are named by their code"


def test_content_with_errors_is_told(synthetic_project: SyntheticProject, capsys: pytest.CaptureFixture[str]) -> None:
    synthetic_project.edit(FULL, "scope: national", "scope: everywhere")
    assert stale(synthetic_project, "--lang", "en") == 1
    assert "organization.yaml" in capsys.readouterr().err
