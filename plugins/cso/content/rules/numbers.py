"""Phone numbers: real ones of their country, written once, and none that must never be published."""

from __future__ import annotations

from collections.abc import Iterator

from cso import phones
from cso.content.document import Document, Location
from cso.content.findings import Finding
from cso.content.repository import Content
from cso.content.rules.rule import CheckContext
from cso.content.used_contacts import lines, used_contacts

_PHONE_CHARACTERS = frozenset("+0123456789 ()-./\u00a0")


Forbidden = list[tuple[frozenset[str], str]]
"""Spellings of each number not to be published, and the country it is dialled in."""


def impossible_numbers(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A number can be dialled in the country that stands beside it."""
    for document in content.documents():
        for place in content.places(document):
            if place.schema.get("x-contact") != "phone" or not isinstance(place.value, str):
                continue
            at_country = (*place.location[:-1], "country")
            country = "UA" if document.schema == "site" else document.text(at_country)
            if not country:
                continue  # the schema asks for it
            try:
                phones.parse_number(place.value, country)
            except phones.UnknownCountryError:
                yield document.finding(at_country, "phone-country-unknown")
            except phones.PhoneError:
                yield place.finding("phone-not-valid")


def repeated_numbers(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A line lists each of its numbers once; the form for calls from abroad may stand beside the national one."""
    for line in lines(content):
        seen: dict[tuple[str, bool], str] = {}
        for location, _ in line.document.items((*line.location, "numbers")):
            dial, country = (line.document.text((*location, key)) for key in ("dial", "country"))
            if not dial:
                continue
            is_for_abroad = line.document.get((*location, "reach")) == ["abroad"]
            key = (phones.comparable(dial, country), is_for_abroad)
            if key in seen:
                yield line.document.finding((*location, "dial"), "phone-repeated", line=seen[key])
            seen.setdefault(key, str(line.document.positions.value((*location, "dial")).line))


def forbidden_numbers(content: Content, context: CheckContext) -> Iterator[Finding]:
    """No number of vocabularies/do-not-publish.yaml stands in a contact field, in whatever way it is written."""
    forbidden = do_not_publish(content)
    for contact in used_contacts(content):
        if contact.kind == "phone" and is_forbidden(contact.value, contact.country, forbidden):
            yield contact.document.finding(contact.location, "phone-do-not-publish")


def is_forbidden(value: str, country: str, forbidden: Forbidden) -> bool:
    """Whether a number is one of those of `do_not_publish`, in whatever way it is written."""
    found = phones.spellings(value, country)
    return any(found & digits and only_in in ("", country) for digits, only_in in forbidden)


def do_not_publish(content: Content) -> Forbidden:
    """Digits and country of each number not to be published; entries that are words are for people to read."""
    document = content.vocabularies.get("do-not-publish")
    if document is None:
        return []
    forbidden = []
    for location, _ in document.items(("terms",)):
        value, country = document.text((*location, "value")), document.text((*location, "country"))
        if value and set(value) <= _PHONE_CHARACTERS:
            forbidden.append((phones.spellings(value, country), country))
    return forbidden


def synthetic_numbers(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Synthetic examples use numbers that belong to nobody (+380 00 …), and only they do."""
    for contact in used_contacts(content):
        if contact.kind != "phone":
            continue
        try:
            number = phones.parse_number(contact.value, contact.country)
        except phones.PhoneError:
            continue
        is_example = is_synthetic(contact.document, contact.location)
        if number.is_synthetic and not is_example:
            yield contact.document.finding(contact.location, "phone-belongs-to-nobody")
        elif is_example and not number.is_synthetic:
            yield contact.document.finding(contact.location, "phone-real-in-example")


def is_synthetic(document: Document, location: Location) -> bool:
    """Whether the group at `location`, or one around it, is marked `synthetic: true`."""
    return any(document.get((*location[:length], "synthetic")) is True for length in range(len(location) + 1))
