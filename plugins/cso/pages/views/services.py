"""`/services/` and a page per kind of help (gap G2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.dates import Age
from cso.directory.help import Hotline, Service
from cso.directory.vocabulary import Region, ServiceType
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page
from cso.pages.views.places import SHELTER_TYPES, every_service, services_in


@dataclass(frozen=True, slots=True)
class OfferedType:
    """A kind of help and how many services of it are published."""

    service_type: ServiceType
    count: int


@dataclass(frozen=True, slots=True)
class ServicesView:
    """The kinds of help that people can ask for, and the other kinds of work."""

    for_people: tuple[OfferedType, ...]
    other: tuple[OfferedType, ...]


@dataclass(frozen=True, slots=True)
class ServiceLists:
    """Services whose information is current or old, and below them those not confirmed for long (decision 5)."""

    current: tuple[Service, ...]
    unconfirmed: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class ServicePlace:
    """A region, and whether a service of the kind is published for it (gap G17: gaps made visible)."""

    region: Region
    published: bool


@dataclass(frozen=True, slots=True)
class ServiceTypeView:
    """The services of one kind."""

    service_type: ServiceType
    services: ServiceLists
    lines: tuple[Hotline, ...]
    places: tuple[ServicePlace, ...]


def split_by_age(services: list[Service], language: str) -> ServiceLists:
    """Part services by age, each by the name of its organisation."""
    ordered = sorted(services, key=lambda service: (service.organization.name.sort_key(language), service.id))
    return ServiceLists(
        tuple(service for service in ordered if service.provenance.age is not Age.UNCONFIRMED),
        tuple(service for service in ordered if service.provenance.age is Age.UNCONFIRMED),
    )


def offered_types(directory: Directory) -> tuple[OfferedType, ...]:
    """The kinds of help with at least one service, in the order of the vocabulary."""
    services = every_service(directory)
    counts = {
        kind.id: sum(kind in service.types for service in services) for kind in directory.vocabularies.service_types
    }
    return tuple(OfferedType(kind, counts[kind.id]) for kind in directory.vocabularies.service_types if counts[kind.id])


def service_pages(factory: PageFactory) -> Iterator[Page]:
    """The list of kinds, then a page for each that is offered."""
    _ = factory.gettext
    directory = factory.directory
    offered = offered_types(directory)
    yield factory.page(
        "services",
        ServicesView(
            tuple(entry for entry in offered if entry.service_type.for_people),
            tuple(entry for entry in offered if not entry.service_type.for_people),
        ),
        title=_("Kinds of help"),
        description=_("What organisations do for people, by kind of help."),
    )
    services = every_service(directory)
    lines = directory.national_lines()
    for entry in offered:
        kind = entry.service_type
        yield factory.page(
            "service_type",
            ServiceTypeView(
                kind,
                split_by_age([service for service in services if kind in service.types], factory.language),
                lines,
                _places(factory, kind),
            ),
            ids=(kind.id,),
            title=factory.plain(kind.help_name),
            section="services",
            above=(Breadcrumb(_("Kinds of help"), "services"),),
        )


def _places(factory: PageFactory, kind: ServiceType) -> tuple[ServicePlace, ...]:
    """Every region by name with whether this help is published there; places to stay are not mapped (S5)."""
    if kind.id in SHELTER_TYPES:
        return ()
    directory = factory.directory
    return tuple(
        ServicePlace(region, any(kind in service.types for service in services_in(directory, region)))
        for region in sorted(directory.vocabularies.regions, key=lambda region: region.name.sort_key(factory.language))
    )
