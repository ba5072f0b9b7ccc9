"""`/news/` and a page per item. An item exists in the language it is written in; lists name it in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cso.directory.news import NewsItem, one_version_each
from cso.pages.addresses import address
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page
from cso.pages.markdown import to_text


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """An item as lists show it, and the path of its page, which may be in another language."""

    item: NewsItem
    path: str


@dataclass(frozen=True, slots=True)
class NewsYear:
    """The news of one year, the newest first."""

    year: int
    entries: tuple[NewsEntry, ...]


@dataclass(frozen=True, slots=True)
class NewsView:
    """All news, the newest year first."""

    years: tuple[NewsYear, ...]


@dataclass(frozen=True, slots=True)
class NewsItemView:
    """One item."""

    item: NewsItem


def news_entries(items: Iterable[NewsItem], language: str) -> tuple[NewsEntry, ...]:
    """Items for a list in a language: each once, in that language where it was translated into it."""
    return tuple(NewsEntry(item, news_path(item)) for item in one_version_each(items, language))


def news_path(item: NewsItem) -> str:
    """The path of the page of an item."""
    return address(item.language, "news_item", item.organization.slug, item.id)


def news_pages(factory: PageFactory) -> Iterator[Page]:
    """The list, then every item that is written in the factory's language."""
    _ = factory.gettext
    news = factory.directory.news()
    entries = news_entries(news, factory.language)
    years = groupby(entries, key=lambda entry: entry.item.date.year)
    yield factory.page(
        "news",
        NewsView(tuple(NewsYear(year, tuple(group)) for year, group in years)),
        title=_("News of organisations"),
        description=_("What organisations tell about their work."),
    )
    for item in news:
        if item.language != factory.language:
            continue
        versions = {other.language for other in news if (other.organization, other.id) == (item.organization, item.id)}
        yield factory.page(
            "news_item",
            NewsItemView(item),
            ids=(item.organization.slug, item.id),
            title=item.title,
            description=to_text(item.summary) if item.summary else "",
            section="news",
            languages=tuple(language for language in factory.directory.site.languages if language in versions),
            organization=item.organization,
            above=(Breadcrumb(_("News of organisations"), "news"),),
        )
