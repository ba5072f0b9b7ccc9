"""Numbers and hosts that look like published ones: how a planted contact would be passed off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from cso import phones
from cso.content.confirmations import comparable
from cso.content.repository import Content
from cso.content.schema import walk
from cso.content.used_contacts import UsedContact, used_contacts
from cso.entry_code import entry_code

FEWEST_DIGITS = 6
"""Short codes differ from each other by a digit in any case; only longer numbers are compared."""


@dataclass(frozen=True)
class Lookalike:
    """A new contact and the published one it could be taken for.

    Attributes:
        file, line: where the new one stands.
        like: the owner of the published one, or the host.
        code: code of the published entry; empty for hosts.
    """

    file: str
    line: int
    like: str
    code: str = ""


def number_lookalikes(base: Content, head: Content) -> Iterator[Lookalike]:
    """New numbers that differ from a published one of somebody else, or from their own old one, by a digit or a swap.

    One's own number that goes away in the same change is no lookalike but a correction, which its confirmation judges.
    """
    old = {_key(contact): contact for contact in _numbers(base)}
    kept = {_key(contact) for contact in _numbers(head)}
    for contact in _numbers(head):
        if _key(contact) in old:
            continue
        digits = phones.comparable(contact.value, contact.country)
        for key, known in old.items():
            published = phones.comparable(known.value, known.country)
            corrected = known.owner == contact.owner and key not in kept
            if not corrected and len(published) >= FEWEST_DIGITS and nearly(digits, published):
                line = contact.document.positions.value(contact.location).line
                code = entry_code(known.line) if known.line else ""
                yield Lookalike(contact.document.file, line, known.owner, code)
                break


def host_lookalikes(base: Content, head: Content) -> Iterator[Lookalike]:
    """New hosts of links that differ from a known one by one character."""
    known = {host for host, _, _ in _hosts(base)}
    for host, file, line in _hosts(head):
        if host not in known:
            like = next((other for other in sorted(known) if nearly(host, other)), None)
            if like is not None:
                yield Lookalike(file, line, like)


def nearly(one: str, other: str) -> bool:
    """Whether two texts differ by one character changed, left out or added, or by two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    rest_one, rest_other = one[start:], other[start:]
    swapped = len(rest_one) > 1 and rest_one[0] == rest_other[1] and rest_one[1] == rest_other[0]
    return rest_one[1:] == rest_other[1:] or (swapped and rest_one[2:] == rest_other[2:])


def _numbers(content: Content) -> Iterator[UsedContact]:
    return (contact for contact in used_contacts(content) if contact.kind == "phone" and contact.value)


def _key(contact: UsedContact) -> tuple[str, str]:
    return contact.owner, comparable("phone", contact.value, contact.country or None)


def _hosts(content: Content) -> Iterator[tuple[str, str, int]]:
    """Every host of an address in the content, with file and line."""
    groups: tuple[Mapping[str, object], ...] = (content.organizations, content.hotlines, content.networks)
    for group in groups:
        for document in group.values():
            for place in walk(document, document.schema, content.schemas):  # type: ignore[arg-type, attr-defined]
                if isinstance(place.value, str) and place.value.startswith(("http://", "https://")):
                    host = (_host_of(place.value) or "").removeprefix("www.")
                    if host:
                        yield host, place.document.file, place.position.line


def _host_of(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
