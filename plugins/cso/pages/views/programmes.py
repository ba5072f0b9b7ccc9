"""`/programmes/`: state programmes with the functions they give CSOs, and the stages of policy (gap G18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.organization import ProgrammePart
from cso.directory.vocabulary import Programme, Stage
from cso.pages.factory import PageFactory
from cso.pages.frame import Page


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """A programme and what organisations are known to have contributed to it."""

    programme: Programme
    parts: tuple[ProgrammePart, ...]


@dataclass(frozen=True, slots=True)
class ProgrammesView:
    """State programmes and concepts, regional programmes, and the stages they stand in."""

    national: tuple[ProgrammeEntry, ...]
    regional: tuple[ProgrammeEntry, ...]
    policy_stages: tuple[Stage, ...]
    cso_stages: tuple[Stage, ...]


def programme_pages(factory: PageFactory) -> Iterator[Page]:
    """The page of all programmes."""
    _ = factory.gettext
    directory = factory.directory
    parts = [part for organization in directory.organizations for part in organization.programmes]
    entries = [
        ProgrammeEntry(programme, tuple(part for part in parts if part.programme.id == programme.id))
        for programme in directory.vocabularies.programmes
    ]
    yield factory.page(
        "programmes",
        ProgrammesView(
            tuple(entry for entry in entries if entry.programme.kind != "regional"),
            tuple(entry for entry in entries if entry.programme.kind == "regional"),
            directory.vocabularies.policy_stages,
            directory.vocabularies.cso_stages,
        ),
        title=_("State programmes"),
        description=_(
            "State programmes on countering trafficking since 1999 and the functions they give organisations."
        ),
    )
