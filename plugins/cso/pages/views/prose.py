"""Pages of prose: about, contribute, feedback; and the page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.directory import Operator, Prose
from cso.directory.help import Hotline, OrganizationReference
from cso.pages.addresses import BLANK_FORM, form_path
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
class FormLink:
    """A workbook to fill in: whose it is, None for a new organisation, and its path from the site's root."""

    organization: OrganizationReference | None
    path: str


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose, with who runs the site and where its content is kept, as far as set up (S1).

    `forms` are the workbooks to fill in.
    """

    prose: Prose
    operator: Operator
    repository: str | None
    forms: tuple[FormLink, ...] = ()


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
                ProseView(prose, directory.site.operator, directory.site.repository, _forms(factory, prose)),
                title=prose.title,
                description=prose.summary,
            )
    yield factory.page(
        "not_found", NotFoundView(directory.national_lines()), title=_("There is no such page"), section=""
    )


def _forms(factory: PageFactory, prose: Prose) -> tuple[FormLink, ...]:
    """The workbooks by name of their organisation, then the empty one, for the page that asks for changes."""
    if prose.name != "contribute" or not factory.has_forms:
        return ()
    offered = [form.organization for form in factory.directory.forms]
    offered.sort(key=lambda organization: organization.name.sort_key(factory.language))
    links = [FormLink(organization, form_path(organization.slug)) for organization in offered]
    return (*links, FormLink(None, form_path(BLANK_FORM)))


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
