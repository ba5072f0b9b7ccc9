"""The geometry of charts, computed where it can be tested; the theme draws it as static SVG with a table beside it."""

from __future__ import annotations

from dataclasses import dataclass

from cso.directory.dates import PartialDate

BAR_CHART_HEIGHT = 160
"""Height of the drawing area of a bar chart, in its own units."""

BAR_STEP = 90
"""Distance from one bar to the next, in the same units."""

TIMELINE_WIDTH = 1000
"""Width of a time line, in its own units."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what stands below it, its value, where it begins and how high it is."""

    label: str
    value: float
    left: int
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """A bar chart from zero, so that heights compare honestly."""

    bars: tuple[Bar, ...]
    width: int
    height: int


def bar_chart(values: list[tuple[str, float]]) -> BarChart:
    """A chart of (label, value) pairs, values from 0 up, in the order given."""
    highest = max((value for _, value in values), default=0) or 1
    bars = []
    for index, (label, value) in enumerate(values):
        height = round(value / highest * BAR_CHART_HEIGHT)
        bars.append(Bar(label, value, index * BAR_STEP + 20, BAR_CHART_HEIGHT - height, height))
    return BarChart(tuple(bars), len(values) * BAR_STEP, BAR_CHART_HEIGHT)


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis of a time line and where it stands."""

    year: int
    left: int


@dataclass(frozen=True, slots=True)
class Span:
    """A bar of a time line; `open_ended` while its end is not known."""

    left: int
    width: int
    open_ended: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The years of a time line, first and last included, with a tick every `step` years."""

    first: int
    last: int
    ticks: tuple[Tick, ...]

    def position(self, year: float) -> int:
        """Where a year stands, from 0 to TIMELINE_WIDTH."""
        return round((year - self.first) / (self.last + 1 - self.first) * TIMELINE_WIDTH)

    def span(self, start: PartialDate | None, end: PartialDate | None) -> Span | None:
        """The bar from a start to an end; one year long where the end is not known, none without a start."""
        if start is None:
            return None
        begins = start.year + ((start.month or 1) - 1) / 12
        ends = begins + 1 if end is None else end.year + ((end.month or 12) / 12)
        left = self.position(begins)
        return Span(left, max(self.position(ends) - left, 8), end is None)


def axis(years: list[int], step: int = 5) -> Axis:
    """An axis that holds all `years`, beginning and ending on a multiple of `step`."""
    first = min(years) // step * step
    last = -(-max(years) // step) * step
    bare = Axis(first, last, ())
    return Axis(first, last, tuple(Tick(year, bare.position(year)) for year in range(first, last + 1, step)))
