"""The sites on which the rules of safeguarding are tested; `docs/safeguarding-review.md` says which test is whose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from conftest import REAL_AS_OF
from cso.content.check import check
from cso.content.repository import Content
from cso.directory import Directory
from cso.directory.build import build_directory
from html_pages import BuiltSite
from safeguarding.measuring import Measured, measure
from safeguarding.plants import SECRETS, Secrets, plant
from safeguarding.visits import Visit
from synthetic import AS_OF, PROJECT, SyntheticProject

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def planted_sites(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Secrets, SyntheticProject, BuiltSite]]:
    """Two sites of the same content with different secrets in it, with the pack for phones without a network."""
    sites = []
    for secrets in SECRETS:
        project = plant(tmp_path_factory.mktemp("planted"), secrets)
        done = project.run("cso", "offline", "--as-of", AS_OF.isoformat())
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append((secrets, project, BuiltSite(project.output)))
    return sites


@pytest.fixture(scope="session")
def real_content() -> Content:
    """The real content."""
    result = check(PROJECT / "content", REAL_AS_OF)
    assert result.content is not None
    return result.content


@pytest.fixture(scope="session")
def real_directory(real_content: Content) -> Directory:
    """What may be published of it."""
    return build_directory(real_content, REAL_AS_OF)


@pytest.fixture(scope="session")
def synthetic_content(untouched_project: SyntheticProject) -> Content:
    """The invented content."""
    content = untouched_project.check().content
    assert content is not None
    return content


@pytest.fixture(scope="session")
def measured(browser: Browser, real_site: BuiltSite) -> dict[str, Measured]:
    """What was seen of each kind of page of the real site on a small phone."""
    return measure(browser, real_site)


@pytest.fixture
def narrow(browser: Browser, real_site: BuiltSite) -> Iterator[Visit]:
    """A visit to the real site on a small phone."""
    visit = Visit(browser, real_site, width=320)
    yield visit
    visit.close()
