"""An organisation and everything its profile says (design: the model of an organisation)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cso.directory.dates import PartialDate, Period
from cso.directory.help import (
    Contact,
    Event,
    Hotline,
    OrganizationReference,
    Result,
    Service,
    Shelter,
    Status,
)
from cso.directory.news import NewsItem
from cso.directory.provenance import Basis, Provenance
from cso.directory.vocabulary import Body, Donor, Language, Programme, RegionReference, Term
from cso.directory.words import Words


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name the organisation had before."""

    name: Words
    start: PartialDate | None
    end: PartialDate | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the office is, as far as it may be said (S5)."""

    region: RegionReference | None
    country: Words | None
    settlement: Words | None
    address: Words | None
    note: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch with its status (gap G19)."""

    name: Words
    region: RegionReference
    status: Status
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Activity:
    """A training, campaign or project (gap G8)."""

    id: str
    form: Term
    title: Words
    description: Words | None
    themes: tuple[Term, ...]
    period: Period | None
    regions: tuple[RegionReference, ...]
    target_groups: tuple[Term, ...]
    agenda: Words | None
    results: tuple[Result, ...]
    partners: Words | None
    funders: tuple[Donor, ...]
    programme: Programme | None
    programme_function: Term | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a profile: `path` in the folder of its owner, size in bytes, `place` below the content folder.

    `pages` is the number of pages of a PDF; None for any other kind.
    """

    path: str
    size: int
    place: str
    pages: int | None = None

    @property
    def kind(self) -> str:
        """The kind of file as people name it: PDF, PNG, XLSX."""
        return self.path.rpartition(".")[2].upper()


@dataclass(frozen=True, slots=True)
class Report:
    """A report or other publication (gap G5). `owner` is the slug of its organisation or network, or `sector`."""

    id: str
    owner: str
    organization: OrganizationReference | None
    kind: Term
    year: int | None
    year_inferred: bool
    period: Period | None
    title: Words
    title_descriptive: bool
    summary: Words | None
    authors: Words | None
    with_organizations: tuple[OrganizationReference, ...]
    languages: tuple[Language, ...]
    themes: tuple[Term, ...]
    regions: tuple[RegionReference, ...]
    funders: tuple[Donor, ...]
    file: Attachment | None
    url: str | None
    url_note: Words | None
    key_figures: tuple[Result, ...]
    sensitive: bool
    doi: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class CoordinationRole:
    """Part of an organisation or network in a body (gap G6)."""

    body: Body
    organization: OrganizationReference | None
    role: str
    start: PartialDate | None
    end: PartialDate | None
    left_because: Words | None
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal to an authority, and what came of it (gap G7)."""

    id: str
    organization: OrganizationReference
    to: Words
    body: Body | None
    on: Words
    text: Words | None
    submitted: PartialDate
    status: str
    outcome: Words | None
    outcome_date: PartialDate | None
    evidence: str | None
    with_organizations: tuple[OrganizationReference, ...]
    provenance: Provenance

    @property
    def months_to_answer(self) -> int | None:
        """Whole months from submission to the outcome; None where a date or its month is not known."""
        if self.outcome_date is None or self.submitted.month is None or self.outcome_date.month is None:
            return None
        years = self.outcome_date.year - self.submitted.year
        return years * 12 + self.outcome_date.month - self.submitted.month


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """What an organisation contributes to a state programme (gap G18)."""

    programme: Programme
    organization: OrganizationReference
    functions: tuple[Term, ...]
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Amount:
    """A disclosed sum in a currency (ISO 4217)."""

    value: float
    currency: str


@dataclass(frozen=True, slots=True)
class FundingSource:
    """One source of funding (gap G13)."""

    donor: Donor | None
    name: Words | None
    kind: str
    period: Period | None
    amount: Amount | None
    share_percent: float | None
    purpose: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Policy:
    """An internal policy that donors ask for (gap G14)."""

    kind: Term
    status: str
    adopted: PartialDate | None
    file: Attachment | None
    url: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class NetworkReference:
    """What a link to a network needs."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Membership:
    """Membership in a coalition or network (gap G17): one of this site, or one named in words."""

    network: NetworkReference | None
    name: Words | None
    role: str
    start: PartialDate | None
    end: PartialDate | None
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Partnership:
    """Work together with another organisation: one of this site, or one named in words."""

    organization: OrganizationReference | None
    name: Words | None
    start: PartialDate | None
    end: PartialDate | None
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class FeedbackYear:
    """What came in from the public in a year, and what came of it."""

    year: int
    received: int | None
    resolved: int | None
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Feedback:
    """How the public can tell the organisation something (gap G15)."""

    text: Words | None
    contact: Contact | None
    answer_days: int | None
    yearly: tuple[FeedbackYear, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class PressRelease:
    """A press release."""

    date: PartialDate
    title: Words
    url: str | None
    file: Attachment | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Press:
    """For journalists (gap G16)."""

    contact: Contact | None
    boilerplate: Words | None
    releases: tuple[PressRelease, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class GovernanceBody:
    """A body that decides: board, general meeting, audit."""

    name: Words
    members: int | None
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Governance:
    """Who decides, by office; never a person's name."""

    bodies: tuple[GovernanceBody, ...]
    decision_makers: tuple[Words, ...]
    staff: int | None
    volunteers: int | None
    statutes: str | None
    tax_status: Words | None
    related_parties: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Consent:
    """The organisation's consent to this publication: role, day, scope, day of review."""

    role: Words
    date: datetime.date
    scope: Words
    review_date: datetime.date


@dataclass(frozen=True, slots=True)
class Organization:
    """Everything published of one organisation (gap G1)."""

    slug: str
    basis: Basis
    consent: Consent | None
    provenance: Provenance
    former_slugs: tuple[str, ...]
    name: Words
    short_name: Words | None
    name_note: Words | None
    former_names: tuple[FormerName, ...]
    legal_form: Term | None
    edrpou: str | None
    main_activity: Term | None
    parent: OrganizationReference | None
    status: Status | None
    seat: Seat | None
    scope: str | None
    regions: tuple[RegionReference, ...]
    branches: tuple[Branch, ...]
    summary: Words | None
    description: Words | None
    logo: Attachment | None
    themes: tuple[Term, ...]
    target_groups: tuple[Term, ...]
    contacts: tuple[Contact, ...]
    hotlines: tuple[Hotline, ...]
    services: tuple[Service, ...]
    shelters: tuple[Shelter, ...]
    activities: tuple[Activity, ...]
    results: tuple[Result, ...]
    reports: tuple[Report, ...]
    coordination: tuple[CoordinationRole, ...]
    proposals: tuple[Proposal, ...]
    programmes: tuple[ProgrammePart, ...]
    funding: tuple[FundingSource, ...]
    policies: tuple[Policy, ...]
    memberships: tuple[Membership, ...]
    partnerships: tuple[Partnership, ...]
    feedback: Feedback | None
    press: Press | None
    governance: Governance | None
    news: tuple[NewsItem, ...]
    history: tuple[Event, ...]
    restricted: bool

    @property
    def reference(self) -> OrganizationReference:
        """The organisation as other pages point to it."""
        return OrganizationReference(self.slug, self.name)
