"""Real pages in a real browser: on narrow and wide screens, in the dark, without script, with nothing left behind."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from html_pages import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ADDRESSES = (
    "/",
    "/en/",
    "/hotlines/",
    "/en/hotlines/",
    "/organizations/",
    "/organizations/la-strada-ukraine/",
    "/en/organizations/womens-center-donetsk/",
    "/regions/",
    "/en/regions/lviv/",
    "/stay/",
    "/reports/",
    "/coordination/",
    "/programmes/",
    "/en/results/",
    "/en/status/",
    "/404.html",
)
WIDTHS = (320, 360, 1280)

#: Height of what is pressed to call, in CSS pixels: a thumb in a hurry.
CALL_HEIGHT = 44

#: WCAG 2.2, 1.4.6 (AAA), for the text of pages that people in need read.
CONTRAST = 7.0


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host(real_site: BuiltSite) -> Iterator[str]:
    """The built site at a local address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(real_site.output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Visit:
    """A visit to pages at one width, with what the browser did meanwhile."""

    def __init__(self, browser: Browser, host: str, width: int, **options: Any) -> None:
        self.host = host
        self.errors: list[str] = []
        self.outside: list[str] = []
        self.context = browser.new_context(viewport={"width": width, "height": 740}, **options)
        self.page: Page = self.context.new_page()
        self.page.on("request", self._note_request)
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note_request(self, request: Any) -> None:
        if not request.url.startswith((f"{self.host}/", "data:")):
            self.outside.append(request.url)

    def open(self, address: str) -> Page:
        """Open a page."""
        self.page.goto(self.host + address, wait_until="load")
        return self.page


@pytest.fixture(scope="module", params=WIDTHS)
def visit(request: pytest.FixtureRequest, browser: Browser, host: str) -> Iterator[Visit]:
    """A visit at each width."""
    visit = Visit(browser, host, request.param)
    yield visit
    visit.context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_fits_and_works(visit: Visit, address: str) -> None:
    visit.errors.clear()
    visit.outside.clear()
    page = visit.open(address)
    width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1], "it scrolls sideways"
    band = page.get_by_text(re.compile("Не покладайтеся на ці номери|Do not rely on these numbers")).first
    assert band.is_visible()
    assert band.bounding_box()["y"] < 740, "the band stands on the first screen"  # type: ignore[index]
    assert visit.errors == []
    assert visit.outside == []
    assert visit.context.cookies() == []
    kept = page.evaluate(
        "Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])"
        ".then(found => found.map(one => one.length).concat(localStorage.length, sessionStorage.length))"
    )
    assert kept == [0, 0, 0, 0, 0]


@pytest.mark.parametrize("address", ["/", "/en/", "/hotlines/", "/en/regions/lviv/", "/stay/", "/404.html"])
def test_first_call_is_easy_to_press(visit: Visit, address: str) -> None:
    page = visit.open(address)
    for link in (page.locator('a[href^="tel:"]').first, page.locator('main a[href^="tel:"]').first):
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= CALL_HEIGHT
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]  # type: ignore[index]


def test_where_to_call_is_on_the_first_screen(visit: Visit) -> None:
    for address in ("/", "/hotlines/", "/organizations/"):
        box = visit.open(address).locator('a[href="tel:102"]').first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 740


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_can_be_reached_without_script(browser: Browser, host: str, width: int) -> None:
    visit = Visit(browser, host, width, java_script_enabled=False)
    page = visit.open("/en/")
    menu = page.get_by_role("navigation", name="Sections")
    link = menu.get_by_role("link", name="Organisations")
    if not link.is_visible():
        menu.get_by_text("Menu").click()
    link.click()
    page.wait_for_url("**/en/organizations/")
    assert page.get_by_role("heading", level=1).inner_text() == "Organisations"
    page.get_by_role("link", name="La Strada-Ukraine").first.click()
    page.wait_for_url("**/en/organizations/la-strada-ukraine/")
    page.get_by_role("link", name="українська").click()
    page.wait_for_url(re.compile(r"[0-9]/organizations/la-strada-ukraine/$"))
    assert page.locator("html").get_attribute("lang") == "uk"
    assert page.locator('a[href="tel:102"]').first.is_visible()
    visit.context.close()


def test_first_tab_leads_past_the_navigation_or_away(browser: Browser, host: str) -> None:
    visit = Visit(browser, host, 1280)
    page = visit.open("/en/organizations/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    visit.context.close()


LUMINANCE = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) => top.slice(0, 3).map((v, i) => v * top[3] / 255 + below[i] * (1 - top[3] / 255));
  const light = (rgb) => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const canvasColour = rgba('Canvas').slice(0, 3);
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest('script,style')) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const chain = [];
    for (let at = element; at; at = at.parentElement) chain.push(rgba(getComputedStyle(at).backgroundColor));
    const ground = chain.reverse().reduce((below, top) => over(top, below), canvasColour);
    const text = over(rgba(getComputedStyle(element).color), ground);
    const [a, b] = [light(text), light(ground)].sort((x, y) => y - x);
    found.push([(a + 0.05) / (b + 0.05), node.data.trim().slice(0, 60)]);
  }
  return found;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/", "/hotlines/"])
def test_text_stands_out(browser: Browser, host: str, address: str, scheme: str) -> None:
    visit = Visit(browser, host, 360, color_scheme=scheme)
    found = visit.open(address).evaluate(LUMINANCE)
    visit.context.close()
    assert len(found) > 50
    assert [(round(ratio, 2), text) for ratio, text in found if ratio < CONTRAST] == []


def test_dark_is_dark(browser: Browser, host: str) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        visit = Visit(browser, host, 360, color_scheme=scheme)
        ground = visit.open("/").evaluate("getComputedStyle(document.body).backgroundColor")
        grounds[scheme] = [int(value) for value in re.findall(r"[0-9]+", ground)[:3]]
        visit.context.close()
    assert min(grounds["light"]) > 200
    assert max(grounds["dark"]) < 60
