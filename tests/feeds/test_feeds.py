"""Feeds: Atom as RFC 4287 has it, dates from the data alone, and nothing in them that must not be announced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree

from cso.directory import Directory
from cso.directory.words import LocalText
from cso.feeds.atom import ATOM, Author, Category, Entry, Feed, make_feed
from cso.feeds.entries import UNDATED, FeedFactory
from cso.pages.interface_texts import load_texts
from html_pages import BuiltSite, tree
from synthetic import FULL, THEME, SyntheticProject

SITE = "https://example.org"
NEWS = "organizations/full-example/news"
WITH_ENTRIES = {"full-example", "half-example"}
ORGANIZATIONS = {*WITH_ENTRIES, "minimal-example", "office-example"}


def feeds(site: BuiltSite) -> dict[str, bytes]:
    """Every feed by its path."""
    return {path: data for path, data in tree(site.output).items() if path.endswith(".atom")}


def made(directory: Directory, feed: str = "all", language: str = "uk", site_url: str = SITE) -> Feed:
    """A feed, or that of an organisation by its slug, without a build."""
    factory = FeedFactory(directory, language, load_texts(THEME, language), site_url)
    organization = next((entry for entry in directory.organizations if entry.slug == feed), None)
    return factory.organization_feed(organization) if organization else factory.site_feed(feed)


def titles(feed: Feed) -> list[str]:
    return [entry.title.text for entry in feed.entries]


def children(element: etree._Element, name: str) -> list[etree._Element]:
    return element.findall(f"{{{ATOM}}}{name}")


def problems_of_person(element: etree._Element) -> Iterator[str]:
    for person in children(element, "author"):
        if len(children(person, "name")) != 1 or not person[0].text:
            yield "3.2: a person without a name"


def problems(data: bytes) -> Iterator[str]:
    """What RFC 4287 forbids or requires (section in front)."""
    root = etree.fromstring(data)
    if root.tag != f"{{{ATOM}}}feed":
        yield "4.1.1: no feed"
    entries = children(root, "entry")
    for element, most in ((root, "subtitle"), *((entry, "published") for entry in entries)):
        yield from problems_of_person(element)
        for name in ("id", "title", "updated"):
            if len(children(element, name)) != 1 or not children(element, name)[0].text:
                yield f"4.1.1, 4.1.2: {name}"
        for name in ("rights", "summary", most):
            if len(children(element, name)) > 1:
                yield f"4.1.1, 4.1.2: {name} more than once"
        for name in ("updated", "published"):
            for written in children(element, name):
                if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", written.text or ""):
                    yield f"3.3: {written.text}"
                datetime.fromisoformat(written.text or "")
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in children(element, "link")]
        if len(set(links)) != len(links):
            yield "4.1.1, 4.1.2: two alternates of one type and language"
        for link in children(element, "link"):
            if not urlsplit(link.get("href", "")).netloc:
                yield f"4.2.7.1: {link.get('href')}"
        if not urlsplit(children(element, "id")[0].text or "").scheme:
            yield "4.2.6: id is no IRI"
        for category in children(element, "category"):
            if not category.get("term"):
                yield "4.2.2.1: term"
    if not children(root, "author") and not all(children(entry, "author") for entry in entries):
        yield "4.1.1: no author"
    if not [link for link in children(root, "link") if link.get("rel") == "self"]:
        yield "4.1.1: no self"
    for entry in entries:
        if not [link for link in children(entry, "link") if link.get("rel") == "alternate"]:
            yield "4.1.2: neither content nor alternate"
    ids = [children(element, "id")[0].text for element in (root, *entries)]
    if len(set(ids)) != len(ids):
        yield "4.1.1: an id twice"


# The files


def test_there_is_a_feed_of_all_of_reports_of_proposals_and_of_each_organization(synthetic_site: BuiltSite) -> None:
    names = {"all", "reports", "proposals", *(f"organizations/{slug}" for slug in ORGANIZATIONS)}
    assert set(feeds(synthetic_site)) == {
        f"feeds/{language}/{name}.atom" for language in ("uk", "en") for name in names
    }


@pytest.mark.parametrize("name", ["synthetic", "real"])
def test_feeds_are_what_the_standard_wants(request: pytest.FixtureRequest, name: str) -> None:
    site: BuiltSite = request.getfixturevalue(f"{name}_site")
    assert {path: found for path, data in feeds(site).items() if (found := list(problems(data)))} == {}


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("name", ["synthetic", "real"])
def test_a_feed_reader_reads_them_without_complaint(request: pytest.FixtureRequest, name: str) -> None:
    site: BuiltSite = request.getfixturevalue(f"{name}_site")
    for path, data in feeds(site).items():
        read = feedparser.parse(data)
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.version == "atom10"
        dates = [entry.updated for entry in read.entries]
        assert dates == sorted(dates, reverse=True), path
        assert read.feed.updated == (dates[0] if dates else UNDATED)


def test_links_lead_to_pages_of_the_site(synthetic_site: BuiltSite) -> None:
    for path, data in feeds(synthetic_site).items():
        for element in etree.fromstring(data).iter(f"{{{ATOM}}}link", f"{{{ATOM}}}uri"):
            address = element.get("href") or element.text or ""
            if element.get("rel") == "license":
                continue
            assert address.startswith(f"{SITE}/"), path
            target, _, place = address.removeprefix(f"{SITE}/").partition("#")
            target = target if target.endswith(".atom") else f"{target}index.html"
            assert target in synthetic_site.files, address
            if place:
                assert synthetic_site.pages[target].all(f'//*[@id="{place}"]'), address
            if element.get("hreflang") and target in synthetic_site.pages:
                assert synthetic_site.pages[target].language == element.get("hreflang")


def test_pages_lead_to_feeds_that_lead_back(synthetic_site: BuiltSite) -> None:
    """Each feed names its page, and that page names the feed; versions in other languages name each other."""
    for path, data in feeds(synthetic_site).items():
        root = etree.fromstring(data)
        links = {(link.get("rel"), link.get("type")): link.get("href") for link in children(root, "link")}
        assert links["self", "application/atom+xml"] == f"{SITE}/{path}"
        page = synthetic_site.page(links["alternate", "text/html"].removeprefix(f"{SITE}/"))
        heads = page.all('//head/link[@rel="alternate"][@type="application/atom+xml"]')
        targets = [page.target(link.get("href")) for link in heads]
        assert (path, "") in targets, f"{page.path} does not lead to {path}"
        other = links["alternate", "application/atom+xml"].removeprefix(f"{SITE}/")
        back = [link.get("href") for link in children(etree.fromstring(synthetic_site.files[other]), "link")]
        assert f"{SITE}/{path}" in back


def test_pages_for_people_in_need_lead_to_no_feed(synthetic_site: BuiltSite) -> None:
    for path in ("", "hotlines/", "safety/", "help/", "stay/", "services/", "regions/lviv/", "en/regions/"):
        assert not synthetic_site.page(path).all('//link[@type="application/atom+xml"]'), path
    assert not synthetic_site.pages["404.html"].all('//link[@type="application/atom+xml"]')


# What stands in them


def test_feed_of_all_has_news_reports_and_proposals(untouched_project: SyntheticProject) -> None:
    feed = made(untouched_project.directory(), language="en")
    assert {entry.category.term for entry in feed.entries} == {"news", "report", "proposal"}
    assert titles(feed)[0] == "Half of an invented story"
    assert {"Invented annual report", "Proposal: Change in force", "Invented news"} <= set(titles(feed))


def test_text_in_another_language_says_so(untouched_project: SyntheticProject) -> None:
    data = make_feed(made(untouched_project.directory()))
    found = [element.text for element in etree.fromstring(data).iter(f"{{{ATOM}}}title") if len(element.attrib) == 1]
    assert found == ["Half of an invented story"]
    assert etree.fromstring(data).get("{http://www.w3.org/XML/1998/namespace}lang") == "uk"


def test_proposal_counts_as_changed_when_an_answer_came(untouched_project: SyntheticProject) -> None:
    entries = {entry.id.rpartition("/")[2]: entry for entry in made(untouched_project.directory(), "proposals").entries}
    accepted = entries["proposal-accepted"]
    assert (accepted.published, accepted.updated) == ("2025-01-01T00:00:00Z", "2026-02-03T00:00:00Z")


def test_summary_of_a_report_with_a_warning_is_left_out(untouched_project: SyntheticProject) -> None:
    entries = {entry.title.text: entry for entry in made(untouched_project.directory(), "reports", "en").entries}
    assert entries["Invented annual report"].summary is None


def test_news_of_a_public_source_profile_are_not_said_to_be_by_the_organization(
    untouched_project: SyntheticProject,
) -> None:
    story = made(untouched_project.directory(), "half-example").entries[0]
    assert (story.category.term, story.author) == ("news", None)


def test_withheld_organization_is_in_no_feed(synthetic_site: BuiltSite) -> None:
    for path, data in feeds(synthetic_site).items():
        assert "withheld" not in path
        assert "withheld" not in data.decode()
        assert "Прихована" not in data.decode()


def test_no_place_to_stay_no_line_and_no_service_is_announced(untouched_project: SyntheticProject) -> None:
    """S5: the ids of what a feed holds are those of news, reports and proposals alone."""
    for language in ("uk", "en"):
        for entry in made(untouched_project.directory(), "all", language).entries:
            path = entry.id.rpartition(":")[2].removeprefix("en/")
            assert path.split("/")[0] in ("news", "reports", "proposals")


@pytest.mark.parametrize(
    "edit",
    [
        ("en: Invented annual report}", "en: We opened a shelter}"),
        ("summary: {uk: Рік у вигаданих числах.,", "summary: {uk: Запрацював притулок.,"),
    ],
)
def test_report_that_announces_a_shelter_is_left_out(
    synthetic_project: SyntheticProject, edit: tuple[str, str]
) -> None:
    before = len(made(synthetic_project.directory(), "reports").entries)
    synthetic_project.edit(FULL, *edit)
    assert len(made(synthetic_project.directory(), "reports").entries) == before - 1


def test_news_that_announces_a_line_is_left_out(synthetic_project: SyntheticProject) -> None:
    synthetic_project.write(f"{NEWS}/2026-09-01-line.md", "Title: Запрацювала лінія\nDate: 2026-09-01\n\nТекст.\n")
    assert "Запрацювала лінія" in titles(made(synthetic_project.directory(), "full-example"))
    synthetic_project.edit(f"{NEWS}/2026-09-01-line.md", "лінія", "гаряча лінія")
    assert "Запрацювала гаряча лінія" not in titles(made(synthetic_project.directory(), "full-example"))


def test_demonstration_is_said(untouched_project: SyntheticProject) -> None:
    feed = made(untouched_project.directory(), language="en")
    assert feed.title.startswith("Demonstration.")
    assert feed.subtitle.startswith("Do not rely on these numbers.")


def test_ids_are_the_same_wherever_the_site_stands(untouched_project: SyntheticProject) -> None:
    here, there = (made(untouched_project.directory(), site_url=url) for url in (SITE, "https://example.net/sub/"))
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert here.id == there.id == "tag:example.org,2026:feeds/uk/all.atom"
    assert there.entries[0].address.startswith("https://example.net/sub/en/news/")


def test_day_of_the_build_changes_nothing(untouched_project: SyntheticProject) -> None:
    early, late = (made(untouched_project.directory(day)) for day in (date(2026, 11, 1), date(2027, 5, 1)))
    assert make_feed(early) == make_feed(late)


# Bytes


HOSTILE = "<script>alert(1)</script> & ]]> \"' \x00\x0b\ufffe {{ 7 * 7 }} <![CDATA["


def test_hostile_text_is_text() -> None:
    text = LocalText(HOSTILE, "uk")
    entry = Entry("tag:a,2026:b", text, UNDATED, UNDATED, f"{SITE}/?a=1&b=<", "uk", Author(HOSTILE, None),
                  Category("news", HOSTILE), text)  # fmt: skip
    feed = Feed("tag:a,2026:c", "uk", HOSTILE, HOSTILE, UNDATED, f"{SITE}/a", f"{SITE}/b", (), Author(HOSTILE, SITE),
                HOSTILE, (entry,))  # fmt: skip
    data = make_feed(feed)
    assert list(problems(data)) == []
    assert b"<script" not in data
    shown = "<script>alert(1)</script> & ]]> \"'  {{ 7 * 7 }} <![CDATA["
    root = etree.fromstring(data)
    for name in ("title", "subtitle", "rights", "name", "summary"):
        assert {element.text for element in root.iter(f"{{{ATOM}}}{name}")} == {shown}


def test_markdown_of_a_summary_becomes_plain_text(untouched_project: SyntheticProject) -> None:
    entries = {entry.title.text: entry for entry in made(untouched_project.directory(), "full-example").entries}
    summary = entries["Вигадана новина"].summary
    assert summary is not None
    assert summary.text == "Що було на вигаданому заході й хто допоміг."


# The line in pelicanconf.py


def test_site_builds_without_feeds_and_then_no_page_speaks_of_them(synthetic_project: SyntheticProject) -> None:
    settings = synthetic_project.root / "pelicanconf.py"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not re.match(r'\s+"cso\.(feeds|sitemap|search)"', line)]
    assert len(lines) - len(kept) == 3
    settings.write_text("".join(kept), encoding="utf-8")
    site = synthetic_project.build()
    assert not [
        path for path in site.files if path.endswith(".atom") or Path(path).name in ("sitemap.xml", "robots.txt")
    ]
    assert not [path for path, page in site.pages.items() if "atom" in page.markup.lower().split("<main")[0]]
    assert not [path for path, page in site.pages.items() if ".atom" in page.markup]
