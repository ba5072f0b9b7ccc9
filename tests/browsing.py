"""What tests in a real browser share: a built site at a local address, and a person who visits it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cso.pages.addresses import DEFAULT_LANGUAGE, PATHS
from html_pages import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Request, Route

PHONE = {"width": 360, "height": 740}

#: A bad mobile connection, as the browser's own tools call "slow 3G": milliseconds, and bytes a second.
SLOW = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}

#: What a tab of the keyboard may cost: more than this nobody presses to reach anything.
MANY_TABS = 60

ELSEWHERE = "<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder at a local address, given without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class Visitor:
    """A person with a phone, and what their browser did meanwhile.

    Attributes:
        page: the tab they look at.
        outside: addresses of other hosts that were asked for; the place to leave to is answered here and noted too.
        errors: what the browser complained about.
    """

    def __init__(self, browser: Browser, host: str, *, slow: bool = False, **options: Any) -> None:
        self.host = host
        self.outside: list[Request] = []
        self.errors: list[str] = []
        self.context = browser.new_context(**{"viewport": PHONE, **options})
        self.context.set_default_timeout(10_000)
        self.context.route(lambda url: not url.startswith(f"{host}/"), self._elsewhere)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda told: self.errors.append(told.text) if told.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        if slow:
            session = self.context.new_cdp_session(self.page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})

    def _elsewhere(self, route: Route) -> None:
        self.outside.append(route.request)
        route.fulfill(body=ELSEWHERE, content_type="text/html; charset=utf-8")

    def open(self, address: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.host + address)
        return self.page

    @property
    def path(self) -> str:
        """Where they are: path on the site, or the whole address elsewhere."""
        return self.page.url.removeprefix(self.host).split("#")[0]

    @property
    def main(self) -> Locator:
        """The main part of the page, as a screen reader finds it."""
        return self.page.get_by_role("main")

    @property
    def heading(self) -> str:
        """The first heading."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def follow(self, name: str, *, within: Locator | None = None) -> None:
        """Press the first link of a name and wait for where it leads."""
        (within or self.page).get_by_role("link", name=name, exact=True).first.click()
        self.page.wait_for_load_state()

    def is_seen(self, found: Locator) -> bool:
        """Whether something stands within the screen, covered by nothing, once scrolling has come to rest."""
        return any(self._is_seen_now(found) or bool(self.page.wait_for_timeout(100)) for _ in range(10))

    def _is_seen_now(self, found: Locator) -> bool:
        box = found.bounding_box()
        size = self.page.viewport_size
        if box is None or size is None or not found.is_visible():
            return False
        if box["y"] < 0 or box["y"] + box["height"] > size["height"] or box["x"] + box["width"] > size["width"]:
            return False
        middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        return bool(
            found.evaluate(
                "(it, [x, y]) => { const top = document.elementFromPoint(x, y); return it.contains(top) }", middle
            )
        )

    def tab_to(self, name: str) -> int:
        """Press Tab until something of this name has the focus.

        Returns:
            How often it was pressed.
        """
        for count in range(1, MANY_TABS):
            self.page.keyboard.press("Tab")
            if self.focused == name:
                return count
        raise AssertionError(f"{name!r} cannot be reached by keyboard on {self.path}")

    @property
    def focused(self) -> str:
        """The text of what has the focus, as one line."""
        return str(self.page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"))

    def left_behind(self) -> dict[str, Any]:
        """Everything the browser keeps of this visit; empty values are what we want."""
        kept = self.page.evaluate(
            "async () => ({databases: await indexedDB.databases(), caches: await caches.keys(),"
            " workers: (await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope),"
            " local: {...localStorage}, session: {...sessionStorage}})"
        )
        return {**kept, "cookies": self.context.cookies()}

    def close(self) -> None:
        """Go."""
        self.context.close()


CONTRASTS = """
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
"""Finds every visible text with its contrast, computed from the styles: pairs of ratio and text."""


def pages_by_kind(site: BuiltSite, language: str) -> dict[str, str]:
    """The heaviest page of every kind in a language, since it has the most on it: kind → address from the root."""
    found: dict[str, str] = {}
    prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    fixed = {prefix + path for path in PATHS.values() if "{}" not in path}
    for kind, path in PATHS.items():
        if kind == "moved":
            continue  # leads on at once
        pattern = re.compile(re.escape(prefix + path).replace(r"\{\}", "[^/]+"))
        places = [place for place in site.pages if pattern.fullmatch(place.removesuffix("index.html"))]
        there = [place for place in places if "{}" not in path or place.removesuffix("index.html") not in fixed]
        if there:
            found[kind] = "/" + max(there, key=lambda place: site.pages[place].weight).removesuffix("index.html")
    return found
