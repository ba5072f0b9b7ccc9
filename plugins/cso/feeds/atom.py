"""Feeds to bytes: Atom 1.0 (RFC 4287).

Pelican brings `feedgenerator`, which is not used: where dates are missing it writes the moment of the build, and it
knows neither languages of entries nor links to the same feed in another language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from cso.directory.words import LocalText

ATOM = "http://www.w3.org/2005/Atom"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Category:
    """What an entry is: `term` for machines, `label` for readers."""

    term: str
    label: str


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote it; `address` is their page on this site."""

    name: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry.

    Attributes:
        id: stable for ever.
        title: its title, in the language it is in.
        updated: instant as RFC 3339 writes it, from the data.
        published: the same of its first publication.
        address: its page on this site, in full.
        language: language of that page.
        author: None for the author of the feed.
        category: what it is.
        summary: plain text, or None.
    """

    id: str
    title: LocalText
    updated: str
    published: str
    address: str
    language: str
    author: Author | None
    category: Category
    summary: LocalText | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        id: stable for ever.
        language: language of its texts.
        title: its title.
        subtitle: one sentence.
        updated: that of its newest entry.
        address: its own, in full.
        page: the page of this site that shows the same, in full.
        versions: the feed in other languages, as (language, address).
        author: who publishes it.
        rights: on what terms.
        entries: the newest first.
    """

    id: str
    language: str
    title: str
    subtitle: str
    updated: str
    address: str
    page: str
    versions: tuple[tuple[str, str], ...]
    author: Author
    rights: str
    entries: tuple[Entry, ...]


def make_feed(feed: Feed) -> bytes:
    """The feed as XML, UTF-8."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set(_LANG, feed.language)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", feed.updated)
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html", feed.language)
    for language, address in feed.versions:
        _link(root, "alternate", address, "application/atom+xml", language)
    _link(root, "license", LICENCE)
    _author(root, feed.author)
    _text(root, "rights", feed.rights)
    for entry in feed.entries:
        _entry(root, entry, feed.language)
    etree.indent(root)
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _entry(root: etree._Element, entry: Entry, language: str) -> None:
    element = etree.SubElement(root, f"{{{ATOM}}}entry")
    _text(element, "id", entry.id)
    _local(element, "title", entry.title, language)
    _text(element, "updated", entry.updated)
    _text(element, "published", entry.published)
    _link(element, "alternate", entry.address, "text/html", entry.language)
    if entry.author is not None:
        _author(element, entry.author)
    etree.SubElement(element, f"{{{ATOM}}}category", term=entry.category.term, label=_clean(entry.category.label))
    if entry.summary is not None:
        _local(element, "summary", entry.summary, language)


def _author(parent: etree._Element, author: Author) -> None:
    element = etree.SubElement(parent, f"{{{ATOM}}}author")
    _text(element, "name", author.name)
    if author.address is not None:
        _text(element, "uri", author.address)


def _link(
    parent: etree._Element, relation: str, address: str, media_type: str | None = None, language: str | None = None
) -> None:
    attributes = {"rel": relation, "type": media_type, "hreflang": language, "href": address}
    element = etree.SubElement(parent, f"{{{ATOM}}}link")
    for name, value in attributes.items():
        if value is not None:
            element.set(name, value)


def _local(parent: etree._Element, name: str, text: LocalText, language: str) -> None:
    element = _text(parent, name, text.text)
    if text.language != language:
        element.set(_LANG, text.language)


def _text(parent: etree._Element, name: str, text: str) -> etree._Element:
    """A child with plain text: whatever it looks like, a reader shows it as it stands (RFC 4287, 3.1.1.1)."""
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = _clean(text)
    return element


def _clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _NO_XML.sub("", text)
