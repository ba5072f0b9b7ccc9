"""A mailed-back workbook to changes of a profile: only cells that differ from what the workbook was made of count."""

from __future__ import annotations

import datetime
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from cso.content.document import Location
from cso.editing import EditableDocument
from cso.spreadsheet.columns import Column, Columns, NotAChoiceError, value_at
from cso.spreadsheet.form import FORM_VERSION, HEADS, KEY_COLUMN, ORIGINAL, OWNER_COLUMN, PUBLIC, Sheet, sheets

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 50 * 1024 * 1024
MOST_ROWS = 5000


@dataclass(frozen=True)
class CellFinding:
    """What is wrong in a workbook.

    Attributes:
        code: key of the texts in `import_command`.
        sheet, cell: where; empty if it is about the whole file.
        detail: a word of ours, never the text of a cell.
    """

    code: str
    sheet: str = ""
    cell: str = ""
    detail: str = ""


class NotAForm(Exception):  # noqa: N818  # a verdict on the file
    """The file is no workbook that `cso form` made; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Returned:
    """A workbook that came back, read.

    Attributes:
        slug: the profile it belongs to.
        language: its language.
        original: texts by part and key, as they were when it was made.
        book: the workbook.
        is_public: whether it was made of what is published only.
    """

    slug: str
    language: str
    original: dict[str, dict[str, list[str]]]
    book: Any
    is_public: bool = False


@dataclass
class Edits:
    """What a workbook changes.

    Attributes:
        findings: what is wrong in it; with any, nothing is written.
        changed: locations set, in words of the file.
        removed: locations of entries taken away.
        added: how many entries are new.
        cells: location to its sheet and cell, so that findings of the check can name them.
    """

    findings: list[CellFinding] = field(default_factory=list)
    changed: list[Location] = field(default_factory=list)
    removed: list[Location] = field(default_factory=list)
    added: int = 0
    cells: dict[Location, tuple[str, str]] = field(default_factory=dict)

    @property
    def anything(self) -> bool:
        """Whether there is any change."""
        return bool(self.changed or self.removed or self.added)


def read_form(path: Path) -> Returned:
    """Read a workbook that may come from anybody.

    Raises:
        NotAForm: too large, with programs inside, or none of ours.
        OSError: it cannot be read.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise NotAForm("too-large")
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        raise NotAForm("not-xlsx") from None
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise NotAForm("too-large")
    if any("vbaproject" in part.filename.lower() for part in parts):
        raise NotAForm("macros")
    try:
        book = load_workbook(path, data_only=True, keep_links=False)
        memory = book[ORIGINAL]
        rows = list(memory.iter_rows(values_only=True))
        version, slug, language, scope = (*rows[0], None)[:4]
        original: dict[str, dict[str, list[str]]] = {}
        for part, key, texts in (row[:3] for row in rows[1:]):
            original.setdefault(str(part or ""), {})[str(key)] = json.loads(str(texts))
    except (KeyError, IndexError, ValueError, TypeError, zipfile.BadZipFile, EOFError):
        raise NotAForm("not-a-form") from None
    if str(version) != str(FORM_VERSION) or not isinstance(slug, str) or language not in ("uk", "en"):
        raise NotAForm("other-version")
    return Returned(slug, str(language), original, book, scope == PUBLIC)


def apply(returned: Returned, document: EditableDocument, columns: Columns) -> Edits:
    """Make the changes of a workbook in a profile.

    Args:
        returned: the workbook.
        document: the profile, changed in place.
        columns: the columns in the language of the workbook.
    """
    return _Import(returned, document, columns).run()


class _Import:
    def __init__(self, returned: Returned, document: EditableDocument, columns: Columns) -> None:
        self._returned = returned
        self._document = document
        self._columns = columns
        self._edits = Edits()

    def run(self) -> Edits:
        removed: list[tuple[Location, CellFinding]] = []
        for sheet in sheets(self._columns.parts, self._returned.language):
            if sheet.name not in self._returned.book.sheetnames:
                self._edits.findings.append(CellFinding("sheet-missing", sheet.name))
                continue
            page = self._returned.book[sheet.name]
            if page.max_row > MOST_ROWS:
                self._edits.findings.append(CellFinding("too-many-rows", sheet.name))
            elif not sheet.part.path:
                self._itself(sheet, page)
            else:
                removed += self._table(sheet, page)
        # Entries go at the end, the last first, so that the places of the others hold until then.
        for location, finding in sorted(removed, key=lambda pair: _order(pair[0]), reverse=True):
            if self._document.get(location) is None:
                self._edits.findings.append(finding)
            else:
                self._document.remove(location)
                self._edits.removed.append(location)
        return self._edits

    def _itself(self, sheet: Sheet, page: Any) -> None:
        known = self._returned.original.get("", {}).get("[]", [""] * len(sheet.part.columns))
        by_path = {
            json.dumps(column.path): (column, before) for column, before in zip(sheet.part.columns, known, strict=True)
        }
        for row in range(2, page.max_row + 1):
            found = by_path.get(str(page.cell(row, 1).value))
            if found is not None:
                self._take((), found[0], found[1], page.cell(row, 4), sheet.name)

    def _table(self, sheet: Sheet, page: Any) -> list[tuple[Location, CellFinding]]:
        """Take the rows of a list; gives the entries whose row is gone."""
        part = ".".join(sheet.part.path)
        known = self._returned.original.get(part, {})
        places = {str(page.cell(HEADS, place).value): place for place in range(1, page.max_column + 1)}
        columns = [(column, places.get(json.dumps(column.path))) for column in sheet.part.columns]
        for column, place in columns:
            if place is None:
                self._edits.findings.append(CellFinding("column-missing", sheet.name, detail=column.title))
        seen: set[str] = set()
        for row in range(HEADS + 1, page.max_row + 1):
            key = str(page.cell(row, KEY_COLUMN).value or "")
            cells = [(column, page.cell(row, place)) for column, place in columns if place is not None]
            is_empty = all(cell.value in (None, "") for _, cell in cells)
            if key in known and key not in seen:
                if is_empty:
                    continue
                seen.add(key)
                location = tuple(json.loads(key))
                for (column, cell), before in zip(cells, self._before(known[key], columns), strict=True):
                    self._take(location, column, before, cell, sheet.name)
            elif not is_empty:
                owner = str(page.cell(row, OWNER_COLUMN).value or "") if len(sheet.part.path) > 1 else ""
                self._new_entry(sheet, owner, cells)
        gone = [key for key in known if key not in seen]
        return [(tuple(json.loads(key)), CellFinding("changed-meanwhile", sheet.name)) for key in gone]

    @staticmethod
    def _before(texts: list[str], columns: list[tuple[Column, int | None]]) -> list[str]:
        return [text for text, (_, place) in zip(texts, columns, strict=True) if place is not None]

    def _take(self, location: Location, column: Column, before: str, cell: Any, sheet: str) -> None:
        """Make the change of one cell, if there is one."""
        where = (*location, *column.path)
        self._edits.cells[where] = (sheet, cell.coordinate)
        text = self._text(column, cell, sheet, before)
        if text is None or _same(text, before):
            return
        current = value_at(self._document.get(location) if location else self._document.data, column.path)
        is_held_back = self._returned.is_public and not before
        if not is_held_back and not _same(self._columns.shown(column, _typed(column, current)), before):
            self._edits.findings.append(CellFinding("changed-meanwhile", sheet, cell.coordinate))
            return
        value = self._value(column, text, sheet, cell.coordinate)
        if value is None and text.strip():
            return
        if value is None:
            self._document.remove(where)
        else:
            self._document.set(where, value)
        self._edits.changed.append(where)

    def _new_entry(self, sheet: Sheet, owner: str, cells: list[tuple[Column, Any]]) -> None:
        """Add an entry; in a list within entries, `owner` says to which of them it belongs."""
        entry: dict[str, Any] = {}
        listed: dict[tuple[str, ...], str] = {}
        for column, cell in cells:
            text = self._text(column, cell, sheet.name, "")
            value = self._value(column, text, sheet.name, cell.coordinate) if text and text.strip() else None
            if value is not None:
                inner = entry
                for step in column.path[:-1]:
                    inner = inner.setdefault(step, {})
                inner[column.path[-1]] = value
                listed[column.path] = cell.coordinate
        target = self._list_of(sheet, owner)
        if target is None:
            coordinate = f"{get_column_letter(OWNER_COLUMN)}{cells[0][1].row}"
            self._edits.findings.append(CellFinding("belongs-to-nothing", sheet.name, coordinate))
            return
        if not entry:
            return
        index = len(self._document.get(target) or [])
        self._document.append(target, entry)
        self._edits.added += 1
        for path, coordinate in listed.items():
            self._edits.cells[(*target, index, *path)] = (sheet.name, coordinate)

    def _list_of(self, sheet: Sheet, owner: str) -> Location | None:
        """The list that a new row belongs to."""
        if len(sheet.part.path) == 1:
            return sheet.part.path
        above = sheet.part.path[0]
        for index, entry in enumerate(self._document.data.get(above, [])):
            if owner.strip() and owner.strip() in (entry.get("id"), str(index + 1)):
                return (above, index, *sheet.part.path[1:])
        return None

    def _text(self, column: Column, cell: Any, sheet: str, before: str) -> str | None:
        """What stands in a cell, as text; None, with a finding, where a program has turned it into something else."""
        value = cell.value
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return self._columns.shown(column, value)
        if isinstance(value, datetime.datetime) and not column.is_contact:
            return value.date().isoformat()
        if isinstance(value, (int, float)) and not column.is_contact:
            return str(int(value)) if float(value).is_integer() else str(value)
        self._edits.findings.append(CellFinding("not-text", sheet, cell.coordinate))
        return None

    def _value(self, column: Column, text: str, sheet: str, coordinate: str) -> Any:
        try:
            return self._columns.parsed(column, text)
        except NotAChoiceError:
            self._edits.findings.append(CellFinding("not-a-choice", sheet, coordinate))
            return None


def cell_of(cells: Mapping[Location, tuple[str, str]], location: Location) -> tuple[str, str] | None:
    """Sheet and cell of the nearest thing to a location of the profile."""
    for length in range(len(location), -1, -1):
        start = location[:length]
        found = next((place for where, place in cells.items() if where[:length] == start), None)
        if found is not None and length:
            return found
    return None


def _typed(column: Column, value: Any) -> Any:
    """A value as the reader of text gives it, in the type that its column shows."""
    if column.kind == "boolean" and value in ("true", "false"):
        return value == "true"
    return value


def _same(one: str, other: str) -> bool:
    """Whether two texts of a cell differ by more than spaces and kinds of line feed."""
    return list(_lines(one)) == list(_lines(other))


def _lines(text: str) -> Iterator[str]:
    return (line.rstrip() for line in text.replace("\r\n", "\n").replace("_x000D_", "").strip().split("\n"))


def _order(location: Location) -> tuple[tuple[int, int, str], ...]:
    """Sorts locations as they stand in the file, indexes by number."""
    return tuple((1, step, "") if isinstance(step, int) else (0, 0, step) for step in location)
