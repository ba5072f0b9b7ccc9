"""Text in a form in which disguises fall away, with the way back to the characters of the original."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});?")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--.*?-->", re.DOTALL)
_EMPHASIS = re.compile(r"[*_`~]+|\\(?=\W)")
_MARKED = re.compile(r"[&%<*_`~\\]")
_BLANKS = dict.fromkeys(map(ord, "\t\n\r"), " ")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")

#: Every dash people type for a hyphen.
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_DASHES = frozenset("\u2013\u2014\u2015")


@dataclass(frozen=True)
class Span:
    """A part of a text.

    Args:
        kind: what was found there.
        start: index of the first character in the original text.
        end: index after the last character.
        value: what was found, in plain form. Never shown to anybody: findings do not repeat it.
    """

    kind: str
    start: int
    end: int
    value: str


@dataclass(frozen=True)
class PlainText:
    """A text with its disguises taken off.

    Args:
        text: the plain form.
        origins: index in the original text of each character of `text`, and of the end.
        original_length: length of the original.
    """

    text: str
    origins: Sequence[int]

    def span(self, kind: str, start: int, end: int, value: str | None = None) -> Span:
        """The span of `text[start:end]` in the original."""
        last = self.origins[end - 1] + 1 if end > start else self.origins[start]
        return Span(kind, self.origins[start], last, self.text[start:end] if value is None else value)


def plain(text: str, *, is_markdown: bool = False) -> PlainText:
    """Take off what makes a text look other to a search than to a reader.

    Compatibility forms (full-width digits) become ordinary characters, every dash a hyphen or an en dash, every space
    a space, every digit an ASCII one; invisible characters go. In Markdown also: entities are resolved, tags and the
    marks of emphasis go, and percent-encoding is resolved.
    """
    if text.isascii() and not (is_markdown and _MARKED.search(text)):
        return PlainText(text.translate(_BLANKS), range(len(text) + 1))
    pieces: list[tuple[str, int]] = [(character, index) for index, character in enumerate(text)]
    if is_markdown:
        pieces = _replaced(pieces, _ENTITY, html.unescape)
        pieces = _replaced(pieces, _PERCENT, unquote)
        pieces = _replaced(pieces, _TAG, _without_tag)
        pieces = _replaced(pieces, _EMPHASIS, _without_emphasis)
    characters: list[str] = []
    origins: list[int] = []
    for piece, origin in pieces:
        for character in _simple(piece):
            characters.append(character)
            origins.append(origin)
    return PlainText("".join(characters), (*origins, len(text)))


def _without_tag(tag: str) -> str:
    # The target of a link is looked at like any other text.
    return tag if "href" in tag.lower() or "src" in tag.lower() else ""


def _without_emphasis(marks: str) -> str:
    # A single underscore may belong to a name (my_bot); everything else is markup.
    return "_" if marks == "_" else ""


def _replaced(
    pieces: list[tuple[str, int]], pattern: re.Pattern[str], change: Callable[[str], str]
) -> list[tuple[str, int]]:
    text = "".join(piece for piece, _ in pieces)
    if len(text) != len(pieces):
        raise AssertionError("one character to a piece")
    result: list[tuple[str, int]] = []
    position = 0
    for match in pattern.finditer(text):
        result.extend(pieces[position : match.start()])
        origin = pieces[match.start()][1]
        result.extend((character, origin) for character in change(match[0]))
        position = match.end()
    result.extend(pieces[position:])
    return result


@lru_cache(maxsize=4096)
def _simple(character: str) -> str:
    if character.isascii():
        return " " if character in "\t\n\r" else character
    if character in _DASHES:
        return "\u2013"
    if ord(character) in _HYPHENS:
        return "-"
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Mn" and "\u20d0" <= character <= "\u20ff":  # keycaps and rings around digits
        return ""
    if 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    return unicodedata.normalize("NFKC", character)
