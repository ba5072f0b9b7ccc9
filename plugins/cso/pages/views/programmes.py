"""`/programmes/`: state programmes with the functions they give CSOs, and the stages of policy (gap G18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.dates import PartialDate
from cso.directory.organization import ProgrammePart
from cso.directory.vocabulary import Programme, Stage, Term
from cso.pages.charts import Axis, Span, axis
from cso.pages.factory import PageFactory
from cso.pages.frame import Page


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """A programme and what organisations are known to have contributed to it."""

    programme: Programme
    parts: tuple[ProgrammePart, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """A function of CSOs and, for each programme of the chart, whether it gives it (chart 3.1)."""

    function: Term
    given: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class StageEntry:
    """A stage with its place on the time line."""

    stage: Stage
    span: Span | None


@dataclass(frozen=True, slots=True)
class ProgrammesView:
    """State programmes and concepts, regional programmes, and the stages they stand in."""

    national: tuple[ProgrammeEntry, ...]
    regional: tuple[ProgrammeEntry, ...]
    policy_stages: tuple[StageEntry, ...]
    cso_stages: tuple[StageEntry, ...]
    axis: Axis
    charted: tuple[Programme, ...]
    functions: tuple[FunctionRow, ...]


def programme_pages(factory: PageFactory) -> Iterator[Page]:
    """The page of all programmes."""
    _ = factory.gettext
    directory = factory.directory
    parts = [part for organization in directory.organizations for part in organization.programmes]
    lists = directory.vocabularies
    stages = (*lists.policy_stages, *lists.cso_stages)
    starts = [_start(programme) for programme in lists.programmes]
    years = axis(
        [start.year for start in starts if start is not None]
        + [stage.period.start.year for stage in stages]
        + [directory.as_of.year]
    )
    entries = [
        ProgrammeEntry(
            programme,
            tuple(part for part in parts if part.programme.id == programme.id),
            years.span(start, programme.period.end if programme.period else start),
        )
        for programme, start in zip(lists.programmes, starts, strict=True)
    ]
    charted = tuple(programme for programme in lists.programmes if programme.functions)
    today = PartialDate(directory.as_of.isoformat())
    yield factory.page(
        "programmes",
        ProgrammesView(
            tuple(entry for entry in entries if entry.programme.kind != "regional"),
            tuple(entry for entry in entries if entry.programme.kind == "regional"),
            tuple(StageEntry(stage, _stage_span(years, stage, today)) for stage in lists.policy_stages),
            tuple(StageEntry(stage, _stage_span(years, stage, today)) for stage in lists.cso_stages),
            years,
            charted,
            tuple(
                FunctionRow(function, tuple(function in programme.functions for programme in charted))
                for function in lists.programme_functions
                if any(function in programme.functions for programme in charted)
            ),
        ),
        title=_("State programmes"),
        description=_(
            "State programmes on countering trafficking since 1999 and the functions they give organisations."
        ),
    )


def _start(programme: Programme) -> PartialDate | None:
    if programme.period is not None:
        return programme.period.start
    return programme.act.date if programme.act is not None else None


def _stage_span(years: Axis, stage: Stage, today: PartialDate) -> Span | None:
    """A stage that goes on is drawn to the end of the axis."""
    last = PartialDate(str(max(years.last, today.year))) if stage.period.end is None else stage.period.end
    span = years.span(stage.period.start, last)
    return span if span is None or stage.period.end is not None else Span(span.left, span.width, open_ended=True)
