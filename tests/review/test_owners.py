"""CODEOWNERS is made from the content, and what the branch lacks to make it bind is told."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from cso.cli import main
from cso.content.repository import load
from cso.review.branch_protection import REQUIREMENTS, missing
from cso.review.owners import Owners, codeowners
from synthetic import SyntheticProject

PROJECT = Path(__file__).parents[2]
PROTECTED = {
    "required_pull_request_reviews": {
        "required_approving_review_count": 1,
        "require_code_owner_reviews": True,
        "dismiss_stale_reviews": True,
        "require_last_push_approval": True,
    },
    "required_status_checks": {"contexts": ["check"]},
    "enforce_admins": {"enabled": True},
    "allow_force_pushes": {"enabled": False},
    "allow_deletions": {"enabled": False},
}


def test_owners_of_each_part(synthetic_project: SyntheticProject) -> None:
    site = synthetic_project.read("site.yaml").rstrip("\n")
    synthetic_project.write(
        "site.yaml",
        site + '\neditors: {safeguarding: ["@guard"], editors: ["@editor"]}\n'
        'owners: [{organization: full-example, handles: ["@full"]}]\n',
    )
    assert not synthetic_project.check().has_errors
    owners = Owners.of(load(synthetic_project.content)[0])
    lines = codeowners(owners).splitlines()
    assert "* @editor" in lines
    assert "/content/organizations/full-example/ @full @editor" in lines
    assert "/content/confirmations/ @guard" in lines
    assert lines.index("* @editor") < lines.index("/content/confirmations/ @guard"), "the last line that fits counts"
    assert "/.github @editor" in lines and "/schemas @editor" in lines
    assert owners.of_path("organizations/half-example/organization.yaml") == ("@editor",)


def test_unknown_organisation_among_owners_is_an_error(synthetic_project: SyntheticProject) -> None:
    site = synthetic_project.read("site.yaml").rstrip("\n")
    synthetic_project.write("site.yaml", site + '\nowners: [{organization: nobody-here, handles: ["@x"]}]\n')
    assert synthetic_project.check().has_errors


def test_the_file_of_this_repository_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    assert main(["owners", "--check"]) == 0


def test_out_of_date_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    assert main(["owners", "--check", "--output", str(tmp_path / "CODEOWNERS")]) == 1
    assert main(["owners", "--output", str(tmp_path / "CODEOWNERS")]) == 0
    assert main(["owners", "--check", "--output", str(tmp_path / "CODEOWNERS")]) == 0


def test_protected_branch_lacks_nothing() -> None:
    assert missing(json.dumps(PROTECTED), "en") == []


def test_unprotected_branch_lacks_everything_that_is_not_off_by_itself() -> None:
    assert len(missing("{}", "uk")) == len(REQUIREMENTS) - 2


@pytest.mark.parametrize("key", sorted(PROTECTED))
def test_each_setting_is_looked_at(key: str) -> None:
    weaker = {**PROTECTED, key: {"enabled": key.startswith("allow_")}}
    assert missing(json.dumps(weaker), "en")


def test_command_reads_the_answer_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("{}"))
    assert main(["owners", "--branch-protection", "-", "--lang", "en"]) == 1
    assert "require_code_owner_reviews" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("Not Found"))
    assert main(["owners", "--branch-protection", "-"]) == 2
