"""The workbook that an organisation fills in: what is known stands in it, each column says what belongs there."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.xml.constants import ARC_CONTENT_TYPES, ARC_CORE
from openpyxl.xml.functions import tostring

from cso.packing import LONG_AGO, packed
from cso.spreadsheet.columns import Column, Columns, Part, entries_of, value_at

ORIGINAL = "_original"
"""The hidden sheet with what the workbook was made of: only what differs from it is a change."""
CHOICES = "_choices"
FORM_VERSION = 1
PUBLIC = "public"
"""Marks a workbook that holds only what is published: an empty cell in it need not be empty in the profile."""

HEADS = 3
"""Rows above the entries of a sheet: title of the column, what to write there, its path (hidden)."""
MORE_ROWS = 50
"""Rows below the entries that offer choices as well."""
KEY_COLUMN = 1
OWNER_COLUMN = 2
"""Of a list within entries: the id of the entry, or its number where entries have none."""

_ACCENT, _REQUIRED = "0B4E59", "FBEED2"
_LINE, _HIGHEST = 15.5, 240.0
"""Height of a line and of the highest row, in points."""
_TEXT = "@"
"""The number format of text: without it a program takes `0800` for 800 and `2025-03` for a day."""
_MADE = datetime.datetime(*LONG_AGO)  # noqa: DTZ001  # a file format without zones
_TITLE, _ASKED_FOR, _FIELD = "Column", "Required column", "Field"
_GUIDANCE, _FILLED, _CHOICE = "Guidance", "Filled in", "Choice"
"""Names of styles: heads, the name of a field, what to write there, a cell to fill in, an entry to choose from."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")

_TEXTS = {
    "uk": {
        "start": "Початок",
        "about": "Про організацію",
        "field": "Поле",
        "help": "Що писати",
        "value": "Значення",
        "entry": "Запис",
        "of": "До запису",
        "title": "Дані організації: {name}",
        "lines": (
            "Перегляньте аркуші внизу, виправте те, що змінилося, і допишіть нове в порожні рядки.",
            "Жовті стовпці обов’язкові для кожного запису. Чого не знаєте, залиште порожнім.",
            "Кілька значень в одній клітинці пишіть кожне з нового рядка (Alt+Enter).",
            "Щоб прибрати запис, видаліть увесь рядок. Заголовків і прихованих рядків, будь ласка, не чіпайте.",
            "НЕ пишіть адрес притулків і місць, де живуть люди, імен тих, кому допомагаєте, та особистих номерів.",
            "Нові номери для тих, хто потребує допомоги, редактор спершу перевірить дзвінком.",
            "Збережіть файл як .xlsx і надішліть його редакторам: {address}",
        ),
        "public": "Номерів, які ще чекають на дзвінок редактора, у цьому файлі немає. Якщо їх змінено, напишіть нові.",
        "new": "нова організація",
        "nobody": "адресу ще не визначено, запитайте того, хто надіслав вам цей файл",
    },
    "en": {
        "start": "Start",
        "about": "About the organisation",
        "field": "Field",
        "help": "What to write",
        "value": "Value",
        "entry": "Entry",
        "of": "Belongs to",
        "title": "Data of the organisation: {name}",
        "lines": (
            "Go through the sheets below, mend what has changed, and add what is new in the empty rows.",
            "Yellow columns are required for each entry. Leave empty what you do not know.",
            "Several values in one cell: each on a line of its own (Alt+Enter).",
            "To take an entry away, delete its whole row. Please leave headings and hidden rows alone.",
            "Do NOT write addresses of shelters or where people live, names of those you help, or personal numbers.",
            "New numbers for people in need are first checked by an editor's call.",
            "Save the file as .xlsx and send it to the editors: {address}",
        ),
        "public": "Numbers that still await an editor's call are not in this file. If they changed, write them.",
        "new": "a new organisation",
        "nobody": "there is no address yet; ask whoever sent you this file",
    },
}


@dataclass(frozen=True)
class Sheet:
    """A part of a profile with the name of its sheet."""

    name: str
    part: Part


def sheets(parts: Iterable[Part], language: str) -> Iterator[Sheet]:
    """Every part with a sheet name that programs accept: at most 31 characters, each once."""
    taken: set[str] = set()
    for part in parts:
        title = part.title if part.path else str(_TEXTS[language]["about"])
        stem = _FORBIDDEN.sub(" ", title)[:31].strip(" –")
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem[:28]} {number}"
        taken.add(name.casefold())
        yield Sheet(name, part)


def workbook(
    slug: str,
    data: dict[str, Any],
    columns: Columns,
    language: str,
    address: str | None,
    *,
    is_public: bool = False,
) -> bytes:
    """The workbook of an organisation.

    Args:
        slug: the folder of its profile.
        data: the profile; empty for a new one.
        columns: what may be filled in.
        language: language of the workbook.
        address: where to send it, or None while that is not set up.
        is_public: whether `data` is only what is published of the profile.
    """
    book = Workbook()
    for style in _styles():
        book.add_named_style(style)
    start = book.active
    assert start is not None  # noqa: S101  # a new workbook has a sheet
    _write_start(start, data.get("name") or _TEXTS[language]["new"], language, address, is_public=is_public)
    original: dict[str, dict[str, str]] = {}
    choices = book.create_sheet(CHOICES)
    lists = _Choices(choices)
    for sheet in sheets(columns.parts, language):
        page = book.create_sheet(sheet.name)
        rows = list(_rows(sheet.part, data, columns))
        original[".".join(sheet.part.path)] = {key: json.dumps(texts, ensure_ascii=False) for key, texts in rows}
        writer = _SheetWriter(page, lists, sheet.part, language)
        if sheet.part.path:
            writer.table(rows, {key: _owner(key, data) for key, _ in rows})
        else:
            writer.itself(rows)
    memory = book.create_sheet(ORIGINAL)
    memory.append([FORM_VERSION, slug, language, PUBLIC if is_public else ""])
    for part, entries in original.items():
        for key, texts in entries.items():
            memory.append([part, key, texts])
    book.move_sheet(choices, len(book.sheetnames))
    for hidden in (memory, choices):
        hidden.sheet_state = "hidden"
        for row in hidden.iter_rows():
            for cell in row:
                cell.style = _CHOICE
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    """The file, with the same bytes whenever it is made: openpyxl writes down when and by what."""
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    book.properties = DocumentProperties(creator="cso-pages", created=_MADE, modified=_MADE)
    parts[ARC_CORE] = tostring(book.properties.to_tree())
    return packed(parts, ARC_CONTENT_TYPES)


def _font(**looks: Any) -> Font:
    """A typeface by name: a program that is told none takes one with serifs."""
    return Font(**{"name": "Calibri", "size": 11, **looks})


def _styles() -> Iterator[NamedStyle]:
    """The looks of cells that there are many of: openpyxl takes long over each look that is put together anew."""
    aligned = Alignment(wrap_text=True, vertical="top")
    line = Border(bottom=Side("hair", color="D9D1C1"))
    for name, fill, ink in ((_TITLE, _ACCENT, "FFFFFF"), (_ASKED_FOR, _REQUIRED, "1D2729")):
        middle = Alignment(wrap_text=True, vertical="center")
        yield NamedStyle(
            name, font=_font(bold=True, color=ink), fill=PatternFill("solid", fgColor=fill), alignment=middle
        )
    yield NamedStyle(_FIELD, font=_font(bold=True), alignment=aligned)
    yield NamedStyle(_FILLED, font=_font(), number_format=_TEXT, alignment=aligned, border=line)
    yield NamedStyle(_GUIDANCE, font=_font(italic=True, color="414D4E"), alignment=aligned)
    yield NamedStyle(_CHOICE, number_format=_TEXT)


def _rows(part: Part, data: dict[str, Any], columns: Columns) -> Iterator[tuple[str, list[str]]]:
    """Key and texts of every entry of a part; one of which nothing can be shown stays as it is in the profile."""
    for location, entry in entries_of(data, part.path):
        texts = [columns.shown(column, value_at(entry, column.path)) for column in part.columns]
        if not part.path or any(texts):
            yield json.dumps(location), texts


def _owner(key: str, data: dict[str, Any]) -> str:
    """What names the entry of the list above: its id, or its number from 1."""
    list_name, index = json.loads(key)[:2]
    entry = data[list_name][index]
    return str(entry.get("id") or index + 1)


def _write_start(page: Any, name: Any, language: str, address: str | None, *, is_public: bool) -> None:
    texts = _TEXTS[language]
    shown = name.get(language) or name.get("uk") if isinstance(name, dict) else name
    page.title = texts["start"]
    page.column_dimensions["A"].width = 110
    page["A1"] = str(texts["title"]).format(name=shown)
    page["A1"].font = _font(bold=True, size=16, color=_ACCENT)
    lines = [str(line).format(address=address or texts["nobody"]) for line in texts["lines"]]
    if is_public:
        lines.insert(-1, str(texts["public"]))
    for row, line in enumerate(lines, start=3):
        page.cell(row, 1, line).alignment = Alignment(wrap_text=True)
        page.cell(row, 1).font = _font(bold="НЕ " in line or "NOT" in line, size=12)
        page.row_dimensions[row].height = 34


class _SheetWriter:
    """Writes one sheet."""

    def __init__(self, page: Any, choices: _Choices, part: Part, language: str) -> None:
        self._page = page
        self._choices = choices
        self._part = part
        self._texts = _TEXTS[language]

    def itself(self, rows: list[tuple[str, list[str]]]) -> None:
        """The profile itself: a field per row, since there is one of each."""
        page = self._page
        for place, (title, width) in enumerate(
            ((self._texts["field"], 38), (self._texts["help"], 60), (self._texts["value"], 70)), start=2
        ):
            page.cell(1, place, title)
            page.column_dimensions[get_column_letter(place)].width = width
        self._head(page[1])
        page.column_dimensions["A"].hidden = True
        texts = rows[0][1] if rows else [""] * len(self._part.columns)
        for row, (column, text) in enumerate(zip(self._part.columns, texts, strict=True), start=2):
            page.cell(row, 1, json.dumps(column.path))
            page.cell(row, 2, column.title).style = _FIELD
            page.cell(row, 3, column.help).style = _GUIDANCE
            self._cell(page.cell(row, 4), text)
            self._validate(column, f"D{row}")
            _fit(page, row)
        page.freeze_panes = "A2"

    def table(self, rows: list[tuple[str, list[str]]], owners: dict[str, str]) -> None:
        """A list: an entry per row, and empty rows for more; `owners` names the entry that holds an inner one."""
        page, columns = self._page, self._part.columns
        is_inner = len(self._part.path) > 1
        first = KEY_COLUMN + (2 if is_inner else 1)
        page.cell(HEADS, KEY_COLUMN, "[]")
        if is_inner:  # which entry of the list above a row belongs to
            page.cell(1, OWNER_COLUMN, self._texts["of"])
            page.column_dimensions[get_column_letter(OWNER_COLUMN)].width = 26
        for place, column in enumerate(columns, start=first):
            page.cell(1, place, column.title)
            page.cell(2, place, column.help)
            page.cell(HEADS, place, json.dumps(column.path))
            dimension = page.column_dimensions[get_column_letter(place)]
            dimension.width = 44 if column.path[-1] in ("uk", "en") else 24
            dimension.number_format = _TEXT  # so that rows added below are text as well
            dimension.alignment = Alignment(wrap_text=True, vertical="top")
        self._head(page[1])
        for cell in page[2]:
            cell.style = _GUIDANCE
        page.row_dimensions[2].height = 62
        page.row_dimensions[HEADS].hidden = True
        page.column_dimensions["A"].hidden = True
        for row, (key, texts) in enumerate(rows, start=HEADS + 1):
            page.cell(row, KEY_COLUMN, key).style = _CHOICE
            if is_inner:
                page.cell(row, OWNER_COLUMN, owners.get(key, ""))
            for place, text in enumerate(texts, start=first):
                self._cell(page.cell(row, place), text)
            _fit(page, row)
        last = HEADS + len(rows) + MORE_ROWS
        for place, column in enumerate(columns, start=first):
            letter = get_column_letter(place)
            self._validate(column, f"{letter}{HEADS + 1}:{letter}{last}")
        page.freeze_panes = page.cell(HEADS + 1, first + 1)

    def _head(self, cells: Any) -> None:
        required = {column.title for column in self._part.columns if column.is_required}
        for cell in cells:
            cell.style = _ASKED_FOR if cell.value in required else _TITLE

    @staticmethod
    def _cell(cell: Any, text: str) -> None:
        cell.style = _FILLED
        if text:
            cell.value = text
            cell.data_type = "s"  # a text that begins with = is no formula

    def _validate(self, column: Column, cells: str) -> None:
        """A list to choose from; in a cell of several values it only helps, and never refuses."""
        values = tuple(column.choices.values()) or (_yes_no(self._texts) if column.kind == "boolean" else ())
        if not values:
            return
        rule = DataValidation(
            type="list", formula1=self._choices.range_of(values), allow_blank=True, showErrorMessage=False
        )
        self._page.add_data_validation(rule)
        rule.add(cells)


class _Choices:
    """The hidden sheet of lists to choose from; a list that several columns offer stands there once."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._ranges: dict[tuple[str, ...], str] = {}

    def range_of(self, values: tuple[str, ...]) -> str:
        """Where the list stands, written as a formula."""
        if values not in self._ranges:
            place = len(self._ranges) + 1
            for row, value in enumerate(values, start=1):
                self._page.cell(row, place, value).data_type = "s"
            letter = get_column_letter(place)
            self._ranges[values] = f"{CHOICES}!${letter}$1:${letter}${len(values)}"
        return self._ranges[values]


def _fit(page: Any, row: int) -> None:
    """Make a row as high as its longest text needs: not every program does so by itself."""
    lines = 1
    for cell in page[row]:
        width = page.column_dimensions[cell.column_letter].width or 10
        hidden = page.column_dimensions[cell.column_letter].hidden
        if cell.value and not hidden:
            lines = max(lines, sum(1 + int(len(line) // width) for line in str(cell.value).split("\n")))
    page.row_dimensions[row].height = min(_LINE * lines, _HIGHEST)


def _yes_no(texts: Any) -> tuple[str, str]:
    return ("так", "ні") if texts is _TEXTS["uk"] else ("yes", "no")
