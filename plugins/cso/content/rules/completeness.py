"""Examples that are not real, groups without anything in them, and texts that were not translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cso.content.document import Document
from cso.content.findings import Finding
from cso.content.repository import Content
from cso.content.rules.look import keys_of
from cso.content.rules.rule import CheckContext
from cso.content.rules.web import NAME_KEYS

_CYRILLIC = re.compile(r"[А-Яа-яҐґЄєІіЇї]")
_LETTERS = re.compile(r"[^\W\d_]")
#: Below this many letters a text may be a name or an abbreviation.
_SHORT_TEXT = 20


def synthetic_records(content: Content, context: CheckContext) -> Iterator[Finding]:
    """`synthetic: true` stands in examples and tests, never in published content, and never once launched."""
    is_launched = content.site.get(("launched",)) is True
    if context.allow_synthetic and not is_launched:
        return
    for document in content.documents():
        for place in content.places(document):
            if place.location and place.location[-1] == "synthetic" and place.value is True:
                yield document.key_finding(place.location, "synthetic-record")


def empty_groups(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A key has something in it: an empty group says nothing and hides that something is missing."""
    for document in content.documents():
        for place in content.places(document):
            if place.location and place.value == {}:
                yield document.key_finding(place.location, "empty-group")


def nameless_partners(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A membership names its network and a partnership its partner, by id or by name."""
    for document in [*content.organizations.values(), *content.networks.values()]:
        for group, key in (("memberships", "network"), ("partnerships", "organization")):
            for location, _ in document.items((group,)):
                if not document.get((*location, key)) and not document.get((*location, "name")):
                    yield document.finding(location, "partner-without-name", key=key)


def untranslated_words(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A text in two languages is not the same twice, and Ukrainian is written in Cyrillic letters."""
    for document in content.documents():
        for place in content.places(document):
            if not isinstance(place.value, dict) or not isinstance(place.value.get("uk"), str):
                continue
            keys = keys_of(place.location)
            if keys and keys[-1] not in NAME_KEYS:
                yield from _untranslated(document, place.location, place.value)


def _untranslated(document: Document, location: tuple[str | int, ...], words: dict[str, str]) -> Iterator[Finding]:
    ukrainian = words["uk"]
    letters = len(_LETTERS.findall(ukrainian))
    if letters > _SHORT_TEXT and not _CYRILLIC.search(ukrainian):
        yield document.finding((*location, "uk"), "words-not-ukrainian")
    elif letters > 3 and words.get("en") == ukrainian:
        yield document.finding((*location, "en"), "words-not-translated")
