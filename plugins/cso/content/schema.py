"""The schemas as the one contract: they give values their types, find what does not fit, and drive the rules.

The files are JSON Schema 2020-12. They are read once; references between them are made absolute, so that a part of a
schema can be looked at anywhere without knowing which file it came from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from cso.content.document import Document, Location
from cso.content.findings import Finding, Position
from cso.content.formats import format_checker
from cso.content.limits import MAX_FRACTION_DIGITS, MAX_INTEGER_DIGITS, MAX_NESTING
from cso.content.schema_errors import findings_of

__all__ = ["Place", "SchemaError", "SchemaSet", "typed", "validate", "walk"]

#: Every schema says where it lives: this, then its path below the folder of schemas.
SCHEMA_BASE = "https://example.org/schemas/"

_ENDING = ".schema.json"
_INTEGER = re.compile(rf"-?(0|[1-9][0-9]{{0,{MAX_INTEGER_DIGITS - 1}}})")
_NUMBER = re.compile(rf"{_INTEGER.pattern}(\.[0-9]{{1,{MAX_FRACTION_DIGITS}}})?")
_LONGEST_CHAIN = 32


class SchemaError(Exception):
    """The schemas themselves are broken or missing: a mistake in the project, never in the content."""


@dataclass(frozen=True)
class Place:
    """One value of a document together with what its schema says.

    Args:
        document: the document.
        location: where the value stands in it.
        value: the value.
        schema: the schema of the value with references and unconditional `allOf` merged in, annotations included;
            empty where the schema knows no such place.
    """

    document: Document
    location: Location
    value: Any
    schema: Mapping[str, Any]

    @property
    def position(self) -> Position:
        """Line and column of the value."""
        return self.document.positions.value(self.location)

    def finding(self, code: str, **arguments: str) -> Finding:
        """A finding on this value; arguments as in `Finding.at`."""
        return Finding.at(self.document.file, self.position, code, **arguments)


class SchemaSet:
    """All schemas of a folder.

    Args:
        directory: the folder, read with all below it.

    Raises:
        SchemaError: the folder holds no schema, one cannot be read, or a reference leads nowhere.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._schemas = _load(directory)
        self._merged: dict[int, Mapping[str, Any]] = {}
        self._validators: dict[str, Draft202012Validator] = {}
        for name, schema in self._schemas.items():
            for reference in _references(schema):
                self._check_reference(name, reference)

    @property
    def names(self) -> frozenset[str]:
        """Names of the schemas: path below the folder without `.schema.json`, e.g. `vocabularies/regions`."""
        return frozenset(self._schemas)

    def schema(self, name: str) -> Mapping[str, Any]:
        """One schema as read, its references absolute.

        Raises:
            SchemaError: there is no such schema.
        """
        try:
            return self._schemas[name]
        except KeyError:
            raise SchemaError(f"no schema {name}{_ENDING} in {self.directory}") from None

    def lookup(self, reference: str) -> Any:
        """The part of a schema that an absolute `$ref` leads to.

        Raises:
            SchemaError: the reference leads nowhere.
        """
        uri, fragment = urldefrag(reference)
        part: Any = self._schemas.get(uri.removeprefix(SCHEMA_BASE).removesuffix(_ENDING))
        for step in fragment.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            part = part.get(key) if isinstance(part, dict) else None
        if part is None:
            raise SchemaError(f"reference to nothing: {reference}")
        return part

    def merged(self, schema: Any) -> Mapping[str, Any]:
        """A schema with what it refers to merged in; what stands beside a `$ref` wins. Conditions are left alone."""
        return self._merge(schema, _LONGEST_CHAIN)

    def _merge(self, schema: Any, chain_left: int) -> Mapping[str, Any]:
        if not isinstance(schema, dict):
            return {}
        known = self._merged.get(id(schema))
        if known is not None:
            return known
        if chain_left == 0:
            raise SchemaError("references that lead to themselves")
        merged: dict[str, Any] = {}
        parts = [self.lookup(schema["$ref"])] if "$ref" in schema else []
        parts += [part for part in schema.get("allOf", ()) if isinstance(part, dict) and "if" not in part]
        parts_merged = [self._merge(part, chain_left - 1) for part in parts]
        for part in [*parts_merged, {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}]:
            properties = {**merged.get("properties", {}), **part.get("properties", {})}
            merged.update(part)
            if properties:
                merged["properties"] = properties
        self._merged[id(schema)] = merged
        return merged

    def child(self, schema: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
        """Merged schema of an entry of a value whose merged schema is given; empty if the schema knows none.

        Args:
            schema: merged schema of a mapping or list.
            step: key or index of the entry.
        """
        if isinstance(step, int):
            first = schema.get("prefixItems", ())
            return self.merged(first[step] if step < len(first) else schema.get("items"))
        properties = schema.get("properties", {})
        if step in properties:
            return self.merged(properties[step])
        for pattern, part in schema.get("patternProperties", {}).items():
            if re.search(pattern, step):
                return self.merged(part)
        return self.merged(schema.get("additionalProperties"))

    def chain(self, name: str, location: Location) -> list[Mapping[str, Any]]:
        """Merged schemas from the root of a document down to `location`, one for each step and one for the root."""
        chain = [self.merged(self.schema(name))]
        for step in location:
            chain.append(self.child(chain[-1], step))
        return chain

    def validator(self, name: str) -> Draft202012Validator:
        """The validator of a schema, made once."""
        if name not in self._validators:
            self._validators[name] = Draft202012Validator(
                self.schema(name), registry=self._registry, format_checker=_FORMAT_CHECKER
            )
        return self._validators[name]

    @cached_property
    def _registry(self) -> Any:
        resources = [
            (f"{SCHEMA_BASE}{name}{_ENDING}", Resource.from_contents(schema, default_specification=DRAFT202012))
            for name, schema in self._schemas.items()
        ]
        return Registry().with_resources(resources)

    def _check_reference(self, name: str, reference: str) -> None:
        try:
            self.lookup(reference)
        except SchemaError as error:
            raise SchemaError(f"{name}{_ENDING}: {error}") from None


_FORMAT_CHECKER = format_checker()


def typed(document: Document, schema_name: str, schemas: SchemaSet) -> Document:
    """Turn text into whole numbers, numbers and booleans, where and only where the schema says so.

    A text that does not fit stays text, so that `validate` can say what is wrong with it.

    Args:
        document: a document whose scalars are text.
        schema_name: name of its schema, e.g. `organization`.
        schemas: the schemas.

    Returns:
        The same document with typed values and `schema` set.
    """
    data = _typed(document.data, schemas.merged(schemas.schema(schema_name)), schemas)
    return replace(document, data=data, schema=schema_name)


def validate(document: Document, schema_name: str, schemas: SchemaSet) -> list[Finding]:
    """Everything in a typed document that does not fit its schema, sorted, in words.

    Args:
        document: a document from `typed`.
        schema_name: name of its schema.
        schemas: the schemas.
    """
    errors = schemas.validator(schema_name).iter_errors(document.data)
    return sorted(findings_of(errors, document, schema_name, schemas))


def walk(document: Document, schema_name: str, schemas: SchemaSet) -> Iterator[Place]:
    """Every value of a document with its schema, parents before children, in the order of the file.

    Args:
        document: the document, fitting its schema or not.
        schema_name: name of its schema.
        schemas: the schemas.
    """
    yield from _walk(document, (), document.data, schemas.merged(schemas.schema(schema_name)), schemas)


def _walk(
    document: Document, location: Location, value: Any, schema: Mapping[str, Any], schemas: SchemaSet
) -> Iterator[Place]:
    yield Place(document, location, value, schema)
    if len(location) > MAX_NESTING:
        return
    entries: Any = ()
    if isinstance(value, dict):
        entries = value.items()
    elif isinstance(value, list):
        entries = enumerate(value)
    for step, entry in entries:
        yield from _walk(document, (*location, step), entry, schemas.child(schema, step), schemas)


def _typed(value: Any, schema: Mapping[str, Any], schemas: SchemaSet) -> Any:
    if isinstance(value, dict):
        return {key: _typed(entry, schemas.child(schema, key), schemas) for key, entry in value.items()}
    if isinstance(value, list):
        return [_typed(entry, schemas.child(schema, index), schemas) for index, entry in enumerate(value)]
    if not isinstance(value, str):
        return value
    wanted = schema.get("type", ())
    wanted = (wanted,) if isinstance(wanted, str) else wanted
    if "boolean" in wanted and value in ("true", "false"):
        return value == "true"
    if ("integer" in wanted or "number" in wanted) and _INTEGER.fullmatch(value):
        return int(value)
    if "number" in wanted and _NUMBER.fullmatch(value):
        return float(value)
    return value


def _load(directory: Path) -> dict[str, dict[str, Any]]:
    schemas: dict[str, dict[str, Any]] = {}
    for path in sorted(directory.glob(f"**/*{_ENDING}")):
        name = path.relative_to(directory).as_posix().removesuffix(_ENDING)
        try:
            schema = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise SchemaError(f"{path}: {error}") from None
        if not isinstance(schema, dict):
            raise SchemaError(f"{path}: not an object")
        schemas[name] = _prepared(schema, f"{SCHEMA_BASE}{name}{_ENDING}")
    if not schemas:
        raise SchemaError(f"no schemas in {directory}")
    return schemas


def _prepared(schema: Any, base: str) -> Any:
    """A copy with every `$ref` absolute, and `false` as `{"not": {}}`, whose errors tell where they happened."""
    if isinstance(schema, list):
        return [_prepared(part, base) for part in schema]
    if not isinstance(schema, dict):
        return schema
    prepared: dict[str, Any] = {}
    for key, part in schema.items():
        if key == "$ref" and isinstance(part, str):
            prepared[key] = urljoin(base, part)
        elif key == "properties" and isinstance(part, dict):
            prepared[key] = {
                name: {"not": {}} if value is False else _prepared(value, base) for name, value in part.items()
            }
        elif key in ("examples", "const", "enum", "default", "$id"):
            prepared[key] = part
        else:
            prepared[key] = _prepared(part, base)
    prepared.pop("$id", None)
    return prepared


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"]
        for part in schema.values():
            yield from _references(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _references(part)
