"""Rules 19 to 25: who has to leave the page at once can do so, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from cso.pages.factory import EXIT_KINDS
from html_pages import BuiltSite, HtmlPage, seen
from safeguarding.visits import HOST, Visit, exit_pages, kind_of, one_of_each

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

#: Kinds of page for whoever works with us: the control would put them off and help nobody.
DONOR_KINDS = frozenset(
    "organizations reports reports_by report coordination body proposals programmes results funding openness"  # noqa: SIM905
    " openness_method about contribute status networks network".split()
)
#: Words by which the control would tell the reader, or who looks over a shoulder, what they are (rule 25).
LABELS = tuple(
    "жертв постражд пострада торгівл торговл рабств насильств насили victim survivor traffick slave abuse"  # noqa: SIM905
    " ofiar handl przemoc trafic violen".split()
)

FOCUSED = "(() => { const e = document.activeElement; return [e.className, e.getAttribute('href'), e.tagName]; })()"
ON_TOP = """
selector => {
  const control = document.querySelector(selector), box = control.getBoundingClientRect();
  const spots = [[.5, .5], [.02, .1], [.98, .1], [.02, .9], [.98, .9]];
  const covered = spots.filter(([x, y]) => {
    const found = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return found !== control && !control.contains(found);
  });
  return {top: box.top, bottom: box.bottom, left: box.left, right: box.right, covered: covered.length};
}
"""


def controls(page: HtmlPage) -> list[str]:
    """Addresses of the exit controls of a page."""
    return [link.get("href") for link in page.all("//a[@data-exit]")]


@pytest.fixture
def visit(browser: Browser, real_site: BuiltSite) -> Iterator[Visit]:
    """A visit with a keyboard and a script."""
    visit = Visit(browser, real_site, width=1024, height=700)
    yield visit
    visit.close()


def test_rule_19_exit_is_first_for_the_eye_and_the_keyboard_and_has_a_twin(visit: Visit, real_site: BuiltSite) -> None:
    for address in exit_pages(real_site).values():
        page = visit.open(address)
        top = page.evaluate(ON_TOP, ".exit")["top"]
        others = page.evaluate(
            "[...document.body.querySelectorAll('a,p,h1,summary')].filter(e => !e.matches('.exit') &&"
            " e.checkVisibility() && getComputedStyle(e).position !== 'absolute')"
            ".map(e => e.getBoundingClientRect().top)"
        )
        assert top == 0, address
        assert min(others) > 0, address
        page.keyboard.press("Tab")
        first = page.evaluate(FOCUSED)
        page.keyboard.press("Tab")
        second = page.evaluate(FOCUSED)
        assert first[0] == "exit", address
        assert second[0].startswith("skip"), address
        assert first[1] == second[1], address
        assert page.evaluate(ON_TOP, "a.skip[data-exit]")["top"] >= 0, "the twin is seen while it has the focus"


def test_rule_19_every_page_for_people_in_need_has_it(real_site: BuiltSite) -> None:
    found = {kind_of(path) for path, page in real_site.pages.items() if controls(page)}
    assert {"start", "help", "hotlines", "safety", "stay", "help_region", "help_country", "not_found"} <= found
    for path, page in real_site.pages.items():
        if kind_of(path) in EXIT_KINDS:
            assert len(controls(page)) == 2, path
            first = page.all("//body//*[self::a or self::button or self::input or self::summary]")[0]
            assert first.get("class") == "exit", path


def test_rule_20_exit_is_a_plain_link_that_works_without_script(browser: Browser, real_site: BuiltSite) -> None:
    visit = Visit(browser, real_site, java_script_enabled=False)
    pages = exit_pages(real_site)
    for kind in ("start", "help", "hotlines", "help_country", "stay", "not_found"):
        page = visit.open(pages[kind])
        page.locator(".exit").click()
        page.wait_for_url(lambda url: not url.startswith(HOST))
        assert page.title() == "Elsewhere"
        assert len(visit.context.pages) == 1, "no second tab or window"
    visit.close()


def test_rule_20_with_script_too_it_stays_in_one_tab(visit: Visit, real_site: BuiltSite) -> None:
    for page in real_site.pages.values():
        for link in page.all("//a[@data-exit]"):
            assert link.get("href").startswith("https://"), page.path
            assert link.get("target") is None, page.path
    page = visit.open("help/")
    page.locator(".exit").click()
    page.wait_for_url(lambda url: not url.startswith(HOST))
    assert len(visit.context.pages) == 1
    for script in (data.decode() for path, data in real_site.files.items() if path.endswith("help.js")):
        assert "window.open" not in script


@pytest.mark.parametrize(("zoom", "language"), [(1, "uk"), (2, "ro")])
def test_rule_21_exit_stays_in_sight_and_uncovered_at_320(
    browser: Browser, real_site: BuiltSite, zoom: int, language: str
) -> None:
    visit = Visit(browser, real_site, width=320, height=640 // zoom)
    for address in exit_pages(real_site, language).values():
        page = visit.open(address)
        height = page.evaluate("document.documentElement.scrollHeight")
        for share in (0, 0.03, 0.5, 1):
            page.evaluate(f"scrollTo({{top: {height * share}, behavior: 'instant'}})")
            place = page.evaluate(ON_TOP, ".exit")
            assert place["covered"] == 0, f"{address} at {share}"
            assert place["top"] >= 0, address
            assert place["bottom"] <= 640 / zoom, address
            assert (place["left"], place["right"]) == (0, 320), address
    visit.close()


def test_rule_22_exit_leads_everybody_to_the_same_place_and_tells_it_nothing(
    visit: Visit, real_site: BuiltSite
) -> None:
    targets = {address for page in real_site.pages.values() for address in controls(page)}
    assert len(targets) == 1
    target = targets.pop()
    assert "?" not in target
    assert "#" not in target
    for page in real_site.pages.values():
        for link in page.all("//a[@data-exit]"):
            assert "noreferrer" in link.get("rel"), page.path
    page = visit.open("hotlines/")
    page.locator(".exit").click()
    page.wait_for_url(target)
    ((address, headers),) = visit.outside
    assert address == target
    assert "referer" not in headers
    assert "cookie" not in headers
    assert page.evaluate("document.referrer") == ""


def press_shift(page: Page, times: int) -> None:
    """Press and let go of Shift."""
    for _ in range(times):
        page.keyboard.press("Shift")


def test_rule_23_shift_three_times_leaves_and_says_so(visit: Visit, real_site: BuiltSite) -> None:
    words = {"uk": "Shift", "en": "Press Shift again to leave"}
    for language, address in (("uk", "help/"), ("en", "en/safety/")):
        page = visit.open(address)
        status = page.locator('[role="status"]')
        assert status.text_content() == ""
        press_shift(page, 1)
        assert words[language] in (status.text_content() or "")
        press_shift(page, 1)
        assert page.url.startswith(HOST), "twice is not enough"
        press_shift(page, 1)
        page.wait_for_url(lambda url: not url.startswith(HOST))


def test_rule_23_slow_or_mixed_presses_do_not_leave(visit: Visit) -> None:
    page = visit.page
    page.clock.install()
    visit.open("help/")
    press_shift(page, 2)
    page.clock.fast_forward(5100)
    assert page.locator('[role="status"]').text_content() == "", "the time is over and it says no more"
    press_shift(page, 2)
    page.keyboard.type("AbC")
    press_shift(page, 2)
    page.wait_for_timeout(50)
    assert page.url == f"{HOST}/help/"
    assert visit.outside == []


def test_rule_23_no_other_key_leaves(visit: Visit) -> None:
    page = visit.open("help/")
    for key in [*"abcdefghijklmnopqrstuvwxyz0123456789", "Escape", "Escape", "Escape", "Backspace", "Control", "Alt"]:
        page.keyboard.press(key)
    assert page.url == f"{HOST}/help/"
    assert visit.outside == []
    assert page.locator(".leaving").count() == 0
    for element in page.locator("[accesskey]").all():
        raise AssertionError(f"accesskey on {element}")


def test_rule_24_page_is_blank_before_the_other_comes_and_whole_again_after_back(visit: Visit) -> None:
    page = visit.open("en/help/")
    title = page.title()
    visit.leaving = "nothing"  # a connection so slow that the next page does not come
    page.locator(".exit").click()
    overlay = page.locator(".leaving")
    overlay.wait_for()
    box = overlay.bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1024, "height": 700}
    assert page.evaluate("document.elementFromPoint(500, 300).className") == "leaving"
    assert page.evaluate("document.elementFromPoint(500, 5).className") == "leaving", "above the control itself"
    assert page.evaluate("getComputedStyle(document.querySelector('.leaving')).opacity") == "1"
    assert "support" not in page.title().lower()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert overlay.count() == 0
    assert page.title() == title
    visit.leaving = "page"
    page.locator(".exit").click()
    page.wait_for_url(lambda url: not url.startswith(HOST))
    page.go_back()
    page.wait_for_url(f"{HOST}/en/help/")
    assert page.locator(".leaving").count() == 0
    assert page.locator("h1").is_visible()
    assert page.title() == title


def test_rule_25_pages_for_donors_have_no_exit(real_site: BuiltSite) -> None:
    assert not DONOR_KINDS & EXIT_KINDS
    there = one_of_each(real_site)
    assert len(DONOR_KINDS & set(there)) > 8
    for path, page in real_site.pages.items():
        if kind_of(path) in DONOR_KINDS:
            assert controls(page) == [], path


def test_rule_25_words_of_the_exit_label_nobody(real_site: BuiltSite) -> None:
    texts = {
        (page.language, seen(link)) for page in real_site.pages.values() for link in page.all("//a[@data-exit]")
    } | {
        (page.language, value)
        for page in real_site.pages.values()
        for value in page.tree.xpath("//*[@data-exit-status]/@*")
    }
    assert {language for language, _ in texts} >= {"uk", "en"}
    assert [text for _, text in texts if any(label in text.lower() for label in LABELS)] == []
