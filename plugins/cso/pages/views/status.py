"""`/status/`: what was confirmed when, what is due, and the facts of the build, which stand nowhere else (gap G10)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.dates import Age
from cso.directory.help import Hotline, OrganizationReference
from cso.directory.organization import Organization
from cso.directory.provenance import Basis, Provenance
from cso.pages.factory import PageFactory
from cso.pages.frame import Page
from cso.pages.views.organizations import sorted_organizations
from cso.upkeep.link_report import LinkReport


@dataclass(frozen=True, slots=True)
class StatusOrganization:
    """How old the facts of a profile are: how many are current, old, and not confirmed for long."""

    organization: OrganizationReference
    basis: Basis
    provenance: Provenance
    current: int
    old: int
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class StatusView:
    """What is known of the state of the information.

    The day the ages count from, every shown line with its confirmations, every profile with its ages, totals, and the
    last check of outward links, if one was kept.
    """

    as_of: datetime.date
    lines: tuple[Hotline, ...]
    organizations: tuple[StatusOrganization, ...]
    services: int
    reports: int
    links: LinkReport | None = None


def dated_facts(organization: Organization) -> list[Provenance]:
    """The provenance of every fact of a profile that grows old."""
    groups = (
        organization.contacts,
        organization.services,
        organization.shelters,
        organization.coordination,
        organization.memberships,
        organization.funding,
        organization.policies,
        organization.hotlines,
    )
    return [item.provenance for group in groups for item in group]


def status_pages(factory: PageFactory) -> Iterator[Page]:
    """The page on the state of the site."""
    _ = factory.gettext
    directory = factory.directory
    yield factory.page(
        "status",
        StatusView(
            as_of=directory.as_of,
            lines=directory.hotlines,
            organizations=tuple(
                _entry(organization) for organization in sorted_organizations(directory, factory.language)
            ),
            services=_count_services(directory),
            reports=len(directory.reports()),
            links=factory.links,
        ),
        title=_("State of the information"),
        description=_("What was confirmed when, and what is due."),
    )


def _entry(organization: Organization) -> StatusOrganization:
    ages = [provenance.age for provenance in dated_facts(organization)]
    return StatusOrganization(
        organization.reference,
        organization.basis,
        organization.provenance,
        ages.count(Age.CURRENT),
        ages.count(Age.OLD),
        ages.count(Age.UNCONFIRMED),
    )


def _count_services(directory: Directory) -> int:
    return sum(len(organization.services) for organization in directory.organizations)
