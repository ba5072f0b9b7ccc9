"""What of a change may be repeated (S7): no value that a rule found fault with, unless reviewers must see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cso.content.document import Document, Location
from cso.content.findings import Finding, Level

SHOWN = frozenset({
    "contact-not-confirmed", "contact-awaiting", "contact-withdrawn", "contact-of-another", "confirmation-conflict",
    "confirmation-superseded", "confirmation-without-source", "phone-not-valid", "phone-repeated",
})  # fmt: skip
"""Findings whose values reviewers must see: a number is compared digit by digit. No value of any other error is shown:
a street in a field of its own, or under a key that the schema does not know, is an error too."""


class Secrets:
    """The places whose values may not be repeated.

    Args:
        findings: all findings of one side of a change.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._by_file: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            if finding.level is Level.ERROR and finding.code not in SHOWN:
                self._by_file[finding.file].append(finding)

    def in_file(self, file: str) -> bool:
        """Whether a file has any such place."""
        return file in self._by_file

    def hides(self, document: Document, location: Location) -> bool:
        """Whether the value at `location`, a part of it or what it is a part of may not be repeated."""
        for finding in self._by_file.get(document.file, ()):
            place = document.location_at(finding.position)
            shorter = min(len(place), len(location))
            if place[:shorter] == location[:shorter]:
                return True
        return False
