"""What the offline file shows: the views of the help section, each thing once."""

from __future__ import annotations

from dataclasses import dataclass

from cso.directory.dates import PartialDate
from cso.directory.help import Service, Shelter
from cso.pages.factory import PageFactory
from cso.pages.frame import Page
from cso.pages.views.help import FindView, help_pages
from cso.pages.views.hotlines import HotlinesView, hotline_pages
from cso.pages.views.prose import HELP_PROSE, HelpProseView, help_prose_pages


@dataclass(frozen=True, slots=True)
class OfflineProse:
    """A page of prose and the id of its part of the file."""

    id: str
    view: HelpProseView


@dataclass(frozen=True, slots=True)
class OfflineView:
    """The whole help section.

    Attributes:
        month: the month the file speaks for.
        address: where newer numbers stand, as people type it.
        hotlines: the lines of Ukraine and Europe.
        regions: what was found in each region, by name.
        services: every service found anywhere, once.
        shelters: every place to stay found anywhere, once.
        countries: the pages for people in other countries.
        prose: signs, someone, work abroad, safety, as far as written in this language.
    """

    month: PartialDate
    address: str
    hotlines: HotlinesView
    regions: tuple[FindView, ...]
    services: tuple[Service, ...]
    shelters: tuple[Shelter, ...]
    countries: tuple[Page, ...]
    prose: tuple[OfflineProse, ...]


def offline_page(factory: PageFactory) -> Page:
    """The file of the factory's language, made from the views of the pages of the section."""
    found = tuple(help_pages(factory))
    (lines,) = hotline_pages(factory)
    prose = {page.template: page.view for page in help_prose_pages(factory)}
    regions = tuple(page.view for page in found if page.template == "help_region.html")
    view = OfflineView(
        month=PartialDate(factory.directory.as_of.isoformat()[:7]),
        address=factory.absolute("help").partition("://")[2].rstrip("/"),
        hotlines=lines.view,
        regions=regions,
        services=tuple(dict.fromkeys(service for region in regions for service in region.services)),
        shelters=tuple(dict.fromkeys(shelter for region in regions for shelter in region.shelters)),
        countries=tuple(page for page in found if page.template == "help_country.html"),
        prose=tuple(
            OfflineProse(name, prose[f"{kind}.html"]) for name, kind in HELP_PROSE.items() if f"{kind}.html" in prose
        ),
    )
    return factory.page("help", view, title=factory.gettext("Where to get support"))
