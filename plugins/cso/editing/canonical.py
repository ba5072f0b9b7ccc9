"""The canonical form of a file: what `cso fix` makes of it. Values and comments stay what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    PlainScalarString,
)

from cso.content.document import Location
from cso.content.findings import Finding
from cso.content.reader import EMPTY_WORDS, read_yaml_bytes
from cso.content.schema import SchemaSet
from cso.content.text import decode
from cso.editing.round_trip import dump, load, looks_like_text
from cso.editing.writing import wants_text

SCHEMA_LINE = "# yaml-language-server: $schema="
"""How a file tells editors its schema, so that they complete and explain its fields."""

_MENDED = frozenset({"empty-value", "byte-order-mark", "tab-character", "invisible-character"})
_UNWRAPPED = 10**6


class CannotBeFixed(Exception):  # noqa: N818  # a verdict on the file
    """A file that only a person can mend.

    Args:
        findings: why, as `cso check` says it; empty where the file itself is in order but has no canonical form.
    """

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings


@dataclass(frozen=True)
class Fixed:
    """A file in canonical form.

    Args:
        text: the file.
        emptied: places whose key or item was taken away because nothing stood there.
    """

    text: str
    emptied: tuple[Location, ...]


def canonical(
    content: bytes, shown: str, schema_name: str, schemas: SchemaSet, schema_address: str | None = None
) -> Fixed:
    """Bring a file into canonical form.

    Indentation, ends of lines and quotes become alike everywhere; text that another program could take for a number, a
    date or a yes is quoted; keys without a value go; the first line names the schema. Nothing else changes: the result
    is read back and compared.

    Args:
        content: the file.
        shown: its path as shown in findings.
        schema_name: name of its schema.
        schemas: the schemas.
        schema_address: path of the schema from the folder of the file, or None to leave the first line alone.

    Raises:
        CannotBeFixed: the file has mistakes in its structure, or its comments could not be kept.
    """
    source, _ = decode(content, shown)
    document, findings = read_yaml_bytes(content, shown)
    serious = [finding for finding in findings if finding.code not in _MENDED]
    if source is None or document is None or serious:
        raise CannotBeFixed(serious or findings)
    text = source.text if schema_address is None else _with_schema_line(source.text, schema_address)
    for without_empty in (True, False):
        try:
            fixed = _rewritten(text, schemas.merged(schemas.schema(schema_name)), schemas, without_empty)
        except YAMLError:
            break
        again, _ = read_yaml_bytes(fixed.text.encode(), shown)
        wanted = _pruned(document.data) if without_empty else document.data
        if again is not None and again.data == wanted and _comments(fixed.text) == _comments(text):
            return fixed
    raise CannotBeFixed([])


def _rewritten(text: str, schema: Mapping[str, Any], schemas: SchemaSet, without_empty: bool) -> Fixed:
    tree = load(_tidy(text))
    emptied = tuple(_prune(tree, ())) if without_empty else ()
    _restyle(tree, schema, schemas)
    return Fixed(_tidy(dump(tree, _UNWRAPPED)), emptied)


def _with_schema_line(text: str, address: str) -> str:
    """The text with its schema named in the first line."""
    lines = [line for line in text.split("\n") if not line.startswith(SCHEMA_LINE)]
    return "\n".join([f"{SCHEMA_LINE}{address}", *lines])


def _tidy(text: str) -> str:
    """No spaces at the ends of lines, one line feed at the end."""
    return re.sub(r"[ ]+$", "", text, flags=re.MULTILINE).strip("\n") + "\n"


def _restyle(value: Any, schema: Mapping[str, Any], schemas: SchemaSet) -> None:
    """Quote what needs it and unquote numbers and booleans, in place."""
    entries: list[tuple[Any, Any]] = []
    if isinstance(value, CommentedMap):
        entries = list(value.items())
    elif isinstance(value, CommentedSeq):
        entries = list(enumerate(value))
    for step, entry in entries:
        inner = schemas.child(schema, step)
        if isinstance(entry, (CommentedMap, CommentedSeq)):
            _restyle(entry, inner, schemas)
        elif isinstance(entry, str) and not isinstance(entry, (FoldedScalarString, LiteralScalarString)):
            if not wants_text(inner) and entry.strip():
                value[step] = PlainScalarString(entry)  # a plain str would be given the old quotes
            elif type(entry) is str and entry.strip() and not looks_like_text(entry):
                value[step] = DoubleQuotedScalarString(entry)


def _prune(value: Any, location: Location) -> Iterator[Location]:
    """Take away, in place, what holds nothing; gives where it was."""
    entries = list(value.items()) if isinstance(value, CommentedMap) else list(enumerate(value))
    for step, entry in reversed(entries):
        inner = (*location, str(step) if isinstance(value, CommentedMap) else step)
        if isinstance(entry, (CommentedMap, CommentedSeq)):
            yield from _prune(entry, inner)
            nothing = not entry
        else:
            nothing = str(entry).strip() in EMPTY_WORDS
        if nothing:
            yield inner
            del value[step]


def _pruned(value: Any) -> Any:
    """Values without empty lists and mappings (the reader leaves out empty text)."""
    if isinstance(value, dict):
        children = {key: _pruned(entry) for key, entry in value.items()}
        return {key: entry for key, entry in children.items() if entry not in ({}, [])}
    if isinstance(value, list):
        return [entry for entry in map(_pruned, value) if entry not in ({}, [])]
    return value


def _comments(text: str) -> Counter[str]:
    """The comments of a text, as YAML sees them; a `#` inside a text is none."""
    found: Counter[str] = Counter()
    lines = text.split("\n")
    covered = _covered(yaml.compose(text, Loader=yaml.BaseLoader), lines)
    for number, line in enumerate(lines):
        for match in re.finditer(r"(?:^|(?<=\s))#.*", line):
            if not any(start <= match.start() < end for start, end in covered.get(number, ())):
                found[match.group().rstrip()] += 1
                break
    return found


def _covered(node: Any, lines: list[str]) -> dict[int, list[tuple[int, int]]]:
    """For each line the columns in which text stands."""
    spans: dict[int, list[tuple[int, int]]] = {}
    waiting = [node] if node is not None else []
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, yaml.ScalarNode):
            start, end = inner.start_mark, inner.end_mark
            for line in range(start.line, min(end.line + 1, len(lines))):
                # Behind the sign of a block text a comment may stand.
                block_head = inner.style in ("|", ">") and line == start.line
                first = start.column if line == start.line else 0
                last = end.column if line == end.line else len(lines[line])
                spans.setdefault(line, []).append((first, first if block_head else last))
        elif isinstance(inner, yaml.MappingNode):
            waiting.extend(part for pair in inner.value for part in pair)
        else:
            waiting.extend(inner.value)
    return spans
