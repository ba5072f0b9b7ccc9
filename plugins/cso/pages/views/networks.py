"""`/networks/` and a page per network (gap G17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.directory import Network
from cso.directory.help import OrganizationReference
from cso.directory.organization import Membership, Partnership
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page
from cso.pages.views.organizations import sorted_organizations


@dataclass(frozen=True, slots=True)
class NetworkMember:
    """An organisation of this site whose membership is sourced."""

    organization: OrganizationReference
    membership: Membership


@dataclass(frozen=True, slots=True)
class OrganizationPartnership:
    """An organisation of this site and one it works with."""

    organization: OrganizationReference
    partnership: Partnership


@dataclass(frozen=True, slots=True)
class NetworksView:
    """The networks with their members as far as sourced, and who else belongs to what and works with whom."""

    networks: tuple[NetworkView, ...]
    memberships: tuple[NetworkMember, ...]
    partnerships: tuple[OrganizationPartnership, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """One network with its members as far as they are sourced."""

    network: Network
    members: tuple[NetworkMember, ...]


def network_pages(factory: PageFactory) -> Iterator[Page]:
    """The list, then every network."""
    _ = factory.gettext
    organizations = sorted_organizations(factory.directory, factory.language)
    views = tuple(
        NetworkView(
            network,
            tuple(
                NetworkMember(organization.reference, membership)
                for organization in organizations
                for membership in organization.memberships
                if membership.network is not None and membership.network.id == network.id
            ),
        )
        for network in factory.directory.networks
    )
    yield factory.page(
        "networks",
        NetworksView(
            views,
            tuple(
                NetworkMember(organization.reference, membership)
                for organization in organizations
                for membership in organization.memberships
            ),
            tuple(
                OrganizationPartnership(organization.reference, partnership)
                for organization in organizations
                for partnership in organization.partnerships
            ),
        ),
        title=_("Networks"),
        description=_("Coalitions and networks, and who is known to belong to them."),
    )
    for view in views:
        yield factory.page(
            "network",
            view,
            ids=(view.network.id,),
            title=factory.plain(view.network.name),
            section="networks",
            above=(Breadcrumb(_("Networks"), "networks"),),
        )
