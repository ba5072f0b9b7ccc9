"""The offline file to bytes: templates and components of the pages, every link inside the file."""

from __future__ import annotations

import re
from functools import cached_property

from lxml import html
from markupsafe import Markup

from cso.pages.frame import Page
from cso.pages.rendering import Renderer
from cso.pages.styles import content_security_policy, read_style

STYLE_LIST = "offline.txt"

ELSEWHERE = "#elsewhere"
"""Where a link leads whose target is not in the file; such links become plain text."""

TARGETS = {
    "start": "#top",
    "help": "#top",
    "hotlines": "",  # followed by the id of a line
    "feedback": "#code",
    "help_signs": "#signs",
    "help_someone": "#someone",
    "help_work_abroad": "#work-abroad",
    "safety": "#safety",
}
"""Kind of page → its part of the file."""


class OfflineRenderer(Renderer):
    """Renders the offline file of one language."""

    def render(self, page: Page) -> bytes:
        """The whole HTML document, UTF-8, without script, pictures, or anything to be fetched."""
        context = {
            "style": Markup(self._style),  # noqa: S704  # our own style sheet
            "content_security_policy": content_security_policy(self._style, script=False).replace(
                " img-src 'self';", ""
            ),
            "to": _to,
        }
        countries = [
            Markup(  # noqa: S704  # made by our own template, which escapes
                self._environment.get_template("offline_country.html").render(
                    page=country.frame, view=country.view, **context
                )
            )
            for country in page.view.countries
        ]
        text = self._environment.get_template("offline.html").render(
            page=page.frame, view=page.view, countries=countries, **context
        )
        return _tidied(text).encode()

    @cached_property
    def _style(self) -> str:
        return read_style(self.theme, STYLE_LIST)


def _to(kind: str, *ids: str) -> str:
    """The link to a page of the site, inside the file."""
    if kind in {"help_region", "help_country"}:
        return f"#{ids[0]}"
    return TARGETS.get(kind, ELSEWHERE)


def _tidied(text: str) -> str:
    """The document with links that lead out of it turned into text, and further sources left to the site.

    A link to a contact stays: it is one more way to reach somebody, once there is a network again.
    """
    document = html.document_fromstring(text)
    ids = set(document.xpath("//@id"))
    for details in document.xpath("//details[@class='sources']"):
        details.drop_tree()
    for link in document.xpath("//a[@href]"):
        address = link.get("href")
        leads_nowhere = address.startswith("#") and address[1:] not in ids
        if leads_nowhere and link.getparent().get("class") == "line-more":
            link.getparent().drop_tree()
            continue
        if leads_nowhere or link.xpath("ancestor::*[contains(concat(' ', @class, ' '), ' source ')]"):
            link.drop_tag()
    for heading in document.xpath("//div[@class='prose']//*[self::h2 or self::h3]"):
        heading.tag = {"h2": "h3", "h3": "h4"}[heading.tag]
    whole = html.tostring(document, encoding="unicode", doctype="<!doctype html>")
    return re.sub(r"\n\s*\n+", "\n", whole).rstrip() + "\n"
