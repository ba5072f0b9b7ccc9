from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from content.samples import write, write_schemas
from cso.content import check as check_module
from cso.content.check import check
from cso.content.findings import Finding, Position, render
from cso.content.places import slug_like
from cso.content.repository import Text, load, texts
from cso.content.rules import RULES, Rule
from cso.content.schema import SchemaSet

ROOT = Path("content")


def found(root: Path = ROOT) -> list[tuple[str, int, str]]:
    return [(finding.file, finding.line, finding.code) for finding in load(root)[1]]


def test_everything_finds_its_place(project: Path) -> None:
    content, findings = load(ROOT)
    assert not findings
    assert content.site.data == {"launched": False}
    assert content.organizations["dawn"].data["name"] == {"uk": "Світанок"}
    assert list(content.hotlines) == ["line-1"]
    assert list(content.confirmations) == ["dawn"]
    assert list(content.vocabularies) == ["regions"]
    assert [(prose.file, prose.owner) for prose in content.markdown] == [
        ("content/organizations/dawn/news/start.md", "dawn"),
        ("content/pages/en/about.md", ""),
    ]
    assert [(document.file, content.owner(document)) for document in content.documents()] == [
        ("content/site.yaml", ""),
        ("content/sector.yaml", ""),
        ("content/organizations/dawn/organization.yaml", "dawn"),
        ("content/hotlines/line-1.yaml", "line-1"),
        ("content/confirmations/dawn.yaml", "dawn"),
        ("content/vocabularies/regions.yaml", ""),
    ]


def test_every_human_text(project: Path) -> None:
    content, _ = load(ROOT)
    profile, news = "content/organizations/dawn/organization.yaml", "content/organizations/dawn/news/start.md"
    assert list(texts(content)) == [
        Text(profile, Position(2, 7), ("name", "uk"), "Світанок", False, "dawn"),
        Text(profile, Position(3, 10), ("history",), "Since 1998.", True, "dawn"),
        Text(news, Position(1, 1), (), "Title: Start", True, "dawn"),
        Text(news, Position(3, 1), (), "We begin.", True, "dawn"),
        Text("content/pages/en/about.md", Position(1, 1), (), "About us.", True, ""),
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("organizations/dawn/extra.yaml", "file-not-used"),
        ("organizations/dawn/deep/organization.yaml", "file-not-used"),
        ("organizations/organization.yaml", "file-not-used"),
        ("hotlines/abroad/line.yaml", "file-not-used"),
        ("vocabularies/no-schema.yaml", "file-not-used"),
        ("other.yaml", "file-not-used"),
        ("organizations/dawn/organization.yml", "file-ending"),
        ("site.YAML", "file-ending"),
        ("hotlines/Line_2.yaml", "file-not-slug"),
    ],
)
def test_a_file_in_a_wrong_place(path: str, code: str, project: Path) -> None:
    write(project / "content" / path, "a: b\n")
    assert found() == [(f"content/{path}", 1, code)]


def test_a_folder_that_is_no_slug(project: Path) -> None:
    write(project / "content/organizations/My Org/organization.yaml", "name: {uk: x}\n")
    _, findings = load(ROOT)
    assert render(findings, "text", "en") == (
        "content/organizations/My Org:1:1  error  folder-not-slug  The folder name becomes part of the web address: "
        "only small Latin letters, digits and single hyphens.  → Rename the folder, for example to “my-org”.\n"
    )
    assert slug_like("ГО «Світанок-Згода»") == "ho-svitanok-zghoda"
    assert slug_like("«»") == "name-in-latin-letters"


def test_what_is_missing(project: Path) -> None:
    (project / "content/site.yaml").unlink()
    write(project / "content/organizations/empty/logo.svg", "<svg/>")
    write(project / "content/organizations/nothing/.gitkeep", "")
    assert found() == [
        ("content/organizations/empty/organization.yaml", 1, "file-missing"),
        ("content/site.yaml", 1, "file-missing"),
    ]


def test_files_that_are_no_yaml_are_left_alone(project: Path) -> None:
    write(project / "content/organizations/dawn/report.pdf", b"%PDF-1.7")
    write(project / "content/.hidden/a.yaml", "a: b")
    assert found() == []


def test_links_leading_out_are_not_followed(project: Path) -> None:
    write(project / "outside/secret.yaml", "name: {uk: secret}\n")
    write(project / "outside/folder/organization.yaml", "name: {uk: secret}\n")
    (project / "content/hotlines/out.yaml").symlink_to(project / "outside/secret.yaml")
    (project / "content/pages/en/out.md").symlink_to("../../../outside/secret.yaml")
    (project / "content/organizations/out").symlink_to(project / "outside/folder")
    (project / "content/organizations/twin").symlink_to("dawn")
    (project / "content/networks").mkdir()
    (project / "content/networks/loop.yaml").symlink_to("loop.yaml")
    (project / "content/networks/inside.yaml").symlink_to("../hotlines/line-1.yaml")
    content, findings = load(ROOT)
    assert [(finding.file, finding.code) for finding in findings] == [
        ("content/hotlines/out.yaml", "link-outside"),
        ("content/networks/loop.yaml", "file-unreadable"),
        ("content/organizations/out", "link-outside"),
        ("content/organizations/twin", "link-to-folder"),
        ("content/pages/en/out.md", "link-outside"),
    ]
    assert content.networks["inside"].data == {"a": "b"}
    assert "secret" not in str(list(texts(content)))


def test_a_pipe_is_not_read(project: Path) -> None:
    os.mkfifo(project / "content/sector.yaml")
    assert found() == [("content/sector.yaml", 1, "file-unreadable")]


def test_all_findings_in_one_run_and_the_documents_are_carried(project: Path) -> None:
    write(project / "content/organizations/dawn/organization.yaml", "naem: {uk: x}\nedrpou: 1\n")
    write(project / "content/organizations/broken/organization.yaml", "name: 'x\n")
    write(project / "content/pages/en/about.md", "\ufeffAbout\u202eus\n\tcode\n")
    content, findings = load(ROOT)
    assert [(finding.file, finding.line, finding.column, finding.code) for finding in findings] == [
        ("content/organizations/broken/organization.yaml", 1, 7, "yaml-unclosed-quote"),
        ("content/organizations/dawn/organization.yaml", 1, 1, "misspelt-key"),
        ("content/organizations/dawn/organization.yaml", 2, 9, "format-edrpou"),
        ("content/pages/en/about.md", 1, 1, "byte-order-mark"),
        ("content/pages/en/about.md", 1, 7, "bidirectional-character"),
    ]
    assert content.organizations["dawn"].get(("edrpou",)) == "1"
    assert content.organizations["broken"].data == {}
    assert content.unreadable == {"content/organizations/broken/organization.yaml"}
    assert content.markdown[-1].text == "Aboutus\n\tcode\n"


def test_paths_are_shown_as_the_user_would_type_them(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "content/site.yaml").unlink()
    assert found(project / "content") == [("content/site.yaml", 1, "file-missing")]
    monkeypatch.chdir(project / "content")
    assert found(Path()) == [("site.yaml", 1, "file-missing")]
    monkeypatch.chdir(project / "schemas")
    assert found(Path("../content"))[0][0].endswith("content/site.yaml")


def test_schemas_are_an_argument(project: Path) -> None:
    folder = write_schemas(
        project / "other", {name: {"type": "object"} for name in ("organization", "site", "hotline", "confirmation")}
    )
    _, findings = load(ROOT, SchemaSet(folder))
    assert [(finding.file, finding.code) for finding in findings] == [
        ("content/vocabularies/regions.yaml", "file-not-used")
    ]


def test_no_such_folder(project: Path) -> None:
    with pytest.raises(NotADirectoryError, match="no such folder"):
        load(Path("nowhere"))


def test_check_adds_what_the_rules_find(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project / "content/organizations/broken/organization.yaml", "name: 'x\n")

    def rule(content: object, context: object) -> object:
        for slug in ("broken", "dawn"):
            yield Finding.at(f"content/organizations/{slug}/organization.yaml", Position(1, 1), "tag")

    rules: tuple[Rule, ...] = (rule, rule)  # type: ignore[assignment]
    monkeypatch.setattr(check_module, "RULES", rules)
    result = check(ROOT, date(2026, 11, 23))
    assert result.has_errors
    assert [(finding.file, finding.code) for finding in result.findings] == [
        ("content/organizations/broken/organization.yaml", "yaml-unclosed-quote"),
        ("content/organizations/dawn/organization.yaml", "tag"),
    ]


def test_rules_are_functions() -> None:
    assert all(callable(rule) for rule in RULES)
