"""Makes pages of one language: fills the frame, so that each view says only what is its own."""

from __future__ import annotations

import gettext
from typing import Any
from urllib.parse import urlsplit

from cso.directory import Directory
from cso.directory.help import Hotline, OrganizationReference
from cso.directory.vocabulary import Country
from cso.directory.words import Words
from cso.pages.addresses import HELP_SECTION, address
from cso.pages.feed_links import feed_links
from cso.pages.frame import Alternate, Breadcrumb, FeedLink, Frame, Page
from cso.pages.interface_texts import InterfaceTexts
from cso.upkeep.link_report import LinkReport

EXIT_KINDS = HELP_SECTION | {"services", "service_type", "stay", "regions", "region", "search", "not_found"}
"""Kinds of page with the control for leaving quickly: those a person in need may land on, not those for donors."""


class PageFactory:
    """Makes pages of one language.

    Attributes:
        directory: everything published.
        language: the language of the pages.
        texts: interface texts of the language.
    """

    def __init__(
        self,
        directory: Directory,
        language: str,
        texts: gettext.NullTranslations,
        site_url: str,
        *,
        has_feeds: bool = False,
        has_forms: bool = False,
        links: LinkReport | None = None,
    ) -> None:
        """Prepare for one language.

        Args:
            directory: everything published.
            language: the language of the pages.
            texts: its interface texts.
            site_url: the address under which the site is published.
            has_feeds: whether the site has feeds, so that pages lead to them.
            has_forms: whether the site has workbooks to fill in, so that one page leads to them.
            links: the last check of outward links, if one was kept.
        """
        self.directory = directory
        self.language = language
        self.texts = texts
        self.site_url = site_url.rstrip("/")
        self.has_feeds = has_feeds
        self.has_forms = has_forms
        self.links = links
        self.root = urlsplit(site_url).path.rstrip("/") + "/"

    def gettext(self, message: str) -> str:
        """An interface text."""
        return self.texts.gettext(message)

    def plain(self, words: Words) -> str:
        """Words as plain text in the language of the pages, or the next best."""
        return words.pick(self.language).text

    def absolute(self, kind: str, *ids: str) -> str:
        """The full address of a page, for what is read away from the site."""
        return f"{self.site_url}/{address(self.language, kind, *ids)}"

    def page(
        self,
        kind: str,
        view: Any,
        *,
        ids: tuple[str, ...] = (),
        title: str,
        description: str = "",
        section: str | None = None,
        languages: tuple[str, ...] | None = None,
        organization: OrganizationReference | None = None,
        above: tuple[Breadcrumb, ...] = (),
        abroad: Country | None = None,
        line_abroad: Hotline | None = None,
    ) -> Page:
        """A page of a kind of `addresses.PATHS`, rendered with the template of that name.

        `languages` are those in which the page exists, if not in all; `organization` is the one it is about.

        A page for people in another country says so with `abroad` and names a line there with `line_abroad`.
        """
        site = self.directory.site
        if languages is None:
            languages = site.languages + (site.help_languages if kind in HELP_SECTION else ())
        autonyms = {language.id: language.autonym for language in self.directory.vocabularies.languages}
        lines = (line_abroad,) if abroad else self.directory.national_lines()
        frame = Frame(
            language=self.language,
            path=address(self.language, kind, *ids),
            title=title,
            description=description,
            section=kind if section is None else section,
            alternates=tuple(
                Alternate(language, autonyms[language], address(language, kind, *ids)) for language in languages
            ),
            breadcrumbs=above,
            feeds=self._feeds(kind, organization),
            demonstration=not site.launched,
            indexable=site.launched and kind != "not_found",
            site_title=self.plain(site.title),
            tagline=self.plain(site.tagline),
            emergency=self.directory.hotline(abroad.emergency_line if abroad else site.emergency_line),
            first_line=next(iter(lines), None),
            second_line=next(iter(lines[1:]), None),
            exit_address=site.exit_address if kind in EXIT_KINDS else None,
            reviewed=not isinstance(self.texts, InterfaceTexts) or self.texts.reviewed,
            is_help=kind in HELP_SECTION,
            root=self.root if kind == "not_found" else None,
            abroad=abroad,
            public_root=f"{self.site_url}/" if site.launched else None,
        )
        return Page(frame, f"{kind}.html", view)

    def _feeds(self, kind: str, organization: OrganizationReference | None) -> tuple[FeedLink, ...]:
        if not self.has_feeds:
            return ()
        site = self.plain(self.directory.site.title)
        return tuple(feed_links(kind, organization, self.language, self.texts, site))
