"""Broken files of every kind: whatever a file holds, the check answers with findings and never fails.

Deterministic: every case is made from its seed, so that a failure can be repeated.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.samples import COMMON, PROFILE, write
from cso.content.findings import LANGUAGES, render
from cso.content.reader import C_PARSER_PRESENT, read_yaml_bytes
from cso.content.repository import load, texts
from cso.content.schema import SchemaSet, typed, validate, walk

LIST = {
    "title": "Lines",
    "type": "array",
    "minItems": 1,
    "uniqueItems": True,
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "format": "slug"},
            "open": {"type": "boolean"},
            "count": {"type": "integer", "minimum": 1},
            "kind": {"type": "string", "enum": ["phone", "chat"]},
            "site": {"type": "string", "format": "web-address"},
            "names": {"$ref": "common.schema.json#/$defs/words"},
        },
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": "phone"}}, "required": ["kind"]},
                "then": {"required": ["count"]},
                "else": {"properties": {"count": False}, "x-why": {"en": "no", "uk": "ні"}},
            }
        ],
    },
}
WHOLE = {**PROFILE, "properties": {**PROFILE["properties"], "lines": LIST, "day": {"type": "string", "format": "date"}}}

VALID = """\
# A profile with one of everything.
name: {uk: "Св\\u0456танок", en: Dawn}
history: |
  Since 1998.

  # Not a comment.
edrpou: '00034022'
day: 2026-11-23
lines:
  - id: first
    open: true
    kind: phone
    count: 3
    names:
      uk: >-
        Гаряча
        лінія
  - id: second
    kind: chat
    site: https://example.org/чат
    names: {en: 'it''s'}
""".encode()

PIECES = (
    *(character.encode() for character in ":- \n#'\"{}[],&*!|>%@`\t?\\~=0"),
    *(b": ", b"- ", b"  ", b"---\n", b"...\n", b"<<: ", b"!!int ", b"\r", b"\x00", b"\xff", b"\xc2\x85"),
    *(b"\\x", b"\\u20"),
    *(text.encode() for text in ("\u202e", "\ufeff", "\u2028", "\u200b", "😀", "null", "ua: ", "'" * 3, "[" * 40)),
)  # fmt: skip


def mutated(seed: int) -> bytes:
    chance = random.Random(seed)
    content = bytearray(VALID)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(content))
        kind = chance.randrange(5)
        if kind == 0:
            del content[place : place + chance.randint(1, 6)]
        elif kind == 1:
            content[place:place] = chance.choice(PIECES)
        elif kind == 2:
            content[place] = chance.randrange(256)
        else:
            lines = bytes(content).split(b"\n")
            number = chance.randrange(len(lines))
            line = lines[number]
            changed = (b"", b"  " + line, line.strip(), line + b"\n" + line, line[::-1], line.upper())
            lines[number] = chance.choice(changed)
            if kind == 4:
                chance.shuffle(lines[number : number + 4])
            content = bytearray(b"\n".join(lines))
        content = content or bytearray(b"x")
    return bytes(content)


@pytest.fixture
def schemas(schema_set: Callable[[dict[str, dict[str, Any]]], SchemaSet]) -> SchemaSet:
    return schema_set({"common": COMMON, "organization": WHOLE})


def examine(content: bytes, schemas: SchemaSet, use_c_parser: bool) -> tuple[Any, list[Any]]:
    document, findings = read_yaml_bytes(content, "a.yaml", use_c_parser=use_c_parser)
    if document is None:
        assert findings
        return None, sorted(findings)
    document = typed(document, "organization", schemas)
    findings = sorted([*findings, *validate(document, "organization", schemas)])
    places = [(place.location, place.position) for place in walk(document, "organization", schemas)]
    return (document.data, places), findings


def test_the_valid_file_is_valid(schemas: SchemaSet) -> None:
    assert examine(VALID, schemas, C_PARSER_PRESENT)[1] == []


@pytest.mark.parametrize("block", range(20))
def test_whatever_a_file_holds(block: int, schemas: SchemaSet) -> None:
    for seed in range(block * 40, block * 40 + 40):
        content = mutated(seed)
        result, findings = examine(content, schemas, use_c_parser=False)
        lines = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for finding in findings:
            assert 1 <= finding.line <= len(lines), f"seed {seed}"
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, f"seed {seed}: {finding}"
        for lang in LANGUAGES:
            for output_format in ("text", "json", "github"):
                assert render(findings, output_format, lang).count("\n") >= len(findings)
        if C_PARSER_PRESENT:
            assert examine(content, schemas, use_c_parser=True) == (result, findings), f"seed {seed}"


def test_every_cut_of_a_file(schemas: SchemaSet) -> None:
    for length in range(len(VALID)):
        examine(VALID[:length], schemas, C_PARSER_PRESENT)
        examine(VALID[length:], schemas, C_PARSER_PRESENT)


def test_every_line_left_out_doubled_or_moved(schemas: SchemaSet) -> None:
    lines = VALID.split(b"\n")
    for number, line in enumerate(lines):
        for changed in (
            [],
            [line, line],
            [b"  " + line],
            [b" " + line],
            [line.lstrip()],
            [line.rstrip(b":")],
            [b"\t" + line],
        ):
            examine(b"\n".join([*lines[:number], *changed, *lines[number + 1 :]]), schemas, C_PARSER_PRESENT)


def test_noise(schemas: SchemaSet) -> None:
    for seed in range(200):
        chance = random.Random(seed)
        examine(chance.randbytes(chance.randrange(300)), schemas, C_PARSER_PRESENT)
        pieces = b"".join(chance.choice(PIECES) for _ in range(60))
        examine(pieces, schemas, C_PARSER_PRESENT)


def test_a_whole_folder_of_broken_files(project: Path) -> None:
    for seed in range(30):
        write(project / f"content/organizations/org-{seed}/organization.yaml", mutated(seed))
        write(project / f"content/organizations/org-{seed}/news/{seed}.md", mutated(seed + 1000))
    content, findings = load(Path("content"))
    assert len(content.organizations) == 31
    assert findings
    assert list(texts(content))
