"""The frame of every page: what stands around its view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cso.directory.help import Hotline
from cso.directory.vocabulary import Country
from cso.directory.words import Words


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language (or its own): tag, the language's own name, path."""

    language: str
    autonym: str
    path: str


@dataclass(frozen=True, slots=True)
class Breadcrumb:
    """A step above the page: its title and where it leads."""

    title: str | Words
    kind: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that follows what a page shows: its title for feed readers, its path, its name on the page."""

    title: str
    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything a page shows beside its view. Its fields are what templates find as `page`.

    Attributes:
        language: BCP 47 tag of the page.
        path: path from the site's root, e.g. `en/regions/lviv/`.
        title: title without the site's name.
        description: one sentence for search engines and shared links.
        section: kind of the page in the navigation that it belongs to, or empty.
        alternates: the page in every language that has it, itself included.
        breadcrumbs: the steps above it, the start page left out.
        demonstration: whether the band of S1 stands on it.
        indexable: whether search engines may keep it.
        site_title: name of the site.
        tagline: what the site is, in one sentence.
        emergency: the emergency line of Ukraine, on pages for people abroad that of the country.
        first_line: the national line that stands in the same place on every page; abroad one of the country.
        second_line: another line to call where the first one is the one that does not answer.
        exit_address: where the control for leaving quickly leads, on pages that people in need come to; else None.
        reviewed: whether a native speaker has reviewed the interface texts of the language.
        is_help: whether the page is for people in need: its style stands in the page itself.
        root: path of the site on its host, for the one page that is shown at any address (404); else None.
        feeds: the feeds of the page, the nearest first; none where the site has no feeds.
        public_root: address of the site, with a slash, once search engines may keep the page: they want the language
            versions named in full. Before that it is None, since the site may stand anywhere.
        abroad: the country the page is for, if that is not Ukraine: numbers of Ukraine are no links there.
    """

    language: str
    path: str
    title: str
    description: str
    section: str
    alternates: tuple[Alternate, ...]
    breadcrumbs: tuple[Breadcrumb, ...]
    demonstration: bool
    indexable: bool
    site_title: str
    tagline: str
    emergency: Hotline | None
    first_line: Hotline | None
    second_line: Hotline | None
    exit_address: str | None
    reviewed: bool
    is_help: bool
    root: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    abroad: Country | None = None
    public_root: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its frame, its template below `templates/pages/`, and its view."""

    frame: Frame
    template: str
    view: Any
