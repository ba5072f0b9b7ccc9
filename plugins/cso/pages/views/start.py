"""`/`: help first, then the ways into everything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.help import Hotline
from cso.directory.vocabulary import Country, RegionReference, ServiceType
from cso.pages.factory import PageFactory
from cso.pages.frame import Page
from cso.pages.views.help import Finder
from cso.pages.views.hotlines import lines_abroad


@dataclass(frozen=True, slots=True)
class StartView:
    """The start page: the national lines in the site's order, the one for children, countries and regions to choose."""

    emergency: Hotline | None
    lines: tuple[Hotline, ...]
    child_line: Hotline | None
    countries: tuple[Country, ...]
    regions: tuple[RegionReference, ...]
    kinds: tuple[ServiceType, ...]


def start_pages(factory: PageFactory) -> Iterator[Page]:
    """The start page."""
    directory = factory.directory
    site = directory.site
    view = StartView(
        emergency=directory.hotline(site.emergency_line),
        lines=directory.national_lines(),
        child_line=directory.hotline(site.child_line),
        countries=tuple(entry.country for entry in lines_abroad(directory, factory.language)),
        regions=tuple(
            region.reference
            for region in sorted(
                directory.vocabularies.regions, key=lambda region: region.name.sort_key(factory.language)
            )
        ),
        kinds=Finder(factory).kinds_anywhere(),
    )
    yield factory.page(
        "start", view, title=factory.plain(site.title), description=factory.plain(site.tagline), section="start"
    )
