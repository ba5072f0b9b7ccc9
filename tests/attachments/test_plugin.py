"""Attached files on the built site: where they stand, who links to them, what is refused before."""

from __future__ import annotations

import hashlib
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from attachments import samples
from cso.attachments import AttachedFile, Copier, attached_files
from cso.publish import BuildError
from html_pages import BuiltSite
from synthetic import FULL, SyntheticProject

FOLDER = "organizations/full-example"
REPORT = "files/report-2025.pdf"
PUBLISHED = {f"files/full-example/{name}" for name in (REPORT, "files/policy.pdf", "files/release.pdf", "logo.png")}


def published(site: BuiltSite) -> dict[str, bytes]:
    """The files below `files/` of a site."""
    root = site.output / "files"
    return {
        file.relative_to(site.output).as_posix(): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


def test_every_named_file_is_published_and_linked(synthetic_site: BuiltSite) -> None:
    assert set(published(synthetic_site)) == PUBLISHED
    for address, name in {
        "organizations/full-example/index.html": "policy.pdf",
        "reports/full-example/annual-2025/index.html": "report-2025.pdf",
        "en/reports/full-example/annual-2025/index.html": "report-2025.pdf",
    }.items():
        page = synthetic_site.output / address
        links = [link.get("href") for link in synthetic_site.pages[address].all("//a[@href]")]
        found = {(page.parent / link).resolve() for link in links if link.endswith(name)}
        assert found == {(synthetic_site.output / "files/full-example/files" / name).resolve()}


def test_planted_secrets_are_published_nowhere_and_two_builds_give_the_same(
    synthetic_project: SyntheticProject,
) -> None:
    put(synthetic_project, f"{FOLDER}/{REPORT}", samples.pdf())
    put(synthetic_project, f"{FOLDER}/logo.png", samples.png())
    put(synthetic_project, "files/study.xlsx", samples.xlsx())
    synthetic_project.edit(
        "sector.yaml", "  - id: field-report\n", "  - id: field-report\n    file: files/study.xlsx\n"
    )
    put(synthetic_project, "networks/files/photo.jpeg", samples.jpeg())
    network = "networks/example-network.yaml"
    synthetic_project.edit(network, "reports:\n", f"reports:\n{NETWORK_REPORT}")
    first = published(synthetic_project.build())
    assert set(first) == PUBLISHED | {"files/sector/files/study.xlsx", "files/example-network/files/photo.jpeg"}
    everything = b"".join(file.read_bytes() for file in synthetic_project.output.rglob("*") if file.is_file())
    assert [secret for secret in samples.SECRETS if secret in everything] == []
    assert published(synthetic_project.build()) == first


NETWORK_REPORT = """\
  - id: photograph
    kind: research
    year: 2024
    title: {uk: Вигадана світлина, en: Invented photograph}
    languages: [uk]
    file: files/photo.jpeg
"""


def put(project: SyntheticProject, path: str, data: bytes) -> None:
    file = project.content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        (REPORT, b"%PDF-1.7\n<html><script>alert(1)</script></html>", "attachment-unreadable"),
        (REPORT, samples.pdf(encryption=samples.LOCK), "attachment-locked"),
        (REPORT, samples.pdf(redaction=True), "attachment-redaction"),
        ("logo.png", samples.png()[:200], "attachment-unreadable"),
    ],
)
def test_what_cannot_be_cleaned_is_a_finding(
    synthetic_project: SyntheticProject, path: str, data: bytes, code: str
) -> None:
    put(synthetic_project, f"{FOLDER}/{path}", data)
    line = synthetic_project.read(FULL)[: synthetic_project.read(FULL).index(path)].count("\n") + 1
    found = [finding for finding in synthetic_project.check().findings if finding.code.startswith("attachment")]
    assert [(finding.code, finding.line, finding.level.value) for finding in found] == [(code, line, "error")]


def test_a_locked_file_ends_the_build_before_anything_is_written(synthetic_project: SyntheticProject) -> None:
    put(synthetic_project, f"{FOLDER}/{REPORT}", samples.pdf(encryption=samples.LOCK))
    done = synthetic_project.run("cso", "build")
    assert done.returncode == 1
    assert "without a password" in done.stdout
    assert "Traceback" not in done.stderr
    assert not synthetic_project.output.exists()


def test_without_the_plugin_nothing_links_to_files(synthetic_project: SyntheticProject) -> None:
    settings = synthetic_project.root / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + '\nPLUGINS.remove("cso.attachments")\n', encoding="utf-8")
    site = synthetic_project.build()
    assert published(site) == {}
    pages = "".join(file.read_text(encoding="utf-8") for file in site.output.rglob("*.html"))
    assert "report-2025.pdf" not in pages
    assert "policy.pdf" not in pages


def test_the_view_is_frozen_and_names_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(samples.CSV)
    file = AttachedFile("a.csv", "csv", hashlib.sha256(samples.CSV).hexdigest())
    assert Copier(tmp_path).copy(file) == samples.CSV
    with pytest.raises(FrozenInstanceError):
        file.kind = "pdf"  # type: ignore[misc]
    (tmp_path / "a.csv").write_bytes(samples.CSV + b"2026,6\n")
    with pytest.raises(BuildError, match=r"a\.csv changed while"):
        Copier(tmp_path).copy(file)


def test_every_file_is_named_with_its_owner(synthetic_project: SyntheticProject) -> None:
    named = {(owner, file.place) for owner, file in attached_files(synthetic_project.directory())}
    assert named == {("full-example", f"{FOLDER}/{path.partition('/full-example/')[2]}") for path in PUBLISHED}
