"""Reads every published byte: what a person, a search engine or a program could find in a built site."""

from __future__ import annotations

import contextlib
import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

import pikepdf
import pypdf

from cso.phones import spellings
from html_pages import HtmlPage, holds_number

#: Files that are text as they are.
TEXTS = frozenset(
    {".css", ".js", ".mjs", ".svg", ".json", ".jsonld", ".csv", ".xml", ".atom", ".txt", ".yaml", ".html", ".ttl"}
)
PICTURES = frozenset({".png", ".jpg", ".jpeg"})
#: The index of the search: packed files with words in them.
PACKED = frozenset({".pagefind", ".pf_index", ".pf_meta", ".pf_fragment", ".pf_filter", ".gz"})
#: Documents that are folders packed into one file.
FOLDERS = frozenset({".zip", ".xlsx", ".docx", ".ods", ".odt"})
#: A kind that is not listed here is not read yet, so it must not be published.
READ = TEXTS | PICTURES | PACKED | FOLDERS | {".pdf"}
#: Chunks of a PNG that may hold text, time or place; segments of a JPEG that may.
_PNG_NOTES = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_JPEG_NOTES = frozenset({*range(0xE1, 0xF0), 0xFE})


def suffix(path: str) -> str:
    """The ending of a path with its dot, in small letters."""
    name = path.rpartition("/")[2]
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""


def unread_kinds(paths: Iterable[str]) -> set[str]:
    """Endings of files that this module cannot read."""
    return {ending for ending in map(suffix, paths) if ending not in READ}


def picture_notes(data: bytes) -> list[str]:
    """Names of the parts of a picture that may tell who made it, when and where; empty for a clean one.

    Raises:
        ValueError: it is neither PNG nor JPEG.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return [name.decode() for name, _ in _png_chunks(data) if name in _PNG_NOTES]
    if data.startswith(b"\xff\xd8"):
        return [f"{marker:X}" for marker in _jpeg_markers(data) if marker in _JPEG_NOTES]
    raise ValueError("no picture")


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _jpeg_markers(data: bytes) -> Iterator[int]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        yield marker
        if marker == 0xDA:
            return
        at += 2 + int.from_bytes(data[at + 2 : at + 4])


def png_with_note(note: str) -> bytes:
    """A picture of one pixel with a text inside, as a camera or an editor leaves one."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
        + chunk(b"iTXt", b"Location\0\0\0\0\0" + note.encode())
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def folded(text: str) -> str:
    """A text in the form in which two spellings of it are equal: no entities, codes, case, accents or white space."""
    text = unquote(html.unescape(text))
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in text if not letter.isspace() and unicodedata.category(letter) != "Cf")


def readable(path: str, data: bytes) -> str:
    """All text of a published file, unpacked, with its path in front.

    Raises:
        ValueError: no way to read this kind of file is known.
    """
    ending = suffix(path)
    if ending in TEXTS:
        return f"{path}\n{data.decode('utf-8')}"
    if ending in PICTURES:
        return f"{path}\n{_any_text(data)}"
    if ending in PACKED:
        return f"{path}\n{_any_text(gzip.decompress(data))}"
    if ending in FOLDERS:
        with zipfile.ZipFile(io.BytesIO(data)) as folder:
            members = [f"{name}\n{_any_text(folder.read(name))}" for name in folder.namelist()]
        return "\n".join([path, *members])
    if ending == ".pdf":
        return f"{path}\n{_pdf_text(data)}"
    raise ValueError(f"{path}: this kind of file cannot be read; teach tests/safeguarding/scan.py to")


def _any_text(data: bytes) -> str:
    """Bytes as text in each encoding in which programs write notes."""
    return "\n".join(data.decode(encoding, "ignore") for encoding in ("utf-8", "utf-16-be", "utf-16-le"))


def _pdf_text(data: bytes) -> str:
    """What a reader sees in a PDF, and everything else in it: unpacked objects, metadata, names of files."""
    seen = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    with pikepdf.open(io.BytesIO(data)) as document:
        for entry in document.objects:
            seen.append(_any_text(entry.unparse()))
            if isinstance(entry, pikepdf.Stream):
                with contextlib.suppress(pikepdf.PdfError):
                    seen.append(_any_text(entry.read_bytes()))
            if isinstance(entry, pikepdf.Dictionary):
                seen += [str(value) for value in entry.values() if isinstance(value, pikepdf.String)]
        seen += [str(value) for value in document.docinfo.values()]
    return "\n".join([*seen, _any_text(data)])


def found_secrets(files: Mapping[str, bytes], secrets: Iterable[str]) -> list[str]:
    """Where a secret stands: `path: number of the secret`, so that no failure repeats one.

    A secret of digits is looked for in any spelling, any other in any case, spacing or encoding.
    """
    wanted = [(number, folded(secret), _rows(secret)) for number, secret in enumerate(secrets)]
    found = []
    for path, data in files.items():
        text = readable(path, data)
        plain = folded(text)
        for number, form, rows in wanted:
            if any(holds_number(text, row) for row in rows) if rows else form in plain:
                found.append(f"{path}: secret {number}")
    return found


@cache
def _rows(secret: str) -> frozenset[str]:
    """Every row of digits by which a number may be written; none if it is no number."""
    return frozenset() if re.sub(r"[\d +()\-]", "", secret) else spellings(secret, "UA")


#: Elements that stand inside a line of text: what they hold belongs to the words around them.
_INLINE = frozenset("a abbr b bdi cite code em i q small span strong sub sup time".split())  # noqa: SIM905


def words(page: HtmlPage) -> set[str]:
    """Every piece of text of a page that a reader or a program may find: each block of text and each attribute."""
    pieces = set()
    for element in page.tree.iter():
        if isinstance(element.tag, str):
            pieces |= {value for name, value in element.attrib.items() if name not in ("class", "id")}
    pieces |= {" ".join(block.split()) for block in "".join(_flow(page.tree)).split("\n")}
    return pieces - {""}


def _flow(element: Any) -> Iterator[str]:
    """The text of an element with a line break around every block."""
    if not isinstance(element.tag, str) or element.tag in ("style", "script"):
        yield element.tail or ""
        return
    edge = "" if element.tag in _INLINE else "\n"
    yield edge + " ".join((element.text or "").split("\n"))
    for child in element:
        yield from _flow(child)
    yield edge + " ".join((element.tail or "").split("\n"))
