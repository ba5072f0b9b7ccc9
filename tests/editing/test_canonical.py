"""The canonical form: alike everywhere, with every value and comment kept."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath

import pytest
import yaml
from ruamel.yaml import YAML

from cso.cli import main
from cso.content.check import check
from cso.content.places import kind_of
from cso.content.reader import read_yaml_bytes
from cso.content.schema import SchemaSet
from cso.editing import CannotBeFixed, canonical
from synthetic import AS_OF, SyntheticProject

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def schemas() -> SchemaSet:
    return SchemaSet(PROJECT / "schemas")


def fixed(text: str | bytes, schemas: SchemaSet, schema: str = "organization") -> str:
    content = text if isinstance(text, bytes) else text.encode()
    return canonical(content, "x.yaml", schema, schemas).text


@pytest.mark.parametrize(
    ("ugly", "clean"),
    [
        ("name:\n    uk:   Приклад   \n", "name:\n  uk: Приклад\n"),
        ("themes:\n- prevention\n-   assistance\n", "themes:\n  - prevention\n  - assistance\n"),
        ("themes: [ prevention,assistance ]\n\n\n", "themes: [prevention, assistance]\n"),
        ("as_of: 2019\r\nbasis: organization\r\n", 'as_of: "2019"\nbasis: organization\n'),
        ("as_of: 2026-11-23", 'as_of: "2026-11-23"\n'),
        ("name: {uk: no, en: 'plain'}\n", "name: {uk: \"no\", en: 'plain'}\n"),
        ('synthetic: "true"\n', "synthetic: true\n"),
        ("basis: organization\nas_of:\nthemes: []\n", "basis: organization\n"),
        ("name: {uk: Приклад, en: ''}\n", "name: {uk: Приклад}\n"),
        (
            "contacts:\n  -\n    id: a\n    dial: 0800 # toll-free\n    postcode: 03113\n",
            'contacts:\n  - id: a\n    dial: "0800" # toll-free\n    postcode: "03113"\n',
        ),
        ("# first\n\nbasis: organization\n# last\n", "# first\n\nbasis: organization\n# last\n"),
        ("summary:\n  uk: |-\n    Один.\n\n    Два.\n", "summary:\n  uk: |-\n    Один.\n\n    Два.\n"),
        ("summary:\n  uk: >-\n    Один\n    рядок.\n", "summary:\n  uk: >-\n    Один\n    рядок.\n"),
    ],
)
def test_canonical_form(ugly: str, clean: str, schemas: SchemaSet) -> None:
    assert fixed(ugly, schemas) == clean
    assert fixed(clean, schemas) == clean


def test_byte_order_mark_goes(schemas: SchemaSet) -> None:
    assert fixed(b"\xef\xbb\xbfbasis: organization\n", schemas) == "basis: organization\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\na: 2\n", "duplicate-key"),
        ("a: &x 1\nb: *x\n", "anchor"),
        ("basis: organ\u202eization\n", "bidirectional-character"),
        ("name: [uk: a\n", ""),
        ("\tbasis: organization\n", "tab-indentation"),
        ("", "empty-file"),
    ],
)
def test_what_only_a_person_can_mend_is_refused_with_its_findings(text: str, code: str, schemas: SchemaSet) -> None:
    with pytest.raises(CannotBeFixed) as refused:
        fixed(text, schemas)
    codes = [finding.code for finding in refused.value.findings]
    assert codes and (not code or code in codes)


def test_a_comment_beside_an_empty_key_is_not_lost(schemas: SchemaSet) -> None:
    text = fixed("basis: organization\nas_of: # ask the board\nthemes: [prevention]\n", schemas)
    assert "# ask the board" in text


def real_files() -> list[Path]:
    return sorted((PROJECT / "content").rglob("*.yaml"))


def test_every_reader_of_yaml_sees_the_same_text_in_canonical_files(schemas: SchemaSet) -> None:
    """That the files are in this form now is no test: format is never a reason to fail."""
    for path in real_files():
        kind = kind_of(PurePosixPath(path.relative_to(PROJECT / "content").as_posix()), schemas.names)
        assert kind is not None
        before, _ = read_yaml_bytes(path.read_bytes(), path.name)
        text = canonical(path.read_bytes(), path.name, kind.schema, schemas).text
        assert canonical(text.encode(), path.name, kind.schema, schemas).text == text
        assert before is not None
        assert as_text(yaml.safe_load(text)) == before.data, path  # YAML 1.1
    one = YAML(typ="safe", pure=True)  # YAML 1.2, slow
    assert as_text(one.load(io.StringIO(text))) == before.data


def as_text(value: object) -> object:
    if isinstance(value, dict):
        return {key: as_text(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_text(entry) for entry in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, float)) else value.strip() if isinstance(value, str) else value


def test_command_mends_what_it_can_and_leaves_the_rest(
    synthetic_project: SyntheticProject, capsys: pytest.CaptureFixture[str]
) -> None:
    content = synthetic_project.content
    profiles = sorted(content.glob("organizations/*/organization.yaml"))
    before = [path.read_bytes() for path in profiles]
    assert main(["fix", "--content", str(content), "--lang", "uk"]) == 0
    capsys.readouterr()
    ugly, broken = profiles[0], profiles[1]
    clean = ugly.read_bytes()
    ugly.write_bytes(clean.replace(b"\n", b"\r\n"))
    broken.write_bytes(broken.read_bytes() + b"basis: organization\n")
    left = broken.read_bytes()
    assert main(["fix", "--check", "--content", str(content), "--lang", "uk"]) == 1
    assert ugly.read_bytes() != clean
    assert main(["fix", "--content", str(content), "--lang", "uk"]) == 1
    shown = capsys.readouterr().out
    assert ugly.read_bytes() == clean
    assert broken.read_bytes() == left
    assert "duplicate-key" in shown and "виправлено" in shown
    assert len(before) == len(profiles)


def test_command_changes_no_finding(synthetic_project: SyntheticProject) -> None:
    content = synthetic_project.content
    before = check(content, AS_OF, allow_synthetic=True)
    assert main(["fix", "--content", str(content)]) == 0
    after = check(content, AS_OF, allow_synthetic=True)
    assert [finding.code for finding in after.findings] == [finding.code for finding in before.findings]
    assert {name: one.data for name, one in after.content.organizations.items()} == {
        name: one.data for name, one in before.content.organizations.items()
    }


def test_files_named_that_hold_no_content_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert main(["fix", "--content", str(tmp_path / "content"), "--lang", "en"]) == 2
    assert "no file of content there" in capsys.readouterr().err
