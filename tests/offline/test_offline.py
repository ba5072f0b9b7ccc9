"""The help section as one file: everything is in it, nothing is fetched, every link holds."""

from __future__ import annotations

import gzip
import itertools
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from cso.directory import Directory
from cso.offline.rendering import OfflineRenderer
from cso.offline.view import offline_page
from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from html_pages import HtmlPage
from synthetic import AS_OF, THEME, SyntheticProject

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

LANGUAGES = ("uk", "en")

#: As `gzip -9` packs the file of the invented content; the real one is about twice as large.
MOST_BYTES = 25_000


def offline(directory: Directory, language: str) -> HtmlPage:
    texts = load_texts(THEME, language)
    names = {entry.id: entry.name.pick(language).text for entry in directory.vocabularies.languages}
    page = offline_page(PageFactory(directory, language, texts, "https://example.org"))
    return HtmlPage(f"offline/{language}.html", OfflineRenderer(THEME, language, texts, names).render(page))


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request: pytest.FixtureRequest, untouched_project: SyntheticProject) -> HtmlPage:
    return offline(untouched_project.directory(), request.param)


def test_it_says_when_it_was_made(untouched_project: SyntheticProject) -> None:
    ukrainian = offline(untouched_project.directory(), "uk").text.replace("\u00a0", " ")
    assert "Складено: листопад 2026 р. – відтоді номери могли змінитися." in ukrainian
    english = offline(untouched_project.directory(date(2027, 2, 28)), "en").text
    assert "Made: February 2027. Numbers may have changed since." in english
    assert "example.org/en/help" in english


def test_everything_of_the_section_is_in_it(page: HtmlPage, untouched_project: SyntheticProject) -> None:
    directory = untouched_project.directory()
    ids = set(page.all("//@id"))
    assert {line.id for line in directory.hotlines if line.level != "abroad" and line.id != "police-102"} <= ids
    assert {region.id for region in directory.vocabularies.regions} <= ids
    assert {"signs", "someone", "work-abroad", "safety", "abroad", "code"} <= ids
    for line in directory.hotlines:
        for number in line.numbers:
            assert number.phone.dial in page.text


def test_results_of_a_region_lead_to_their_entry(page: HtmlPage) -> None:
    entries = page.all('//section[@aria-labelledby="found"]/article/@id')
    assert entries
    for entry in entries:
        assert page.all(f'//section[@aria-labelledby="regions"]//a[@href="#{entry}"]'), entry


def test_every_fragment_leads_somewhere_and_no_id_stands_twice(page: HtmlPage) -> None:
    ids = page.all("//@id")
    assert len(ids) == len(set(ids))
    fragments = [address[1:] for _, _, address in page.links() if address.startswith("#")]
    assert fragments
    assert set(fragments) <= set(ids)


def test_nothing_is_fetched(page: HtmlPage) -> None:
    assert not page.all("//script|//link|//img|//iframe|//object|//video|//form")
    assert "url(" not in page.markup
    assert "@import" not in page.markup
    policy = page.one('//meta[@http-equiv="Content-Security-Policy"]').get("content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "self" not in policy
    for element, _, address in page.links():
        assert element.tag == "a"
        assert address.startswith(("#", "tel:", "mailto:", "https://example.org/full/")), address


def test_headings_go_down_one_step_at_a_time(page: HtmlPage) -> None:
    levels = [int(element.tag[1]) for element in page.all("//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_demonstration_until_launched(untouched_project: SyntheticProject) -> None:
    directory = untouched_project.directory()
    assert "Do not rely on these numbers." in offline(directory, "en").markup
    launched = replace(directory, site=replace(directory.site, launched=True))
    assert "Do not rely on these numbers." not in offline(launched, "en").markup


def test_the_name_of_the_file_and_its_title_give_nobody_away(page: HtmlPage) -> None:
    assert not re.search("торг|насил|traffick|violence", page.title.lower())


def test_it_is_small(page: HtmlPage) -> None:
    assert len(gzip.compress(page.source, 9, mtime=0)) < MOST_BYTES


def test_the_same_bytes_all_month(untouched_project: SyntheticProject) -> None:
    first, later = (offline(untouched_project.directory(day), "uk") for day in (AS_OF, AS_OF.replace(day=2)))
    assert first.source == later.source


@pytest.mark.browser
def test_in_a_browser_from_a_file(browser: Browser, page: HtmlPage, tmp_path: Path) -> None:
    file = tmp_path / "kept.html"
    file.write_bytes(page.source)
    opened = browser.new_page(viewport={"width": 320, "height": 640}, java_script_enabled=True)
    try:
        requests: list[str] = []
        messages: list[str] = []
        opened.on("request", lambda request: requests.append(request.url))
        opened.on("console", lambda message: messages.append(message.text))
        opened.goto(file.as_uri())
        opened.locator('nav a[href="#abroad"]').click()
        assert opened.locator("#abroad").is_visible()
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320
        assert [address for address in requests if not address.startswith(file.as_uri())] == []
        assert messages == []
    finally:
        opened.close()
