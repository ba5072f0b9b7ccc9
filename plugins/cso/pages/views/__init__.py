"""Every kind of page: a frozen view of what it shows, and the function that makes its pages from the Directory.

Each view is rendered with the template of its kind in `theme/templates/pages/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cso.pages.factory import PageFactory
from cso.pages.frame import Page
from cso.pages.views.coordination import coordination_pages
from cso.pages.views.funding import funding_pages
from cso.pages.views.help import help_pages
from cso.pages.views.hotlines import hotline_pages
from cso.pages.views.networks import network_pages
from cso.pages.views.news import news_pages
from cso.pages.views.openness import openness_pages
from cso.pages.views.organizations import organization_pages
from cso.pages.views.press import press_pages
from cso.pages.views.programmes import programme_pages
from cso.pages.views.proposals import proposal_pages
from cso.pages.views.prose import help_prose_pages, prose_pages
from cso.pages.views.regions import region_pages
from cso.pages.views.reports import report_pages
from cso.pages.views.results import result_pages
from cso.pages.views.services import service_pages
from cso.pages.views.start import start_pages
from cso.pages.views.status import status_pages
from cso.pages.views.stay import stay_pages

PAGES = (
    start_pages,
    hotline_pages,
    help_pages,
    help_prose_pages,
    organization_pages,
    region_pages,
    service_pages,
    stay_pages,
    network_pages,
    report_pages,
    coordination_pages,
    proposal_pages,
    programme_pages,
    result_pages,
    funding_pages,
    openness_pages,
    news_pages,
    press_pages,
    prose_pages,
    status_pages,
)
"""Every kind of page, in the order of the navigation."""


HELP_PAGES = (start_pages, hotline_pages, help_pages, help_prose_pages)
"""The kinds of page that exist in the help-only languages too."""


def all_pages(factory: PageFactory) -> Iterator[Page]:
    """Every page of the factory's language; in a help-only language those of the help section."""
    is_full = factory.language in factory.directory.site.languages
    for make in PAGES if is_full else HELP_PAGES:
        yield from make(factory)
