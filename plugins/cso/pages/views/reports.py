"""`/reports/` and a page per report (gap G5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cso.directory.organization import Report
from cso.pages.factory import PageFactory
from cso.pages.frame import Breadcrumb, Page


@dataclass(frozen=True, slots=True)
class ReportYear:
    """The reports of one year of publication; None where it is not known."""

    year: int | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    """All reports, newest year first."""

    years: tuple[ReportYear, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report."""

    report: Report


def report_pages(factory: PageFactory) -> Iterator[Page]:
    """The library, then every report."""
    _ = factory.gettext
    reports = factory.directory.reports()
    yield factory.page(
        "reports",
        ReportsView(
            tuple(ReportYear(year, tuple(group)) for year, group in groupby(reports, key=lambda report: report.year))
        ),
        title=_("Reports"),
        description=_("Reports and other publications of organisations and on the field."),
    )
    for report in reports:
        yield factory.page(
            "report",
            ReportView(report),
            ids=(report.owner, report.id),
            title=factory.plain(report.title),
            description=factory.plain(report.summary) if report.summary else "",
            section="reports",
            above=(Breadcrumb(_("Reports"), "reports"),),
        )
