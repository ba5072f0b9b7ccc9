"""A first profile to fill in, made from the schema: what must be there stands empty, all else is a comment."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from cso.content.schema import SchemaSet
from cso.editing.canonical import SCHEMA_LINE
from cso.editing.writing import lines_of

SCHEMA = "organization"
_WIDTH = 100
_LEFT_OUT = frozenset({"synthetic"})
"""Keys that no real organisation uses."""

_TEXTS = {
    "uk": {
        "intro": [
            "Профіль організації.",
            "Заповніть порожні рядки. Решта – приклади: щоб скористатися прикладом, приберіть «# » на початку "
            "його рядків і впишіть своє. Зайве можна стерти.",
            "Не пишіть тут адрес притулків, імен і особистих номерів: усе з цього файлу бачить кожен.",
            "Перевірити: cso check. Усі поля: docs/profile.uk.md",
        ],
        "required": "обов’язково",
        "more": "Ще можна вказати:",
    },
    "en": {
        "intro": [
            "Profile of an organisation.",
            "Fill in the empty lines. All else are examples: to use one, take away the “# ” in front of its "
            "lines and write your own. What you do not need can go.",
            "No address of a place to stay, no names, no personal numbers: everyone can read this file.",
            "To check it: cso check. All fields: docs/profile.md",
        ],
        "required": "required",
        "more": "There may also be:",
    },
}


def starter(schemas: SchemaSet, schema_address: str, basis: str, language: str) -> str:
    """The text of a new profile.

    It cannot be published before it is filled in: each empty line is a finding of `cso check`.

    Args:
        schemas: the schemas.
        schema_address: path of the schema from the folder of the profile, for editors.
        basis: `organization` or `public_source`.
        language: language of the comments, `uk` or `en`.
    """
    writer = _Starter(schemas, language)
    lines = [f"{SCHEMA_LINE}{schema_address}"]
    for paragraph in _TEXTS[language]["intro"]:
        lines += _comment(paragraph)
    return "\n".join([*lines, *writer.lines(basis)]) + "\n"


class _Starter:
    def __init__(self, schemas: SchemaSet, language: str) -> None:
        self._schemas = schemas
        self._language = language
        self._texts = _TEXTS[language]

    def lines(self, basis: str) -> Iterator[str]:
        """All keys in the order of the schema."""
        schema = self._schemas.merged(self._schemas.schema(SCHEMA))
        required, refused = self._wanted(schema, {"basis": basis})
        for key, raw in schema["properties"].items():
            if key in _LEFT_OUT or key in refused:
                continue
            part = self._schemas.merged(raw)
            yield ""
            yield from _comment(self._explained(part, key in required))
            if key == "basis":
                yield f"basis: {basis}"
            elif key in required:
                yield from self._empty(key, part, 0)
            else:
                example = lines_of(key, part["examples"][0], part, self._schemas, 0)
                yield from (f"# {line}" for line in example)
                yield from self._more(part)

    def _wanted(self, schema: Mapping[str, Any], data: Mapping[str, str]) -> tuple[set[str], set[str]]:
        """Which keys must be there, and which may not, with these values."""
        required, refused = set(schema["required"]), set()
        for condition in schema.get("allOf", self._schemas.schema(SCHEMA).get("allOf", ())):
            tested = condition.get("if", {}).get("properties", {})
            if tested and all(data.get(key) == test.get("const") for key, test in tested.items()):
                then = condition["then"]
                required |= set(then.get("required", ()))
                refused |= {key for key, part in then.get("properties", {}).items() if part == {"not": {}}}
        return required, refused

    def _empty(self, key: str, schema: Mapping[str, Any], indent: int) -> Iterator[str]:
        """A key that must be there, with nothing in it yet."""
        yield f"{' ' * indent}{key}:"
        needed = list(schema.get("required", ()))
        for inner in needed or [name for name in ("uk", "en") if name in schema.get("properties", ())]:
            part = self._schemas.child(schema, inner)
            if indent:
                title = self._words(part, "title")
                yield f"{' ' * (indent + 2)}{inner}: # {title}" if title else f"{' ' * (indent + 2)}{inner}:"
            else:
                yield from _comment(self._explained(part, inner in needed), indent + 2)
                yield from self._empty(inner, part, indent + 2)

    def _explained(self, schema: Mapping[str, Any], required: bool) -> str:
        note = f" ({self._texts['required']})" if required else ""
        return f"{self._words(schema, 'title')}{note}. {self._words(schema, 'description')}"

    def _more(self, schema: Mapping[str, Any]) -> Iterator[str]:
        """Names of the keys that the example does not show."""
        item = self._schemas.merged(schema["items"]) if "items" in schema else schema
        example = schema["examples"][0]
        shown = example[0] if isinstance(example, list) and example else example
        if isinstance(shown, dict):
            others = [name for name in item.get("properties", ()) if name not in shown]
            if others and not {"uk", "en"} & set(item.get("properties", ())):
                yield from _comment(f"{self._texts['more']} {', '.join(others)}.")

    def _words(self, schema: Mapping[str, Any], key: str) -> str:
        local = schema.get("x-uk", {}) if self._language == "uk" else {}
        return str(local.get(key, schema.get(key, "")))


def _comment(text: str, indent: int = 0) -> list[str]:
    prefix = f"{' ' * indent}# "
    return textwrap.wrap(
        text, _WIDTH, initial_indent=prefix, subsequent_indent=prefix, break_long_words=False, break_on_hyphens=False
    )
