"""Rules 15, 30, 34 to 36 and 38: readable without script, on a small phone, in each language, and discreet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from lxml import etree

from cso.pages.addresses import HELP_SECTION
from html_pages import BuiltSite, HtmlPage, seen
from safeguarding.measuring import Measured
from safeguarding.visits import Visit, kind_of, one_of_each
from synthetic import PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BANNED: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "banned-words.yaml").read_text(encoding="utf-8"))

#: BCP 47 tags that may stand in a page: languages of the site and of names in it.
TAG = re.compile(r"(?:uk|en|ru|pl|ro|cs|sk|de|it|hu|bg|fr|es|lt|lv|et|tr|crh)(?:-[A-Z]{2}|-[A-Z][a-z]{3})?")
FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]|\U0001f3f4")
CYRILLIC = re.compile("[\u0400-\u04ff]{2,}")
#: What messengers show of a shared link.
CARDS = '//head/meta[starts-with(@property, "og:") or starts-with(@name, "twitter:")]/@content'


def in_help(site: BuiltSite) -> dict[str, HtmlPage]:
    """The pages of the help section."""
    return {path: page for path, page in site.pages.items() if kind_of(path) in HELP_SECTION}


@pytest.mark.browser
def test_rule_15_help_without_script_says_the_same(browser: Browser, real_site: BuiltSite) -> None:
    """What is read, what can be pressed, and that it can be opened: with and without script."""
    with_script, without = (Visit(browser, real_site, java_script_enabled=on) for on in (True, False))
    addresses = [path for kind, path in one_of_each(real_site).items() if kind in HELP_SECTION or kind == "stay"]
    assert len(addresses) > 8
    for address in addresses:
        one, other = (visit.open(address) for visit in (with_script, without))
        assert other.locator("main").inner_text() == one.locator("main").inner_text(), address
        numbers = other.locator('main a[href^="tel:"]:visible')
        assert numbers.count() > 0, address
        assert numbers.first.bounding_box() is not None, address
        assert other.locator(".exit").is_visible(), address
        assert other.locator("noscript").count() == 0, address
        details = other.locator("main details").first
        if details.count():
            details.locator("summary").click()
            assert details.get_attribute("open") is not None, address
    for visit in (with_script, without):
        visit.close()


@pytest.mark.browser
def test_rule_15_help_can_be_found_without_script(browser: Browser, real_site: BuiltSite) -> None:
    visit = Visit(browser, real_site, java_script_enabled=False)
    page = visit.open("en/")
    page.get_by_role("link", name="Lviv Oblast").first.click()
    page.wait_for_url("**/en/help/in/lviv/")
    page.get_by_role("link", name="A safe place to stay").first.click()
    page.wait_for_url("**/en/help/in/lviv/safe-place/")
    assert page.locator('main a[href^="tel:"]').first.is_visible()
    visit.close()


def told_in(text: str, language: str) -> list[str]:
    """Banned words of a language in a text: each is the beginning of a word."""
    return [word for word in BANNED[language] if re.search(rf"(?<!\w){re.escape(word)}", text.lower())]


def test_rule_30_titles_and_share_cards_give_nobody_away(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    told = []
    for site in (real_site, synthetic_site):
        pages = in_help(site)
        assert len(pages) > 100
        for path, page in pages.items():
            texts = [page.title, *page.tree.xpath(CARDS)]
            told += [f"{path}: {word}" for text in texts for word in told_in(text, page.language)]
    assert told == []


def test_rule_30_card_of_a_shared_link_gives_nobody_away(real_site: BuiltSite) -> None:
    """Without a share card, messengers show the description; that of the start page says what the site is about."""
    told = []
    for path, page in in_help(real_site).items():
        if kind_of(path) != "start":
            for text in page.tree.xpath('//head/meta[@name="description"]/@content'):
                told += [f"{path}: {word}" for word in told_in(text, page.language)]
    assert told == []


def test_rule_30_addresses_give_nobody_away(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    """They are the same in every language, so the words of every language count."""
    languages = [language for language, words in BANNED.items() if any(word.isascii() for word in words)]
    told = set()
    for site in (real_site, synthetic_site):
        for path in in_help(site):
            for part in path.removesuffix("index.html").split("/"):
                told |= {f"{part}: {word}" for language in languages for word in told_in(part, language)}
    assert told == set()
    assert told_in("trafficked-people", "en") == ["traffick"]


def test_rule_30_every_language_of_the_section_has_its_words(real_site: BuiltSite) -> None:
    languages = {page.language for page in in_help(real_site).values()}
    languages |= {path.name for path in (PROJECT / "content/pages").iterdir()}
    assert languages <= set(BANNED)
    assert all(len(words) >= 8 for words in BANNED.values())
    assert all(word == word.lower() for words in BANNED.values() for word in words)
    assert told_in("Допомога жертвам торгівлі людьми", "uk") == ["торгівл", "жертв"]


def test_rule_30_prose_of_the_help_section_has_plain_titles() -> None:
    """In every language that is written, also before it is published."""
    names = ("signs", "someone", "work-abroad", "safety")
    files = [path for name in names for path in (PROJECT / "content/pages").glob(f"*/{name}.md")]
    assert len(files) >= 8
    for path in files:
        title = re.match(r"Title:\s*(.+)", path.read_text(encoding="utf-8"))
        assert title is not None, path
        assert told_in(title[1], path.parent.name) == [], path


def test_rule_30_icon_is_one_for_the_whole_site(real_site: BuiltSite) -> None:
    icons = {
        page.target(link.get("href"))
        for page in real_site.pages.values()
        for link in page.all('//head/link[contains(@rel, "icon")]')
        if page.path != "404.html"
    }
    assert icons == {("theme/images/favicon.svg", "")}
    assert not told_in(real_site.files["theme/images/favicon.svg"].decode(), "en")


WALK = """
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const spots = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]];
  const seen = spots.some(([x, y]) => {
    const found = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return found === e || e.contains(found) || (found && found.tagName === 'SUMMARY' && found.contains(e));
  });
  return {text: (e.textContent || '').trim().slice(0, 50), href: e.getAttribute('href'), seen,
          outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2};
}
"""


@pytest.mark.browser
def test_rule_34_what_is_pressed_is_large_or_stands_apart(measured: dict[str, Measured]) -> None:
    assert {address: page.small_targets for address, page in measured.items() if page.small_targets} == {}


@pytest.mark.browser
def test_rule_34_focus_is_seen_and_never_covered(browser: Browser, real_site: BuiltSite) -> None:
    visit = Visit(browser, real_site, width=320, reduced_motion="reduce")
    hidden = []
    for kind, address in one_of_each(real_site).items():
        if kind not in ("start", "help", "hotlines", "help_region", "safety", "stay", "organization"):
            continue
        page = visit.open(address)
        for step in range(60):
            page.keyboard.press("Tab")
            focus = page.evaluate(WALK)
            if focus is None:
                break
            if not focus["outline"] or not focus["seen"]:
                hidden.append(f"{address} step {step}: {focus}")
    visit.close()
    assert hidden == []


@pytest.mark.browser
def test_rule_34_page_reflows_at_320(measured: dict[str, Measured]) -> None:
    assert {address: page.width for address, page in measured.items() if page.width > 320} == {}
    assert {address: page.too_wide for address, page in measured.items() if page.too_wide} == {}


def test_rule_35_language_of_every_page_and_part_is_named(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    for site in (real_site, synthetic_site):
        for path, page in site.pages.items():
            for tag in page.tree.xpath("//@lang|//@hreflang"):
                assert TAG.fullmatch(tag) or tag == "x-default", f"{path}: {tag}"


def test_rule_35_words_in_another_script_say_their_language(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    """Cyrillic words on pages in Latin letters stand in an element with its own `lang`."""
    unmarked = []
    for site in (real_site, synthetic_site):
        for path, page in site.pages.items():
            if page.language in ("uk", "ru"):
                continue
            for text in page.tree.xpath("//body//text()"):
                element = text.getparent() if text.is_text else text.getparent().getparent()
                if CYRILLIC.search(text) and element.tag not in ("script", "style"):
                    language = next(iter(element.xpath("ancestor-or-self::*[@lang][1]/@lang")))
                    if language not in ("uk", "ru", "bg"):
                        unmarked.append(f"{path}: {text.strip()[:50]}")
    assert sorted(set(unmarked))[:10] == []


def test_rule_35_switcher_names_each_language_in_itself_without_flags(real_site: BuiltSite) -> None:
    names = {"uk": "українська", "en": "English", "ru": "русский", "pl": "polski", "ro": "română"}
    for path, page in real_site.pages.items():
        links = page.all("//header//a[@hreflang]")
        assert links, path
        for link in links:
            assert seen(link).lower() == names[link.get("hreflang")].lower(), path
            assert link.get("lang") == link.get("hreflang"), path
            assert not link.xpath(".//img|.//svg"), path
        assert not FLAGS.search(page.markup), path


def test_rule_36_versions_of_a_page_name_each_other(real_site: BuiltSite) -> None:
    def versions(page: HtmlPage) -> dict[str, str]:
        links = page.all('//head/link[@rel="alternate"][@hreflang]')
        return {link.get("hreflang"): (page.target(link.get("href")) or ("",))[0] for link in links}

    for path, page in real_site.pages.items():
        named = versions(page)
        assert named[page.language] == path, "it names itself"
        assert named["x-default"] == named["uk"], path
        for language, other in named.items():
            assert other in real_site.pages, f"{path}: {other}"
            if language != "x-default":
                assert real_site.pages[other].language == language, path
                assert versions(real_site.pages[other]) == named, f"{path} and {other}"


def test_rule_36_help_is_there_in_every_language_of_the_site(real_site: BuiltSite) -> None:
    site = yaml.safe_load((real_site.output.parent / "content/site.yaml").read_text(encoding="utf-8"))
    languages = [*site["languages"], *site.get("help_languages", [])]
    assert languages == ["uk", "en", "ru", "pl", "ro"]
    plain = {path for path, page in in_help(real_site).items() if page.language == "uk"}
    for language in languages[1:]:
        assert {f"{language}/{path}" for path in plain} <= set(real_site.pages), language


SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_rule_36_map_of_the_site_names_pages_that_are_there_and_their_versions(real_site: BuiltSite) -> None:
    """The same versions as the pages themselves, and help in every language."""
    tree = etree.fromstring(real_site.files["sitemap.xml"])
    listed = {}
    for entry in tree.findall("s:url", SITEMAP):
        links = entry.findall("x:link", SITEMAP)
        address = entry.findtext("s:loc", namespaces=SITEMAP).removeprefix("https://example.org/")
        listed[address] = {link.get("hreflang"): link.get("href") for link in links}
    assert len(listed) > 1000
    for address, versions in listed.items():
        page = real_site.page(address)
        named = {
            link.get("hreflang"): (page.target(link.get("href")) or ("",))[0].removesuffix("index.html")
            for link in page.all('//head/link[@rel="alternate"][@hreflang]')
        }
        assert {tag: href.removeprefix("https://example.org/") for tag, href in versions.items()} == named, address
    assert {path.removesuffix("index.html") for path in in_help(real_site)} <= set(listed)


def test_rule_38_licence_and_what_the_data_are_not_for_are_said() -> None:
    readme = re.sub(r"\s+", " ", (PROJECT / "README.md").read_text(encoding="utf-8"))
    assert "CC BY 4.0" in readme
    assert "AGPL-3.0-or-later" in readme
    assert re.search(r"do not use it to find or map places where people are sheltered", readme)


def test_rule_38_licence_stands_on_every_page(real_site: BuiltSite) -> None:
    for path, page in real_site.pages.items():
        footer = seen(page.one("//body/footer"))
        assert "CC BY 4.0" in footer, path
        assert "AGPL" in footer, path
