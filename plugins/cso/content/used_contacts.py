"""Every contact that stands in a contact field, and every line, wherever it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cso.content.document import Document, Location
from cso.entry_code import contact_entry

if TYPE_CHECKING:
    from cso.content.repository import Content


@dataclass(frozen=True)
class Line:
    """A hotline, or a contact through which an organisation takes people in, and where it stands.

    Args:
        id: its id; of a contact `<slug>/<id of the contact>`.
        owner: whose confirmations hold for it: slug of the organisation, or its own file's id.
        document: the file.
        location: where the line stands in the file; empty for a file of its own.
    """

    id: str
    owner: str
    document: Document
    location: Location


def lines(content: Content) -> Iterator[Line]:
    """Every hotline, those of organisations first."""
    for slug, document in content.organizations.items():
        for location, _ in document.items(("hotlines",)):
            yield Line(document.text((*location, "id")), slug, document, location)
    for owner, document in content.hotlines.items():
        yield Line(document.text(("id",)) or owner, owner, document, ())


def entries(content: Content) -> Iterator[Line]:
    """Everything that readers can name by its code: every hotline, then every contact with the role `intake`."""
    yield from lines(content)
    for slug, document in content.organizations.items():
        for location, _ in document.items(("contacts",)):
            if document.text((*location, "role")) == "intake":
                yield Line(contact_entry(slug, document.text((*location, "id"))), slug, document, location)


@dataclass(frozen=True)
class UsedContact:
    """One contact as it stands in a contact field.

    Args:
        owner: whose confirmations hold for it; empty for the operator of the site.
        document: the file.
        location: where the value stands.
        kind: `phone`, `email`, `handle` or `url`.
        value: the contact as written.
        country: for a phone, where it is dialled, or empty.
        role: `line`, or the role of a contact of an organisation: `intake`, `office`, `press`, `feedback`.
        line: id of the entry (`Line`) it belongs to, or empty.
    """

    owner: str
    document: Document
    location: Location
    kind: str
    value: str
    country: str
    role: str
    line: str = ""

    @property
    def is_victim_facing(self) -> bool:
        """Whether people who need help may use it, so that it needs a confirmation (S2)."""
        return self.role in ("line", "intake")


_CONTACT_KEYS = {"dial": "phone", "email": "email", "handle": "handle", "url": "url"}


def used_contacts(content: Content) -> Iterator[UsedContact]:
    """Every contact in a contact field: numbers and channels of lines, contacts of organisations."""
    for line in lines(content):
        for group in ("numbers", "channels"):
            for location, _ in line.document.items((*line.location, group)):
                yield from _contacts_at(line.document, location, line.owner, "line", line.id)
    for slug, document in content.organizations.items():
        for location, _ in document.items(("contacts",)):
            role = document.text((*location, "role"))
            entry = contact_entry(slug, document.text((*location, "id"))) if role == "intake" else ""
            yield from _contacts_at(document, location, slug, role, entry)


def _contacts_at(document: Document, location: Location, owner: str, role: str, line: str) -> Iterator[UsedContact]:
    for key, kind in _CONTACT_KEYS.items():
        value = document.text((*location, key))
        if value:
            country = document.text((*location, "country")) if kind == "phone" else ""
            yield UsedContact(owner, document, (*location, key), kind, value, country, role, line)


def national_line_ids(content: Content) -> list[str]:
    """Ids of the lines that `site.yaml` puts first: emergency line, national lines, line for children."""
    ids = [content.site.text(("emergency_line",)), content.site.text(("child_line",))]
    ids += [value for _, value in content.site.items(("national_lines",)) if isinstance(value, str)]
    return [line_id for line_id in ids if line_id]
