"""Rules 16, 17, 26 to 29 and 33: a visit leaves little behind, nobody else learns of it, and we say what stays."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cso.pages.addresses import HELP_SECTION
from html_pages import BuiltSite, seen
from safeguarding.measuring import Measured
from safeguarding.visits import HOST, Visit, kind_of, one_of_each
from synthetic import PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: What is said of traces, by language: history stays, a program may watch, the list of calls, the bill.
TRACES = {
    "uk": ("істор", "програм", "викликів", "рахун"),
    "en": ("history", "program", "call", "bill"),
    "ru": ("истори", "программ", "вызов", "счёт|счет"),
    "pl": ("histori", "program", "połącze", "rachun|bilin"),
    "ro": ("istoric", "program", "apel", "factur"),
}
KEPT = """
async () => {
  const found = [await indexedDB.databases(), await caches.keys(), await navigator.serviceWorker.getRegistrations()];
  return found.map(one => one.length).concat(localStorage.length, sessionStorage.length, document.cookie.length);
}
"""
#: Ways of a script to keep something, or to ask a person for something.
KEEPING = re.compile(
    r"document\.cookie|localStorage|sessionStorage|indexedDB|serviceWorker|\bcaches\b|PushManager|new Notification"
    r"|geolocation"
)
#: Ways of a script to send or fetch something; the search alone reads its own index.
SENDING = re.compile(r"sendBeacon|XMLHttpRequest|WebSocket|EventSource|\bfetch\s*\(|importScripts|new Image\b")
MAY_FETCH = ("search/", "admin/")


def test_rule_16_notice_is_on_every_page(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    for site in (real_site, synthetic_site):
        for path, page in site.pages.items():
            notice = page.one('//body/aside[@aria-labelledby="safety"]')
            assert len(seen(notice)) > 100, path
            links = [page.target(link.get("href")) for link in notice.iter("a")]
            assert any(link and link[0].endswith("safety/index.html") for link in links), path
            assert not page.all("//dialog|//*[@role='dialog']|//*[@role='alertdialog']|//*[@popover]"), path


@pytest.mark.browser
def test_rule_16_nothing_lies_over_the_page_and_nothing_has_to_be_dismissed(measured: dict[str, Measured]) -> None:
    for address, page in measured.items():
        assert page.fixed == 0, address
        assert page.heading_on_top, address
        assert page.notice_on_top, address


def says_all(text: str, language: str) -> list[str]:
    """What is not said of traces."""
    return [word for word in TRACES[language] if not re.search(word, text.lower())]


def test_rule_17_notice_of_every_page_says_what_stays_behind(real_site: BuiltSite) -> None:
    told = {
        (page.language, seen(page.one('//body/aside[@aria-labelledby="safety"]'))) for page in real_site.pages.values()
    }
    assert {language for language, _ in told} == set(TRACES)
    assert {language: says_all(text, language) for language, text in told if says_all(text, language)} == {}


def test_rule_17_page_on_safety_says_it_in_every_language_there_is() -> None:
    """The prose itself, so that a language is right before the site is published in it."""
    pages = {
        path.parent.name: path.read_text(encoding="utf-8") for path in (PROJECT / "content/pages").glob("*/safety.md")
    }
    assert set(pages) == set(TRACES)
    assert {language: says_all(text, language) for language, text in pages.items() if says_all(text, language)} == {}
    erased = {
        "uk": "не зникає",
        "en": "not erased",
        "ru": "не (?:исчез|стира|удал)",
        "pl": "nie (?:znik|usu)",
        "ro": "nu (?:se )?(?:dispar|șterg)",
    }
    for language, words in erased.items():
        assert re.search(words, pages[language].lower()), f"{language} does not say that history stays"
    watched = {
        "uk": "програму-шпигун|стежити",
        "en": "spyware",
        "ru": "шпион|следить",
        "pl": "szpieg|śledz",
        "ro": "spion|urmăr",
    }
    for language, words in watched.items():
        assert re.search(words, pages[language].lower()), f"{language} does not speak of spyware"


@pytest.mark.browser
def test_rule_26_and_27_crawl_of_the_help_section_leaves_nothing_and_asks_nobody(
    browser: Browser, real_site: BuiltSite
) -> None:
    visit = Visit(browser, real_site)
    section = {
        path.removesuffix("index.html")
        for path, page in real_site.pages.items()
        if page.language == "uk" and kind_of(path) in HELP_SECTION
    }
    regions = {path for path in section if "/in/" in path and "/in/lviv/" not in path}
    others = set(one_of_each(real_site, "en").values())
    others |= {
        f"{language}/{page}" for language in ("ru", "pl", "ro") for page in ("", "help/", "hotlines/", "safety/")
    }
    assert len(section) > 100
    for address in sorted((section - regions) | others):
        visit.open(address)
    assert visit.outside == []
    assert visit.errors == [], "nothing was blocked by the policy, so nothing was tried"
    assert visit.page.evaluate(KEPT) == [0, 0, 0, 0, 0, 0]
    assert visit.context.cookies() == []
    assert visit.context.storage_state() == {"cookies": [], "origins": []}
    visit.close()


def test_rule_26_no_script_knows_how_to_keep_anything(real_site: BuiltSite) -> None:
    scripts = {path: data.decode() for path, data in real_site.files.items() if path.endswith((".js", ".mjs"))}
    assert scripts
    own = {path: text for path, text in scripts.items() if not path.startswith("admin/")}
    assert {path for path, text in own.items() if KEEPING.search(text)} == set()
    assert {path for path, text in own.items() if SENDING.search(text) and not path.startswith(MAY_FETCH)} == set()
    assert KEEPING.search("localStorage.x = 1")
    assert SENDING.search("await fetch('/x')")
    assert not [path for path in real_site.files if path.endswith((".webmanifest", "sw.js", "service-worker.js"))]


def test_rule_27_policy_of_every_page_forbids_others(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    for site in (real_site, synthetic_site):
        for path, page in site.pages.items():
            policy = page.one('//head/meta[@http-equiv="Content-Security-Policy"]').get("content")
            rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";") if rule.strip())
            assert rules["default-src"] in ("'none'", "'self'"), path
            if not path.startswith("admin/"):
                allowed = {value for rule in rules.values() for value in rule.split()}
                assert not {value for value in allowed if "//" in value or "*" in value or value.endswith(":")}, path
                assert not {"'unsafe-inline'", "'unsafe-eval'"} & allowed, path
                assert "'wasm-unsafe-eval'" not in allowed or "search/" in path, path
            before = page.one("//head").xpath("meta[@http-equiv='Content-Security-Policy']/preceding-sibling::*")
            assert not [element.tag for element in before if element.tag in ("script", "link", "style")], path


def test_rule_28_no_address_of_a_page_is_told_to_others(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    links = 0
    for site in (real_site, synthetic_site):
        for path, page in site.pages.items():
            assert page.one('//head/meta[@name="referrer"]').get("content") == "no-referrer", path
            for element, _, address in page.links():
                if address.startswith(("http://", "https://", "//")):
                    assert "noreferrer" in (element.get("rel") or "").split() or element.tag == "link", (
                        f"{path}: {address}"
                    )
                    links += 1
    assert links > 1000


@pytest.mark.browser
def test_rule_28_browser_sends_no_referrer(narrow: Visit, real_site: BuiltSite) -> None:
    page = narrow.open("organizations/la-strada-ukraine/")
    page.locator('main a[href^="https://"]').first.evaluate(
        "e => { e.closest('details')?.setAttribute('open', ''); e.click(); }"
    )
    page.wait_for_url(lambda url: not url.startswith(HOST))
    assert len(narrow.outside) >= 1
    assert all("referer" not in headers for _, headers in narrow.outside)


def test_rule_29_no_own_address_is_insecure_or_has_a_query(real_site: BuiltSite) -> None:
    """What a person looks for stays behind the `#` of an address, which browsers do not send."""
    for path, page in real_site.pages.items():
        for _, _, address in page.links():
            if not address.startswith(("http://", "https://", "tel:", "mailto:")):
                assert "?" not in address, f"{path}: {address}"
    scripts = {path: data.decode() for path, data in real_site.files.items() if path.endswith(".js")}
    own = {path: text for path, text in scripts.items() if "pagefind/" not in path and not path.startswith("admin/")}
    assert own
    assert not [path for path, text in own.items() if re.search(r"location\.search|['\"`]\?\w*=", text)]


def test_rule_33_reports_with_violence_warn_before_they_are_opened(synthetic_site: BuiltSite) -> None:
    for prefix in ("", "en/"):
        page = synthetic_site.page(f"{prefix}reports/full-example/annual-2025/")
        words = {"uk": "насильств", "en": "violence"}[page.language]
        text = page.text
        assert words in text.lower()
        first = page.one("//main").xpath('(.//a[starts-with(@href, "http")])[1]')[0]
        before = " ".join(first.xpath("preceding::text()"))
        assert words in before.lower(), "it stands before the first way to the report"


def test_rule_33_nothing_plays_or_flashes(real_site: BuiltSite) -> None:
    for path, page in real_site.pages.items():
        assert not page.all("//video|//audio|//marquee|//blink|//iframe|//object|//embed|//*[@autoplay]"), path
    styles = {path: data.decode() for path, data in real_site.files.items() if path.endswith(".css")}
    styles |= {path: seen(page.all("//style")[0]) for path, page in real_site.pages.items() if page.all("//style")}
    assert len(styles) > 1
    assert not [path for path, style in styles.items() if re.search(r"@keyframes|animation\s*:|infinite", style)]


@pytest.mark.browser
def test_rule_33_who_asks_for_less_motion_gets_none(browser: Browser, real_site: BuiltSite) -> None:
    moving = """
    [...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(
      s => s.scrollBehavior === 'smooth' || parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none').length
    """
    for choice, expected in (("reduce", True), ("no-preference", False)):
        visit = Visit(browser, real_site, reduced_motion=choice)
        for address in ("", "help/", "organizations/"):
            still = visit.open(address).evaluate(moving) == 0
            assert still or not expected, address
        visit.close()


def test_rule_17_words_are_looked_for_where_they_could_be_missing(tmp_path: Path) -> None:
    assert says_all("nothing at all", "en") == ["history", "program", "call", "bill"]
