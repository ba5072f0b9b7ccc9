"""What crawlers and finders of faults look for: sitemap.xml, robots.txt, security.txt."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest
from lxml import etree

from cso.pages.addresses import file_of
from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from cso.pages.views import all_pages
from cso.publish import Output
from cso.publish.publication import Publication
from cso.sitemap import SitemapGenerator
from cso.sitemap.files import (
    SITEMAP,
    XHTML,
    Address,
    Robots,
    Security,
    expires,
    make_robots,
    make_security,
    make_sitemap,
    make_sitemap_index,
)
from html_pages import BuiltSite
from synthetic import AS_OF, THEME, SyntheticProject

SITE = "https://example.org/"


def locations(data: bytes) -> dict[str, dict[str, str]]:
    """The addresses of a sitemap with their versions by language."""
    return {
        url.findtext(f"{{{SITEMAP}}}loc"): {
            link.get("hreflang"): link.get("href") for link in url.iter(f"{{{XHTML}}}link")
        }
        for url in etree.fromstring(data)
    }


@pytest.mark.parametrize("name", ["synthetic", "real"])
def test_sitemap_lists_every_page_with_its_versions(request: pytest.FixtureRequest, name: str) -> None:
    site: BuiltSite = request.getfixturevalue(f"{name}_site")
    found = locations(site.files["sitemap.xml"])
    shown = {
        path
        for path, page in site.pages.items()
        if not path.endswith("404.html") and not page.all("//meta[@http-equiv='refresh']")
    }
    files = {f"{address.removeprefix(SITE)}index.html": address for address in found}
    assert set(files) == shown
    for path, address in files.items():
        page = site.pages[path]
        links = {link.get("hreflang"): page.target(link.get("href")) for link in page.all("//head/link[@hreflang]")}
        assert {
            language: f"{version.removeprefix(SITE)}index.html" for language, version in found[address].items()
        } == {language: target[0] for language, target in links.items() if target}
        for language, version in found[address].items():
            assert found[version] == found[address], f"{version} does not name {address} ({language})"


def test_sitemap_is_what_the_standard_wants(synthetic_site: BuiltSite) -> None:
    root = etree.fromstring(synthetic_site.files["sitemap.xml"])
    assert root.tag == f"{{{SITEMAP}}}urlset"
    assert len(root) > 0
    for url in root:
        assert url.tag == f"{{{SITEMAP}}}url"
        assert url[0].tag == f"{{{SITEMAP}}}loc"
        assert {child.tag for child in url} <= {f"{{{SITEMAP}}}loc", f"{{{XHTML}}}link"}
        assert url[0].text is not None
        assert url[0].text.startswith(SITE)


def test_withheld_organization_is_not_listed(synthetic_site: BuiltSite) -> None:
    assert b"withheld" not in synthetic_site.files["sitemap.xml"]


def test_address_may_hold_any_sign() -> None:
    data = make_sitemap((Address("https://example.org/?a=1&b=<", ()),))
    assert list(locations(data)) == ["https://example.org/?a=1&b=<"]


def test_long_sitemap_is_split(untouched_project: SyntheticProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cso.sitemap.MOST_ADDRESSES", 2)
    directory = untouched_project.directory()
    pages = list(islice(all_pages(PageFactory(directory, "uk", load_texts(THEME, "uk"), SITE)), 3))
    publication = Publication()
    publication.add([Output(file_of(page.frame.path), lambda view: b"", page) for page in pages], "test")
    settings = {"PUBLICATION": publication, "SITEURL": "https://example.org", "AS_OF": AS_OF}
    generator = SitemapGenerator.__new__(SitemapGenerator)
    made = {output.path: output.make() for output in generator.outputs(directory, settings)}
    assert list(made) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "robots.txt"]
    assert made["sitemap.xml"] == make_sitemap_index(tuple(f"{SITE}sitemap-{number}.xml" for number in (1, 2)))
    listed = [*locations(made["sitemap-1.xml"]), *locations(made["sitemap-2.xml"])]
    assert sorted(listed) == sorted(f"{SITE}{page.frame.path}" for page in pages)


def test_demonstration_is_not_to_be_crawled(synthetic_site: BuiltSite) -> None:
    lines = synthetic_site.files["robots.txt"].decode().splitlines()
    assert lines == ["User-agent: *", "Disallow: /", "", "Sitemap: https://example.org/sitemap.xml"]
    assert b"\nAllow: /\n" in make_robots(Robots(True, f"{SITE}sitemap.xml"))


def test_contact_for_faults_stands_only_where_there_is_an_operator(
    synthetic_site: BuiltSite, synthetic_project: SyntheticProject
) -> None:
    assert not [path for path in synthetic_site.files if path.startswith(".well-known/")]
    synthetic_project.append("site.yaml", "operator: {contact_email: editors@example.org}\n")
    settings = {"PUBLICATION": Publication(), "SITEURL": "https://example.org", "AS_OF": AS_OF}
    generator = SitemapGenerator.__new__(SitemapGenerator)
    made = {output.path: output.make() for output in generator.outputs(synthetic_project.directory(), settings)}
    assert made[".well-known/security.txt"].decode().splitlines() == [
        "Contact: mailto:editors@example.org",
        "Expires: 2027-06-01T00:00:00Z",
        "Preferred-Languages: uk, en",
        "Canonical: https://example.org/.well-known/security.txt",
    ]


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 1, 1), date(2026, 8, 1)),
        (date(2026, 5, 31), date(2026, 12, 1)),
        (date(2026, 6, 1), date(2027, 1, 1)),
        (date(2026, 11, 30), date(2027, 6, 1)),
        (date(2026, 12, 31), date(2027, 7, 1)),
    ],
)
def test_contact_for_faults_expires_six_to_seven_months_later(day: date, end: date) -> None:
    assert expires(day) == end
    assert 180 <= (end - day).days <= 214
    security = Security("a@example.org", day, ("uk",), f"{SITE}.well-known/security.txt")
    assert f"Expires: {end.isoformat()}T00:00:00Z".encode() in make_security(security)
