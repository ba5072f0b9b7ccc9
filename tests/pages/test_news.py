"""News and press pages: each item in its language, figures with their sources, nobody invented."""

from __future__ import annotations

import pytest

from conftest import REAL_AS_OF
from cso.content.check import check
from cso.directory import Directory
from cso.directory.build import build_directory
from cso.pages.views.press import latest
from html_pages import BuiltSite, seen
from synthetic import PROJECT, SyntheticProject

FOLDER = "organizations/full-example/news"


@pytest.fixture(scope="module")
def real_directory() -> Directory:
    """What may be published of the real content."""
    return build_directory(check(PROJECT / "content", REAL_AS_OF).content, REAL_AS_OF)


def entries(project: SyntheticProject, address: str) -> list[tuple[str, str | None, str]]:
    """Headline, language where it is another, and link of each item in a list."""
    links = project.page(address).all('//main//ul[@class="rows"]//h3/a')
    return [(seen(link), link.get("hreflang"), link.get("href")) for link in links]


def test_list_names_every_item_and_marks_those_in_another_language(untouched_project: SyntheticProject) -> None:
    assert entries(untouched_project, "news/") == [
        ("Half of an invented story", "en", "../en/news/half-example/english-only/"),
        ("Чого бракує вигаданим людям: підсумки опитування", None, "full-example/survey/"),
        ("Вигадана новина", None, "full-example/event/"),
    ]
    assert entries(untouched_project, "en/news/") == [
        ("Half of an invented story", None, "half-example/english-only/"),
        ("Чого бракує вигаданим людям: підсумки опитування", "uk", "../../news/full-example/survey/"),
        ("Invented news", None, "full-example/event/"),
    ]


def test_item_exists_in_the_languages_it_is_written_in(synthetic_site: BuiltSite) -> None:
    assert {path for path in synthetic_site.pages if "news/" in path and path.count("/") > 2} - {
        "en/news/index.html"
    } == {
        "news/full-example/event/index.html",
        "en/news/full-example/event/index.html",
        "news/full-example/survey/index.html",
        "en/news/half-example/english-only/index.html",
    }
    both = synthetic_site.page("news/full-example/event/")
    assert {link.get("hreflang") for link in both.all("//head/link[@hreflang]")} == {"uk", "en", "x-default"}
    alone = synthetic_site.page("en/news/half-example/english-only/")
    assert alone.all("//head/link[@hreflang]") == []
    assert [link.get("hreflang") for link in alone.all("//header//a[@hreflang]")] == []


def test_item_shows_its_text(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/news/full-example/event/")
    assert page.main_headings == ["Invented news", "What comes next"]
    assert "4 May 2026 (changed on 6 May 2026)" in page.text
    assert "We held an invented event for invented people." in page.text
    assert page.all('//main//a[@href="https://example.org/full/event"]')


def test_item_by_others_says_so_and_where_it_is_from(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/news/half-example/english-only/")
    assert "According to public sources" in page.text
    assert page.all('//main//a[@href="https://example.org/half/story"]')
    assert "According to public sources" not in untouched_project.page("en/news/full-example/event/").text


def test_hostile_news_are_only_shown(synthetic_project: SyntheticProject) -> None:
    hostile = "<script>alert(1)</script> {{ 7 * 6 }} \"'> <img src=x onerror=alert(2)>"
    synthetic_project.write(
        f"{FOLDER}/2026-10-20-bad.md",
        f"Title: Б {hostile}\nDate: 2026-10-20\nSummary: Б {hostile}\n\nБ {hostile} <b onclick=x>y</b>\n",
    )
    for address in ("news/full-example/bad/", "news/", "en/news/", "organizations/full-example/"):
        page = synthetic_project.page(address)
        assert "<script>alert" not in page.markup
        assert not page.all("//main//img[@src='x']")
        assert not [name for element in page.all("//main//*") for name in element.attrib if name.startswith("on")]
        assert not [address for _, _, address in page.links() if address.startswith("javascript")]
    heading = seen(synthetic_project.page("news/full-example/bad/").one("//h1"))
    assert heading == f"Б {hostile}"


def test_profile_shows_the_latest_news_and_leads_to_all(synthetic_project: SyntheticProject) -> None:
    assert "All news" not in synthetic_project.page("en/organizations/full-example/").text
    for day in range(10, 16):
        synthetic_project.write(f"{FOLDER}/a-{day}.md", f"Title: Новина {day}\nDate: 2026-10-{day}\n\nТекст новини.\n")
    page = synthetic_project.page("en/organizations/full-example/")
    assert [f"Новина {day}" in page.text for day in range(10, 16)] == [False, True, True, True, True, True]
    assert "All news" in page.text


def test_no_news_are_nothing_published_yet(synthetic_project: SyntheticProject) -> None:
    for file in (synthetic_project.content / "organizations").glob("*/news/*.md"):
        file.unlink()
    synthetic_project.write("pages/en/about.md", synthetic_project.read("pages/en/about.md"))
    assert "No news is published here yet." in synthetic_project.page("en/news/").text


def test_footer_leads_to_news_and_press(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/organizations/")
    links = {page.target(link.get("href")) for link in page.all("//footer//a[@href]")}
    assert {("en/news/index.html", ""), ("en/press/index.html", "")} <= links


# Press


def test_press_page_has_figures_words_and_contacts(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/press/")
    for heading in ("Figures to quote", "National phone lines in figures", "Press pages of organisations", "Contacts"):
        assert heading in page.main_headings
    assert "not set up yet" in page.section("Contacts")
    assert "First paragraph of an invented page." in page.text
    assert page.all('//main//a[@href="full-example/"]')


def test_contacts_are_those_of_the_operator(synthetic_project: SyntheticProject) -> None:
    operator = "operator: {name: {uk: Вигаданий гурт, en: Invented group}, contact_email: press@example.org}\n"
    synthetic_project.append("site.yaml", operator)
    contacts = synthetic_project.page("en/press/").section("Contacts")
    assert "Invented group" in contacts
    assert "press@example.org" in contacts
    assert "not set up yet" not in contacts


def test_press_page_of_an_organization(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/press/full-example/")
    for heading in ("Contacts", "Words to copy", "Figures to quote", "Press releases", "Latest news"):
        assert heading in page.main_headings
    assert "Invented Fullness works for tests." in page.section("Words to copy")
    with pytest.raises(AssertionError):
        untouched_project.page("en/press/minimal-example/")


def test_figures_are_the_latest_of_each_kind_all_where_sources_disagree(real_directory: Directory) -> None:
    """The two official figures for the first half of 2025 differ, and both are given."""
    figures = latest(real_directory.sector.results)
    official = [figure.value for figure in figures if figure.indicator.id == "official-victim-status"]
    assert official == [99, 112]
    estimates = [figure.value for figure in figures if figure.indicator.id == "iom-estimate"]
    assert estimates == [230000]
    assert all(figure.period is not None and figure.value is not None for figure in figures)


def test_every_figure_to_quote_has_its_source(real_site: BuiltSite) -> None:
    for path in ("press/index.html", "en/press/index.html"):
        rows = real_site.pages[path].all("//main//tbody/tr")
        assert len(rows) > 5
        assert [seen(row) for row in rows if not row.xpath('.//*[contains(@class, "source")]')] == []
