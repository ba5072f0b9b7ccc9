"""`/regions/` and a page per region: who does what where (gap G17). Every region has a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.help import Hotline, OrganizationReference, Result, Shelter
from cso.directory.organization import Branch, NetworkReference, Organization
from cso.directory.vocabulary import Body, Programme, Region
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page
from cso.pages.views.organizations import OrganizationCard, card, sorted_organizations
from cso.pages.views.places import is_in, services_in
from cso.pages.views.services import ServiceLists, split_by_age
from cso.pages.views.stay import every_shelter


@dataclass(frozen=True, slots=True)
class RegionTile:
    """A region on the tile map, with how many organisations have their seat or work there."""

    region: Region
    organizations: int


REACH_INDICATORS = ("member-organizations", "member-oblasts")
"""Figures that say how far a coalition reaches."""


@dataclass(frozen=True, slots=True)
class NetworkReach:
    """A coalition with the figures of its reach, the oldest first."""

    network: NetworkReference
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class RegionsView:
    """The tile map of all regions, and how far coalitions reach: their members by year (report section 3.2)."""

    tiles: tuple[RegionTile, ...]
    reach: tuple[NetworkReach, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionBranch:
    """A branch in the region and the organisation it belongs to."""

    organization: OrganizationReference
    branch: Branch


@dataclass(frozen=True, slots=True)
class RegionView:
    """All that is published of a region. Services across Ukraine count for each region."""

    region: Region
    lines: tuple[Hotline, ...]
    regional_lines: tuple[Hotline, ...]
    services: ServiceLists
    shelters: tuple[Shelter, ...]
    organizations: tuple[OrganizationCard, ...]
    branches: tuple[RegionBranch, ...]
    bodies: tuple[Body, ...]
    programmes: tuple[Programme, ...]


def region_pages(factory: PageFactory) -> Iterator[Page]:
    """The map, then every region."""
    _ = factory.gettext
    directory = factory.directory
    regions = directory.vocabularies.regions
    organizations = sorted_organizations(directory, factory.language)
    yield factory.page(
        "regions",
        RegionsView(
            tuple(
                RegionTile(region, sum(is_in(organization, region) for organization in organizations))
                for region in sorted(regions, key=lambda region: region.name.sort_key(factory.language))
            ),
            tuple(_reach(directory)),
        ),
        title=_("Regions"),
        description=_("What is published for each region of Ukraine."),
    )
    for region in regions:
        yield factory.page(
            "region",
            _view(factory, region, organizations),
            ids=(region.id,),
            title=factory.plain(region.name),
            description=_("Who helps and who works %(where)s.") % {"where": factory.plain(region.name_in)},
            section="regions",
            above=(Breadcrumb(_("Regions"), "regions"),),
        )


def _reach(directory: Directory) -> Iterator[NetworkReach]:
    for network in directory.networks:
        results = [result for result in network.results if result.indicator.id in REACH_INDICATORS]
        if network.kind == "coalition" and results:
            results.sort(key=lambda result: result.period.start.text if result.period else "")
            yield NetworkReach(network.reference, tuple(results))


def _view(factory: PageFactory, region: Region, organizations: list[Organization]) -> RegionView:
    directory = factory.directory
    here = [organization for organization in organizations if is_in(organization, region)]
    return RegionView(
        region=region,
        lines=directory.national_lines(),
        regional_lines=tuple(
            line for line in directory.hotlines if any(place.id == region.id for place in line.regions)
        ),
        services=split_by_age(services_in(directory, region), factory.language),
        shelters=tuple(
            shelter
            for shelter in every_shelter(directory, factory.language)
            if shelter.region is not None and shelter.region.id == region.id
        ),
        organizations=tuple(card(organization) for organization in here),
        branches=tuple(
            RegionBranch(organization.reference, branch)
            for organization in organizations
            for branch in organization.branches
            if branch.region.id == region.id
        ),
        bodies=tuple(
            body for body in directory.vocabularies.bodies if body.region is not None and body.region.id == region.id
        ),
        programmes=tuple(
            programme
            for programme in directory.vocabularies.programmes
            if programme.region is not None and programme.region.id == region.id
        ),
    )
