"""What kind of file an attachment is, told from its content: a name proves nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

#: Kinds of file that may be attached, with the ending that each must have.
ENDINGS = {
    "pdf": (".pdf",),
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "csv": (".csv",),
    "xlsx": (".xlsx",),
}

_SIGNATURES = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"PK\x03\x04", "xlsx"))
_MOST_SHEET_PARTS = 2000


def kind_of_file(path: Path) -> str:
    """Kind of a file by its content, a key of `ENDINGS`; empty for anything else.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(8192)
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind if kind != "xlsx" or _is_plain_spreadsheet(path) else ""
    return "csv" if _is_table_text(start) else ""


def has_matching_ending(path: Path, kind: str) -> bool:
    """Whether the name of a file ends as files of the kind do."""
    return path.suffix.lower() in ENDINGS[kind]


def _is_plain_spreadsheet(path: Path) -> bool:
    """Whether a zip file is a spreadsheet without macros or embedded files."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    if len(names) > _MOST_SHEET_PARTS or "xl/workbook.xml" not in names:
        return False
    return not any("vbaproject" in name.lower() or name.startswith("xl/embeddings/") for name in names)


def _is_table_text(start: bytes) -> bool:
    """Whether the first bytes are text in UTF-8 with separated columns, and no markup."""
    if not start or b"\x00" in start:
        return False
    try:
        text = start.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 3:  # not merely a character cut in two
            return False
        text = start[: error.start].decode("utf-8-sig")
    first_line = text.lstrip().split("\n", 1)[0]
    return not first_line.startswith("<") and any(separator in first_line for separator in ",;\t")
