from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from content.samples import write
from cso.content import check as check_module
from cso.content.command import locale_language, register

ENGLISH = {"LC_ALL": "C.UTF-8"}


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rules, English, and no day from outside: this is about the command alone."""
    monkeypatch.setattr(check_module, "RULES", ())
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, value in ENGLISH.items():
        monkeypatch.setenv(name, value)


def run(*words: str) -> int:
    parser = argparse.ArgumentParser(prog="cso")
    register(parser.add_subparsers())
    arguments = parser.parse_args(["check", *words])
    return int(arguments.run(arguments))


def test_fine(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    assert capsys.readouterr().out == "All fine: nothing found.\n"


def test_findings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "content/site.yaml", "launched: no\nlaunced: x\n")
    assert run("--lang", "en") == 1
    assert capsys.readouterr().out.splitlines() == [
        "content/site.yaml:1:11  error  not-boolean  “launched” is answered with true or false.  → Write false.",
        "content/site.yaml:2:1  error  unknown-key  The key “launced” does not exist here.  "
        "→ Use one of these or delete the line: launched.",
        "2 errors, 0 warnings.",
    ]
    assert run("--lang", "uk") == 1
    assert capsys.readouterr().out.splitlines()[-1] == "2 помилки, 0 застережень."


def test_json_is_a_list_and_nothing_else(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []
    write(project / "content/site.yaml", "launched: no\n")
    assert run("--format", "json", "--lang", "uk") == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)[0] == {
        "file": "content/site.yaml",
        "line": 1,
        "column": 11,
        "level": "error",
        "code": "not-boolean",
        "message": "У полі «launched» відповідають true або false.",
        "fix": "Впишіть false.",
    }
    assert captured.err == ""


def test_github(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "content/site.yaml", "launched: no\n")
    assert run("--format", "github") == 1
    assert capsys.readouterr().out == (
        "::error file=content/site.yaml,line=1,col=11,title=not-boolean"
        "::“launched” is answered with true or false. → Write false.\n"
    )


def test_paths_narrow_what_is_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "content/site.yaml", "launched: no\n")
    write(project / "content/organizations/dawn/organization.yaml", "nam: {uk: x}\n")
    assert run("content/organizations/dawn") == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 error, 0 warnings."
    assert run("content/site.yaml", str(project / "content/organizations")) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "2 errors, 0 warnings."
    assert run("content/hotlines") == 0
    assert capsys.readouterr().out == "All fine: nothing found.\n"


def test_other_content_folder(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content").rename(project / "elsewhere")
    assert run("--content", "elsewhere") == 0
    assert run("--content", "elsewhere", "--as-of", "2026-11-23") == 0


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["no/such/file"], "cso check: no such file or folder: no/such/file\n"),
        (["--content", "nowhere"], "cso check: no such folder: nowhere\n"),
    ],
)
def test_wrong_use(words: list[str], complaint: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == complaint


@pytest.mark.parametrize("words", [["--format", "xml"], ["--as-of", "23.11.2026"], ["--lang", "pl"], ["--wrong"]])
def test_wrong_words(words: list[str], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        run(*words)
    assert exit_info.value.code == 2


def test_broken_environment_or_schemas(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert run() == 2
    assert capsys.readouterr().err == "cso check: SOURCE_DATE_EPOCH must be whole seconds since 1970\n"
    assert run("--as-of", "2026-11-23") == 0
    write(project / "schemas/site.schema.json", "{")
    assert run("--as-of", "2026-11-23") == 2


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "uk_UA.UTF-8"}, "uk"),
        ({"LANG": "uk_UA.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "uk"}, "uk"),
        ({"LANG": "uk_UA.UTF-8", "LC_ALL": ""}, "uk"),
        ({"LANG": "pl_PL.UTF-8"}, "en"),
    ],
)
def test_language_from_the_locale(environment: dict[str, str], expected: str) -> None:
    assert locale_language(environment) == expected
