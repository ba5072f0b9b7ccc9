"""What a press on a number dials (design: Contracts, phone links)."""

from __future__ import annotations

import pytest

from html_pages import HtmlPage, seen
from synthetic import SyntheticProject

UNKNOWN = "".join(
    f"{key}: {{value: unknown}}\n"
    for key in ("hours", "languages", "anonymity", "who_answers", "who_can_call", "from_abroad")
)


def add_line(project: SyntheticProject, line: str, country: str, level: str, numbers: dict[str, str]) -> None:
    """Add a line that is no example, with its confirmations."""
    entries = "".join(
        f"  - {{dial: {dial}, country: {place}, reach: [unknown], cost: free}}\n" for dial, place in numbers.items()
    )
    project.write(
        f"hotlines/{line}.yaml",
        f"id: {line}\nname: {{uk: Лінія {line}, en: Line {line}}}\nlevel: {level}\ncountry: {country}\n"
        "topics: [children]\n"
        f"numbers:\n{entries}{UNKNOWN}source: https://example.org/{line}\nas_of: 2026-08\n",
    )
    confirmations = "".join(
        f"  - {{kind: phone, value: {dial}, country: {place}, state: confirmed, method: called, date: 2026-08-01,"
        f" role: safeguarding_editor}}\n"
        for dial, place in numbers.items()
    )
    project.write(f"confirmations/{line}.yaml", f"owner: {line}\nentries:\n{confirmations}")


@pytest.fixture
def project(synthetic_project: SyntheticProject) -> SyntheticProject:
    """With a line of Ukraine and one of Poland that have numbers of every kind."""
    add_line(
        synthetic_project,
        "kinds",
        "UA",
        "national",
        {"0 800 500 335": "UA", "116 123": "UA", "(044) 205-36-95": "UA"},
    )
    add_line(synthetic_project, "polish", "PL", "abroad", {"22 628 01 20": "PL", "800 120 002": "PL", "116 111": "PL"})
    return synthetic_project


def links(page: HtmlPage, line: str) -> dict[str, str | None]:
    """Number as shown → what a press on it dials, None where it is text."""
    found = {}
    for item in page.all(f'//*[@id="{line}"]//li[.//b]'):
        anchors = [link for link in item.iter("a") if link.get("href").startswith("tel:")]
        found[seen(item.find(".//b"))] = anchors[0].get("href") if anchors else None
    return found


@pytest.mark.parametrize("address", ["hotlines/", "en/hotlines/"])
def test_line_of_ukraine(project: SyntheticProject, address: str) -> None:
    page = project.page(address)
    assert links(page, "kinds") == {
        "0 800 500 335": "tel:0800500335",
        "116 123": "tel:116123",
        "(044) 205-36-95": "tel:+380442053695",
    }
    toll_free = seen(page.all('//*[@id="kinds"]//li')[0])
    assert {"hotlines/": "Україна", "en/hotlines/": "Ukraine"}[address] in toll_free
    words = {"hotlines/": "з телефону в українській мережі", "en/hotlines/": "from a phone on a Ukrainian network"}
    assert words[address] in toll_free


@pytest.mark.parametrize("address", ["help/abroad/poland/", "en/help/abroad/poland/"])
def test_line_abroad(project: SyntheticProject, address: str) -> None:
    """A toll-free number or code of another country cannot be relied on from here: text, not a link."""
    assert links(project.page(address), "polish") == {
        "22 628 01 20": "tel:+48226280120",
        "800 120 002": None,
        "116 111": None,
    }


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_lines_of_another_country_stand_on_its_page(project: SyntheticProject, prefix: str) -> None:
    """The page of all lines names them, at the same address as ever, and leads on."""
    page = project.page(f"{prefix}hotlines/")
    entry = page.one('//li[@id="poland"]//*[@id="polish"]')
    assert [link.get("href") for link in entry.iter("a")] == ["../help/abroad/poland/#polish"]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_page_for_another_country_dials_nothing_that_works_in_ukraine_alone(
    project: SyntheticProject, prefix: str
) -> None:
    page = project.page(f"{prefix}help/abroad/poland/")
    dialled = {link.get("href") for link in page.all('//a[starts-with(@href, "tel:")]')}
    assert dialled == {"tel:112", "tel:+48226280120", "tel:+380000000001", "tel:+380000000004"}
    bar = page.one('//aside[@class="help"]')
    assert [link.get("href") for link in bar.xpath('.//a[starts-with(@href, "tel:")]')] == [
        "tel:112",
        "tel:+48226280120",
    ]


def test_question_where_the_reader_is_stands_before_the_first_number(project: SyntheticProject) -> None:
    for address, question in (("", "Не в Україні?"), ("en/", "Not in Ukraine?")):
        body = project.page(address).one("//body")
        first = body.xpath('(.//a[starts-with(@href, "tel:")])[1]')[0]
        before = "".join(body.xpath('.//text()[following::a[starts-with(@href, "tel:")]]'))
        assert question in before.split(seen(first))[0]


def test_spaces_and_brackets_are_for_the_eye_alone(project: SyntheticProject) -> None:
    for address in ("", "hotlines/", "organizations/full-example/", "stay/"):
        for link in project.page(address).all('//a[starts-with(@href, "tel:")]'):
            number = link.get("href").removeprefix("tel:").removeprefix("+")
            assert number.isdecimal()
