"""Words for the same thing, for search."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words for one thing: who looks for one of them finds what holds another.

    `words` is a tuple of (language, words and phrases in their first form).
    """

    id: str
    words: tuple[tuple[str, tuple[str, ...]], ...]
