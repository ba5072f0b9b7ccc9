"""`/coordination/` and a page per body: who takes part in what (gap G6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.organization import CoordinationRole
from cso.directory.vocabulary import Body
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page

LEVELS = ("national", "oblast", "community")


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with the organisations that took part in it, as far as sourced."""

    body: Body
    roles: tuple[CoordinationRole, ...]


@dataclass(frozen=True, slots=True)
class CoordinationLevel:
    """The bodies of one level: national, oblast, community."""

    level: str
    bodies: tuple[BodyView, ...]


@dataclass(frozen=True, slots=True)
class CoordinationView:
    """All bodies by level, in order of time."""

    levels: tuple[CoordinationLevel, ...]


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
    views = [BodyView(body, tuple(role for role in roles if role.body.id == body.id)) for body in bodies]
    yield factory.page(
        "coordination",
        CoordinationView(
            tuple(
                CoordinationLevel(level, tuple(view for view in views if view.body.level == level)) for level in LEVELS
            )
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
