"""The Directory: everything published, typed and immutable. Pages, data and documents read only this."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cso.directory.help import Event, Hotline, OrganizationReference, Result
from cso.directory.news import NewsItem, newest_first
from cso.directory.organization import (
    Activity,
    CoordinationRole,
    FundingSource,
    Membership,
    NetworkReference,
    Organization,
    Report,
)
from cso.directory.provenance import Provenance
from cso.directory.synonyms import Synonyms
from cso.directory.vocabulary import (
    Body,
    Country,
    Indicator,
    Language,
    Programme,
    Region,
    ServiceType,
    Stage,
    Term,
)
from cso.directory.words import Words


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the site; every part may be not set up yet (S1)."""

    name: Words | None
    contact_email: str | None
    contact_phone: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """`content/site.yaml`: the site's own facts."""

    title: Words
    tagline: Words
    launched: bool
    operator: Operator
    domain: str | None
    repository: str | None
    exit_address: str | None
    languages: tuple[str, ...]
    help_languages: tuple[str, ...]
    emergency_line: str
    national_lines: tuple[str, ...]
    child_line: str | None


@dataclass(frozen=True, slots=True)
class Network:
    """A coalition or network (gap G17)."""

    id: str
    kind: str
    name: Words
    short_name: Words | None
    description: Words | None
    website: str | None
    members_note: Words | None
    history: tuple[Event, ...]
    results: tuple[Result, ...]
    activities: tuple[Activity, ...]
    reports: tuple[Report, ...]
    coordination: tuple[CoordinationRole, ...]
    memberships: tuple[Membership, ...]
    funding: tuple[FundingSource, ...]
    provenance: Provenance

    @property
    def reference(self) -> NetworkReference:
        """The network as other pages point to it."""
        return NetworkReference(self.id, self.name)


@dataclass(frozen=True, slots=True)
class OtherDirectory:
    """Another directory of help."""

    title: Words
    url: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Sector:
    """Facts on the field as a whole that no organisation owns."""

    reports: tuple[Report, ...]
    results: tuple[Result, ...]
    history: tuple[Event, ...]
    directories: tuple[OtherDirectory, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A prose page of `content/pages/<language>/`: Markdown body with its title and summary.

    `source` names in words whom it follows, `reviewed` whether a native speaker has read it.
    """

    name: str
    language: str
    title: str
    summary: str
    source: str
    reviewed: bool
    body: str


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The shared lists that pages show."""

    regions: tuple[Region, ...]
    service_types: tuple[ServiceType, ...]
    target_groups: tuple[Term, ...]
    countries: tuple[Country, ...]
    languages: tuple[Language, ...]
    bodies: tuple[Body, ...]
    programmes: tuple[Programme, ...]
    programme_functions: tuple[Term, ...]
    policy_stages: tuple[Stage, ...]
    cso_stages: tuple[Stage, ...]
    indicators: tuple[Indicator, ...]
    report_kinds: tuple[Term, ...]
    synonyms: tuple[Synonyms, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileForm:
    """A profile to be filled in by its organisation: what is published of it, as its file writes it.

    Attributes:
        organization: whose it is.
        values: the profile as JSON; in lists null stands for an entry that may not be shown.
    """

    organization: OrganizationReference
    values: str


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything published; what may not be shown is not in it.

    `organizations` are sorted by slug; `hotlines` holds every shown line, those of organisations and the others.
    """

    as_of: datetime.date
    site: Site
    organizations: tuple[Organization, ...]
    hotlines: tuple[Hotline, ...]
    networks: tuple[Network, ...]
    sector: Sector
    prose: tuple[Prose, ...]
    vocabularies: Vocabularies
    forms: tuple[ProfileForm, ...]

    def hotline(self, hotline_id: str | None) -> Hotline | None:
        """The shown line with this id, or None."""
        return next((line for line in self.hotlines if line.id == hotline_id), None)

    def national_lines(self) -> tuple[Hotline, ...]:
        """The shown lines that stand first on the site, in the order of `site.yaml`."""
        return tuple(line for line in map(self.hotline, self.site.national_lines) if line is not None)

    def news(self) -> tuple[NewsItem, ...]:
        """Every item of news in every language it is written in, the newest first."""
        return newest_first(item for organization in self.organizations for item in organization.news)

    def reports(self) -> tuple[Report, ...]:
        """Every report of organisations, networks and the field, newest first, then by title."""
        every = [report for organization in self.organizations for report in organization.reports]
        every += [report for network in self.networks for report in network.reports]
        every += self.sector.reports
        return tuple(sorted(every, key=lambda report: (-(report.year or 0), report.owner, report.id)))
