"""Pelican plugin: search in the browser, over an index made when the site is built.

The page loads the index when somebody begins to type, and nothing before. What is typed never leaves the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals

from cso.directory import Directory
from cso.pages.addresses import file_of
from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from cso.pages.rendering import Renderer, identity
from cso.pages.views import all_pages
from cso.publish import Output, OutputGenerator
from cso.search.documents import document_of
from cso.search.pagefind import make_index
from cso.search.records import Record, make_records
from cso.search.synonyms import Thesaurus
from cso.search.view import FOLDER, entries_file, search_page

SCRIPT = "templates/components/search/search.js"
"""The script of the page, below the theme's folder."""


class SearchGenerator(OutputGenerator):
    """Gives the page of search in every full language, its script, the index and the lists of entries."""

    required = ("search/index.html", f"{FOLDER}search.js", f"{FOLDER}pagefind/pagefind.js")

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """The index first: the names of its files depend on what is in them."""
        theme = Path(settings["THEME"])
        thesaurus = Thesaurus(directory.vocabularies.synonyms)
        factories = [
            PageFactory(directory, language, load_texts(theme, language), settings["SITEURL"])
            for language in directory.site.languages
        ]
        records: dict[str, tuple[Record, ...]] = {
            factory.language: make_records(factory, all_pages(factory)) for factory in factories
        }
        index = make_index(
            {
                language: [document_of(record, language, thesaurus) for record in entries]
                for language, entries in records.items()
            }
        )
        for path, data in index.files.items():
            yield Output(f"{FOLDER}pagefind/{path}", identity, data)
        yield Output(f"{FOLDER}search.js", identity, (theme / SCRIPT).read_bytes())
        names = {language.id: language.name for language in directory.vocabularies.languages}
        for factory in factories:
            language = factory.language
            path, data = entries_file(records[language], index.ids[language], factory)
            yield Output(path, identity, data)
            renderer = Renderer(
                theme,
                language,
                factory.texts,
                {tag: name.pick(language).text for tag, name in names.items()},
                has_search=True,
            )
            page = search_page(records[language], path, factory)
            self.report.pages[language] += 1
            yield Output(file_of(page.frame.path), renderer.render, page)


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[SearchGenerator]:
    """Hand the generator to Pelican."""
    return SearchGenerator
