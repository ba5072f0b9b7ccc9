"""Pages of prose: about, contribute, feedback; and the page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.directory import Operator, Prose
from cso.directory.help import Hotline
from cso.pages.factory import PageFactory
from cso.pages.frame import Page

PROSE_KINDS = ("about", "contribute", "feedback")


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose, with who runs the site and where its content is kept, as far as set up (S1)."""

    prose: Prose
    operator: Operator
    repository: str | None


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
    lines = tuple(filter(None, (directory.hotline(line) for line in directory.site.national_lines)))
    yield factory.page("not_found", NotFoundView(lines), title=_("There is no such page"), section="")
