"""A workbook goes out and comes back: unchanged it changes nothing, edited exactly what was edited."""

from __future__ import annotations

import datetime
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from cso.cli import main
from cso.content.reader import read_yaml_bytes
from cso.content.repository import load
from cso.editing import EditableDocument
from cso.pages.interface_texts import load_texts
from cso.spreadsheet.columns import Columns, entries_of, value_at
from cso.spreadsheet.command import as_shown
from cso.spreadsheet.form import HEADS, workbook
from cso.spreadsheet.importing import apply, read_form
from synthetic import AS_OF, FULL, THEME, SyntheticProject

PROJECT = Path(__file__).parents[2]
NEW_PROFILE = {
    ("as_of",): "2026-10",
    ("name", "uk"): "ГО «Нова»",
    ("consent", "role", "uk"): "Голова",
    ("consent", "role", "en"): "Chair",
    ("consent", "date"): "2026-10-01",
    ("consent", "scope", "uk"): "Усе",
    ("consent", "scope", "en"): "All",
    ("consent", "review_date"): "2027-10-01",
}
"""What a new profile must have."""

REAL = sorted(path.parent.name for path in (PROJECT / "content/organizations").glob("*/organization.yaml"))


def make(content: Path, slug: str, file: Path, *words: str) -> None:
    assert main(["form", slug, "-o", str(file), "--content", str(content), *words]) == 0


def take(content: Path, file: Path, *words: str) -> int:
    options = ("--content", str(content), "--lang", "uk", "--as-of", AS_OF.isoformat(), "--allow-synthetic")
    return main(["import", str(file), *options, *words])


@pytest.fixture(scope="module")
def real_columns() -> Columns:
    return Columns(load(PROJECT / "content")[0], "uk", load_texts(THEME, "uk"))


@pytest.mark.parametrize("slug", REAL)
def test_real_profile_comes_back_unchanged(slug: str, tmp_path: Path, real_columns: Columns) -> None:
    profile = PROJECT / "content/organizations" / slug / "organization.yaml"
    before = profile.read_text("utf-8")
    document = EditableDocument.read(profile, "organization")
    (tmp_path / "form.xlsx").write_bytes(workbook(slug, as_shown(document), real_columns, "uk", None))
    edits = apply(read_form(tmp_path / "form.xlsx"), document, real_columns)
    assert edits.findings == [] and not edits.anything
    assert document.text == before
    # Not only because nothing differs from what was written: every cell is read as the value it was made of.
    for part in real_columns.parts:
        for _, entry in entries_of(as_shown(document), part.path):
            for column in part.columns:
                value = value_at(entry, column.path)
                if value is not None:
                    assert real_columns.parsed(column, real_columns.shown(column, value)) == value, column.path


def test_command_finds_nothing_changed_in_a_real_profile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(PROJECT / "content", "la-strada-ukraine", tmp_path / "form.xlsx")
    capsys.readouterr()
    words = ("--dry-run", "--content", str(PROJECT / "content"), "--lang", "en")
    assert main(["import", str(tmp_path / "form.xlsx"), *words]) == 0
    assert "Nothing has changed" in capsys.readouterr().out


class Form:
    """The workbook of the full invented profile, to be filled in."""

    def __init__(self, project: SyntheticProject, folder: Path) -> None:
        self.project = project
        self.file = folder / "form.xlsx"
        make(project.content, "full-example", self.file)
        self.book = load_workbook(self.file)
        self.before = read(project)

    def place(self, sheet: str, *path: str) -> int:
        page = self.book[sheet]
        wanted = json.dumps(path)
        return next(cell.column for cell in page[HEADS] if cell.value == wanted)

    def cell(self, sheet: str, row: int, *path: str) -> Any:
        return self.book[sheet].cell(HEADS + row, self.place(sheet, *path))

    def empty_row(self, sheet: str) -> int:
        page = self.book[sheet]
        return next(row for row in range(1, 999) if page.cell(HEADS + row, 1).value is None)

    def about(self, *path: str) -> Any:
        page = self.book["Про організацію"]
        row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == json.dumps(path))
        return page.cell(row, 4)

    def send_back(self, *words: str) -> int:
        self.book.save(self.file)
        return take(self.project.content, self.file, *words)


def read(project: SyntheticProject) -> dict[str, Any]:
    document, findings = read_yaml_bytes(project.read(FULL).encode(), FULL)
    assert document is not None and not findings
    return document.data


@pytest.fixture
def form(synthetic_project: SyntheticProject, tmp_path: Path) -> Form:
    return Form(synthetic_project, tmp_path)


def test_exactly_what_was_edited_changes(form: Form) -> None:
    form.about("name", "en").value = "Invented Wholeness"
    form.cell("Послуги", 1, "cost").value = "Платно"
    form.cell("Послуги", 1, "target_groups").value = "Жінки\nДіти (children)"
    row = form.empty_row("Звіти")
    form.cell("Звіти", row, "id").value = "annual-2024"
    form.cell("Звіти", row, "kind").value = "Річний звіт"
    form.cell("Звіти", row, "title", "uk").value = "Звіт за 2024 рік"
    form.cell("Звіти", row, "title", "en").value = "Report of 2024"
    form.cell("Звіти", row, "year").value = "2024"
    wanted = form.before
    assert form.send_back() == 0
    wanted["name"]["en"] = "Invented Wholeness"
    wanted["services"][0] |= {"cost": "charged", "target_groups": ["women", "children"]}
    wanted["reports"].append(
        {
            "id": "annual-2024",
            "kind": "annual",
            "title": {"uk": "Звіт за 2024 рік", "en": "Report of 2024"},
            "year": "2024",
        }
    )
    assert read(form.project) == wanted
    assert not form.project.check().has_errors


def test_a_deleted_row_takes_its_entry_away_and_leaves_the_others(
    form: Form, capsys: pytest.CaptureFixture[str]
) -> None:
    form.book["Політики"].delete_rows(HEADS + 1)
    wanted = form.before
    assert form.send_back() == 0
    del wanted["policies"][0]
    assert read(form.project) == wanted
    assert "прибрано 1" in capsys.readouterr().out


def test_an_entry_within_an_entry_is_added_to_it(form: Form) -> None:
    sheet = next(name for name in form.book.sheetnames if name.startswith("Заходи – "))
    row = form.empty_row(sheet)
    page = form.book[sheet]
    page.cell(HEADS + row, 2, "training-2025")
    form.cell(sheet, row, "indicator").value = "trainings-held"
    form.cell(sheet, row, "value").value = "2"
    assert form.send_back() == 0
    assert read(form.project)["activities"][0]["results"][-1] == {"indicator": "trainings-held", "value": "2"}


def test_moved_columns_empty_rows_and_spaces_do_not_matter(form: Form) -> None:
    page = form.book["Політики"]
    page.move_range(f"C1:C{page.max_row}", cols=20)
    form.book["Послуги"].append([])
    form.about("summary", "uk").value = f"  {form.before['summary']['uk']}  \r\n"
    assert form.send_back() == 0
    assert read(form.project) == form.before


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (lambda form: setattr(form.cell("Послуги", 1, "cost"), "value", "дорого"), "аркуш «Послуги», клітинка"),
        (lambda form: setattr(form.cell("Контакти", 1, "dial"), "value", 800500335), "число або дату"),
        (lambda form: setattr(form.book["Послуги"], "title", "Інше"), "аркуш «Послуги»: немає"),
        (
            lambda form: setattr(form.cell("Послуги", form.empty_row("Послуги"), "cost"), "value", "Платно"),
            "аркуш «Послуги»",
        ),
        (lambda form: setattr(form.about("scope"), "value", "Всесвіт"), "аркуш «Про організацію», клітинка D"),
        (
            lambda form: setattr(form.about("description", "uk"), "value", "Приходьте: вул. Потаємна, 12."),
            "аркуш «Про організацію», клітинка D",
        ),
    ],
)
def test_mistakes_name_sheet_and_cell_and_nothing_is_written(
    form: Form, mistake: Callable[[Form], None], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mistake(form)
    before = form.project.read(FULL)
    assert form.send_back() == 1
    shown = capsys.readouterr().out
    assert told in shown
    assert "Потаємна" not in shown
    assert form.project.read(FULL) == before


def test_what_a_program_made_of_dates_and_numbers_is_understood(form: Form) -> None:
    row = form.empty_row("Звіти")
    for path, value in (("id",), "sent"), (("kind",), "annual"), (("title", "uk"), "Звіт"), (("title", "en"), "Report"):
        form.cell("Звіти", row, *path).value = value
    form.cell("Звіти", row, "year").value = 2024.0
    form.cell("Звіти", row, "as_of").value = datetime.datetime(2026, 10, 2)  # noqa: DTZ001  # as a program gives a day
    assert form.send_back() == 0
    assert read(form.project)["reports"][-1]["as_of"] == "2026-10-02"
    assert read(form.project)["reports"][-1]["year"] == "2024"


def test_what_changed_meanwhile_is_not_overwritten(form: Form, capsys: pytest.CaptureFixture[str]) -> None:
    form.about("summary", "en").value = "From the form."
    form.project.edit(FULL, "en: An invented organisation with a full profile.", "en: From an editor.")
    assert form.send_back() == 1
    assert "змінилося" in capsys.readouterr().out
    assert read(form.project)["summary"]["en"] == "From an editor."


def test_a_new_organisation_comes_from_an_empty_form(synthetic_project: SyntheticProject, tmp_path: Path) -> None:
    make(synthetic_project.content, "brand-new", tmp_path / "new.xlsx", "--new")
    form = object.__new__(Form)
    form.project, form.file = synthetic_project, tmp_path / "new.xlsx"
    form.book = load_workbook(form.file)
    for path, value in NEW_PROFILE.items():
        form.about(*path).value = value
    assert form.send_back() == 0
    text = synthetic_project.read("organizations/brand-new/organization.yaml")
    assert text.startswith("# yaml-language-server") and "basis: organization" in text and "ГО «Нова»" in text


def test_files_that_are_no_forms_are_refused(
    synthetic_project: SyntheticProject, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.xlsx").write_text("not a workbook")
    Workbook().save(tmp_path / "foreign.xlsx")
    make(synthetic_project.content, "full-example", tmp_path / "macro.xlsx")
    with zipfile.ZipFile(tmp_path / "macro.xlsx", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 60 * 2**20)
    for name, told in (("text", ".xlsx"), ("foreign", "cso form"), ("macro", "програма"), ("bomb", "завеликий")):
        assert take(synthetic_project.content, tmp_path / f"{name}.xlsx") == 2
        shown = capsys.readouterr().err
        assert told in shown and "Traceback" not in shown


def test_a_text_that_begins_like_a_formula_stays_a_text(form: Form) -> None:
    form.project.edit(FULL, "en: An invented organisation with a full profile.", 'en: "=1+1 helps"')
    again = Form(form.project, form.file.parent)
    assert again.about("summary", "en").data_type == "s"
    assert again.send_back() == 0
    assert read(form.project)["summary"]["en"] == "=1+1 helps"
