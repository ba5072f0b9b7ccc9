"""Sites at local addresses, for tests in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from browsing import Visitor, served
from html_pages import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def real_host(real_site: BuiltSite) -> Iterator[str]:
    """The site of the real content."""
    with served(real_site.output) as host:
        yield host


@pytest.fixture(scope="session")
def synthetic_host(synthetic_site: BuiltSite) -> Iterator[str]:
    """The site of the invented content."""
    with served(synthetic_site.output) as host:
        yield host


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Sends a person to a site: `visit(host, width=…)`; further options are those of a browser context."""
    visitors: list[Visitor] = []

    def send(host: str, **options: Any) -> Visitor:
        visitors.append(Visitor(browser, host, **options))
        return visitors[-1]

    yield send
    for visitor in visitors:
        visitor.close()
