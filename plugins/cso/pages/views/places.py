"""Who works where, and which services are offered in a region."""

from __future__ import annotations

from cso.directory import Directory
from cso.directory.help import Service
from cso.directory.organization import Organization
from cso.directory.vocabulary import Region

SHELTER_TYPES = frozenset({"shelter", "transitional-housing"})
"""Kinds of help that are places to stay: results of their own, and never on a map (S5)."""


def every_service(directory: Directory) -> list[Service]:
    """Every published service."""
    return [service for organization in directory.organizations for service in organization.services]


def is_in(organization: Organization, region: Region) -> bool:
    """Whether an organisation has its seat in a region or works there."""
    seat = organization.seat.region if organization.seat else None
    return (seat is not None and seat.id == region.id) or any(place.id == region.id for place in organization.regions)


def services_in(directory: Directory, region: Region) -> list[Service]:
    """Services offered in the region: named for it, across Ukraine, or without a region by an organisation there."""
    here = {organization.slug for organization in directory.organizations if is_in(organization, region)}
    return [
        service
        for service in every_service(directory)
        if any(place.id == region.id for place in service.regions)
        or (not region.restricted and service.nationwide)
        or (not service.regions and not service.nationwide and service.organization.slug in here)
    ]
