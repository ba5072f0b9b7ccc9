"""Spreadsheets (XLSX) with their cells, formulas, styles, charts and pictures, and nothing else (ECMA-376).

Only the parts listed here stay. Properties (author, company, who saved it last), comments with their authors, versions,
connections, printers, pivot caches, other workbooks and scripts go. What referred to them goes too, so that the file
opens without repair.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from urllib.parse import unquote

from lxml import etree

from cso.cleaning.picture import clean_jpeg, clean_png
from cso.cleaning.reasons import CannotCleanError, Reason
from cso.cleaning.spreadsheet_parts import Element, clean_part, drop_references
from cso.packing import packed

MOST_UNPACKED_BYTES = 200 * 1024 * 1024
"""Size of all parts together when unpacked."""

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(workbook|styles|sharedStrings)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(worksheets|chartsheets|theme|drawings|charts|tables)/(_rels/[^/]+\.xml\.rels|[^/]+\.xml)|xl/media/[^/]+"
)
_CONTENT_TYPES = "[Content_Types].xml"
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = 0x1


def clean_spreadsheet(data: bytes) -> bytes:
    """A copy of a spreadsheet without metadata, comments, links to files and outdated parts.

    Raises:
        CannotCleanError: it is locked, broken or too large when unpacked, or has hidden sheets.
    """
    try:
        kept = _kept_parts(data)
        pictures = {name: _clean_picture(part) for name, part in kept.items() if name.startswith("xl/media/")}
        trees = {name: _tree(part) for name, part in kept.items() if name not in pictures}
        parts = {name for name in trees if not name.endswith(".rels")} | {name for name in pictures if pictures[name]}
        _refuse_hidden_sheets(trees[_WORKBOOK])
        reached = _follow_relationships(trees, parts)
        _clean_content_types(trees[_CONTENT_TYPES], reached)
        written = {}
        for name in kept:
            if (_source_of(name) if name.endswith(".rels") else name) not in reached:
                continue
            picture = pictures.get(name)
            written[name] = picture if picture is not None else _cleaned_xml(trees[name])
        return packed(written, _CONTENT_TYPES)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, ValueError, KeyError, OSError, EOFError, RuntimeError) as error:
        raise CannotCleanError(Reason.UNREADABLE) from error


def _follow_relationships(trees: dict[str, Element], parts: set[str]) -> set[str]:
    """Clean every part of relationships on the way from the root; give the parts that can still be reached.

    Args:
        trees: XML of parts by name, changed in place.
        parts: names of the parts that may stay.
    """
    reached, waiting = {_CONTENT_TYPES}, [_CONTENT_TYPES]
    links = {_source_of(name): tree for name, tree in trees.items() if name.endswith(".rels")}
    while waiting:
        source = waiting.pop()
        if source in links:
            targets, gone = _clean_relationships(links[source], source, parts)
            if source in trees:
                drop_references(trees[source], gone)
            waiting += targets - reached
            reached |= targets
    return reached


def _cleaned_xml(tree: Element) -> bytes:
    """The XML of a part without people, machines and other workbooks."""
    clean_part(tree)
    xml: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml


def _kept_parts(data: bytes) -> dict[str, bytes]:
    """The parts that may stay, unpacked, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise CannotCleanError(Reason.LOCKED)
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED_BYTES:
            raise CannotCleanError(Reason.UNPACKS_TOO_LARGE)
        names = [entry.filename for entry in entries]
        if len(set(names)) != len(names):
            raise ValueError("a part stands twice")
        return {entry.filename: archive.read(entry) for entry in entries if _PARTS.fullmatch(entry.filename)}


def _tree(part: bytes) -> Element:
    """The XML of a part, without comments and processing instructions.

    Raises:
        ValueError: it declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(part, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("a part has a document type")
    return root


def _clean_picture(part: bytes) -> bytes | None:
    """A picture without metadata; None for kinds that cannot be cleaned, which go."""
    if part.startswith(b"\x89PNG\r\n\x1a\n"):
        return clean_png(part)
    return clean_jpeg(part) if part.startswith(b"\xff\xd8\xff") else None


def _source_of(relationships: str) -> str:
    """The part that a part of relationships belongs to; for those of the whole package the list of content types."""
    folder, _, name = relationships.rpartition("_rels/")
    return folder + name.removesuffix(".rels") or _CONTENT_TYPES


def _clean_relationships(tree: Element, source: str, parts: set[str]) -> tuple[set[str], set[str]]:
    """Keep the relationships of a part to kept parts and to pages of the web.

    Returns:
        The parts that they lead to, and the ids of the relationships that are gone.
    """
    targets, gone = set(), set()
    folder = posixpath.dirname("" if source == _CONTENT_TYPES else source)
    for relationship in list(tree):
        target = relationship.get("Target", "")
        if relationship.get("TargetMode") == "External":
            kind = relationship.get("Type", "").rpartition("/")[2]
            stays = kind == "hyperlink" and target.lower().startswith(("http://", "https://"))
        else:
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            stays = unquote(path) in parts
            if stays:
                targets.add(unquote(path))
        if not stays:
            gone.add(relationship.get("Id", ""))
            tree.remove(relationship)
    return targets, gone


def _clean_content_types(tree: Element, parts: set[str]) -> None:
    """Keep the content types of kept parts."""
    for entry in list(tree):
        name = entry.get("PartName")
        if name is not None and name.lstrip("/") not in parts:
            tree.remove(entry)


def _refuse_hidden_sheets(workbook: Element) -> None:
    """Raise CannotCleanError when a sheet is hidden: it would be published, and its author may have forgotten it."""
    if any(sheet.get("state", "visible") != "visible" for sheet in workbook.iter("{*}sheet")):
        raise CannotCleanError(Reason.HIDDEN_SHEETS)
