"""`cso documents`: the site with its documents; a build that was not asked for them leaves none behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from synthetic import AS_OF, SyntheticProject


def documents(project: SyntheticProject) -> dict[str, bytes]:
    folder = project.output / "documents"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.pdf")}


@pytest.fixture
def project(synthetic_project: SyntheticProject) -> SyntheticProject:
    """The invented content, with as few capabilities as the test needs."""
    settings = synthetic_project.root / "pelicanconf.py"
    few = ("cso.publish", "cso.directory", "cso.pages", "cso.documents", "cso.offline")
    text = settings.read_text(encoding="utf-8") + f"PLUGINS = [name for name in PLUGINS if name in {few}]\n"
    settings.write_text(text, encoding="utf-8")
    return synthetic_project


def test_documents_are_made_on_request_only(project: SyntheticProject) -> None:
    first = project.run("cso", "documents", "--as-of", AS_OF.isoformat())
    assert first.returncode == 0, first.stderr
    made = documents(project)
    sheets = [path for path in made if path.endswith(("-poster.pdf", "-card.pdf"))]
    assert len(sheets) == 2 * (3 + 27) * 2
    assert {"uk/annual-reports/full-example-2025.pdf", "en/fact-sheets/half-example.pdf"} <= made.keys()
    assert (project.output / "index.html").is_file()

    project.run("cso", "offline", "--as-of", "2026-11-02")
    assert documents(project) == made, "what was asked for before is made anew, and the same on another day"

    project.build()
    assert not documents(project), "a document left behind could carry a number withdrawn since"


def test_without_their_packages_the_site_is_built(project: SyntheticProject, tmp_path: Path) -> None:
    """`make site` installs neither typst nor segno."""
    blocked = tmp_path / "blocked"
    for name in ("typst", "segno"):
        (blocked / name).mkdir(parents=True)
        (blocked / name / "__init__.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    path = {"PYTHONPATH": f"{blocked}:{Path(__file__).parents[2] / 'plugins'}"}
    refused = project.run("cso", "documents", "--as-of", AS_OF.isoformat(), environment=path)
    assert refused.returncode == 1
    assert "make documents installs them" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert project.run("cso", "build", "--as-of", AS_OF.isoformat(), environment=path).returncode == 0
