"""A new profile explains itself, cannot be published before it is filled in, and its examples are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cso.cli import main
from cso.content.check import check
from cso.content.reader import read_yaml
from cso.content.schema import SchemaSet, typed, validate
from synthetic import AS_OF, SyntheticProject

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def made(synthetic_project: SyntheticProject) -> Path:
    assert main(["new", "nova-orhanizatsiia", "--content", str(synthetic_project.content), "--lang", "uk"]) == 0
    return synthetic_project.content / "organizations/nova-orhanizatsiia/organization.yaml"


def test_every_empty_line_is_a_finding_and_nothing_else_is(made: Path, synthetic_project: SyntheticProject) -> None:
    lines = made.read_text("utf-8").splitlines()
    empty = [line for line in lines if re.fullmatch(r"[^#]*:( #.*)?", line)]
    assert len(empty) > 5
    found = [
        one for one in check(synthetic_project.content, AS_OF, allow_synthetic=True).findings if one.file == str(made)
    ]
    assert found
    assert {one.code for one in found} <= {"empty-value", "empty-group"}


def test_filled_in_it_is_a_profile(made: Path, synthetic_project: SyntheticProject) -> None:
    answers = {
        "consent.role.uk": "Директорка",
        "consent.role.en": "Director",
        "consent.date": "2026-10-01",
        "consent.scope.uk": "Увесь профіль",
        "consent.scope.en": "The whole profile",
        "consent.review_date": "2027-10-01",
        "as_of": "2026-10-01",
        "name.uk": "ГО «Нова»",
        "name.en": "Nova",
    }
    filled, path = [], []
    for line in made.read_text("utf-8").splitlines():
        key = re.match(r"( *)([a-z_]+):", line)
        if key:
            path = [*path[: len(key[1]) // 2], key[2]]
            answer = answers.get(".".join(path))
            filled.append(f"{key[1]}{key[2]}: {answer}" if answer else line)
        else:
            filled.append(line)
    made.write_text("\n".join(filled).replace("basis: organization", "basis: organization\nsynthetic: true"), "utf-8")
    found = [
        one for one in check(synthetic_project.content, AS_OF, allow_synthetic=True).findings if one.file == str(made)
    ]
    assert found == []


@pytest.mark.parametrize("basis", ["organization", "public_source"])
@pytest.mark.parametrize("language", ["uk", "en"])
def test_the_examples_fit_the_schema(basis: str, language: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    assert main(["new", "new-one", "--content", str(content), "--basis", basis, "--lang", language]) == 0
    path = content / "organizations/new-one/organization.yaml"
    text = path.read_text("utf-8")
    assert f"basis: {basis}" in text and ("consent:" in text) == (basis == "organization")
    uncommented = re.sub(r"^# (?=[a-z_]+:( |$)|  )", "", text, flags=re.MULTILINE)
    path.write_text(uncommented, "utf-8")
    schemas = SchemaSet(PROJECT / "schemas")
    document, _ = read_yaml(path, "organization.yaml")
    assert document is not None
    assert set(document.data) >= {"seat", "contacts", "hotlines", "services", "shelters", "reports", "history"}
    found = validate(typed(document, "organization", schemas), "organization", schemas)
    assert [one for one in found if one.code not in ("empty-group",)] == []


def test_editors_are_told_the_schema(made: Path) -> None:
    line = made.read_text("utf-8").splitlines()[0]
    address = line.partition("$schema=")[2]
    assert line.startswith("# yaml-language-server: $schema=")
    assert (made.parent / address).resolve().name == "organization.schema.json"


@pytest.mark.parametrize(("slug", "shown"), [("Нова Організація", "nova-orhanizatsiia"), ("A B", "a-b"), ("../x", "x")])
def test_a_wrong_name_is_refused_with_a_right_one(
    slug: str, shown: str, synthetic_project: SyntheticProject, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(synthetic_project.content.rglob("*"))
    assert main(["new", slug, "--content", str(synthetic_project.content), "--lang", "uk"]) == 2
    assert shown in capsys.readouterr().err
    assert sorted(synthetic_project.content.rglob("*")) == before


def test_an_existing_profile_is_never_touched(
    synthetic_project: SyntheticProject, capsys: pytest.CaptureFixture[str]
) -> None:
    path = synthetic_project.content / "organizations/full-example/organization.yaml"
    before = path.read_bytes()
    assert main(["new", "full-example", "--content", str(synthetic_project.content), "--lang", "en"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert path.read_bytes() == before
