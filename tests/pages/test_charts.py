"""Charts compare honestly: bars from zero, time lines to scale."""

from cso.directory.dates import PartialDate
from cso.pages.charts import BAR_CHART_HEIGHT, TIMELINE_WIDTH, axis, bar_chart


def test_bars_stand_on_zero_and_compare_by_height() -> None:
    chart = bar_chart([("2020", 50.0), ("2021", 100.0), ("2022", 0.0)])
    assert [bar.height for bar in chart.bars] == [BAR_CHART_HEIGHT // 2, BAR_CHART_HEIGHT, 0]
    assert {bar.top + bar.height for bar in chart.bars} == {BAR_CHART_HEIGHT}


def test_nothing_but_zeros_is_a_flat_chart() -> None:
    assert [bar.height for bar in bar_chart([("2020", 0.0)]).bars] == [0]


def test_axis_holds_every_year_and_ticks_are_even() -> None:
    years = axis([1998, 2026])
    assert (years.first, years.last) == (1995, 2030)
    assert [tick.year for tick in years.ticks] == [1995, 2000, 2005, 2010, 2015, 2020, 2025, 2030]


def test_span_is_to_scale_and_says_when_its_end_is_not_known() -> None:
    years = axis([2000, 2009], step=10)
    ten_years = years.span(PartialDate("2000"), PartialDate("2009"))
    assert ten_years is not None
    assert ten_years.left == 0
    assert abs(ten_years.width - TIMELINE_WIDTH * 10 / 11) <= 1
    assert not ten_years.open_ended
    open_end = years.span(PartialDate("2005"), None)
    assert open_end is not None
    assert open_end.open_ended
    assert years.span(None, PartialDate("2009")) is None
