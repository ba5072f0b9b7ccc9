"""The site of the real content: whole, valid, the same every time, and without what must not be shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import REAL_AS_OF
from cso.content.check import check
from cso.content.repository import Content
from cso.content.rules.occupation import ALLOWED_KEYS
from cso.content.used_contacts import used_contacts
from cso.directory import Directory
from cso.directory.build import build_directory
from cso.pages.interface_texts import load_texts
from cso.phones import comparable, spellings
from html_pages import BuiltSite, HtmlPage, holds_number, seen, state, tree
from synthetic import PROJECT, THEME, run
from web import html_problems

#: Limit of decision 7, in bytes as `gzip -9` packs the document with its style.
HELP_PAGE_LIMIT = 14_000
HELP_SECTION = ("help/", "hotlines/", "safety/")

#: An item of news exists in the language it is written in.
IN_ONE_LANGUAGE = re.compile(r"news/[^/]+/[^/]+/index\.html")

NOON = 1795435200  # of REAL_AS_OF, seconds since 1970, UTC


@pytest.fixture(scope="module")
def content() -> Content:
    """The real content."""
    result = check(PROJECT / "content", REAL_AS_OF)
    assert not result.has_errors, [f"{finding.file}:{finding.line} {finding.code}" for finding in result.findings]
    return result.content


@pytest.fixture(scope="module")
def directory(content: Content) -> Directory:
    """What may be published of it."""
    return build_directory(content, REAL_AS_OF)


@pytest.fixture(params=["real", "synthetic"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """The site of the real content, and that of the invented one, which has something of everything."""
    built: BuiltSite = request.getfixturevalue(f"{request.param}_site")
    return built


def problems(site: BuiltSite, look: Callable[[HtmlPage], Iterator[str]]) -> list[str]:
    """What a look at every page finds, with the page in front; the first few tell enough."""
    return [f"{path}: {problem}" for path, page in site.pages.items() for problem in look(page)][:20]


def language_of(path: str) -> str:
    """The language of a page by its path."""
    first = path.split("/")[0]
    return first if len(first) == 2 else "uk"


def plain_path(path: str) -> str:
    """The path of a page without its language."""
    language = language_of(path)
    return path if language == "uk" else path.removeprefix(f"{language}/")


def versioned(plain: str, language: str) -> str:
    """The path of a page in a language."""
    return plain if language == "uk" else f"{language}/{plain}"


@cache
def interface(language: str, message: str) -> str:
    """An interface text as the reader of a language sees it."""
    return load_texts(THEME, language).gettext(message)


# Whole


def test_every_internal_link_leads_somewhere(site: BuiltSite) -> None:
    ids = {path: {element.get("id") for element in page.all("//*[@id]")} for path, page in site.pages.items()}

    def look(page: HtmlPage) -> Iterator[str]:
        for _, _, address in page.links():
            target = page.target(address)
            if target is None:
                continue
            path, fragment = target
            if path not in site.files:
                yield f"{address} leads nowhere"
            elif fragment and fragment not in ids.get(path, ()):
                yield f"{address} leads to no place on that page"

    assert problems(site, look) == []


def test_links_out_tell_nobody_where_the_reader_was(site: BuiltSite) -> None:
    def look(page: HtmlPage) -> Iterator[str]:
        for element, attribute, address in page.links():
            if address.startswith(("http://", "https://")):
                if element.tag != "a" or attribute != "href":
                    yield f"<{element.tag} {attribute}> fetches {address}"
                elif "noreferrer" not in (element.get("rel") or "").split():
                    yield f"no rel=noreferrer on {address}"
            elif ":" in address.split("/")[0] and not address.startswith(("mailto:", "tel:")):
                yield f"address of another kind: {address}"
            elif address.startswith("//"):
                yield f"address of another host: {address}"

    assert problems(site, look) == []


def test_every_page_is_valid_html(real_site: BuiltSite) -> None:
    assert html_problems(real_site.output)[:20] == []


def test_page_with_something_of_everything_is_valid_html(synthetic_site: BuiltSite) -> None:
    for folder in ("organizations", "en/organizations", "reports", "proposals"):
        assert html_problems(synthetic_site.output / folder)[:20] == []


def test_every_page_is_well_made(site: BuiltSite) -> None:
    def look(page: HtmlPage) -> Iterator[str]:
        if page.language != language_of(page.path):
            yield f"lang is {page.language}"
        if len(page.all("//h1")) != 1:
            yield f"{len(page.all('//h1'))} h1"
        if not page.title:
            yield "no title"
        ids = [element.get("id") for element in page.all("//*[@id]")]
        yield from (f"id {name} stands twice" for name in set(ids) if ids.count(name) > 1)
        yield from (f"image without alt: {image.get('src')}" for image in page.all("//img[not(@alt)]"))
        yield from (f"style attribute on <{element.tag}>" for element in page.all("//*[@style]"))
        yield from (f"<{element.tag}>" for element in page.all("//form|//iframe|//object|//embed|//base"))
        yield from ("script in the page" for element in page.all("//script") if element.text or not element.get("src"))
        yield from (
            f"{name} on <{element.tag}>"
            for element in page.tree.iter()
            if isinstance(element.tag, str)
            for name in element.attrib
            if name.startswith("on")
        )
        levels = [
            int(element.tag[1]) for element in page.all("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
        ]
        yield from (f"h{level} after h{last}" for last, level in pairwise(levels) if level > last + 1)
        yield from (f"empty heading of {h}" for h in page.headings if not h)

    assert problems(site, look) == []


def test_no_style_sheet_fetches_anything(site: BuiltSite) -> None:
    styles = {path: data.decode() for path, data in site.files.items() if path.endswith(".css")}
    styles |= {path: "".join(map(seen, page.all("//style"))) for path, page in site.pages.items()}
    assert [path for path, style in styles.items() if "@import" in style or "url(" in style or "//" in style] == []


# The same every time


def test_output_is_what_the_manifest_says(real_site: BuiltSite) -> None:
    manifest = json.loads((real_site.output.parent / ".cache/manifest.json").read_text(encoding="utf-8"))
    assert sorted(manifest) == sorted(real_site.files)


def test_second_build_writes_nothing(real_site: BuiltSite) -> None:
    before = state(real_site.output)
    done = run(real_site.output.parent, "cso", "build", "--as-of", REAL_AS_OF.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    assert state(real_site.output) == before


def test_other_command_place_seed_and_locale_give_the_same_bytes(
    real_site: BuiltSite, copy_of_project: Callable[[str], Path]
) -> None:
    root = copy_of_project("elsewhere")
    environment = {"SOURCE_DATE_EPOCH": str(NOON), "PYTHONHASHSEED": "4711", "LANG": "uk_UA.UTF-8", "TZ": "Asia/Tokyo"}
    done = run(root, "pelican", "content", environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(root / "output") == real_site.files


# On every page


def test_demonstration_is_said_on_every_page(real_site: BuiltSite) -> None:
    def look(page: HtmlPage) -> Iterator[str]:
        body, words = seen(page.one("//body")), interface(page.language, "Do not rely on these numbers.")
        if words not in body:
            yield "no band"
        elif body.index(words) > body.index(page.headings[0]):
            yield "the band stands below the heading"
        if [element.get("content") for element in page.all('//head/meta[@name="robots"]')] != ["noindex"]:
            yield "no noindex"

    assert problems(real_site, look) == []


def test_help_stands_in_the_same_place_on_every_page(real_site: BuiltSite, directory: Directory) -> None:
    line = directory.hotline(directory.site.national_lines[0])
    assert line is not None
    wanted = ["tel:102", *(number.phone.link for number in line.numbers)]

    def look(page: HtmlPage) -> Iterator[str]:
        bar = page.one('//body/aside[.//a[starts-with(@href, "tel:")]]')
        if (bar.getprevious().tag, bar.getnext().tag) != ("header", "main"):
            yield "it does not stand between the header and the main part"
        abroad = "/abroad/" in page.path
        question = interface(page.language, "In another country?" if abroad else "Not in Ukraine?")
        if not seen(bar).startswith(question):
            yield f"the question where the reader is does not stand first: {seen(bar)}"
        shown = [link.get("href") for link in bar.iter("a") if link.get("href").startswith("tel:")]
        if abroad and (shown[:1] != ["tel:112"] or set(shown) & set(wanted)):
            yield f"{shown}: the numbers of the country are wanted, none of Ukraine"
        if not abroad and (shown != wanted[: len(shown)] or len(shown) < 2):
            yield f"{shown}"

    assert problems(real_site, look) == []


def test_every_page_says_how_to_stay_safe(real_site: BuiltSite) -> None:
    def look(page: HtmlPage) -> Iterator[str]:
        if page.language in ("uk", "en"):
            word = {"uk": "історі", "en": "history"}[page.language]
            if word not in seen(page.one("//body")).lower():
                yield "nothing on the history of the browser"

    assert problems(real_site, look) == []


def test_page_exists_in_every_full_language_and_its_versions_name_each_other(
    real_site: BuiltSite, directory: Directory
) -> None:
    site = directory.site

    def look(page: HtmlPage) -> Iterator[str]:
        plain = plain_path(page.path)
        versions = {language: versioned(plain, language) for language in (*site.languages, *site.help_languages)}
        there = {language: path for language, path in versions.items() if path in real_site.pages}
        if not IN_ONE_LANGUAGE.match(plain):
            yield from (f"no page in {language}" for language in site.languages if language not in there)
        links = {element.get("hreflang"): element.get("href") for element in page.all("//link[@hreflang]")}
        found = {language: (page.target(address) or ("",))[0] for language, address in links.items()}
        if found != {**there, "x-default": plain}:
            yield f"alternates {found}"
        switch = {
            element.get("hreflang"): (page.target(element.get("href")) or ("",))[0]
            for element in page.all("//header//a[@hreflang]")
        }
        if switch != there:
            yield f"switcher {switch}"
        if [element.get("hreflang") for element in page.all("//a[@hreflang][@aria-current]")] != [page.language]:
            yield "the switcher does not mark the page's own language"

    assert problems(real_site, look) == []


def test_every_organization_and_region_has_its_page(real_site: BuiltSite, content: Content) -> None:
    regions = [term["id"] for term in content.vocabularies["regions"].data["terms"]]
    assert len(content.organizations) == 37
    assert len(regions) == 27
    for prefix in ("", "en/"):
        for slug in content.organizations:
            page = real_site.page(f"{prefix}organizations/{slug}/")
            names = content.organizations[slug].data["name"].values()
            assert seen(page.one("//h1")) in {" ".join(name.split()) for name in names}
            listed = real_site.page(f"{prefix}organizations/").all(f'//main//a[@href="{slug}/"]')
            assert listed, f"{slug} is not listed"
        for region in regions:
            assert real_site.page(f"{prefix}regions/{region}/").text


def test_help_pages_are_light(real_site: BuiltSite) -> None:
    """Decision 7: start, help, lines and safety come whole, style included, also over a bad connection."""
    weights = {}
    for path, page in real_site.pages.items():
        if plain_path(path).startswith(HELP_SECTION) or plain_path(path) == "index.html":
            weights[path] = page.weight
            assert page.all("//head/style"), f"{path}: its style stands in the page"
            assert not page.all('//link[@rel="stylesheet"]'), path
    assert {"index.html", "en/index.html", "hotlines/index.html", "en/hotlines/index.html"} <= set(weights)
    assert {path: weight for path, weight in weights.items() if weight > HELP_PAGE_LIMIT} == {}


# Numbers


def not_to_show(content: Content) -> Iterator[tuple[str, frozenset[str]]]:
    """Numbers that no page may hold: where they are named, and their spellings in digits."""
    shown, held_back = set(), []
    for document in content.confirmations.values():
        for _, entry in document.items(("entries",)):
            if entry["kind"] != "phone":
                continue
            if entry["state"] == "confirmed":
                shown.add(comparable(entry["value"], entry["country"]))
            else:
                held_back.append((document.file, entry["value"], entry["country"]))
    for term in content.vocabularies["do-not-publish"].data["terms"]:
        held_back.append((term["id"], term["value"], term.get("country", "UA")))
    for where, value, country in held_back:
        if comparable(value, country) not in shown:
            yield where, spellings(value, country)


def test_no_number_that_may_not_be_shown_is_published(real_site: BuiltSite, content: Content) -> None:
    numbers = list(not_to_show(content))
    assert numbers
    texts = {path: data.decode("utf-8", "replace") for path, data in real_site.files.items()}
    found = []
    for where, forms in numbers:
        for digits in forms:
            if len(digits) >= 6:
                found += [f"{path}: {where}" for path, text in texts.items() if holds_number(text, digits)]
            else:  # a short code is also a figure; look where numbers to dial stand
                found += [
                    f"{path}: {where}"
                    for path, page in real_site.pages.items()
                    if page.all(f'//a[@href="tel:{digits}"]') or digits in map(seen, page.all("//b|//*[@class='tel']"))
                ]
    assert found == []


def test_every_number_to_dial_was_confirmed(real_site: BuiltSite, content: Content) -> None:
    confirmed: set[str] = set()
    for document in content.confirmations.values():
        for _, entry in document.items(("entries",)):
            if entry["kind"] == "phone" and entry["state"] == "confirmed":
                confirmed |= spellings(entry["value"], entry["country"])
    public = {}
    for contact in used_contacts(content):
        if contact.kind == "phone" and not contact.is_victim_facing:
            public.setdefault(contact.owner, set()).update(spellings(contact.value, contact.country))

    def look(page: HtmlPage) -> Iterator[str]:
        parts = plain_path(page.path).split("/")
        allowed = confirmed | (public.get(parts[1], set()) if parts[0] == "organizations" and len(parts) > 2 else set())
        for link in page.all('//a[starts-with(@href, "tel:")]'):
            if link.get("href").removeprefix("tel:").lstrip("+") not in allowed:
                yield f"{link.get('href')} is not confirmed"

    assert problems(real_site, look) == []


def test_number_shown_is_the_number_that_is_dialled(real_site: BuiltSite) -> None:
    def look(page: HtmlPage) -> Iterator[str]:
        for link in page.all('//a[starts-with(@href, "tel:")]'):
            dialled = link.get("href").removeprefix("tel:").lstrip("+")
            shown = "".join(character for character in seen(link) if character.isdecimal())
            national = shown.lstrip("0") if not dialled.startswith("0") else shown
            if not shown or not dialled.endswith(national):
                yield f"{seen(link)} dials {dialled}"

    assert problems(real_site, look) == []


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("la-strada-national", {"0 800 500 335": "tel:0800500335", "116 123": "tel:116123"}),
        ("police-102", {"102": "tel:102"}),
        ("national-527", {"0 800 505 501": "tel:0800505501", "527": "tel:527"}),
    ],
)
def test_links_of_the_national_lines(real_site: BuiltSite, line: str, links: dict[str, str]) -> None:
    for address in ("hotlines/", "en/hotlines/"):
        found = {
            seen(link.find("b")): link.get("href")
            for link in real_site.page(address).all(f'//*[@id="{line}"]//a[b][starts-with(@href, "tel:")]')
        }
        assert links.items() <= found.items()


def test_line_abroad_is_dialled_in_its_international_form(real_site: BuiltSite, directory: Directory) -> None:
    """A line in another country: full form if it has one; toll-free numbers and codes as they are dialled there."""
    checked = 0
    for line in directory.hotlines:
        if line.country.id in ("UA", "EU"):
            continue
        page = real_site.page(f"help/abroad/{line.country.slug}/")
        links = [link.get("href") for link in page.all(f'//*[@id="{line.id}"]//a[starts-with(@href, "tel:")]')]
        for number in line.numbers:
            phone = number.phone
            if phone.kind == "standard":
                assert phone.e164 is not None
                assert f"tel:{phone.e164}" in links
                checked += 1
            elif phone.e164 is not None:
                assert f"tel:{phone.e164}" not in links, "a toll-free number does not work through its full form"
    assert checked


# What may not be told


def test_restricted_profile_shows_name_region_founding_and_history_only(
    real_site: BuiltSite, directory: Directory, content: Content
) -> None:
    restricted = [organization for organization in directory.organizations if organization.restricted]
    assert restricted, "the real content has such profiles"
    for organization in restricted:
        held_back = set(content.organizations[organization.slug].data) - ALLOWED_KEYS
        assert held_back == set(), organization.slug
        assert all(event.date is None or event.date.year <= 2021 for event in organization.history)
        for language in ("uk", "en"):
            page = real_site.page(versioned(f"organizations/{organization.slug}/", language))
            links = [link.get("href") for link in page.all("//main//a")]
            assert not [link for link in links if link.startswith(("tel:", "mailto:"))]
            allowed = {" ".join(organization.name.pick(language).text.split()), interface(language, "History")}
            assert set(page.main_headings) <= allowed, organization.slug


def test_no_address_of_an_organization_with_a_place_to_stay(directory: Directory) -> None:
    for organization in directory.organizations:
        if organization.shelters and organization.seat:
            assert organization.seat.settlement is None
            assert organization.seat.address is None


def test_nothing_of_nobody_is_in_the_real_content(real_site: BuiltSite) -> None:
    """Synthetic numbers and code that failed to render never reach the real site."""
    for path, page in real_site.pages.items():
        text = seen(page.one("//body"))
        assert "+38000" not in page.markup, path
        for word in ("None", "{{", "{%", "Markup(", "PartialDate", "undefined"):
            assert word not in text, f"{path}: {word}"
