"""The data dictionary of a profile, made from the schema: `docs/profile.md` and, in Ukrainian, `docs/profile.uk.md`.

Run `python -m cso.content.dictionary` after every change of a schema; a test compares the files with what this makes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cso.content.schema import SchemaSet

PROJECT = Path(__file__).resolve().parents[3]
FILES = {"en": PROJECT / "docs" / "profile.md", "uk": PROJECT / "docs" / "profile.uk.md"}
SCHEMAS = ("organization", "hotline", "network", "confirmation", "site", "sector")

_TEXTS = {
    "en": {
        "title": "What a file may say",
        "intro": "Made from the schemas in `schemas/` by `python -m cso.content.dictionary`; do not edit by hand.",
        "places": {
            "organization": "`content/organizations/<slug>/organization.yaml`",
            "hotline": "`content/hotlines/<id>.yaml`",
            "network": "`content/networks/<id>.yaml`",
            "confirmation": "`content/confirmations/<owner>.yaml`",
            "site": "`content/site.yaml`",
            "sector": "`content/sector.yaml`",
        },
        "shared": "Parts used in several places",
        "key": "Key",
        "meaning": "Meaning",
        "value": "Value",
        "example": "Example",
        "required": "required",
        "list": "list of",
        "see": "see",
        "id_from": "an id from",
        "one_of": "one of",
        "types": {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"},
    },
    "uk": {
        "title": "Що можна написати у файлі",
        "intro": "Створено зі схем у `schemas/` командою `python -m cso.content.dictionary`; не змінюйте вручну.",
        "places": {},
        "shared": "Частини, що вживаються в кількох місцях",
        "key": "Ключ",
        "meaning": "Значення ключа",
        "value": "Що писати",
        "example": "Приклад",
        "required": "обов’язково",
        "list": "перелік:",
        "see": "див.",
        "id_from": "ідентифікатор зі списку",
        "one_of": "одне з:",
        "types": {"string": "текст", "integer": "ціле число", "number": "число", "boolean": "true або false"},
    },
}
_TEXTS["uk"]["places"] = _TEXTS["en"]["places"]


@dataclass(frozen=True)
class _Section:
    """A table of the dictionary: heading, a sentence, and the mapping whose keys it lists."""

    heading: str
    description: str
    schema: Mapping[str, Any]


def dictionary(schemas: SchemaSet, language: str) -> str:
    """The data dictionary in Markdown.

    Args:
        schemas: the schemas of the project.
        language: `en` or `uk`.
    """
    return "\n".join(_Writer(schemas, language).lines()) + "\n"


class _Writer:
    """Goes through the schemas and writes one table per mapping."""

    def __init__(self, schemas: SchemaSet, language: str) -> None:
        self.schemas = schemas
        self.language = language
        self.texts: dict[str, Any] = _TEXTS[language]

    def lines(self) -> Iterator[str]:
        """Every line of the document."""
        yield from (f"# {self.texts['title']}", "", self.texts["intro"], "")
        for name in SCHEMAS:
            schema = self.schemas.schema(name)
            yield from (
                f"## {self._title(schema)}",
                "",
                f"{self.texts['places'][name]} – {self._description(schema)}",
                "",
            )
            if "$ref" in schema:
                yield from (
                    f"{self.texts['see']} [{self._title(self._resolve(schema))}](#{self._anchor(schema['$ref'])})",
                    "",
                )
                continue
            for section in self._sections(schema, ""):
                if section.heading:
                    yield from (f"### `{section.heading}` – {section.description}", "")
                yield from self._table(section.schema)
        yield from (f"## {self.texts['shared']}", "")
        for key, schema in sorted(self.schemas.schema("common")["$defs"].items()):
            if schema.get("type") != "object":
                continue
            yield from (f'<a id="{key}"></a>', "")
            for section in self._sections(schema, key):
                yield from (f"### `{section.heading}` – {section.description}", "")
                yield from self._table(section.schema)

    def _sections(self, schema: Mapping[str, Any], heading: str) -> Iterator[_Section]:
        """The mapping itself, then every mapping inside that is not shared."""
        yield _Section(heading, self._description(schema), schema)
        for key, child in schema.get("properties", {}).items():
            inner = child.get("items", child) if isinstance(child, Mapping) else {}
            if "$ref" not in inner and inner.get("type") == "object":
                described = inner if "description" in inner else {**inner, **_annotations(child)}
                yield from self._sections(described, f"{heading}.{key}" if heading else key)

    def _table(self, schema: Mapping[str, Any]) -> Iterator[str]:
        texts = self.texts
        yield f"| {texts['key']} | {texts['meaning']} | {texts['value']} | {texts['example']} |"
        yield "| --- | --- | --- | --- |"
        for key, child in schema.get("properties", {}).items():
            described = {**_annotations(self._resolve(child)), **_annotations(child)}
            required = f" ({texts['required']})" if key in schema.get("required", ()) else ""
            meaning = f"**{self._title(described)}**. {self._description(described)}"
            example = json.dumps(described.get("examples", [""])[0], ensure_ascii=False)
            if len(example) > 90:
                example = example[:87] + "…"
            yield f"| `{key}`{required} | {_cell(meaning)} | {_cell(self._value(child))} | `{_cell(example)}` |"
        yield ""

    def _value(self, schema: Mapping[str, Any]) -> str:
        """What may be written there."""
        target = self._resolve(schema)
        if target.get("type") == "array":
            return f"{self.texts['list']} {self._value(target['items'])}"
        if target.get("type") == "object":
            if "$ref" in schema:
                anchor = self._anchor(schema["$ref"])
                return f"{self.texts['see']} [`{anchor}`](#{anchor})"
            return ", ".join(f"`{key}`" for key in target.get("properties", {}))
        if "enum" in target:
            return f"{self.texts['one_of']} " + ", ".join(f"`{value}`" for value in target["enum"])
        if "x-reference" in target:
            return f"{self.texts['id_from']} `{target['x-reference']}`"
        kind = self.texts["types"][target.get("type", "string")]
        return f"{kind} ({target['format']})" if "format" in target else str(kind)

    def _resolve(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        resolved: Mapping[str, Any] = self.schemas.lookup(schema["$ref"]) if "$ref" in schema else schema
        return resolved

    def _anchor(self, reference: str) -> str:
        return reference.rsplit("/", 1)[-1]

    def _title(self, schema: Mapping[str, Any]) -> str:
        return str(self._localised(schema, "title"))

    def _description(self, schema: Mapping[str, Any]) -> str:
        return str(self._localised(schema, "description"))

    def _localised(self, schema: Mapping[str, Any], key: str) -> Any:
        local = schema.get("x-uk", {}) if self.language == "uk" else {}
        return local.get(key, schema.get(key, ""))


def _annotations(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {key: schema[key] for key in ("title", "description", "examples", "x-uk") if key in schema}


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    """Write both files."""
    schemas = SchemaSet(PROJECT / "schemas")
    for language, path in FILES.items():
        path.write_text(dictionary(schemas, language), encoding="utf-8")


if __name__ == "__main__":
    main()
