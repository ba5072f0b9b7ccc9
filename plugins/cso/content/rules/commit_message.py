"""The words that a change is committed with: git keeps them for good, and the platform shows them to everybody (S7)."""

from __future__ import annotations

from collections.abc import Iterator

from cso.content.detect.contacts import find_contacts
from cso.content.detect.places import find_places
from cso.content.findings import Finding, Position
from cso.content.rules.free_text import CONTACT_CODES, PLACE_CODES

_COMMENT = "#"
_CUT = "# ------------------------ >8"
"""Where git cuts off what it shows of the change itself."""
_KINDS = frozenset({"phone", "messenger", "scheme"})
"""Mailboxes and links of people and pages are common in such words, and no danger."""


def message_findings(text: str, file: str) -> Iterator[Finding]:
    """Addresses and numbers in a commit message; its comments do not count.

    Args:
        text: the message as its file has it.
        file: the name that findings give it.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(_CUT):
            return
        if line.startswith(_COMMENT):
            continue
        found = [(span, PLACE_CODES[span.kind]) for span in find_places(line, is_markdown=False, names=False)]
        contacts = find_contacts(line, is_markdown=False)
        found += [(span, CONTACT_CODES[span.kind]) for span in contacts if span.kind in _KINDS]
        for span, code in found:
            position = Position(number, 1 + span.start)
            yield Finding.at(file, position, code, field_uk="опис зміни", field_en="the commit message")
