"""Sheets to bytes. Nothing here sees the Directory."""

from __future__ import annotations

import gettext
from typing import Any

from cso.documents.profile_document import profile_data
from cso.documents.profiles import ProfileDocument
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


PROFILE_TEMPLATE = "profile.typ"


class ProfileDocumentMaker:
    """Makes the annual reports and fact sheets of one language."""

    def __init__(self, typesetter: Typesetter, language: str, texts: gettext.NullTranslations) -> None:
        """Prepare; the typesetter serves all languages."""
        self.typesetter = typesetter
        self.language = language
        self.texts = texts

    def make(self, document: ProfileDocument) -> bytes:
        """The PDF."""
        return self.typesetter.pdf(PROFILE_TEMPLATE, self.data(document))

    def data(self, document: ProfileDocument) -> dict[str, Any]:
        """What the template draws."""
        return profile_data(document, self.language, self.texts, self.typesetter.accent, qr_code)
