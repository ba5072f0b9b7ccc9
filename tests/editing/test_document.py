"""A change touches the lines of its value and no other, whatever the file looks like."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cso.content.document import Location
from cso.content.reader import read_yaml_bytes
from cso.content.schema import SchemaSet
from cso.editing import EditableDocument, EditError

PROJECT = Path(__file__).parents[2]
REAL = [
    ("organization", PROJECT / "content/organizations/la-strada-ukraine/organization.yaml"),
    ("organization", PROJECT / "content/organizations/revival-of-the-nation/organization.yaml"),
    ("hotline", PROJECT / "content/hotlines/government-1547.yaml"),
    ("confirmation", PROJECT / "content/confirmations/la-strada-ukraine.yaml"),
    ("site", PROJECT / "content/site.yaml"),
]


def name_of(value: object) -> str:
    return f"{value.parent.name}-{value.stem}" if isinstance(value, Path) else ""


@pytest.fixture(scope="module")
def schemas() -> SchemaSet:
    return SchemaSet(PROJECT / "schemas")


def locations(value: Any, location: Location = ()) -> Iterator[Location]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, entry in entries:
        yield (*location, step)
        yield from locations(entry, (*location, step))


def parent_of(data: Any, location: Location) -> Any:
    for step in location[:-1]:
        data = data[step]
    return data


def read(text: str) -> Any:
    document, findings = read_yaml_bytes(text.encode(), "x.yaml")
    assert document is not None and not findings
    return document.data


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize(("schema", "path"), REAL, ids=name_of)
@pytest.mark.parametrize(
    "new", ["слово", "2026-11-23", "довгий текст " * 30, {"uk": "так", "en": "yes"}, ["a", "b: c"]], ids=str
)
def test_any_value_of_a_real_file_can_be_replaced(schema: str, path: Path, new: Any, schemas: SchemaSet) -> None:
    text = path.read_text("utf-8")
    for location in list(locations(read(text)))[::31]:
        document = EditableDocument(text, schema, schemas)
        value = new.strip() if isinstance(new, str) else new
        document.set(location, value)
        wanted = read(text)
        parent_of(wanted, location)[location[-1]] = value
        assert read(document.text) == wanted, location
        kept = [line for line in comments(text) if line not in comments(document.text)]
        assert not kept or isinstance(parent_of(read(text), location)[location[-1]], (dict, list))


@pytest.mark.parametrize(("schema", "path"), REAL, ids=name_of)
def test_any_value_of_a_real_file_can_be_taken_away(schema: str, path: Path, schemas: SchemaSet) -> None:
    text = path.read_text("utf-8")
    for location in list(locations(read(text)))[::19]:
        document = EditableDocument(text, schema, schemas)
        document.remove(location)
        wanted = copy.deepcopy(read(text))
        gone = location
        while len(parent_of(wanted, gone)) == 1:
            gone = gone[:-1]
        del parent_of(wanted, gone)[gone[-1]]
        assert read(document.text) == wanted, location


@pytest.mark.parametrize(("schema", "path"), REAL, ids=name_of)
def test_what_is_taken_away_and_written_again_is_there_again(schema: str, path: Path, schemas: SchemaSet) -> None:
    text = path.read_text("utf-8")
    data = read(text)
    for location in list(locations(data))[::23]:
        if isinstance(location[-1], int):
            continue
        if len(parent_of(data, location)) == 1:  # what would be left empty goes too
            continue
        document = EditableDocument(text, schema, schemas)
        document.remove(location)
        document.set(location, parent_of(data, location)[location[-1]])
        assert read(document.text) == data, location


PROFILE = """\
# yaml-language-server: $schema=../../../schemas/organization.schema.json
# Who we are
basis: organization # the whole profile
name: {uk: Приклад, en: Example} # as registered

# Ways to reach us
contacts:
  # the office
  - id: office
    role: office
    kind: phone
    dial: "+380 00 111 22 33"
  # and by letter

  - id: post
    kind: post

themes: [prevention]
description:
  uk: |-
    Перший абзац.

    Другий # не коментар
  # between
  en: One.
"""


def edited(schemas: SchemaSet, *changes: tuple[str, Any, Any]) -> list[str]:
    document = EditableDocument(PROFILE, "organization", schemas)
    for action, location, value in changes:
        if action == "remove":
            document.remove(location)
        else:
            getattr(document, action)(location, value)
    return changed_lines(PROFILE, document.text)


@pytest.mark.parametrize(
    ("action", "location", "value", "lines"),
    [
        (
            "set",
            ("basis",),
            "public_source",
            ["-basis: organization # the whole profile", "+basis: public_source # the whole profile"],
        ),
        (
            "set",
            ("name", "en"),
            "Other, with comma",
            [
                "-name: {uk: Приклад, en: Example} # as registered",
                "+name: {uk: Приклад, en: 'Other, with comma'} # as registered",
            ],
        ),
        ("set", ("contacts", 0, "dial"), "0800", ['-    dial: "+380 00 111 22 33"', '+    dial: "0800"']),
        ("set", ("contacts", 1, "id"), "letters", ["-  - id: post", "+  - id: letters"]),
        ("set", ("contacts", 1, "role"), "office", ["+    role: office"]),
        ("set", ("as_of",), "2026-11-23", ['+as_of: "2026-11-23"']),
        ("append", ("themes",), "assistance", ["-themes: [prevention]", "+themes: [prevention, assistance]"]),
        (
            "append",
            ("contacts",),
            {"kind": "email", "id": "mail"},
            ["+  - id: mail", "+    kind: email"],
        ),
        ("remove", ("contacts", 0, "dial"), None, ['-    dial: "+380 00 111 22 33"']),
        ("remove", ("contacts", 1), None, ["-  - id: post", "-    kind: post"]),
        ("remove", ("themes",), None, ["-themes: [prevention]"]),
        ("set", ("description", "en"), "Two.\n\nThree.", ["-  en: One.", "+  en: |-", "+    Two.", "+", "+    Three."]),
        ("remove", ("description", "uk"), None, ["-  uk: |-", "-    Перший абзац.", "-", "-    Другий # не коментар"]),
        ("set", ("seat", "region"), "lviv", ["+seat:", "+  region: lviv"]),
    ],
)
def test_a_change_touches_its_own_lines(
    action: str, location: Location, value: Any, lines: list[str], schemas: SchemaSet
) -> None:
    assert edited(schemas, (action, location, value)) == lines


def test_a_new_key_stands_where_the_schema_has_it(schemas: SchemaSet) -> None:
    document = EditableDocument(PROFILE, "organization", schemas)
    document.set(("as_of",), "2026")
    document.set(("contacts", 1, "role"), "office")
    lines = document.text.splitlines()
    assert lines.index('as_of: "2026"') < next(place for place, line in enumerate(lines) if line.startswith("name:"))
    assert lines.index("    role: office", lines.index("  - id: post")) == lines.index("  - id: post") + 1


def test_an_unchanged_value_changes_nothing(schemas: SchemaSet) -> None:
    assert edited(schemas, ("set", ("description", "uk"), "Перший абзац.\n\nДругий # не коментар")) == []


def test_a_file_of_comments_gets_its_first_key(schemas: SchemaSet) -> None:
    document = EditableDocument("# nothing yet\n", "organization", schemas)
    document.set(("name", "uk"), "Приклад")
    assert document.text == "# nothing yet\nname: {uk: Приклад}\n"


@pytest.mark.parametrize("text", ["a: b: c\n", "a: 1\na: 2\n", "- a\n", "a: *x\n"])
def test_a_broken_file_is_refused(text: str, schemas: SchemaSet) -> None:
    with pytest.raises(EditError):
        EditableDocument(text, "organization", schemas)


@pytest.mark.parametrize(
    ("location", "value"), [(("contacts", 7, "id"), "x"), (("basis", "uk"), "x"), (("themes", 3), "x"), ((), {})]
)
def test_a_place_that_is_not_there_is_refused(location: Location, value: Any, schemas: SchemaSet) -> None:
    with pytest.raises(EditError):
        EditableDocument(PROFILE, "organization", schemas).set(location, value)
