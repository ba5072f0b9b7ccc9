"""Search in a real browser: what readers type and what must come first, with nothing sent, kept or loaded too early."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from html_pages import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

#: What is typed → where the first answer leads; an answer that ends with * may be any of that beginning.
UKRAINIAN = {
    # Forms of a word
    "притулок": "stay/",
    "притулки": "stay/",
    "притулків": "stay/",
    "гаряча лінія": "hotlines/#*",
    "гарячої лінії": "hotlines/#*",
    "юрист": "services/legal-aid/",
    "юристи": "services/legal-aid/",
    "правову допомогу": "services/legal-aid/",
    "психолог": "services/psychosocial/",
    "медичної допомоги": "services/medical/",
    "річний звіт": "reports/uhhru/human-rights-2006-trafficking/",
    "щорічні звіти": "reports/uhhru/human-rights-2006-trafficking/",
    "звіт 2019": "reports/la-strada-ukraine/role-of-csos-2019/",
    "коаліція": "networks/counter-trafficking-coalition/",
    "коаліції": "networks/counter-trafficking-coalition/",
    "координаційна рада": "coordination/*",
    "координаційні ради": "coordination/*",
    "діти": "hotlines/#child-helpline",
    "репатріація": "*",
    "робота за кордоном": "help/work-abroad/",
    # Names
    "Ла Страда": "organizations/la-strada-ukraine/",
    "ла стради": "organizations/la-strada-ukraine/",
    "карітасу одеси": "organizations/caritas-odesa-ugcc/",
    "Ксену": "organizations/ksena-khmelnytskyi/",
    "Відродження нації": "organizations/revival-of-the-nation/",
    "жінки Донбасу": "organizations/women-of-donbas/",
    "Гельсінська спілка": "organizations/uhhru/",
    # Places
    "у Львові": "regions/lviv/",
    "Львівщина": "regions/lviv/",
    "Київ": "regions/kyiv/",
    "Харкові": "regions/kharkiv/",
    "Ужгород": "regions/zakarpattia/",
    "Суми": "regions/sumy/",
    "Польщі": "help/abroad/poland/",
    # Latin letters
    "prytulok": "stay/",
    "Lviv": "regions/lviv/",
    "Lvov": "regions/lviv/",
    "La Strada": "organizations/la-strada-ukraine/",
    "zhinochi perspektyvy": "organizations/womens-perspectives-lviv/",
    "medychna dopomoha": "services/medical/",
    # Other words for the same, other languages
    "шелтер": "stay/",
    "безпечне житло": "stay/",
    "приют": "stay/",
    "Харьков": "regions/kharkiv/",
    "Одесса": "regions/odesa/",
    "прозорість": "openness/",
    # Apostrophes, capitals, a Latin i within a Cyrillic word
    "здоров’я": "services/medical/",
    "здоров'я": "services/medical/",
    "здоров`я": "services/medical/",
    "здоровя": "services/medical/",
    'здоров"я': "services/medical/",
    "ЗДОРОВ'Я": "services/medical/",
    "чернiгiв": "regions/chernihiv/",
}
ENGLISH = {
    "shelter": "stay/",
    "shelters": "stay/",
    "safe house": "stay/",
    "prytulok": "stay/",
    "притулок": "stay/",
    "hotline": "hotlines/#*",
    "child helpline": "hotlines/#child-helpline",
    "lawyers": "services/legal-aid/",
    "therapist": "services/psychosocial/",
    "La Strada": "organizations/la-strada-ukraine/",
    "caritas odesa": "organizations/caritas-odesa-ugcc/",
    "womens perspectives": "organizations/womens-perspectives-lviv/",
    "Kiev": "regions/kyiv/",
    "Kharkov": "regions/kharkiv/",
    "Nikolaev": "regions/mykolaiv/",
    "Львів": "regions/lviv/",
    "annual reports": "reports/uhhru/human-rights-2006-trafficking/",
    "trafficking in persons report": "reports/sector/us-tip-*",
    "coalition": "networks/counter-trafficking-coalition/",
    "anti-trafficking task force": "coordination/anti-trafficking-task-force/",
}
QUERIES = [("", query, first) for query, first in UKRAINIAN.items()]
QUERIES += [("en/", query, first) for query, first in ENGLISH.items()]


class Searching:
    """Somebody who searches, and what the browser asked the host for meanwhile."""

    def __init__(self, page: Page, host: str, prefix: str = "", fragment: str = "") -> None:
        self.page = page
        self.host = f"{host}/"
        self.requests: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(f"{self.host}{prefix}search/{fragment}")

    def ask(self, query: str) -> list[str]:
        """Type, press Enter, and read where the answers lead."""
        self.page.get_by_role("searchbox").fill(query)
        self.page.keyboard.press("Enter")
        return self.answers()

    def answers(self) -> list[str]:
        """Where the answers lead, once they are there."""
        self.page.wait_for_selector('[data-search-found][aria-busy="false"]', state="attached")
        links = self.page.locator("[data-search-found] a").all()
        return [(link.get_attribute("href") or "").removeprefix(self.host) for link in links]

    @property
    def status(self) -> str:
        """What a screen reader is told."""
        return self.page.get_by_role("status").last.inner_text()


@pytest.fixture(scope="module")
def searching(browser: Browser, real_host: str) -> Iterator[dict[str, Searching]]:
    """A search page of each language, kept open."""
    context = browser.new_context()
    yield {prefix: Searching(context.new_page(), real_host, prefix) for prefix in ("", "en/")}
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new visit on a narrow screen."""
    context = browser.new_context(viewport={"width": 320, "height": 740})
    yield context.new_page()
    context.close()


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) >= 60


@pytest.mark.parametrize(("prefix", "query", "first"), QUERIES)
def test_what_comes_first(searching: dict[str, Searching], prefix: str, query: str, first: str) -> None:
    answers = searching[prefix].ask(query)
    assert answers, "nothing was found"
    wanted = prefix + first.rstrip("*")
    assert answers[0].startswith(wanted) if first.endswith("*") else answers[0] == wanted, answers[:3]


def test_nothing_is_loaded_until_somebody_types(page: Page, real_host: str) -> None:
    visit = Searching(page, real_host)
    page.get_by_role("searchbox").focus()
    page.wait_for_timeout(300)
    assert not [url for url in visit.requests if "pagefind" in url or url.endswith(".json")]
    assert visit.ask("притулок")[0] == "stay/"
    assert [url for url in visit.requests if "pagefind.js" in url]


def test_words_are_not_sent_kept_or_written_into_the_address(page: Page, real_host: str) -> None:
    visit = Searching(page, real_host)
    visit.ask("Ужгород")
    assert page.url == f"{real_host}/search/"
    assert all(url.startswith(visit.host) for url in visit.requests)
    assert not [url for url in visit.requests if "%D0" in url or "Ужгород" in url]
    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"
    )
    assert kept == [0, 0, 0]
    assert page.context.cookies() == []


def test_link_to_a_search(page: Page, real_host: str) -> None:
    visit = Searching(page, real_host, fragment="#q=коаліції&kind=network")
    assert visit.answers() == ["networks/counter-trafficking-coalition/", "networks/ecpat-network-ukraine/"]
    assert page.get_by_role("searchbox").input_value() == "коаліції"
    link = page.locator("[data-search-link]").get_attribute("href") or ""
    assert link.startswith("#q=")
    assert link.endswith("&kind=network")
    assert not [url for url in visit.requests if "kind=" in url.partition("#")[0]]


def test_choices_narrow_what_is_found(page: Page, real_host: str) -> None:
    visit = Searching(page, real_host, "en/")
    everything = visit.ask("monitoring")
    page.get_by_label("What", exact=True).select_option(label="Publication")
    publications = visit.answers()
    assert publications
    assert all(path.startswith("en/reports/") for path in publications)
    page.get_by_label("Year").select_option(label="2024")
    assert 0 < len(visit.answers()) < len(publications) <= len(everything)
    page.get_by_label("Year").select_option(label="all years")
    page.get_by_role("searchbox").fill("")
    page.get_by_label("What", exact=True).select_option(label="Network")
    assert len(visit.answers()) == 2, "a kind alone lists everything of the kind"


def test_screen_reader_and_keyboard(page: Page, real_host: str) -> None:
    visit = Searching(page, real_host)
    visit.ask("торгівля людьми")
    assert visit.status.startswith("Знайдено ")
    items = page.get_by_role("main").get_by_role("list").first.get_by_role("listitem")
    assert items.count() == 10
    assert "Телефонна лінія" in items.first.inner_text()
    for _ in range(5):  # field, three choices, first answer
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('li') !== null"):
            break
    assert page.evaluate("document.activeElement.closest('[data-search-found] li') !== null")
    page.get_by_role("button", name="Показати ще").press("Enter")
    assert items.count() == 20
    assert page.evaluate("document.activeElement === document.querySelectorAll('[data-search-found] a')[10]")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_found_and_only_some_words_found(page: Page, real_host: str) -> None:
    visit = Searching(page, real_host)
    assert visit.ask("жжжжжж") == []
    assert visit.ask("бордюр") == [], "not every word that begins with the same letters"
    assert visit.status.startswith("Нічого не знайдено.")
    assert "regions/lviv/" in visit.ask("чи є притулок у Львові")
    assert visit.status.startswith("Немає записів з усіма цими словами.")


def test_without_script_the_lists_lead_everywhere(browser: Browser, real_host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_host}/search/")
    assert page.get_by_text("Для пошуку потрібен JavaScript.").is_visible()
    assert not page.get_by_role("searchbox").is_visible()
    assert not page.get_by_role("button").is_visible()
    assert page.get_by_role("main").get_by_role("link", name="Організації").is_visible()
    context.close()


def test_answers_lead_to_places_that_exist(real_site: BuiltSite) -> None:
    import json

    for path, data in real_site.files.items():
        if path.startswith("search/entries."):
            entries = json.loads(data)["entries"].values()
            assert len(entries) > 150
            for entry in entries:
                address, _, place = entry["path"].partition("#")
                page = real_site.page(address)
                assert not place or page.all(f'//*[@id="{place}"]'), entry["path"]
