"""Pages of prose: about, contribute, feedback; and the page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.directory import Operator, Prose
from cso.directory.help import Hotline
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page

PROSE_KINDS = ("about", "contribute", "feedback")

HELP_PROSE = {
    "signs": "help_signs",
    "someone": "help_someone",
    "work-abroad": "help_work_abroad",
    "safety": "safety",
}
"""Prose of the help section: name of the file → kind of page."""


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose, with who runs the site and where its content is kept, as far as set up (S1)."""

    prose: Prose
    operator: Operator
    repository: str | None


@dataclass(frozen=True, slots=True)
class HelpProseView:
    """A page of prose for people in need; it ends at the lines."""

    prose: Prose
    lines: tuple[Hotline, ...]
    child_line: Hotline | None


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that leads nowhere: the lines first."""

    lines: tuple[Hotline, ...]


def prose_pages(factory: PageFactory) -> Iterator[Page]:
    """The prose pages that exist in the factory's language, and the page for a wrong address."""
    _ = factory.gettext
    directory = factory.directory
    for prose in directory.prose:
        if prose.language == factory.language and prose.name in PROSE_KINDS:
            yield factory.page(
                prose.name,
                ProseView(prose, directory.site.operator, directory.site.repository),
                title=prose.title,
                description=prose.summary,
            )
    yield factory.page(
        "not_found", NotFoundView(directory.national_lines()), title=_("There is no such page"), section=""
    )


def help_prose_pages(factory: PageFactory) -> Iterator[Page]:
    """The prose of the help section in the factory's language."""
    _ = factory.gettext
    directory = factory.directory
    for prose in directory.prose:
        if prose.language == factory.language and prose.name in HELP_PROSE:
            kind = HELP_PROSE[prose.name]
            yield factory.page(
                kind,
                HelpProseView(prose, directory.national_lines(), directory.hotline(directory.site.child_line)),
                title=prose.title,
                description=prose.summary,
                section="help",
                above=(Breadcrumb(_("Where to get support"), "help"),),
            )
