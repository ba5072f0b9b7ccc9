"""Pelican plugin: posters and wallet cards for every national line and region; annual reports and fact sheets.

Made only when asked for (`cso documents`, `make documents`), with packages that the site itself does not need.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals

from cso.directory import Directory
from cso.documents.maker import DocumentMaker, ProfileDocumentMaker
from cso.documents.profiles import profile_documents
from cso.documents.sheets import sheets
from cso.documents.typesetting import Typesetter
from cso.documents.wording import Wording
from cso.pages.interface_texts import load_texts
from cso.publish import Output, OutputGenerator
from cso.publish.on_request import is_requested

NAME = "documents"


class DocumentsGenerator(OutputGenerator):
    """Gives posters and cards for every national line and region, and a document for every profile."""

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """The documents of every language of the site, help-only ones included."""
        theme = Path(settings["THEME"])
        typesetter = Typesetter(theme)
        for language in (*directory.site.languages, *directory.site.help_languages):
            maker = DocumentMaker(typesetter, Wording(language, load_texts(theme, language)))
            for sheet in sheets(directory, language, settings["SITEURL"]):
                yield Output(sheet.path, maker.make, sheet)
        for language in directory.site.languages:
            profile_maker = ProfileDocumentMaker(typesetter, language, load_texts(theme, language))
            for document in profile_documents(directory, language, settings["SITEURL"]):
                yield Output(document.path, profile_maker.make, document)


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[DocumentsGenerator] | tuple[()]:
    """Hand the generator to Pelican, if this build was asked for documents."""
    return DocumentsGenerator if is_requested(pelican.settings, NAME) else ()
