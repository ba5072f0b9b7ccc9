"""Attached files: there, inside the folder, of a kind that may be published, not too large, and fit to be cleaned."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from cso.cleaning import CannotCleanError, Reason, cleaned
from cso.content.attachments import ENDINGS, has_matching_ending, kind_of_file
from cso.content.findings import Finding
from cso.content.limits import MAX_ATTACHMENT_BYTES
from cso.content.repository import Content
from cso.content.rules.rule import CheckContext
from cso.content.schema import Place

_PICTURES = frozenset({"png", "jpeg"})
_CODES = {
    Reason.LOCKED: "attachment-locked",
    Reason.UNREADABLE: "attachment-unreadable",
    Reason.UNPACKS_TOO_LARGE: "attachment-unpacks-too-large",
    Reason.REDACTION: "attachment-redaction",
    Reason.HIDDEN_SHEETS: "attachment-hidden-sheets",
}


def attachments(content: Content, context: CheckContext) -> Iterator[Finding]:
    """An attached file lies in the folder of its owner, is what its name says, fits the limit, and can be cleaned."""
    for document in content.documents():
        for place in content.places(document):
            if place.schema.get("x-file") and isinstance(place.value, str):
                code = _problem(place)
                if code:
                    limit = str(MAX_ATTACHMENT_BYTES // (1024 * 1024))
                    yield place.finding(code, limit=limit, kinds=", ".join(kind.upper() for kind in ENDINGS))


def _problem(place: Place) -> str:
    """Code of what is wrong with an attached file; empty if nothing is."""
    folder = place.document.path.parent
    path = folder / place.value
    parts = Path(place.value).parts
    if ".." in parts or path.is_absolute() != folder.is_absolute():
        return "attachment-outside"
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            return "attachment-outside"
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "attachment-missing"
        if status.st_size > MAX_ATTACHMENT_BYTES:
            return "attachment-too-large"
        kind = kind_of_file(path)
    except (OSError, RuntimeError, ValueError):
        return "attachment-missing"
    if not kind or (place.location[-1] == "logo" and kind not in _PICTURES):
        return "attachment-kind"
    if not has_matching_ending(path, kind):
        return "attachment-ending"
    try:
        cleaned(path.read_bytes(), kind)
    except CannotCleanError as error:
        return _CODES[error.reason]
    except OSError:
        return "attachment-missing"
    return ""
