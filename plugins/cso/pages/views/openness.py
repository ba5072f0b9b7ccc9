"""`/openness/`: what each organisation has opened, and which field opens the rest (gap G13). By name, never ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.help import OrganizationReference
from cso.directory.provenance import Basis
from cso.openness import POINTS, VERSION, checked
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page
from cso.pages.views.organizations import sorted_organizations


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A point in words: its title, the field that opens it, where its evidence stands, and how much there is."""

    id: str
    title: str
    field: str
    anchor: str
    origin: str
    evidence: int


@dataclass(frozen=True, slots=True)
class OpennessEntry:
    """What one organisation has opened, and the rest."""

    organization: OrganizationReference
    basis: Basis
    points: tuple[OpenPoint, ...]


@dataclass(frozen=True, slots=True)
class OpennessView:
    """Every organisation by name. Those of which only name and history may be shown (S6) are left out."""

    entries: tuple[OpennessEntry, ...]
    version: str


@dataclass(frozen=True, slots=True)
class OpennessMethodView:
    """How the checklist is made: every point, its field and its origin."""

    points: tuple[OpenPoint, ...]
    version: str


def openness_pages(factory: PageFactory) -> Iterator[Page]:
    """The checklist and its method."""
    _ = factory.gettext
    entries = tuple(
        OpennessEntry(
            organization.reference,
            organization.basis,
            tuple(
                OpenPoint(
                    item.point.id,
                    _(item.point.title),
                    item.point.field,
                    item.point.anchor,
                    item.point.origin,
                    item.evidence,
                )
                for item in checked(organization)
            ),
        )
        for organization in sorted_organizations(factory.directory, factory.language)
        if not organization.restricted
    )
    title = _("Openness")
    yield factory.page(
        "openness",
        OpennessView(entries, VERSION),
        title=title,
        description=_("What each organisation has published about itself, and what nobody has written here yet."),
    )
    points = tuple(OpenPoint(point.id, _(point.title), point.field, point.anchor, point.origin, 0) for point in POINTS)
    yield factory.page(
        "openness_method",
        OpennessMethodView(points, VERSION),
        title=_("How the openness checklist is made"),
        section="openness",
        above=(Breadcrumb(title, "openness"),),
    )
