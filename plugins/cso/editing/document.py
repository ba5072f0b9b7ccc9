"""One file of content that is being changed: each change touches the lines of its value and no other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from cso.content.document import Location
from cso.content.reader import C_PARSER_PRESENT, read_yaml_bytes
from cso.content.repository import default_schemas
from cso.content.schema import SchemaSet
from cso.content.text import decode
from cso.editing.round_trip import LINE_LENGTH
from cso.editing.writing import flow, inline, key_order, lines_of

_LOADER: Any = yaml.CBaseLoader if C_PARSER_PRESENT else yaml.BaseLoader


class EditError(Exception):
    """A change that cannot be made: the file cannot be read, or there is no such place in it."""


class EditableDocument:
    """The text of a YAML file with the means to change it.

    A value that is set is written in the canonical form, a new key in the place that the schema gives it. Comments and
    all other lines stay as they are, byte for byte.

    Args:
        text: the file.
        schema_name: name of its schema, e.g. `organization`.
        schemas: the schemas.

    Raises:
        EditError: this is not YAML that `cso check` can read.
    """

    def __init__(self, text: str, schema_name: str, schemas: SchemaSet) -> None:
        self._schemas = schemas
        self._schema_name = schema_name
        self._lines = text.split("\n")
        self._read()

    @classmethod
    def read(cls, path: Path, schema_name: str, schemas: SchemaSet | None = None) -> EditableDocument:
        """Read a file.

        Args:
            path: the file.
            schema_name: name of its schema.
            schemas: the schemas; those of this project if left out.

        Raises:
            EditError: the file is not there, or cannot be read.
        """
        try:
            content = path.read_bytes()
        except OSError as error:
            raise EditError(f"{path}: {error.strerror}") from None
        return cls.from_bytes(content, schema_name, schemas)

    @classmethod
    def from_bytes(cls, content: bytes, schema_name: str, schemas: SchemaSet | None = None) -> EditableDocument:
        """Take the bytes of a file; arguments as for `read`."""
        source, findings = decode(content, "")
        if source is None:
            raise EditError(", ".join(sorted({finding.code for finding in findings})))
        return cls(source.text, schema_name, schemas or SchemaSet(default_schemas(Path("content"))))

    @property
    def data(self) -> Mapping[str, Any]:
        """All values: mappings, lists and text."""
        return self._data

    @property
    def text(self) -> str:
        """The file as it is now."""
        return "\n".join(self._lines)

    def get(self, location: Location) -> Any:
        """The value at a place, or None."""
        value: Any = self._data
        for step in location:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def set(self, location: Location, value: Any) -> None:
        """Write a value, in place of what stands there or as a new key; mappings above it are made as needed.

        Args:
            location: keys and indexes of the place; an index must be that of an item that is there.
            value: text, numbers, booleans, mappings and lists of these; never empty.

        Raises:
            EditError: there is no such item, or a text stands where the location goes on.
        """
        if not location:
            raise EditError("the whole file cannot be replaced")
        if self.get(location) == value and value is not None:
            return
        nodes = self._nodes(location)
        if len(nodes) == len(location) + 1:
            self._replace(location, nodes, value)
            return
        there = max(len(nodes), 1)  # a file of comments has no root yet
        for step in reversed(location[there:]):
            if isinstance(step, int):
                raise EditError(f"no item {step}")
            value = {step: value}
        self._insert_key(location[:there], nodes, value)

    def append(self, location: Location, value: Any) -> None:
        """Add an item at the end of a list; the list is made if it is not there.

        Raises:
            EditError: no list stands there.
        """
        nodes = self._nodes(location)
        if len(nodes) <= len(location):
            self.set(location, [value])
            return
        node = nodes[-1]
        if not isinstance(node, yaml.SequenceNode):
            raise EditError("not a list")
        if _first_flow(nodes) is not None or not node.value:
            self._replace(location, nodes, [*self.get(location), value])
            return
        schema = self._schemas.chain(self._schema_name, (*location, 0))[-1]
        indent = self._dash_column(node.value[-1])
        self._put(_last_line(node, self._lines) + 1, lines_of(None, value, schema, self._schemas, indent))

    def remove(self, location: Location) -> None:
        """Take a key or an item away; what would be left empty by that goes too. Comments around it stay.

        Raises:
            EditError: there is no such place.
        """
        nodes = self._nodes(location)
        if not location or len(nodes) <= len(location):
            raise EditError("no such place")
        parent = self.get(location[:-1])
        if len(parent) == 1 and len(location) > 1:
            self.remove(location[:-1])
            return
        outer = _first_flow(nodes[:-1])
        if outer is not None:
            left = _without(self.get(location[:outer]), location[outer:])
            self._replace(location[:outer], nodes[: outer + 1], left)
            return
        first, last = self._span(location, nodes)
        if isinstance(location[-1], int) and self._shares_line(nodes[-1]):
            raise EditError("the item shares its line")
        if not isinstance(location[-1], int):
            self._hand_over_dash(nodes[-2], location[-1], first)
        del self._lines[first : last + 1]
        self._read()

    def _hand_over_dash(self, mapping: Any, key: str, first: int) -> None:
        """Where the first key of an item goes, its dash passes to the next."""
        column = mapping.value[0][0].start_mark.column
        dash = self._lines[first][:column]
        if mapping.value[0][0].value == key and dash.strip():
            next_line = mapping.value[1][0].start_mark.line
            self._lines[next_line] = dash + self._lines[next_line][column:]

    def _read(self) -> None:
        document, findings = read_yaml_bytes(self.text.encode(), "")
        accepted = {"empty-value", "empty-file"} if _nothing_in(self._lines) else {"empty-value"}
        broken = sorted({finding.code for finding in findings} - accepted)
        if broken:
            raise EditError(", ".join(broken))
        self._data: dict[str, Any] = document.data if document is not None else {}
        self._root: Any = yaml.compose(self.text, Loader=_LOADER)

    def _nodes(self, location: Location) -> list[Any]:
        """The nodes from the root down to `location`, as far as they are there."""
        nodes = [self._root] if self._root is not None else []
        for step in location:
            child = _child(nodes[-1], step) if nodes else None
            if child is None:
                break
            nodes.append(child)
        return nodes

    def _replace(self, location: Location, nodes: list[Any], value: Any) -> None:
        outer = _first_flow(nodes[:-1])
        if outer is not None:
            # Inside {…} and […] all of it is written anew.
            whole = _with(self.get(location[:outer]), location[outer:], value)
            self._replace(location[:outer], nodes[: outer + 1], whole)
            return
        schema = self._schemas.chain(self._schema_name, location)[-1]
        node, start, end = nodes[-1], nodes[-1].start_mark, nodes[-1].end_mark
        one_line = isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">") and start.line == end.line
        if one_line or (getattr(node, "flow_style", False) and start.line == end.line):
            room = LINE_LENGTH - start.column
            written = inline(value, schema, self._schemas, room)
            if written is None and isinstance(value, (dict, list)):
                written = flow(value, schema, self._schemas)
                written = written if len(written) <= room and not _has_lines(value) else None
            if written is not None:
                line = self._lines[start.line]
                gap = "" if line[: start.column].endswith((" ", "")) and start.column != end.column else " "
                self._lines[start.line] = line[: start.column] + gap + written + line[end.column :]
                self._read()
                return
        first, last = self._span(location, nodes)
        step = location[-1]
        if isinstance(step, int):
            new = lines_of(None, value, schema, self._schemas, self._dash_column(node))
            prefix = self._lines[first][: self._dash_column(node)]
        else:
            key = _key(nodes[-2], step)
            new = lines_of(step, value, schema, self._schemas, key.start_mark.column)
            # Where the mapping is an item of a list, its first key stands behind the dash.
            prefix = self._lines[first][: key.start_mark.column]
        new[0] = prefix + new[0][len(prefix) :]
        self._lines[first : last + 1] = new
        self._read()

    def _insert_key(self, location: Location, nodes: list[Any], value: Any) -> None:
        parent, step = nodes[-1] if nodes else None, location[-1]
        if isinstance(step, int):
            raise EditError(f"no item {step}")
        if parent is None:
            chain = self._schemas.chain(self._schema_name, location)
            self._put(len(self._lines) - (self._lines[-1] == ""), lines_of(step, value, chain[-1], self._schemas, 0))
            return
        if not isinstance(parent, yaml.MappingNode):
            raise EditError(f"{step}: a text or a list stands there")
        if _first_flow(nodes) is not None or not parent.value:
            whole = {**self.get(location[:-1]), step: value}
            self._replace(location[:-1], nodes, whole)
            return
        chain = self._schemas.chain(self._schema_name, location)
        order = key_order(chain[-2])
        place = order.get(step, len(order))
        before = [pair for pair in parent.value if order.get(pair[0].value, len(order)) <= place]
        column = parent.value[0][0].start_mark.column
        new = lines_of(step, value, chain[-1], self._schemas, column)
        if before:
            self._put(_last_line(before[-1][1], self._lines, before[-1][0]) + 1, new)
            return
        # Before the first key, which may stand behind a dash.
        first = parent.value[0][0].start_mark.line
        dash = self._lines[first][:column]
        if dash.strip():
            new[0] = dash + new[0][column:]
            self._lines[first] = " " * column + self._lines[first][column:]
        self._put(first, new)

    def _put(self, line: int, new: list[str]) -> None:
        self._lines[line:line] = new
        if self._lines[-1] != "":
            self._lines.append("")
        self._read()

    def _span(self, location: Location, nodes: list[Any]) -> tuple[int, int]:
        """First and last line (from 0) of a key with its value, or of an item of a list."""
        node, step = nodes[-1], location[-1]
        if isinstance(step, int):
            return self._dash_line(node), _last_line(node, self._lines)
        key = _key(nodes[-2], step)
        first: int = key.start_mark.line
        return first, _last_line(node, self._lines, key)

    def _dash_line(self, item: Any) -> int:
        line: int = item.start_mark.line
        before = self._lines[line][: item.start_mark.column]
        while not before.rstrip().endswith("-"):
            line -= 1
            before = self._lines[line]
        return line

    def _dash_column(self, item: Any) -> int:
        line = self._dash_line(item)
        end = item.start_mark.column if line == item.start_mark.line else None
        return self._lines[line][:end].rstrip().rindex("-")

    def _shares_line(self, item: Any) -> bool:
        """Whether something else stands before the dash of an item, as in `- - a`."""
        return bool(self._lines[self._dash_line(item)][: self._dash_column(item)].strip())


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value.strip() == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return node.value[step]
    return None


def _key(mapping: Any, step: str | int) -> Any:
    return next(key for key, _ in mapping.value if key.value.strip() == step)


def _first_flow(nodes: list[Any]) -> int | None:
    """Index of the outermost node in `{…}` or `[…]`."""
    return next((index for index, node in enumerate(nodes) if getattr(node, "flow_style", False)), None)


def _last_line(node: Any, lines: list[str], key: Any = None) -> int:
    """The last line (from 0) that belongs to a value; comments and empty lines behind it do not."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1], lines, last[0]) if isinstance(last, tuple) else _last_line(last, lines)
    end: int = node.end_mark.line
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        end -= node.end_mark.column == 0 or not lines[end][: node.end_mark.column].strip()
        while end > node.start_mark.line and not lines[end].strip():
            end -= 1
    if key is not None and (node.start_mark.line, node.start_mark.column) == (end, node.end_mark.column):
        return int(key.end_mark.line)  # nothing stands there
    return end


def _with(whole: Any, location: Location, value: Any) -> Any:
    """A copy of a value in which `value` stands at `location`."""
    if not location:
        return value
    step, rest = location[0], location[1:]
    if isinstance(whole, list):
        return [_with(entry, rest, value) if index == step else entry for index, entry in enumerate(whole)]
    return {**whole, step: _with(whole.get(step, {}), rest, value)}


def _without(whole: Any, location: Location) -> Any:
    """A copy of a value in which nothing stands at `location`."""
    step, rest = location[0], location[1:]
    if rest:
        return _with(whole, (step,), _without(whole[step], rest))
    if isinstance(whole, list):
        return [entry for index, entry in enumerate(whole) if index != step]
    return {key: entry for key, entry in whole.items() if key != step}


def _has_lines(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_lines, value.values()))
    if isinstance(value, list):
        return any(map(_has_lines, value))
    return "\n" in str(value)


def _nothing_in(lines: list[str]) -> bool:
    """Whether a file holds comments and empty lines only."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)
