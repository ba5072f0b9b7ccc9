"""What is different between two sides of the content: value by value, entries of lists matched by what they are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cso.content.document import Document, Location
from cso.content.repository import Content
from cso.review.commits import ProposedChange
from cso.review.secrets import Secrets

CONTACT_KEYS = frozenset({"dial", "email", "handle", "value"})
"""Keys under which contacts stand: numbers and addresses of profiles and lines, values of confirmations."""


@dataclass(frozen=True)
class Change:
    """One value that is new, gone or different.

    Attributes:
        file: path in the repository.
        schema: name of the schema of the file.
        location: where it stands, after the change if it is there.
        old, new: the values; None where there is none.
        hidden: whether a value may not be repeated (S7).
        is_contact: whether it is, or holds, a number or address to reach somebody by.
    """

    file: str
    schema: str
    location: Location
    old: Any
    new: Any
    hidden: bool
    is_contact: bool


@dataclass(frozen=True)
class ChangedDocument:
    """A file of content with its changes.

    Attributes:
        group: organizations, hotlines, networks, confirmations, vocabularies, site or sector.
        id: slug or id of the record; empty for single files.
        before, after: the document on each side; None where it is not there.
        unreadable: whether the file cannot be read after the change.
        changes: what is different; empty for a new or removed file.
    """

    group: str
    id: str
    before: Document | None
    after: Document | None
    unreadable: bool
    changes: tuple[Change, ...]


def changed_documents(change: ProposedChange) -> tuple[ChangedDocument, ...]:
    """Every YAML file of content that is different, contacts first within each."""
    base, head = change.base.result, change.head.result
    secrets = Secrets(base.findings), Secrets(head.findings)
    found = []
    for group, before, after in _groups(base.content, head.content):
        for record in sorted(before.keys() | after.keys()):
            old, new = before.get(record), after.get(record)
            unreadable = new is not None and new.file in head.content.unreadable
            if old is not None and new is not None and old.data == new.data and not unreadable:
                continue
            changes = () if old is None or new is None or unreadable else tuple(_changes(old, new, secrets))
            ordered = tuple(sorted(changes, key=lambda item: not item.is_contact))
            found.append(ChangedDocument(group, record, old, new, unreadable, ordered))
    return tuple(found)


def _groups(base: Content, head: Content) -> Iterator[tuple[str, Mapping[str, Document], Mapping[str, Document]]]:
    for group in ("organizations", "hotlines", "networks", "confirmations", "vocabularies"):
        yield group, getattr(base, group), getattr(head, group)
    for group in ("site", "sector"):
        yield group, {"": getattr(base, group)}, {"": getattr(head, group)}


def _changes(old: Document, new: Document, secrets: tuple[Secrets, Secrets]) -> Iterator[Change]:
    for old_location, new_location in _different(old.data, new.data, (), ()):
        before = old.get(old_location) if old_location is not None else None
        after = new.get(new_location) if new_location is not None else None
        hidden = (old_location is not None and secrets[0].hides(old, old_location)) or (
            new_location is not None and secrets[1].hides(new, new_location)
        )
        location = new_location if new_location is not None else old_location or ()
        contact = holds_contact(location[-1] if location else "", before) or holds_contact(
            location[-1] if location else "", after
        )
        yield Change(new.file, new.schema, location, before, after, hidden, contact)


def _different(
    old: Any, new: Any, old_at: Location, new_at: Location
) -> Iterator[tuple[Location | None, Location | None]]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            if key not in new:
                yield (*old_at, key), None
            elif key not in old:
                yield None, (*new_at, key)
            else:
                yield from _different(old[key], new[key], (*old_at, key), (*new_at, key))
    elif isinstance(old, list) and isinstance(new, list) and any(isinstance(item, dict) for item in (*old, *new)):
        for old_index, new_index in _matched(old, new):
            if new_index is None:
                yield (*old_at, old_index or 0), None
            elif old_index is None:
                yield None, (*new_at, new_index)
            else:
                yield from _different(old[old_index], new[new_index], (*old_at, old_index), (*new_at, new_index))
    else:
        yield old_at, new_at


def _matched(old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of places: equal entries, then those of one name, then what is left in order; None for new and gone."""
    left_old, left_new = list(range(len(old))), list(range(len(new)))
    for same in (lambda a, b: a == b, lambda a, b: _name(a) is not None and _name(a) == _name(b)):
        for place in list(left_old):
            twin = next((other for other in left_new if same(old[place], new[other])), None)
            if twin is not None:
                left_old.remove(place)
                left_new.remove(twin)
                yield place, twin
    if len(left_old) == len(left_new) == 1 and _may_be_one(old[left_old[0]], new[left_new[0]]):
        yield left_old.pop(), left_new.pop()
    yield from ((place, None) for place in left_old)
    yield from ((None, place) for place in left_new)


def _name(entry: Any) -> Hashable | None:
    """What an entry of a list is, as far as it says so."""
    if not isinstance(entry, dict):
        return None
    if isinstance(entry.get("id"), str):
        return ("id", entry["id"])
    for keys in (("kind", "value"), ("indicator", "period", "what"), ("body", "role"), ("programme",), ("network",)):
        if keys[0] in entry:
            return (keys, *(str(entry.get(key)) for key in keys))
    return None


def _may_be_one(old: Any, new: Any) -> bool:
    """Whether the one entry that is left on each side is the same: it has no name, or most of what it says stayed."""
    if _name(old) is None:
        return True
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return False
    kept = sum(1 for key in old if key in new and old[key] == new[key])
    return 2 * kept >= max(len(old), len(new)) - 1


def holds_contact(key: str | int, value: Any) -> bool:
    """Whether a value is a contact, or has one inside."""
    if isinstance(value, dict):
        return any(holds_contact(inner, entry) for inner, entry in value.items() if inner != "hours")
    if isinstance(value, list):
        return any(holds_contact(key, entry) for entry in value)
    return value is not None and key in CONTACT_KEYS and any(sign in str(value) for sign in "0123456789@")
