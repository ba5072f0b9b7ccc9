"""Pelican plugin: sitemap.xml, robots.txt and, where an operator can be written to, /.well-known/security.txt.

It lists the pages that the plugins before it in PLUGINS publish, so it stands behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pelican import signals

from cso.directory import Directory
from cso.pages.frame import Page
from cso.publish import Output, OutputGenerator
from cso.sitemap.files import (
    MOST_ADDRESSES,
    Address,
    Robots,
    Security,
    make_robots,
    make_security,
    make_sitemap,
    make_sitemap_index,
)

NOT_LISTED = frozenset({"moved.html", "not_found.html"})
"""Templates of pages that lead elsewhere."""


class SitemapGenerator(OutputGenerator):
    """Gives the files that crawlers and finders of faults look for."""

    required = ("sitemap.xml", "robots.txt")

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """The sitemap of every page published so far, in parts where it is too long for one file, and the others."""
        site, site_url = directory.site, settings["SITEURL"]
        listed = tuple(_addresses(settings["PUBLICATION"], site_url))
        parts = [listed[start : start + MOST_ADDRESSES] for start in range(0, len(listed), MOST_ADDRESSES)]
        if len(parts) > 1:
            names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
            yield Output("sitemap.xml", make_sitemap_index, tuple(f"{site_url}/{name}" for name in names))
            for name, part in zip(names, parts, strict=True):
                yield Output(name, make_sitemap, part)
        else:
            yield Output("sitemap.xml", make_sitemap, listed)
        yield Output("robots.txt", make_robots, Robots(site.launched, f"{site_url}/sitemap.xml"))
        if site.operator.contact_email:
            path = ".well-known/security.txt"
            contact = site.operator.contact_email
            yield Output(
                path, make_security, Security(contact, settings["AS_OF"], site.languages, f"{site_url}/{path}")
            )


def _addresses(publication: Iterable[Output], site_url: str) -> Iterator[Address]:
    for output in publication:
        page = output.view
        if isinstance(page, Page) and page.template not in NOT_LISTED:
            versions = tuple((version.language, f"{site_url}/{version.path}") for version in page.frame.alternates)
            yield Address(f"{site_url}/{page.frame.path}", versions)


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[SitemapGenerator]:
    """Hand the generator to Pelican."""
    return SitemapGenerator
