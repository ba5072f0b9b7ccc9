"""The data dictionary in `docs/` is the one the schemas make, and every property of the schemas explains itself."""

from collections.abc import Iterator
from typing import Any

import pytest

from cso.content.dictionary import FILES, PROJECT, dictionary
from cso.content.schema import SchemaSet

SCHEMAS = SchemaSet(PROJECT / "schemas")


@pytest.mark.parametrize("language", sorted(FILES))
def test_dictionary_is_current(language: str) -> None:
    assert FILES[language].read_text(encoding="utf-8") == dictionary(SCHEMAS, language), (
        "docs/profile*.md is out of date: run `python -m cso.content.dictionary`"
    )


def properties(schema: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property below a schema with its place."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and "x-why" not in schema:
            for key, child in schema["properties"].items():
                if isinstance(child, dict):
                    yield f"{place}/{key}", child
        for key, child in schema.items():
            if key not in ("if", "examples"):
                yield from properties(child, f"{place}/{key}")
    elif isinstance(schema, list):
        for number, child in enumerate(schema):
            yield from properties(child, f"{place}/{number}")


@pytest.mark.parametrize("name", sorted(SCHEMAS.names))
def test_every_property_is_explained_in_both_languages_with_an_example(name: str) -> None:
    silent = []
    for place, schema in properties(SCHEMAS.schema(name), name):
        target = SCHEMAS.lookup(schema["$ref"]) if "$ref" in schema else {}
        explained = {**target, **schema}
        ukrainian = explained.get("x-uk", {})
        texts = [
            explained.get("title"),
            explained.get("description"),
            ukrainian.get("title"),
            ukrainian.get("description"),
        ]
        if not all(texts) or "examples" not in explained:
            silent.append(place)
    assert silent == []
