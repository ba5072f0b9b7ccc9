"""What is due: facts past their limit of `vocabularies/freshness.yaml`, or soon to be. Age is told, never an error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from cso.content.repository import Content
from cso.directory import Directory
from cso.directory.build import build_directory
from cso.directory.dates import Age, PartialDate
from cso.directory.organization import Organization
from cso.directory.provenance import Basis, Confirmation, Provenance
from cso.directory.words import Words

SOON = timedelta(days=30)
"""A fact that passes its limit within this time is told too, so that one question covers it."""

DUE, SOON_DUE = "due", "soon"


@dataclass(frozen=True)
class DueFact:
    """A fact to ask about.

    Attributes:
        part: key of the profile it stands in, e.g. `services`; empty for the profile as a whole.
        name: what it is called.
        as_of: the date it has; None if it is undated.
        when: due or soon.
    """

    part: str
    name: Words
    as_of: PartialDate | None
    when: str


@dataclass(frozen=True)
class DueOrganization:
    """What to ask an organisation: whether these facts are still right."""

    slug: str
    name: Words
    file: str
    as_of: PartialDate | None
    as_of_line: int
    facts: tuple[DueFact, ...]
    basis: Basis = Basis.ORGANIZATION


@dataclass(frozen=True)
class DueConfirmation:
    """A shown contact whose confirmation is past its limit, or soon; `code` names it, its number is not repeated."""

    line: Words
    code: str
    date: PartialDate | None
    when: str


@dataclass(frozen=True)
class Due:
    """Everything due: by organisation, and the confirmations that only editors can renew."""

    organizations: tuple[DueOrganization, ...]
    confirmations: tuple[DueConfirmation, ...]


def due(content: Content, directory: Directory) -> Due:
    """Find what is due.

    Args:
        content: the checked content; gives file and line of a profile's own date.
        directory: what is published of it, on the day to speak for.
    """
    later = build_directory(content, directory.as_of + SOON)
    by_slug = {organization.slug: organization for organization in later.organizations}
    organizations = (
        _of_organization(content, organization, by_slug[organization.slug]) for organization in directory.organizations
    )
    return Due(
        tuple(found for found in organizations if found.facts),
        tuple(_confirmations(directory, later)),
    )


def _of_organization(content: Content, now: Organization, later: Organization) -> DueOrganization:
    document = content.organizations[now.slug]
    facts = [
        DueFact(part, name, provenance.as_of, when)
        for (part, name, provenance), (_, _, then) in zip(dated_facts(now), dated_facts(later), strict=True)
        if (when := _when(provenance.age, then.age)) is not None
    ]
    return DueOrganization(
        slug=now.slug,
        name=now.name,
        file=document.file,
        as_of=now.provenance.as_of,
        as_of_line=document.positions.value(("as_of",)).line,
        facts=tuple(facts),
        basis=now.basis,
    )


def dated_facts(organization: Organization) -> Iterator[tuple[str, Words, Provenance]]:
    """Every fact of a profile that grows old, by the key it stands under."""
    yield "", organization.name, organization.provenance
    for contact in organization.contacts:
        yield "contacts", Words.of({"en": contact.id}), contact.provenance
    for line in organization.hotlines:
        yield "hotlines", line.name, line.provenance
    for service in organization.services:
        yield "services", service.name or service.types[0].name, service.provenance
    for place in organization.shelters:
        yield "shelters", place.name or Words.of({"en": place.id}), place.provenance
    for role in organization.coordination:
        yield "coordination", role.body.name, role.provenance
    for membership in organization.memberships:
        name = membership.network.name if membership.network else membership.name
        yield "memberships", name or organization.name, membership.provenance
    for source in organization.funding:
        named = source.donor.name if source.donor else source.name
        yield "funding", named or Words.of({"en": source.kind}), source.provenance
    for policy in organization.policies:
        yield "policies", policy.kind.name, policy.provenance


def _confirmations(now: Directory, later: Directory) -> Iterator[DueConfirmation]:
    then = {line.id: line for line in later.hotlines}
    for line in now.hotlines:
        for number, number_then in zip(line.numbers, then[line.id].numbers, strict=True):
            if (when := _when_confirmed(number.confirmation, number_then.confirmation)) is not None:
                yield DueConfirmation(line.name, line.code, number.confirmation.date, when)
    contacts_then = {contact.code: contact for one in later.organizations for contact in one.contacts}
    for organization in now.organizations:
        for contact in organization.contacts:
            confirmed, confirmed_then = contact.confirmation, contacts_then[contact.code].confirmation
            if confirmed and confirmed_then and (when := _when_confirmed(confirmed, confirmed_then)) is not None:
                yield DueConfirmation(organization.name, contact.code, confirmed.date, when)


def _when_confirmed(now: Confirmation, later: Confirmation) -> str | None:
    return _when(now.age, later.age)


def _when(now: Age, later: Age) -> str | None:
    if now is not Age.CURRENT:
        return DUE
    return SOON_DUE if later is not Age.CURRENT else None
