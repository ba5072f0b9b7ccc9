"""Contributors' words in a comment: shown as they are, never read as markup, a mention or a link."""

from __future__ import annotations

import re

from cso.content.text import character_code

LONGEST = 300
"""Most characters of a value that are shown."""

_MARKUP = frozenset("&<>|`*_[]()@#~!\\:$")
"""Everything that Markdown, HTML or the platform could take for more than a letter; without `:` nothing is a link."""


def escaped(text: str, longest: int = LONGEST) -> str:
    """A text for a comment: markup as entities, invisible characters by their code, line feeds as signs, shortened."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    # An address that begins so becomes a link without a scheme.
    return re.sub(r"(?i)\bw(ww\.)", r"&#119;\1", "".join(map(_shown, short)))


def _shown(character: str) -> str:
    if character == "\n":
        return " ⏎ "
    if character in _MARKUP:
        return f"&#{ord(character)};"
    if not character.isprintable() or (character != "\t" and character_code(character) is not None):
        return f"⟨U+{ord(character):04X}⟩"
    return character
