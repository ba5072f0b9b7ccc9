"""The openness checklist: which points a profile meets, by data alone (gap G13). Computed, never written; no score.

It joins the ten points of the Initiative Transparente Zivilgesellschaft (TRANSPARENCY_POINTS) with the gaps of the 2019
report (REPORT_POINTS). A point tells which field of the profile opens it. The order is that of the two sources.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cso.directory.organization import Organization

VERSION = "1"
"""Version of the checklist. Raise it whenever a point is added, dropped or asks for something else."""


def N_(message: str) -> str:  # noqa: N802  # the usual name of this gettext keyword
    """Mark a text for translation without translating it here."""
    return message


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the checklist.

    Attributes:
        id: stable id.
        title: what is opened, a message id of the interface texts.
        field: the key of a profile that opens it.
        anchor: the section of the profile page where the evidence stands.
        origin: `initiative` with its number, or `report` with the gap.
        count: how many pieces of evidence an organisation has published.
    """

    id: str
    title: str
    field: str
    anchor: str
    origin: str
    count: Callable[[Organization], int]


@dataclass(frozen=True, slots=True)
class CheckedPoint:
    """A point as an organisation meets it; `evidence` is the number of published pieces, 0 for not published yet."""

    point: Point
    evidence: int


def _identity(organization: Organization) -> int:
    founded = any(event.event in ("founded", "registered") for event in organization.history)
    return int(organization.seat is not None and founded)


def _governed(attribute: str) -> Callable[[Organization], int]:
    def count(organization: Organization) -> int:
        value = getattr(organization.governance, attribute, None)
        return len(value) if isinstance(value, tuple) else int(value is not None)

    return count


def _annual_reports(organization: Organization) -> int:
    return sum(report.kind.id == "annual" for report in organization.reports)


def _ways_in(organization: Organization) -> int:
    return sum(service.way_in.value != "unknown" for service in organization.services)


def _admissions(organization: Organization) -> int:
    return sum(shelter.admission.value != "unknown" for shelter in organization.shelters)


def _line_figures(organization: Organization) -> int:
    return sum(len(line.figures) for line in organization.hotlines)


TRANSPARENCY_POINTS = (
    Point("identity", N_("Name, seat and year of founding"), "seat, history", "history", "initiative 1", _identity),
    Point("statutes", N_("Statutes"), "governance.statutes", "governance", "initiative 2", _governed("statutes")),
    Point(
        "tax-status", N_("Tax status"), "governance.tax_status", "governance", "initiative 3", _governed("tax_status")
    ),
    Point(
        "decision-makers",
        N_("Who decides, by office"),
        "governance.decision_makers",
        "governance",
        "initiative 4",
        _governed("decision_makers"),
    ),
    Point(
        "annual-report", N_("Annual report"), "reports (kind: annual)", "reports", "initiative 5, G12", _annual_reports
    ),
    Point("staff", N_("Number of staff"), "governance.staff", "governance", "initiative 6", _governed("staff")),
    Point(
        "funding-sources",
        N_("Sources of funding"),
        "funding",
        "funding",
        "initiative 7, G13",
        lambda organization: len(organization.funding),
    ),
    Point(
        "use-of-funds",
        N_("What the money was for"),
        "funding[].purpose",
        "funding",
        "initiative 8",
        lambda organization: sum(source.purpose is not None for source in organization.funding),
    ),
    Point(
        "related-parties",
        N_("Ties to third parties"),
        "governance.related_parties",
        "governance",
        "initiative 9",
        _governed("related_parties"),
    ),
    Point(
        "large-payers",
        N_("Shares of the largest payers"),
        "funding[].share_percent",
        "funding",
        "initiative 10",
        lambda organization: sum(source.share_percent is not None for source in organization.funding),
    ),
)
"""The ten points of the Initiative Transparente Zivilgesellschaft."""

REPORT_POINTS = (
    Point(
        "services", N_("Kinds of help"), "services", "services", "G2", lambda organization: len(organization.services)
    ),
    Point("ways-in", N_("How to get help"), "services[].way_in", "services", "G2", _ways_in),
    Point("admission", N_("How to get a place to stay"), "shelters[].admission", "stay", "G4", _admissions),
    Point("line-figures", N_("Figures of the phone lines"), "hotlines[].figures", "lines", "G3", _line_figures),
    Point(
        "reports",
        N_("Reports and publications"),
        "reports",
        "reports",
        "G5",
        lambda organization: len(organization.reports),
    ),
    Point(
        "coordination",
        N_("Part in coordination bodies"),
        "coordination",
        "coordination",
        "G6",
        lambda organization: len(organization.coordination),
    ),
    Point(
        "proposals",
        N_("Proposals to authorities"),
        "proposals",
        "proposals",
        "G7",
        lambda organization: len(organization.proposals),
    ),
    Point(
        "activities",
        N_("Activities"),
        "activities",
        "activities",
        "G8",
        lambda organization: len(organization.activities),
    ),
    Point(
        "results",
        N_("Results in figures"),
        "results",
        "results",
        "G9",
        lambda organization: len(organization.results),
    ),
    Point(
        "policies",
        N_("Internal policies"),
        "policies",
        "policies",
        "G14",
        lambda organization: len(organization.policies),
    ),
    Point(
        "feedback",
        N_("Feedback"),
        "feedback",
        "feedback",
        "G15",
        lambda organization: int(organization.feedback is not None),
    ),
    Point(
        "press", N_("For the press"), "press", "press", "G16", lambda organization: int(organization.press is not None)
    ),
    Point(
        "networks",
        N_("Networks"),
        "memberships",
        "memberships",
        "G17",
        lambda organization: len(organization.memberships),
    ),
    Point(
        "partners",
        N_("Partners"),
        "partnerships",
        "partnerships",
        "G17",
        lambda organization: len(organization.partnerships),
    ),
)
"""What the 2019 report found hidden, gap by gap."""

POINTS = TRANSPARENCY_POINTS + REPORT_POINTS


def checked(organization: Organization) -> tuple[CheckedPoint, ...]:
    """Every point with the evidence that an organisation has published."""
    return tuple(CheckedPoint(point, point.count(organization)) for point in POINTS)
