"""Ids that point at each other: known, unique, and never in each other's way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cso.content.confirmations import Confirmations
from cso.content.document import Document, Location
from cso.content.findings import Finding
from cso.content.formats import is_slug
from cso.content.reader import shown_key
from cso.content.repository import Content
from cso.content.rules.look import closest
from cso.content.rules.rule import CheckContext
from cso.content.schema import Place
from cso.content.used_contacts import Line, entries, lines
from cso.entry_code import entry_code

_RESERVED = "by index page pages all reports proposals new feed feeds search data static 404 con nul prn aux unknown"
#: Ids that would stand where the site keeps a page, feed or file of its own.
RESERVED_IDS = frozenset(_RESERVED.split())

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_ID = re.compile(r"[A-Za-z0-9-]{1,60}")
#: Lists of a profile whose entries have ids of their own.
_OWN_LISTS = ("contacts", "hotlines", "services", "shelters", "activities", "reports", "proposals")


def unknown_references(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A value that refers to something is the id of something that exists."""
    known = _known_ids(content)
    for document in content.documents():
        own_contacts = {document.text((*location, "id")) for location, _ in document.items(("contacts",))}
        for place in content.places(document):
            kind = place.schema.get("x-reference")
            if kind is None or not isinstance(place.value, str):
                continue
            if kind == "source-or-address":
                yield from _source_findings(place, known["sources"])
                continue
            ids = own_contacts if kind == "own-contact" else known.get(kind, frozenset())
            if place.value in ids or (place.schema.get("format") == "slug" and not is_slug(place.value)):
                continue
            suggestion = closest(place.value, ids)
            code = "unknown-reference-near" if suggestion else "unknown-reference"
            words = _kind_words(kind)
            yield place.finding(code, value=shown_key(place.value), suggestion=suggestion, **words)


def _source_findings(place: Place, sources: frozenset[str]) -> Iterator[Finding]:
    value = place.value
    if value in sources:
        return
    if _ADDRESS.match(value):
        if re.search(r"\s", value):
            yield place.finding("source-with-space")
        return
    suggestion = closest(value, sources)
    if suggestion and _ID.fullmatch(value):
        words = _kind_words("sources")
        yield place.finding("unknown-reference-near", value=shown_key(value), suggestion=suggestion, **words)
    else:
        yield place.finding("unknown-source")


def _known_ids(content: Content) -> Mapping[str, frozenset[str]]:
    withheld = Confirmations.of(content).withheld_owners
    known = {
        stem: frozenset(document.text((*location, "id")) for location, _ in document.items(("terms",)))
        for stem, document in content.vocabularies.items()
    }
    known.setdefault("sources", frozenset())
    known["organization"] = frozenset(content.organizations) | withheld
    known["network"] = frozenset(content.networks)
    known["hotline"] = frozenset(line.id for line in lines(content)) | frozenset(content.hotlines) | withheld
    known["own-hotline"] = known["hotline"]
    return known


def _kind_words(kind: str) -> dict[str, str]:
    uk, en = _KINDS.get(kind, (f"content/vocabularies/{kind}.yaml", f"content/vocabularies/{kind}.yaml"))
    return {"where_uk": uk, "where_en": en}


_KINDS = {
    "organization": ("папки в content/organizations", "the folders of content/organizations"),
    "network": ("файли в content/networks", "the files of content/networks"),
    "hotline": ("лінії в профілях і в content/hotlines", "the lines of profiles and of content/hotlines"),
    "own-hotline": ("лінії цього профілю", "the lines of this profile"),
    "own-contact": ("contacts цього профілю", "the contacts of this profile"),
}


def duplicate_ids(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Inside one file an id stands once in each list: reports, services, contacts, terms of a vocabulary."""
    for document in content.documents():
        lists = ("terms",) if document.schema.startswith("vocabularies/") else _OWN_LISTS
        for name in lists:
            seen: dict[str, Location] = {}
            for location, _ in document.items((name,)):
                value = document.text((*location, "id"))
                if value and value in seen:
                    line = str(document.positions.value((*seen[value], "id")).line)
                    yield document.finding((*location, "id"), "duplicate-id", value=shown_key(value), line=line)
                elif value:
                    seen[value] = location


def duplicate_lines(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A line has an id of its own across all profiles and content/hotlines: addresses and ways in refer to it."""
    seen: dict[str, Document] = {}
    for line in lines(content):
        if line.id in seen and seen[line.id] is not line.document:
            where = (*line.location, "id")
            yield line.document.finding(where, "id-taken", value=shown_key(line.id), file=seen[line.id].file)
        elif line.id:
            seen.setdefault(line.id, line.document)


def duplicate_codes(content: Content, context: CheckContext) -> Iterator[Finding]:
    """The code that readers say to name an entry leads to one entry only."""
    seen: dict[str, Line] = {}
    for line in entries(content):
        first = seen.setdefault(entry_code(line.id), line)
        if line.id and first.id != line.id:
            where = (*line.location, "id")
            yield line.document.finding(where, "entry-code-taken", other=shown_key(first.id), file=first.document.file)


def duplicate_owners(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Organisations, networks and lines with a file of their own never share an id: confirmations are kept by it."""
    seen: dict[str, Document] = {}
    for group in (content.organizations, content.networks, content.hotlines):
        for owner, document in group.items():
            if owner in seen:
                yield document.finding(("id",), "id-taken", value=shown_key(owner), file=seen[owner].file)
            else:
                seen[owner] = document


def reserved_ids(content: Content, context: CheckContext) -> Iterator[Finding]:
    """No id stands where the site has a page or file of its own."""
    for slug, document in content.organizations.items():
        if slug in RESERVED_IDS:
            yield document.finding((), "reserved-id", value=slug)
    for document in content.documents():
        for place in content.places(document):
            is_id = place.schema.get("format") == "slug" and place.location[-1:] in (("id",), ("slug",))
            if is_id and isinstance(place.value, str) and place.value in RESERVED_IDS:
                yield place.finding("reserved-id", value=place.value)


def file_names(content: Content, context: CheckContext) -> Iterator[Finding]:
    """The file of a line, network or confirmation has the name of its id."""
    groups = ((content.hotlines, "id"), (content.networks, "id"), (content.confirmations, "owner"))
    for group, key in groups:
        for stem, document in group.items():
            value = document.text((key,))
            if value and value != stem:
                yield document.finding(
                    (key,), "id-not-file-name", key=key, value=shown_key(value), stem=shown_key(stem)
                )


def former_slugs(content: Content, context: CheckContext) -> Iterator[Finding]:
    """An id once used by an organisation leads to it for ever and is never given to another."""
    taken: dict[str, str] = {slug: document.file for slug, document in content.organizations.items()}
    for document in content.organizations.values():
        for location, value in document.items(("former_slugs",)):
            if not isinstance(value, str):
                continue
            if value in taken and taken[value] != document.file:
                yield document.finding(location, "id-taken", value=shown_key(value), file=taken[value])
            elif value in taken:
                yield document.finding(location, "former-slug-current", value=shown_key(value))
            else:
                taken[value] = document.file
