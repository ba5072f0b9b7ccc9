"""Build the news of the organisations that are shown."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping

from cso.content.news import NewsFile, news_files
from cso.directory.build.context import BuildContext
from cso.directory.help import OrganizationReference
from cso.directory.news import NewsItem, newest_first
from cso.directory.provenance import Basis


def build_news(context: BuildContext, bases: Mapping[str, Basis]) -> dict[str, tuple[NewsItem, ...]]:
    """News by organisation, the newest first.

    Args:
        context: the build; its organisations are those that are shown.
        bases: slug to basis of the profiles that are shown.
    """
    built: dict[str, list[NewsItem]] = defaultdict(list)
    for news in news_files(context.content):
        slug = news.document.owner
        if slug in bases:
            built[slug].append(_item(news, context.organizations[slug], bases[slug], context))
    return {slug: newest_first(items) for slug, items in built.items()}


def _item(news: NewsFile, organization: OrganizationReference, basis: Basis, context: BuildContext) -> NewsItem:
    modified, source = news.value("Modified"), news.value("Source")
    return NewsItem(
        id=news.slug,
        organization=organization,
        basis=basis,
        language=news.language,
        title=" ".join(news.value("Title").split()),
        summary=news.value("Summary") or None,
        body=news.body,
        date=datetime.date.fromisoformat(news.value("Date")),
        modified=datetime.date.fromisoformat(modified) if modified else None,
        source=context.source(source) if source else None,
    )
