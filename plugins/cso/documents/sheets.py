"""What a poster or a sheet of cards prints: for every national line and every region, confirmed numbers only.

Paper cannot be mended once it is handed out. So a document is real only with numbers that were confirmed by a call or
by those who run the line, within the limit; until there are any it is a sample and says so across the whole sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.dates import Age
from cso.directory.help import Answer, Hotline, Hours, LineLanguages, LineNumber, PhoneNumber
from cso.directory.provenance import Method
from cso.directory.vocabulary import RegionReference
from cso.directory.words import Words
from cso.pages.addresses import address

POSTER = "poster"
CARD = "card"
KINDS = (POSTER, CARD)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as far as paper shows it; `code` is the number of its entry, which names it without repeating a number."""

    name: Words
    code: str
    numbers: tuple[LineNumber, ...]
    hours: Hours
    languages: LineLanguages
    anonymity: Answer


@dataclass(frozen=True, slots=True)
class Sheet:
    """A poster or a sheet of cards, in one language.

    Attributes:
        kind: poster or card.
        path: place below the output folder.
        place: the region it is for, or None for one line.
        for_children: whether it speaks to people under 18.
        lines: what it prints, regional lines first, at least one.
        emergency: the emergency number of Ukraine, if one is shown at all.
        address: the page of the help section where the numbers can be checked.
        sample: whether its numbers are not confirmed, so that it must not be handed out.
        demonstration: whether the site is not launched (S1).
    """

    kind: str
    path: str
    place: RegionReference | None
    for_children: bool
    lines: tuple[PrintedLine, ...]
    emergency: PhoneNumber | None
    address: str
    sample: bool
    demonstration: bool


def is_confirmed(number: LineNumber) -> bool:
    """Whether somebody asked the line itself within the limit; a public page is not enough to print a number."""
    confirmation = number.confirmation
    return confirmation.method is not Method.PUBLIC_SOURCE and confirmation.age is Age.CURRENT


def sheets(directory: Directory, language: str, site_url: str) -> Iterator[Sheet]:
    """Every document of a language.

    Args:
        directory: everything published.
        language: the language of the documents.
        site_url: the address of the site, without a slash at its end.
    """
    national = directory.national_lines()
    child_line = directory.hotline(directory.site.child_line)
    folder = f"documents/{language}"
    for line in dict.fromkeys((*national, *([child_line] if child_line else []))):
        page = f"{site_url}/{address(language, 'help')}"
        for_children = line is child_line and line not in national
        yield from _both(directory, f"{folder}/lines/{line.id}", page, (line,), for_children=for_children)
    for region in directory.vocabularies.regions:
        regional = tuple(
            line
            for line in directory.hotlines
            if line.level == "regional" and any(place.id == region.id for place in line.regions)
        )
        page = f"{site_url}/{address(language, 'help_region', region.id)}"
        lines = tuple(dict.fromkeys((*regional, *national)))
        yield from _both(directory, f"{folder}/regions/{region.id}", page, lines, place=region.reference)


def _both(
    directory: Directory,
    stem: str,
    page: str,
    lines: tuple[Hotline, ...],
    *,
    place: RegionReference | None = None,
    for_children: bool = False,
) -> Iterator[Sheet]:
    """The poster and the card; nothing where no line has a number."""
    confirmed = tuple(filter(None, (_printed(line, only_confirmed=True) for line in lines)))
    printed = confirmed or tuple(filter(None, (_printed(line, only_confirmed=False) for line in lines)))
    emergency = directory.hotline(directory.site.emergency_line)
    for kind in KINDS if printed else ():
        yield Sheet(
            kind=kind,
            path=f"{stem}-{kind}.pdf",
            place=place,
            for_children=for_children,
            lines=printed,
            emergency=emergency.numbers[0].phone if emergency and emergency.numbers else None,
            address=page,
            sample=not confirmed,
            demonstration=not directory.site.launched,
        )


def _printed(line: Hotline, *, only_confirmed: bool) -> PrintedLine | None:
    numbers = tuple(filter(is_confirmed, line.numbers)) if only_confirmed else line.numbers
    if not numbers:
        return None
    return PrintedLine(line.name, line.code, numbers, line.hours, line.languages, line.anonymity)
