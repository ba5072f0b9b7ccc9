"""What is taken out of the XML of a spreadsheet's parts (ECMA-376, part 1, SpreadsheetML)."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

_SECRETS = (
    "fileSharing absPath fileRecoveryPr revisionPtr customWorkbookViews customSheetViews protectedRanges"
    " webPublishing webPublishItems webPublishObjects smartTags smartTagPr smartTagTypes"
)
_SECRET_ELEMENTS = frozenset(_SECRETS.split())
"""Who holds the file, its folder on somebody's machine, views named after people, users who may edit."""

_SECRET_ATTRIBUTES = frozenset({"refreshedBy", "userName", "connectionId", "queryTableFieldId", "vm", "cm"})
"""People, and numbers of entries in parts that do not stay."""

_IDS_MAY_BE_MISSING = frozenset({"pageSetup"})
"""Elements that say more than what their relationship leads to."""

_NAMING_ATTRIBUTES = frozenset({"descr", "title", "name", "tooltip", "display"})
_PATH_ON_A_MACHINE = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:|/(home|Users)/")
_OTHER_WORKBOOK = re.compile(r"\[\d+\]|\[[^\[\]]+\.(xl\w+|ods|csv)\]|file:", re.IGNORECASE)
_FORMULAS_OF_RULES = frozenset({"formula", "formula1", "formula2"})
_RELATIONSHIPS = ("officeDocument/2006/relationships", "officeDocument/relationships")


def drop_references(tree: Element, gone: Collection[str]) -> None:
    """Take out what refers to relationships that are gone, and what is empty without it."""
    for element in list(tree.iter(etree.Element)):
        for attribute, value in list(element.attrib.items()):
            name = etree.QName(attribute)
            if (name.namespace or "").endswith(_RELATIONSHIPS) and value in gone:
                if _local(element) in _IDS_MAY_BE_MISSING:
                    del element.attrib[attribute]
                else:
                    _remove(element)
                    break


def clean_part(tree: Element) -> None:
    """Take people, machines and other workbooks out of a part; cells keep their values."""
    shared = set()
    for element in list(tree.iter(etree.Element)):
        name = _local(element)
        text = element.text or ""
        if name in _SECRET_ELEMENTS:
            _remove(element)
            continue
        if name == "f" and _local(element.getparent()) == "c" and _OTHER_WORKBOOK.search(text):
            if element.get("t") == "shared":
                shared.add(element.get("si"))
            _remove(element)
            continue
        if name == "definedName" and _OTHER_WORKBOOK.search(text):
            _remove(element)
            continue
        if name in _FORMULAS_OF_RULES and _OTHER_WORKBOOK.search(text):
            _remove(element.getparent())
            continue
        _clean_attributes(element)
    for element in list(tree.iter("{*}f")) if shared else ():
        if element.get("t") == "shared" and element.get("si") in shared:
            _remove(element)


def _clean_attributes(element: Element) -> None:
    if element.get("tableType") == "queryTable":
        del element.attrib["tableType"]
    for attribute, value in list(element.attrib.items()):
        name = etree.QName(attribute).localname
        if name in _SECRET_ATTRIBUTES:
            del element.attrib[attribute]
        elif name in _NAMING_ATTRIBUTES and _PATH_ON_A_MACHINE.search(value):
            element.set(attribute, "")


def _remove(element: Element) -> None:
    """Take an element out, and every element around it that holds nothing else."""
    parent = element.getparent()
    while parent is not None:
        following = element.tail
        parent.remove(element)
        if following and following.strip():
            parent.text = (parent.text or "") + following
        if len(parent) or (parent.text or "").strip() or parent.getparent() is None:
            return
        if _local(parent) in {"sheetData", "row", "c"}:
            return
        element, parent = parent, parent.getparent()


def _local(element: Element) -> str:
    """The name of an element without its namespace; empty for none."""
    return str(etree.QName(element).localname) if element is not None else ""
