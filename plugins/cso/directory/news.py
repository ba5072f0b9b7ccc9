"""News that organisations publish (issue: news and press). An item exists in the language it is written in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from cso.directory.help import OrganizationReference
from cso.directory.provenance import Basis, Source
from cso.directory.words import FALLBACK_LANGUAGES


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One item in one language.

    Attributes:
        id: its name in addresses, the same in each language it was translated into.
        organization: whose news it is.
        basis: who wrote it: the organisation itself, or others from a public `source`.
        language: BCP 47 tag of the language it is written in.
        title: headline, plain text.
        summary: Markdown, or None.
        body: Markdown.
        date: day of publication.
        modified: day of its last change, or None.
        source: the page it is from, or None.
    """

    id: str
    organization: OrganizationReference
    basis: Basis
    language: str
    title: str
    summary: str | None
    body: str
    date: datetime.date
    modified: datetime.date | None
    source: Source | None


def newest_first(items: Iterable[NewsItem]) -> tuple[NewsItem, ...]:
    """Items by day, the newest first; those of one day by organisation, name and language."""
    return tuple(
        sorted(items, key=lambda item: (-item.date.toordinal(), item.organization.slug, item.id, item.language))
    )


def one_version_each(items: Iterable[NewsItem], language: str) -> tuple[NewsItem, ...]:
    """Each item once: in `language` where it was translated into it, else in the next best; the newest first."""
    order = (language, *FALLBACK_LANGUAGES)
    chosen: dict[tuple[str, str], NewsItem] = {}
    for item in items:
        key = (item.organization.slug, item.id)
        if key not in chosen or _rank(item, order) < _rank(chosen[key], order):
            chosen[key] = item
    return newest_first(chosen.values())


def _rank(item: NewsItem, order: tuple[str, ...]) -> tuple[int, str]:
    return (order.index(item.language) if item.language in order else len(order), item.language)
