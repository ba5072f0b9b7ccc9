"""What a build tells at its end. Numbers and times stand here and on the terminal, never in a published file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from cso.content.findings import Finding, count_line, render
from cso.publish.files import PublishSummary


@dataclass
class BuildReport:
    """Filled by the generators of one build.

    Attributes:
        organizations: how many are published.
        pages: language code → number of HTML pages.
        findings: all findings of the check, warnings included, sorted.
    """

    organizations: int = 0
    pages: Counter[str] = field(default_factory=Counter)
    findings: tuple[Finding, ...] = ()


def print_findings(findings: Iterable[Finding], language: str) -> None:
    """Print all findings in full, one per line; nothing when there are none."""
    text = render(tuple(findings), format="text", lang=language)
    if text:
        print(text.rstrip("\n"))


def print_summary(report: BuildReport, summary: PublishSummary, seconds: float) -> None:
    """Print what was built.

    Args:
        report: numbers from the generators.
        summary: what publishing did.
        seconds: how long all of it took.
    """
    pages = ", ".join(f"{number} {language}" for language, number in sorted(report.pages.items()))
    files = len(summary.written) + len(summary.unchanged)
    print(
        f"Built {_count(report.organizations, 'organisation')}"
        + (f", pages: {pages}" if pages else "")
        + f"; {_count(files, 'file')} ({len(summary.written)} new or changed, {len(summary.removed)} removed)"
        + f"; {seconds:.1f} s. {count_line(report.findings)}"
    )


def _count(number: int, noun: str) -> str:
    """Join a number and an English noun."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
