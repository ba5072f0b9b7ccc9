from __future__ import annotations

import json
from pathlib import Path

import pytest

from cso.content.findings import Finding, Level, Position, count_line, placeholders, render, shown_path, visible
from cso.content.messages import MESSAGES

DUPLICATE = Finding.at("content/a.yaml", Position(3, 5), "duplicate-key", key="name", first_line="1")


def test_sorts_by_file_line_column_and_code() -> None:
    places = [("b", 1, 1, "tag"), ("a", 10, 1, "tag"), ("a", 2, 9, "tag"), ("a", 2, 3, "tag"), ("a", 2, 3, "alias")]
    findings = [Finding.at(file, Position(line, column), code) for file, line, column, code in places]
    assert [(f.file, f.line, f.column, f.code) for f in sorted(findings)] == sorted(places)


def test_a_finding_is_hashable_and_knows_its_words() -> None:
    assert len({DUPLICATE, DUPLICATE}) == 1
    assert DUPLICATE.arguments == {"key": "name", "first_line": "1"}
    assert DUPLICATE.level is Level.ERROR
    assert DUPLICATE.message("en") == "The key “name” already stands in line 1."
    assert DUPLICATE.message("uk") == "Ключ «name» уже є в рядку 1."


def test_words_that_differ_by_language() -> None:
    finding = Finding.at("a", Position(1, 1), "not-list", field_en="Lines", field_uk="Лінії")
    assert finding.message("en") == "“Lines” must be a list."
    assert finding.message("uk") == "«Лінії» має бути списком."


def test_an_unknown_code_or_a_missing_argument_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="unknown finding code"):
        Finding.at("a", Position(1, 1), "no-such-code")
    with pytest.raises(ValueError, match="lacks arguments"):
        Finding.at("a", Position(1, 1), "duplicate-key", key="name")


def test_text() -> None:
    assert render([DUPLICATE], "text", "en") == (
        "content/a.yaml:3:5  error  duplicate-key  The key “name” already stands in line 1.  "
        "→ Keep one of the two and delete the other.\n"
    )
    assert "  помилка  duplicate-key  " in render([DUPLICATE], "text", "uk")


def test_json() -> None:
    assert json.loads(render([DUPLICATE], "json", "en")) == [
        {
            "file": "content/a.yaml",
            "line": 3,
            "column": 5,
            "level": "error",
            "code": "duplicate-key",
            "message": "The key “name” already stands in line 1.",
            "fix": "Keep one of the two and delete the other.",
        }
    ]
    assert json.loads(render([], "json")) == []


def test_github_escapes_what_would_end_a_command() -> None:
    finding = Finding.at("a,b:100%.yaml", Position(1, 2), "duplicate-key", key="x\n::error::y%", first_line="1")
    assert render([finding], "github", "en") == (
        "::error file=a%2Cb%3A100%25.yaml,line=1,col=2,title=duplicate-key"
        "::The key “x ::error::y%25” already stands in line 1. → Keep one of the two and delete the other.\n"
    )


def test_unknown_format() -> None:
    with pytest.raises(ValueError, match="unknown format"):
        render([], "xml")


def test_nothing_invisible_is_shown() -> None:
    assert visible("a\u202eb\x1b[31m\nc\ud800 д\u00a0е") == "aU+202EbU+001B[31m cU+D800 д\u00a0е"


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (0, 0, "Усе гаразд: зауважень немає."),
        (1, 0, "1 помилка, 0 застережень."),
        (2, 1, "2 помилки, 1 застереження."),
        (5, 2, "5 помилок, 2 застереження."),
        (11, 12, "11 помилок, 12 застережень."),
        (21, 22, "21 помилка, 22 застереження."),
    ],
)
def test_count_line_in_ukrainian(errors: int, warnings: int, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    message = MESSAGES["tag"]
    monkeypatch.setitem(MESSAGES, "a-warning", type(message)(Level.WARNING, "", "", "", ""))
    findings = [Finding("a", 1, 1, "tag")] * errors + [Finding("a", 1, 1, "a-warning")] * warnings
    assert count_line(findings, "uk") == expected


def test_count_line_in_english() -> None:
    assert count_line([], "en") == "All fine: nothing found."
    assert count_line([DUPLICATE], "en") == "1 error, 0 warnings."


def test_shown_path(tmp_path: Path) -> None:
    assert shown_path(tmp_path / "content/a.yaml", tmp_path) == "content/a.yaml"
    assert shown_path(Path("content/a.yaml"), tmp_path) == "content/a.yaml"
    assert shown_path(Path("/elsewhere/a.yaml"), tmp_path) == "/elsewhere/a.yaml"


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_message_is_whole(code: str) -> None:
    message = MESSAGES[code]
    assert code == code.lower().replace("_", "-")
    assert placeholders(message, "en") == placeholders(message, "uk")
    for text in (message.en, message.uk, message.fix_en, message.fix_uk):
        assert text
        assert text == text.strip()
        assert "\n" not in text
    assert message.en[-1] in ".?", "a message is a sentence"
    assert message.uk[-1] in ".?", "a message is a sentence"
