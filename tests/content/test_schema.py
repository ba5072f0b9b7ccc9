from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.samples import COMMON, write
from cso.content.document import Document
from cso.content.findings import Finding, render
from cso.content.reader import read_yaml_bytes
from cso.content.schema import SchemaError, SchemaSet, typed, validate, walk

MakeSchemas = Callable[[dict[str, dict[str, Any]]], SchemaSet]

LINE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "kind"],
    "properties": {
        "id": {"title": "Id", "x-uk": {"title": "Ідентифікатор"}, "type": "string", "format": "slug"},
        "kind": {"title": "Kind", "type": "string", "enum": ["phone", "e-mail", "post"]},
        "dial": {"title": "Number", "type": "string", "pattern": "^[0-9]+$", "examples": ["0800000000"]},
        "region": {"title": "Region", "x-uk": {"title": "Область"}, "type": "string"},
        "names": {"title": "Names", "x-uk": {"title": "Назви"}, "$ref": "common.schema.json#/$defs/words"},
    },
    "allOf": [
        {
            "if": {"properties": {"kind": {"const": "phone"}}, "required": ["kind"]},
            "then": {"required": ["dial"]},
            "else": {
                "properties": {"dial": False},
                "x-why": {"en": "only phones have a number", "uk": "номер мають лише телефони"},
            },
        }
    ],
}

RECORD = {
    "title": "Record",
    "x-uk": {"title": "Запис"},
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "name": {"title": "Name", "x-uk": {"title": "Назва"}, "$ref": "common.schema.json#/$defs/words"},
        "lines": {"title": "Lines", "x-uk": {"title": "Лінії"}, "type": "array", "minItems": 1, "items": LINE},
        "count": {"title": "Count", "type": "integer", "minimum": 1, "maximum": 9999999},
        "share": {"title": "Share", "type": "number"},
        "open": {"title": "Open", "x-uk": {"title": "Відкрито"}, "type": "boolean"},
        "short": {"title": "Short text", "type": "string", "minLength": 2, "maxLength": 5},
        "tags": {"title": "Tags", "type": "array", "maxItems": 3, "uniqueItems": True, "items": {"type": "string"}},
        "language": {"title": "Language", "type": "string", "enum": ["uk", "en"]},
        "spoken": {"title": "Spoken", "type": "string", "format": "language-tag"},
        "day": {"title": "Day", "type": "string", "format": "date"},
        "year": {"title": "Year", "type": ["integer", "string"]},
        "site": {"title": "Site", "x-uk": {"title": "Сайт"}, "type": "string", "format": "web-address"},
        "odd": {"title": "Odd", "type": "string", "x-unheard-of": 1, "format": "unheard-of"},
        "strange": {"title": "Strange", "oneOf": [{"const": "a"}, {"const": "b"}]},
        "gone": False,
    },
}


@pytest.fixture
def schemas(schema_set: MakeSchemas) -> SchemaSet:
    return schema_set({"common": COMMON, "record": RECORD})


def read(text: str, schemas: SchemaSet) -> tuple[Document, list[Finding]]:
    document, findings = read_yaml_bytes(text.encode(), "a.yaml")
    assert document is not None
    document = typed(document, "record", schemas)
    return document, sorted([*findings, *validate(document, "record", schemas)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("count: 354500\n", {"count": 354500}),
        ("count: '7'\n", {"count": 7}),
        ("share: 12.5\n", {"share": 12.5}),
        ("share: 12\n", {"share": 12}),
        ("open: true\n", {"open": True}),
        ("year: 2024\n", {"year": 2024}),
        ("year: unknown\n", {"year": "unknown"}),
        ("odd: 0800500335\n", {"odd": "0800500335"}),
        ("odd: true\n", {"odd": "true"}),
        ("tags: ['1', no]\n", {"tags": ["1", "no"]}),
    ],
)
def test_types_come_from_the_schema(text: str, expected: dict[str, Any], schemas: SchemaSet) -> None:
    document, findings = read(text, schemas)
    assert not findings
    assert document.data == expected
    assert repr(document.data) == repr(expected), "1 and True are equal in Python"
    assert document.schema == "record"
    assert typed(document, "record", schemas).data == expected, "typing twice changes nothing"


@pytest.mark.parametrize(
    ("text", "place", "message", "fix"),
    [
        # keys
        ("naem: {uk: x}\n", "1:1", "The key “naem” does not exist here.", "Did you mean “name”?"),
        ("lines:\n- id: a\n  kind: post\n  count: 1\n", "4:3", "The key “count” does not belong here but to “Record”.",
         "Move it there: give the line less indentation."),
        ("lines:\n- {id: a, kind: post, zzz: 1}\n", "2:23", "The key “zzz” does not exist here.",
         "Use one of these or delete the line: id, kind, dial, region, names."),
        ("Кому телефонувати 0501234567: x\n", "1:1", "The key “…” does not exist here.", None),
        ("name:\n  ua: Назва\n", "2:3", "“ua” is the code of the country; the code of the Ukrainian language is “uk”.",
         "Did you mean “uk”?"),
        ("lines:\n- kind: post\n", "2:3", "“id” (Id) is missing.", "Add a line “id: …” here."),
        ("lines:\n  - id: a\n    kind: phone\n", "2:5", "“dial” (Number) is missing with “kind: phone”.",
         "Add a line “dial: …” here."),
        ("lines:\n  - id: a\n    kind: post\n    dial: '1'\n", "4:5",
         "“dial” (Number) may not stand here: only phones have a number.",
         "Delete “dial” with all that belongs to it."),
        ("gone: x\n", "1:1", "“gone” (gone) may not stand here.", "Delete “gone” with all that belongs to it."),
        ("name: {}\n", "1:7", "“Name” needs at least 1 of its parts.", "Add at least 1 of: uk, en."),
        # values
        ("lines:\n- {id: a, kind: email}\n", "2:17", "“email” is not one of the values of “Lines 1 → Kind”.",
         "Did you mean “e-mail”? Allowed: phone, e-mail, post."),
        ("lines:\n- {id: a, kind: +380501234567}\n", "2:17", "This is not one of the values of “Lines 1 → Kind”.",
         "Write one of: phone, e-mail, post."),
        ("language: ua\n", "1:11", "“ua” is the code of the country; the code of the Ukrainian language is “uk”.",
         "Did you mean “uk”?"),
        ("spoken: ua\n", "1:9", "“ua” is the code of the country; the code of the Ukrainian language is “uk”.",
         "Did you mean “uk”?"),
        ("count: 354 500\n", "1:8",
         "“Count” must be a whole number, written with digits alone: no spaces, points or words.",
         "Write it like this: 354500."),
        ("count: 1\u00a0249\n", "1:8", None, "Write it like this: 1249."),
        ("count: 1\u2009249\n", "1:8", None, "Write it like this: 1249."),
        ("count: 007\n", "1:8", None, "Write it like this: 7."),
        ("count: 050 123 45 67\n", "1:8", None, "Write it like this: 354500."),
        ("count: many\n", "1:8", None, "Write it like this: 354500."),
        (f"count: {'9' * 5000}\n", "1:8", None, "Write it like this: 354500."),
        ("share: 3,5\n", "1:8", "“Share” must be a number, with a point before its decimals and no spaces or words.",
         "Write it like this: 3.5."),
        ("count: 0\n", "1:8", "“Count” is smaller than 1.", "Write a number from 1 up."),
        ("count: 10000000\n", "1:8", "“Count” is larger than 9999999.", "Write a number up to 9999999."),
        ("open: yes\n", "1:7", "“Open” is answered with true or false.", "Write true."),
        ("open: ні\n", "1:7", "“Open” is answered with true or false.", "Write false."),
        ("open: maybe\n", "1:7", "“Open” is answered with true or false.", "Write true (yes) or false (no)."),
        ("short: x\n", "1:8", "“Short text” has 1 characters; at least 2 are needed.",
         "Write more, or delete the line."),
        ("short: abcdef\n", "1:8", "“Short text” has 6 characters; at most 5 are possible.",
         "Shorten it to 5 characters."),
        ("short: [a]\n", "1:8", "“Short text” must be a text, not a list or a group of keys.", None),
        ("tags: a\n", "1:7", "“Tags” must be a list.", "Write each entry in a line of its own, beginning with “- ”."),
        ("name: x\n", "1:7", "“Name” must be a group of lines “key: value”.",
         "Write below it, indented, for example “uk: …”; possible keys: uk, en."),
        ("lines:\n  - id:a\n", "2:5", "There is no space after the colon.",
         "Put a space after the colon: “key: value”."),
        ("lines: []\n", "1:8", "The list “Lines” has 0 entries; at least 1 are needed.", None),
        ("tags: [a, b, c, d]\n", "1:7", "The list “Tags” has 4 entries; at most 3 are possible.", None),
        ("tags:\n  - a\n  - b\n  - a\n", "4:5", "This entry of “Tags” repeats the one in line 2.", None),
        ("lines:\n- {id: a, kind: phone, dial: +38 050}\n", "2:30",
         "“Lines 1 → Number” does not have the form expected here.", "Write it in this form: 0800000000"),
        ("day: 2026-02-30\n", "1:6", "“Day” is not a date that exists, written year-month-day.",
         "Write it like 2026-11-23."),
        ("site: t.me/x\n", "1:7", "“Site” is not a web address.",
         "Write the whole address as in the browser, like https://example.org/page."),
        ("strange: c\n", "1:10", "“Strange” does not fit the schema (rule “oneOf”).", None),
    ],
)  # fmt: skip
def test_messages(text: str, place: str, message: str | None, fix: str | None, schemas: SchemaSet) -> None:
    _, findings = read(text, schemas)
    assert [f"{finding.line}:{finding.column}" for finding in findings] == [place]
    assert message is None or findings[0].message("en") == message
    assert fix is None or findings[0].fix("en") == fix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("naem: {uk: x}\n", "a.yaml:1:1  помилка  misspelt-key  Ключа «naem» тут не існує.  "
         "→ Можливо, ви мали на увазі «name»?"),
        ("name: x\n", "a.yaml:1:7  помилка  not-group  «Назва» має бути групою рядків «ключ: значення».  "
         "→ Пишіть під ним із відступом, наприклад «uk: …»; можливі ключі: uk, en."),
        ("open: maybe\n", "a.yaml:1:7  помилка  not-boolean  У полі «Відкрито» відповідають true або false.  "
         "→ Впишіть true (так) або false (ні)."),
        ("lines:\n- {id: a, kind: phone}\n", "a.yaml:2:3  помилка  required  "
         "Бракує «dial» (Number), коли вказано «kind: phone».  → Додайте сюди рядок «dial: …»."),
        ("lines:\n- {id: a, kind: post, dial: '1'}\n", "a.yaml:2:23  помилка  forbidden-here  "
         "«dial» (Number) тут не можна вказувати: номер мають лише телефони.  "
         "→ Видаліть «dial» разом з усім, що до нього належить."),
        ("lines:\n- {id: A, kind: post}\n", "a.yaml:2:8  помилка  format-slug  "
         "«Лінії 1 → Ідентифікатор» є ідентифікатором: лише малі латинські літери, цифри й поодинокі дефіси.  "
         "→ Запишіть так: legal-aid-2026."),
        ("site: x\n", "a.yaml:1:7  помилка  format-web-address  «Сайт» не є вебадресою.  "
         "→ Впишіть повну адресу, як у браузері, наприклад https://example.org/page."),
    ],
)  # fmt: skip
def test_lines_in_ukrainian(text: str, expected: str, schemas: SchemaSet) -> None:
    _, findings = read(text, schemas)
    assert render(findings, "text", "uk").splitlines() == [expected]


def test_everything_at_once(schemas: SchemaSet) -> None:
    _, findings = read("open: так\ncount: x\nlines:\n  - kind: fax\n    naems: {uk: x}\ntags: [a, a]\n", schemas)
    assert [(finding.line, finding.column, finding.code) for finding in findings] == [
        (1, 7, "not-boolean"),
        (2, 8, "not-integer"),
        (4, 5, "required"),
        (4, 11, "value-not-allowed"),
        (5, 5, "misspelt-key"),
        (6, 11, "not-unique"),
    ]


def test_an_empty_value_is_one_mistake_not_two(schemas: SchemaSet) -> None:
    _, findings = read("lines:\n  - id:\n    kind: post\nname:\n  uk:\n", schemas)
    assert [(finding.line, finding.code) for finding in findings] == [(2, "empty-value"), (5, "empty-value")]


def test_a_misspelt_required_key_is_one_mistake_not_two(schemas: SchemaSet) -> None:
    _, findings = read("lines:\n  - id: a\n    kidn: post\n", schemas)
    assert [(finding.line, finding.code) for finding in findings] == [(3, "misspelt-key")]


@pytest.mark.parametrize("secret", ["+380501234567", "вул. Шевченка 5", "50.4501, 30.5234", "someone@example.org"])
@pytest.mark.parametrize(
    "key", ["language", "count", "share", "open", "spoken", "day", "site", "tags", "name", "strange"]
)
def test_findings_do_not_repeat_values(key: str, secret: str, schemas: SchemaSet) -> None:
    document, _ = read(f"{key}: '{secret}'\n", schemas)
    findings = [*validate(document, "record", schemas), *read(f"'{secret}': x\n", schemas)[1]]
    assert findings
    for lang in ("en", "uk"):
        assert secret not in render(findings, "json", lang)


def test_walk_gives_every_value_with_its_annotations(schemas: SchemaSet) -> None:
    document, _ = read("name:\n  uk: x\nlines:\n  - id: a\n    names: {en: y}\nunknown: {deep: [1]}\n", schemas)
    places = {place.location: place for place in walk(document, "record", schemas)}
    assert list(places)[:3] == [(), ("name",), ("name", "uk")], "parents first, in the order of the file"
    assert places["name",].schema["title"] == "Name", "what stands beside a reference wins"
    assert places["name", "uk"].schema["x-free-text"] is True
    assert places["lines", 0, "names", "en"].value == "y"
    assert places["lines", 0, "names", "en"].schema["x-free-text"] is True
    assert (places["lines", 0, "id"].position.line, places["lines", 0, "id"].position.column) == (4, 9)
    assert places["unknown", "deep", 0].schema == {}


def test_references_from_a_subfolder(schema_set: MakeSchemas) -> None:
    vocabulary = {"type": "object", "additionalProperties": {"$ref": "../common.schema.json#/$defs/words"}}
    schemas = schema_set({"common": COMMON, "vocabularies/regions": vocabulary})
    document, _ = read_yaml_bytes(b"lviv:\n  ua: x\n", "a.yaml")
    assert document is not None
    findings = validate(typed(document, "vocabularies/regions", schemas), "vocabularies/regions", schemas)
    assert [(finding.line, finding.column, finding.code) for finding in findings] == [(2, 3, "language-code-ua")]


def test_broken_schemas_are_a_mistake_of_the_project(tmp_path: Path, schema_set: MakeSchemas) -> None:
    with pytest.raises(SchemaError, match="no schemas in"):
        SchemaSet(tmp_path)
    with pytest.raises(SchemaError, match="reference to nothing"):
        schema_set({"a": {"$ref": "b.schema.json#/$defs/x"}})
    write(tmp_path / "broken/a.schema.json", "{")
    with pytest.raises(SchemaError, match=r"a\.schema\.json"):
        SchemaSet(tmp_path / "broken")
    with pytest.raises(SchemaError, match="no schema b"):
        schema_set({"a": {}, "b": {}}).schema("b-c")
