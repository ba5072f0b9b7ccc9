"""Markdown in text fields to HTML that cannot carry anything harmful (design decision 6, S4)."""

from __future__ import annotations

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


@lru_cache(maxsize=4096)
def to_html(text: str) -> Markup:
    """Sanitised HTML of a Markdown text. Raw HTML, scripts, images and links other than http(s) are taken out."""
    html = markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html")
    clean = nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}},
        url_schemes=ALLOWED_SCHEMES,
        link_rel="noreferrer",
    )
    return Markup(clean)  # noqa: S704  # sanitised by nh3 just above
