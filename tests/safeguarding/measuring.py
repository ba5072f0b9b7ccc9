"""One look at every kind of page on a small phone: what several rules ask is measured while the page is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from html_pages import BuiltSite
from safeguarding.visits import Visit, one_of_each

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SMALL_TARGETS = """
() => {
  const targets = [...document.querySelectorAll('a[href],summary,button,input')].filter(e => e.checkVisibility()
    && getComputedStyle(e).clipPath === 'none' && e.getBoundingClientRect().bottom > 0);
  const boxes = targets.map(e => e.getBoundingClientRect());
  const inText = e => {
    if (getComputedStyle(e).display !== 'inline') return false;
    const block = e.parentElement.closest('p,li,dd,td,th,span,div,h1,h2,h3,h4,caption');
    return block !== null && [...block.childNodes].some(n => n !== e && n.textContent.trim().length > 1);
  };
  const apart = (box, other) => {
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) >= 12;
  };
  return targets.filter((e, i) => {
    const box = boxes[i];
    if (Math.round(box.width) >= 24 && Math.round(box.height) >= 24) return false;
    if (inText(e)) return false;
    return !boxes.every((other, j) => i === j || e.contains(targets[j]) || targets[j].contains(e) || apart(box, other));
  }).map(e => e.outerHTML.slice(0, 120));
}
"""
FIRST_LOOK = """
() => {
  const shown = e => e.checkVisibility(), style = e => getComputedStyle(e);
  const fixed = [...document.querySelectorAll('body *')].filter(e => shown(e) && style(e).position === 'fixed').length;
  const call = document.querySelector('aside a[href^="tel:"]').getBoundingClientRect();
  const h1 = document.querySelector('h1');
  h1.scrollIntoView({block: 'center', behavior: 'instant'});
  const box = h1.getBoundingClientRect(), top = document.elementFromPoint(box.left + 4, box.top + 8);
  const safety = document.querySelector('aside[aria-labelledby="safety"]');
  safety.scrollIntoView({block: 'center', behavior: 'instant'});
  const notice = safety.querySelector('p').getBoundingClientRect();
  const over = document.elementFromPoint(notice.left + notice.width / 2, notice.top + 4);
  return {fixed, call_bottom: call.bottom, heading_on_top: top.closest('h1') !== null,
          notice_on_top: shown(safety) && safety.contains(over)};
}
"""
WIDTHS = """
() => [document.documentElement.scrollWidth,
  [...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 321
    && !e.closest('.hidden,svg,[tabindex]:not(main)')).map(e => e.outerHTML.slice(0, 100)).slice(0, 3)]
"""


@dataclass(frozen=True)
class Measured:
    """What was seen of a page, 320 by 640 pixels.

    Args:
        fixed: how many elements lie over the page wherever one scrolls.
        call_bottom: lower edge of the first number to press, before scrolling.
        heading_on_top: whether nothing covers the heading when it is in sight.
        notice_on_top: whether the safety notice is shown and nothing covers it.
        small_targets: what is pressed and is too small and too near to others, folded parts open.
        width: width of the page, folded parts open.
        too_wide: parts of the main text that stand out at the right.
    """

    fixed: int
    call_bottom: float
    heading_on_top: bool
    notice_on_top: bool
    small_targets: list[str]
    width: int
    too_wide: list[str]


def measure(browser: Browser, site: BuiltSite) -> dict[str, Measured]:
    """Address → what was seen: of every kind of page in Ukrainian, and of the help section in the longest language."""
    visit = Visit(browser, site, width=320, height=640)
    found = {}
    for address in [*one_of_each(site, "uk").values(), *one_of_each(site, "ro").values()]:
        page = visit.open(address)
        first: dict[str, Any] = page.evaluate(FIRST_LOOK)
        page.evaluate(
            "() => { document.querySelectorAll('main details').forEach(e => e.open = true); scrollTo(0, 0); }"
        )
        width, too_wide = page.evaluate(WIDTHS)
        found[address] = Measured(**first, small_targets=page.evaluate(SMALL_TARGETS), width=width, too_wide=too_wide)
    visit.close()
    return found
