"""No trace (S9): whoever reads the help section asks no other host for anything and keeps nothing.

Every page is fetched and read for what it would load; one of every kind in every language is opened in a browser whose
requests are logged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from browsing import Visitor, pages_by_kind
from cso.pages.addresses import HELP_SECTION
from html_pages import BuiltSite, HtmlPage

pytestmark = pytest.mark.browser

LANGUAGES = ("uk", "en", "ru", "pl", "ro")

#: Kinds outside the help section that people in need land on.
BESIDE = ("stay", "services", "service_type", "regions", "region", "not_found")

NOTHING = {"databases": [], "caches": [], "workers": [], "local": {}, "session": {}, "cookies": []}

#: What a script could keep or send with.
KEEPING = re.compile(
    r"\b(cookie|localStorage|sessionStorage|indexedDB|caches|serviceWorker|fetch|XMLHttpRequest|sendBeacon|WebSocket"
    r"|EventSource|import)\b"
)

#: Elements with an address that is fetched without being pressed.
LOADING = (
    "//link[@href][@rel!='alternate' and @rel!='canonical']"
    " | //*[not(self::a or self::area)][@src or @srcset or @poster or @data]"
)


def help_pages(site: BuiltSite) -> dict[str, HtmlPage]:
    """Every page of the help section in every language: path → page."""
    pattern = re.compile(r"((en|ru|pl|ro)/)?(index\.html|(help|hotlines|safety)/.*)")
    return {path: page for path, page in site.pages.items() if pattern.fullmatch(path)}


def test_every_page_of_the_section_is_answered_and_loads_nothing_from_elsewhere(
    visit: Callable[..., Visitor], real_host: str, real_site: BuiltSite
) -> None:
    visitor = visit(real_host)
    pages = help_pages(real_site)
    assert len(pages) > 300
    found = []
    for path, page in pages.items():
        answer = visitor.context.request.get(f"{real_host}/{path.removesuffix('index.html')}")
        assert answer.ok
        assert answer.body() == page.source
        for element in page.all(LOADING):
            address = element.get("href") or element.get("src") or ""
            target = page.target(address)
            if target is None or target[0] not in real_site.files:
                found.append(f"{path}: {address}")
        policy = str(page.one('//meta[@http-equiv="Content-Security-Policy"]').get("content"))
        if not policy.startswith("default-src 'none'") or re.search(r"https?:|\*|unsafe", policy):
            found.append(f"{path}: {policy}")
        if page.all("//form | //iframe | //object | //embed | //audio | //video | //meta[@http-equiv='refresh']"):
            found.append(f"{path}: something that loads or sends")
        if [script for script in page.all("//script") if script.get("src") is None]:
            found.append(f"{path}: a script inside the page")
    assert found == []
    assert visitor.context.cookies() == []


def test_scripts_of_the_section_cannot_keep_or_send(real_site: BuiltSite) -> None:
    names = {
        page.target(str(script.get("src")))[0]  # type: ignore[index]
        for page in help_pages(real_site).values()
        for script in page.all("//script")
    }
    assert names == {"theme/help.js"}
    code = re.sub(r"//.*", "", real_site.files["theme/help.js"].decode())
    assert KEEPING.findall(code) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_visit_leaves_nothing(
    visit: Callable[..., Visitor], real_host: str, real_site: BuiltSite, language: str
) -> None:
    """One page of every kind, everything unfolded, scrolled to its end; then the way out."""
    visitor = visit(real_host)
    asked: list[Any] = []
    visitor.context.on("request", lambda request: asked.append(request))  # noqa: PLW0108  # a built-in has no place for Playwright's mark
    places = pages_by_kind(real_site, language)
    opened = [place for kind, place in places.items() if kind in HELP_SECTION or kind in BESIDE]
    assert len(opened) >= 12
    for place in opened:
        page = visitor.open(place)
        page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")
        page.mouse.wheel(0, 100_000)
        assert visitor.left_behind() == NOTHING, place
    hosts = {urlsplit(request.url).netloc for request in asked}
    assert hosts == {urlsplit(real_host).netloc}
    assert not visitor.outside
    assert visitor.errors == []
    assert {request.resource_type for request in asked} <= {"document", "script", "stylesheet", "image", "other"}
    assert all(request.header_value("referer") is None for request in asked if request.is_navigation_request())
    assert visitor.context.service_workers == []

    visitor.page.locator("[data-exit]").first.click()
    visitor.page.wait_for_url(lambda url: not url.startswith(real_host))
    assert [request.header_value("referer") for request in visitor.outside] == [None]
    assert visitor.context.cookies() == []
