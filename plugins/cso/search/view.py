"""The page of search and the list of entries that its script shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cso.pages.factory import PageFactory
from cso.pages.frame import Page
from cso.search.kinds import KINDS
from cso.search.records import Record
from cso.search.word_forms import APOSTROPHES, STOP_WORDS

FOLDER = "search/"
"""Where the files of search stand; the pages of every language use the same."""

_LONGEST_SUMMARY = 180


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose from: as the list of entries names it, and as readers do."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page of search.

    Attributes:
        entries: path of the list of entries of the language.
        kinds: kinds of entries that there are.
        regions: regions that entries are of, by name.
        years: years that entries are of, newest first.
        counts: plural category of the language (`one`, `few`, `many`, `other`) → text with `{count}`.
    """

    entries: str
    kinds: tuple[Choice, ...]
    regions: tuple[Choice, ...]
    years: tuple[Choice, ...]
    counts: tuple[tuple[str, str], ...]


def entries_file(records: Sequence[Record], ids: Sequence[str], factory: PageFactory) -> tuple[str, bytes]:
    """The list of entries of a language: what search shows of each, by the id that Pagefind gave to it.

    Args:
        records: the records.
        ids: their ids, in the same order.
        factory: knows language and interface texts.

    Returns:
        Path, with a digest in it, and JSON.
    """
    language = factory.language
    content = {
        "apostrophes": APOSTROPHES,
        "stop": " ".join(STOP_WORDS.values()).split(),
        "kinds": {kind: factory.gettext(name) for kind, name in KINDS.items()},
        "entries": {key: _entry(record, language) for key, record in sorted(zip(ids, records, strict=True), key=_key)},
    }
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return f"{FOLDER}entries.{language}.{hashlib.sha256(data).hexdigest()[:10]}.json", data


def search_page(records: Sequence[Record], entries: str, factory: PageFactory) -> Page:
    """The page of search.

    Args:
        records: everything that can be found.
        entries: path of the list of entries.
        factory: makes pages of the language.
    """
    _ = factory.gettext
    regions = {region.id: region for record in records for region in record.regions}
    kinds = {record.kind for record in records}
    return factory.page(
        "search",
        SearchView(
            entries=entries,
            kinds=tuple(Choice(kind, _(name)) for kind, name in KINDS.items() if kind in kinds),
            regions=tuple(
                Choice(region.id, factory.plain(region.name))
                for region in sorted(regions.values(), key=lambda region: region.name.sort_key(factory.language))
            ),
            years=tuple(
                Choice(str(year), str(year))
                for year in sorted({record.year for record in records if record.year}, reverse=True)
            ),
            counts=_counts(factory),
        ),
        title=_("Search"),
        description=_("Organisations, help, publications, coordination bodies and the pages of this site."),
    )


def _entry(record: Record, language: str) -> Mapping[str, object]:
    title = record.title.pick(language)
    entry: dict[str, object] = {"path": record.path, "kind": record.kind, "title": title.text}
    if title.language != language:
        entry["lang"] = title.language
    where = [region.name.pick(language).text for region in record.regions]
    if where:
        entry["regions"] = [region.id for region in record.regions]
    if record.kind != "region" and 0 < len(where) <= 3:
        entry["where"] = ", ".join(where)
    elif record.country:
        entry["where"] = record.country.pick(language).text
    if record.by and record.by.name != record.title:
        entry["by"] = record.by.name.pick(language).text
    if record.weight != 1:
        entry["weight"] = record.weight
    if record.year:
        entry["year"] = record.year
    if record.notes:
        entry["notes"] = list(record.notes)
    if record.summary:
        summary = record.summary.pick(language)
        entry["summary"] = _shortened(summary.text)
        if summary.language != language:
            entry["summary_lang"] = summary.language
    return entry


def _key(pair: tuple[str, Record]) -> str:
    return pair[1].path


def _shortened(text: str) -> str:
    """A text cut at the end of a word."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_SUMMARY:
        return line
    return line[:_LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(" ,;:–-.") + "…"


def _counts(factory: PageFactory) -> tuple[tuple[str, str], ...]:
    """How many were found, in every plural form of the language (categories of CLDR, as browsers name them)."""
    samples = {"uk": {"one": 1, "few": 2, "many": 5, "other": 5}}.get(factory.language, {"one": 1, "other": 2})
    return tuple(
        (category, factory.texts.ngettext("{count} entry found", "{count} entries found", number))
        for category, number in samples.items()
    )
