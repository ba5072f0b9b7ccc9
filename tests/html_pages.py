"""Built pages as tests look at them: what a reader sees, and what stands in the HTML."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

#: Attributes that fetch or lead to something.
LINKS = ("href", "src", "srcset", "action", "poster", "data", "formaction")


@dataclass(frozen=True)
class HtmlPage:
    """One HTML document at its path below the site's root, e.g. `en/hotlines/index.html`."""

    path: str
    source: bytes

    @cached_property
    def markup(self) -> str:
        """The HTML."""
        return self.source.decode("utf-8")

    @cached_property
    def tree(self) -> HtmlElement:
        """The parsed document."""
        return html.document_fromstring(self.markup)

    @cached_property
    def text(self) -> str:
        """What stands in the main part, as one line with single spaces; folded and hidden parts included."""
        return seen(self.one("//main"))

    @property
    def language(self) -> str:
        """The language the page says it is in."""
        return str(self.tree.get("lang"))

    @property
    def title(self) -> str:
        """Its title."""
        return seen(self.one("//head/title"))

    @property
    def weight(self) -> int:
        """Bytes as `gzip -9` packs the document."""
        return len(gzip.compress(self.source, 9, mtime=0))

    def all(self, xpath: str) -> list[HtmlElement]:
        """Every element at an XPath."""
        return list(self.tree.xpath(xpath))

    def one(self, xpath: str) -> HtmlElement:
        """The only element at an XPath."""
        found = self.all(xpath)
        assert len(found) == 1, f"{self.path}: {len(found)} elements at {xpath}"
        return found[0]

    def section(self, heading: str) -> str:
        """The text from a heading to the next of the same or a higher level, the heading left out.

        Raises:
            AssertionError: there is no such heading, or more than one.
        """
        found = [
            element for element in self.all("//main//*[self::h1 or self::h2 or self::h3]") if seen(element) == heading
        ]
        assert len(found) == 1, f"{self.path}: {len(found)} headings {heading!r} of {self.headings}"
        level = found[0].tag
        parts = []
        for element in found[0].itersiblings():
            if element.tag in ("h1", "h2", "h3") and element.tag <= level:
                break
            parts.append(seen(element))
        return " ".join(parts)

    @property
    def headings(self) -> list[str]:
        """Every heading, in order."""
        return [seen(element) for element in self.all("//h1|//h2|//h3|//h4")]

    @property
    def main_headings(self) -> list[str]:
        """Every heading of the main part, in order."""
        return [seen(element) for element in self.all("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]

    def links(self) -> Iterator[tuple[HtmlElement, str, str]]:
        """Every element with an address: element, attribute, address as written."""
        for element in self.tree.iter():
            for attribute in LINKS:
                value = element.get(attribute) if isinstance(element.tag, str) else None
                if value is not None:
                    yield element, attribute, value

    def target(self, address: str) -> tuple[str, str] | None:
        """File of the site and fragment that an address leads to; None for one that leads out of the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        if not parts.path:
            return self.path, unquote(parts.fragment)
        here = "/" + posixpath.dirname(self.path)
        path = posixpath.normpath(posixpath.join(here, unquote(parts.path))).lstrip("/")
        if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", ".."):
            path = posixpath.join(path, "index.html") if path not in ("", ".") else "index.html"
        return path, unquote(parts.fragment)


@dataclass(frozen=True)
class BuiltSite:
    """A built site in a folder."""

    output: Path

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file: path → bytes."""
        return tree(self.output)

    @cached_property
    def pages(self) -> dict[str, HtmlPage]:
        """Every HTML page by path."""
        return {path: HtmlPage(path, data) for path, data in self.files.items() if path.endswith(".html")}

    def page(self, address: str) -> HtmlPage:
        """The page at an address such as `en/hotlines/` (empty: the start page)."""
        path = address if address.endswith(".html") else f"{address}index.html"
        assert path in self.pages, f"there is no page {address}"
        return self.pages[path]


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder: path → bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """The files of a folder with all that a write changes: path → inode, time of change, bytes."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def seen(element: HtmlElement) -> str:
    """The text of an element as one line; spaces of any kind and line breaks count as one space."""
    words = [text for text in element.itertext() if text]
    return re.sub(r"\s+", " ", "".join(words)).strip()


@lru_cache(maxsize=4096)
def digits(text: str) -> str:
    """The ASCII digits of a text, numbered entities and percent codes of spaces left out."""
    return re.sub(r"[^0-9]+", "", re.sub(r"&#160;|&#xa0;|%20", "", text))


#: What people put between the digits of a number, also as HTML entities and percent-encoded.
_BETWEEN = r"(?:[\s().\-–—‑_/·•]|&(?:nbsp|#160|#xa0);|%20|<[^<>]{0,40}>){0,4}"


def holds_number(text: str, number: str) -> bool:
    """Whether a text holds a row of digits in any spelling, not as a part of a longer row.

    Args:
        text: text or HTML.
        number: digits only.
    """
    if number not in digits(text):
        return False  # quick: most texts end here
    pattern = rf"(?<!\d){_BETWEEN.join(number)}(?!\d)"
    return re.search(pattern, text) is not None
