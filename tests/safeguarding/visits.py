"""Visits to a built site with Chromium, at an invented address, so that every request is seen and none goes out."""

from __future__ import annotations

import mimetypes
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from cso.pages.addresses import PATHS
from cso.pages.factory import EXIT_KINDS
from html_pages import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

HOST = "https://site.test"
ELSEWHERE = "<!doctype html><html lang=en><title>Elsewhere</title><p>Elsewhere</p></html>"


def kind_of(path: str) -> str:
    """The kind of page of `cso.pages.addresses` that stands at the path of a file, in any language."""
    plain = re.sub(r"^[a-z]{2}/", "", path).removesuffix("index.html")
    for kind, pattern in PATHS.items():
        if kind != "moved" and re.fullmatch(re.escape(pattern).replace(r"\{\}", "[^/]+"), plain):
            return kind
    raise AssertionError(f"{path} is no kind of page")


def one_of_each(site: BuiltSite, language: str = "uk") -> dict[str, str]:
    """For each kind of page the address of the largest one in a language: what can break breaks there first."""
    found: dict[str, str] = {}
    for path, page in site.pages.items():
        if page.language == language:
            kind = kind_of(path)
            if kind not in found or len(page.source) > len(site.pages[found[kind]].source):
                found[kind] = path
    return {kind: path.removesuffix("index.html") for kind, path in found.items()}


def exit_pages(site: BuiltSite, language: str = "uk") -> dict[str, str]:
    """Of those, the pages that people in need come to."""
    return {kind: path for kind, path in one_of_each(site, language).items() if kind in EXIT_KINDS}


class Visit:
    """A visit: the site answers at `HOST`, every other host is noted in `outside` and answered with a short page.

    Attributes:
        page: the tab.
        errors: what the browser complained of.
        outside: requests to other hosts: address and headers.
        leaving: how to answer those: `page`, or `nothing` (the old page stays, as on a dead connection).
    """

    def __init__(
        self, browser: Browser, site: BuiltSite, *, width: int = 360, height: int = 640, **options: Any
    ) -> None:
        self.site = site
        self.errors: list[str] = []
        self.outside: list[tuple[str, dict[str, str]]] = []
        self.leaving = "page"
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.context.route("**/*", self._answer)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _answer(self, route: Route) -> None:
        address = route.request.url
        if not address.startswith(f"{HOST}/"):
            self.outside.append((address, route.request.headers))
            if self.leaving == "page":
                route.fulfill(status=200, content_type="text/html", body=ELSEWHERE)
            else:
                route.fulfill(status=204)
            return
        path = unquote(urlsplit(address).path).lstrip("/")
        path = f"{path}index.html" if path == "" or path.endswith("/") else path
        if path in self.site.files:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            route.fulfill(status=200, content_type=f"{kind}; charset=utf-8", body=self.site.files[path])
        else:
            route.fulfill(status=404, content_type="text/html; charset=utf-8", body=self.site.files["404.html"])

    def open(self, address: str) -> Page:
        """Open a page of the site, e.g. `en/hotlines/`."""
        self.page.goto(f"{HOST}/{address}", wait_until="load")
        return self.page

    def close(self) -> None:
        """End the visit."""
        self.context.close()
