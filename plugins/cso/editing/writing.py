"""Values to YAML as people would write it here: short words in one line, long texts folded, ambiguous text quoted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

from cso.content.schema import SchemaSet
from cso.editing.round_trip import LINE_LENGTH, dump, looks_like_text

_SHORT_LANGUAGE = 3
_NARROWEST = 60


def wants_text(schema: Mapping[str, Any]) -> bool:
    """Whether a merged schema wants text, not a number or a yes and no."""
    wanted = schema.get("type", "string")
    return not {"integer", "number", "boolean"} & ({wanted} if isinstance(wanted, str) else set(wanted))


def key_order(schema: Mapping[str, Any]) -> dict[str, int]:
    """The place of each key in a mapping, as its merged schema lists them."""
    return {key: place for place, key in enumerate(schema.get("properties", {}))}


def lines_of(key: str | None, value: Any, schema: Mapping[str, Any], schemas: SchemaSet, indent: int) -> list[str]:
    """A key with its value, or an item of a list, as lines of YAML.

    Args:
        key: the key, or None for an item of a list.
        value: text, numbers, booleans, mappings and lists of these.
        schema: merged schema of the value.
        schemas: the schemas.
        indent: how many spaces stand before the key or the dash.

    Returns:
        The lines without line feeds, indented.
    """
    room = max(LINE_LENGTH - indent, _NARROWEST)
    ready = _styled(value, schema, schemas, room - (len(key) + 2 if key else 2))
    if key is not None:
        lines = dump(CommentedMap({key: ready}), room).splitlines()
    else:
        # ruamel.yaml indents the items of a list at the root by two.
        lines = [line[2:] for line in dump(CommentedSeq([ready]), room + 2).splitlines()]
    return [f"{' ' * indent}{line}".rstrip() for line in lines]


def flow(value: Any, schema: Mapping[str, Any], schemas: SchemaSet) -> str:
    """A value in one line, as inside `{…}` and `[…]`, however long."""
    ready = _styled(value, schema, schemas, 10**6)
    if isinstance(ready, (CommentedMap, CommentedSeq)):
        _make_flow(ready)
    return dump(CommentedMap({"k": ready}), 10**6).rstrip("\n").removeprefix("k: ")


def inline(value: Any, schema: Mapping[str, Any], schemas: SchemaSet, room: int) -> str | None:
    """A text that fits into `room` characters behind its key, as YAML; None for all else."""
    if isinstance(value, (dict, list)):
        return None
    ready = _styled(value, schema, schemas, room)
    if isinstance(ready, (FoldedScalarString, LiteralScalarString)):
        return None
    return dump(CommentedMap({"k": ready}), 10**6).rstrip("\n").removeprefix("k: ")


def _styled(value: Any, schema: Mapping[str, Any], schemas: SchemaSet, room: int) -> Any:
    """The value with the styles in which it will be written."""
    if isinstance(value, Mapping):
        children = {
            str(key): _styled(entry, schemas.child(schema, str(key)), schemas, room - 2) for key, entry in value.items()
        }
        order = key_order(schema)
        ordered = CommentedMap(
            (key, children[key]) for key in sorted(children, key=lambda key: order.get(key, len(order)))
        )
        if _short_words(value) and _fits(ordered, room):
            _make_flow(ordered)
        return ordered
    if isinstance(value, (list, tuple)):
        items = CommentedSeq(
            _styled(entry, schemas.child(schema, index), schemas, room - 4) for index, entry in enumerate(value)
        )
        if not any(isinstance(entry, (Mapping, list, tuple)) for entry in value) and _fits(items, room):
            _make_flow(items)
        return items
    return _scalar(value, schema, room)


def _scalar(value: Any, schema: Mapping[str, Any], room: int) -> Any:
    """A text, with the style in which it will be written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if "\n" in text:
        return LiteralScalarString(text.rstrip("\n"))
    if wants_text(schema) and not looks_like_text(text):
        return DoubleQuotedScalarString(text)
    if len(text) > room and " " in text and text == " ".join(text.split(" ")).strip():
        return FoldedScalarString(text)
    return text


def _short_words(value: Mapping[str, Any]) -> bool:
    """Whether a mapping says one thing: in several languages, or as an answer with its `value`."""
    if any(isinstance(entry, (Mapping, list, tuple)) or "\n" in str(entry) for entry in value.values()):
        return False
    return "value" in value or all(len(key) <= _SHORT_LANGUAGE for key in value)


def _fits(value: Any, room: int) -> bool:
    entries = value.values() if isinstance(value, CommentedMap) else value
    if any(isinstance(entry, (FoldedScalarString, LiteralScalarString)) for entry in entries):
        return False
    copied = type(value)(value)
    copied.fa.set_flow_style()
    return len(dump(CommentedMap({"k": copied}), 10**6).rstrip("\n")) - len("k: ") <= room


def _make_flow(value: Any) -> None:
    value.fa.set_flow_style()
    for entry in value.values() if isinstance(value, CommentedMap) else value:
        if isinstance(entry, (CommentedMap, CommentedSeq)):
            _make_flow(entry)
