"""What editors confirmed, await or withdrew, and which organisations are withheld (S2, S3).

An owner is the slug of an organisation, for everything in its profile, or the id of a line in `content/hotlines`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cso import phones

if TYPE_CHECKING:
    from cso.content.repository import Content

#: States, the most cautious first: where two entries for one value differ, the first of these holds.
STATES = ("withdrawn", "awaiting", "confirmed")

_PREFIXES = ("https://", "http://")


@dataclass(frozen=True)
class Entry:
    """What editors know of one contact.

    Args:
        state: `confirmed`, `awaiting` or `withdrawn`.
        method: `called`, `operator_wrote`, `public_source`, or empty.
        source: with `public_source`, the page that prints it.
        publication: with `public_source`, id of a publication of `vocabularies/sources.yaml`.
        date: partial date or `undated`: of the call or letter, or of the page.
        reason: why it awaits or was withdrawn, by language.
    """

    state: str
    method: str
    source: str | None
    publication: str | None
    date: str
    reason: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Confirmations:
    """All entries by owner, kind and value.

    Args:
        entries: (owner, kind, comparable value) to the entry that holds.
        withheld_owners: owners left out of the site.
    """

    entries: Mapping[tuple[str, str, str], Entry]
    withheld_owners: frozenset[str]

    @classmethod
    def of(cls, content: Content) -> Confirmations:
        """The confirmations of a content folder; entries that do not fit the schema are left out."""
        entries: dict[tuple[str, str, str], Entry] = {}
        withheld = set()
        for owner, document in content.confirmations.items():
            if document.get(("withheld",)) is not None:
                withheld.add(owner)
            for _, raw in document.items(("entries",)):
                entry = _entry(raw)
                if entry is None:
                    continue
                key = (owner, raw["kind"], comparable(raw["kind"], raw["value"], raw.get("country")))
                known = entries.get(key)
                if known is None or STATES.index(entry.state) < STATES.index(known.state):
                    entries[key] = entry
        return cls(MappingProxyType(entries), frozenset(withheld))

    def state(self, owner: str, kind: str, value: str, country: str | None = None) -> Entry | None:
        """What editors know of a contact, or None if they never heard of it.

        Args:
            owner: slug of the organisation or id of the line.
            kind: `phone`, `email`, `handle` or `url`.
            value: the contact as written.
            country: for a phone, where it is dialled.
        """
        return self.entries.get((owner, kind, comparable(kind, value, country)))

    def withheld(self, owner: str) -> bool:
        """Whether the owner is left out of the site."""
        return owner in self.withheld_owners

    def confirmed_elsewhere(self, owner: str, kind: str, value: str, country: str | None = None) -> Iterator[str]:
        """Other owners for whom the same value is confirmed."""
        wanted = (kind, comparable(kind, value, country))
        for (other, *rest), entry in self.entries.items():
            if other != owner and tuple(rest) == wanted and entry.state == "confirmed":
                yield other


def comparable(kind: str, value: str, country: str | None = None) -> str:
    """A form in which two ways of writing one contact are equal: digits and country, or small letters."""
    if kind == "phone":
        return phones.comparable(value, country or "")
    text = value.strip().lower()
    if kind == "handle":
        return text.lstrip("@")
    if kind == "url":
        for prefix in _PREFIXES:
            text = text.removeprefix(prefix)
        return text.removeprefix("www.").rstrip("/")
    return text


def _entry(raw: Any) -> Entry | None:
    if not isinstance(raw, dict) or raw.get("state") not in STATES:
        return None
    if not all(isinstance(raw.get(key), str) for key in ("kind", "value", "date")):
        return None
    if not isinstance(raw.get("country", ""), str):
        return None
    reason = raw.get("reason")
    return Entry(
        state=raw["state"],
        method=_text(raw, "method") or "",
        source=_text(raw, "source"),
        publication=_text(raw, "publication"),
        date=raw["date"],
        reason=MappingProxyType(dict(reason)) if isinstance(reason, dict) else {},
    )


def _text(raw: dict[str, Any], key: str) -> str | None:
    value = raw.get(key)
    return value if isinstance(value, str) else None
