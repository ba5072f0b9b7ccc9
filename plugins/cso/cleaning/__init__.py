"""Copies of attached files without what they say about people, places and machines (design decision 8).

Shared knowledge: the check tries it, so that a file that cannot be cleaned is a finding; `cso.attachments` publishes
the copy. What is removed is written in `docs/attachments.md`. The same bytes in give the same bytes out.
"""

from __future__ import annotations

import re

from cso.cleaning.reasons import CannotCleanError, Reason

__all__ = ["CannotCleanError", "Reason", "cleaned"]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def cleaned(data: bytes, kind: str) -> bytes:
    """A copy of a file without metadata, and without anything in it that acts.

    Args:
        data: the file.
        kind: its kind by content, a key of `cso.content.attachments.ENDINGS`.

    Raises:
        CannotCleanError: it is locked, broken, too large when unpacked, or hides what its author should look at first.
    """
    # Imported when needed: most runs meet no attachment, and the libraries take a while to load.
    if kind == "pdf":
        from cso.cleaning.pdf import clean_pdf

        return clean_pdf(data)
    if kind in {"jpeg", "png"}:
        from cso.cleaning.picture import clean_jpeg, clean_png

        return clean_jpeg(data) if kind == "jpeg" else clean_png(data)
    if kind == "xlsx":
        from cso.cleaning.spreadsheet import clean_spreadsheet

        return clean_spreadsheet(data)
    if kind == "csv":
        return _clean_table(data)
    raise ValueError(f"no kind of attachment: {kind}")


def _clean_table(data: bytes) -> bytes:
    """A table of plain text as it is: it has no metadata, if it is text to its end."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotCleanError(Reason.UNREADABLE) from error
    if _CONTROL.search(text):
        raise CannotCleanError(Reason.UNREADABLE)
    return data
