"""Sheets to bytes. Nothing here sees the Directory."""

from __future__ import annotations

from typing import Any

from cso.documents.sheets import Sheet
from cso.documents.typesetting import Typesetter, qr_code
from cso.documents.wording import Wording


class DocumentMaker:
    """Makes the documents of one language. The maker of every Output of this capability."""

    def __init__(self, typesetter: Typesetter, wording: Wording) -> None:
        """Prepare; the typesetter serves all languages."""
        self.typesetter = typesetter
        self.wording = wording

    def make(self, sheet: Sheet) -> bytes:
        """The PDF of a poster or of a sheet of cards."""
        return self.typesetter.pdf(template_of(sheet), self.data(sheet))

    def data(self, sheet: Sheet) -> dict[str, Any]:
        """What the template draws."""
        return {**self.wording.data(sheet), "qr": qr_code(sheet.address)}


def template_of(sheet: Sheet) -> str:
    """The template of a sheet, in `theme/documents/`."""
    return f"{sheet.kind}.typ"
