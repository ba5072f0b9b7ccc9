"""One file of the site before it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

LONGEST_NAME = 255
"""Bytes in one part of a path: the limit of every common file system."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to publish: where, made by what, from what.

    Attributes:
        path: place below the output folder, with `/`, e.g. `help/in/lviv/index.html`.
        maker: gets `view` and gives the bytes of the file. It may use interface texts and the theme, and nothing else.
        view: a frozen value of exactly what the file shows.
    """

    path: str
    maker: Callable[[Any], bytes]
    view: Any

    def make(self) -> bytes:
        """Return the bytes of the file.

        Raises:
            TypeError: the maker gave something else than bytes.
            Exception: whatever the maker raised, with a note on which file it was.
        """
        try:
            data = self.maker(self.view)
        except Exception as error:
            error.add_note(f"while making {self.path}")
            raise
        if not isinstance(data, bytes):
            raise TypeError(f"the maker of {self.path} gave {type(data).__name__}, not bytes")
        return data


def problem_with_path(path: str) -> str | None:
    """Say why `path` cannot be a place below the output folder, or return None when it can."""
    if not path or path.startswith("/"):
        return "it is empty or begins with /"
    if "\\" in path or any(unicodedata.category(character) == "Cc" for character in path):
        return "it holds a backslash or a control character"
    if unicodedata.normalize("NFC", path) != path:
        return "its letters are not in their composed form (NFC)"
    for part in path.split("/"):
        if part in {"", ".", ".."}:
            return "it has an empty part, . or .."
        if len(part.encode()) > LONGEST_NAME:
            return f"the name {part[:30]}… is longer than {LONGEST_NAME} bytes"
    return None
