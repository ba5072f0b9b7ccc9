"""`/hotlines/`: every line that may be shown, Ukraine first, then the European ones and other countries (gap G3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.directory import OtherDirectory
from cso.directory.help import Hotline
from cso.directory.vocabulary import Country
from cso.pages.factory import PageFactory
from cso.pages.frame import Page


@dataclass(frozen=True, slots=True)
class CountryLines:
    """The lines of one country."""

    country: Country
    lines: tuple[Hotline, ...]


@dataclass(frozen=True, slots=True)
class HotlinesView:
    """The page of all lines: those of Ukraine (emergency first, then as the site orders them), regional, European.

    Those of other countries are named by country and stand whole on the page of each: the page must stay light.
    """

    emergency: Hotline | None
    national: tuple[Hotline, ...]
    regional: tuple[Hotline, ...]
    european: tuple[Hotline, ...]
    abroad: tuple[CountryLines, ...]
    directories: tuple[OtherDirectory, ...]


def national_lines(directory: Directory) -> tuple[Hotline, ...]:
    """The national lines without the emergency one: those of `site.yaml` in its order, then the others by name."""
    site = directory.site
    first = [*site.national_lines, *([site.child_line] if site.child_line else [])]
    lines = [line for line in directory.hotlines if line.level == "national" and line.id != site.emergency_line]
    return tuple(sorted(lines, key=lambda line: (first.index(line.id) if line.id in first else len(first), line.id)))


def lines_abroad(directory: Directory, language: str) -> tuple[CountryLines, ...]:
    """Lines in other countries, the countries by name."""
    countries = {line.country for line in directory.hotlines if line.level == "abroad"}
    return tuple(
        CountryLines(country, tuple(line for line in directory.hotlines if line.country == country))
        for country in sorted(countries, key=lambda country: country.name.sort_key(language))
    )


def hotline_pages(factory: PageFactory) -> Iterator[Page]:
    """The page of all lines."""
    _ = factory.gettext
    directory = factory.directory
    view = HotlinesView(
        emergency=directory.hotline(directory.site.emergency_line),
        national=national_lines(directory),
        regional=tuple(line for line in directory.hotlines if line.level == "regional"),
        european=tuple(line for line in directory.hotlines if line.level == "european"),
        abroad=lines_abroad(directory, factory.language),
        directories=directory.sector.directories,
    )
    yield factory.page(
        "hotlines",
        view,
        title=_("Phone lines"),
        description=_(
            "Lines in Ukraine and abroad: numbers, hours, languages, cost, and when each was last confirmed."
        ),
    )
