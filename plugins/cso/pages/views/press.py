"""`/press/` of the site and of each organisation: figures to quote with sources, words to copy, contacts (gap G16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cso.directory.directory import Operator, Prose
from cso.directory.help import Hotline, HotlineReference, OrganizationReference, Result
from cso.directory.organization import Organization
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page
from cso.pages.views.news import NewsEntry, news_entries
from cso.pages.views.organizations import LATEST_NEWS, sorted_organizations


@dataclass(frozen=True, slots=True)
class LineFigures:
    """The latest figures of a line."""

    line: HotlineReference
    figures: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class PressView:
    """What journalists need of the site: words about it, who runs it, figures, organisations with a page of this kind.

    `figures` are those of the field, `lines` those of the national lines.
    """

    prose: Prose | None
    operator: Operator
    repository: str | None
    figures: tuple[Result, ...]
    lines: tuple[LineFigures, ...]
    organizations: tuple[OrganizationReference, ...]


@dataclass(frozen=True, slots=True)
class PressOrganizationView:
    """What journalists need of an organisation: its `press` part, its latest figures and those of its lines, news."""

    organization: Organization
    figures: tuple[Result, ...]
    lines: tuple[LineFigures, ...]
    news: tuple[NewsEntry, ...]


def latest(results: Iterable[Result]) -> tuple[Result, ...]:
    """Of each indicator the figures of its latest period, the newest first; all of them where sources disagree.

    Figures without a period or a value cannot be quoted and are left out.
    """
    quotable = [result for result in results if result.period is not None and result.value is not None]
    newest: dict[str, tuple[str, str]] = {}
    for result in quotable:
        newest[result.indicator.id] = max(newest.get(result.indicator.id, ("", "")), _time(result))
    chosen = [result for result in quotable if _time(result) == newest[result.indicator.id]]
    return tuple(sorted(chosen, key=_time, reverse=True))


def _time(result: Result) -> tuple[str, str]:
    """A key that sorts by the end of the period, then by its beginning; one that goes on reaches to its source."""
    period = result.period
    if period is None:
        return ("", "")
    end = period.end or result.provenance.as_of or period.start
    return (end.text, period.start.text)


def press_pages(factory: PageFactory) -> Iterator[Page]:
    """The page of the site, then that of each organisation that has something for the press."""
    _ = factory.gettext
    directory = factory.directory
    title = _("For the press")
    with_press = [
        organization
        for organization in sorted_organizations(directory, factory.language)
        if organization.press is not None
    ]
    prose = next((page for page in directory.prose if (page.name, page.language) == ("press", factory.language)), None)
    yield factory.page(
        "press",
        PressView(
            prose=prose,
            operator=directory.site.operator,
            repository=directory.site.repository,
            figures=latest(directory.sector.results),
            lines=tuple(_line_figures(directory.national_lines())),
            organizations=tuple(organization.reference for organization in with_press),
        ),
        title=title,
        description=prose.summary if prose else _("Figures to quote with their sources, and whom to ask."),
    )
    for organization in with_press:
        yield factory.page(
            "press_organization",
            PressOrganizationView(
                organization=organization,
                figures=latest(organization.results),
                lines=tuple(_line_figures(organization.hotlines)),
                news=news_entries(organization.news, factory.language)[:LATEST_NEWS],
            ),
            ids=(organization.slug,),
            title=_("For the press: {name}").format(name=factory.plain(organization.name)),
            section="press",
            organization=organization.reference,
            above=(Breadcrumb(title, "press"),),
        )


def _line_figures(lines: Iterable[Hotline]) -> Iterator[LineFigures]:
    for line in lines:
        figures = latest(line.figures)
        if figures:
            yield LineFigures(line.reference, figures)
