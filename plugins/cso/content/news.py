"""News of organisations: `organizations/<slug>/news/*.md`, with metadata lines as in Pelican's Markdown articles.

The lines are taken apart here, not by Pelican's reader, because findings need the number of each line. Both read a file
the same way, which a test compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cso.content.places import in_news_folder
from cso.content.repository import Content, MarkdownDocument

#: Metadata that an item may have, as Pelican writes their names; the first two must be there.
KEYS = ("Title", "Date", "Lang", "Summary", "Slug", "Modified", "Source")
REQUIRED = ("Title", "Date")

#: The language of an item that names none, as `DEFAULT_LANG` in pelicanconf.py.
DEFAULT_LANGUAGE = "uk"

_FIELD = re.compile(r"[ ]{0,3}([A-Za-z0-9_-]+):\s*(.*)")
_MORE = re.compile(r"[ ]{4,}(.*)")
_BEGIN = re.compile(r"-{3}(\s.*)?")
_END = re.compile(r"(-{3}|\.{3})(\s.*)?")
_DATE_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-")


@dataclass(frozen=True)
class Field:
    """One metadata line.

    Args:
        key: its name as written.
        value: what stands behind the colon, with lines that continue it.
        line: its number in the file, from 1.
    """

    key: str
    value: str
    line: int


@dataclass(frozen=True)
class NewsFile:
    """A file of news taken apart.

    Args:
        document: the file.
        fields: its metadata lines in the order of the file, repeated ones too.
        body: the Markdown below them.
    """

    document: MarkdownDocument
    fields: tuple[Field, ...]
    body: str

    @property
    def by_key(self) -> Mapping[str, Field]:
        """The first line of each name, by the name in small letters."""
        return {field.key.lower(): field for field in reversed(self.fields)}

    def value(self, key: str) -> str:
        """What a metadata line says, or empty."""
        field = self.by_key.get(key.lower())
        return field.value if field else ""

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.value("Lang") or DEFAULT_LANGUAGE

    @property
    def slug(self) -> str:
        """Its name in addresses: the line `Slug:`, else the name of the file without the date in front."""
        return self.value("Slug") or _DATE_IN_NAME.sub("", self.document.path.stem, count=1)


def news_files(content: Content) -> Iterator[NewsFile]:
    """Every file of news, in the order of the folders."""
    for document in content.markdown:
        if in_news_folder(document.path.relative_to(content.root)):
            yield read_news(document)


def read_news(document: MarkdownDocument) -> NewsFile:
    """Take a file of news apart by the rules of Markdown's metadata: up to the first empty or ordinary line."""
    lines = document.text.split("\n")
    fields: list[Field] = []
    number = 1 if _BEGIN.match(lines[0]) else 0
    while number < len(lines):
        line = lines[number]
        if not line.strip() or _END.match(line):
            number += 1
            break
        field, more = _FIELD.match(line), _MORE.match(line)
        if field:
            fields.append(Field(field[1], field[2].strip(), number + 1))
        elif more and fields:
            last = fields[-1]
            fields[-1] = Field(last.key, f"{last.value}\n{more[1].strip()}".strip(), last.line)
        else:
            break
        number += 1
    return NewsFile(document, tuple(fields), "\n".join(lines[number:]).strip())
