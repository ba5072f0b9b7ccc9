"""Rules 10 to 14 and 31: each line answers what a caller asks, with one and the same number everywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import phonenumbers
import pytest

from cso.content.repository import Content
from cso.directory import Directory
from html_pages import BuiltSite, HtmlPage, seen
from safeguarding.measuring import Measured
from safeguarding.profiles import errors_after
from safeguarding.scan import TEXTS, readable, suffix
from synthetic import FULL, SyntheticProject

#: Codes that may be pressed: emergency, and those of national and European lines. Adding one is a decision.
SHORT_CODES = frozenset(
    "101 102 103 104 112 116000 116006 116016 116111 116117 116123 527 1547 1500 1545 15060".split()  # noqa: SIM905
)
UNTIL = {"uk": "Не в Україні?", "en": "Not in Ukraine?"}


def dialled(page: HtmlPage) -> list[str]:
    """What presses on a page dial, in order."""
    return [link.get("href") for link in page.all('//a[starts-with(@href, "tel:")]')]


def test_rule_10_line_stays_however_old_and_says_so(untouched_project: SyntheticProject) -> None:
    for year, said in ((2026, None), (2027, "not confirmed since then"), (2040, "not confirmed for a long time")):
        page = untouched_project.page("en/hotlines/", date(year, 11, 1))
        line = seen(page.one('//*[@id="full-line"]//li[.//a[@href="tel:+380000000001"]]'))
        assert ("not confirmed" in line) is (said is not None)
        assert said is None or said in line


def test_rule_10_service_moves_below_its_heading(untouched_project: SyntheticProject) -> None:
    parting = "Not confirmed for a long time"
    for year, is_below in ((2026, False), (2040, True)):
        headings = untouched_project.page("en/services/counselling/", date(year, 11, 1)).main_headings
        assert (parting in headings[: headings.index("Current advice")]) is is_below


QUESTIONS = {
    "hours": "    hours: {value: round_the_clock}\n    languages: {value: unknown}\n",
    "languages": "    languages: {value: unknown}\n    anonymity: {value: anonymous}\n",
    "anonymity": "    anonymity: {value: anonymous}\n    who_answers: {value: unknown}\n",
    "who_answers": "    who_answers: {value: unknown}\n    who_can_call: {value: anyone}\n",
    "who_can_call": "    who_can_call: {value: anyone}\n    from_abroad: {value: not_reachable}\n",
    "from_abroad": "    from_abroad: {value: not_reachable}\n",
    "reach": "        reach: [mobile]\n        cost: free\n    hours: {value: round_the_clock}\n",
    "cost": "        cost: free\n    hours: {value: round_the_clock}\n",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_rule_11_every_question_of_a_caller_is_answered(
    synthetic_content: Content, tmp_path: Path, question: str
) -> None:
    old = QUESTIONS[question]
    new = "".join(line for line in old.splitlines(keepends=True) if not line.strip().startswith(f"{question}:"))
    assert errors_after(synthetic_content, FULL, old, new, tmp_path, ()) == ["required"]


def test_rule_11_unknown_is_a_question_to_ask(synthetic_site: BuiltSite) -> None:
    for address, words in (("hotlines/", "запитайте"), ("en/hotlines/", "ask when you call")):
        line = seen(synthetic_site.page(address).one('//*[@id="state-line"]'))
        assert words in line
        for wrong in ("unknown", "невідомо ", " none", "closed", "зачинено"):
            assert wrong not in line


def test_rule_11_every_published_line_answers_all(real_directory: Directory) -> None:
    assert real_directory.hotlines
    for line in real_directory.hotlines:
        answers = (line.hours, line.languages, line.anonymity, line.who_answers, line.who_can_call, line.from_abroad)
        assert all(answer.value for answer in answers), line.id
        assert all(number.cost and number.reach for number in line.numbers), line.id


def test_rule_12_both_languages_dial_the_same(real_site: BuiltSite) -> None:
    compared = 0
    for path, page in real_site.pages.items():
        if page.language != "uk":
            original = real_site.pages[path.split("/", 1)[1]]
            assert sorted(dialled(page)) == sorted(dialled(original)), path
            compared += 1
    assert compared > 300


def test_rule_12_number_is_the_same_wherever_it_stands(real_site: BuiltSite, real_directory: Directory) -> None:
    """As shown, and as dialled: one way for each number on the whole site, and all of them in the model."""
    shown = defaultdict(set)
    for page in real_site.pages.values():
        for link in page.all('//a[starts-with(@href, "tel:")]'):
            text = "".join(seen(part) for part in link.iter("b")) or seen(link)
            shown[link.get("href")].add(re.sub(r"\s", "", text))
    known = {number.phone.link for line in real_directory.hotlines for number in line.numbers}
    known |= {
        channel.phone.link for line in real_directory.hotlines for channel in line.channels if channel.phone is not None
    }
    known |= {contact.phone.link for org in real_directory.organizations for contact in org.contacts if contact.phone}
    assert {link: texts for link, texts in shown.items() if len(texts) > 1} == {}
    assert set(shown) - known == set()
    lines = {number.phone.link for line in real_directory.national_lines() for number in line.numbers}
    assert lines <= set(shown)


def test_rule_12_files_beside_the_pages_hold_no_other_number(real_site: BuiltSite) -> None:
    """Feeds, the list behind the search, and whatever data come: a number in them is one that pages show."""
    shown = {re.sub(r"\D", "", link)[-9:] for page in real_site.pages.values() for link in dialled(page)}
    row = re.compile(r"(?<![\w/.,%-])\+?\d[\d ()\u00a0-]{6,16}\d(?![\w/%-])")
    looked_at = 0
    for path, data in real_site.files.items():
        if path not in real_site.pages and suffix(path) in TEXTS - {".css", ".js", ".svg"}:
            looked_at += 1
            for match in row.finditer(readable(path, data)):
                number = re.sub(r"[^\d+]", "", match[0])
                try:
                    is_number = phonenumbers.is_valid_number(phonenumbers.parse(number, "UA"))
                except phonenumbers.NumberParseException:
                    continue
                assert not is_number or number[-9:] in shown, f"{path}: a number no page shows"
    assert looked_at >= 3


def test_rule_13_each_link_can_be_dialled(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    """Judged by the number plans alone, not by our own module."""
    links = {link for site in (real_site, synthetic_site) for page in site.pages.values() for link in dialled(page)}
    assert len(links) > 8
    for link in links:
        number = link.removeprefix("tel:")
        assert re.fullmatch(r"\+?[0-9]+", number), link
        if number.startswith("+38000"):
            continue  # belongs to nobody: invented content alone, the next test
        if number.startswith("+"):
            parsed = phonenumbers.parse(number)
            assert phonenumbers.is_valid_number(parsed), link
            kind = phonenumbers.number_type(parsed)
            assert kind != phonenumbers.PhoneNumberType.TOLL_FREE, f"{link}: toll-free is dialled in national form"
        elif number.startswith("0"):
            parsed = phonenumbers.parse(number, "UA")
            assert phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.TOLL_FREE, link
            assert phonenumbers.is_valid_number(parsed), link
        else:
            assert number in SHORT_CODES, link


def test_rule_13_no_number_of_nobody_on_the_real_site(real_site: BuiltSite) -> None:
    assert [path for path, data in real_site.files.items() if b"+38000" in data] == []


def test_rule_13_toll_free_says_where_it_works(real_site: BuiltSite) -> None:
    for path in ("hotlines/", "en/hotlines/"):
        words = {"hotlines/": "з телефону в українській мережі", "en/hotlines/": "from a phone on a Ukrainian network"}
        items = real_site.page(path).all('//main//ul[@class="calls"]/li[.//a[starts-with(@href, "tel:0800")]]')
        assert items
        for item in items:
            assert words[path] in seen(item)


def test_rule_13_on_pages_for_another_country_toll_free_is_text(
    real_site: BuiltSite, real_directory: Directory
) -> None:
    toll_free = {
        number.phone.link
        for line in real_directory.hotlines
        for number in line.numbers
        if number.phone.kind == "toll_free"
    }
    pages = [page for path, page in real_site.pages.items() if "help/abroad/" in path]
    assert pages
    for page in pages:
        assert not toll_free & set(dialled(page)), page.path


def test_rule_13_question_where_the_reader_is_stands_before_the_first_number(real_site: BuiltSite) -> None:
    for path in ("", "en/"):
        page = real_site.page(path)
        body = seen(page.one("//body"))
        assert body.index(UNTIL[page.language]) < body.index("102")


def test_rule_14_bar_stands_in_the_same_place_of_every_page(real_site: BuiltSite, real_directory: Directory) -> None:
    """Between header and main part, the emergency number first; abroad that of the country (112 in the EU)."""
    national = [number.phone.link for number in real_directory.national_lines()[0].numbers]
    countries = {country.slug: country for country in real_directory.vocabularies.countries}
    abroad = 0
    for path, page in real_site.pages.items():
        bar = page.one('//body/aside[.//*[contains(@class, "wrap")]][following-sibling::main]')
        assert (bar.getprevious().tag, bar.getnext().tag) == ("header", "main"), path
        links = [link.get("href") for link in bar.iter("a") if link.get("href").startswith("tel:")]
        if "help/abroad/" in path:
            country = countries[path.split("/")[-2]]
            line = real_directory.hotline(country.emergency_line)
            assert not country.european_union or line is not None, path
            if line is not None:
                assert links[0] == line.numbers[0].phone.link, path
                abroad += 1
            assert "tel:102" not in links, path
        else:
            assert links[0] == "tel:102", path
            assert links[1] in national, path
    assert abroad >= 2


@pytest.mark.browser
def test_rule_14_numbers_are_on_the_first_screen_of_a_small_phone(measured: dict[str, Measured]) -> None:
    assert len(measured) > 30
    assert {address: page.call_bottom for address, page in measured.items() if page.call_bottom > 640} == {}


def test_rule_31_no_line_can_be_reached_by_letter_alone(real_directory: Directory) -> None:
    for line in real_directory.hotlines:
        assert line.numbers or any(channel.kind != "email" for channel in line.channels), line.id
    for organization in real_directory.organizations:
        intake = [contact for contact in organization.contacts if contact.role == "intake"]
        assert not intake or organization.hotlines or any(contact.kind != "email" for contact in intake)


def test_rule_31_every_letter_leaves_a_copy_and_we_say_so(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    words = {"uk": "Надіслан", "en": "“Sent”", "ru": "Отправленн", "pl": "Wysłane", "ro": "Trimise"}
    letters = 0
    for site in (real_site, synthetic_site):
        for path, page in site.pages.items():
            for link in page.all('//a[starts-with(@href, "mailto:")]'):
                letters += 1
                assert words[page.language] in seen(link.getparent()), f"{path}: {seen(link)}"
    assert letters >= 10
