"""What a change does to the public site, told on what is published, not on what files say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.content.findings import Level
from cso.directory import Directory
from cso.directory.build import build_directory
from cso.directory.dates import Age
from cso.directory.organization import Organization
from cso.openness import checked
from cso.review.commits import ProposedChange, Side
from cso.upkeep.stale import dated_facts

APPEARS, LEAVES, OPENS, CLOSES, OLD = "appears", "leaves", "opens", "closes", "old"


@dataclass(frozen=True)
class Effect:
    """One thing that the public will see differently.

    Attributes:
        kind: appears, leaves, opens, closes or old.
        what: number, page, point or part: a key of the texts in `diff_wording`.
        whose: slug or id of the organisation or line.
        name: what it is: digits of a shown number, title of a point (a message id of the interface), or empty.
    """

    kind: str
    what: str
    whose: str
    name: str


def effects(change: ProposedChange) -> tuple[Effect, ...] | None:
    """Every effect, numbers first; None while the content cannot be published."""
    if any(finding.level is Level.ERROR for side in (change.base, change.head) for finding in side.result.findings):
        return None
    before, after = _directory(change.base, change), _directory(change.head, change)
    return (*_numbers(before, after), *_pages(before, after), *_points(before, after), *_old(before, after))


def _directory(side: Side, change: ProposedChange) -> Directory:
    return build_directory(side.result.content, change.as_of)


def _numbers(before: Directory, after: Directory) -> Iterator[Effect]:
    yield from _set_effects("number", _shown(before), _shown(after))


def _shown(directory: Directory) -> set[tuple[str, str]]:
    """Every number and address that people in need can see: whose it is, and what it is."""
    shown = {(line.id, number.phone.dial) for line in directory.hotlines for number in line.numbers}
    for line in directory.hotlines:
        for channel in line.channels:
            value = channel.email or channel.handle or channel.url or (channel.phone.dial if channel.phone else "")
            shown.add((line.id, value or ""))
    for organization in directory.organizations:
        for contact in organization.contacts:
            value = contact.phone.dial if contact.phone else contact.email or contact.url or contact.handle or ""
            if contact.role == "intake":
                shown.add((organization.slug, value))
    return shown


def _pages(before: Directory, after: Directory) -> Iterator[Effect]:
    for what in ("page", "line"):
        old, new = (
            {(one.slug, "") for one in directory.organizations}
            if what == "page"
            else {(line.id, "") for line in directory.hotlines}
            for directory in (before, after)
        )
        yield from _set_effects(what, old, new)


def _set_effects(what: str, old: set[tuple[str, str]], new: set[tuple[str, str]]) -> Iterator[Effect]:
    yield from (Effect(LEAVES, what, whose, name) for whose, name in sorted(old - new))
    yield from (Effect(APPEARS, what, whose, name) for whose, name in sorted(new - old))


def _points(before: Directory, after: Directory) -> Iterator[Effect]:
    old = {organization.slug: _met(organization) for organization in before.organizations}
    for organization in after.organizations:
        met, was = _met(organization), old.get(organization.slug)
        if was is not None:
            yield from (Effect(OPENS, "point", organization.slug, title) for title in sorted(met - was))
            yield from (Effect(CLOSES, "point", organization.slug, title) for title in sorted(was - met))


def _met(organization: Organization) -> set[str]:
    return {entry.point.title for entry in checked(organization) if entry.evidence}


def _old(before: Directory, after: Directory) -> Iterator[Effect]:
    """Facts that are new or moved and read as old from the first day."""
    known = {(one.slug, fact) for one in before.organizations for fact in _aged(one)}
    for organization in after.organizations:
        for part in sorted({part for part, _ in _aged(organization) if (organization.slug, (part, _)) not in known}):
            yield Effect(OLD, "part", organization.slug, part)


def _aged(organization: Organization) -> set[tuple[str, str]]:
    return {
        (part, f"{name.texts[0][1]} {provenance.as_of.text if provenance.as_of else ''}")
        for part, name, provenance in dated_facts(organization)
        if provenance.age is not Age.CURRENT
    }
