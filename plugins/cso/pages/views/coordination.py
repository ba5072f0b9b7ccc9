"""`/coordination/` and a page per body: who takes part in what (gap G6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.help import OrganizationReference
from cso.directory.organization import CoordinationRole
from cso.directory.vocabulary import Body
from cso.pages.charts import Axis, Span, axis
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page

LEVELS = ("national", "oblast", "community")


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with the organisations that took part in it, as far as sourced."""

    body: Body
    roles: tuple[CoordinationRole, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An organisation and, for each body of the matrix, the roles it had there."""

    organization: OrganizationReference
    cells: tuple[tuple[CoordinationRole, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Organisations by body, as far as sourced: only bodies and organisations with at least one part."""

    bodies: tuple[Body, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class CoordinationLevel:
    """The bodies of one level: national, oblast, community."""

    level: str
    bodies: tuple[BodyView, ...]


@dataclass(frozen=True, slots=True)
class CoordinationView:
    """All bodies by level on one axis of years, in order of time, and who took part in which."""

    levels: tuple[CoordinationLevel, ...]
    axis: Axis
    matrix: Matrix


def every_role(directory: Directory) -> list[CoordinationRole]:
    """Every part of an organisation in a body."""
    return [role for organization in directory.organizations for role in organization.coordination]


def coordination_pages(factory: PageFactory) -> Iterator[Page]:
    """The list, then every body."""
    _ = factory.gettext
    roles = every_role(factory.directory)
    bodies = sorted(
        factory.directory.vocabularies.bodies,
        key=lambda body: (body.start.text if body.start else "9999", body.name.sort_key(factory.language)),
    )
    dates = [date for body in bodies for date in (body.start, body.end) if date is not None]
    years = axis([date.year for date in dates] or [factory.directory.as_of.year])
    views = [
        BodyView(body, tuple(role for role in roles if role.body.id == body.id), years.span(body.start, body.end))
        for body in bodies
    ]
    yield factory.page(
        "coordination",
        CoordinationView(
            tuple(
                CoordinationLevel(level, tuple(view for view in views if view.body.level == level)) for level in LEVELS
            ),
            years,
            _matrix(views),
        ),
        title=_("Coordination bodies"),
        description=_("Councils, committees and working groups, and the organisations known to have taken part."),
    )
    for view in views:
        yield factory.page(
            "body",
            view,
            ids=(view.body.id,),
            title=factory.plain(view.body.name),
            section="coordination",
            above=(Breadcrumb(_("Coordination bodies"), "coordination"),),
        )


def _matrix(views: list[BodyView]) -> Matrix:
    bodies = tuple(view.body for view in views if view.roles)
    organizations = {
        role.organization.slug: role.organization
        for view in views
        for role in view.roles
        if role.organization is not None
    }
    by_place = {
        (role.organization.slug, role.body.id): tuple(
            other for other in view.roles if other.organization == role.organization
        )
        for view in views
        for role in view.roles
        if role.organization is not None
    }
    return Matrix(
        bodies,
        tuple(
            MatrixRow(organization, tuple(by_place.get((slug, body.id), ()) for body in bodies))
            for slug, organization in sorted(organizations.items())
        ),
    )
