"""Rules 4, 6, 7, 8 and 32: only what an organisation agreed to, or what was public; nothing on single people."""

from __future__ import annotations

import re
from pathlib import Path

import phonenumbers
import pytest

from cso.content.repository import Content
from cso.content.rules import numbers, personal
from cso.content.used_contacts import used_contacts
from cso.directory import Directory
from cso.pages.interface_texts import load_texts
from html_pages import BuiltSite, seen
from safeguarding.plants import Secrets
from safeguarding.profiles import errors_after
from safeguarding.visits import kind_of
from synthetic import FULL, HALF, THEME, SyntheticProject

CONSENT = """consent:
  role: {uk: Голова правління, en: Chair of the board}
  date: 2026-10-01
  scope: {uk: Увесь профіль, en: The whole profile}
  review_date: 2027-10-01
"""

#: Where people have their private mailboxes.
PRIVATE_MAIL = re.compile(
    r"@(?:gmail|googlemail|ukr\.net|i\.ua|meta\.ua|bigmir|yahoo|outlook|hotmail|live|icloud|me\.com|mail\.ru|bk\.ru"
    r"|yandex|ya\.ru|rambler|proton|protonmail|wp\.pl|o2\.pl|gmx|aol)\b",
    re.IGNORECASE,
)


def text_of(language: str, message: str) -> str:
    """An interface text."""
    return load_texts(THEME, language).gettext(message)


def test_rule_04_organization_has_a_record_of_consent(synthetic_content: Content, tmp_path: Path) -> None:
    assert errors_after(synthetic_content, FULL, CONSENT, "", tmp_path, ())
    for line in CONSENT.splitlines(keepends=True)[1:]:
        assert errors_after(synthetic_content, FULL, CONSENT, CONSENT.replace(line, ""), tmp_path, ()), line


def test_rule_04_public_source_has_none_and_names_its_source(synthetic_content: Content, tmp_path: Path) -> None:
    head = "synthetic: true\nsource: https://example.org/half\n"
    assert errors_after(synthetic_content, HALF, head, head + CONSENT, tmp_path, ())
    assert errors_after(synthetic_content, HALF, head, "synthetic: true\n", tmp_path, ())


def test_rule_04_public_source_is_labelled_and_says_how_to_take_it_over(
    real_site: BuiltSite, real_directory: Directory, synthetic_site: BuiltSite, untouched_project: SyntheticProject
) -> None:
    told = "This profile was put together from public sources; the organisation has not confirmed it."
    bases = set()
    for site, directory in ((real_site, real_directory), (synthetic_site, untouched_project.directory())):
        for organization in directory.organizations:
            for language in ("uk", "en"):
                page = site.page(f"{'' if language == 'uk' else 'en/'}organizations/{organization.slug}/")
                is_public = organization.basis.value == "public_source"
                bases.add(is_public)
                assert (text_of(language, told) in page.text) is is_public, organization.slug
                if is_public:
                    assert page.all('//main//a[contains(@href, "contribute/")]')
    assert bases == {True, False}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("email: info@example.org", "email: info.fond@gmail.com", "mailbox-personal-domain"),
        ("email: feedback@example.org", "email: olena@ukr.net", "mailbox-personal-domain"),
        ("email: feedback@example.org", "email: olena.koval@example.org", "mailbox-of-person"),
        ("dial: 00 000 00 06", "dial: 067 123 45 67", "phone-mobile"),
        ("dial: 00 000 00 11", "dial: +380 50 123 45 67", "phone-mobile"),
    ],
)
def test_rule_06_contact_of_a_person_is_refused(
    synthetic_content: Content, tmp_path: Path, old: str, new: str, code: str
) -> None:
    rules = (personal.personal_mailboxes, personal.personal_phones)
    assert errors_after(synthetic_content, FULL, old, new, tmp_path, rules) == [code]


def test_rule_06_published_mailboxes_are_those_of_roles(real_site: BuiltSite) -> None:
    mailboxes = {link for page in real_site.pages.values() for link in page.tree.xpath("//a/@href[contains(., '@')]")}
    assert mailboxes
    assert [mailbox for mailbox in mailboxes if PRIVATE_MAIL.search(mailbox)] == []


def test_rule_06_mobile_is_published_for_lines_and_intake_only(real_site: BuiltSite, real_content: Content) -> None:
    lines = {
        contact.value for contact in used_contacts(real_content) if contact.kind == "phone" and contact.is_victim_facing
    }
    confirmed = {re.sub(r"\D", "", value)[-9:] for value in lines}
    dialled = {
        link for page in real_site.pages.values() for link in page.tree.xpath("//a/@href[starts-with(.,'tel:')]")
    }
    mobile = []
    for link in dialled:
        number = link.removeprefix("tel:")
        if number.startswith("+380"):
            parsed = phonenumbers.parse(number)
            if phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE:
                mobile.append(number)
    assert dialled
    assert [number for number in mobile if number[-9:] not in confirmed] == []


def test_rule_07_count_of_people_below_ten_is_not_in_the_model(
    planted_sites: list[tuple[Secrets, SyntheticProject, BuiltSite]], real_directory: Directory
) -> None:
    seen_suppressed = 0
    for directory in (real_directory, *(project.directory() for _, project, _ in planted_sites)):
        for organization in directory.organizations:
            figures = [*organization.results, *(figure for line in organization.hotlines for figure in line.figures)]
            figures += [figure for activity in organization.activities for figure in activity.results]
            for result in figures:
                if result.indicator.people_helped and not result.suppressed:
                    assert result.value is None or result.value >= 10, organization.slug
                if result.suppressed:
                    assert result.value is None
                    seen_suppressed += 1
    assert seen_suppressed >= 2


def test_rule_07_pages_say_fewer_than_ten_whatever_the_count(
    planted_sites: list[tuple[Secrets, SyntheticProject, BuiltSite]],
) -> None:
    """The counts differ between the two sites, and the pages do not."""
    (first, _, one), (second, _, other) = planted_sites
    assert first.count != second.count
    page = one.page("en/organizations/full-example/")
    assert "fewer than 10" in page.text
    assert page.source == other.page("en/organizations/full-example/").source
    assert one.page("en/results/").source == other.page("en/results/").source


def test_rule_07_counts_of_trainings_and_bodies_are_exempt(synthetic_site: BuiltSite) -> None:
    results = synthetic_site.page("en/organizations/full-example/")
    assert "7" in results.section("Activities") if "Activities" in results.main_headings else "7" in results.text


@pytest.mark.parametrize("key", ["stories", "story", "testimonials", "cases", "clients", "quotes"])
def test_rule_08_there_is_no_field_for_stories(synthetic_content: Content, tmp_path: Path, key: str) -> None:
    line = f"{key}:\n  - {{uk: Розповідь., en: A story.}}\n"
    errors = errors_after(synthetic_content, HALF, "legal_form: charity-foundation\n", line, tmp_path, ())
    assert len(errors) == 1
    assert errors[0].endswith("-key")


def test_rule_08_no_page_quotes_a_person(real_site: BuiltSite) -> None:
    """A quotation on a page is a story until somebody looked at it. What the press may quote is by organisations."""
    quotations = {
        f"{path}: {seen(element)[:40]}"
        for path, page in real_site.pages.items()
        for element in page.all("//main//blockquote|//main//q")
        if not kind_of(path).startswith("press")
    }
    assert quotations == set()


def test_rule_32_there_is_no_form(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    """The search page alone may have one field, and no page sends anything anywhere."""
    for site in (real_site, synthetic_site):
        for path, page in site.pages.items():
            fields = page.all("//form|//textarea|//select|//input|//button[@type='submit']|//*[@contenteditable]")
            if "search/" in path:
                assert not page.all("//form[@action]|//form[@method]|//textarea"), path
            elif not path.startswith("admin/"):
                assert fields == [], path
            policy = page.one('//meta[@http-equiv="Content-Security-Policy"]').get("content")
            assert "form-action 'none'" in policy or path.startswith("admin/"), path


def test_rule_06_forbidden_numbers_are_refused(synthetic_content: Content, tmp_path: Path) -> None:
    """Numbers of the list of those never to be published, in whatever spelling."""
    spellings = ("+380 44 205 36 05", "(044) 205-36-05", "0442053605")
    for spelling in spellings:
        rules = (numbers.forbidden_numbers,)
        edit = f'dial: "{spelling}"'
        assert errors_after(synthetic_content, FULL, "dial: 00 000 00 06", edit, tmp_path, rules), spelling
