"""Documents as a reader gets them: made by typst from the invented content, text, tags and picture read back."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from cso.directory import Directory
from cso.documents.maker import DocumentMaker, template_of
from cso.documents.sheets import Sheet, sheets
from cso.documents.typesetting import Typesetter
from cso.documents.wording import Wording
from cso.pages.interface_texts import load_texts
from synthetic import THEME, SyntheticProject

SITE = "https://example.org"


@dataclass(frozen=True)
class Document:
    """A made document with the sheet it was made from."""

    sheet: Sheet
    maker: DocumentMaker

    @cached_property
    def pdf(self) -> bytes:
        return self.maker.make(self.sheet)

    @cached_property
    def text(self) -> str:
        """All text of the sheet in one line."""
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(self.pdf)).pages).split())

    @property
    def pages(self) -> int:
        return len(PdfReader(io.BytesIO(self.pdf)).pages)

    def opened(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.pdf))

    def picture(self, dots_per_inch: int = 150) -> Image.Image:
        drawn = self.maker.typesetter.png(
            template_of(self.sheet), self.maker.data(self.sheet), dots_per_inch=dots_per_inch
        )
        return Image.open(io.BytesIO(drawn)).convert("L")

    def qr_codes(self) -> list[str]:
        return [found.text for found in zxingcpp.read_barcodes(self.picture(200))]


Make = Callable[..., Document]


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter(THEME)


@pytest.fixture
def make(untouched_project: SyntheticProject, typesetter: Typesetter) -> Make:
    """Makes the document whose path ends as told: `make("lines/full-line-poster.pdf", "en", launched=True)`."""

    def of(path: str, language: str = "uk", *, launched: bool = False, directory: Directory | None = None) -> Document:
        chosen = directory or untouched_project.directory()
        chosen = replace(chosen, site=replace(chosen.site, launched=launched))
        for sheet in sheets(chosen, language, SITE):
            if sheet.path == f"documents/{language}/{path}":
                return Document(sheet, DocumentMaker(typesetter, Wording(language, load_texts(THEME, language))))
        raise AssertionError(f"there is no document {path}")

    return of
