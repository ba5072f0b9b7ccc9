"""Contacts live in contact fields only (S4), and no text tells where a house stands (S5).

Findings name the place and never repeat the value (S7).
"""

from __future__ import annotations

from collections.abc import Iterator

from cso.content.detect.contacts import find_contacts
from cso.content.detect.places import find_places
from cso.content.detect.plain import Span
from cso.content.findings import Finding, Position
from cso.content.known_contacts import KnownContacts
from cso.content.repository import Content, Text, texts
from cso.content.rules.look import field_name, keys_of
from cso.content.rules.rule import CheckContext

CONTACT_CODES = {
    "phone": "phone-in-text",
    "email": "email-in-text",
    "handle": "handle-in-text",
    "messenger": "messenger-link-in-text",
    "scheme": "contact-link-in-text",
    "shortener": "short-link-in-text",
    "link": "link-in-text",
}
PLACE_CODES = {
    "street": "street-in-text",
    "postcode": "postcode-in-text",
    "map": "map-link-in-text",
    "coordinates": "coordinates-in-text",
}
#: Fields that hold an address by design; rules on seats and shelters decide whether it may stand there.
_ADDRESS_FIELDS = frozenset({("seat", "address"), ("seat", "settlement"), ("contacts", "settlement")})
#: Official names and titles, which may have a word for a street in them.
_OFFICIAL = frozenset(
    {
        ("name",),
        ("short_name",),
        ("former_names", "name"),
        ("reports", "title"),
        ("reports", "authors"),
        ("partnerships", "name"),
        ("memberships", "name"),
        ("funding", "name"),
        ("activities", "partners"),
        ("proposals", "to"),
        ("terms", "name"),
        ("terms", "publisher"),
    }
)


def contacts_in_texts(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A text holds no phone, mailbox, handle or messenger link, unless it is a confirmed one of its owner."""
    known = KnownContacts.of(content)
    for text in texts(content):
        for span in find_contacts(text.value, is_markdown=text.is_markdown):
            if known.may_stand(span, text.owner):
                continue
            code = "taken-off-in-text" if known.is_taken_off(span) else CONTACT_CODES[span.kind]
            yield _finding(text, span, code)


def places_in_texts(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A text holds no street, house, postcode, map link, coordinates or other code of a place."""
    for text in texts(content):
        keys = keys_of(text.location)
        if keys[-2:] in _ADDRESS_FIELDS:
            continue
        names = keys in _OFFICIAL or keys[-1:] == ("operator",)
        for span in find_places(text.value, is_markdown=text.is_markdown, names=names):
            yield _finding(text, span, PLACE_CODES[span.kind])


def _finding(text: Text, span: Span, code: str) -> Finding:
    """A finding at the text, in Markdown at the very characters."""
    position = text.position
    if not text.location:
        position = Position(position.line, position.column + span.start)
    name = field_name(text.location)
    return Finding.at(text.file, position, code, field_uk=name or "Markdown", field_en=name or "Markdown")
