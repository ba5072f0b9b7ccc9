"""Data to PDF: the templates of `theme/documents/`, typst, and a QR code."""

from __future__ import annotations

import io
import json
import re
import shutil
import tempfile
import weakref
from importlib.resources import files
from pathlib import Path
from typing import Any

from cso.publish.errors import BuildError

FONT_PACKAGE = "font_source_sans_pro"
FONTS = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf")
"""The only fonts used, the same on every machine: what a machine has installed must not change a document."""

STANDARD = "ua-1"
"""PDF/UA-1: tagged, titled, with its language, so that screen readers can read it."""

NO_CLOCK = 0
"""Given as the time of making: it may not stand in a document that is to be the same whenever it is made."""


class Typesetter:
    """Sets documents with typst; the fonts are read once."""

    def __init__(self, theme: Path) -> None:
        """Prepare the templates in `theme/documents/`.

        Raises:
            BuildError: typst or the fonts are not installed.
        """
        try:
            import typst
        except ImportError as error:
            raise BuildError("Documents need packages that the site does not: make documents installs them.") from error
        self.templates = (theme / "documents").resolve()
        self.accent = _accent(theme)
        folder = tempfile.mkdtemp(prefix="cso-fonts-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)  # typst reads a font when it needs it
        _lay_out_fonts(Path(folder))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        self._compiler = typst.Compiler(root=str(self.templates), font_paths=fonts, ignore_system_fonts=True)

    def pdf(self, template: str, data: dict[str, Any]) -> bytes:
        """A PDF; the same data always give the same bytes.

        Args:
            template: name of a file in `theme/documents/`.
            data: JSON values, found by the template as `sys.inputs.data`.
        """
        made = self._compile(template, data, format="pdf", pdf_standards=[STANDARD], timestamp=NO_CLOCK)
        assert isinstance(made, bytes)  # noqa: S101  # a PDF is one file
        return made

    def png(self, template: str, data: dict[str, Any], *, dots_per_inch: int) -> bytes:
        """The same as a picture, to look at it."""
        made = self._compile(template, data, format="png", ppi=dots_per_inch)
        if not isinstance(made, bytes):
            raise BuildError(f"{template} must give one page.")
        return made

    def pictures(self, template: str, data: dict[str, Any], *, dots_per_inch: int) -> list[bytes]:
        """A picture of every page, to look at them."""
        made = self._compile(template, data, format="png", ppi=dots_per_inch)
        return [made] if isinstance(made, bytes) else list(made)

    def _compile(self, template: str, data: dict[str, Any], **options: Any) -> Any:
        return self._compiler.compile(
            input=str(self.templates / template),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
            **options,
        )


def qr_code(address: str) -> str:
    """A QR code of an address as SVG, with its quiet zone; a quarter of it may be worn off."""
    import segno

    drawn = io.BytesIO()
    segno.make(address, error="q", micro=False).save(drawn, kind="svg", border=4, xmldecl=False, light="white")
    return drawn.getvalue().decode()


def _accent(theme: Path) -> str:
    """The accent colour of the site, where all colours live."""
    tokens = (theme / "static/style/tokens.css").read_text(encoding="utf-8")
    found = re.search(r"--accent:\s*(#[0-9a-f]{6})", tokens)
    if found is None:
        raise BuildError("theme/static/style/tokens.css names no --accent as #rrggbb.")
    return found[1]


def _lay_out_fonts(folder: Path) -> None:
    """Put the fonts into a folder of their own: the package has each twice, and typst would take either."""
    try:
        package = files(FONT_PACKAGE)
    except ModuleNotFoundError as error:
        raise BuildError("The font of the documents is missing: make documents installs it.") from error
    for name in FONTS:
        (folder / name).write_bytes(package.joinpath("files", name).read_bytes())
