"""Pelican plugin: the HTML pages, one set per language, and the theme's own files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals

from cso.directory import Directory
from cso.pages.addresses import STATIC, file_of
from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from cso.pages.rendering import Renderer, identity, static_files
from cso.pages.styles import SITE_LIST, read_style
from cso.pages.views import all_pages
from cso.publish import Output, OutputGenerator
from cso.upkeep import link_report

LINKS_FILE = "links.json"
"""Where the build state keeps the last check of outward links (`cso links --save`)."""


class PagesGenerator(OutputGenerator):
    """Gives every HTML page in every full language of the site."""

    required = ("index.html", "hotlines/index.html", "404.html")

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """The pages and the theme's files."""
        theme = Path(settings["THEME"])
        for language in (*directory.site.languages, *directory.site.help_languages):
            texts = load_texts(theme, language)
            names = {entry.id: entry.name.pick(language).text for entry in directory.vocabularies.languages}
            renderer = Renderer(
                theme,
                language,
                texts,
                names,
                help_only=language not in directory.site.languages,
                has_search="cso.search" in settings["PLUGINS"],
                has_attachments="cso.attachments" in settings["PLUGINS"],
                has_editor=bool(settings.get("EDITOR")),
            )
            factory = PageFactory(
                directory,
                language,
                texts,
                settings["SITEURL"],
                has_feeds="cso.feeds" in settings["PLUGINS"],
                has_forms="cso.spreadsheet" in settings["PLUGINS"],
                links=link_report.read(Path(settings["CACHE_PATH"]) / LINKS_FILE),
            )
            for page in all_pages(factory):
                self.report.pages[language] += 1
                yield Output(file_of(page.frame.path), renderer.render, page)
        yield Output(f"{STATIC}site.css", identity, read_style(theme, SITE_LIST).encode())
        for path, content in static_files(theme).items():
            yield Output(STATIC + path, identity, content)


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[PagesGenerator]:
    """Hand the generator to Pelican."""
    return PagesGenerator
