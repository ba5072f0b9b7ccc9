"""Interface texts by language, from the gettext catalogues in `theme/translations/`."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE_LANGUAGE = "en"
"""The language of the message ids."""


class InterfaceTexts(gettext.GNUTranslations):
    """Interface texts of a language; `reviewed` says whether a native speaker has reviewed them."""

    reviewed: bool = True


def load_texts(theme: Path, language: str) -> gettext.NullTranslations:
    """The interface texts of a language.

    Args:
        theme: the theme's folder.
        language: code; the language of the message ids needs no catalogue.

    Raises:
        FileNotFoundError: there is no catalogue for the language.
    """
    path = catalogue_path(theme, language)
    if language == SOURCE_LANGUAGE and not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    texts = InterfaceTexts(compiled)
    texts.reviewed = is_reviewed(theme, language)
    return texts


def is_reviewed(theme: Path, language: str) -> bool:
    """Whether a native speaker has reviewed the catalogue: not where its header says `X-Reviewed: no`.

    The header is read from the file, since Babel keeps only the headers it knows.
    """
    path = catalogue_path(theme, language)
    return not path.exists() or '"X-Reviewed: no\\n"' not in path.read_text(encoding="utf-8")


def catalogue_path(theme: Path, language: str) -> Path:
    """Where the interface texts of a language stand."""
    return theme / "translations" / language / "LC_MESSAGES" / "messages.po"
