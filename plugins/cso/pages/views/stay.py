"""`/stay/`: that places to stay exist, for whom and how to get in; never where they stand (S5, gap G4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.dates import Age
from cso.directory.help import Hotline, Shelter
from cso.pages.factory import PageFactory
from cso.pages.frame import Page


@dataclass(frozen=True, slots=True)
class StayView:
    """Places to stay, by region then organisation, those not confirmed for long apart; and the lines to ask."""

    current: tuple[Shelter, ...]
    unconfirmed: tuple[Shelter, ...]
    lines: tuple[Hotline, ...]


def every_shelter(directory: Directory, language: str) -> list[Shelter]:
    """Every published place to stay, by region and organisation."""
    shelters = [shelter for organization in directory.organizations for shelter in organization.shelters]
    return sorted(
        shelters,
        key=lambda shelter: (
            shelter.region.name.sort_key(language) if shelter.region else "",
            shelter.organization.name.sort_key(language),
            shelter.id,
        ),
    )


def stay_pages(factory: PageFactory) -> Iterator[Page]:
    """The page of places to stay."""
    _ = factory.gettext
    directory = factory.directory
    shelters = every_shelter(directory, factory.language)
    yield factory.page(
        "stay",
        StayView(
            tuple(shelter for shelter in shelters if shelter.provenance.age is not Age.UNCONFIRMED),
            tuple(shelter for shelter in shelters if shelter.provenance.age is Age.UNCONFIRMED),
            directory.national_lines(),
        ),
        title=_("A safe place to stay"),
        description=_("Organisations that have a place to stay, for whom, and how to get in."),
    )
