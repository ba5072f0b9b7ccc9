"""Which feeds a page leads to, for readers of feeds and for the plugin `cso.feeds` that makes them."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

from cso.directory.help import OrganizationReference
from cso.pages.addresses import HELP_SECTION, feed_path
from cso.pages.frame import FeedLink

WITHOUT_FEEDS = HELP_SECTION | {"services", "service_type", "stay", "regions", "region", "moved", "not_found"}
"""Kinds of page that people in need come to, and those that only lead elsewhere: nobody follows them."""


def feed_title(texts: gettext.NullTranslations, feed: str, name: str) -> str:
    """The title of a feed.

    Args:
        texts: interface texts of its language.
        feed: one of `addresses.FEEDS`.
        name: name of the site, or of the organisation.
    """
    titles = {
        "all": texts.gettext("News, reports and proposals: {name}"),
        "reports": texts.gettext("Reports: {name}"),
        "proposals": texts.gettext("Proposals: {name}"),
        "organization": texts.gettext("News, reports and proposals: {name}"),
    }
    return titles[feed].format(name=name)


def feed_links(
    kind: str, organization: OrganizationReference | None, language: str, texts: gettext.NullTranslations, site: str
) -> Iterator[FeedLink]:
    """The feeds of a page, the one nearest to what it shows first.

    Args:
        kind: kind of the page.
        organization: the organisation that the page is about, if it is about one.
        language: language of the page.
        texts: its interface texts.
        site: name of the site.
    """
    if kind in WITHOUT_FEEDS:
        return
    if organization is not None:
        name = organization.name.pick(language).text
        path = feed_path(language, "organization", organization.slug)
        yield FeedLink(feed_title(texts, "organization", name), path, texts.gettext("This organisation"))
    if kind in ("reports", "reports_by", "proposals"):
        feed = "proposals" if kind == "proposals" else "reports"
        title = feed_title(texts, feed, site)
        yield FeedLink(title, feed_path(language, feed), title)
    title = feed_title(texts, "all", site)
    yield FeedLink(title, feed_path(language, "all"), title)
