"""A shelter has no place, and neither has the office of an organisation that runs one (S5)."""

from __future__ import annotations

from collections.abc import Iterator

from cso.content.document import Document
from cso.content.findings import Finding
from cso.content.repository import Content
from cso.content.rules.rule import CheckContext


def has_shelter(document: Document) -> bool:
    """Whether a profile tells of a shelter, under `shelters` or as a service of that type."""
    if any(True for _ in document.items(("shelters",))):
        return True
    services = (location for location, _ in document.items(("services",)))
    return any(value == "shelter" for location in services for _, value in document.items((*location, "types")))


def shelter_seats(content: Content, context: CheckContext) -> Iterator[Finding]:
    """An organisation with a shelter shows the region of its seat and no settlement or address."""
    for document in content.organizations.values():
        if has_shelter(document):
            for key in ("settlement", "address"):
                if document.get(("seat", key)) is not None:
                    yield document.key_finding(("seat", key), "shelter-seat-shown", key=key)


def shelter_mail(content: Content, context: CheckContext) -> Iterator[Finding]:
    """The postal contact of an organisation with a shelter is a post box alone, without settlement or postcode."""
    for document in content.organizations.values():
        if not has_shelter(document):
            continue
        for location, _ in document.items(("contacts",)):
            for key in ("settlement", "postcode"):
                if document.get((*location, key)) is not None:
                    yield document.key_finding((*location, key), "shelter-mail-shown", key=key)


def private_addresses(content: Content, context: CheckContext) -> Iterator[Finding]:
    """The address of an office stands in a profile only if the organisation asked for it."""
    for document in content.organizations.values():
        if document.get(("seat", "address")) is None:
            continue
        if document.get(("seat", "address_public")) is not True:
            yield document.key_finding(("seat", "address"), "address-not-public")
        elif document.text(("basis",)) == "public_source":
            yield document.key_finding(("seat", "address"), "address-not-asked-for")
