from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cso.content import reader
from cso.content.document import Document
from cso.content.findings import Finding, Position, render
from cso.content.limits import MAX_NESTING, MAX_TEXT_FILE_BYTES
from cso.content.reader import read_yaml, read_yaml_bytes, shown_key

PARSERS = [pytest.param(False, id="python")] + ([pytest.param(True, id="c")] if reader.C_PARSER_PRESENT else [])


@pytest.fixture(params=PARSERS)
def use_c_parser(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def read(text: str | bytes, use_c_parser: bool) -> tuple[Document | None, list[Finding]]:
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    document, findings = read_yaml_bytes(content, "a.yaml", use_c_parser=use_c_parser)
    return document, sorted(findings)


def test_every_plain_scalar_is_text(use_c_parser: bool) -> None:
    document, findings = read(
        "phone: 0800500335\ncode: 0501234567\nintl: +380441234567\npostcode: 01001\ntime: 9:30\nanswer: no\n"
        "day: 2026-11-23\nnumber: 1e3\nquoted: \"yes\"\nlist: [on, 'off', 1_000]\n",
        use_c_parser,
    )
    assert not findings
    assert document is not None
    assert document.data == {
        "phone": "0800500335",
        "code": "0501234567",
        "intl": "+380441234567",
        "postcode": "01001",
        "time": "9:30",
        "answer": "no",
        "day": "2026-11-23",
        "number": "1e3",
        "quoted": "yes",
        "list": ["on", "off", "1_000"],
    }


def test_every_key_and_value_has_its_place(use_c_parser: bool) -> None:
    document, _ = read("# first\nname:\n  uk: Назва\nlines:\n  - id: a\n    x: {y: z}\n  - b\n", use_c_parser)
    assert document is not None
    positions = document.positions
    assert positions.key(("name",)) == Position(2, 1)
    assert positions.value(("name",)) == Position(3, 3)
    assert positions.key(("name", "uk")) == Position(3, 3)
    assert positions.value(("name", "uk")) == Position(3, 7)
    assert positions.value(("lines", 0)) == Position(5, 5)
    assert positions.value(("lines", 0, "x", "y")) == Position(6, 12)
    assert positions.value(("lines", 1)) == Position(7, 5)
    assert positions.key(("lines", 1)) == Position(7, 5), "an entry of a list has no key"
    assert positions.value(("lines", 0, "nothing", "here")) == Position(5, 5), "the nearest parent"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "duplicate-key")]),
        ("x:\n  - {a: 1, a: 2}\n", [(2, 12, "duplicate-key")]),
        ("a: &name x\n", [(1, 4, "anchor")]),
        ("a: *name\n", [(1, 4, "alias")]),
        ("*name : x\n", [(1, 1, "alias")]),
        ("a: !!int 3\n", [(1, 4, "tag")]),
        ("a: !secret x\n", [(1, 4, "tag")]),
        ("a: &b !!str c\n", [(1, 4, "anchor"), (1, 4, "tag")]),
        ("a: 1\n---\nb: 2\n", [(2, 1, "several-documents")]),
        ("a: 1\n...\nb: 2\n", [(3, 1, "several-documents")]),
        ("---\na: 1\n", []),
        ("%YAML 1.1\n---\na: 1\n", [(1, 1, "directive")]),
        ("a:\n\tb: 1\n\tc: 2\n", [(2, 1, "tab-indentation")]),
        ("a:\n  \tb: 1\n", [(2, 3, "tab-indentation")]),
        ("a:\tb\n", [(1, 3, "tab-character")]),
        ("", [(1, 1, "empty-file")]),
        ("# only a comment\n", [(1, 1, "empty-file")]),
        ("---\n", [(1, 1, "empty-file")]),
        ("null\n", [(1, 1, "empty-file")]),
        ("just text\n", [(1, 1, "root-not-mapping")]),
        ("# list\n- a\n- b\n", [(2, 1, "root-not-mapping")]),
        ("a:\nb: 1\n", [(1, 1, "empty-value")]),
        ("a: null\nb: ~\nc: ''\n", [(1, 1, "empty-value"), (2, 1, "empty-value"), (3, 1, "empty-value")]),
        ("a:\n  - x\n  -\n", [(3, 4, "empty-value")]),
        ("? [a]\n: b\n", [(1, 3, "key-not-text")]),
        ("{: b}\n", [(1, 2, "key-not-text")]),
        (": b\n", [(1, 1, "key-not-text")]),
        ("~: b\n", [(1, 1, "key-not-text")]),
        ("name: Foo\ndescription some text\nb: 1\n", [(2, 1, "yaml-missing-colon")]),
        ("name Foo\nb: 1\n", [(1, 1, "yaml-missing-colon")]),
        ("a: 1\nb\n", [(2, 1, "yaml-missing-colon")]),
        ("b: 1\nname:Foo\n", [(2, 1, "yaml-missing-space")]),
        ("name:Foo\nb: 1\n", [(1, 1, "yaml-missing-space")]),
        ('a: 1\nname: "Foo\nb: 1\n', [(2, 7, "yaml-unclosed-quote")]),
        ("name: 'Foo\nb: 1\n", [(1, 7, "yaml-unclosed-quote")]),
        ('name: "Foo\nb: "bar"\n', [(2, 5, "yaml-unclosed-quote")]),
        ('name: "Foo "Bar" baz"\n', [(1, 13, "yaml-quote-inside")]),
        ("name: 'don't'\n", [(1, 12, "yaml-quote-inside")]),
        ("title: Report: results\n", [(1, 14, "yaml-colon-in-text")]),
        ("name: Foo\n  short: Bar\n", [(2, 3, "yaml-indentation")]),
        ("a:\n  b: 1\n c: 2\n", [(3, 2, "yaml-indentation")]),
        ("  name: F\nother: x\n", [(2, 1, "yaml-indentation")]),
        ("a: - b\n", [(1, 4, "yaml-list-start")]),
        ("a: [1, 2\nb: 3\n", [(1, 4, "yaml-unclosed-bracket")]),
        ("a: @name\n", [(1, 4, "yaml-special-start")]),
        ("a: `name`\n", [(1, 4, "yaml-special-start")]),
        ("a: **bold**\n", [(1, 4, "yaml-special-start")]),
        ("a: |text\n", [(1, 4, "yaml-special-start")]),
        ("a: %x\n", [(1, 4, "yaml-special-start")]),
        ('a: "C:\\dir"\n', [(1, 8, "yaml-escape")]),
        ('a: "\\ud800"\n', [(1, 4, "yaml-escape")]),
        ('a: "\\U00110000"\n', [(1, 4, "yaml-escape")]),
        ("a: {b: [really?, c]}\n", []),
    ],
)
def test_structure(text: str, expected: list[tuple[int, int, str]], use_c_parser: bool) -> None:
    _, findings = read(text, use_c_parser)
    assert [(finding.line, finding.column, finding.code) for finding in findings] == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: x\nb: Київ\n".encode("cp1251"), [(2, 4, "not-utf8")]),
        ("a: x\n".encode("utf-16"), [(1, 1, "not-utf8")]),
        ("\ufeffa: x\n".encode(), [(1, 1, "byte-order-mark")]),
        (b"a: x\x00y\n", [(1, 5, "control-character")]),
        (b"a: x\x1b[31m\n", [(1, 5, "control-character")]),
        ("a: x\x85y\n".encode(), [(1, 5, "control-character")]),
        ("a: x\ufffey\n".encode(), [(1, 5, "control-character")]),
        ("a: \u202ex\u202c\n".encode(), [(1, 4, "bidirectional-character"), (1, 6, "bidirectional-character")]),
        ("a: x\nb: y\u200by\u200by\n".encode(), [(2, 5, "invisible-character")]),
        ("a: x\u00ady\n".encode(), [(1, 5, "invisible-character")]),
        ("a: x\u2028y\n".encode(), [(1, 5, "invisible-character")]),
        ("a: x\u200b\u202e\ufeff\u2066\u2069\u200e\u200f\n".encode(), 7),
        (b'a: "x\\u202ey"\n', [(1, 4, "bidirectional-character")]),
        (b'a: "x\\0y"\n', [(1, 4, "control-character")]),
        (b'"\\u200ba": y\n', [(1, 1, "invisible-character")]),
        ("# comment \u202e\na: x\n".encode(), [(1, 11, "bidirectional-character")]),
        ("a: «Дім» – ’так’ 354\u00a0500 😀 é\n".encode(), []),
        (b"a: x\r\nb: y\r\n", []),
    ],
)
def test_characters(content: bytes, expected: list[tuple[int, int, str]] | int, use_c_parser: bool) -> None:
    document, findings = read(content, use_c_parser)
    if isinstance(expected, int):
        assert len(findings) == expected
    else:
        assert [(finding.line, finding.column, finding.code) for finding in findings] == expected
    if document is not None:
        assert all(character.isprintable() or character == "\u00a0" for character in str(document.data))


def test_columns_are_those_of_the_file_behind_an_invisible_character(use_c_parser: bool) -> None:
    document, findings = read("a: {b\u200b: \u200bx, c: y, c: z}\n", use_c_parser)
    assert document is not None
    assert document.data == {"a": {"b": "x", "c": "y"}}
    assert document.positions.value(("a", "b")) == Position(1, 10)
    assert [(finding.column, finding.code) for finding in findings] == [
        (6, "invisible-character"),
        (19, "duplicate-key"),
    ]


def test_messages_a_contributor_sees(use_c_parser: bool) -> None:
    _, findings = read("name: x\nname: y\nphone:\nlink: \u202ez\n", use_c_parser)
    assert render(findings, "text", "en").splitlines() == [
        "a.yaml:2:1  error  duplicate-key  The key “name” already stands in line 1.  "
        "→ Keep one of the two and delete the other.",
        "a.yaml:3:1  error  empty-value  There is no value here.  "
        "→ Write a value, or delete the line: what is left out counts as not known.",
        "a.yaml:4:7  error  bidirectional-character  An invisible character here turns the direction of writing "
        "(U+202E RIGHT-TO-LEFT OVERRIDE); a number can look like another.  "
        "→ Delete it: retype the word, or paste the text again as plain text.",
    ]
    assert render(findings[:1], "text", "uk") == (
        "a.yaml:2:1  помилка  duplicate-key  Ключ «name» уже є в рядку 1.  → Лишіть один із двох, а другий видаліть.\n"
    )


def test_what_is_wrong_is_left_out_and_the_rest_is_kept(use_c_parser: bool) -> None:
    document, _ = read("a: 1\na: {x: 1}\nb:\nc: [1, ~, 3]\nd: *x\n? {k: v}\n: lost\ne: 5\n", use_c_parser)
    assert document is not None
    assert document.data == {"a": "1", "c": ["1", "3"], "e": "5"}
    assert document.positions.value(("c", 1)) == Position(4, 11)
    assert document.empty == {("b",)}


def test_nesting_beyond_the_limit(use_c_parser: bool) -> None:
    def nested(levels: int) -> str:
        return "a: " + "[" * (levels - 1) + "x" + "]" * (levels - 1)

    assert read(nested(MAX_NESTING), use_c_parser)[1] == []
    document, findings = read(nested(MAX_NESTING + 1), use_c_parser)
    assert document is None
    assert [(finding.code, finding.column) for finding in findings] == [("nested-too-deep", 3 + MAX_NESTING)]
    assert read("[" * 200_000, use_c_parser)[1][0].code == "nested-too-deep"


def test_size_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: x\n" + b"#" * (MAX_TEXT_FILE_BYTES - 5))
    assert read_yaml(path, "a.yaml")[1] == []
    path.write_bytes(b"a: x\n" + b"#" * (MAX_TEXT_FILE_BYTES - 4))
    document, findings = read_yaml(path, "a.yaml")
    assert document is None
    assert [finding.message("en") for finding in findings] == ["The file is larger than 512 KB."]


def test_a_file_that_is_none(tmp_path: Path) -> None:
    document, findings = read_yaml(tmp_path, "a.yaml")
    assert document is None
    assert [finding.message("en") for finding in findings] == ["The file cannot be read: it is not an ordinary file."]
    document, findings = read_yaml(tmp_path / "missing.yaml", "a.yaml")
    assert [finding.code for finding in findings] == ["file-unreadable"]


@pytest.mark.parametrize(
    ("key", "shown"),
    [("name", "name"), ("назва", "назва"), ("vul. Shevchenka 5", "…"), ("0800500335", "…"), ("x" * 41, "…")],
)
def test_a_key_that_may_hold_a_secret_is_not_shown(key: str, shown: str) -> None:
    assert shown_key(key) == shown


def test_looking_into_a_document_never_fails(use_c_parser: bool) -> None:
    document, _ = read("a: [x, {b: c}]\nd: text\n", use_c_parser)
    assert document is not None
    cases: list[tuple[tuple[str | int, ...], Any]] = [
        (("a", 0), "x"),
        (("a", 1, "b"), "c"),
        (("a", 2), None),
        (("a", -1), None),
        (("a", "b"), None),
        (("d", "b"), None),
        (("d", 0), None),
        (("e", "f", 3), None),
    ]
    for location, expected in cases:
        assert document.get(location) == expected
    assert document.get(("e",), "default") == "default"
    assert list(document.items(("a",))) == [(("a", 0), "x"), (("a", 1), {"b": "c"})]
    assert list(document.items(("a", 1))) == [(("a", 1, "b"), "c")]
    assert list(document.items(("d",))) == list(document.items(("e",))) == []
    assert document.text(("d",)) == "text"
    assert document.text(("a",)) == ""
    assert document.mapping(("a", 1)) == {"b": "c"}
    assert document.mapping(("d",)) == {}
