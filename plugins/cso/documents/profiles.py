"""Which profiles become a document, and what of them: the annual report of a year, or the fact sheet.

An organisation that answers for its own profile gets a report for each year of which it has told something. A profile
from public sources gets none, since nobody of the organisation has spoken: it gets a fact sheet, in which each line
names its source and every page says who did not issue it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cso.directory import Directory
from cso.directory.dates import PartialDate, Period
from cso.directory.help import Result
from cso.directory.organization import Organization
from cso.directory.provenance import Basis, Provenance
from cso.pages.addresses import address

ANNUAL_REPORT = "annual-report"
FACT_SHEET = "fact-sheet"


@dataclass(frozen=True, slots=True)
class ProfileDocument:
    """An annual report or a fact sheet, in one language.

    Attributes:
        kind: annual-report or fact-sheet.
        path: place below the output folder.
        organization: the organisation with what the document says of it: of a report, what belongs to its year.
        year: the year of the report; None for a fact sheet.
        earlier: figures up to that year that make series, so that a year is seen beside those before it.
        address: the profile on the site.
        demonstration: whether the site is not launched (S1).
    """

    kind: str
    path: str
    organization: Organization
    year: int | None
    earlier: tuple[Result, ...]
    address: str
    demonstration: bool


def profile_documents(directory: Directory, language: str, site_url: str) -> Iterator[ProfileDocument]:
    """Every annual report and fact sheet of a language.

    Args:
        directory: everything published.
        language: the language of the documents.
        site_url: the address of the site, without a slash at its end.
    """
    for organization in directory.organizations:
        if organization.basis is Basis.PUBLIC_SOURCE:
            yield fact_sheet(directory, organization, language, site_url)
        else:
            for year in years_told(organization, directory.as_of.year):
                yield annual_report(directory, organization, year, language, site_url)


def fact_sheet(directory: Directory, organization: Organization, language: str, site_url: str) -> ProfileDocument:
    """What public sources say about an organisation; arguments as for `profile_documents`."""
    return ProfileDocument(
        kind=FACT_SHEET,
        path=f"documents/{language}/fact-sheets/{organization.slug}.pdf",
        organization=organization,
        year=None,
        earlier=(),
        address=f"{site_url}/{address(language, 'organization', organization.slug)}",
        demonstration=not directory.site.launched,
    )


def annual_report(
    directory: Directory, organization: Organization, year: int, language: str, site_url: str
) -> ProfileDocument:
    """The report of an organisation on a year; arguments as for `profile_documents`."""
    return ProfileDocument(
        kind=ANNUAL_REPORT,
        path=f"documents/{language}/annual-reports/{organization.slug}-{year}.pdf",
        organization=of_year(organization, year),
        year=year,
        earlier=tuple(
            result
            for result in (
                *organization.results,
                *(figure for line in organization.hotlines for figure in line.figures),
            )
            if result.period is not None and result.period.start.year <= year
        ),
        address=f"{site_url}/{address(language, 'organization', organization.slug)}",
        demonstration=not directory.site.launched,
    )


def years_told(organization: Organization, last: int) -> tuple[int, ...]:
    """Years of which an organisation has told its work, not later than `last`: the newest first."""
    periods = [
        *(activity.period for activity in organization.activities),
        *(result.period for result in organization.results),
        *(source.period for source in organization.funding),
        *(figure.period for line in organization.hotlines for figure in line.figures),
    ]
    years = {year for period in periods if period is not None for year in _ends(period)}
    years |= {report.year for report in organization.reports if report.year is not None}
    years |= {proposal.submitted.year for proposal in organization.proposals}
    years |= {account.year for account in organization.feedback.yearly} if organization.feedback else set()
    return tuple(sorted((year for year in years if year <= last), reverse=True))


def of_year(organization: Organization, year: int) -> Organization:
    """The organisation with what belongs to a year: what happened, ended or held then.

    What has no date is left out, as nobody can say that it was in that year; who they are, whom they help and which
    policies they hold stays.
    """
    feedback = organization.feedback
    return replace(
        organization,
        activities=tuple(item for item in organization.activities if _in(item.period, year)),
        results=tuple(item for item in organization.results if _in(item.period, year)),
        hotlines=tuple(
            replace(line, figures=tuple(figure for figure in line.figures if _in(figure.period, year)))
            for line in organization.hotlines
        ),
        reports=tuple(item for item in organization.reports if item.year == year),
        coordination=tuple(
            item for item in organization.coordination if _held(item.start, item.end, item.provenance, year)
        ),
        proposals=tuple(
            item
            for item in organization.proposals
            if year in (item.submitted.year, item.outcome_date.year if item.outcome_date else None)
        ),
        programmes=tuple(item for item in organization.programmes if _in(item.programme.period, year)),
        funding=tuple(item for item in organization.funding if _in(item.period, year)),
        policies=tuple(item for item in organization.policies if item.adopted is None or item.adopted.year <= year),
        memberships=tuple(
            item for item in organization.memberships if _held(item.start, item.end, item.provenance, year)
        ),
        partnerships=tuple(
            item for item in organization.partnerships if _held(item.start, item.end, item.provenance, year)
        ),
        feedback=replace(feedback, yearly=tuple(item for item in feedback.yearly if item.year == year))
        if feedback
        else None,
        history=tuple(item for item in organization.history if item.date is not None and item.date.year == year),
        news=tuple(item for item in organization.news if item.date.year == year),
    )


def _ends(period: Period) -> tuple[int, ...]:
    return (period.start.year, *((period.end.year,) if period.end else ()))


def _in(period: Period | None, year: int) -> bool:
    """Whether a period touches a year; one without an end goes on."""
    if period is None:
        return False
    return period.start.year <= year and (period.end is None or period.end.year >= year)


def _held(start: PartialDate | None, end: PartialDate | None, provenance: Provenance, year: int) -> bool:
    """Whether a role was held in a year; without dates, whether it is told as of that year."""
    if start is None and end is None:
        return provenance.as_of is not None and provenance.as_of.year == year
    return start is not None and start.year <= year and (end is None or end.year >= year)
