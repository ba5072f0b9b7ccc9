"""A YAML file as values with their places, and safe ways to look into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from cso.content.findings import START, Finding, Position

#: Where a value stands: keys (text) and list indexes (from 0) from the root, e.g. `("hotlines", 0, "names", "uk")`.
Location: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Positions:
    """Line and column of every value and key of a document.

    Args:
        values: location to the position of the value.
        keys: location of a value to the position of its key (entries of lists have none).
    """

    values: Mapping[Location, Position] = field(default_factory=dict)
    keys: Mapping[Location, Position] = field(default_factory=dict)

    def value(self, location: Location) -> Position:
        """Position of the value at `location`, or of the nearest parent that is known."""
        for length in range(len(location), -1, -1):
            position = self.values.get(location[:length])
            if position is not None:
                return position
        return START

    def key(self, location: Location) -> Position:
        """Position of the key in front of the value at `location`; without one, that of the value."""
        return self.keys.get(location) or self.value(location)


@dataclass(frozen=True)
class Document:
    """One YAML file: its values, where each stands, and what it is.

    The values may be wrong in any way (a check reports everything in one run, so rules also see documents that do not
    fit their schema): look into them with `get`, `text`, `mapping` and `items`, which never fail.

    Args:
        file: path as shown in findings.
        path: path on disk.
        data: the root, a mapping of plain dicts, lists and text (after `schema.typed` numbers and booleans too).
        positions: line and column of every value.
        schema: name of its schema, e.g. `organization` or `vocabularies/regions`; empty until known.
        empty: locations where a key stands without a value; they are not in `data`.
    """

    file: str
    path: Path
    data: dict[str, Any]
    positions: Positions = field(default_factory=Positions)
    schema: str = ""
    empty: frozenset[Location] = frozenset()

    def get(self, location: Location, default: Any = None) -> Any:
        """The value at `location`, or `default` if anything on the way is missing or of another kind."""
        value: Any = self.data
        for step in location:
            in_mapping = isinstance(value, dict) and step in value
            in_list = isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)
            if not (in_mapping or in_list):
                return default
            value = value[step]
        return value

    def text(self, location: Location) -> str:
        """The text at `location`; empty if there is none or if it is no text."""
        value = self.get(location)
        return value if isinstance(value, str) else ""

    def mapping(self, location: Location) -> dict[str, Any]:
        """The mapping at `location`; empty if there is none or if it is something else."""
        value = self.get(location)
        return value if isinstance(value, dict) else {}

    def items(self, location: Location = ()) -> Iterator[tuple[Location, Any]]:
        """Location and value of each entry of the list or mapping at `location`; nothing if it is neither."""
        value = self.get(location)
        if isinstance(value, dict):
            for key, entry in value.items():
                yield (*location, key), entry
        elif isinstance(value, list):
            for index, entry in enumerate(value):
                yield (*location, index), entry

    def location_at(self, position: Position) -> Location:
        """The deepest value or key that begins at or before a place; the root if there is none."""
        where = (position.line, position.column)
        best: tuple[tuple[int, int], int, Location] = ((0, 0), 0, ())
        for positions in (self.positions.values, self.positions.keys):
            for location, begins in positions.items():
                at = (begins.line, begins.column)
                if at <= where and (at, len(location)) >= best[:2]:
                    best = (at, len(location), location)
        return best[2]

    def finding(self, location: Location, code: str, /, **arguments: str) -> Finding:
        """A finding on the value at `location`; arguments as in `Finding.at`."""
        return Finding.at(self.file, self.positions.value(location), code, **arguments)

    def key_finding(self, location: Location, code: str, /, **arguments: str) -> Finding:
        """A finding on the key in front of the value at `location`; arguments as in `Finding.at`."""
        return Finding.at(self.file, self.positions.key(location), code, **arguments)
