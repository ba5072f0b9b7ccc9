"""`/reports/` and a page per report (gap G5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from cso.directory.organization import Report
from cso.directory.words import Words
from cso.openness import checked
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page

FACETS = ("year", "kind", "organization", "theme", "language", "funder")
"""The ways to choose reports, in the order in which pages show them."""


@dataclass(frozen=True, slots=True)
class ReportYear:
    """The reports of one year of publication; None where it is not known."""

    year: int | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value by which reports can be chosen: its id in addresses, its name, how many reports have it."""

    id: str
    name: Words
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to choose reports: year, kind, organization, theme, language, funder."""

    id: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    """Reports, newest year first, with the facets to choose others by; `chosen` is the facet of this page, if any."""

    years: tuple[ReportYear, ...]
    facets: tuple[Facet, ...]
    chosen: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report and its permanent address on this site; `evidence`: points of openness that it is evidence for."""

    report: Report
    permanent_address: str
    evidence: tuple[str, ...] = ()


def values_of(report: Report) -> dict[str, list[tuple[str, Words]]]:
    """By facet, the values of a report: id in addresses and name."""
    owners = [report.organization] if report.organization else []
    years = [(str(report.year), Words.of({"uk": str(report.year), "en": str(report.year)}))] if report.year else []
    return {
        "year": years,
        "kind": [(report.kind.id, report.kind.name)],
        "organization": [(owner.slug, owner.name) for owner in (*owners, *report.with_organizations)],
        "theme": [(theme.id, theme.name) for theme in report.themes],
        "language": [(language.id, language.name) for language in report.languages],
        "funder": [(donor.id, donor.name) for donor in report.funders],
    }


def facets_of(reports: tuple[Report, ...], language: str) -> tuple[Facet, ...]:
    """The facets with at least one value: years newest first, all else by name."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, dict[str, Words]] = defaultdict(dict)
    for report in reports:
        for facet, values in values_of(report).items():
            for value, name in values:
                counts[facet][value] += 1
                names[facet][value] = name
    return tuple(
        Facet(
            facet,
            tuple(
                FacetValue(value, names[facet][value], counts[facet][value])
                for value in sorted(
                    names[facet],
                    key=lambda value: names[facet][value].sort_key(language),  # used at once
                    reverse=facet == "year",
                )
            ),
        )
        for facet in FACETS
        if names[facet]
    )


def report_pages(factory: PageFactory) -> Iterator[Page]:
    """The library, a page per value of each facet, then every report."""
    _ = factory.gettext
    reports = factory.directory.reports()
    facets = facets_of(reports, factory.language)
    title = _("Reports")
    above = (Breadcrumb(title, "reports"),)
    yield factory.page(
        "reports",
        ReportsView(_by_year(reports), facets, None),
        title=title,
        description=_("Reports and other publications of organisations and on the field."),
    )
    for facet in facets:
        for value in facet.values:
            chosen = tuple(report for report in reports if value.id in dict(values_of(report)[facet.id]))
            yield factory.page(
                "reports_by",
                ReportsView(_by_year(chosen), facets, (facet.id, value.id)),
                ids=(facet.id, value.id),
                title=_("Reports: {what}").format(what=factory.plain(value.name)),
                section="reports",
                above=above,
            )
    for report in reports:
        yield factory.page(
            "report",
            ReportView(report, factory.absolute("report", report.owner, report.id), _evidence(factory, report)),
            ids=(report.owner, report.id),
            title=factory.plain(report.title),
            description=factory.plain(report.summary) if report.summary else "",
            section="reports",
            above=above,
        )


def _evidence(factory: PageFactory, report: Report) -> tuple[str, ...]:
    """Titles of the points of the openness checklist that the owner meets with this report and not without any."""
    owner = next((one for one in factory.directory.organizations if one.slug == report.owner), None)
    if owner is None:
        return ()
    without, with_it = (checked(replace(owner, reports=reports)) for reports in ((), (report,)))
    return tuple(
        after.point.title for before, after in zip(without, with_it, strict=True) if after.evidence > before.evidence
    )


def _by_year(reports: tuple[Report, ...]) -> tuple[ReportYear, ...]:
    return tuple(ReportYear(year, tuple(group)) for year, group in groupby(reports, key=lambda report: report.year))
