"""Interface texts by language, from the gettext catalogues in `theme/translations/`."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE_LANGUAGE = "en"
"""The language of the message ids."""


def load_texts(theme: Path, language: str) -> gettext.NullTranslations:
    """The interface texts of a language.

    Args:
        theme: the theme's folder.
        language: code; the language of the message ids needs no catalogue.

    Raises:
        FileNotFoundError: there is no catalogue for the language.
    """
    path = theme / "translations" / language / "LC_MESSAGES" / "messages.po"
    if language == SOURCE_LANGUAGE and not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
