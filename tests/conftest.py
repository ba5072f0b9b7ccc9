"""Fixtures for tests of every part: a browser, and the sites built from the invented and from the real content."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from html_pages import BuiltSite
from synthetic import PROJECT, SyntheticProject, run
from web import FLAGS, browser_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: The day the real content is built for in tests: a test must not begin to fail because time passes.
REAL_AS_OF = date(2026, 11, 23)


@pytest.fixture
def synthetic_project(tmp_path: Path) -> SyntheticProject:
    """The invented content, free to be changed."""
    return SyntheticProject.make(tmp_path)


@pytest.fixture(scope="session")
def untouched_project(tmp_path_factory: pytest.TempPathFactory) -> SyntheticProject:
    """The invented content as it is, shared: do not change it."""
    return SyntheticProject.make(tmp_path_factory.mktemp("synthetic"))


@pytest.fixture(scope="session")
def synthetic_site(untouched_project: SyntheticProject) -> BuiltSite:
    """The site built from the invented content as it is."""
    return untouched_project.build()


@pytest.fixture(scope="session")
def copy_of_project(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Copies what a build of the real content reads into a new folder of a name."""

    def copy(name: str) -> Path:
        root = tmp_path_factory.mktemp(name)
        for folder in ("content", "schemas", "theme"):
            shutil.copytree(PROJECT / folder, root / folder)
        shutil.copy(PROJECT / "pelicanconf.py", root)
        return root

    return copy


@pytest.fixture(scope="session")
def real_site(copy_of_project: Callable[[str], Path]) -> BuiltSite:
    """The site built from the real content."""
    root = copy_of_project("real")
    done = run(root, "cso", "build", "--as-of", REAL_AS_OF.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(root / "output")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, for tests marked `browser`; open a page with `browser.new_page()` and close it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        yield chromium
        chromium.close()
