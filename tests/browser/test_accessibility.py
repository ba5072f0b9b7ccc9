"""Nobody is kept out: no fault that axe-core knows on any kind of page, text that stands out, a focus that is seen.

WCAG 2.2; contrast of the pages for people in need by 1.4.6 (AAA), for headings too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from browsing import CONTRASTS, Visitor, pages_by_kind
from cso.pages.addresses import HELP_SECTION, PATHS
from html_pages import BuiltSite
from web import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

CONTRAST = 7.0

KINDS = tuple(kind for kind in PATHS if kind != "moved")
HELP_KINDS = tuple(kind for kind in KINDS if kind in HELP_SECTION)

FOCUS = """
async () => {
  await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const it = document.activeElement;
  if (it === document.body) return null;
  const box = it.getClientRects()[0], style = getComputedStyle(it);
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    name: it.textContent.trim().slice(0, 40),
    inside: box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1,
    uncovered: it.contains(top) || (top !== null && top.contains(it)),
    marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  };
}
"""


@cache
def axe() -> str:
    """The script of axe-core."""
    return AXE.read_text(encoding="utf-8")


def faults(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds on the page as it is: rule, and where."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe())
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    found = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    return [
        f"{fault['id']}: {node['target']} {fault['help']}" for fault in found["violations"] for node in fault["nodes"]
    ]


@pytest.fixture(scope="module")
def visitor(browser: Any, real_host: str) -> Iterator[Visitor]:
    """Someone at the site of the real content."""
    visitor = Visitor(browser, real_host)
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def reader_of_invented(browser: Any, synthetic_host: str) -> Iterator[Visitor]:
    """Someone at the site of the invented content, which has something of everything."""
    visitor = Visitor(browser, synthetic_host)
    yield visitor
    visitor.close()


def look_in_both_themes(visitor: Visitor, place: str) -> list[str]:
    """Faults of a page with everything unfolded: all rules in light, those on colour in the dark."""
    page = visitor.page
    page.emulate_media(color_scheme="light")
    visitor.open(place)
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")
    found = faults(page)
    page.emulate_media(color_scheme="dark")
    return found + [f"in the dark: {fault}" for fault in faults(page, ["color-contrast", "link-in-text-block"])]


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visitor: Visitor, real_site: BuiltSite, kind: str, language: str) -> None:
    places = pages_by_kind(real_site, language)
    if kind not in places:
        pytest.skip("the real content has no such page yet")
    assert look_in_both_themes(visitor, places[kind]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_where_there_is_something_of_everything(
    reader_of_invented: Visitor, synthetic_site: BuiltSite, kind: str
) -> None:
    places = pages_by_kind(synthetic_site, "en")
    if kind not in places:
        pytest.skip("the invented content has no such page")
    assert look_in_both_themes(reader_of_invented, places[kind]) == []


@pytest.mark.parametrize("language", ["ru", "pl", "ro"])
def test_axe_finds_nothing_in_the_languages_of_the_help_section(
    visitor: Visitor, real_site: BuiltSite, language: str
) -> None:
    places = pages_by_kind(real_site, language)
    for kind in ("start", "help_country", "help_signs"):
        assert look_in_both_themes(visitor, places[kind]) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [*HELP_KINDS, "stay", "not_found"])
def test_text_stands_out(visitor: Visitor, real_site: BuiltSite, kind: str, scheme: str) -> None:
    visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page = visitor.open(pages_by_kind(real_site, "uk")[kind])
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")
    found = page.evaluate(CONTRASTS)
    assert len(found) > 50
    assert [(round(ratio, 2), text) for ratio, text in found if ratio < CONTRAST] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_at_320_pixels(visitor: Visitor, real_site: BuiltSite, kind: str) -> None:
    """WCAG 1.4.10, with the long words of Ukrainian and everything unfolded."""
    places = pages_by_kind(real_site, "uk")
    if kind not in places:
        pytest.skip("the real content has no such page yet")
    visitor.page.set_viewport_size({"width": 320, "height": 740})
    page = visitor.open(places[kind])
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    visitor.page.set_viewport_size({"width": 360, "height": 740})
    assert widths[0] <= widths[1]


@pytest.mark.parametrize("kind", ["start", "hotlines", "help_signs", "help_region", "stay"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_wherever_it_goes(
    visit: Callable[..., Visitor], real_host: str, real_site: BuiltSite, kind: str, scheme: str
) -> None:
    """Marked, on the screen, and covered by nothing: also under the control for leaving, which stays on top."""
    visitor = visit(real_host, color_scheme=scheme, reduced_motion="reduce", viewport={"width": 320, "height": 640})
    page = visitor.open(pages_by_kind(real_site, "en")[kind])
    reached = 0
    for _ in range(45):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        reached += 1
        assert {**focus, "name": ""} == {"name": "", "inside": True, "uncovered": True, "marked": True}, focus["name"]
    assert reached > 20
