"""What a reader finds on the page of an organisation: all it says, and silence told as silence (S8)."""

from __future__ import annotations

import pytest

from cso.content.repository import texts
from html_pages import BuiltSite, seen
from synthetic import FULL, SyntheticProject

SECTIONS = [
    *("Phone lines", "Help to people", "A safe place to stay", "Activities", "Results in figures"),
    *(
        "Reports and publications",
        "Part in coordination bodies",
        "Proposals to authorities",
        "Part in state programmes",
    ),
    *("Sources of funding", "Internal policies", "Networks", "Partners", "Branches", "Who decides", "Feedback"),
    *("For the press", "History", "Contacts"),
]

#: Texts of the profile that no page repeats: who agreed to the publication and to how much of it is for editors.
NOT_FOR_PAGES = {"consent"}

#: To be mended: other directories of `sector.yaml`, who answers in a channel, what a service says of its status.
RARELY_SHOWN = (
    "Інший вигаданий довідник",
    "Another invented directory",
    "Вигаданий оператор чату",
    "Invented operator of the chat",
    "Щодня.",
    "Every day.",
)


def test_full_profile_has_every_section(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/organizations/full-example/")
    assert page.headings[0] == "Invented Fullness"
    for heading in SECTIONS:
        assert heading in page.main_headings
    assert "Not published yet" not in page.main_headings
    assert "According to public sources" not in page.text
    assert "Published with the consent of the organisation of 1 October 2026" in page.text


def shown_everywhere(site: BuiltSite, language: str) -> str:
    """All that readers of a language see on any page."""
    return " ".join(seen(page.one("//body")) for page in site.pages.values() if page.language == language)


@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_text_of_the_content_is_shown_somewhere(
    synthetic_site: BuiltSite, untouched_project: SyntheticProject, language: str
) -> None:
    shown = shown_everywhere(synthetic_site, language)
    folders = ("organizations", "hotlines", "networks", "sector.yaml")
    missing = []
    for text in texts(untouched_project.check().content):
        path = text.file.partition("/content/")[2]
        if not path.startswith(folders) or text.location[-1:] != (language,) or text.owner == "withheld-example":
            continue
        if text.location[0] in NOT_FOR_PAGES:
            continue
        lines = [" ".join(line.split()).lstrip("-0123456789. ") for line in text.value.splitlines()]
        missing += [line for line in lines if "](" not in line and line not in shown]
    assert set(missing) - set(RARELY_SHOWN) == set()


@pytest.mark.parametrize("text", RARELY_SHOWN)
def test_text_in_a_rare_place_is_shown_too(synthetic_site: BuiltSite, text: str) -> None:
    assert text in shown_everywhere(synthetic_site, "en" if text.isascii() else "uk")


def test_every_address_of_the_profile_is_a_link(synthetic_site: BuiltSite, untouched_project: SyntheticProject) -> None:
    links = {
        link.get("href")
        for path, page in synthetic_site.pages.items()
        for link in page.all("//a[@href]")
        if path.startswith(("organizations/full-example", "reports/", "proposals/", "networks/"))
    }
    for address in ("form", "line", "video", "report-2025", "proposal", "release", "statutes"):
        assert f"https://example.org/full/{address}" in links
    assert "https://example.org/network" in links
    assert {"mailto:info@example.org", "mailto:help@example.org", "mailto:feedback@example.org"} <= links


def test_address_of_a_policy_is_a_link(synthetic_site: BuiltSite) -> None:
    page = synthetic_site.page("organizations/full-example/")
    assert page.all('//main//a[@href="https://example.org/full/policy"]')


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("reports/full-example/annual-2025/", "report-2025.pdf"),
        ("organizations/full-example/", "policy.pdf"),
        ("organizations/full-example/", "release.pdf"),
    ],
)
def test_file_of_the_profile_can_be_downloaded(synthetic_site: BuiltSite, path: str, name: str) -> None:
    page = synthetic_site.page(path)
    targets = [page.target(link.get("href")) for link in page.all("//main//a[@href]")]
    files = [target[0] for target in targets if target is not None and target[0].endswith(name)]
    assert files, f"no link to {name}"
    assert synthetic_site.files[files[0]].startswith(b"%PDF-")


def test_logo_is_shown(synthetic_site: BuiltSite) -> None:
    page = synthetic_site.page("organizations/full-example/")
    images = [page.target(image.get("src")) for image in page.all("//main//img[@alt]")]
    assert images, "no image"
    assert images[0] is not None
    assert synthetic_site.files[images[0][0]].startswith(b"\x89PNG")


def test_former_address_leads_to_the_profile(synthetic_site: BuiltSite) -> None:
    page = synthetic_site.page("organizations/former-example/")
    targets = [page.target(link.get("href")) for link in page.all("//main//a")]
    assert ("organizations/full-example/index.html", "") in targets


@pytest.mark.parametrize(
    ("address", "name"), [("half-example", "Invented Half"), ("minimal-example", "ГО «Вигаданий мінімум»")]
)
def test_profile_from_public_sources_says_so_and_how_to_take_it_over(
    untouched_project: SyntheticProject, address: str, name: str
) -> None:
    page = untouched_project.page(f"en/organizations/{address}/")
    assert page.headings[0] == name
    assert "the organisation has not confirmed it" in page.text
    takes_over = [link for link in page.all("//main//a") if seen(link) == "How the organisation takes it over"]
    assert [page.target(link.get("href")) for link in takes_over] == [("en/contribute/index.html", "")]
    assert "Published with the consent" not in page.text


def test_what_is_not_written_was_not_asked_yet(untouched_project: SyntheticProject) -> None:
    half = untouched_project.page("en/organizations/half-example/").section("Not asked yet")
    assert half.startswith("This does not mean that there is nothing")
    for subject in ("Sources of funding", "Internal policies", "Who decides", "Feedback", "Phone lines"):
        assert subject in half
    for subject in ("Help to people", "Contacts", "History"):
        assert subject not in half
    minimal = untouched_project.page("organizations/minimal-example/").section("Ще не запитували")
    assert "Історія" in minimal
    assert "Допомога людям" in minimal


def test_organization_that_speaks_for_itself_has_not_published_it_yet(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/organizations/office-example/")
    assert "Sources of funding" in page.section("Not published yet")
    assert "Not asked yet" not in page.main_headings


def test_unknown_is_never_none(untouched_project: SyntheticProject) -> None:
    for address in ("en/organizations/minimal-example/", "en/organizations/half-example/", "en/hotlines/", "en/stay/"):
        text = untouched_project.page(address).text
        for word in ("missing", "No data", "n/a", "N/A", "unknown", "undisclosed", "refused"):
            assert word not in text
    line = untouched_project.page("en/hotlines/").one('//*[@id="state-line"]')
    assert "not known, ask when you call" in seen(line)
    assert "price not known" in seen(line)


def test_office_stands_where_the_organization_wants_it_shown(untouched_project: SyntheticProject) -> None:
    text = untouched_project.page("en/organizations/office-example/").text
    assert "Inventedsk, Lviv Oblast" in text
    assert "1 Invented Street" in text
    assert "PO box 77, Inventedsk, 00000" in text


def test_place_to_stay_has_no_place(synthetic_site: BuiltSite) -> None:
    page = synthetic_site.page("en/stay/")
    cards = [seen(card) for card in page.all("//main//article") if "Invented Fullness" in seen(card)]
    with_region = next(card for card in cards if "Invented place to stay" in card)
    anywhere = next(card for card in cards if "Invented place to stay" not in card and "Where" in card)
    assert "Ternopil Oblast" in with_region
    assert "in Ukraine" in anywhere
    assert "Oblast" not in anywhere
    profile = synthetic_site.page("en/organizations/full-example/").text
    assert "SeatTernopil Oblast Reach" in profile, "no settlement beside the region"
    assert "PO box 12" in profile


def test_source_of_a_place_to_stay_is_no_link(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/stay/")
    addresses = [link.get("href") for card in page.all("//main//article[@class='card']") for link in card.iter("a")]
    assert not [address for address in addresses if address.startswith("https://example.org/full")]


def test_frontline_profile_is_published_with_care(untouched_project: SyntheticProject) -> None:
    page = untouched_project.page("en/organizations/frontline-example/")
    assert page.main_headings == ["Invented Shore", "History"]
    assert "Kherson Oblast" in page.text
    assert "2003" in page.text
    assert not page.all('//main//a[starts-with(@href, "tel:") or starts-with(@href, "mailto:")]')


def test_count_of_people_below_ten_is_nowhere(untouched_project: SyntheticProject) -> None:
    def row(language: str, year: str) -> str:
        prefix = "" if language == "uk" else f"{language}/"
        page = untouched_project.page(f"{prefix}organizations/full-example/")
        name = {"uk": "Люди, які отримали допомогу", "en": "People assisted"}[language]
        rows = [element for element in page.all("//main//tr") if name in seen(element)]
        cells = [[seen(cell) for cell in element.iter("td")] for element in rows]
        return next(figure for when, figure in cells if when == year)

    assert row("uk", "2024") == "менше 10"
    assert row("en", "2024") == "fewer than 10"
    assert row("uk", "2025") == "10"
    assert row("uk", "2023") == "понад 1 250"
    assert row("en", "2023") == "over 1,250"


def test_number_below_ten_of_trainings_or_specialists_is_shown(untouched_project: SyntheticProject) -> None:
    text = untouched_project.page("en/organizations/full-example/").text
    assert "Specialists trained 7" in text
    assert "up to 3 of 4" in text


def test_suppressed_value_is_in_no_byte(synthetic_project: SyntheticProject) -> None:
    """The page is the same whatever the number was."""
    before = synthetic_project.page("results/").source
    synthetic_project.edit(FULL, "    value: 9\n", "    value: 3\n")
    assert synthetic_project.page("results/").source == before
    synthetic_project.edit(FULL, "    value: 3\n    region", "    value: 11\n    region")
    assert synthetic_project.page("results/").source != before


def test_amount_and_share_of_a_source_are_both_shown(untouched_project: SyntheticProject) -> None:
    funding = untouched_project.page("en/organizations/full-example/").section("Sources of funding")
    assert "1,200,000 UAH" in funding
    assert "62.5 %" in funding


def test_contact_for_people_in_need_warns_that_a_letter_stays(untouched_project: SyntheticProject) -> None:
    line = untouched_project.page("en/hotlines/").one('//*[@id="full-line"]')
    assert "A letter you send stays in your “Sent” folder." in seen(line)


def test_branch_says_whether_it_works(untouched_project: SyntheticProject) -> None:
    branches = untouched_project.page("en/organizations/full-example/").section("Branches")
    for words in (
        "First invented branch (Lviv Oblast) Active",
        "Second invented branch (Poltava Oblast) Relocated since: April 2022",
        "Third invented branch (Kharkiv Oblast) Suspended",
        "Fourth invented branch (Kherson Oblast) Closed",
        "Fifth invented branch (Odesa Oblast) Not known whether it works now",
    ):
        assert words in branches
