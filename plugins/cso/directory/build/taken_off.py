"""Take withdrawn contacts out of every text, so that one left in a description does not stay online (S2, S3)."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

from cso.content.document import Document, Location
from cso.content.known_contacts import KnownContacts
from cso.content.repository import Content, texts

Changes = dict[str, list[tuple[Location, int, str]]]
"""By file: where each changed text stands, its line, and what is left of it."""


def without_taken_off(content: Content) -> Content:
    """The content as it may be published: withdrawn contacts, and those of withheld owners, are cut out of texts.

    Returns `content` itself where nothing was taken off.
    """
    known = KnownContacts.of(content)
    if not known.taken_off:
        return content
    cleaned: Changes = {}
    for text in texts(content):
        value = known.without_taken_off(text.value, is_markdown=text.is_markdown, owner=text.owner)
        if value != text.value:
            cleaned.setdefault(text.file, []).append((text.location, text.position.line, value))
    if not cleaned:
        return content
    return replace(
        content,
        site=_document(content.site, cleaned),
        sector=_document(content.sector, cleaned),
        organizations=_documents(content.organizations, cleaned),
        hotlines=_documents(content.hotlines, cleaned),
        networks=_documents(content.networks, cleaned),
        vocabularies=_documents(content.vocabularies, cleaned),
        markdown=tuple(
            replace(prose, text=_lines(prose.text, cleaned[prose.file])) if prose.file in cleaned else prose
            for prose in content.markdown
        ),
    )


def _documents(documents: dict[str, Document], cleaned: Changes) -> dict[str, Document]:
    return {key: _document(document, cleaned) for key, document in documents.items()}


def _document(document: Document, cleaned: Changes) -> Document:
    if document.file not in cleaned:
        return document
    data = copy.deepcopy(document.data)
    for location, _, value in cleaned[document.file]:
        parent: Any = data
        for step in location[:-1]:
            parent = parent[step]
        parent[location[-1]] = value
    return replace(document, data=data)


def _lines(text: str, changes: list[tuple[Location, int, str]]) -> str:
    lines = text.split("\n")
    for _, number, value in changes:
        lines[number - 1] = value
    return "\n".join(lines)
