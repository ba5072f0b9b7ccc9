"""Markdown in text fields to HTML that cannot carry anything harmful (design decision 6, S4)."""

from __future__ import annotations

import html
import re
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup

ALLOWED_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "h2", "h3", "h4", "br", "code", "table"} | {
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
ALLOWED_SCHEMES = {"https", "http"}
_BLOCK_END = re.compile(r"(</(?:p|li|h[1-6]|blockquote|td|th|pre)>|<br ?/?>)")


@lru_cache(maxsize=4096)
def to_html(text: str) -> Markup:
    """Sanitised HTML of a Markdown text. Raw HTML, scripts, images and links other than http(s) are taken out."""
    clean = nh3.clean(
        markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html"),
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}},
        url_schemes=ALLOWED_SCHEMES,
        link_rel="noreferrer",
    )
    return Markup(clean)  # noqa: S704  # sanitised by nh3 just above


def to_text(text: str) -> str:
    """A Markdown text as plain text in one line, for what cannot hold HTML: descriptions and feeds."""
    marked = _BLOCK_END.sub(r"\1 ", str(to_html(text)))
    return " ".join(html.unescape(nh3.clean(marked, tags=set())).split())


def to_paragraphs(text: str) -> list[str]:
    """A Markdown text as plain paragraphs, an item of a list being one, for documents that draw their own."""
    marked = _BLOCK_END.sub("\\1\n\n", str(to_html(text)))
    plain = html.unescape(nh3.clean(marked, tags=set()))
    return [" ".join(paragraph.split()) for paragraph in plain.split("\n\n") if paragraph.strip()]
