"""The files themselves, each from its view."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from lxml import etree

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"

MOST_ADDRESSES = 50_000
"""In one sitemap (sitemaps.org)."""

SECURITY_MONTHS = 6
"""So long at least the contact for faults counts as valid: it must be under a year (RFC 9116), and a site that nobody
builds any more should not point at anybody."""


@dataclass(frozen=True, slots=True)
class Address:
    """A page in full, and the same page by language, itself included; the first is for readers of any other."""

    address: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Robots:
    """Whether crawlers may come, and where the sitemap stands."""

    launched: bool
    sitemap: str


@dataclass(frozen=True, slots=True)
class Security:
    """Whom to tell of a fault: mailbox, the day the build speaks for, languages, the file's own address."""

    contact: str
    as_of: datetime.date
    languages: tuple[str, ...]
    address: str


def make_sitemap(addresses: tuple[Address, ...]) -> bytes:
    """A sitemap with the versions of each page in other languages. It bears no dates: pages print their own."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "xhtml": XHTML})
    for entry in addresses:
        element = etree.SubElement(root, f"{{{SITEMAP}}}url")
        etree.SubElement(element, f"{{{SITEMAP}}}loc").text = entry.address
        if len(entry.versions) > 1:
            for language, address in (*entry.versions, ("x-default", entry.versions[0][1])):
                etree.SubElement(element, f"{{{XHTML}}}link", rel="alternate", hreflang=language, href=address)
    return _bytes(root)


def make_sitemap_index(addresses: tuple[str, ...]) -> bytes:
    """The list of the parts of a sitemap that is too long for one file."""
    root = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap={None: SITEMAP})
    for address in addresses:
        element = etree.SubElement(root, f"{{{SITEMAP}}}sitemap")
        etree.SubElement(element, f"{{{SITEMAP}}}loc").text = address
    return _bytes(root)


def make_robots(robots: Robots) -> bytes:
    """What crawlers may read: everything, and before the launch nothing (S1)."""
    allowed = "Allow: /" if robots.launched else "Disallow: /"
    return f"User-agent: *\n{allowed}\n\nSitemap: {robots.sitemap}\n".encode()


def make_security(security: Security) -> bytes:
    """Whom to tell of a fault in the site (RFC 9116)."""
    lines = (
        f"Contact: mailto:{security.contact}",
        f"Expires: {expires(security.as_of).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(security.languages)}",
        f"Canonical: {security.address}",
    )
    return ("\n".join(lines) + "\n").encode()


def expires(as_of: datetime.date) -> datetime.date:
    """The first day of a month, six to seven months after `as_of`: so the file changes once a month."""
    month = as_of.year * 12 + as_of.month + SECURITY_MONTHS
    return datetime.date(month // 12, month % 12 + 1, 1)


def _bytes(root: etree._Element) -> bytes:
    etree.indent(root)
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
