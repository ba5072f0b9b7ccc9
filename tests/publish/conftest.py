"""A miniature project with the real settings, and ways to build it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLUGIN = '''
"""One page per text file of the content."""

from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from cso.content.findings import Finding, Level, Position
from cso.content.messages import MESSAGES, Message
from cso.publish import ContentError, Output, OutputGenerator

for level in Level:
    MESSAGES[f"test-{level}"] = Message(level, "Wrong.", "Не так.", "Mend it.", "Виправте.")


class Reading(Generator):
    def generate_context(self):
        texts = {}
        findings = []
        for file in sorted(Path(self.path).glob("*.txt")):
            texts[file.stem] = file.read_text(encoding="utf-8").strip()
            if texts[file.stem] in list(Level):
                findings.append(Finding.at(file.name, Position(1, 1), f"test-{texts[file.stem]}"))
        if any(finding.level.value == "error" for finding in findings):
            raise ContentError(findings)
        self.settings["BUILD_REPORT"].findings = tuple(findings)
        self.settings["BUILD_REPORT"].organizations = len(texts)
        self.context["directory"] = texts


class Pages(OutputGenerator):
    required = ("index.html",)

    def outputs(self, directory, settings):
        template = self.get_template("page")
        for name, text in directory.items():
            self.report.pages["uk"] += 1
            yield Output(f"{name}.html", lambda view: template.render(text=view).encode(), text)
        yield Output("data/as-of.txt", lambda view: view.encode(), settings["AS_OF"].isoformat())


def generators(site):
    return (Reading, Pages)


def register():
    signals.get_generators.connect(generators)
'''


@dataclass(frozen=True)
class Project:
    """A project in a temporary folder."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def set(self, line: str) -> None:
        """Add a line to the settings."""
        with (self.root / "pelicanconf.py").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def plugin(self, text: str, name: str = "second") -> None:
        """Add a plugin."""
        self.write(f"plugins/{name}.py", text)
        self.set(f'PLUGINS = [*PLUGINS, "{name}"]')

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        program = {"cso": "cso.cli", "pelican": "pelican"}[command[0]]
        settings = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1790000000", "LANG": "C.UTF-8", "COLUMNS": "200"}
        return subprocess.run(
            [sys.executable, "-m", program, *command[1:]],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**settings, **(environment or {})},
        )

    def build(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Build and expect that it works."""
        done = self.run("cso", "build", *options)
        assert done.returncode == 0, done.stdout + done.stderr
        return done


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path / "project")
    project.write("pelicanconf.py", (ROOT / "pelicanconf.py").read_text(encoding="utf-8"))
    project.set('PLUGINS = ["cso.publish", "mini"]')
    project.set('PLUGIN_PATHS = ["plugins"]')
    project.write("plugins/mini.py", PLUGIN)
    project.write("theme/templates/page.html", "<!DOCTYPE html>\n<title>{{ text }}</title>\n")
    project.write("content/index.txt", "Початок\n")
    project.write("content/about.txt", "<script>alert(1)</script>\n")
    project.write("content/site.yaml", "launched: false\n")
    return project


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder: path → bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return the files of a folder with all that a write changes: path → inode, time of change, bytes."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
