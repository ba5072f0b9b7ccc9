"""What a launched site tells search engines, seen on the invented content as if it were launched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cso.pages.addresses import file_of
from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from cso.pages.rendering import Renderer
from cso.pages.views import all_pages
from html_pages import HtmlPage
from synthetic import THEME, SyntheticProject

SITE = "https://site.test/below"


@pytest.fixture(scope="module")
def pages(untouched_project: SyntheticProject) -> dict[str, HtmlPage]:
    """Every English page of it: path → page."""
    directory = untouched_project.directory()
    launched = replace(directory, site=replace(directory.site, launched=True))
    texts = load_texts(THEME, "en")
    names = {entry.id: entry.name.pick("en").text for entry in directory.vocabularies.languages}
    renderer = Renderer(THEME, "en", texts, names)

    def made() -> Iterator[HtmlPage]:
        for page in all_pages(PageFactory(launched, "en", texts, SITE)):
            yield HtmlPage(file_of(page.frame.path), renderer.render(page))

    return {page.path: page for page in made()}


def test_they_may_keep_every_page_but_the_one_for_wrong_addresses(pages: dict[str, HtmlPage]) -> None:
    kept_away = {path for path, page in pages.items() if page.all('//meta[@name="robots"]')}
    assert kept_away == {"en/404.html"}
    assert not [path for path, page in pages.items() if page.all('//*[@class="band"]')]


def test_versions_are_named_in_full(pages: dict[str, HtmlPage]) -> None:
    """Relative addresses are no use to search engines; links that people press stay relative."""
    links = pages["en/help/index.html"].all('//head/link[@rel="alternate"][@hreflang]')
    assert {link.get("hreflang"): link.get("href") for link in links} == {
        "uk": f"{SITE}/help/",
        "en": f"{SITE}/en/help/",
        "x-default": f"{SITE}/help/",
    }
    pressed = [link.get("href") for link in pages["en/help/index.html"].all("//header//a")]
    assert not [address for address in pressed if address.startswith("http")]


def test_every_page_says_what_it_is_about(pages: dict[str, HtmlPage]) -> None:
    for path, page in pages.items():
        if not page.all('//meta[@http-equiv="refresh"]'):
            assert page.one('//meta[@name="description"]').get("content").strip(), path
