"""`/help/`: for people in need and whoever helps them. Plain pages with plain links; never a dead end.

A result is a service or a place to stay with a confirmed way in: its own, or a line that arranges it. Organisations
without one are named below, never as results (S2, S8).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.help import Hotline, OrganizationReference, Service, Shelter
from cso.directory.vocabulary import Country, Region, RegionReference, ServiceType, Term
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page
from cso.pages.views.hotlines import CountryLines, lines_abroad
from cso.pages.views.organizations import sorted_organizations
from cso.pages.views.places import SHELTER_TYPES, every_service, is_in, services_in
from cso.pages.views.stay import every_shelter


@dataclass(frozen=True, slots=True)
class HelpView:
    """The start of the help section: the lines, then every way of finding help."""

    emergency: Hotline | None
    lines: tuple[Hotline, ...]
    child_line: Hotline | None
    regions: tuple[RegionReference, ...]
    kinds: tuple[ServiceType, ...]
    groups: tuple[Term, ...]
    countries: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class FindView:
    """What was found for a region, a kind of help, both, or a group of people.

    Attributes:
        region: the region, if one was chosen.
        kind: the kind of help, if one was chosen.
        group: the group of people, if one was chosen.
        services: services with a confirmed way in.
        shelters: places to stay with a confirmed way in.
        known: organisations known to have worked on this, without a way in; names only.
        lines: lines to ask, the regional ones first.
        narrower: kinds to choose within a region, or regions within a kind, that have a page.
        neighbours: neighbouring regions.
    """

    region: RegionReference | None
    kind: ServiceType | None
    group: Term | None
    services: tuple[Service, ...]
    shelters: tuple[Shelter, ...]
    known: tuple[OrganizationReference, ...]
    lines: tuple[Hotline, ...]
    kinds_here: tuple[ServiceType, ...]
    regions_here: tuple[RegionReference, ...]
    neighbours: tuple[RegionReference, ...]


@dataclass(frozen=True, slots=True)
class AbroadView:
    """Lines in another country; its emergency line first."""

    country: Country
    emergency: Hotline | None
    lines: tuple[Hotline, ...]
    national: tuple[Hotline, ...]


def has_way_in(help_entry: Service | Shelter) -> bool:
    """Whether a person can reach this help by something confirmed."""
    way_in = help_entry.way_in if isinstance(help_entry, Service) else help_entry.admission
    return way_in.value != "unknown"


class Finder:
    """Finds what is published for people, in one language's order."""

    def __init__(self, factory: PageFactory) -> None:
        """Prepare the lists that every page of the section is made from."""
        self.factory = factory
        self.directory: Directory = factory.directory
        self.language = factory.language
        self.organizations = sorted_organizations(self.directory, self.language)
        self.services = every_service(self.directory)
        self.shelters = every_shelter(self.directory, self.language)
        self.kinds = tuple(kind for kind in self.directory.vocabularies.service_types if kind.for_people)
        self.regions = tuple(
            sorted(self.directory.vocabularies.regions, key=lambda region: region.name.sort_key(self.language))
        )
        self.lines = self.directory.national_lines()

    def find(
        self, region: Region | None = None, kind: ServiceType | None = None, group: Term | None = None
    ) -> FindView:
        """Everything for a region, a kind, both, or a group."""
        services = self._services(region, kind, group)
        shelters = self._shelters(region, kind, group)
        entries: tuple[Service | Shelter, ...] = (*services, *shelters)
        shown = {entry.organization.slug for entry in entries if has_way_in(entry)}
        return FindView(
            region=region.reference if region else None,
            kind=kind,
            group=group,
            services=tuple(filter(has_way_in, services)),
            shelters=tuple(filter(has_way_in, shelters)),
            known=self._known(region, kind, {entry.organization.slug for entry in entries} - shown, shown),
            lines=self._lines(region),
            kinds_here=self._kinds_here(region) if region and kind is None else (),
            regions_here=self._regions_here(kind) if kind and region is None else (),
            neighbours=region.neighbours if region else (),
        )

    def has_page(self, region: Region | None, kind: ServiceType) -> bool:
        """Whether anything is published for a kind of help, in a region or anywhere."""
        return bool(self._services(region, kind, None) or self._shelters(region, kind, None))

    def _services(self, region: Region | None, kind: ServiceType | None, group: Term | None) -> list[Service]:
        services = services_in(self.directory, region) if region else self.services
        return [
            service
            for service in services
            if any(entry.for_people for entry in service.types)
            and (kind is None or kind in service.types)
            and (group is None or group in service.target_groups)
        ]

    def _shelters(self, region: Region | None, kind: ServiceType | None, group: Term | None) -> list[Shelter]:
        if kind is not None and kind.id not in SHELTER_TYPES:
            return []
        return [
            shelter
            for shelter in self.shelters
            if (region is None or shelter.region is None or shelter.region.id == region.id)
            and (group is None or group in shelter.target_groups)
        ]

    def _known(
        self, region: Region | None, kind: ServiceType | None, without_way_in: set[str], shown: set[str]
    ) -> tuple[OrganizationReference, ...]:
        """Organisations with such help but no way in, and in a region all others that work there."""
        slugs = set(without_way_in)
        if region is not None and kind is None:
            slugs |= {entry.slug for entry in self.organizations if is_in(entry, region)}
        return tuple(entry.reference for entry in self.organizations if entry.slug in slugs - shown)

    def _lines(self, region: Region | None) -> tuple[Hotline, ...]:
        if region is None:
            return self.lines
        regional = (line for line in self.directory.hotlines if any(place.id == region.id for place in line.regions))
        return (*regional, *self.lines)

    def kinds_anywhere(self) -> tuple[ServiceType, ...]:
        """Kinds of help for which anything is published; places to stay are such a kind too."""
        return tuple(kind for kind in self.kinds if self.has_page(None, kind))

    def _kinds_here(self, region: Region) -> tuple[ServiceType, ...]:
        return tuple(kind for kind in self.kinds if self.has_page(region, kind))

    def _regions_here(self, kind: ServiceType) -> tuple[RegionReference, ...]:
        return tuple(region.reference for region in self.regions if self.has_page(region, kind))


def help_pages(factory: PageFactory) -> Iterator[Page]:
    """Every page of the section but its prose."""
    _ = factory.gettext
    finder = Finder(factory)
    directory = factory.directory
    abroad = lines_abroad(directory, factory.language)
    kinds = finder.kinds_anywhere()
    entries: tuple[Service | Shelter, ...] = (*finder.services, *finder.shelters)
    groups = tuple(
        group
        for group in directory.vocabularies.target_groups
        if any(group in entry.target_groups for entry in entries)
    )
    start = (Breadcrumb(_("Where to get support"), "help"),)
    yield factory.page(
        "help",
        HelpView(
            emergency=directory.hotline(directory.site.emergency_line),
            lines=finder.lines,
            child_line=directory.hotline(directory.site.child_line),
            regions=tuple(region.reference for region in finder.regions),
            kinds=kinds,
            groups=groups,
            countries=tuple(entry.country for entry in abroad),
        ),
        title=_("Where to get support"),
        description=_("Phone lines, and help by region, by kind and by who you are."),
    )
    yield from _found_pages(factory, finder, kinds, groups, start)
    for entry in abroad:
        yield _abroad_page(factory, finder, entry, start)


def _found_pages(
    factory: PageFactory,
    finder: Finder,
    kinds: tuple[ServiceType, ...],
    groups: tuple[Term, ...],
    start: tuple[Breadcrumb, ...],
) -> Iterator[Page]:
    _ = factory.gettext
    plain: Callable[..., str] = factory.plain
    title = _("Support: {what}")
    about = _("Whom to call, what it costs and what to bring.")
    for region in finder.regions:
        where = title.format(what=plain(region.name))
        yield factory.page(
            "help_region",
            finder.find(region),
            ids=(region.id,),
            title=where,
            description=about,
            above=start,
            section="help",
        )
        above = (*start, Breadcrumb(region.name, "help_region", (region.id,)))
        for kind in finder.kinds:
            if finder.has_page(region, kind):
                both = f"{plain(kind.help_name)}: {plain(region.name)}"
                yield factory.page(
                    "help_region_kind",
                    finder.find(region, kind),
                    ids=(region.id, kind.help_slug),
                    title=both,
                    description=about,
                    above=above,
                    section="help",
                )
    for kind in kinds:
        yield factory.page(
            "help_kind",
            finder.find(kind=kind),
            ids=(kind.help_slug,),
            title=plain(kind.help_name),
            description=about,
            above=start,
            section="help",
        )
    for group in groups:
        yield factory.page(
            "help_group",
            finder.find(group=group),
            ids=(group.help_slug,),
            title=title.format(what=plain(group.help_name or group.name)),
            description=about,
            above=start,
            section="help",
        )


def _abroad_page(factory: PageFactory, finder: Finder, entry: CountryLines, start: tuple[Breadcrumb, ...]) -> Page:
    _ = factory.gettext
    return factory.page(
        "help_country",
        AbroadView(
            country=entry.country,
            emergency=factory.directory.hotline(entry.country.emergency_line),
            lines=entry.lines,
            national=finder.lines,
        ),
        ids=(entry.country.slug,),
        title=_("Support: {what}").format(what=factory.plain(entry.country.name)),
        description=_("These numbers are dialled inside the country that stands beside them."),
        above=start,
        section="help",
        abroad=entry.country,
        line_abroad=next(iter(entry.lines), None),
    )
