"""`/results/`: every published figure by indicator, with its source, and the history of the field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory import Directory
from cso.directory.help import Event, HotlineReference, OrganizationReference, Result
from cso.directory.organization import NetworkReference
from cso.directory.vocabulary import Indicator
from cso.directory.words import Words
from cso.pages.charts import BarChart, bar_chart
from cso.pages.factory import PageFactory
from cso.pages.frame import Page

SHORTEST_SERIES = 3
"""Fewer years than this are no series worth a drawing."""


@dataclass(frozen=True, slots=True)
class OwnedResult:
    """A figure and whose it is: an organisation's, a line's, a network's, or the field's (all None)."""

    result: Result
    organization: OrganizationReference | None
    hotline: HotlineReference | None
    network: NetworkReference | None


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one owner by year, drawn; `id` is unique on the page."""

    id: str
    owner: Words
    chart: BarChart


@dataclass(frozen=True, slots=True)
class IndicatorResults:
    """All figures of one indicator, in order of time."""

    indicator: Indicator
    results: tuple[OwnedResult, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class ResultsView:
    """The indicators with figures, those still without, and the events of the field in order of time."""

    indicators: tuple[IndicatorResults, ...]
    without_figures: tuple[Indicator, ...]
    history: tuple[Event, ...]


def every_result(directory: Directory) -> Iterator[OwnedResult]:
    """Every figure with its owner."""
    for organization in directory.organizations:
        reference = organization.reference
        for result in organization.results:
            yield OwnedResult(result, reference, None, None)
        for activity in organization.activities:
            for result in activity.results:
                yield OwnedResult(result, reference, None, None)
    for line in directory.hotlines:
        for result in line.figures:
            yield OwnedResult(result, line.organization, line.reference, None)
    for network in directory.networks:
        for result in network.results:
            yield OwnedResult(result, None, None, network.reference)
    for result in directory.sector.results:
        yield OwnedResult(result, None, None, None)


def _time(owned: OwnedResult) -> tuple[str, str]:
    period = owned.result.period
    return (period.start.text, period.end.text if period.end else "9999") if period else ("9999", "")


def result_pages(factory: PageFactory) -> Iterator[Page]:
    """The page of all figures."""
    _ = factory.gettext
    directory = factory.directory
    results = sorted(every_result(directory), key=_time)
    groups = [
        _indicator_results(indicator, [owned for owned in results if owned.result.indicator == indicator])
        for indicator in directory.vocabularies.indicators
    ]
    history = sorted(directory.sector.history, key=lambda event: event.date.text if event.date else "9999")
    yield factory.page(
        "results",
        ResultsView(
            tuple(group for group in groups if group.results),
            tuple(group.indicator for group in groups if not group.results),
            tuple(history),
        ),
        title=_("Results in figures"),
        description=_("Published figures by indicator, each with its source and date."),
    )


def _indicator_results(indicator: Indicator, results: list[OwnedResult]) -> IndicatorResults:
    return IndicatorResults(indicator, tuple(results), tuple(series_of(indicator, results)))


def series_of(indicator: Indicator, results: list[OwnedResult]) -> Iterator[Series]:
    """A series for every owner with figures of at least three whole years, one a year; others cannot be compared."""
    by_owner: dict[str, dict[str, float]] = {}
    names: dict[str, Words] = {}
    for owned in results:
        owner = owned.hotline or owned.network or owned.organization
        period, value = owned.result.period, owned.result.value
        if owner is None or period is None or value is None or owned.result.what is not None:
            continue
        if period.end != period.start or len(period.start.text) != 4:
            continue
        key = owner.id if isinstance(owner, (HotlineReference, NetworkReference)) else owner.slug
        names[key] = owner.name
        by_owner.setdefault(key, {}).setdefault(period.start.text, value)
    for key, values in by_owner.items():
        if len(values) >= SHORTEST_SERIES:
            yield Series(f"{indicator.id}-{key}", names[key], bar_chart(sorted(values.items())))
