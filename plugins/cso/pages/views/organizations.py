"""`/organizations/` and the profile of each (gap G1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.help import OrganizationReference, Status
from cso.directory.organization import Organization
from cso.directory.provenance import Basis
from cso.directory.vocabulary import RegionReference, ServiceType
from cso.directory.words import Words
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page
from cso.pages.views.news import NewsEntry, news_entries

LATEST_NEWS = 5
"""As many items of news stand on a profile and on a press page."""


@dataclass(frozen=True, slots=True)
class OrganizationCard:
    """What lists show of an organisation."""

    organization: OrganizationReference
    summary: Words | None
    region: RegionReference | None
    basis: Basis
    status: Status | None
    service_types: tuple[ServiceType, ...]
    runs_hotline: bool
    restricted: bool


@dataclass(frozen=True, slots=True)
class OrganizationsView:
    """The list of organisations by name."""

    organizations: tuple[OrganizationCard, ...]


@dataclass(frozen=True, slots=True)
class MovedView:
    """An address that a profile had before: it leads to where the profile is now (decision 9)."""

    organization: OrganizationReference


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """A profile: the organisation, those that name it as the one they belong to, its latest news."""

    organization: Organization
    members: tuple[OrganizationReference, ...]
    news: tuple[NewsEntry, ...]
    has_more_news: bool


def card(organization: Organization) -> OrganizationCard:
    """The card of an organisation."""
    types = {kind.id: kind for service in organization.services for kind in service.types}
    return OrganizationCard(
        organization=organization.reference,
        summary=organization.summary,
        region=organization.seat.region if organization.seat else None,
        basis=organization.basis,
        status=organization.status,
        service_types=tuple(types.values()),
        runs_hotline=bool(organization.hotlines),
        restricted=organization.restricted,
    )


def sorted_organizations(directory: Directory, language: str) -> list[Organization]:
    """The organisations by name, as a reader of the language expects."""
    return sorted(directory.organizations, key=lambda organization: organization.name.sort_key(language))


def organization_pages(factory: PageFactory) -> Iterator[Page]:
    """The list, then every profile."""
    _ = factory.gettext
    directory = factory.directory
    organizations = sorted_organizations(directory, factory.language)
    yield factory.page(
        "organizations",
        OrganizationsView(tuple(card(organization) for organization in organizations)),
        title=_("Organisations"),
        description=_("Civil society organisations in Ukraine that counter trafficking in human beings."),
    )
    for organization in organizations:
        news = news_entries(organization.news, factory.language)
        yield factory.page(
            "organization",
            OrganizationView(
                organization,
                tuple(
                    other.reference
                    for other in organizations
                    if other.parent is not None and other.parent.slug == organization.slug
                ),
                news[:LATEST_NEWS],
                len(news) > LATEST_NEWS,
            ),
            ids=(organization.slug,),
            title=factory.plain(organization.name),
            description=factory.plain(organization.summary) if organization.summary else "",
            section="organizations",
            organization=None if organization.restricted else organization.reference,
            above=(Breadcrumb(_("Organisations"), "organizations"),),
        )
        for former in organization.former_slugs:
            yield factory.page(
                "moved",
                MovedView(organization.reference),
                ids=(former,),
                title=factory.plain(organization.name),
                section="organizations",
            )
