"""Entries of `content/confirmations/`, written for an editor; no other file is ever touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cso import phones
from cso.content.confirmations import comparable
from cso.content.repository import Content, default_schemas
from cso.content.schema import SchemaSet
from cso.content.used_contacts import UsedContact, entries, used_contacts
from cso.editing import EditableDocument
from cso.editing.canonical import SCHEMA_LINE
from cso.entry_code import LENGTH, entry_code

FOLDER = "confirmations"
SCHEMA = "confirmation"

_KEPT = ("kind", "value", "country")


@dataclass(frozen=True)
class Found:
    """A contact that a value or a code means.

    Args:
        owner: whose confirmations hold for it.
        kind: `phone`, `email`, `handle` or `url`.
        value: as the owner's profile or entry writes it.
        country: for a phone, where it is dialled, or empty.
    """

    owner: str
    kind: str
    value: str
    country: str

    @property
    def comparable(self) -> str:
        """A form in which two ways of writing one contact are equal."""
        return comparable(self.kind, self.value, self.country or None)


class ConfirmationFile:
    """The entries of one owner, to be changed.

    Args:
        content: the content folder.
        owner: slug of the organisation or id of the line.

    Raises:
        EditError: the file is there but cannot be read.
    """

    def __init__(self, content: Path, owner: str) -> None:
        schemas = SchemaSet(default_schemas(content))
        self.path = content / FOLDER / f"{owner}.yaml"
        if self.path.exists():
            self._document = EditableDocument.read(self.path, SCHEMA, schemas)
        else:
            text = f"{SCHEMA_LINE}../../schemas/{SCHEMA}.schema.json\nowner: {owner}\n"
            self._document = EditableDocument(text, SCHEMA, schemas)

    def states(self, contact: Found) -> list[str]:
        """States of the entries for a contact, in the order of the file."""
        return [str(self._document.get(("entries", index, "state"))) for index in self._places(contact)]

    def put(self, contact: Found, facts: Mapping[str, Any]) -> None:
        """Write what is known of a contact: into every entry it has, or into a new one.

        Args:
            contact: the contact.
            facts: state, method, source, date, role, reason; what is not named is taken out of the entry.
        """
        places = self._places(contact)
        if not places:
            country = {"country": contact.country} if contact.country else {}
            entry = {"kind": contact.kind, "value": contact.value, **country, **facts}
            self._document.append(("entries",), entry)
            return
        for index in places:
            for key in self._document.get(("entries", index)):
                if key not in facts and key not in _KEPT:
                    self._document.remove(("entries", index, key))
            for key, value in facts.items():
                self._document.set(("entries", index, key), value)

    def save(self) -> None:
        """Write the file."""
        self.path.parent.mkdir(exist_ok=True)
        self.path.write_text(self._document.text, encoding="utf-8", newline="\n")

    def _places(self, contact: Found) -> list[int]:
        return [
            index
            for index, entry in enumerate(self._document.data.get("entries", ()))
            if isinstance(entry, dict)
            and entry.get("kind") == contact.kind
            and comparable(contact.kind, str(entry.get("value", "")), entry.get("country")) == contact.comparable
        ]


def contacts_of(content: Content, owner: str) -> list[Found]:
    """The contacts for people in need that an owner uses, each once, in the order of its files."""
    used = (contact for contact in used_contacts(content) if contact.owner == owner and contact.is_victim_facing)
    return list(dict.fromkeys(map(_found, used)))


def meant(content: Content, words: str) -> list[Found]:
    """The contacts that an editor means by a number in any spelling, an address, a name, or the code of an entry.

    A code means every contact of its entry. Contacts that only stand in confirmations are found too, so that a number
    can be taken off before a profile uses it.
    """
    wanted = "".join(words.split())
    if len(wanted) == LENGTH and wanted.isdigit():
        coded = {entry.id for entry in entries(content) if entry.id and entry_code(entry.id) == wanted}
        if coded:
            used = (contact for contact in used_contacts(content) if contact.line in coded)
            return list(dict.fromkeys(map(_found, used)))
    known = (*map(_found, used_contacts(content)), *_confirmed(content))
    return list(dict.fromkeys(contact for contact in known if _is(contact, words)))


def _found(contact: UsedContact) -> Found:
    return Found(contact.owner, contact.kind, contact.value, contact.country)


def _confirmed(content: Content) -> Iterator[Found]:
    for owner, document in content.confirmations.items():
        for location, _ in document.items(("entries",)):
            kind, value, country = (document.text((*location, key)) for key in ("kind", "value", "country"))
            yield Found(owner, kind, value, country)


def _is(contact: Found, words: str) -> bool:
    if contact.kind == "phone":
        digits = phones.digits_of(words)
        return bool(digits) and digits in phones.spellings(contact.value, contact.country)
    return comparable(contact.kind, words) == contact.comparable
