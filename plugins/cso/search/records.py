"""What search finds: a record per thing that has a place on the site, made from the Directory alone.

A record says what the pages say and nothing more: no contact, and of a place to stay only what organisations and
services already tell. Records of an organisation hold what stands on its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from cso.directory.dates import Age
from cso.directory.directory import Prose
from cso.directory.help import Hotline, OrganizationReference, Service, Status
from cso.directory.news import NewsItem
from cso.directory.organization import Organization, Proposal, Report
from cso.directory.provenance import Basis
from cso.directory.vocabulary import Body, Region, RegionReference, ServiceType, Term
from cso.directory.words import Words
from cso.pages.addresses import address
from cso.pages.factory import PageFactory
from cso.pages.frame import Page
from cso.pages.labels import LABELS
from cso.pages.markdown import to_html
from cso.search.kinds import KIND_OF_PAGE

T = TypeVar("T")

FIRST_LINE = 1.6
NEXT_LINE = -0.1
CHILD_LINE = 1.5
LINE_ABROAD = 0.7
HOTLINES_AS_A_KIND = 0.1
"""Weights of lines: who asks for a line needs those that stand first on the site, in their order there, and not the
page about such lines."""

PAGE = 1.2
HELP_PAGE = 1.5
"""Weights of pages on no single thing: they lead on to many; those for people in need come sooner."""

THING_ITSELF = 1.5
"""Weight of organisations, regions and kinds of help: who types a name means these, not what is written about them."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing to be found, in one language of the site.

    Attributes:
        path: where it stands, from the site's root, with the place on the page: `services/legal-aid/#x-y`.
        kind: one of `cso.search.kinds.KINDS`.
        title: its name.
        names: other names it is known by.
        summary: one or two sentences, shown below the title; None if there is nothing to say.
        by: the organisation it belongs to, if it is not one itself.
        regions: where.
        country: where, if not in Ukraine.
        year: of publication or submission.
        notes: what a reader should know before following the link: closed, not confirmed for long, public sources.
        text: everything else that stands there.
        weight: how much sooner it is shown than others that fit as well.
    """

    path: str
    kind: str
    title: Words
    names: tuple[Words, ...] = ()
    summary: Words | None = None
    by: OrganizationReference | None = None
    regions: tuple[RegionReference, ...] = ()
    country: Words | None = None
    year: int | None = None
    notes: tuple[str, ...] = ()
    text: tuple[Words, ...] = ()
    weight: float = 1


def make_records(factory: PageFactory, pages: Iterable[Page]) -> tuple[Record, ...]:
    """Every record of the factory's language, each at a page that exists, sorted by path.

    Args:
        factory: knows the Directory and the language.
        pages: the pages of that language.
    """
    by_path = {page.frame.path: page for page in pages}
    records = {record.path: record for record in _RecordMaker(factory).all()}
    shown = {path: record for path, record in records.items() if path.partition("#")[0] in by_path}
    for path, page in by_path.items():
        if path not in shown and KIND_OF_PAGE.get(page.template.removesuffix(".html"), "page") == "page":
            shown[path] = _record_of_page(page, factory.directory.prose)
    return tuple(shown[path] for path in sorted(shown))


def _record_of_page(page: Page, prose: Iterable[Prose]) -> Record:
    """A page that is about no single thing of the Directory, by its title, its description and its prose."""
    frame = page.frame
    description = Words(((frame.language, frame.description),)) if frame.description else None
    kind = page.template.removesuffix(".html")
    names = {kind, kind.removeprefix("help_").replace("_", "-")}
    bodies = (text.body for text in prose if text.language == frame.language and text.name in names)
    return Record(
        frame.path,
        "page",
        Words(((frame.language, frame.title),)),
        summary=description,
        text=tuple(_plain(Words(((frame.language, body),))) for body in bodies),
        weight=HELP_PAGE if frame.is_help else PAGE,
    )


class _RecordMaker:
    """Makes the records of one language."""

    def __init__(self, factory: PageFactory) -> None:
        self.directory = factory.directory
        self.language = factory.language
        self.gettext = factory.gettext

    def all(self) -> Iterator[Record]:
        """Everything the Directory holds."""
        for line in self.directory.hotlines:
            yield self.hotline(line)
        for organization in self.directory.organizations:
            yield self.organization(organization)
            for service in organization.services:
                yield self.service(service)
            for proposal in organization.proposals:
                yield self.proposal(proposal)
        yield from map(self.service_type, self.directory.vocabularies.service_types)
        yield from map(self.region, self.directory.vocabularies.regions)
        for network in self.directory.networks:
            yield Record(
                self.address("network", network.id),
                "network",
                network.name,
                names=_present(network.short_name),
                summary=network.description,
                text=_present(network.members_note)
                + tuple(event.text for event in network.history)
                + tuple(activity.title for activity in network.activities),
            )
        yield from map(self.report, self.directory.reports())
        yield from map(self.body, self.directory.vocabularies.bodies)
        yield from (self.news(item) for item in self.directory.news() if item.language == self.language)

    def address(self, kind: str, *ids: str) -> str:
        """The path of a page in the language."""
        return address(self.language, kind, *ids)

    def hotline(self, line: Hotline) -> Record:
        """A line; its numbers stand on the page, where their confirmation stands too, and never in the index."""
        site = self.directory.site
        weight = 1.0 if line.country.id == "UA" else LINE_ABROAD
        if line.id in site.national_lines:
            weight = round(FIRST_LINE + NEXT_LINE * site.national_lines.index(line.id), 2)
        elif line.id == site.child_line:
            weight = CHILD_LINE
        return Record(
            f"{self.address('hotlines')}#{line.id}",
            "hotline",
            line.name,
            summary=line.description,
            by=line.organization,
            regions=line.regions,
            country=None if line.country.id == "UA" else line.country.name,
            text=(line.country.name, *_present(line.operator), *_names(line.topics)),
            weight=weight,
        )

    def organization(self, organization: Organization) -> Record:
        """A profile with what stands in it; of a restricted one the Directory holds name, region and history only."""
        seat = organization.seat.region if organization.seat else None
        regions = dict.fromkeys((*_present(seat), *organization.regions))
        notes = [self.gettext("according to public sources")] if organization.basis is Basis.PUBLIC_SOURCE else []
        return Record(
            self.address("organization", organization.slug),
            "organization",
            organization.name,
            names=_present(organization.short_name) + tuple(former.name for former in organization.former_names),
            summary=organization.summary,
            regions=tuple(regions),
            notes=(*self.status(organization.status), *notes),
            text=(
                *map(_plain, _present(organization.description)),
                *_names(_present(organization.legal_form)),
                *(_present(organization.seat.settlement) if organization.seat else ()),
                *_names(organization.themes),
                *_names(organization.target_groups),
                *(line.name for line in organization.hotlines),
                *(kind.name for service in organization.services for kind in service.types),
                *(word for activity in organization.activities for word in (activity.title, activity.form.name)),
                *(role.body.name for role in organization.coordination),
                *(membership.network.name for membership in organization.memberships if membership.network),
                *(event.text for event in organization.history),
            ),
            weight=THING_ITSELF,
        )

    def service(self, service: Service) -> Record:
        """A service, at its place on the page of its organisation."""
        first = service.types[0]
        kinds = service.types if service.name else service.types[1:]
        old = service.provenance.age is Age.UNCONFIRMED
        return Record(
            f"{self.address('organization', service.organization.slug)}#{service.organization.slug}-{service.id}",
            "service",
            service.name or first.name,
            summary=_plain(service.description) if service.description else None,
            by=service.organization,
            regions=service.regions,
            notes=(*self.status(service.status), *([self.gettext("Not confirmed for a long time")] if old else [])),
            text=(*(kind.name for kind in kinds), *_names(service.target_groups), *_present(service.eligibility)),
        )

    def service_type(self, kind: ServiceType) -> Record:
        """A kind of help."""
        return Record(
            self.address("service_type", kind.id),
            "service_type",
            kind.name,
            names=(kind.help_name,),
            summary=kind.description,
            weight=HOTLINES_AS_A_KIND if kind.id == "hotline" else THING_ITSELF,
        )

    def region(self, region: Region) -> Record:
        """A region."""
        return Record(
            self.address("region", region.id),
            "region",
            region.name,
            regions=(region.reference,),
            weight=THING_ITSELF,
        )

    def report(self, report: Report) -> Record:
        """A report or other publication."""
        return Record(
            self.address("report", report.owner, report.id),
            "report",
            report.title,
            summary=report.summary,
            by=report.organization,
            regions=report.regions,
            year=report.year,
            text=(
                report.kind.name,
                *_present(report.authors),
                *_names(report.themes),
                *(donor.name for donor in report.funders),
                *(organization.name for organization in report.with_organizations),
            ),
        )

    def proposal(self, proposal: Proposal) -> Record:
        """A proposal, at its place on the page of all proposals."""
        return Record(
            f"{self.address('proposals')}#{proposal.organization.slug}-{proposal.id}",
            "proposal",
            proposal.on,
            summary=proposal.text,
            by=proposal.organization,
            year=proposal.submitted.year,
            notes=(self.label("proposal_status", proposal.status),),
            text=(proposal.to, *_present(proposal.outcome)),
        )

    def body(self, body: Body) -> Record:
        """A coordination body."""
        return Record(
            self.address("body", body.id), "body", body.name, summary=body.text, regions=_present(body.region)
        )

    def news(self, item: NewsItem) -> Record:
        """An item of news, in the language it is written in."""
        texts = [self.words(text) for text in (item.summary, item.body) if text]
        return Record(
            self.address("news_item", item.organization.slug, item.id),
            "news",
            self.words(item.title),
            summary=_plain(texts[0]) if texts else None,
            by=item.organization,
            year=item.date.year,
            text=tuple(map(_plain, texts[1:])),
        )

    def words(self, text: str) -> Words:
        """A text of this language."""
        return Words(((self.language, text),))

    def status(self, status: Status | None) -> tuple[str, ...]:
        """A status that a reader should know of: moved, suspended, closed."""
        if status is None or status.value in ("active", "unknown"):
            return ()
        return (self.label("status", status.value),)

    def label(self, group: str, value: str) -> str:
        """The interface text of an enumerated value."""
        text = LABELS[group][value]
        return self.gettext(text)


def _present(value: T | None) -> tuple[T, ...]:
    return () if value is None else (value,)


def _names(terms: Iterable[Term]) -> tuple[Words, ...]:
    return tuple(term.name for term in terms)


def _plain(markdown: Words) -> Words:
    """Markdown as plain text."""
    return Words(tuple((language, to_html(text).striptags()) for language, text in markdown.texts))
