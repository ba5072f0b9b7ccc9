"""ruamel.yaml set up for this project: every plain scalar is text, and comments stay."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

LINE_LENGTH = 120
"""Longest line that is written; longer texts are folded or stand in a block."""

_TEXT = "tag:yaml.org,2002:str"


class _TextResolver(VersionedResolver):
    """Takes every scalar for text, as `cso.content.reader` does."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)


def load(text: str) -> Any:
    """Values with their comments and styles; every scalar a kind of text."""
    return _yaml(LINE_LENGTH).load(text)


def dump(value: Any, width: int = LINE_LENGTH) -> str:
    """Values to YAML; what `load` gave keeps its comments and styles.

    Args:
        value: mappings, lists and text.
        width: where folded text is broken.
    """
    stream = io.StringIO()
    _yaml(width).dump(value, stream)
    return stream.getvalue()


def _yaml(width: int) -> Any:
    parser = YAML(typ="rt")
    parser.Resolver = _TextResolver
    parser.preserve_quotes = True
    parser.allow_duplicate_keys = False
    parser.allow_unicode = True
    parser.width = width
    parser.indent(mapping=2, sequence=4, offset=2)
    return parser


def looks_like_text(text: str) -> bool:
    """Whether every program that reads YAML takes this plain scalar for text.

    A number, a date, a time, `no` or `~` would become something else elsewhere, in an editor or a form.
    """
    return all(resolver.resolve(yaml.ScalarNode, text, (True, False)) == _TEXT for resolver in _resolvers())


@cache
def _resolvers() -> tuple[Any, ...]:
    """How YAML 1.1 and YAML 1.2 tell types from looks."""
    return yaml.SafeLoader(""), _Version12()


class _Version12:
    """YAML 1.2 as ruamel.yaml reads it, with PyYAML's way of asking."""

    def __init__(self) -> None:
        self._resolver = VersionedResolver(version=(1, 2))

    def resolve(self, kind: Any, value: str, implicit: tuple[bool, bool]) -> str:
        return str(self._resolver.resolve(ScalarNode, value, implicit))
