"""The columns of a workbook, made from the schema of a profile: what may be filled in, and how it is shown."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cso.content.document import Location
from cso.content.repository import Content
from cso.content.schema import SchemaSet
from cso.pages.labels import labels_of

LANGUAGES = ("uk", "en")
"""Languages of texts that a workbook asks for; others stay as they are."""

INHERITED = frozenset({"source", "section", "as_of"})
"""Where a fact is from and of when: asked once for an entry, not again for each part of it."""

LEFT_OUT = frozenset({"synthetic", "former_slugs", "logo", "other_sources", "file"})
"""Keys for editors, and files, which a workbook cannot carry."""

_YES_NO = {"uk": ("так", "ні"), "en": ("yes", "no")}
_DEEPEST = 4


class NotAChoiceError(ValueError):
    """The text of a cell is none of the choices of its column."""


@dataclass(frozen=True)
class Column:
    """A field of a mapping, however deep, that fits into a cell.

    Attributes:
        path: keys from the mapping to the field, e.g. `("period", "from")`.
        title: its name in the language of the workbook, e.g. `Період: початок`.
        help: what to write there.
        kind: text, number, boolean or list.
        choices: id to the text that stands for it; empty where anything may be written.
        is_required: whether the mapping must have it.
        is_contact: whether a number or address to reach somebody by belongs here.
    """

    path: tuple[str, ...]
    title: str
    help: str
    kind: str
    choices: Mapping[str, str]
    is_required: bool
    is_contact: bool


@dataclass(frozen=True)
class Part:
    """A list of the profile that has a sheet of its own, or the profile itself.

    Attributes:
        path: keys from the root to the list; empty for the profile itself; a list within the entries of another has the
            keys of both, e.g. `("hotlines", "numbers")`.
        title: name of the list.
        help: what it is for.
        columns: the fields of an entry.
    """

    path: tuple[str, ...]
    title: str
    help: str
    columns: tuple[Column, ...]


class Columns:
    """Reads the parts of a profile off its schema.

    Args:
        content: gives the vocabularies whose terms are choices.
        language: language of the workbook, `uk` or `en`.
        texts: interface texts of that language.
    """

    def __init__(self, content: Content, language: str, texts: gettext.NullTranslations) -> None:
        self._content = content
        self._schemas: SchemaSet = content.schemas
        self._language = language
        self._texts = texts

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The profile itself, then every list, in the order of the schema."""
        schema = self._schemas.merged(self._schemas.schema("organization"))
        itself = Part((), self._words(schema, "title"), "", tuple(self._columns(schema, (), ())))
        return (itself, *self._lists(schema, (), ""))

    def _lists(self, schema: Mapping[str, Any], path: tuple[str, ...], above: str) -> Iterator[Part]:
        for key, raw in schema.get("properties", {}).items():
            part = self._schemas.merged(raw)
            if key in LEFT_OUT or len(path) >= _DEEPEST:
                continue
            title = f"{above} – {self._words(part, 'title')}" if above else self._words(part, "title")
            item = self._schemas.merged(part.get("items"))
            if part.get("type") == "array" and item.get("type") == "object":
                inner = (*path, key)
                yield Part(inner, title, self._words(part, "description"), tuple(self._columns(item, (), ())))
                if len(inner) == 1:
                    yield from self._lists(item, inner, title)
            elif part.get("type") == "object" and path and not _is_words(part):
                # A list within a mapping of an entry, such as the periods of opening hours.
                yield from self._lists(part, (*path, key), title)

    def _columns(self, schema: Mapping[str, Any], path: tuple[str, ...], titles: tuple[str, ...]) -> Iterator[Column]:
        required = schema.get("required", ())
        for key, raw in schema.get("properties", {}).items():
            part = self._schemas.merged(raw)
            if key in LEFT_OUT or part == {"not": {}} or (path and key in INHERITED):
                continue
            kind = part.get("type")
            names = (*titles, self._words(part, "title"))
            if _is_words(part):
                if key in LANGUAGES or set(LANGUAGES) & set(part["properties"]):
                    yield from self._languages(part, (*path, key), names, key in required)
            elif kind == "object":
                if len(path) < _DEEPEST:
                    yield from self._columns(part, (*path, key), names)
            elif kind == "array":
                item = self._schemas.merged(part.get("items"))
                if item.get("type") != "object":
                    yield self._column(part, item, (*path, key), names, "list", key in required)
            else:
                shown = {"boolean": "boolean", "integer": "number", "number": "number"}.get(str(kind), "text")
                yield self._column(part, part, (*path, key), names, shown, key in required)

    def _languages(
        self, part: Mapping[str, Any], path: tuple[str, ...], names: tuple[str, ...], required: bool
    ) -> Iterator[Column]:
        for language in LANGUAGES:
            if language in part["properties"]:
                title = f"{': '.join(names)} ({language})"
                help_ = self._words(part, "description")
                yield Column((*path, language), title, help_, "text", {}, required, False)

    def _column(
        self,
        part: Mapping[str, Any],
        choices_of: Mapping[str, Any],
        path: tuple[str, ...],
        names: tuple[str, ...],
        kind: str,
        required: bool,
    ) -> Column:
        is_contact = path[-1] in ("dial", "email", "handle", "postcode", "edrpou")
        choices = self._choices(choices_of)
        return Column(path, ": ".join(names), self._words(part, "description"), kind, choices, required, is_contact)

    def _choices(self, schema: Mapping[str, Any]) -> dict[str, str]:
        if schema.get("type") == "boolean":
            return {}
        if "enum" in schema:
            values = [str(value) for value in schema["enum"]]
            group = labels_of(values)
            texts = {value: group.get(value, "") for value in values}
            return {value: _with_id(self._texts.gettext(text) if text else "", value) for value, text in texts.items()}
        reference = schema.get("x-reference", "")
        vocabulary = self._content.vocabularies.get(reference)
        names: dict[str, Any] = {}
        if vocabulary is not None:
            terms = [term for _, term in vocabulary.items(("terms",)) if isinstance(term, dict) and "id" in term]
            names = {term["id"]: term.get("name") for term in terms}
        elif reference in ("organization", "network"):
            records = self._content.organizations if reference == "organization" else self._content.networks
            names = {slug: document.get(("name",)) for slug, document in records.items()}
        return {value: _with_id(_name(name, self._language), value) for value, name in names.items()}

    def _words(self, schema: Mapping[str, Any], key: str) -> str:
        local = schema.get("x-uk", {}) if self._language == "uk" else {}
        return str(local.get(key, schema.get(key, "")))

    def shown(self, column: Column, value: Any) -> str:
        """A value as the text of its cell."""
        if value is None:
            return ""
        if column.kind == "list":
            return "\n".join(column.choices.get(str(item), str(item)) for item in value)
        if isinstance(value, bool):
            return _YES_NO[self._language][0 if value else 1]
        return column.choices.get(str(value), str(value))

    def parsed(self, column: Column, text: str) -> Any:
        """The value that the text of a cell means; None for an empty one.

        Raises:
            NotAChoiceError: it is none of the choices.
        """
        text = text.strip()
        if not text:
            return None
        if column.kind == "list":
            lines = [line.strip(" ,;") for line in text.splitlines()]
            return [self._choice(column, line) for line in lines if line]
        if column.kind == "boolean":
            for yes, no in _YES_NO.values():
                if text.lower() in (yes, no):
                    return text.lower() == yes
            raise NotAChoiceError(text)
        return self._choice(column, text)

    def _choice(self, column: Column, text: str) -> str:
        if not column.choices or text in column.choices:
            return text
        for value, shown in column.choices.items():
            if text.casefold() in (shown.casefold(), shown.rpartition(" (")[0].casefold()):
                return value
        raise NotAChoiceError(text)


def value_at(entry: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path of a mapping, or None."""
    for key in path:
        entry = entry.get(key) if isinstance(entry, dict) else None
    return entry


def entries_of(data: Any, path: tuple[str, ...]) -> Iterator[tuple[Location, Mapping[str, Any]]]:
    """Every entry of the list at a path with its location; of the lists within each entry where it has several keys."""
    if not path:
        yield (), data
        return
    waiting: list[tuple[Location, Any]] = [((), data)]
    for key in path:
        found: list[tuple[Location, Any]] = []
        for location, value in waiting:
            inner = value.get(key) if isinstance(value, dict) else None
            if isinstance(inner, list):
                found += [((*location, key, index), entry) for index, entry in enumerate(inner)]
            elif isinstance(inner, dict):
                found.append(((*location, key), inner))
        waiting = found
    for location, value in waiting:
        if isinstance(value, dict) and location and isinstance(location[-1], int):
            yield location, value


def _is_words(schema: Mapping[str, Any]) -> bool:
    """Whether a mapping is a text by language."""
    properties = schema.get("properties", {})
    return bool(properties) and all(2 <= len(key) <= 3 for key in properties)


def _with_id(name: str, value: str) -> str:
    return f"{name} ({value})" if name and name != value else value


def _name(words: Any, language: str) -> str:
    if not isinstance(words, dict):
        return ""
    return str(words.get(language) or words.get("uk") or words.get("en") or "")
