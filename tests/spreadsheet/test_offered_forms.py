"""Each organisation finds its own workbook on the site; it holds what is published, and comes back like any other."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cso.content.repository import load
from cso.directory.build import build_directory
from cso.editing import EditableDocument
from cso.pages.addresses import BLANK_FORM, form_path
from cso.pages.interface_texts import load_texts
from cso.spreadsheet.columns import Columns, entries_of, value_at
from cso.spreadsheet.command import as_shown
from cso.spreadsheet.form import HEADS, workbook
from cso.spreadsheet.importing import apply, read_form
from html_pages import BuiltSite
from spreadsheet.test_round_trip import NEW_PROFILE, Form, read, take
from synthetic import THEME, SyntheticProject

PROJECT = Path(__file__).parents[2]
CONTACTS = "Контакти"


def fetched(project: SyntheticProject, site: BuiltSite, slug: str, folder: Path) -> Form:
    """A workbook as downloaded from the site, to be filled in."""
    form = object.__new__(Form)
    form.project, form.file = project, folder / f"{slug}.xlsx"
    form.file.write_bytes((site.output / form_path(slug)).read_bytes())
    form.book = load_workbook(form.file)
    return form


def cells(file: Path) -> str:
    """Everything that stands in a workbook, also in hidden sheets."""
    pages = load_workbook(file)
    return "\n".join(str(value) for page in pages for row in page.iter_rows(values_only=True) for value in row if value)


def test_page_offers_each_organisation_its_own_and_an_empty_one(synthetic_site: BuiltSite) -> None:
    page = synthetic_site.page("contribute/")
    offered = {link.get("href") for link in page.all("//a[@download]")}
    names = ("full-example", "half-example", "minimal-example", "office-example", BLANK_FORM)
    assert offered == {f"forms/{name}.xlsx" for name in names}
    for name in names:
        load_workbook(io.BytesIO((synthetic_site.output / form_path(name)).read_bytes()))
    assert not (synthetic_site.output / form_path("frontline-example")).exists()
    assert not (synthetic_site.output / form_path("withheld-example")).exists()


def test_workbook_holds_nothing_that_is_held_back(synthetic_site: BuiltSite, tmp_path: Path) -> None:
    for file in sorted((synthetic_site.output / "contribute/forms").glob("*.xlsx")):
        told = cells(file)
        for secret in ("00 000 00 02", "00 000 00 03", "withheld-example", "withheld-line"):
            assert secret not in told, file.name
    full = cells(synthetic_site.output / form_path("full-example"))
    assert "00 000 00 01" in full and "help@example.org" in full


def test_fetched_workbook_of_real_profiles_changes_nothing(tmp_path: Path) -> None:
    content, _ = load(PROJECT / "content")
    columns = Columns(content, "uk", load_texts(THEME, "uk"))
    forms = build_directory(content, datetime.date(2026, 11, 24)).forms
    assert len(forms) > 20
    for form in forms:
        slug = form.organization.slug
        values = json.loads(form.values)
        (tmp_path / "form.xlsx").write_bytes(workbook(slug, values, columns, "uk", None, is_public=True))
        document = EditableDocument.read(PROJECT / f"content/organizations/{slug}/organization.yaml", "organization")
        # All that is in the profile is offered: today nothing of a real profile awaits an editor.
        for part in columns.parts:
            for location, entry in entries_of(as_shown(document), part.path):
                offered = dict(entries_of(values, part.path))[location]
                for column in part.columns:
                    told, known = (columns.shown(column, value_at(one, column.path)) for one in (offered, entry))
                    assert told == known or column.path == ("source",), (slug, location, column.path)
        edits = apply(read_form(tmp_path / "form.xlsx"), document, columns)
        assert edits.findings == [] and not edits.anything, slug


def test_what_is_filled_in_arrives_also_where_something_was_held_back(
    synthetic_site: BuiltSite, synthetic_project: SyntheticProject, tmp_path: Path
) -> None:
    form = fetched(synthetic_project, synthetic_site, "full-example", tmp_path)
    form.about("name", "en").value = "Invented Wholeness"
    wanted = read(synthetic_project)
    numbers = wanted["hotlines"][0]["numbers"]
    place = next(index for index, number in enumerate(numbers) if number["dial"] == "00 000 00 02")
    row, page = next(
        (cell.row, sheet)
        for sheet in form.book
        for cell in sheet["A"]
        if cell.value == json.dumps(["hotlines", 0, "numbers", place])
    )
    assert form.cell(page.title, row - HEADS, "dial").value is None
    form.cell(page.title, row - HEADS, "dial").value = "00 000 00 06"
    synthetic_project.edit("confirmations/full-example.yaml", "00 000 00 02", "00 000 00 06")  # an editor heard of it
    assert form.send_back() == 0
    wanted["name"]["en"] = "Invented Wholeness"
    numbers[place]["dial"] = "00 000 00 06"
    assert read(synthetic_project) == wanted


def test_empty_workbook_needs_the_name_of_a_folder(
    synthetic_project: SyntheticProject,
    synthetic_site: BuiltSite,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    form = fetched(synthetic_project, synthetic_site, BLANK_FORM, tmp_path)
    assert take(synthetic_project.content, form.file) == 2
    assert "--slug" in capsys.readouterr().err
    for path, value in NEW_PROFILE.items():
        form.about(*path).value = value
    assert form.send_back("--slug", "brand-new") == 0
    assert "ГО «Нова»" in synthetic_project.read("organizations/brand-new/organization.yaml")
    known = fetched(synthetic_project, synthetic_site, "full-example", tmp_path)
    assert take(synthetic_project.content, known.file, "--slug", "half-example") == 2


def test_workbook_is_text_where_people_write(synthetic_site: BuiltSite) -> None:
    book = load_workbook(synthetic_site.output / form_path("full-example"))
    page = book[CONTACTS]
    assert page.column_dimensions["C"].number_format == "@"
    assert page.cell(HEADS + 1, 3).number_format == "@"
