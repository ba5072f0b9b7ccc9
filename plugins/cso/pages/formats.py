"""Dates, periods and numbers as readers of each language write them (Babel; no C locale is needed)."""

from __future__ import annotations

import datetime

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from cso.directory.dates import PartialDate, Period


def format_partial_date(date: PartialDate, language: str) -> str:
    """A date as far as it is known: `23 листопада 2026 р.`, `листопад 2026 р.`, `2026`."""
    if date.month is None:
        return str(date.year)
    if date.day is None:
        text: str = format_skeleton("yMMMM", date.earliest(), locale=_locale(language))
        return text
    return format_day(date.earliest(), language)


def format_day(day: datetime.date, language: str) -> str:
    """A full day."""
    text: str = format_date(day, "long", locale=_locale(language))
    return text


def format_period(period: Period, language: str, ongoing: str) -> str:
    """A period: `1997–2018`, `серпень 2006 р. – липень 2019 р.`; `ongoing` is a pattern with `{start}`."""
    start = format_partial_date(period.start, language)
    if period.end is None:
        return ongoing.format(start=start)
    if period.end == period.start:
        return start
    end = format_partial_date(period.end, language)
    both_years = period.start.month is None and period.end.month is None
    return f"{start}–{end}" if both_years else f"{start} – {end}"


def format_number(number: float, language: str) -> str:
    """A number with its groups apart: `354 500` with no-break spaces in Ukrainian, `354,500` in English."""
    text: str = format_decimal(number, locale=_locale(language))
    return text


def _locale(language: str) -> Locale:
    return Locale.parse("en_GB" if language == "en" else language)
