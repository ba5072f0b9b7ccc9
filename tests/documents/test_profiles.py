"""Annual reports and fact sheets as a reader gets them: text, tags and pages read back from the PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import pikepdf
import pytest
from pypdf import PdfReader

from cso.directory import Directory
from cso.documents.maker import ProfileDocumentMaker
from cso.documents.profile_document import profile_data
from cso.documents.profiles import ProfileDocument, annual_report, fact_sheet, profile_documents, years_told
from cso.documents.typesetting import Typesetter
from cso.pages.interface_texts import load_texts
from html_pages import holds_number
from synthetic import AS_OF, FULL, THEME, SyntheticProject

SITE = "https://example.org"
SECTIONS = {
    "uk": "Про організацію|За роками|Телефонні лінії|Допомога людям|Безпечне житло|Діяльність|Результати в числах|"
    "Участь у координаційних органах|Пропозиції органам влади|Участь у державних програмах|Звіти й видання|"
    "Джерела фінансування|Внутрішні політики|Мережі|Зворотний зв’язок|Хто ухвалює рішення|Контакти",
    "en": "About the organisation|Over the years|Phone lines|Help to people|A safe place to stay|Activities|"
    "Results in figures|Part in coordination bodies|Proposals to authorities|Part in state programmes|"
    "Reports and publications|Sources of funding|Internal policies|Networks|Feedback|Who decides|Contacts",
}
FIRST_RESULT = "results:\n  - indicator: people-assisted\n"
SERIES = "".join(
    f"  - {{indicator: trainings-held, period: {{from: {year}, to: {year}}}, value: {value}}}\n"
    for year, value in ((2023, 18), (2024, 31), (2025, 27))
)


@dataclass(frozen=True)
class Made:
    pdf: bytes

    @cached_property
    def pages(self) -> list[str]:
        return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(self.pdf)).pages]

    @property
    def text(self) -> str:
        return " ".join(self.pages)

    @property
    def outline(self) -> list[str]:
        return [
            str(entry["/Title"]) for entry in PdfReader(io.BytesIO(self.pdf)).outline if not isinstance(entry, list)
        ]


Make = Callable[..., Made]


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(THEME)


@pytest.fixture
def make(typesetter: Typesetter) -> Callable[[ProfileDocument, str], Made]:
    def of(document: ProfileDocument, language: str) -> Made:
        return Made(ProfileDocumentMaker(typesetter, language, load_texts(THEME, language)).make(document))

    return of


def report_of(
    project: SyntheticProject, slug: str, year: int, language: str, *, launched: bool = True
) -> ProfileDocument:
    directory = launched_directory(project) if launched else project.directory()
    organization = next(one for one in directory.organizations if one.slug == slug)
    return annual_report(directory, organization, year, language, SITE)


def sheet_of(project: SyntheticProject, slug: str, language: str) -> ProfileDocument:
    directory = launched_directory(project)
    return fact_sheet(directory, next(one for one in directory.organizations if one.slug == slug), language, SITE)


def launched_directory(project: SyntheticProject) -> Directory:
    directory = project.directory()
    return replace(directory, site=replace(directory.site, launched=True))


@pytest.fixture
def with_series(synthetic_project: SyntheticProject) -> SyntheticProject:
    synthetic_project.edit(
        FULL, "results:\n  - indicator: people-assisted\n", f"results:\n{SERIES}  - indicator: people-assisted\n"
    )
    return synthetic_project


@pytest.mark.parametrize("language", ["uk", "en"])
def test_full_profile_has_every_section_of_its_year(with_series: SyntheticProject, make: Make, language: str) -> None:
    made = make(report_of(with_series, "full-example", 2025, language), language)
    assert made.outline == SECTIONS[language].split("|")
    assert {"uk": "Річний звіт 2025", "en": "Annual report 2025"}[language] in made.pages[0]
    assert "31" in made.text and "27" in made.text, "a year is seen beside those before it"
    assert "Демонстрація" not in made.text and "Demonstration" not in made.text


def test_report_holds_its_own_year_only(with_series: SyntheticProject, make: Make) -> None:
    made = make(report_of(with_series, "full-example", 2023, "en"), "en")
    assert "Two invented days" not in made.text, "that was in 2025"
    assert "1,250" in made.text
    assert "27" not in made.text.partition("Over the years")[2].partition("Phone lines")[0]


def test_count_of_people_below_ten_is_not_told(with_series: SyntheticProject, make: Make) -> None:
    made = make(report_of(with_series, "full-example", 2024, "en"), "en")
    assert "fewer than 10" in made.text


def test_half_and_empty_profiles_show_no_empty_section(synthetic_project: SyntheticProject, make: Make) -> None:
    half = make(sheet_of(synthetic_project, "half-example", "en"), "en")
    minimal = make(sheet_of(synthetic_project, "minimal-example", "en"), "en")
    assert len(minimal.outline) < len(half.outline)
    for text in (half.text, minimal.text):
        assert not re.search(r"\b(none|None|missing|nothing)\b", text), "silence is not a no"


@pytest.mark.parametrize(("language", "words"), [("uk", "Видала не"), ("en", "Not issued by")])
def test_every_page_of_a_fact_sheet_says_who_did_not_issue_it(
    untouched_project: SyntheticProject, make: Make, language: str, words: str
) -> None:
    made = make(sheet_of(untouched_project, "half-example", language), language)
    assert len(made.pages) > 1
    assert all(words in page for page in made.pages)
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        assert not any(
            "/Image" in str(item.get("/Subtype", "")) for item in opened.objects if isinstance(item, pikepdf.Stream)
        )


def test_every_line_of_a_fact_sheet_names_its_source_and_date(untouched_project: SyntheticProject) -> None:
    document = sheet_of(untouched_project, "half-example", "en")
    data = profile_data(document, "en", load_texts(THEME, "en"), "#000000", lambda address: address)
    told = 0
    for section in data["sections"]:
        for block in section["blocks"]:
            entries = {
                "items": lambda block: [item["source"] for item in block["items"]],
                "facts": lambda block: [row[2] for row in block["rows"]],
                "table": lambda block: [row[0]["source"] for row in block["rows"]],
                "text": lambda block: [block["source"]],
            }[block["block"]](block)
            for source in entries:
                assert source and re.search(r", (\d{4}|[A-Z]|\d+ [A-Z]|undated)", source["text"]), section["title"]
                told += 1
    assert told > 5
    assert data["sources"]


def test_before_the_launch_every_page_is_marked(untouched_project: SyntheticProject, make: Make) -> None:
    made = make(report_of(untouched_project, "full-example", 2025, "uk", launched=False), "uk")
    assert all("ДЕМОНСТРАЦІЯ" in page for page in made.pages)


def test_is_accessible_and_the_same_every_time(untouched_project: SyntheticProject, make: Make) -> None:
    document = report_of(untouched_project, "full-example", 2025, "uk")
    made = make(document, "uk")
    assert make(document, "uk").pdf == made.pdf
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        assert str(opened.Root.Lang) == "uk"
        assert opened.Root.MarkInfo.Marked
        assert "pdfuaid" in opened.Root.Metadata.read_bytes().decode()
        assert "Річний звіт 2025" in str(opened.docinfo["/Title"])


def test_hostile_words_come_out_as_words(synthetic_project: SyntheticProject, make: Make) -> None:
    hostile = "#panic(1) $x$ *bold* `raw` <label> \\u{41} = Heading"
    synthetic_project.edit(FULL, "en: Invented training}", f'en: "{hostile.replace(chr(92), chr(92) * 2)}"}}')
    made = make(report_of(synthetic_project, "full-example", 2025, "en"), "en")
    assert hostile in made.text


def test_long_tables_go_on_over_pages_with_their_head(synthetic_project: SyntheticProject, make: Make) -> None:
    rows = "".join(
        f"  - {{indicator: trainings-held, period: {{from: 2025, to: 2025}}, value: {value}, "
        f"what: {{en: Row {value} of many}}}}\n"
        for value in range(100, 190)
    )
    synthetic_project.edit(
        FULL, "results:\n  - indicator: people-assisted\n", f"results:\n{rows}  - indicator: people-assisted\n"
    )
    made = make(report_of(synthetic_project, "full-example", 2025, "en"), "en")
    pages = [page for page in made.pages if re.search(r"Row \d+ of many", page) and "Indicator" in page]
    assert len(pages) > 2


def test_what_may_not_be_shown_is_in_no_document(untouched_project: SyntheticProject, make: Make) -> None:
    directory = untouched_project.directory()
    hidden = ["00 000 00 02", "00 000 00 03"]
    assert all(number in untouched_project.read(FULL) for number in hidden), "awaiting and withdrawn"
    documents = list(profile_documents(directory, "en", SITE))
    without = {one.slug for one in directory.organizations} - {document.organization.slug for document in documents}
    assert without == {"office-example"}, "it answers for itself, and has told of no year"
    text = " ".join(make(document, "en").text for document in documents if document.year in (None, 2025))
    assert not any(holds_number(text, number) for number in hidden)
    assert "Withheld" not in text


def test_years_are_those_told(untouched_project: SyntheticProject) -> None:
    full = next(one for one in untouched_project.directory().organizations if one.slug == "full-example")
    told = years_told(full, AS_OF.year)
    assert 2025 in told and list(told) == sorted(told, reverse=True) and max(told) <= AS_OF.year
    assert max(years_told(full, 2024)) <= 2024


def test_command(untouched_project: SyntheticProject) -> None:
    done = untouched_project.run(
        "cso", "report", "full-example", "2025", "--output", "reports", "--as-of", AS_OF.isoformat()
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["reports/full-example-2025.uk.pdf", "reports/full-example-2025.en.pdf"]
    assert (untouched_project.root / "reports/full-example-2025.uk.pdf").read_bytes().startswith(b"%PDF")
    sheet = untouched_project.run("cso", "report", "half-example", "2025", "--output", "reports", "--lang", "uk")
    assert sheet.returncode == 0 and "довідка" in sheet.stderr
    assert "reports/half-example.uk.pdf" in sheet.stdout
    for words, told in (
        (("full-example",), "YEAR"),
        (("full-example", "1901"), "2025"),
        (("full",), "full-example"),
        (("full-example", "next"), "invalid"),
    ):
        refused = untouched_project.run("cso", "report", *words, "--lang", "en")
        assert refused.returncode == 2 and told in refused.stderr and "Traceback" not in refused.stderr
