"""Pelican plugin: the help section as one file per language, for phones without a network.

Made only when asked for (`cso offline`, `make offline`): the file names the month it was made in, and no other file of
the site may change because time passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals

from cso.directory import Directory
from cso.offline.rendering import OfflineRenderer
from cso.offline.view import offline_page
from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from cso.publish import Output, OutputGenerator
from cso.publish.on_request import is_requested

NAME = "offline"


class OfflineGenerator(OutputGenerator):
    """Gives the file of every language, help-only ones included."""

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """The files: `offline/uk.html` and so on."""
        theme = Path(settings["THEME"])
        for language in (*directory.site.languages, *directory.site.help_languages):
            texts = load_texts(theme, language)
            names = {entry.id: entry.name.pick(language).text for entry in directory.vocabularies.languages}
            renderer = OfflineRenderer(theme, language, texts, names)
            factory = PageFactory(directory, language, texts, settings["SITEURL"])
            yield Output(f"offline/{language}.html", renderer.render, offline_page(factory))


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[OfflineGenerator] | tuple[()]:
    """Hand the generator to Pelican, if this build was asked for the files."""
    return OfflineGenerator if is_requested(pelican.settings, NAME) else ()
