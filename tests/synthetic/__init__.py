"""The invented content beside this file as a project of its own, to be changed, checked and built by tests.

The shared lists are those of the project, so that they stand once; so are the emergency lines that they name.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from cso.content.check import CheckResult, check
from cso.directory import Directory
from cso.directory.build import build_directory
from cso.pages.addresses import file_of
from cso.pages.factory import PageFactory
from cso.pages.frame import Page
from cso.pages.interface_texts import load_texts
from cso.pages.rendering import Renderer
from cso.pages.views import all_pages
from html_pages import BuiltSite, HtmlPage

PROJECT = Path(__file__).resolve().parents[2]
CONTENT = Path(__file__).parent / "content"
THEME = PROJECT / "theme"

#: The day the invented content speaks for.
AS_OF = date(2026, 11, 1)

FULL = "organizations/full-example/organization.yaml"
HALF = "organizations/half-example/organization.yaml"
MINIMAL = "organizations/minimal-example/organization.yaml"
OFFICE = "organizations/office-example/organization.yaml"
FRONTLINE = "organizations/frontline-example/organization.yaml"


class SyntheticProject:
    """A project in a temporary folder with the invented content, the real settings and the real theme."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        self.output = root / "output"
        self._directories: dict[date, Directory] = {}
        self._pages: dict[tuple[date, str], tuple[Iterator[Page], dict[str, Page]]] = {}

    @classmethod
    def make(cls, root: Path) -> SyntheticProject:
        """Lay out the invented content in a folder."""
        project = cls(root)
        project._lay_out()
        return project

    def copy(self, root: Path) -> SyntheticProject:
        """The same in another folder, with what was built."""
        shutil.copytree(self.root, root)
        return SyntheticProject(root)

    def _lay_out(self) -> None:
        shutil.copytree(CONTENT, self.content)
        shutil.copytree(PROJECT / "content/vocabularies", self.content / "vocabularies")
        for line in _emergency_lines():
            for folder in ("hotlines", "confirmations"):
                shutil.copy(PROJECT / "content" / folder / f"{line}.yaml", self.content / folder)
        settings = (PROJECT / "pelicanconf.py").read_text(encoding="utf-8")
        settings += f"\nALLOW_SYNTHETIC = True\nTHEME = {str(THEME)!r}\n"
        (self.root / "pelicanconf.py").write_text(settings, encoding="utf-8")

    def read(self, path: str) -> str:
        """The text of a file of the content."""
        return (self.content / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file of the content."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self._directories.clear()
        self._pages.clear()

    def edit(self, path: str, old: str, new: str) -> int:
        """Replace a text that stands once in a file of the content.

        Returns:
            The line, from 1, in which the replaced text begins.
        """
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def append(self, path: str, text: str) -> int:
        """Add text at the end of a file of the content; gives the line, from 1, in which it begins."""
        before = self.read(path)
        self.write(path, before + text)
        return before.count("\n") + 1

    def check(self, as_of: date = AS_OF) -> CheckResult:
        """All findings, synthetic profiles allowed."""
        return check(self.content, as_of, allow_synthetic=True)

    def directory(self, as_of: date = AS_OF) -> Directory:
        """The Directory of the content as it is now."""
        if as_of not in self._directories:
            result = self.check(as_of)
            assert not result.has_errors, [finding.message("en") for finding in result.findings]
            self._directories[as_of] = build_directory(result.content, as_of)
        return self._directories[as_of]

    def page(self, address: str, as_of: date = AS_OF) -> HtmlPage:
        """A page as the build makes it, without building the others; `address` as in `en/organizations/`."""
        language = "en" if address == "en/" or address.startswith("en/") else "uk"
        if (as_of, language) not in self._pages:
            factory = PageFactory(self.directory(as_of), language, load_texts(THEME, language), "https://example.org")
            self._pages[as_of, language] = all_pages(factory), {}
        to_come, found = self._pages[as_of, language]
        while address not in found:
            page = next(to_come, None)
            assert page is not None, f"there is no page {address}"
            found[page.frame.path] = page
        return HtmlPage(file_of(address), _renderer(language).render(found[address]))

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run `cso …` or `pelican …` in the project."""
        return run(self.root, *command, environment=environment)

    def build(self, *options: str) -> BuiltSite:
        """Build the site with the command and expect that it works."""
        done = self.run("cso", "build", "--as-of", AS_OF.isoformat(), *options)
        assert done.returncode == 0, done.stdout + done.stderr
        return BuiltSite(self.output)


def run(folder: Path, *command: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `cso …` or `pelican …` in a folder, in English and with nothing of the environment of the tests."""
    program = {"cso": "cso.cli", "pelican": "pelican"}[command[0]]
    settings = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "200", "PYTHONPATH": str(PROJECT / "plugins")}
    return subprocess.run(
        [sys.executable, "-m", program, *command[1:]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**settings, **(environment or {})},
    )


@cache
def _emergency_lines() -> tuple[str, ...]:
    """Ids of the lines that the list of countries names."""
    terms = yaml.safe_load((PROJECT / "content/vocabularies/countries.yaml").read_text(encoding="utf-8"))["terms"]
    return tuple(sorted({term["emergency_line"] for term in terms if "emergency_line" in term}))


@cache
def _renderer(language: str) -> Renderer:
    """A renderer, kept, because its templates need to be compiled once only."""
    terms = yaml.safe_load((PROJECT / "content/vocabularies/languages.yaml").read_text(encoding="utf-8"))["terms"]
    names = {term["id"]: term["name"][language] for term in terms}
    return Renderer(THEME, language, load_texts(THEME, language), names)
